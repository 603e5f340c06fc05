//! Which reservations a treaty leaves room for, and what it says otherwise than the general law.

use serde::{Deserialize, Serialize};

use super::trigger::Fraction;
use crate::calendar::{Delay, Wording};
use crate::statement::covers;

/// The clause on reservations. What it does not say is as articles 19 to 23 of the Vienna Convention on the Law of Treaties
/// and the practice of depositaries have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Reservations {
    /// The article.
    pub article: String,
    /// What may not be reserved, in the treaty's terms. `any reservation` leaves room for none, and `excluding any Part` for
    /// none that excludes one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<String>,
    /// The article that forbids it, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forbidden_by: Option<String>,
    /// The provisions to which no reservation may be made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_to: Vec<String>,
    /// The only provisions to which one may be made (VCLT 19(b)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only_to: Vec<String>,
    /// The provisions to which the treaty expressly authorizes one: it needs no acceptance (VCLT 20(1)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authorized: Vec<String>,
    /// Whose acceptance a reservation needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance: Option<AcceptanceNeeded>,
    /// The time for objections from notification; twelve months where the treaty does not say (VCLT 20(5)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objections: Option<Wording>,
    /// The part of the parties whose objections make a reservation inadmissible towards everybody (ICERD 20(2)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inadmissible_if: Option<Fraction>,
    /// The time after which a late reservation is received for deposit; twelve months where the treaty does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Wording>,
    /// How a reservation is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<Withdrawal>,
}

/// Whose acceptance a reservation needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum AcceptanceNeeded {
    /// Each other State's, for itself; silence is acceptance (VCLT 20(4) and (5)).
    #[default]
    #[serde(rename = "each")]
    Each,
    /// Nobody's: the treaty expressly authorizes reservations (VCLT 20(1)).
    #[serde(rename = "none required")]
    NoneRequired,
    /// That of all the parties (VCLT 20(2)).
    #[serde(rename = "all parties")]
    AllParties,
    /// That of the organization's competent organ (VCLT 20(3)).
    #[serde(rename = "organ")]
    Organ,
}

/// How a reservation is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Withdrawal {
    /// When the withdrawal has effect, in the treaty's terms: "on receipt".
    pub effect: String,
}

/// Twelve months: the time for objections (VCLT 20(5)), and that after which a late reservation is received for deposit.
const TWELVE_MONTHS: Delay = Delay::Months(12);

impl Reservations {
    /// Why a reservation to these provisions is not possible, if it is not: the article that says so.
    #[must_use]
    pub fn refuses(&self, articles: &[String], excludes: bool) -> Option<Refused<'_>> {
        let by = self.forbidden_by.as_deref().unwrap_or(&self.article);
        let forbids = |what: &str| self.forbidden.iter().any(|forbidden| forbidden == what);
        if forbids("any reservation") {
            return Some(Refused { by, what: "it leaves room for no reservation".to_owned() });
        }
        let is_part = |article: &&String| article.trim_start().to_ascii_lowercase().starts_with("part ");
        if let Some(part) = articles.iter().find(is_part).filter(|_| excludes && forbids("excluding any Part")) {
            return Some(Refused { by, what: format!("no Part may be excluded, and this excludes {part}") });
        }
        if let Some(article) = articles.iter().find(|article| self.not_to.iter().any(|not| covers(not, article))) {
            return Some(Refused { by, what: format!("no reservation may be made to article {article}") });
        }
        let outside = |article: &&String| !self.only_to.iter().any(|only| covers(only, article));
        let article = articles.iter().find(outside).filter(|_| !self.only_to.is_empty())?;
        let what = format!("reservations may be made only to {}, and not to {article}", self.only_to.join(", "));
        Some(Refused { by: &self.article, what })
    }
}

/// Why a treaty leaves no room for a reservation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused<'a> {
    /// The article.
    pub by: &'a str,
    /// What it says.
    pub what: String,
}

/// The rules on reservations of a treaty, whether its file has a clause or not.
#[derive(Debug, Clone, Copy)]
pub struct ReservationRules<'a>(Option<&'a Reservations>);

impl<'a> ReservationRules<'a> {
    /// Those of a clause, or the general ones.
    #[must_use]
    pub const fn of(clause: Option<&'a Reservations>) -> Self {
        Self(clause)
    }

    /// Whose acceptance a reservation to these provisions needs.
    #[must_use]
    pub fn acceptance(self, articles: &[String]) -> AcceptanceNeeded {
        let Some(clause) = self.0 else { return AcceptanceNeeded::Each };
        let authorized = |article: &String| clause.authorized.iter().any(|one| covers(one, article));
        if !articles.is_empty() && articles.iter().all(authorized) {
            return AcceptanceNeeded::NoneRequired;
        }
        clause.acceptance.unwrap_or_default()
    }

    /// The time for objections, from notification.
    #[must_use]
    pub fn objections(self) -> Delay {
        self.0.and_then(|clause| clause.objections.as_ref()).map_or(TWELVE_MONTHS, Wording::delay)
    }

    /// The time after which a late reservation is received for deposit, from circulation.
    #[must_use]
    pub fn late(self) -> Delay {
        self.0.and_then(|clause| clause.late.as_ref()).map_or(TWELVE_MONTHS, Wording::delay)
    }

    /// Whether a withdrawal has effect when the depositary receives it, rather than when the others are notified
    /// (VCLT 22(3)).
    #[must_use]
    pub fn withdrawn_on_receipt(self) -> bool {
        self.0.and_then(|clause| clause.withdrawal.as_ref()).is_some_and(|how| how.effect.contains("receipt"))
    }

    /// The part of the parties whose objections make a reservation inadmissible.
    #[must_use]
    pub fn inadmissible_if(self) -> Option<Fraction> {
        self.0.and_then(|clause| clause.inadmissible_if)
    }
}
