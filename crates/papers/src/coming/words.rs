//! What a coming day is about, in words.

use law::clocks::What;
use law::committee::Due;

use crate::explanation::capitalised;
use crate::number_words::nth;

/// What is due, becomes possible or changes. `name` is whom it concerns, as in running text, where the reader isn't told
/// otherwise.
#[must_use]
pub fn heading(what: &What, name: Option<&str>) -> String {
    let of = |thing: String| name.map_or_else(|| thing.clone(), |name| format!("{thing} of {name}"));
    let by = |thing: &str| name.map_or_else(|| thing.to_owned(), |name| format!("{thing} by {name}"));
    match what {
        What::EntryIntoForce => "Entry into force".to_owned(),
        What::EntryIntoForceForState => {
            format!("Entry into force for {}", name.unwrap_or("the State"))
        }
        What::EndOfParticipation => match name {
            Some(name) => format!("{name} no longer bound from this day"),
            None => "No longer bound from this day".to_owned(),
        },
        What::Report { number, other_reading, .. } => {
            let reading = if *other_reading { ", on the reading that the register does not apply" } else { "" };
            format!("{} due{reading}", of(report(*number)))
        }
        What::Replies { number } => {
            format!("Replies to the list of issues on the {} due", of(lower(*number)))
        }
        What::FollowUp { number } => {
            format!("Follow-up to the observations on the {} due", of(lower(*number)))
        }
        What::Body(due) => of_the_body(*due),
        What::DenunciationPossible => format!("{} possible from this day", by("Denunciation")),
        What::DenunciationEarliestEffect => by("Earliest effect of a denunciation"),
        What::RevisionPossible => "Revision may be asked for from this day".to_owned(),
        What::Objections { symbol: Some(symbol) } => format!("Last day for objections to {symbol}"),
        What::Objections { symbol: None } => "Last day for objections".to_owned(),
    }
}

/// What a report is called by its number: "Initial report", "Second report".
#[must_use]
pub fn report(number: u16) -> String {
    capitalised(&lower(number))
}

fn lower(number: u16) -> String {
    if number == 1 { "initial report".to_owned() } else { format!("{} report", nth(number)) }
}

fn of_the_body(due: Due) -> String {
    match due {
        Due::Invitation => "Invitation to nominate members of the body due".to_owned(),
        Due::Nominations => "Nominations for the body close".to_owned(),
        Due::List => "List of nominees due".to_owned(),
        Due::FirstElection => "First election to the body due".to_owned(),
        Due::Election => "Election to the body due".to_owned(),
        Due::EndOfTerms(1) => "The term of one member ends".to_owned(),
        Due::EndOfTerms(number) => format!("The terms of {number} members end"),
        Due::EndOfOffice => "The term of the officers ends".to_owned(),
        Due::Seats(number) => format!("The body has {number} seats from this day"),
    }
}

#[cfg(test)]
mod tests {
    use law::reporting::Kind;

    use super::*;

    #[test]
    fn a_day_says_what_it_is_about() {
        let due = |other_reading| What::Report { number: 2, kind: Kind::Periodic, other_reading };
        assert_eq!(heading(&due(false), None), "Second report due");
        assert_eq!(heading(&due(false), Some("the Niger")), "Second report of the Niger due");
        assert_eq!(
            heading(&due(true), Some("Mali")),
            "Second report of Mali due, on the reading that the register does not apply"
        );
        assert_eq!(heading(&What::Body(Due::EndOfTerms(7)), None), "The terms of 7 members end");
        assert_eq!(heading(&What::DenunciationPossible, Some("Chile")), "Denunciation by Chile possible from this day");
    }
}
