//! `diff`: what differs between two days, or between two points of the register.

use law::answer::{DifferenceAnswer, PointAnswer, TreatyDifferenceAnswer};
use law::calendar::AsAt;
use law::comparison::{Between, Point, Scope};
use law::entry::Entry;
use law::record::{KnownAt, Record};
use papers::un_date::ENGLISH;
use register::{Location, Register};

use super::{Answer, recorded};
use crate::arguments::{self, Format};
use crate::clock;
use crate::failure::Failure;
use crate::point::Point as Named;
use crate::printing;

/// Compares.
pub fn run(location: &Location, asked: &arguments::Diff) -> Result<Answer, Failure> {
    let days = days(asked)?;
    let mut register = Register::open(location)?;
    let points = asked.known_at.clone().ends(Named::Known(KnownAt::Everything));
    let points = (points.0.in_register(&mut register)?, points.1.in_register(&mut register)?);
    let entries = register.entries()?;
    let known = known(points, &entries)?;
    let is = super::something_known(Record::of(entries.iter().cloned(), known.1), location, known.1)?;
    let earlier = (known.0 != known.1).then(|| Record::of(entries.iter().cloned(), known.0));
    let was = earlier.as_ref().unwrap_or(&is);
    let (before, after) = (Point { record: was, as_at: days.0 }, Point { record: &is, as_at: days.1 });
    let treaty = match &asked.treaty {
        Some(treaty) => {
            Some(&is.treaty(treaty).or_else(|unknown| was.treaty(treaty).map_err(|_| unknown))?.treaty.treaty)
        }
        None => None,
    };
    let party = match &asked.state {
        Some(state) => Some(is.code(is.parties.resolve(state, Some(days.1.day()))?)),
        None => None,
    };
    let between = Between::of(&entries, known.0, known.1);
    let answer = DifferenceAnswer::of(before, after, &between, Scope { treaty, party });
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, rows(&answer)?)?,
        Format::Table => printing::answer(&for_people(&answer))?,
    }
    Ok(if answer.treaties.is_empty() { Answer::Done } else { Answer::No })
}

/// The two days. One axis at least must have two points.
fn days(asked: &arguments::Diff) -> Result<(AsAt, AsAt), Failure> {
    let today = clock::today();
    let is_range = asked.as_at.is_some_and(|points| points.is_range()) || asked.known_at.is_range();
    if !is_range {
        return Err(Failure::Said(
            "there is only one point, and nothing to compare it with: write two days (--as-at 2003-06-10..2024-01-01), or \
             two points of the register (--known-at 100..200)"
                .to_owned(),
        ));
    }
    let (from, to) = asked.as_at.map_or((today, today), |points| points.ends(today));
    if from > to {
        return Err(Failure::Said(format!(
            "--as-at: {from} comes after {to}; write the earlier day first: {to}..{from}"
        )));
    }
    Ok((from, to))
}

/// The two points of the register.
fn known((from, to): (KnownAt, KnownAt), entries: &[Entry]) -> Result<(KnownAt, KnownAt), Failure> {
    let last = |known: KnownAt| entries.iter().rfind(|entry| known.includes(entry.number, entry.recorded));
    let number = |entry: Option<&Entry>| entry.map_or(0, |entry| entry.number);
    let (first_known, last_known) = (number(last(from)), number(last(to)));
    if first_known > last_known {
        return Err(Failure::Said(format!(
            "--known-at: the first point is that of entry {first_known}, and the second that of entry {last_known}, which \
             was recorded before it; write the earlier point first"
        )));
    }
    Ok((from, to))
}

const HEAD_CSV: [&str; 6] = ["treaty", "party", "name", "field", "before", "after"];

const HEAD: [&str; 4] = ["Participant", "What", "Before", "After"];

fn rows(answer: &DifferenceAnswer) -> Result<Vec<Vec<String>>, Failure> {
    let mut rows = Vec::new();
    for treaty in &answer.treaties {
        let of = |party: String, name: String| [treaty.treaty.to_string(), party, name];
        for change in &treaty.changes {
            rows.push(of(String::new(), String::new()).into_iter().chain(recorded::change_as_csv(change)?).collect());
        }
        for part in &treaty.participants {
            for change in &part.changes {
                let about = of(part.party.to_string(), part.name.clone());
                rows.push(about.into_iter().chain(recorded::change_as_csv(change)?).collect());
            }
        }
    }
    Ok(rows)
}

fn for_people(answer: &DifferenceAnswer) -> String {
    let head = format!("before: {}\nafter:  {}", point(&answer.from), point(&answer.to));
    match answer.treaties.as_slice() {
        [] => format!("{head}\n\nNothing differs."),
        treaties => format!("{head}\n\n{}", treaties.iter().map(treaty).collect::<Vec<_>>().join("\n\n")),
    }
}

fn point(point: &PointAnswer) -> String {
    let known = match (point.known_to_entry, point.known_at) {
        (Some(entry), Some(moment)) => format!("known to entry {entry}, recorded {}", recorded::moment(moment)),
        _ => "nothing known".to_owned(),
    };
    format!("as at {}, {known}", ENGLISH.write(point.as_at.day()))
}

fn treaty(treaty: &TreatyDifferenceAnswer) -> String {
    let mut lines = vec![format!("{} {}", treaty.treaty, treaty.title)];
    lines.extend(treaty.changes.iter().map(|change| format!("  {}", recorded::change(change))));
    if !treaty.participants.is_empty() {
        let rows = treaty.participants.iter().map(|part| {
            let column = |cell: fn(&law::difference::Change) -> String| {
                part.changes.iter().map(cell).collect::<Vec<_>>().join("\n")
            };
            vec![
                part.name.clone(),
                column(|change| recorded::field(change.field).to_owned()),
                column(|change| recorded::value(change.before.as_ref())),
                column(|change| recorded::value(change.after.as_ref())),
            ]
        });
        lines.push(printing::table(&HEAD, rows));
    }
    lines.extend(recorded_in_between(treaty));
    lines.join("\n")
}

/// How many entries in between are told one by one.
const MOST_TOLD: usize = 12;

fn recorded_in_between(treaty: &TreatyDifferenceAnswer) -> Vec<String> {
    let all: Vec<_> = treaty.recorded.iter().collect();
    match all.len() {
        0 => Vec::new(),
        1..=MOST_TOLD => {
            let told = all.iter().map(|one| {
                let moment = recorded::moment(one.recorded);
                format!("  entry {}, {moment}, by {}: {}", one.entry, one.recorder, recorded::entry(one))
            });
            std::iter::once("Recorded in between:".to_owned()).chain(told).collect()
        }
        _ => vec![format!("Recorded in between: {}", recorded::many(&all))],
    }
}
