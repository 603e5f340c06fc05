//! How a treaty's text is revised.

use serde::{Deserialize, Serialize};

use super::denunciation::Floor;

/// The clause on revision or amendment, in the treaty's terms. Only from when one may be asked for is derived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Revision {
    /// The article.
    pub article: String,
    /// From when a revision may be asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Floor>,
    /// What share of the States parties brings about a conference, and within which time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conference: Option<String>,
    /// What brings an amendment into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<String>,
    /// How settled the particulars are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<String>,
}
