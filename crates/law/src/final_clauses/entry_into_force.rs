//! The clause on entry into force: what brings the treaty into force, after which period, and the rule for each party.

use serde::{Deserialize, Serialize};

use crate::act::Action;
use crate::calendar::Wording;

/// The clause on entry into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EntryIntoForceClause {
    /// The article.
    pub article: String,
    /// What must have happened.
    pub when: Trigger,
    /// The period that then runs.
    pub then: Wording,
    /// The rule for each party that comes later.
    pub each_party: EachParty,
}

/// What brings a treaty into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Trigger {
    /// So many instruments deposited.
    pub instruments: u16,
    /// Of which kinds; empty: any that expresses consent to be bound, succession excepted, because the predecessor's
    /// own instrument has been counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<Action>,
}

impl Trigger {
    /// Whether an instrument of that kind is counted.
    #[must_use]
    pub fn counts(&self, action: Action) -> bool {
        if self.of.is_empty() {
            action.expresses_consent() && action != Action::Succession
        } else {
            self.of.contains(&action)
        }
    }
}

/// The rule for a party whose instrument came later than those that brought the treaty into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EachParty {
    /// The article.
    pub article: String,
    /// To which deposits the clause speaks.
    #[serde(rename = "for")]
    pub family: Family,
    /// The period that runs from the party's own deposit.
    pub then: Wording,
    /// What holds for a deposit between the last one needed and entry into force, where the clause is silent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
}

/// The drafting families of the rule for each party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Family {
    /// The rule speaks to deposits made after the entry into force, and is silent on those made between the last
    /// deposit needed and that day.
    #[serde(rename = "deposits after entry into force")]
    AfterEntryIntoForce,
    /// The rule speaks to every deposit made after the last one needed.
    #[serde(rename = "deposits after the Nth")]
    AfterTheLastNeeded,
}

/// The choice for deposits on which the clause is silent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Interval {
    /// The reading that the register applies.
    pub reading: IntervalReading,
    /// The other one, which the reasons show beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<IntervalReading>,
    /// How settled the question is: "unsettled", or the practice that settled it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<String>,
}

/// How a clause that is silent on the interval may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum IntervalReading {
    /// By its letter: the treaty enters into force on one day for all who have deposited by then.
    #[serde(rename = "with the treaty")]
    WithTheTreaty,
    /// By analogy with the rule for later parties: its own period, but never before the treaty itself.
    #[serde(rename = "own period")]
    OwnPeriod,
}
