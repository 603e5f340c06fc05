//! What a clock is about, in words.

use law::clocks::What;
use law::committee::Due;
use law::reporting::Kind;

/// What is due, becomes possible or changes, as a heading. `name` is whom it concerns, as in running text.
pub fn heading(what: &What, name: Option<&str>) -> String {
    let of = |thing: &str| name.map_or_else(|| thing.to_owned(), |name| format!("{thing} of {name}"));
    let by = |thing: &str| name.map_or_else(|| thing.to_owned(), |name| format!("{thing} by {name}"));
    match what {
        What::EntryIntoForce => "Entry into force".to_owned(),
        What::EntryIntoForceForState => match name {
            Some(name) => format!("Entry into force for {name}"),
            None => "Entry into force".to_owned(),
        },
        What::EndOfParticipation => of("End of the participation"),
        What::Report { number, kind, other_reading } => {
            let reading = if *other_reading { " (on the other reading of its entry into force)" } else { "" };
            format!("{} due{reading}", of(&report(*number, *kind)))
        }
        What::Replies { number } => format!("{} due", of(&format!("Replies to the list of issues on report {number}"))),
        What::FollowUp { number } => format!("{} due", of(&format!("Information on follow-up to report {number}"))),
        What::Body(due) => in_the_body(*due),
        What::DenunciationPossible => by("Denunciation possible"),
        What::DenunciationEarliestEffect => by("Earliest effect of a denunciation"),
        What::RevisionPossible => "A revision may be asked for".to_owned(),
        What::Objections { symbol: None } => "Last day for objections".to_owned(),
        What::Objections { symbol: Some(symbol) } => format!("Last day for objections ({symbol})"),
    }
}

/// A report by its number and kind.
pub fn report(number: u16, kind: Kind) -> String {
    match (number, kind) {
        (1, Kind::Combined) => "Initial report (combined)".to_owned(),
        (1, _) => "Initial report".to_owned(),
        (_, Kind::Combined) => format!("Report {number} (combined)"),
        _ => format!("Report {number}"),
    }
}

fn in_the_body(due: Due) -> String {
    match due {
        Due::Invitation => "Last day for the letter that invites nominations".to_owned(),
        Due::Nominations => "Nominations close".to_owned(),
        Due::List => "Last day for the list of nominees".to_owned(),
        Due::FirstElection => "Last day for the first election".to_owned(),
        Due::Election => "Last day for the election".to_owned(),
        Due::EndOfTerms(1) => "The term of a member ends".to_owned(),
        Due::EndOfTerms(number) => format!("The terms of {number} members end"),
        Due::EndOfOffice => "The term of the officers ends".to_owned(),
        Due::Seats(number) => format!("The body has {number} seats from now on"),
    }
}
