//! An act, with everything that it is judged by.

use super::Fault;
use crate::body_act::{Done, Member};
use crate::calendar::Date;
use crate::committee::composition::{Composition, Item, Origin};
use crate::committee::parties::StatesParties;
use crate::committee::seats::{Capacity, on};
use crate::final_clauses::Body;
use crate::party::{PartyCode, PartyIndex};
use crate::record::{Record, TreatyRecord};

/// An act, with everything that it is judged by.
pub(super) struct Case<'c, 'a> {
    pub(super) item: Item<'a>,
    pub(super) day: Date,
    pub(super) body: &'c Body,
    pub(super) treaty: &'c TreatyRecord,
    pub(super) record: &'c Record,
    pub(super) before: &'c Composition<'a>,
    pub(super) capacities: &'c [Capacity<'c>],
    pub(super) parties: &'c StatesParties,
}

impl Case<'_, '_> {
    pub(super) fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        self.no_twin(&mut faults);
        match &self.item.act.done {
            Done::Meeting { present, .. } => self.meeting(*present, &mut faults),
            Done::Nomination { election, nominee } => self.nomination(*election, nominee, &mut faults),
            Done::Election { .. } => self.election(&mut faults),
            Done::Lot { election, members, unnamed, term_to } => {
                self.lot(*election, members, *unnamed, *term_to, &mut faults);
            }
            Done::Vacancy { member, .. } => self.vacancy(member, &mut faults),
            Done::Appointment { instead_of, member, approved } => {
                self.appointment(instead_of, member, *approved, &mut faults);
            }
            Done::Officers { officers } => {
                for officer in officers {
                    self.must_serve(&officer.member, "officer", &mut faults);
                }
            }
            Done::Session { to, .. } => self.session(*to, &mut faults),
        }
        faults
    }

    /// The same meeting, session or election is recorded once.
    fn no_twin(&self, faults: &mut Vec<Fault>) {
        let twin = self.before.done.iter().find(|other| match (&other.act.done, &self.item.act.done) {
            (Done::Meeting { number: one, .. }, Done::Meeting { number: other, .. })
            | (Done::Session { number: one, .. }, Done::Session { number: other, .. }) => one == other,
            (Done::Election { .. }, Done::Election { .. }) => other.act.date == self.item.act.date,
            (one, this) => one == this && other.act.date == self.item.act.date,
        });
        if let Some(twin) = twin {
            let whence = match twin.origin {
                Origin::Register(entry) => format!("entry {entry}"),
                Origin::Proposal(_) => "the same import".to_owned(),
            };
            let message = format!("this {} is recorded already, in {whence}", self.item.act.done.noun());
            let fault = Fault::refused("date", message);
            faults.push(match twin.origin {
                Origin::Register(entry) => {
                    fault.instead(format!("a correction of entry {entry}, if that one is wrong"))
                }
                Origin::Proposal(_) => fault,
            });
        }
    }

    /// The seats of the day.
    pub(super) fn seats(&self) -> Option<&Capacity<'_>> {
        on(self.capacities, self.day)
    }

    /// A State's name on the day of the act, as in running text.
    pub(super) fn name(&self, code: PartyCode) -> String {
        match self.record.parties.by_code(code) {
            Some(party) => self.record.parties[party].name_on(self.day).in_text().to_owned(),
            None => code.to_string(),
        }
    }

    /// A member as a person would say it.
    pub(super) fn whom(&self, member: &Member) -> String {
        match &member.name {
            Some(name) => format!("{name} ({})", self.name(member.nominated_by)),
            None => format!("the member from {}", self.name(member.nominated_by)),
        }
    }

    fn party(&self, code: PartyCode) -> Option<PartyIndex> {
        self.record.parties.by_code(code)
    }

    /// A State must be a party on the day: its deposit alone is not enough.
    pub(super) fn must_be_party(&self, code: PartyCode, field: &'static str, article: &str, faults: &mut Vec<Fault>) {
        let party = self.party(code);
        if party.is_some_and(|party| self.parties.in_force.contains(&party)) {
            return;
        }
        let deposited = party.is_some_and(|party| self.parties.deposited.contains(&party));
        let (name, id) = (self.name(code), &self.treaty.treaty.treaty);
        let message = if deposited {
            format!(
                "{name} had deposited by {}, and {id} was not in force for it yet: only a State party nominates (article {article})",
                self.day
            )
        } else {
            format!("{name} was no State party to {id} on {} (article {article})", self.day)
        };
        faults.push(Fault::refused(field, message));
    }

    /// The article on nominations.
    pub(super) fn nominations_article(&self) -> &str {
        self.body.nominations.as_ref().map_or(&self.body.article, |clause| &clause.article)
    }
}
