//! What is done, beside what the treaty says: it is never taken for a rule.

use serde::{Deserialize, Serialize};

use super::periods::{DayOfYear, Recurrence};
use super::worded::Worded;

/// The practice of a body and of its States parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Practice {
    /// The day of the year on which terms end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term_ends: Option<Habit<Worded<DayOfYear>>>,
    /// How often members are elected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elections: Option<Habit<Worded<Recurrence>>>,
    /// How many sessions the body holds in a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sessions_a_year: Option<Habit<u16>>,
    /// Where the body meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Habit<String>>,
}

/// Something that is done, with where that is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Habit<T> {
    /// What is done.
    pub is: T,
    /// Where it is seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
