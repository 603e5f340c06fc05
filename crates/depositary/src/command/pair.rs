//! `pair`: whether a treaty is in force between two States, since when, and under which reservations.

use law::answer::{PairAnswer, PairAsked, ReservationAnswer};
use law::calendar::AsAt;
use law::nearest::nearest;
use law::pairs::Pairs;
use law::party::PartyIndex;
use law::record::Record;
use law::territory::Territory;
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
    // Amendments are treaties of their own, which the treaty's file does not name.
    let record = super::record(location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let treaty = record.treaty(&asked.treaty)?;
    let state = |name: &str| record.parties.resolve(name, Some(as_at.day()));
    let states = [state(&asked.one)?, state(&asked.other)?];
    if states[0] == states[1] {
        let name = &record.parties[states[0]].name_on(as_at.day()).name;
        return Err(Failure::Said(format!("{name} is named twice: a pair is two different States")));
    }
    let pairs = Pairs::of(treaty, &record, as_at);
    let territory = match &asked.territory {
        Some(name) => Some(territory(name, states, &record, as_at)?),
        None => None,
    };
    let asked_of = PairAsked { article: asked.article.clone(), territory };
    let answer = PairAnswer::of(&pairs, states, treaty, &record, &asked_of);
    let prose = pair::paragraphs(&answer, &record);
    match asked.printed.format {
        Format::Json => printing::json(&WithProse { answer: &answer, prose: prose.join("\n\n") })?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.reservations.iter().flat_map(csv_rows))?,
        Format::Table => printing::answer(&for_people(&answer, &prose))?,
    }
    Ok(Answer::Done)
}

/// The territory of that name, for which one of the two must be responsible on the day.
fn territory<'r>(
    name: &str,
    states: [PartyIndex; 2],
    record: &'r Record,
    as_at: AsAt,
) -> Result<&'r Territory, Failure> {
    let Some(territory) = record.territory(name) else {
        let near = nearest(name, record.territories().map(|territory| territory.name.as_str()), 1);
        let near = near.first().map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        return Err(Failure::Said(format!("the register holds no territory `{name}`{near}")));
    };
    let responsible = territory.responsible(as_at);
    if states.iter().any(|state| Some(record.code(*state)) == responsible) {
        return Ok(territory);
    }
    let of = responsible.and_then(|code| record.parties.by_code(code));
    let whose = of.map_or("no State of this register", |party| record.parties[party].name_on(as_at.day()).in_text());
    let of = ENGLISH.write(as_at.day());
    Err(Failure::Said(format!("on {of} {whose} was responsible for {}, and neither of the two", territory.name)))
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
    let place = answer.territory.as_ref().map(|territory| format!(", for {}", territory.name)).unwrap_or_default();
    let mut said = format!("{} {}\n{one} and {other}, as at {on}{place}: {says}", answer.treaty, answer.title);
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
