//! Entry into force: of a treaty, and for each party.

use crate::calendar::{AsAt, CalendarError, DateOfAct, DateOfEffect, MonthEnd, Reckoning, Wording};
use crate::consent::{PartyHistory, Tenure};
use crate::final_clauses::{EachParty, EntryIntoForceClause, Family, Interval, IntervalReading, Trigger};
use crate::party::PartyKind;
use crate::reason::{Instrument, Reading, Reason, Reasons, WhyLeftOut};
use crate::record::{Record, RecordedAct, TreatyRecord};

/// When a treaty entered, or is to enter, into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EntryIntoForce {
    /// The day on which enough instruments had been deposited; `None` while there are too few.
    pub reached: Option<DateOfAct>,
    /// The day of entry into force, which may still lie ahead; `None` while it can't be said.
    pub date: Option<DateOfEffect>,
    /// How many instruments are still needed.
    pub remaining: u16,
}

impl EntryIntoForce {
    /// The entry into force of a treaty, as the acts done by a certain day have it.
    pub fn of(treaty: &TreatyRecord, record: &Record, as_at: AsAt, reasons: &mut impl Reasons) -> Self {
        let derived = match &treaty.treaty.entry_into_force {
            Some(clause) => Self::derive(clause, treaty, record, as_at, reasons),
            None => {
                reasons.give(|| Reason::NoClause);
                Self::default()
            }
        };
        let decided = treaty.decision(None, as_at);
        if let Some(decided) = decided {
            reasons.give(|| Reason::Decided {
                entry: decided.entry,
                date: decided.decision.in_force,
                derived: derived.date,
                article: decided.decision.article.clone(),
                because: decided.decision.because.clone(),
                sources: decided.sources.clone(),
            });
        }
        Self { date: decided.map_or(derived.date, |decided| Some(decided.decision.in_force)), ..derived }
    }

    fn derive(
        clause: &EntryIntoForceClause,
        treaty: &TreatyRecord,
        record: &Record,
        as_at: AsAt,
        reasons: &mut impl Reasons,
    ) -> Self {
        let count = Count::of(&clause.when, treaty, record, as_at);
        count.explain(clause, record, reasons);
        let Some(reached) = count.reached else {
            return Self { reached: None, date: None, remaining: count.remaining };
        };
        let reckoned = reckon(&clause.then, reached, treaty);
        explain_reckoning(&clause.article, &clause.then, reckoned, reasons);
        let date = reckoned.ok().map(|reckoning| DateOfEffect::new(reckoning.to));
        Self { reached: Some(reached), date, remaining: 0 }
    }
}

/// The count of instruments towards a threshold. Instruments of one day have no order among themselves, so the count
/// is taken at the end of each day.
struct Count<'a> {
    /// Counted, by day, up to and including the day on which there were enough.
    counted: Vec<&'a RecordedAct>,
    left_out: Vec<(&'a RecordedAct, WhyLeftOut)>,
    reached: Option<DateOfAct>,
    remaining: u16,
}

impl<'a> Count<'a> {
    fn of(trigger: &Trigger, treaty: &'a TreatyRecord, record: &Record, as_at: AsAt) -> Self {
        let mut deposits: Vec<Tenure<'a>> = Vec::new();
        let mut left_out = Vec::new();
        for acts in treaty.by_party() {
            let Some(history) = PartyHistory::of(acts, as_at) else { continue };
            let reported = history.reported.iter().filter(|act| act.action.expresses_consent());
            left_out.extend(reported.map(|act| (*act, WhyLeftOut::Reported)));
            for tenure in history.tenures {
                match why_not_counted(trigger, record, tenure.consent) {
                    Some(why) => left_out.push((tenure.consent, why)),
                    None => deposits.push(tenure),
                }
            }
        }
        deposits.sort_by_key(|tenure| tenure.consent.counts_from());
        let needed = usize::from(trigger.instruments);
        let reached = day_reached(&deposits, needed);
        let closed = reached.unwrap_or_else(|| DateOfAct::new(as_at.day()));
        let mut counted = Vec::new();
        for tenure in deposits.iter().filter(|tenure| tenure.consent.counts_from() <= closed) {
            match tenure.withdrawal {
                Some(act) if act.counts_from() <= closed => left_out.push((tenure.consent, WhyLeftOut::Withdrawn)),
                _ => counted.push(tenure.consent),
            }
        }
        left_out.retain(|(act, _)| act.counts_from() <= closed);
        let remaining = u16::try_from(needed.saturating_sub(counted.len())).unwrap_or(u16::MAX);
        Self { counted, left_out, reached, remaining }
    }

    fn explain(&self, clause: &EntryIntoForceClause, record: &Record, reasons: &mut impl Reasons) {
        let shown = |act: &&RecordedAct| Instrument::of(act, record);
        reasons.give(|| {
            let mut instruments: Vec<Instrument> = self.counted.iter().map(shown).collect();
            instruments.sort();
            Reason::Counted {
                article: clause.article.clone(),
                needed: clause.when.instruments,
                of: clause.when.of.clone(),
                instruments,
                remaining: self.remaining,
            }
        });
        if let Some(on) = self.reached {
            reasons.give(|| {
                let same_day = self.counted.iter().filter(|act| act.counts_from() == on);
                let mut instruments: Vec<Instrument> = same_day.map(shown).collect();
                instruments.sort();
                let last = self.counted.len();
                Reason::Reached { on, places: (last + 1 - instruments.len().min(last), last), instruments }
            });
        }
        for (act, why) in &self.left_out {
            reasons.give(|| Reason::LeftOut { instrument: Instrument::of(act, record), why: *why });
        }
    }
}

fn why_not_counted(trigger: &Trigger, record: &Record, act: &RecordedAct) -> Option<WhyLeftOut> {
    if !trigger.counts(act.action) {
        Some(WhyLeftOut::OtherKind)
    } else if record.parties[act.party].kind == PartyKind::Organization {
        Some(WhyLeftOut::Organization)
    } else {
        None
    }
}

/// The first day at whose end enough instruments stood. `deposits` are in order of day.
fn day_reached(deposits: &[Tenure<'_>], needed: usize) -> Option<DateOfAct> {
    let mut standing: usize = 0;
    for same_day in deposits.chunk_by(|one, other| one.consent.counts_from() == other.consent.counts_from()) {
        let day = same_day.first()?.consent.counts_from();
        standing += same_day.len();
        let withdrawn_by_then = |tenure: &&Tenure<'_>| {
            tenure.consent.counts_from() <= day
                && tenure.withdrawal.is_some_and(|withdrawal| withdrawal.counts_from() <= day)
        };
        let withdrawn = deposits.iter().filter(|tenure| tenure.withdrawal.is_some()).filter(withdrawn_by_then).count();
        if standing - withdrawn >= needed {
            return Some(day);
        }
    }
    None
}

/// What follows for one party from one time of being bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// The day of entry into force for the party; `None` while it can't be said, or when it never came.
    pub in_force: Option<DateOfEffect>,
    /// The first day on which the party is no longer bound; `None`: no end in sight.
    pub ended: Option<DateOfEffect>,
}

impl Bound {
    /// What follows for a party from its last time of being bound by the day asked about, `treaty_in_force` being the
    /// answer for the treaty itself.
    pub fn of(
        history: &PartyHistory<'_>,
        treaty_in_force: EntryIntoForce,
        treaty: &TreatyRecord,
        record: &Record,
        as_at: AsAt,
        reasons: &mut impl Reasons,
    ) -> Self {
        let Some(tenure) = history.last() else {
            return Self { in_force: None, ended: None };
        };
        let derived = derived_for_party(tenure, treaty_in_force, treaty, record, reasons);
        let in_force = decided_for_party(tenure, derived, treaty, as_at, reasons);
        if let Some(act) = tenure.withdrawal {
            reasons.give(|| Reason::Withdrawn { act: Instrument::of(act, record) });
            return Self { in_force: None, ended: Some(DateOfEffect::new(act.counts_from().day())) };
        }
        let ended = tenure.denunciation.and_then(|notice| end_of_participation(notice, treaty, record, reasons));
        Self { in_force, ended }
    }
}

fn derived_for_party(
    tenure: &Tenure<'_>,
    treaty_in_force: EntryIntoForce,
    treaty: &TreatyRecord,
    record: &Record,
    reasons: &mut impl Reasons,
) -> Option<DateOfEffect> {
    let deposited = tenure.consent.counts_from();
    let clause = treaty.treaty.entry_into_force.as_ref()?;
    let (reached, in_force) = (treaty_in_force.reached?, treaty_in_force.date?);
    if let Some(from) = date_of_succession(tenure.consent, record) {
        reasons.give(|| Reason::Succession { from });
        return Some(not_before_the_treaty(from, in_force, reasons));
    }
    let each = &clause.each_party;
    if deposited <= reached {
        reasons.give(|| Reason::AmongTheFirst { article: clause.article.clone() });
        return Some(in_force);
    }
    if each.family == Family::AfterEntryIntoForce && deposited.day() < in_force.day() {
        return in_the_interval(clause, reached, deposited, in_force, treaty, reasons);
    }
    reasons.give(|| Reason::CameLater { article: each.article.clone(), family: each.family });
    let reckoned = reckon(&each.then, deposited, treaty);
    explain_reckoning(&each.article, &each.then, reckoned, reasons);
    let own = DateOfEffect::new(reckoned.ok()?.to);
    Some(not_before_the_treaty(own, in_force, reasons))
}

/// A successor State is bound from the date of succession: the day that its notification names, or on which it came
/// into being. Without either, its notification is treated like any other instrument.
fn date_of_succession(act: &RecordedAct, record: &Record) -> Option<DateOfEffect> {
    if act.action != crate::act::Action::Succession {
        return None;
    }
    let came_into_being = || record.parties[act.party].existed.and_then(|span| span.from).map(DateOfEffect::new);
    act.effective.or_else(came_into_being)
}

fn not_before_the_treaty(own: DateOfEffect, treaty: DateOfEffect, reasons: &mut impl Reasons) -> DateOfEffect {
    if own < treaty {
        reasons.give(|| Reason::NotBeforeTheTreaty { own, treaty });
    }
    own.max(treaty)
}

fn in_the_interval(
    clause: &EntryIntoForceClause,
    reached: DateOfAct,
    deposited: DateOfAct,
    in_force: DateOfEffect,
    treaty: &TreatyRecord,
    reasons: &mut impl Reasons,
) -> Option<DateOfEffect> {
    let each = &clause.each_party;
    let silent = Interval { reading: IntervalReading::WithTheTreaty, other: None, standing: None };
    let interval = each.interval.as_ref().unwrap_or(&silent);
    let read = |reading: IntervalReading| match reading {
        IntervalReading::WithTheTreaty => Some(in_force),
        IntervalReading::OwnPeriod => {
            let own = reckon(&each.then, deposited, treaty).ok()?.to;
            Some(DateOfEffect::new(own).max(in_force))
        }
    };
    let applied = read(interval.reading)?;
    reasons.give(|| {
        let spell_out = |reading: IntervalReading| spell_out(reading, clause, deposited, in_force, treaty);
        Reason::Interval {
            article: each.article.clone(),
            reached,
            deposited,
            in_force,
            applied: spell_out(interval.reading),
            other: interval.other.map(spell_out),
            standing: interval.standing.clone(),
        }
    });
    Some(applied)
}

/// A reading with its arithmetic.
fn spell_out(
    reading: IntervalReading,
    clause: &EntryIntoForceClause,
    deposited: DateOfAct,
    in_force: DateOfEffect,
    treaty: &TreatyRecord,
) -> Reading {
    let EachParty { article, then, .. } = &clause.each_party;
    let own = match reading {
        IntervalReading::OwnPeriod => reckon(then, deposited, treaty).ok(),
        IntervalReading::WithTheTreaty => None,
    };
    match own {
        Some(own) => Reading {
            reading,
            article: article.clone(),
            date: DateOfEffect::new(own.to).max(in_force),
            wording: Some(then.text().to_owned()),
            steps: own.steps().collect(),
        },
        None => Reading { reading, article: clause.article.clone(), date: in_force, wording: None, steps: Vec::new() },
    }
}

/// What the depositary itself has said of the day for the party, if anything, stands over what is derived.
fn decided_for_party(
    tenure: &Tenure<'_>,
    derived: Option<DateOfEffect>,
    treaty: &TreatyRecord,
    as_at: AsAt,
    reasons: &mut impl Reasons,
) -> Option<DateOfEffect> {
    let decided = treaty.decision(Some(tenure.consent.party), as_at);
    if let Some(decided) = decided.filter(|decided| decided.decision.date >= tenure.consent.counts_from()) {
        reasons.give(|| Reason::Decided {
            entry: decided.entry,
            date: decided.decision.in_force,
            derived,
            article: decided.decision.article.clone(),
            because: decided.decision.because.clone(),
            sources: decided.sources.clone(),
        });
        return Some(decided.decision.in_force);
    }
    let act = tenure.consent;
    match act.effective {
        Some(named) if act.action != crate::act::Action::Succession && Some(named) != derived => {
            reasons.give(|| Reason::Decided {
                entry: act.entry,
                date: named,
                derived,
                article: None,
                because: "the entry of the instrument itself names this day of effect".to_owned(),
                sources: Vec::new(),
            });
            Some(named)
        }
        _ => derived,
    }
}

/// The first day on which a party that gave notice is no longer bound: the end of the treaty's period from receipt, or
/// the later day that the notice names.
fn end_of_participation(
    notice: &RecordedAct,
    treaty: &TreatyRecord,
    record: &Record,
    reasons: &mut impl Reasons,
) -> Option<DateOfEffect> {
    let received = notice.counts_from();
    reasons.give(|| Reason::Denounced { notice: Instrument::of(notice, record), received });
    let Some(clause) = &treaty.treaty.denunciation else {
        reasons.give(|| Reason::NoClause);
        return notice.effective;
    };
    let reckoned = reckon(&clause.effect, received, treaty);
    explain_reckoning(&clause.article, &clause.effect, reckoned, reasons);
    let by_the_clause = reckoned.ok().map(|reckoning| DateOfEffect::new(reckoning.to));
    by_the_clause.max(notice.effective)
}

/// The earliest day on which a notice of denunciation may be received, the party having been bound since `in_force`.
#[must_use]
pub fn earliest_denunciation(
    treaty: &TreatyRecord,
    in_force: DateOfEffect,
    treaty_in_force: DateOfEffect,
) -> Option<DateOfAct> {
    let floor = treaty.treaty.denunciation.as_ref()?.not_before.as_ref()?;
    let from = if floor.runs_from_the_treaty() { treaty_in_force } else { in_force };
    let month_end = treaty.treaty.month_end.unwrap_or_default();
    floor.delay().reckon(from.day(), month_end).ok().map(|reckoning| DateOfAct::new(reckoning.to))
}

fn reckon(wording: &Wording, from: DateOfAct, treaty: &TreatyRecord) -> Result<Reckoning, CalendarError> {
    let month_end: MonthEnd = treaty.treaty.month_end.unwrap_or_default();
    wording.delay().reckon(from.day(), month_end)
}

fn explain_reckoning(
    article: &str,
    wording: &Wording,
    reckoned: Result<Reckoning, CalendarError>,
    reasons: &mut impl Reasons,
) {
    reasons.give(|| match reckoned {
        Ok(reckoning) => Reason::reckoned(article, wording, &reckoning),
        Err(fault) => Reason::NotReckoned { because: fault.to_string() },
    });
}
