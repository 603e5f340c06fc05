//! Who sits in a body: what elections, lots, vacancies and appointments come to, taken in the order of their days.

use crate::act::{DayOfAct, Standing};
use crate::body_act::{BodyAct, Done, Elected, Gender, Member, Officer, Unnamed};
use crate::calendar::Date;
use crate::final_clauses::{Body, Serves};

/// Where an act comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// An entry of the register.
    Register(u64),
    /// One of the acts that are to be recorded.
    Proposal(usize),
}

/// An act, with where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item<'a> {
    /// The act.
    pub act: &'a BodyAct,
    /// Where it comes from.
    pub origin: Origin,
    /// On whose word.
    pub standing: Standing,
    /// The papers that it rests on.
    pub sources: &'a [String],
}

impl Item<'_> {
    /// The day by which it had been done.
    #[must_use]
    pub fn day(&self) -> Date {
        self.act.date.at_latest().day()
    }
}

/// Somebody with a term of office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder<'a> {
    /// Who.
    pub member: &'a Member,
    /// A woman or a man, where a source says.
    pub gender: Option<Gender>,
    /// The first day of the term.
    pub term_from: Date,
    /// The last day of the term.
    pub term_to: Date,
    /// How the person came to hold it.
    pub by: How<'a>,
    /// Whether a lot has shortened the term.
    pub lot: Option<Origin>,
    /// The first day on which the seat was vacant again, where it fell vacant before the end.
    pub left: Option<Date>,
    /// The act that gave the term.
    pub origin: Origin,
    /// On whose word.
    pub standing: Standing,
}

/// How somebody came to hold a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How<'a> {
    /// Elected by the States parties.
    Elected {
        /// When.
        on: DayOfAct,
    },
    /// Appointed to a seat that had fallen vacant.
    Appointed {
        /// Whose seat it was.
        instead_of: &'a Member,
    },
}

impl Holder<'_> {
    /// Whether the person holds the seat on a day.
    #[must_use]
    pub fn serves_on(&self, day: Date) -> bool {
        self.term_from <= day && day <= self.term_to && self.left.is_none_or(|left| day < left)
    }

    /// Whether the person has been elected and the term has not begun.
    #[must_use]
    pub fn is_to_serve_after(&self, day: Date) -> bool {
        day < self.term_from && self.left.is_none_or(|left| self.term_from < left)
    }
}

/// Members of whom no source at hand says who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnnamedHolders {
    /// How many.
    pub number: u16,
    /// The first day of their terms.
    pub term_from: Date,
    /// The last day of their terms.
    pub term_to: Date,
    /// Their election.
    pub elected: DayOfAct,
    /// Whether a lot has shortened their terms.
    pub lot: Option<Origin>,
    /// The act that gave the terms.
    pub origin: Origin,
}

impl UnnamedHolders {
    /// Whether they hold their seats on a day.
    #[must_use]
    pub fn serve_on(&self, day: Date) -> bool {
        self.term_from <= day && day <= self.term_to
    }
}

/// A seat that fell vacant before the end of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vacated<'a> {
    /// Whose it was.
    pub member: &'a Member,
    /// Since when.
    pub on: Date,
    /// Why.
    pub cause: &'a str,
    /// The last day of the term.
    pub term_to: Date,
    /// Whether it has been filled.
    pub filled: bool,
}

/// The officers as last elected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfficersElected<'a> {
    /// When.
    pub on: Date,
    /// Who holds which office.
    pub officers: &'a [Officer],
}

/// What the acts done in and for a body come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Composition<'a> {
    /// Everybody who was elected or appointed.
    pub holders: Vec<Holder<'a>>,
    /// Members elected of whom no source at hand says who they are.
    pub unnamed: Vec<UnnamedHolders>,
    /// Seats that fell vacant before the end of a term.
    pub vacated: Vec<Vacated<'a>>,
    /// The officers as last elected.
    pub officers: Option<OfficersElected<'a>>,
    /// Everything done, in order.
    pub done: Vec<Item<'a>>,
}

impl<'a> Composition<'a> {
    /// Takes the next act into account.
    pub fn take(&mut self, item: Item<'a>, body: &Body) {
        self.done.push(item);
        match &item.act.done {
            Done::Election { elected, unnamed, .. } => {
                self.end_provisional_terms(item.day(), body);
                self.elect(item, elected, unnamed.as_ref());
            }
            Done::Lot { election, members, unnamed, term_to } => {
                self.shorten(item, *election, members, *unnamed, *term_to);
            }
            Done::Vacancy { member, cause } => self.vacate(item.day(), member, cause),
            Done::Appointment { instead_of, member, approved } => self.appoint(item, instead_of, member, *approved),
            Done::Officers { officers } => self.officers = Some(OfficersElected { on: item.day(), officers }),
            Done::Meeting { .. } => self.end_provisional_terms(item.day(), body),
            Done::Nomination { .. } | Done::Session { .. } => {}
        }
    }

    fn elect(&mut self, item: Item<'a>, elected: &'a [Elected], unnamed: Option<&Unnamed>) {
        let (on, origin, standing) = (item.act.date, item.origin, item.standing);
        self.holders.extend(elected.iter().map(|one| Holder {
            member: &one.member,
            gender: one.gender,
            term_from: one.term_from,
            term_to: one.term_to,
            by: How::Elected { on },
            lot: None,
            left: None,
            origin,
            standing,
        }));
        self.unnamed.extend(unnamed.map(|they| UnnamedHolders {
            number: they.number,
            term_from: they.term_from,
            term_to: they.term_to,
            elected: on,
            lot: None,
            origin,
        }));
    }

    fn shorten(&mut self, item: Item<'a>, election: Date, members: &[Member], unnamed: u16, term_to: Date) {
        for member in members {
            if let Some(holder) = self.elected_on_mut(election, member) {
                holder.term_to = term_to;
                holder.lot = Some(item.origin);
            }
        }
        let of_the_election =
            |they: &&mut UnnamedHolders| they.elected.at_latest().day() == election && they.lot.is_none();
        let Some(they) = self.unnamed.iter_mut().find(of_the_election) else { return };
        let drawn = unnamed.min(they.number);
        if drawn > 0 {
            they.number -= drawn;
            let drawn = UnnamedHolders { number: drawn, term_to, lot: Some(item.origin), ..they.clone() };
            self.unnamed.push(drawn);
        }
    }

    fn elected_on_mut(&mut self, election: Date, member: &Member) -> Option<&mut Holder<'a>> {
        let is_it = |holder: &&mut Holder<'_>| was_elected_on(holder, election) && holder.member.may_be(member);
        self.holders.iter_mut().find(is_it)
    }

    fn vacate(&mut self, on: Date, member: &'a Member, cause: &'a str) {
        let serving = |holder: &&mut Holder<'_>| {
            (holder.serves_on(on) || holder.is_to_serve_after(on)) && holder.member.may_be(member)
        };
        let term_to = if let Some(holder) = self.holders.iter_mut().find(serving) {
            holder.left = Some(on);
            holder.term_to
        } else if let Some(they) = self.unnamed.iter_mut().find(|they| they.serve_on(on) && they.number > 0) {
            they.number -= 1;
            they.term_to
        } else {
            return;
        };
        self.vacated.push(Vacated { member, on, cause, term_to, filled: false });
    }

    fn appoint(&mut self, item: Item<'a>, instead_of: &'a Member, member: &'a Member, approved: Option<Date>) {
        let open = |vacated: &&mut Vacated<'_>| !vacated.filled && vacated.member.may_be(instead_of);
        let Some(vacated) = self.vacated.iter_mut().find(open) else { return };
        vacated.filled = true;
        self.holders.push(Holder {
            member,
            gender: None,
            term_from: approved.unwrap_or_else(|| item.day()),
            term_to: vacated.term_to,
            by: How::Appointed { instead_of },
            lot: None,
            left: None,
            origin: item.origin,
            standing: item.standing,
        });
    }

    /// Where an appointment lasts until the States parties meet again, it ends when they do.
    fn end_provisional_terms(&mut self, day: Date, body: &Body) {
        let provisional = body.vacancies.as_ref().is_some_and(|clause| clause.until == Serves::NextMeeting);
        let appointed = self.holders.iter_mut().filter(|holder| matches!(holder.by, How::Appointed { .. }));
        for holder in appointed.filter(|holder| provisional && holder.serves_on(day)) {
            holder.term_to = day;
        }
    }

    /// The members on a day.
    pub fn serving(&self, day: Date) -> impl Iterator<Item = &Holder<'a>> {
        self.holders.iter().filter(move |holder| holder.serves_on(day))
    }

    /// How many members of a day are not named.
    #[must_use]
    pub fn unnamed_on(&self, day: Date) -> u16 {
        self.unnamed.iter().filter(|they| they.serve_on(day)).map(|they| they.number).fold(0, u16::saturating_add)
    }

    /// How many seats are filled on a day, by whomever.
    #[must_use]
    pub fn filled_on(&self, day: Date) -> u16 {
        u16::try_from(self.serving(day).count()).unwrap_or(u16::MAX).saturating_add(self.unnamed_on(day))
    }

    /// The elections, earliest first.
    #[must_use]
    pub fn elections(&self) -> impl DoubleEndedIterator<Item = &Item<'a>> {
        self.done.iter().filter(|item| matches!(item.act.done, Done::Election { .. }))
    }

    /// The last election.
    #[must_use]
    pub fn last_election(&self) -> Option<&Item<'a>> {
        self.elections().next_back()
    }

    /// The first day of the terms that an election gave; that of the election itself where it gave none.
    #[must_use]
    pub fn terms_begin(election: &Item<'_>) -> Date {
        let Done::Election { elected, unnamed, .. } = &election.act.done else { return election.day() };
        let named = elected.iter().map(|one| one.term_from);
        named.chain(unnamed.iter().map(|they| they.term_from)).min().unwrap_or_else(|| election.day())
    }
}

/// Whether somebody was elected on that day.
pub(super) fn was_elected_on(holder: &Holder<'_>, election: Date) -> bool {
    matches!(holder.by, How::Elected { on } if on.at_latest().day() == election)
}
