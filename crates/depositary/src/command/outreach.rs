//! `outreach`: the States not bound by a treaty, what is on record of each, and the note about one.

use law::answer::{OutreachAnswer, StateNotBoundAnswer};
use law::outreach::{Outreach, StateNotBound};
use law::party::PartyIndex;
use law::record::Record;
use papers::explanation::capitalised;
use papers::outreach::{NOTICE, country_note, facts, how_long, imprint};
use papers::un_date::ENGLISH;
use papers::when::in_words;
use register::{Location, Register};

use super::Answer;
use super::report::write_whole;
use super::status::or_nothing;
use crate::arguments::{self, OutreachFormat};
use crate::failure::Failure;
use crate::{printing, reports};

/// Answers.
pub fn run(location: &Location, asked: &arguments::Outreach) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let treaty = record.treaty(&asked.treaty)?;
    let mut outreach = Outreach::of(treaty, &record, as_at);
    if let Some(text) = &asked.state {
        let party = record.parties.resolve(text, Some(as_at.day()))?;
        outreach.states.retain(|state| state.party == party);
        if outreach.states.is_empty() {
            return Err(not_among(party, &asked.treaty, &record));
        }
    }
    if let Some(group) = &asked.group {
        outreach.states.retain(|state| state.group.is_some_and(|of| same_group(of, group)));
        if !record.parties.iter().any(|(_, party)| party.group.as_deref().is_some_and(|of| same_group(of, group))) {
            return Err(no_such_group(group, &record));
        }
    }
    if asked.signed || asked.not_signed {
        outreach.states.retain(|state| state.signature.is_some() == asked.signed);
    }
    match asked.format {
        OutreachFormat::Json => printing::json(&OutreachAnswer::of(&outreach, &record))?,
        OutreachFormat::Csv => {
            let answer = OutreachAnswer::of(&outreach, &record);
            printing::csv(&HEAD_CSV, answer.states.iter().map(csv_row))?;
        }
        OutreachFormat::Table => printing::answer(&for_people(&outreach))?,
        OutreachFormat::Html | OutreachFormat::Pdf => note(location, asked, &outreach, &record)?,
    }
    Ok(Answer::Done)
}

/// The printable note about one State.
fn note(
    location: &Location,
    asked: &arguments::Outreach,
    outreach: &Outreach<'_>,
    record: &Record,
) -> Result<(), Failure> {
    let Some(state) = outreach.states.first().filter(|_| asked.state.is_some()) else {
        let because =
            "a note is about one State: name it, as in `depositary outreach IV-13 Chile --format pdf --out note.pdf`";
        return Err(Failure::Said(because.to_owned()));
    };
    let proof = reports::proof(&mut Register::open(location)?, record, None)?;
    let document = country_note(outreach, state, record, proof);
    let bytes = match asked.format {
        OutreachFormat::Pdf => papers::pdf::render(&document, &imprint(outreach))?,
        _ => papers::html::render(&document).into_bytes(),
    };
    match &asked.out {
        Some(path) => write_whole(path, &bytes),
        None if asked.format == OutreachFormat::Pdf && printing::to_a_screen() => {
            Err(Failure::Said("a PDF is not for the screen: name a file with --out".to_owned()))
        }
        None => printing::bytes(&bytes),
    }
}

fn same_group(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other.trim())
}

fn no_such_group(group: &str, record: &Record) -> Failure {
    let mut known: Vec<&str> = record.parties.iter().filter_map(|(_, party)| party.group.as_deref()).collect();
    known.sort_unstable();
    known.dedup();
    Failure::Said(format!("there is no regional group `{group}`; write one of: {}", known.join(", ")))
}

fn not_among(party: PartyIndex, treaty: &str, record: &Record) -> Failure {
    let code = record.code(party);
    Failure::Said(format!(
        "{code} is not among the States not bound by {treaty} on that day: `depositary explain {treaty} {code}` says how it stands"
    ))
}

const HEAD_CSV: [&str; 11] = [
    "party",
    "name",
    "group",
    "signature",
    "years_since",
    "months_since",
    "ended",
    "activities",
    "last",
    "last_by",
    "party_to_sisters",
];

fn csv_row(state: &StateNotBoundAnswer) -> Vec<String> {
    vec![
        state.party.to_string(),
        state.name.clone(),
        or_nothing(state.group.as_ref()),
        or_nothing(state.signature),
        or_nothing(state.signed_since.map(|since| since.years)),
        or_nothing(state.signed_since.map(|since| since.months)),
        or_nothing(state.ended),
        state.activities.len().to_string(),
        or_nothing(state.last.as_ref().and_then(|last| last.date)),
        state.last.as_ref().map(|last| last.organizers.join("; ")).unwrap_or_default(),
        state.party_to.len().to_string(),
    ]
}

const HEAD: [&str; 6] = ["State", "Signed", "How long since", "Activities", "Last", "Sister treaties"];

fn for_people(outreach: &Outreach<'_>) -> String {
    let treaty = outreach.treaty;
    let head = format!(
        "{} ({}): States not bound, as at {}",
        treaty.short_title_in("en"),
        treaty.treaty,
        ENGLISH.write(outreach.as_at.day())
    );
    let all = outreach.to_all.len();
    let table = printing::table(&HEAD, outreach.states.iter().map(row));
    format!(
        "{head}\n\n{}\nActivities addressed to all States, or to all not party: {all}.\n\n{table}\n\n{NOTICE}",
        facts(outreach).join("\n"),
    )
}

fn row(state: &StateNotBound<'_>) -> Vec<String> {
    let last = state.last().and_then(|kept| {
        let when = capitalised(&in_words(&kept.what.when()?));
        Some(format!("{when}: {}", kept.what.organizer_names().join(", ")))
    });
    vec![
        state.name.name.clone(),
        or_nothing(state.signature.map(|act| act.date)),
        state.since.map(how_long).unwrap_or_default(),
        state.addressed.len().to_string(),
        last.unwrap_or_default(),
        format!("{} of {}", state.party_to(), state.sisters.len()),
    ]
}
