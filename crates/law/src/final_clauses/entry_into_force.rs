//! The clause on entry into force: what brings the treaty into force, after which period, and the rule for each party.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::trigger::Trigger;
use crate::calendar::{Date, Delay, Wording, parse_day, serde_day};
use crate::treaty::TreatyId;

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
    /// The day on which the treaty enters into force if the condition has been met by then; failing that, the period runs.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// A day before which the treaty can't be in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<EarliestDay>,
    /// Whether the instruments of organizations are counted like those of States.
    #[serde(default, skip_serializing_if = "Organizations::is_default")]
    pub organizations: Organizations,
    /// The rule for each party that comes later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each_party: Option<EachParty>,
}

/// Whether the instruments of organizations are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Organizations {
    /// They are not counted as additional to those of their member States.
    #[default]
    #[serde(rename = "not counted")]
    NotCounted,
    /// They are counted like those of States.
    #[serde(rename = "counted")]
    Counted,
}

impl Organizations {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A day before which a treaty can't be in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EarliestDay {
    /// A day that the treaty names.
    On(Date),
    /// So long after its opening for signature.
    AfterOpening {
        /// The words, as the treaty's file has them.
        text: String,
        /// The period.
        delay: Delay,
    },
    /// The entry into force of another treaty.
    EntryIntoForceOf(TreatyId),
}

impl FromStr for EarliestDay {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(day) = parse_day(text) {
            return Ok(Self::On(day));
        }
        if let Some(id) = text.strip_prefix("entry into force of ") {
            return id
                .parse()
                .map(Self::EntryIntoForceOf)
                .map_err(|error: crate::treaty::NotATreatyId| error.to_string());
        }
        let period = text.strip_suffix(" opening for signature").and_then(|period| period.parse::<Wording>().ok());
        period.map(|wording| Self::AfterOpening { text: text.to_owned(), delay: wording.delay() }).ok_or_else(|| {
            format!(
                "`{text}` is not an earliest day; write a date, `2 years after opening for signature` or `entry into force of IV-15`"
            )
        })
    }
}

impl fmt::Display for EarliestDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => write!(f, "{day}"),
            Self::AfterOpening { text, .. } => f.write_str(text),
            Self::EntryIntoForceOf(treaty) => write!(f, "entry into force of {treaty}"),
        }
    }
}

impl Serialize for EarliestDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EarliestDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Day;
        impl<'de> serde::de::Visitor<'de> for Day {
            type Value = EarliestDay;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date, or a text such as `2 years after opening for signature`")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<EarliestDay, E> {
                text.parse().map_err(E::custom)
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<EarliestDay, A::Error> {
                serde_day::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(EarliestDay::On)
            }
        }
        deserializer.deserialize_any(Day)
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
    /// The treaty to which one must be a party to be bound by this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party_to: Option<TreatyId>,
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
    /// The rule speaks to every deposit, whenever made.
    #[serde(rename = "every deposit")]
    EveryDeposit,
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
