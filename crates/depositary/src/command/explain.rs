//! `explain`: why a date is what it is.

use law::answer::{ExplainAnswer, StatementAnswer, StatementsAnswer, StatementsAsked};
use law::status::Explanation;
use papers::{explanation, statement};
use register::Location;

use super::Answer;
use crate::arguments::{self, ExplainFormat};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::Explain) -> Result<Answer, Failure> {
    let record = super::record_about(&asked.treaty, location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let treaty = record.treaty(&asked.treaty)?;
    let party = match &asked.state {
        Some(state) => Some(record.parties.resolve(state, Some(as_at.day()))?),
        None => None,
    };
    let explained = match party {
        Some(party) => Explanation::of_party(treaty, party, &record, as_at),
        None => Explanation::of_treaty(treaty, &record, as_at),
    };
    let prose = explanation::paragraphs(&explained, treaty, party, &record, as_at).join("\n\n");
    let said = party.map(|party| {
        let asked = StatementsAsked { party: Some(party), ..StatementsAsked::default() };
        StatementsAnswer::of(treaty, &record, as_at, &asked).statements
    });
    match asked.format {
        ExplainFormat::Prose => printing::answer(&with_statements(prose, said.as_deref().unwrap_or_default()))?,
        ExplainFormat::Json => printing::json(&ExplainAnswer {
            treaty: treaty.treaty.treaty.clone(),
            party: party.map(|party| record.code(party)),
            name: party.map(|party| record.parties[party].name_on(as_at.day()).name.clone()),
            as_at,
            date: explained.date,
            ended: explained.ended,
            article: explained.article,
            reasons: explained.reasons,
            prose,
            statements: said.map(|said| said.into_iter().map(|one| one.id).collect()),
        })?,
    }
    Ok(Answer::Done)
}

/// The reasons, and then what the State has said of its part, if it has said anything.
fn with_statements(prose: String, said: &[StatementAnswer]) -> String {
    if said.is_empty() {
        return prose;
    }
    let told: Vec<String> = said.iter().map(statement::told).collect();
    format!("{prose}\n\nWhat it has said:\n\n{}", told.join("\n\n"))
}
