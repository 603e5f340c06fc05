//! How a seat is filled that falls vacant before the end of a term.

use serde::{Deserialize, Serialize};

use super::periods::Period;
use super::worded::Worded;

/// The clause on vacancies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Vacancies {
    /// The article.
    pub article: String,
    /// Who fills it.
    pub filled_by: FilledBy,
    /// Whose approval is needed, if anybody's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// The time after which the approval of the States parties is taken as given, unless half or more of them object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless_objected_within: Option<Worded<Period>>,
    /// Until when the new member serves.
    #[serde(default, skip_serializing_if = "Serves::is_default")]
    pub until: Serves,
}

/// Who fills a seat that fell vacant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FilledBy {
    /// The State party whose nominee held it appoints another.
    #[serde(rename = "the State party that nominated the member")]
    NominatingState,
    /// The States parties elect a successor.
    #[serde(rename = "election")]
    Election,
}

/// Whose approval an appointment needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Approval {
    /// The body's own.
    #[serde(rename = "the body")]
    Body,
    /// That of the majority of the States parties.
    #[serde(rename = "the majority of the States parties")]
    Parties,
}

/// Until when a member who fills a vacancy serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Serves {
    /// For the rest of the term.
    #[default]
    #[serde(rename = "the end of the term")]
    RestOfTerm,
    /// Until the States parties meet again.
    #[serde(rename = "the next meeting of States parties")]
    NextMeeting,
}

impl Serves {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
