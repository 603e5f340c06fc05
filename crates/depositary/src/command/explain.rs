//! `explain`: why a date is what it is.

use law::answer::ExplainAnswer;
use law::status::Explanation;
use papers::explanation;
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
    match asked.format {
        ExplainFormat::Prose => printing::answer(&prose)?,
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
        })?,
    }
    Ok(Answer::Done)
}
