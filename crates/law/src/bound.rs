//! What follows for one party: since when the treaty is in force for it, and until when.

use crate::act::Action;
use crate::calendar::{AsAt, DateOfAct, DateOfEffect};
use crate::consent::{PartyHistory, Tenure};
use crate::entry_into_force::{EntryIntoForce, explain_reckoning, is_entangled, reckon};
use crate::final_clauses::{EachParty, EntryIntoForceClause, Family, Interval, IntervalReading};
use crate::party::Party;
use crate::reason::{Instrument, Reading, Reason, Reasons, Unasked};
use crate::record::{Record, RecordedAct, TreatyRecord};

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
        let Some((last, earlier)) = history.tenures.split_last() else {
            return Self { in_force: None, ended: None };
        };
        let bound = Self::of_tenure(last, treaty_in_force, treaty, record, as_at, reasons);
        let bound = match earlier.last() {
            Some(before) => {
                Self::of_tenure(before, treaty_in_force, treaty, record, as_at, &mut Unasked).followed_by(bound, as_at)
            }
            None => bound,
        };
        bound.while_it_existed(&record.parties[history.party], reasons)
    }

    /// What follows from each time of being bound, by the day of its instrument, whatever came after.
    #[must_use]
    pub fn of_each_tenure(
        history: &PartyHistory<'_>,
        treaty_in_force: EntryIntoForce,
        treaty: &TreatyRecord,
        record: &Record,
        as_at: AsAt,
    ) -> Vec<(DateOfAct, Self)> {
        let bound = |tenure: &Tenure<'_>| {
            let bound = Self::of_tenure(tenure, treaty_in_force, treaty, record, as_at, &mut Unasked);
            (tenure.consent.counts_from(), bound)
        };
        history.tenures.iter().map(bound).collect()
    }

    fn of_tenure(
        tenure: &Tenure<'_>,
        treaty_in_force: EntryIntoForce,
        treaty: &TreatyRecord,
        record: &Record,
        as_at: AsAt,
        reasons: &mut impl Reasons,
    ) -> Self {
        let derived = derived_for_party(tenure, treaty_in_force, treaty, record, reasons);
        let derived =
            derived.and_then(|derived| if_party_to_the_other(derived, tenure, treaty, record, as_at, reasons));
        let in_force = decided_for_party(tenure, derived, treaty, as_at, reasons);
        if let Some(act) = tenure.withdrawal {
            reasons.give(|| Reason::Withdrawn { act: Instrument::of(act, record) });
            return Self { in_force: None, ended: Some(DateOfEffect::new(act.counts_from().day())) };
        }
        let ended = tenure.denunciation.and_then(|notice| end_of_participation(notice, treaty, record, reasons));
        Self { in_force, ended }
    }

    /// A party that has given notice and comes back before the notice has effect is bound by its first instrument until
    /// then, and without a break where the second takes effect by that day.
    fn followed_by(self, next: Self, as_at: AsAt) -> Self {
        let (Some(_), Some(end)) = (self.in_force, self.ended) else { return next };
        let next_has_begun = next.in_force.is_some_and(|day| as_at.reaches(day));
        if as_at.reaches(end) || next_has_begun {
            next
        } else if next.in_force.is_some_and(|day| day <= end) {
            Self { in_force: self.in_force, ended: next.ended }
        } else {
            self
        }
    }

    /// A State that is no more is no party, whatever it did; what it did still counts for the time before.
    fn while_it_existed(self, party: &Party, reasons: &mut impl Reasons) -> Self {
        let Some(until) = party.existed.and_then(|span| span.until).map(DateOfEffect::new) else { return self };
        if self.ended.is_some_and(|ended| ended <= until) {
            return self;
        }
        reasons.give(|| Reason::CeasedToExist {
            until,
            heirs: party.continued_by.iter().chain(&party.succeeded_by).copied().collect(),
        });
        Self { in_force: self.in_force.filter(|day| *day < until), ended: Some(until) }
    }
}

/// Where only a party to another treaty can be bound, a party waits until the other is in force for it.
fn if_party_to_the_other(
    derived: DateOfEffect,
    tenure: &Tenure<'_>,
    treaty: &TreatyRecord,
    record: &Record,
    as_at: AsAt,
    reasons: &mut impl Reasons,
) -> Option<DateOfEffect> {
    let each = treaty.treaty.entry_into_force.as_ref().and_then(|clause| clause.each_party.as_ref());
    let Some((each, id)) = each.and_then(|each| Some((each, each.party_to.as_ref()?))) else { return Some(derived) };
    // Without the other treaty's acts nothing can be said of it, and nothing is made to depend on it.
    let Some(other) = record.treaty_by_id(id).filter(|other| !other.acts.is_empty()) else { return Some(derived) };
    let bound = if is_entangled(other, record) { None } else { bound_by(other, tenure, derived, record, as_at) };
    reasons.give(|| Reason::PartyTo { article: each.article.clone(), treaty: id.clone(), in_force: bound });
    bound.map(|bound| derived.max(bound))
}

/// Since when another treaty is in force for the same party, if it still is on a day.
fn bound_by(
    other: &TreatyRecord,
    tenure: &Tenure<'_>,
    on: DateOfEffect,
    record: &Record,
    as_at: AsAt,
) -> Option<DateOfEffect> {
    let history = PartyHistory::of(other.acts_of(tenure.consent.party), as_at)?;
    let in_force = EntryIntoForce::of(other, record, as_at, &mut Unasked);
    let bound = Bound::of(&history, in_force, other, record, as_at, &mut Unasked);
    bound.in_force.filter(|_| bound.ended.is_none_or(|ended| on < ended))
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
    let in_force = treaty_in_force.date?;
    // Where the depositary's decision alone gives the treaty's date, enough had been deposited before that day.
    let day_before = || DateOfAct::new(in_force.day().yesterday().unwrap_or(in_force.day()));
    let reached = treaty_in_force.reached.unwrap_or_else(day_before);
    if let Some(from) = date_of_succession(tenure.consent) {
        reasons.give(|| Reason::Succession { from });
        let floor =
            of_the_predecessor(tenure, treaty_in_force, treaty, record).map_or(in_force, |own| own.max(in_force));
        return Some(not_before_the_treaty(from, floor, reasons));
    }
    let each = clause.each_party.as_ref();
    let own_period_always = each.is_some_and(|each| each.family == Family::EveryDeposit);
    if deposited <= reached && !own_period_always {
        reasons.give(|| Reason::AmongTheFirst { article: clause.article.clone() });
        return Some(in_force);
    }
    let Some(each) = each else {
        reasons.give(|| Reason::NoClause);
        return None;
    };
    if each.family == Family::AfterEntryIntoForce && deposited.day() < in_force.day() {
        return in_the_interval(clause, each, reached, deposited, in_force, treaty, reasons);
    }
    reasons.give(|| Reason::CameLater { article: each.article.clone(), family: each.family });
    let reckoned = reckon(&each.then, deposited, treaty);
    explain_reckoning(&each.article, &each.then, reckoned, reasons);
    let own = DateOfEffect::new(reckoned.ok()?.to);
    Some(not_before_the_treaty(own, in_force, reasons))
}

/// Since when the treaty was in force for the State that was succeeded to: a successor can't be bound before it was.
fn of_the_predecessor(
    tenure: &Tenure<'_>,
    treaty_in_force: EntryIntoForce,
    treaty: &TreatyRecord,
    record: &Record,
) -> Option<DateOfEffect> {
    let predecessors = record.parties.predecessors(record.code(tenure.consent.party));
    let dates = predecessors.iter().filter_map(|party| {
        let history = PartyHistory::of(treaty.acts_of(*party), AsAt::new(jiff::civil::Date::MAX))?;
        let own = history.tenures.iter().find(|tenure| tenure.consent.action != Action::Succession)?;
        derived_for_party(own, treaty_in_force, treaty, record, &mut Unasked)
    });
    dates.min()
}

/// A successor State is bound from the date of succession. Without one, its notification is like any other instrument.
fn date_of_succession(act: &RecordedAct) -> Option<DateOfEffect> {
    act.effective.filter(|_| act.action == Action::Succession)
}

fn not_before_the_treaty(own: DateOfEffect, treaty: DateOfEffect, reasons: &mut impl Reasons) -> DateOfEffect {
    if own < treaty {
        reasons.give(|| Reason::NotBeforeTheTreaty { own, treaty });
    }
    own.max(treaty)
}

fn in_the_interval(
    clause: &EntryIntoForceClause,
    each: &EachParty,
    reached: DateOfAct,
    deposited: DateOfAct,
    in_force: DateOfEffect,
    treaty: &TreatyRecord,
    reasons: &mut impl Reasons,
) -> Option<DateOfEffect> {
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
        let spell_out = |reading: IntervalReading| spell_out(reading, clause, each, deposited, in_force, treaty);
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
    each: &EachParty,
    deposited: DateOfAct,
    in_force: DateOfEffect,
    treaty: &TreatyRecord,
) -> Reading {
    let EachParty { article, then, .. } = each;
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
        Some(named) if act.action != Action::Succession && Some(named) != derived => {
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
    if notice.date.exact().is_none() {
        // All that is known is that it was over by that day.
        return notice.effective.or(Some(DateOfEffect::new(received.day())));
    }
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
