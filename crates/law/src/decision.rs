//! Decisions of the depositary: where a clause is silent, or practice reads it otherwise, the depositary's own word
//! overrides what would be derived, and the reasons show both.

use serde::{Deserialize, Serialize};

use crate::calendar::{DateOfAct, DateOfEffect};
use crate::party::PartyCode;
use crate::treaty::TreatyId;

/// A decision on the day of an entry into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Decision {
    /// The treaty.
    pub treaty: TreatyId,
    /// For which party; `None`: for the treaty itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyCode>,
    /// For which article alone, where it comes into force by declarations of its own, as the treaty's file names it: `41`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provision: Option<String>,
    /// The day on which the depositary says it entered, or enters, into force.
    pub in_force: DateOfEffect,
    /// The article that the depositary names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Why.
    pub because: String,
    /// The day of the decision or of its notification.
    pub date: DateOfAct,
}
