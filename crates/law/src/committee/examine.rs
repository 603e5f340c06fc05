//! Whether what was done in or for a body may be recorded: its treaty's own clause is asked, as for acts of States
//! ([`due_form`](crate::due_form)). What the treaty does not allow is refused; what a depositary would ask about is queried.

mod ballot;
mod election;
mod lot;
mod office;
mod terms;

use super::composition::{Composition, Item, Origin};
use super::parties::StatesParties;
use super::seats::{Capacity, capacities, on};
use super::{in_order, recorded};
use crate::act::{DayOfAct, Standing};
use crate::body_act::{BodyAct, Done, Member};
use crate::calendar::{AsAt, Date};
use crate::due_form::Finding;
use crate::final_clauses::Body;
use crate::party::{PartyCode, PartyIndex};
use crate::record::{Record, TreatyRecord};

/// An act in or for a body that is to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct Proposed<'a> {
    /// The act.
    pub act: &'a BodyAct,
    /// On whose word.
    pub standing: Standing,
    /// The papers that it rests on.
    pub sources: &'a [String],
}

/// Examines acts that are to be recorded, together and with what a record holds, in the order of their days. `today` is
/// the day of recording.
///
/// An act that says why it stands although its treaty's rule does not allow it is not refused; the finding says so. The
/// findings are in the order of the proposals.
#[must_use]
pub fn examine(proposals: &[Proposed<'_>], record: &Record, today: AsAt) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = Vec::new();
    for (at, proposed) in proposals.iter().enumerate() {
        let id = &proposed.act.treaty;
        let fault = match record.treaty_by_id(id) {
            None => Some(unknown(proposed.act, record)),
            Some(treaty) if treaty.treaty.body.is_none() => {
                Some(Fault::refused("treaty", format!("the file of {id} has no [body]: no treaty body is known of it")))
            }
            Some(_) => None,
        };
        findings.extend(fault.map(|fault| fault.found(at, proposed.act)));
        findings.extend(by_itself(proposed, today).map(|fault| fault.found(at, proposed.act)));
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    for treaty in seen.into_iter().filter_map(|id| record.treaty_by_id(id)) {
        together(proposals, treaty, record, &mut findings);
    }
    findings.sort_by_key(|finding| finding.proposal);
    findings
}

fn unknown(act: &BodyAct, record: &Record) -> Fault {
    match record.treaty(act.treaty.as_str()) {
        Ok(known) => Fault::refused("treaty", format!("the register holds no treaty `{}`", act.treaty))
            .instead(known.treaty.treaty.to_string()),
        Err(unknown) => {
            let nearest = unknown.nearest().first().cloned();
            Fault { instead: nearest, ..Fault::refused("treaty", unknown.to_string()) }
        }
    }
}

/// What can be said of an act without its treaty.
fn by_itself(proposed: &Proposed<'_>, today: AsAt) -> Option<Fault> {
    let Proposed { act, standing, .. } = proposed;
    let day = act.date.at_latest();
    if !today.follows(day) {
        let message = format!("the {} is dated {day}, which is still to come", act.done.noun());
        return Some(Fault::refused("date", message).instead(format!("{today} or an earlier day")));
    }
    let unknown = matches!(act.date, DayOfAct::By(_)) && *standing == Standing::Deposited;
    unknown.then(|| {
        let message =
            "a depositary knows the day of what is done with it; only what others published or reported may lack one";
        Fault::refused("date", message.to_owned()).instead(format!("{day}"))
    })
}

/// Examines the acts of one treaty: what is recorded, and what is to be.
fn together(proposals: &[Proposed<'_>], treaty: &TreatyRecord, record: &Record, findings: &mut Vec<Finding>) {
    let Some(body) = &treaty.treaty.body else { return };
    let before = recorded(treaty, record, Date::MAX);
    let (_, held_before) = walk(before.clone(), body, treaty, record);
    let ours = proposals.iter().enumerate().filter(|(_, one)| one.act.treaty == treaty.treaty.treaty);
    let ours = ours.filter(|(_, one)| one.standing.counts());
    let ours: Vec<Item<'_>> = ours
        .map(|(at, one)| Item {
            act: one.act,
            origin: Origin::Proposal(at),
            standing: one.standing,
            sources: one.sources,
        })
        .collect();
    let Some(first) = ours.iter().find_map(|item| proposal(item.origin)) else { return };
    let mut items = before;
    items.extend(ours);
    in_order(&mut items);
    let mut sequence = Sequence::new(body, treaty, record);
    for item in items {
        for fault in sequence.next(item) {
            match item.origin {
                Origin::Proposal(at) => findings.push(fault.found(at, item.act)),
                Origin::Register(entry) => {
                    let was_so = |(of, known): &(u64, Finding)| *of == entry && known.message == fault.message;
                    if fault.refused && item.act.in_spite.is_none() && !held_before.iter().any(was_so) {
                        let message = format!("entry {entry} would no longer be allowed: {}", fault.message);
                        findings.push(Fault::queried("date", message).found(first, item.act));
                    }
                }
            }
        }
    }
}

const fn proposal(origin: Origin) -> Option<usize> {
    match origin {
        Origin::Proposal(at) => Some(at),
        Origin::Register(_) => None,
    }
}

/// Goes through acts that are recorded: what they come to, and what the treaty's rule has to say against them.
pub(super) fn walk<'a>(
    items: Vec<Item<'a>>,
    body: &Body,
    treaty: &TreatyRecord,
    record: &Record,
) -> (Composition<'a>, Vec<(u64, Finding)>) {
    let mut sequence = Sequence::new(body, treaty, record);
    let mut remarks = Vec::new();
    for item in items {
        let faults = sequence.next(item);
        if let Origin::Register(entry) = item.origin {
            remarks.extend(faults.into_iter().map(|fault| (entry, fault.found(0, item.act))));
        }
    }
    (sequence.composition, remarks)
}

/// Acts taken one after another.
struct Sequence<'c, 'a> {
    body: &'c Body,
    treaty: &'c TreatyRecord,
    record: &'c Record,
    composition: Composition<'a>,
    /// The States parties and seats of the day looked at last: acts of one day follow each other.
    day: Option<(Date, StatesParties, Vec<Capacity<'c>>)>,
}

impl<'c, 'a> Sequence<'c, 'a> {
    fn new(body: &'c Body, treaty: &'c TreatyRecord, record: &'c Record) -> Self {
        Self { body, treaty, record, composition: Composition::default(), day: None }
    }

    /// What is to be said against an act, which is then taken into account.
    fn next(&mut self, item: Item<'a>) -> Vec<Fault> {
        let day = item.day();
        let (_, parties, capacities) = match self.day.take().filter(|(known, ..)| *known == day) {
            Some(known) => self.day.insert(known),
            None => self.day.insert((
                day,
                StatesParties::of(self.treaty, self.record, day),
                capacities(self.body, self.treaty, self.record, AsAt::new(day)),
            )),
        };
        let case = Case {
            item,
            day,
            body: self.body,
            record: self.record,
            treaty: self.treaty,
            before: &self.composition,
            capacities,
            parties,
        };
        let faults = case.faults();
        self.composition.take(item, self.body);
        faults
    }
}

/// What is wrong with an act, or would be queried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    field: &'static str,
    message: String,
    instead: Option<String>,
    refused: bool,
}

impl Fault {
    const fn refused(field: &'static str, message: String) -> Self {
        Self { field, message, instead: None, refused: true }
    }

    const fn queried(field: &'static str, message: String) -> Self {
        Self { field, message, instead: None, refused: false }
    }

    fn instead(self, instead: String) -> Self {
        Self { instead: Some(instead), ..self }
    }

    fn found(self, proposal: usize, act: &BodyAct) -> Finding {
        let Self { field, message, instead, refused } = self;
        match &act.in_spite {
            Some(why) if refused => {
                let message = format!("{message}; it stands in spite of that: {why}");
                Finding { proposal, field, message, instead: None, refused: false, by_clause: true }
            }
            _ => Finding { proposal, field, message, instead, refused, by_clause: true },
        }
    }
}

/// An act, with everything that it is judged by.
struct Case<'c, 'a> {
    item: Item<'a>,
    day: Date,
    body: &'c Body,
    treaty: &'c TreatyRecord,
    record: &'c Record,
    before: &'c Composition<'a>,
    capacities: &'c [Capacity<'c>],
    parties: &'c StatesParties,
}

impl Case<'_, '_> {
    fn faults(&self) -> Vec<Fault> {
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
            Done::Session { .. } => {}
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
    fn seats(&self) -> Option<&Capacity<'_>> {
        on(self.capacities, self.day)
    }

    /// A State's name on the day of the act, as in running text.
    fn name(&self, code: PartyCode) -> String {
        match self.record.parties.by_code(code) {
            Some(party) => self.record.parties[party].name_on(self.day).in_text().to_owned(),
            None => code.to_string(),
        }
    }

    /// A member as a person would say it.
    fn whom(&self, member: &Member) -> String {
        match &member.name {
            Some(name) => format!("{name} ({})", self.name(member.nominated_by)),
            None => format!("the member from {}", self.name(member.nominated_by)),
        }
    }

    fn party(&self, code: PartyCode) -> Option<PartyIndex> {
        self.record.parties.by_code(code)
    }

    /// A State must be a party on the day: its deposit alone is not enough.
    fn must_be_party(&self, code: PartyCode, field: &'static str, article: &str, faults: &mut Vec<Fault>) {
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
    fn nominations_article(&self) -> &str {
        self.body.nominations.as_ref().map_or(&self.body.article, |clause| &clause.article)
    }
}
