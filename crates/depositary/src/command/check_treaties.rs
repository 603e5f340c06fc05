//! `check-treaties`: the entry into force of every treaty, and for every party, derived and published.

use law::calendar::{AsAt, DateOfEffect};
use law::entry_into_force::EntryIntoForce;
use law::reason::Unasked;
use law::record::{Record, TreatyRecord};
use law::treaty::TreatyId;
use register::Location;
use serde::Serialize;

use super::Answer;
use super::status::or_nothing;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;
use crate::published::{Compared, Comparison};

/// What was found, for programs.
#[derive(Debug, Serialize)]
struct Found {
    treaties: Vec<Line>,
    equal: usize,
    explained: usize,
    differences: usize,
    without_deposits: usize,
    parties_compared: usize,
    parties_equal: usize,
    parties_explained: usize,
    parties_differences: usize,
}

/// One treaty.
#[derive(Debug, Serialize)]
struct Line {
    treaty: TreatyId,
    title: String,
    article: Option<String>,
    derived: Option<DateOfEffect>,
    published: Option<DateOfEffect>,
    equal: bool,
    because: Option<String>,
    parties: Comparison,
}

/// Checks.
pub fn run(location: &Location, asked: &arguments::CheckTreaties) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let only = asked.treaty.as_ref().map(|treaty| record.treaty(treaty)).transpose()?;
    let wanted = |treaty: &&TreatyRecord| only.is_none_or(|only| only.treaty.treaty == treaty.treaty.treaty);
    let mut lines = Vec::new();
    let mut without_deposits = 0;
    for treaty in record.treaties().filter(wanted) {
        let parties = Comparison::of(treaty, &record, as_at)?;
        if treaty.acts.is_empty() {
            without_deposits += 1;
        }
        if !treaty.acts.is_empty() || parties.compared > 0 {
            lines.push(line(treaty, parties, &record, as_at));
        }
    }
    let found = Found::of(lines, without_deposits);
    match asked.printed.format {
        Format::Json => printing::json(&found)?,
        Format::Csv => printing::csv(&HEAD, found.treaties.iter().map(row))?,
        Format::Table if only.is_some() => printing::answer(&parties_for_people(&found))?,
        Format::Table => printing::answer(&for_people(&found))?,
    }
    Ok(if found.differences + found.parties_differences == 0 { Answer::Done } else { Answer::No })
}

impl Found {
    fn of(treaties: Vec<Line>, without_deposits: usize) -> Self {
        let of_parties = |count: fn(&Comparison) -> usize| treaties.iter().map(|line| count(&line.parties)).sum();
        let explained = |line: &&Line| !line.equal && line.because.is_some();
        let equal = treaties.iter().filter(|line| line.equal).count();
        let explained = treaties.iter().filter(explained).count();
        Self {
            equal,
            explained,
            differences: treaties.len() - equal - explained,
            without_deposits,
            parties_compared: of_parties(|parties| parties.compared),
            parties_equal: of_parties(|parties| parties.equal),
            parties_explained: of_parties(|parties| parties.explained),
            parties_differences: of_parties(|parties| parties.differences),
            treaties,
        }
    }
}

fn line(treaty: &TreatyRecord, parties: Comparison, record: &Record, as_at: AsAt) -> Line {
    let published = treaty.treaty.published.as_ref();
    let published_day = published.map(|published| published.in_force);
    let derived = EntryIntoForce::of(treaty, record, as_at, &mut Unasked).date;
    // Without a treaty's acts nothing is derived for it, only for the parties whose deposits are published.
    let nothing_to_count = treaty.acts.is_empty();
    Line {
        treaty: treaty.treaty.treaty.clone(),
        title: treaty.treaty.short_title_in("en").to_owned(),
        article: treaty.treaty.entry_into_force.as_ref().map(|clause| clause.article.clone()),
        derived,
        published: published_day,
        equal: derived == published_day,
        because: if nothing_to_count {
            Some("its acts are not in the register".to_owned())
        } else {
            published.and_then(|published| published.unequal_because.clone())
        },
        parties,
    }
}

const HEAD: [&str; 8] = ["treaty", "title", "article", "derived", "published", "result", "parties equal", "because"];

fn row(line: &Line) -> Vec<String> {
    let parties = &line.parties;
    vec![
        line.treaty.to_string(),
        line.title.clone(),
        or_nothing(line.article.as_ref()),
        line.derived.map_or_else(|| "not in force".to_owned(), |date| date.to_string()),
        line.published.map_or_else(|| "not in force".to_owned(), |date| date.to_string()),
        if line.equal { "equal" } else { "unequal" }.to_owned(),
        if parties.compared == 0 { String::new() } else { format!("{}/{}", parties.equal, parties.compared) },
        if line.equal { String::new() } else { or_nothing(line.because.as_ref()) },
    ]
}

fn for_people(found: &Found) -> String {
    format!(
        "{}\n\n{} treaties: {} equal, {} unequal for a reason that is given, {} unequal without one; {} of all treaties have no \
         acts in the register.\n{} published dates of parties: {} equal, {} unequal for a reason that is given \
         (check-treaties TREATY lists them), {} unequal without one.",
        printing::table(&HEAD, found.treaties.iter().map(row)),
        found.treaties.len(),
        found.equal,
        found.explained,
        found.differences,
        found.without_deposits,
        found.parties_compared,
        found.parties_equal,
        found.parties_explained,
        found.parties_differences,
    )
}

const HEAD_PARTIES: [&str; 5] = ["party", "deposit", "derived", "published", "because"];

fn parties_for_people(found: &Found) -> String {
    let row = |one: &Compared| {
        vec![
            one.party.clone(),
            or_nothing(one.deposit),
            or_nothing(one.derived),
            one.published.to_string(),
            or_nothing(one.because.as_ref()),
        ]
    };
    let unequal: Vec<&Compared> = found.treaties.iter().flat_map(|line| &line.parties.unequal).collect();
    let head = printing::table(&HEAD, found.treaties.iter().map(self::row));
    if unequal.is_empty() {
        return head;
    }
    format!(
        "{head}\n\nPublished dates of parties that are not what the treaty's rule gives:\n\n{}",
        printing::table(&HEAD_PARTIES, unequal.into_iter().map(row))
    )
}
