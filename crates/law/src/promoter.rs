//! Bodies that promote treaties: steering committees, rapporteurs, offices, with their members and mandates over time.

use serde::{Deserialize, Serialize};

use crate::activity::OrganizerKind;
use crate::treaty::TreatyId;
use crate::when::When;

/// A body that promotes treaties. A later entry with the same short name takes the place of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Promoter {
    /// A short name, unique in the register: `steering-committee`.
    pub id: String,
    /// The name as in running text: "the Special Rapporteur on the human rights of migrants".
    pub name: String,
    /// Shorter names by which activities that promote its treaties call it: "the Special Rapporteur".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What it is.
    pub kind: OrganizerKind,
    /// The treaties that it promotes.
    pub treaties: Vec<TreatyId>,
    /// From when to when it has existed, as far as a source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub existed: Option<When>,
    /// What it is for, as in running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Who has belonged to it.
    #[serde(default, rename = "member", skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Membership>,
    /// By what it has been asked to do what it does.
    #[serde(default, rename = "mandate", skip_serializing_if = "Vec::is_empty")]
    pub mandates: Vec<Entrusted>,
    /// What else needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Somebody's time in a body: a person, or an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Membership {
    /// Who.
    pub name: String,
    /// As what: "chair".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// From when to when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<When>,
}

/// What a body has been asked to do, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Entrusted {
    /// By which organ, as in running text: "the Commission on Human Rights".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The resolution, by its symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<String>,
    /// The paragraph, by its short name or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<String>,
    /// From when to when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<When>,
}

impl Promoter {
    /// Whether that is what it is called where a treaty is spoken of: its name anywhere, a shorter one only there.
    #[must_use]
    pub fn is_called(&self, name: &str, treaty: &TreatyId) -> bool {
        self.name == name || (self.treaties.contains(treaty) && self.also.iter().any(|also| also == name))
    }
}

impl Membership {
    /// Whether it may have lasted on a day; a term that is not known rules nothing out.
    #[must_use]
    pub fn may_be_on(&self, day: crate::calendar::Date) -> bool {
        self.term.is_none_or(|term| term.may_be_on(day))
    }
}
