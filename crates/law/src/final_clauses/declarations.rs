//! Optional declarations, some of which bring an article into force only when enough of them have been made.

use serde::{Deserialize, Serialize};

use crate::calendar::Wording;

/// The clause on one kind of declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Declaration {
    /// The article and paragraph.
    pub article: String,
    /// What it is about.
    pub subject: String,
    /// What brings the article into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<DeclarationThreshold>,
}

/// A threshold inside the treaty: the article is in force once so many parties have made the declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeclarationThreshold {
    /// How many.
    pub when: DeclarationsNeeded,
    /// The period that then runs.
    pub then: Wording,
}

/// How many declarations are needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeclarationsNeeded {
    /// The number.
    pub declarations: u16,
}
