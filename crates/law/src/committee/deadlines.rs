//! The clocks of a body: the days until which something must be done, and those on which something changes.

use std::collections::BTreeMap;

use super::{Committee, Which};
use crate::calendar::Date;

/// A day that matters to a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline<'a> {
    /// The day.
    pub day: Date,
    /// What is due, or changes.
    pub due: Due,
    /// The article.
    pub article: &'a str,
}

/// What is due by a day, or changes on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// The letter that invites nominations.
    Invitation,
    /// The last nominations, where the letter goes out on its own last day.
    Nominations,
    /// The list of nominees.
    List,
    /// The first election.
    FirstElection,
    /// The election after others.
    Election,
    /// The terms of so many members end.
    EndOfTerms(u16),
    /// The term of the officers ends.
    EndOfOffice,
    /// The body has another number of seats from that day.
    Seats(u16),
}

impl Due {
    /// The word by which programs know it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Nominations => "nominations",
            Self::List => "list-of-nominees",
            Self::FirstElection => "first-election",
            Self::Election => "election",
            Self::EndOfTerms(_) => "end-of-terms",
            Self::EndOfOffice => "end-of-office",
            Self::Seats(_) => "seats",
        }
    }
}

pub(super) fn of<'a>(committee: &Committee<'a>) -> Vec<Deadline<'a>> {
    let mut deadlines = Vec::new();
    let mut put = |day: Option<Date>, due: Due, article: &'a str| {
        deadlines.extend(day.map(|day| Deadline { day, due, article }));
    };
    if let Some(next) = &committee.next_election {
        let election = if next.which == Which::First { Due::FirstElection } else { Due::Election };
        put(next.letter_by, Due::Invitation, next.article);
        put(next.nominations_close, Due::Nominations, next.article);
        put(next.list_by, Due::List, next.article);
        put(Some(next.due_by), election, next.article);
    }
    for (day, number) in ends_of_terms(committee) {
        put(Some(day), Due::EndOfTerms(number), committee.body.term_article());
    }
    let officers = committee.composition.officers.zip(committee.body.officers.as_ref());
    if let Some((elected, clause)) = officers {
        put(clause.term.means().after(elected.on), Due::EndOfOffice, &clause.article);
    }
    for capacity in committee.seats_ahead() {
        put(Some(capacity.from.day()), Due::Seats(capacity.seats), capacity.article);
    }
    deadlines.sort_by_key(|deadline| (deadline.day, deadline.due));
    deadlines
}

/// On which days terms end that have not ended yet, and how many.
fn ends_of_terms(committee: &Committee<'_>) -> BTreeMap<Date, u16> {
    let day = committee.as_at.day();
    let composition = &committee.composition;
    let open = composition.holders.iter().filter(|holder| holder.left.is_none()).map(|holder| (holder.term_to, 1));
    let unnamed = composition.unnamed.iter().filter(|they| they.number > 0).map(|they| (they.term_to, they.number));
    let mut ends: BTreeMap<Date, u16> = BTreeMap::new();
    for (to, number) in open.chain(unnamed).filter(|(to, _)| *to >= day) {
        let ending = ends.entry(to).or_default();
        *ending = ending.saturating_add(number);
    }
    ends
}
