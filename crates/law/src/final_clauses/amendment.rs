//! Amendments: a treaty by which another one is amended, and whom that binds.

use serde::{Deserialize, Serialize};

use crate::treaty::TreatyId;

/// That a treaty amends another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Amendment {
    /// The treaty amended.
    pub of: TreatyId,
    /// The article of the treaty amended under which it is amended.
    pub article: String,
    /// Whom the amendment binds once it is in force.
    #[serde(default)]
    pub binds: Binds,
}

/// Whom an amendment in force binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Binds {
    /// Those that have accepted it, and those that join the treaty afterwards (VCLT 40(4) and (5)).
    #[default]
    #[serde(rename = "those that accept it")]
    ThoseThatAccept,
    /// Every party to the treaty amended: its own clause says so.
    #[serde(rename = "all parties")]
    AllParties,
}
