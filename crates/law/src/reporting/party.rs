//! One State party's reports under a treaty.

use std::collections::BTreeMap;

use super::due::{self, Basis, DueDate};
use super::readings::{self, TwoReadings};
use super::report::Report;
use crate::calendar::{AsAt, Date, DateOfAct, DateOfEffect};
use crate::entry_into_force::EntryIntoForce;
use crate::final_clauses::{Cycle, IntervalReading, Reports};
use crate::party::{Name, PartyIndex};
use crate::record::{Kept, Record, TreatyRecord};
use crate::report_act::{ReportAct, ReportStep};
use crate::state::part_in;
use crate::status::Participant;

/// A State party's reports under a treaty, as at a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyReports<'a> {
    /// The State.
    pub party: PartyIndex,
    /// Its name on the day.
    pub name: &'a Name,
    /// Since when the treaty is in force for it.
    pub in_force: DateOfEffect,
    /// Since when it would be in force on the other reading of a gap in the clause, where the register does not apply it.
    pub other_reading: Option<DateOfEffect>,
    /// The first day on which it is no longer bound. No report falls due from that day on.
    pub ended: Option<DateOfEffect>,
    /// Whether that day has come.
    pub has_left: bool,
    /// Its reports, in order: every one that was due by the day, the next, and whatever else the body dealt with.
    pub reports: Vec<Report<'a>>,
}

/// More reports than any State owes under one treaty: with one every two years, those of four hundred years.
const MOST_REPORTS: u16 = 200;

impl<'a> PartyReports<'a> {
    /// The reports of a participant for which the treaty is in force, or is to be; `None` where none are due.
    #[must_use]
    pub(crate) fn of(
        participant: &Participant<'a>,
        treaty_in_force: EntryIntoForce,
        treaty: &'a TreatyRecord,
        record: &'a Record,
        as_at: AsAt,
    ) -> Option<Self> {
        let clause = treaty.treaty.reports.as_ref()?;
        let (in_force, of_treaty) = (participant.in_force?, treaty_in_force.date?);
        let code = record.code(participant.party);
        let done = record.report_acts(&treaty.treaty.treaty).filter(|kept| kept.what.party == code);
        let mut done: Vec<&Kept<ReportAct>> = done.filter(|kept| as_at.follows(kept.what.date.at_latest())).collect();
        // Of one day, and of one kind, in an order that does not depend on that of recording.
        done.sort_by(|one, other| place_in_time(&one.what).cmp(&place_in_time(&other.what)));
        let readings = readings::of(participant.party, treaty_in_force, treaty, record, as_at);
        let schedule = Schedule {
            clause,
            treaty,
            of_treaty,
            ended: participant.ended,
            in_another_report: is_in_another_report(clause, participant.party, record, as_at),
            done: &done,
            as_at,
        };
        let mut dates = schedule.dates(in_force, 1);
        if let Some(readings) = readings {
            say_which_reading(&mut dates, readings, &schedule);
        }
        let numbers = dates.into_iter().map(|(number, layers)| {
            let of_it = |kept: &&&Kept<ReportAct>| kept.what.reports.contains(&number);
            let steps: Vec<&Kept<ReportAct>> = done.iter().filter(of_it).copied().collect();
            Report::of(number, layers, steps, participant.ended, as_at)
        });
        Some(Self {
            party: participant.party,
            name: participant.name,
            in_force,
            other_reading: readings.map(|readings| readings.other_in_force),
            ended: participant.ended,
            has_left: participant.has_ended(as_at),
            reports: numbers.collect(),
        })
    }

    /// Whether any of its reports is overdue.
    #[must_use]
    pub fn has_overdue(&self) -> bool {
        self.reports.iter().any(|report| report.category.is_overdue())
    }
}

type PlaceInTime<'a> = (DateOfAct, ReportStep, &'a [u16], Option<Date>, Option<&'a str>);

fn place_in_time(act: &ReportAct) -> PlaceInTime<'_> {
    (act.date.at_latest(), act.step, &act.reports, act.due, act.symbol.as_deref())
}

/// Whether a party's later reports are part of those that it owes under another treaty.
fn is_in_another_report(clause: &Reports, party: PartyIndex, record: &Record, as_at: AsAt) -> bool {
    let Cycle::WithThoseUnder { treaty, .. } = clause.periodic.means() else { return false };
    let other = record.treaty_by_id(treaty).and_then(|other| part_in(other, party, record, as_at));
    other.is_some_and(|(_, participant)| participant.is_party(as_at))
}

/// The due dates of each report, by number.
type Dates = BTreeMap<u16, Vec<DueDate>>;

/// What the due dates of one State's reports follow from.
struct Schedule<'a> {
    clause: &'a Reports,
    treaty: &'a TreatyRecord,
    of_treaty: DateOfEffect,
    ended: Option<DateOfEffect>,
    in_another_report: bool,
    done: &'a [&'a Kept<ReportAct>],
    as_at: AsAt,
}

impl Schedule<'_> {
    /// The due dates of every report that was due by the day, of the next, of those that the body dealt with, and of as many
    /// as are asked for.
    fn dates(&self, in_force: DateOfEffect, at_least: u16) -> Dates {
        let mut dates = Dates::new();
        let dealt_with = self.done.iter().flat_map(|kept| kept.what.reports.iter().copied());
        for number in dealt_with.filter(|number| (1..=MOST_REPORTS).contains(number)) {
            dates.entry(number).or_default();
        }
        let at_least = at_least.max(dates.keys().last().copied().unwrap_or(0));
        let mut by_treaty = due::initial(self.clause, &self.treaty.treaty, in_force, self.of_treaty);
        for number in 1..=MOST_REPORTS {
            let set: Vec<DueDate> = due::set_by_acts(&self.steps(number)).collect();
            let set_by_body = set.iter().rfind(|due| matches!(due.basis, Basis::Body { .. })).map(|due| due.day);
            // A day for answering a list of issues does not move the cycle; a due date that the body sets does.
            let base = set_by_body.or(by_treaty.as_ref().map(|due| due.day));
            let falls_due = base.is_some_and(|day| self.ended.is_none_or(|ended| day < ended.day()));
            if falls_due || dates.contains_key(&number) {
                dates.insert(number, by_treaty.take().into_iter().chain(set).collect());
            }
            let Some(base) = base else {
                if number >= at_least {
                    break;
                }
                continue;
            };
            if (self.is_ahead(base) || !falls_due) && number >= at_least {
                break;
            }
            let before = set_by_body.is_some();
            by_treaty = due::periodic(self.clause, &self.treaty.treaty, base, before, self.in_another_report);
        }
        dates
    }

    fn steps(&self, number: u16) -> Vec<&Kept<ReportAct>> {
        let counts = |kept: &&&Kept<ReportAct>| kept.standing.counts() && kept.what.reports.contains(&number);
        self.done.iter().filter(counts).copied().collect()
    }

    fn is_ahead(&self, day: Date) -> bool {
        day > self.as_at.day()
    }
}

/// Says of the treaty's dates on which reading they rest, and puts those of the other reading beside them.
fn say_which_reading(dates: &mut Dates, readings: TwoReadings, schedule: &Schedule<'_>) {
    let last = dates.keys().last().copied().unwrap_or(0);
    let mut others = schedule.dates(readings.other_in_force, last);
    for (number, layers) in dates {
        let by_treaty = |layer: &DueDate| matches!(layer.basis, Basis::Treaty { .. });
        let Some(at) = layers.iter().position(by_treaty) else { continue };
        let other = others.remove(number).into_iter().flatten().find(by_treaty);
        // What follows from a day that the body set is the same on both readings.
        if let Some(mut other) = other.filter(|other| other.day != layers[at].day) {
            rests_on(&mut layers[at], readings.applied, false);
            rests_on(&mut other, readings.other, true);
            layers.insert(at + 1, other);
        }
    }
}

fn rests_on(layer: &mut DueDate, which: IntervalReading, is_other: bool) {
    if let Basis::Treaty { reading, other_reading, .. } = &mut layer.basis {
        (*reading, *other_reading) = (Some(which), is_other);
    }
}

/// Whether a step was taken by a State that had accepted, or been given, the simplified procedure.
pub(super) fn is_simplified(steps: &[&Kept<ReportAct>]) -> bool {
    let simplified = |step| matches!(step, ReportStep::SimplifiedProcedure | ReportStep::ListPriorToReporting);
    steps.iter().any(|kept| simplified(kept.what.step))
}
