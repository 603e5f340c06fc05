//! How a reservation was made, and whether it stands: with which act, confirmed or not, late and received for deposit or not.

use super::{Reservation, ReservationState, Statements, reckoned};
use crate::act::{Action, DayOfAct};
use crate::calendar::{AsAt, DateOfAct, DateOfEffect};
use crate::consent::PartyHistory;
use crate::final_clauses::ReservationRules;
use crate::party::PartyIndex;
use crate::record::{Kept, Record, RecordedAct, TreatyRecord};
use crate::state::part_in;
use crate::statement::{Occasion, Statement, StatementKind};

/// With which act a statement was made: as it says, or as the days show.
pub(crate) fn occasion(statement: &Statement, treaty: &TreatyRecord, author: PartyIndex) -> Occasion {
    if let Some(at) = statement.at {
        return at;
    }
    let day = statement.date.at_latest();
    let counted = || treaty.acts_of(author).iter().filter(|act| act.standing.counts());
    let same_day = |act: &&RecordedAct| act.date.at_latest() == day || act.counts_from() == day;
    let with = counted().filter(same_day).filter_map(|act| Occasion::of(act.action));
    // A State that signs and ratifies on one day makes its statements on ratification.
    if let Some(occasion) = with.max() {
        return occasion;
    }
    let before = |act: &&RecordedAct| act.counts_from() < day;
    if counted().filter(before).any(|act| act.action.expresses_consent()) {
        Occasion::Later
    } else {
        Occasion::Signature
    }
}

/// The day on which a statement was made. Where a source gives only a day by which it was, and says with which act, it is
/// the day of that act.
pub(crate) fn day_made(statement: &Statement, treaty: &TreatyRecord, record: &Record) -> DayOfAct {
    let counts_from = statement.counts_from();
    let (DayOfAct::By(by), Some(action)) = (counts_from, statement.at.and_then(Occasion::action)) else {
        return counts_from;
    };
    let Some(author) = record.parties.by_code(statement.party) else { return counts_from };
    act_of_the_kind(action, by, treaty, author).map_or(counts_from, |act| DayOfAct::On(act.counts_from()))
}

/// The last act of a kind that a State had done by a day.
pub(crate) fn act_of_the_kind(
    action: Action,
    by: DateOfAct,
    treaty: &TreatyRecord,
    author: PartyIndex,
) -> Option<&RecordedAct> {
    let is_it = |act: &&RecordedAct| act.action == action && act.standing.counts() && act.counts_from() <= by;
    treaty.acts_of(author).iter().rfind(is_it)
}

/// What the state of a reservation is derived from.
pub(super) struct Asking<'s, 'a> {
    pub(super) statements: &'s Statements<'a>,
    pub(super) treaty: &'a TreatyRecord,
    pub(super) record: &'a Record,
    pub(super) rules: ReservationRules<'a>,
    pub(super) as_at: AsAt,
}

impl<'a> Asking<'_, 'a> {
    /// What had become of a reservation, modifications and withdrawals apart.
    pub(super) fn state(&self, of: &Reservation<'a>, confirmed: bool, day: DateOfAct) -> ReservationState<'a> {
        let stands = ReservationState::Stands { since: DateOfEffect::new(day.day()) };
        let history = PartyHistory::of(self.treaty.acts_of(of.author), self.as_at);
        let tenures = history.as_ref().map_or(&[][..], |history| history.tenures.as_slice());
        if let [.., before, last] = tenures
            && before.denunciation.or(before.withdrawal).is_some()
            && day < last.consent.counts_from()
        {
            return ReservationState::Lapsed;
        }
        match of.at {
            Occasion::Later => self.of_late(of.made),
            Occasion::Signature if of.made.what.kind == StatementKind::Reservation && !confirmed => {
                if tenures.is_empty() { ReservationState::AwaitingConfirmation } else { ReservationState::NotConfirmed }
            }
            _ => stands,
        }
    }

    /// A late reservation is received for deposit when the time is over and no contracting State has objected; one objection
    /// is enough to defeat it.
    fn of_late(&self, made: &'a Kept<Statement>) -> ReservationState<'a> {
        let Some(circulated) = made.what.circulated else { return ReservationState::Pending { until: None } };
        let until = reckoned(self.rules.late(), circulated.at_latest(), self.treaty);
        let Some(until) = until else { return ReservationState::Pending { until: None } };
        let in_time = |kept: &&'a Kept<Statement>| {
            let day = kept.what.counts_from().at_latest();
            let withdrawn = self.statements.withdrawn(&kept.what.id, self.rules);
            day <= until && withdrawn.is_none_or(|withdrawn| withdrawn > until) && self.is_contracting(kept, day)
        };
        if let Some(by) = self.statements.about(&made.what.id, StatementKind::Objection).find(in_time) {
            return ReservationState::Defeated { by };
        }
        let until = DateOfEffect::new(until.day());
        if self.as_at.reaches(until) {
            ReservationState::Stands { since: until }
        } else {
            ReservationState::Pending { until: Some(until) }
        }
    }

    fn is_contracting(&self, kept: &Kept<Statement>, day: DateOfAct) -> bool {
        let Some(party) = self.record.parties.by_code(kept.what.party) else { return false };
        let as_at = AsAt::new(day.day());
        let part = part_in(self.treaty, party, self.record, as_at);
        part.is_some_and(|(_, participant)| participant.is_contracting(as_at))
    }

    /// Whether a modification has taken the place of what it modifies.
    pub(super) fn modification_stands(&self, modification: &'a Kept<Statement>) -> bool {
        let withdrawn = self.statements.withdrawn(&modification.what.id, self.rules);
        self.of_late(modification).stands() && withdrawn.is_none_or(|day| !self.as_at.follows(day))
    }
}
