//! What a day is about, in words.

use law::clocks::What;
use law::committee::Due;
use papers::explanation::capitalised;

use crate::answer::ordinal;

/// What is due, becomes possible or changes.
pub(crate) fn said(what: &What) -> String {
    match what {
        What::EntryIntoForce => "Entry into force".to_owned(),
        What::EntryIntoForceForState => "Entry into force for the State".to_owned(),
        What::EndOfParticipation => "No longer bound from this day".to_owned(),
        What::Report { number, other_reading: false, .. } => format!("{} due", report(*number)),
        What::Report { number, other_reading: true, .. } => {
            format!("{} due, on the reading that the register does not apply", report(*number))
        }
        What::Replies { number } => format!("Replies to the list of issues on the {} due", lower(*number)),
        What::FollowUp { number } => format!("Follow-up to the observations on the {} due", lower(*number)),
        What::Body(due) => of_the_body(*due),
        What::DenunciationPossible => "Denunciation possible from this day".to_owned(),
        What::DenunciationEarliestEffect => "Earliest effect of a denunciation".to_owned(),
        What::RevisionPossible => "Revision may be asked for from this day".to_owned(),
        What::Objections { symbol: Some(symbol) } => format!("Last day for objections to {symbol}"),
        What::Objections { symbol: None } => "Last day for objections".to_owned(),
    }
}

/// What a report is called by its number: "Initial report", "Second report".
pub(crate) fn report(number: u16) -> String {
    capitalised(&lower(number))
}

fn lower(number: u16) -> String {
    if number == 1 { "initial report".to_owned() } else { format!("{} report", ordinal(number)) }
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
    use super::*;

    #[test]
    fn a_day_says_what_it_is_about() {
        let report = |other_reading| What::Report { number: 2, kind: law::reporting::Kind::Periodic, other_reading };
        assert_eq!(said(&report(false)), "Second report due");
        assert_eq!(said(&report(true)), "Second report due, on the reading that the register does not apply");
        assert_eq!(said(&What::Body(Due::EndOfTerms(7))), "The terms of 7 members end");
    }
}
