//! `pair`: whether a treaty is in force between two States, since when, and under which reservations.

use law::answer::{PairAnswer, PairAsked, ReservationAnswer};
use law::pairs::Pairs;
use papers::pair;
use papers::un_date::ENGLISH;
use register::Location;
use serde::Serialize;

use super::Answer;
use super::status::or_nothing;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

/// The answer as data, with its reasons in prose.
#[derive(Serialize)]
struct WithProse<'a> {
    #[serde(flatten)]
    answer: &'a PairAnswer,
    prose: String,
}

/// Answers.
pub fn run(location: &Location, asked: &arguments::Pair) -> Result<Answer, Failure> {
    let record = super::record_about(&asked.treaty, location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let treaty = record.treaty(&asked.treaty)?;
    let state = |name: &str| record.parties.resolve(name, Some(as_at.day()));
    let states = [state(&asked.one)?, state(&asked.other)?];
    if states[0] == states[1] {
        let name = &record.parties[states[0]].name_on(as_at.day()).name;
        return Err(Failure::Said(format!("{name} is named twice: a pair is two different States")));
    }
    let pairs = Pairs::of(treaty, &record, as_at);
    let answer = PairAnswer::of(&pairs, states, treaty, &record, &PairAsked { article: asked.article.clone() });
    let prose = pair::paragraphs(&answer, &record);
    match asked.printed.format {
        Format::Json => printing::json(&WithProse { answer: &answer, prose: prose.join("\n\n") })?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.reservations.iter().flat_map(csv_rows))?,
        Format::Table => printing::answer(&for_people(&answer, &prose))?,
    }
    Ok(Answer::Done)
}

const HEAD_CSV: [&str; 9] =
    ["reservation", "author", "party", "towards", "provisions", "effect", "reaction", "consequence", "article"];

const HEAD: [&str; 5] = ["Reservation", "Of", "Articles", "The other State", "Between the two"];

/// A row for each direction.
fn csv_rows(reservation: &ReservationAnswer) -> Vec<Vec<String>> {
    let row = |one: &law::answer::AppliesAnswer| {
        vec![
            reservation.statement.id.clone(),
            reservation.statement.party.to_string(),
            one.party.to_string(),
            one.towards.to_string(),
            one.provisions.join(" "),
            or_nothing(reservation.statement.effect),
            reservation.reaction.to_owned(),
            reservation.consequence.to_owned(),
            one.article.to_owned(),
        ]
    };
    reservation.applies.iter().map(row).collect()
}

fn for_people(answer: &PairAnswer, prose: &[String]) -> String {
    let [one, other] = &answer.names;
    let on = ENGLISH.write(answer.as_at.day());
    let says = match answer.since {
        Some(since) => format!("in force between them since {}", ENGLISH.write(since.day())),
        None => "not in force between them".to_owned(),
    };
    let mut said = format!("{} {}\n{one} and {other}, as at {on}: {says}", answer.treaty, answer.title);
    if !answer.reservations.is_empty() {
        let row = |reservation: &ReservationAnswer| {
            vec![
                reservation.statement.id.clone(),
                reservation.statement.name.clone(),
                reservation.statement.articles.join(", "),
                reservation.reaction.replace('-', " "),
                format!("{} (VCLT {})", reservation.consequence.replace('-', " "), reservation.rests_on),
            ]
        };
        said = format!("{said}\n\n{}", printing::table(&HEAD, answer.reservations.iter().map(row)));
    }
    format!("{said}\n\n{}", prose.join("\n\n"))
}
