//! Whether what was done in or for a body may be recorded: its treaty's own clause is asked, as for acts of States
//! ([`due_form`](crate::due_form)). What the treaty does not allow is refused; what a depositary would ask about is queried.

mod ballot;
mod case;
mod election;
mod lot;
mod nominee;
mod office;
mod terms;

use case::Case;

use super::composition::{Composition, Item, Origin};
use super::parties::StatesParties;
use super::seats::{Capacity, capacities};
use super::{in_order, recorded};
use crate::act::{DayOfAct, Standing};
use crate::body_act::{BodyAct, Done};
use crate::calendar::{AsAt, Date};
use crate::due_form::Finding;
use crate::final_clauses::Body;
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
    if let Done::Appointment { approved: Some(approved), .. } = act.done
        && approved > today.day()
    {
        let message = format!("the approval is dated {approved}, which is still to come");
        return Some(Fault::refused("approved", message).instead(format!("{today} or an earlier day")));
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
