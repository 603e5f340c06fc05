//! `reconcile`: a published text compared with the register, claim by claim.

use std::path::Path;

use ::reconcile::answer::{ClaimAnswer, Reconciliation};
use ::reconcile::comparison::Verdict;
use ::reconcile::source::{LARGEST, SourceText};
use ::reconcile::status_table::Row;
use exchange::{Fault, Located, status_table};
use law::calendar::{AsAt, DateOfAct};
use law::entry::{Content, Draft};
use law::record::Record;
use papers::un_date::ENGLISH;
use register::Location;

use super::Answer;
use super::status::or_nothing;
use crate::arguments::{self, Question, ReconcileFormat};
use crate::bounded::read_at_most;
use crate::clock;
use crate::failure::Failure;
use crate::printing;

/// Compares. The answer is no when something differs.
pub fn run(location: &Location, asked: &arguments::Reconcile) -> Result<Answer, Failure> {
    let bytes = read_at_most(&asked.file, LARGEST).map_err(|error| Failure::file(&asked.file, "read", &error))?;
    let record = super::record(location, &Question { as_at: asked.as_at, known_at: asked.known_at.clone() })?;
    let name = asked.file.display().to_string();
    let mut text = None;
    let answer = if is_status_table(&name, &bytes) {
        table(&name, &bytes, &record, asked)?
    } else {
        let treaty = asked.treaty.as_deref().map(|treaty| record.treaty(treaty)).transpose()?;
        let treaty = treaty.map(|treaty| &treaty.treaty.treaty);
        let question = ::reconcile::Question { as_at: asked.as_at.map(AsAt::day), treaty };
        let read = SourceText::read(&bytes).map_err(|fault| Failure::Said(format!("{name}: {fault}")))?;
        let answer = ::reconcile::reconcile_text(&name, &read, &record, question);
        text = Some(read);
        answer
    };
    match asked.format {
        ReconcileFormat::Json => printing::json(&answer)?,
        ReconcileFormat::Csv => printing::csv(&HEAD_CSV, answer.claims.iter().map(csv_row))?,
        ReconcileFormat::Table => printing::answer(&for_people(&answer))?,
        ReconcileFormat::Html => printing::bytes(side_by_side(&name, text.as_ref(), &answer)?.as_bytes())?,
    }
    Ok(if answer.differing == 0 { Answer::Done } else { Answer::No })
}

/// The text with what the register says beside it.
fn side_by_side(name: &str, text: Option<&SourceText>, answer: &Reconciliation) -> Result<String, Failure> {
    let in_file = |what: &dyn std::fmt::Display| Failure::Said(format!("{name}: {what}"));
    let text = text.ok_or_else(|| {
        in_file(&"a status table is compared row by row, and has no text to stand beside; ask for --format table")
    })?;
    ::reconcile::page::page(answer, text).map_err(|fault| in_file(&fault))
}

/// Whether a file is a status table of the Treaty Collection, as XML or as a CSV copy.
fn is_status_table(name: &str, bytes: &[u8]) -> bool {
    let is_xml = Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xml"));
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    is_xml || start.starts_with(b"Participant,") || start.starts_with(b"\"Participant\",")
}

/// Compares a status table. It does not name its treaty; a file may be called after it.
fn table(name: &str, bytes: &[u8], record: &Record, asked: &arguments::Reconcile) -> Result<Reconciliation, Failure> {
    let stem = asked.file.file_name().and_then(|name| name.to_str()).and_then(|name| name.split('.').next());
    let called = || stem.and_then(|stem| record.treaty(stem).ok());
    let treaty = match &asked.treaty {
        Some(treaty) => record.treaty(treaty)?,
        None => called().ok_or_else(|| {
            Failure::Said(format!("{name}: a status table does not say of which treaty it is; say it with --treaty"))
        })?,
    };
    let read_on = DateOfAct::new(asked.as_at.unwrap_or_else(clock::today).day());
    let written = status_table::read(name, bytes, &treaty.treaty.treaty, read_on).map_err(|faults| unread(&faults))?;
    let drafts = exchange::resolve(written, &record.parties).map_err(|faults| unread(&faults))?;
    let row = |draft: Located<Draft>| match draft.what.content {
        Content::Act(act) => Some(Row { line: draft.place.line.unwrap_or(1), act }),
        _ => None,
    };
    let rows: Vec<Row> = drafts.into_iter().filter_map(row).collect();
    Ok(::reconcile::status_table::compare(name, &rows, treaty, record, asked.as_at.map(AsAt::day)))
}

fn unread(faults: &[Fault]) -> Failure {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    Failure::Said(format!("{}\nnothing was compared", lines.join("\n")))
}

const HEAD_CSV: [&str; 11] =
    ["paragraph", "from", "to", "quote", "claim", "value", "register", "verdict", "why", "treaty", "substance"];

fn csv_row(claim: &ClaimAnswer) -> Vec<String> {
    vec![
        claim.at.paragraph.to_string(),
        claim.at.from.to_string(),
        claim.at.to.to_string(),
        claim.at.quote.clone(),
        claim.claim.clone(),
        or_nothing(claim.value.as_ref()),
        or_nothing(claim.register.as_ref()),
        claim.verdict.word().to_owned(),
        claim.why.clone().unwrap_or_default(),
        claim.treaty.as_ref().map(ToString::to_string).unwrap_or_default(),
        claim.substance.map(|substance| substance.to_string()).unwrap_or_default(),
    ]
}

const HEAD: [&str; 6] = ["No.", "Place", "Words", "Claim", "The register", "Why"];

fn for_people(answer: &Reconciliation) -> String {
    let mut parts = vec![head(answer)];
    for (verdict, heading) in [(Verdict::Differs, "Differs from the register"), (Verdict::Unclear, "Unclear")] {
        let claims: Vec<&ClaimAnswer> = answer.claims.iter().filter(|claim| claim.verdict == verdict).collect();
        if !claims.is_empty() {
            parts.push(format!("{heading}\n{}", printing::table(&HEAD, claims.into_iter().map(row))));
        }
    }
    parts.push(summary(answer));
    parts.join("\n\n")
}

fn head(answer: &Reconciliation) -> String {
    let from = match answer.as_at_from {
        "text" => "as the text says",
        "question" => "as asked",
        "latest act" => "the day of its latest act",
        _ => "the day of issue, for want of another",
    };
    match answer.as_at {
        Some(day) => format!("{}\nAs at {}, {from}", answer.source, ENGLISH.write(day)),
        None => format!("{}\nAs at no day that could be found; --as-at says one", answer.source),
    }
}

fn row(claim: &ClaimAnswer) -> Vec<String> {
    let at = &claim.at;
    let number = at.number.as_ref().map_or_else(|| format!("[{}]", at.paragraph), |number| format!("para. {number}"));
    vec![
        claim.substance.map(|substance| substance.to_string()).unwrap_or_default(),
        format!("{number}, {}-{}", at.from, at.to),
        shortened(&at.quote),
        claim.claim.clone(),
        or_nothing(claim.register.as_ref()),
        claim.why.clone().unwrap_or_default(),
    ]
}

/// The words, but of a long list its beginning and its end.
fn shortened(quote: &str) -> String {
    let characters: Vec<char> = quote.chars().collect();
    if characters.len() <= 60 {
        return quote.to_owned();
    }
    let (start, end) = (&characters[..35], &characters[characters.len() - 20..]);
    format!("{} … {}", start.iter().collect::<String>(), end.iter().collect::<String>())
}

fn summary(answer: &Reconciliation) -> String {
    let plural = |number: usize, one: &str, several: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{number} {several}"),
    };
    let counts = format!(
        "{}: {} agree, {} differ, {} unclear",
        plural(answer.claims.len(), "claim", "claims"),
        answer.agreeing,
        answer.differing,
        answer.unclear
    );
    format!("{counts}; {} of substance", plural(answer.differences, "difference", "differences"))
}
