//! `check-treaties`: the entry into force of every treaty, derived and published.

use law::calendar::DateOfEffect;
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

/// What was found, for programs.
#[derive(Debug, Serialize)]
struct Found {
    treaties: Vec<Line>,
    equal: usize,
    explained: usize,
    differences: usize,
    without_deposits: usize,
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
}

/// Checks.
pub fn run(location: &Location, asked: &arguments::CheckTreaties) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let (with, without): (Vec<_>, Vec<_>) = record.treaties().partition(|treaty| !treaty.acts.is_empty());
    let lines: Vec<Line> = with.into_iter().map(|treaty| line(treaty, &record, as_at)).collect();
    let equal = lines.iter().filter(|line| line.equal).count();
    let explained = lines.iter().filter(|line| !line.equal && line.because.is_some()).count();
    let differences = lines.len() - equal - explained;
    let found = Found { treaties: lines, equal, explained, differences, without_deposits: without.len() };
    match asked.printed.format {
        Format::Json => printing::json(&found)?,
        Format::Csv => printing::csv(&HEAD, found.treaties.iter().map(row))?,
        Format::Table => printing::answer(&for_people(&found))?,
    }
    Ok(if differences == 0 { Answer::Done } else { Answer::No })
}

fn line(treaty: &TreatyRecord, record: &Record, as_at: law::calendar::AsAt) -> Line {
    let derived = EntryIntoForce::of(treaty, record, as_at, &mut Unasked).date;
    let published = treaty.treaty.published.as_ref();
    Line {
        treaty: treaty.treaty.treaty.clone(),
        title: treaty.treaty.short_title_in("en").to_owned(),
        article: treaty.treaty.entry_into_force.as_ref().map(|clause| clause.article.clone()),
        derived,
        published: published.map(|published| published.in_force),
        equal: derived == published.map(|published| published.in_force),
        because: published.and_then(|published| published.unequal_because.clone()),
    }
}

const HEAD: [&str; 7] = ["treaty", "title", "article", "derived", "published", "result", "because"];

fn row(line: &Line) -> Vec<String> {
    vec![
        line.treaty.to_string(),
        line.title.clone(),
        or_nothing(line.article.as_ref()),
        line.derived.map_or_else(|| "not in force".to_owned(), |date| date.to_string()),
        line.published.map_or_else(|| "not in force".to_owned(), |date| date.to_string()),
        if line.equal { "equal" } else { "unequal" }.to_owned(),
        if line.equal { String::new() } else { or_nothing(line.because.as_ref()) },
    ]
}

fn for_people(found: &Found) -> String {
    format!(
        "{}\n\n{} treaties: {} equal, {} unequal for a reason that the treaty's file gives, {} unequal without one. {} more \
         treaties have no acts in the register.",
        printing::table(&HEAD, found.treaties.iter().map(row)),
        found.treaties.len(),
        found.equal,
        found.explained,
        found.differences,
        found.without_deposits,
    )
}
