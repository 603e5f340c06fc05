//! What becomes of a reservation: confirmed or not, received for deposit or defeated, accepted or objected to by each other
//! State, withdrawn (VCLT 19 to 23, and the practice of depositaries on late reservations).

mod made;
mod reaction;

use std::collections::HashMap;

use crate::act::DayOfAct;
use crate::calendar::{AsAt, DateOfAct, DateOfEffect};
use crate::final_clauses::{AcceptanceNeeded, ReservationRules};
use crate::party::PartyIndex;
use crate::record::{Kept, Record, TreatyRecord};
use crate::statement::{Occasion, Statement, StatementKind, Touch, covers};

pub(crate) use made::{act_of_the_kind, day_made, occasion};
pub use reaction::{Objection, Reaction};

/// The statements towards a treaty that count on a day, and which of them are about which.
#[derive(Debug, Clone)]
pub struct Statements<'a> {
    all: Vec<&'a Kept<Statement>>,
    about: HashMap<&'a str, Vec<&'a Kept<Statement>>>,
}

impl<'a> Statements<'a> {
    /// Those on the depositary's record by that day. What is merely reported is in none of what follows.
    #[must_use]
    pub fn of(treaty: &'a TreatyRecord, record: &'a Record, as_at: AsAt) -> Self {
        let counts = |kept: &&Kept<Statement>| {
            kept.standing.counts() && as_at.follows(day_made(&kept.what, treaty, record).at_latest())
        };
        let all: Vec<_> = record.statements(&treaty.treaty.treaty).filter(counts).collect();
        let mut about: HashMap<&str, Vec<_>> = HashMap::new();
        for kept in &all {
            if let Some(to) = &kept.what.to {
                about.entry(to).or_default().push(*kept);
            }
        }
        Self { all, about }
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[&'a Kept<Statement>] {
        &self.all
    }

    /// Those of a kind about a statement, by day.
    pub fn about(&self, id: &str, kind: StatementKind) -> impl Iterator<Item = &'a Kept<Statement>> {
        self.about.get(id).into_iter().flatten().copied().filter(move |kept| kept.what.kind == kind)
    }

    /// The day from which a statement is withdrawn as a whole.
    #[must_use]
    pub fn withdrawn(&self, id: &str, rules: ReservationRules<'_>) -> Option<DateOfAct> {
        let whole = self.about(id, StatementKind::Withdrawal).filter(|kept| kept.what.articles.is_empty());
        whole.map(|kept| effect_of_withdrawal(&kept.what, rules)).min()
    }
}

/// The day on which a withdrawal has effect: when the others receive notice of it (VCLT 22(3)), which is when the
/// depositary circulates it, unless the treaty says that its receipt by the depositary is enough.
fn effect_of_withdrawal(withdrawal: &Statement, rules: ReservationRules<'_>) -> DateOfAct {
    let received = withdrawal.counts_from().at_latest();
    match withdrawal.circulated {
        Some(circulated) if !rules.withdrawn_on_receipt() => circulated.at_latest(),
        _ => received,
    }
}

/// A reservation, or an opt-out that the treaty permits, on a day.
#[derive(Debug, Clone)]
pub struct Reservation<'a> {
    /// The statement.
    pub made: &'a Kept<Statement>,
    /// Its author.
    pub author: PartyIndex,
    /// With which act it was made.
    pub at: Occasion,
    /// What has become of it.
    pub state: ReservationState<'a>,
    /// Whose acceptance it needs.
    pub acceptance: AcceptanceNeeded,
    /// The provisions that it still concerns.
    pub articles: Vec<&'a str>,
    /// What it does to them, where it says so.
    pub effect: Option<Touch>,
    /// The modification that has taken its place.
    pub modified_by: Option<&'a Kept<Statement>>,
    /// The day from which the time for objections runs: that of notification, or of the confirmation if that is later.
    pub notified: Option<DateOfAct>,
    /// Whether that day is known, and not only a day by which it was notified.
    pub notified_on_that_day: bool,
    /// The end of the time for objections, for those bound before it.
    pub objections_until: Option<DateOfAct>,
}

/// What has become of a reservation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReservationState<'a> {
    /// Made on signature, and its author has not yet expressed its consent to be bound (VCLT 23(2)).
    AwaitingConfirmation,
    /// Made on signature and not confirmed when its author expressed its consent (VCLT 23(2)).
    NotConfirmed,
    /// Made late: received for deposit on that day unless a contracting State objects. Without a day: not circulated yet.
    Pending {
        /// The day.
        until: Option<DateOfEffect>,
    },
    /// Made late, and a contracting State objected in time.
    Defeated {
        /// The first objection.
        by: &'a Kept<Statement>,
    },
    /// Made, or received for deposit.
    Stands {
        /// Since when.
        since: DateOfEffect,
    },
    /// So many parties objected that the treaty makes it inadmissible towards everybody.
    Inadmissible {
        /// How many objected.
        objections: usize,
        /// How many parties there are.
        parties: usize,
    },
    /// Withdrawn (VCLT 22).
    Withdrawn {
        /// Since when.
        since: DateOfEffect,
    },
    /// Its author left the treaty, and came back without it.
    Lapsed,
}

impl ReservationState<'_> {
    /// Whether it has, or may come to have, effect between its author and others.
    #[must_use]
    pub const fn stands(self) -> bool {
        matches!(self, Self::Stands { .. })
    }

    /// The word by which programs name it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AwaitingConfirmation => "awaiting-confirmation",
            Self::NotConfirmed => "not-confirmed",
            Self::Pending { .. } => "pending",
            Self::Defeated { .. } => "defeated",
            Self::Stands { .. } => "stands",
            Self::Inadmissible { .. } => "inadmissible",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Lapsed => "lapsed",
        }
    }
}

impl<'a> Reservation<'a> {
    /// Every reservation and opt-out towards a treaty made by a day, in the order of receipt.
    #[must_use]
    pub fn all(statements: &Statements<'a>, treaty: &'a TreatyRecord, record: &'a Record, as_at: AsAt) -> Vec<Self> {
        let reserving = statements.all.iter().copied().filter(|kept| kept.what.reserves());
        reserving.filter_map(|kept| Self::of(kept, statements, treaty, record, as_at)).collect()
    }

    /// One reservation on a day; `None` for what is none, or for an author that the record does not hold.
    #[must_use]
    pub fn of(
        made: &'a Kept<Statement>,
        statements: &Statements<'a>,
        treaty: &'a TreatyRecord,
        record: &'a Record,
        as_at: AsAt,
    ) -> Option<Self> {
        let what = &made.what;
        let author = record.parties.by_code(what.party).filter(|_| what.reserves())?;
        let rules = ReservationRules::of(treaty.treaty.reservations.as_ref());
        let opted_out = what.kind == StatementKind::OptOut;
        let at = occasion(what, treaty, author);
        let confirmed = statements.about(&what.id, StatementKind::Confirmation).next();
        let day = confirmed.map_or_else(|| day_made(what, treaty, record), |kept| kept.what.counts_from()).at_latest();
        let circulated = what.circulated.map(DayOfAct::at_latest);
        let notified = circulated.map(|circulated| if confirmed.is_some() { circulated.max(day) } else { circulated });
        let mut reservation = Self {
            made,
            author,
            at,
            state: ReservationState::Stands { since: DateOfEffect::new(day.day()) },
            acceptance: if opted_out { AcceptanceNeeded::NoneRequired } else { rules.acceptance(&what.articles) },
            articles: what.articles.iter().map(String::as_str).collect(),
            effect: what.effect,
            modified_by: None,
            notified,
            notified_on_that_day: what.circulated.is_some_and(|day| day.exact().is_some()),
            objections_until: notified.and_then(|from| reckoned(rules.objections(), from, treaty)),
        };
        let asking = made::Asking { statements, treaty, record, rules, as_at };
        reservation.state = asking.state(&reservation, confirmed.is_some(), day);
        reservation.change(&asking);
        Some(reservation)
    }

    /// Takes modifications and withdrawals into account.
    fn change(&mut self, asking: &made::Asking<'_, 'a>) {
        let id = &self.made.what.id;
        if self.state.stands() {
            let standing = |kept: &&'a Kept<Statement>| asking.modification_stands(kept);
            self.modified_by = asking.statements.about(id, StatementKind::Modification).filter(standing).last();
        }
        if let Some(modification) = self.modified_by {
            if !modification.what.articles.is_empty() {
                self.articles = modification.what.articles.iter().map(String::as_str).collect();
            }
            self.effect = modification.what.effect.or(self.effect);
        }
        let mut withdrawals: Vec<_> = asking.statements.about(id, StatementKind::Withdrawal).collect();
        withdrawals.retain(|kept| asking.as_at.follows(effect_of_withdrawal(&kept.what, asking.rules)));
        for withdrawal in withdrawals {
            let withdrawn = &withdrawal.what.articles;
            self.articles.retain(|own| !withdrawn.iter().any(|withdrawn| covers(withdrawn, own)));
            if withdrawn.is_empty() || self.articles.is_empty() {
                let since = DateOfEffect::new(effect_of_withdrawal(&withdrawal.what, asking.rules).day());
                self.state = ReservationState::Withdrawn { since };
                return;
            }
        }
    }

    /// Whether it was made after its author was bound.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.at == Occasion::Later
    }

    /// Whether any of its provisions overlaps with an article.
    #[must_use]
    pub fn touches(&self, article: &str) -> bool {
        self.articles.is_empty() || self.articles.iter().any(|own| crate::statement::overlap(own, article))
    }
}

/// The last day of a period; `None` where it can't be counted.
fn reckoned(period: crate::calendar::Delay, from: DateOfAct, treaty: &TreatyRecord) -> Option<DateOfAct> {
    let month_end = treaty.treaty.month_end.unwrap_or_default();
    period.reckon(from.day(), month_end).ok().map(|reckoning| DateOfAct::new(reckoning.to))
}
