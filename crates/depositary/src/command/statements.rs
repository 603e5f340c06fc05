//! `statements`: reservations, objections, opt-outs and other statements towards a treaty.

use law::answer::{StatementAnswer, StatementsAnswer, StatementsAsked};
use papers::un_date::ENGLISH;
use register::Location;

use super::Answer;
use super::status::or_nothing;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::Statements) -> Result<Answer, Failure> {
    let record = super::record_about(&asked.treaty, location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let treaty = record.treaty(&asked.treaty)?;
    let party = match &asked.state {
        Some(state) => Some(record.parties.resolve(state, Some(as_at.day()))?),
        None => None,
    };
    let narrowed = StatementsAsked { kind: asked.kind, article: asked.article.clone(), party };
    let answer = StatementsAnswer::of(treaty, &record, as_at, &narrowed);
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.statements.iter().map(csv_row))?,
        Format::Table => printing::answer(&for_people(&answer))?,
    }
    Ok(Answer::Done)
}

const HEAD_CSV: [&str; 15] = [
    "id",
    "party",
    "name",
    "kind",
    "at",
    "made",
    "circulated",
    "to",
    "articles",
    "effect",
    "state",
    "since",
    "withdrawn",
    "standing",
    "inferred",
];

const HEAD: [&str; 6] = ["State", "Statement", "Made", "Articles", "What became of it", "What it says"];

fn csv_row(statement: &StatementAnswer) -> Vec<String> {
    vec![
        statement.id.clone(),
        statement.party.to_string(),
        statement.name.clone(),
        statement.kind.to_string(),
        or_nothing(statement.at),
        statement.made.to_string(),
        or_nothing(statement.circulated),
        or_nothing(statement.to.as_ref()),
        statement.articles.join(" "),
        or_nothing(statement.effect),
        or_nothing(statement.state),
        or_nothing(statement.since),
        or_nothing(statement.withdrawn),
        statement.standing.to_string(),
        statement.inferred.to_string(),
    ]
}

fn for_people(answer: &StatementsAnswer) -> String {
    let on = ENGLISH.write(answer.as_at.day());
    let head = format!("{} {}\nAs at {on}", answer.treaty, answer.title);
    if answer.statements.is_empty() {
        return format!("{head}: no such statement is recorded.");
    }
    let row = |statement: &StatementAnswer| {
        let made = match statement.at {
            Some(at) => format!("{} ({})", statement.made, at.noun()),
            None => statement.made.to_string(),
        };
        let kind =
            if statement.inferred { format!("{} (inferred)", statement.kind) } else { statement.kind.to_string() };
        vec![
            statement.name.clone(),
            format!("{}\n{kind}", statement.id),
            made,
            statement.articles.join(", "),
            become_of(statement),
            statement.summary.clone().unwrap_or_default(),
        ]
    };
    let number = match answer.statements.len() {
        1 => "1 statement".to_owned(),
        several => format!("{several} statements"),
    };
    format!("{head}: {number}\n\n{}", printing::table(&HEAD, answer.statements.iter().map(row)))
}

fn become_of(statement: &StatementAnswer) -> String {
    match (statement.state, statement.since, statement.until, statement.withdrawn) {
        (Some("pending"), _, Some(until), _) => format!("received for deposit on {until} unless somebody objects"),
        (Some(state), Some(since), ..) => format!("{state} since {since}"),
        (Some(state), ..) => state.replace('-', " "),
        (None, _, _, Some(withdrawn)) => format!("withdrawn since {withdrawn}"),
        (None, ..) => String::new(),
    }
}
