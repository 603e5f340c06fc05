//! Statements of States, as people write them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::written::Text;

/// A reservation, or another statement, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatementRow {
    /// The short name by which other statements name it.
    pub id: Text,
    /// The treaty's identifier.
    pub treaty: Text,
    /// The State, by code or by any of its names.
    pub party: Text,
    /// What it is.
    pub kind: Text,
    /// The day, or `../` and a day by which it had been made.
    pub date: Text,
    /// With which act it was made.
    #[serde(default)]
    pub at: Option<Text>,
    /// The day of receipt, where it is another.
    #[serde(default)]
    pub received: Option<Text>,
    /// The day on which the depositary notified it.
    #[serde(default)]
    pub circulated: Option<Text>,
    /// The statement that it is about.
    #[serde(default)]
    pub to: Option<Text>,
    /// The State whose consent to be bound it is about.
    #[serde(default)]
    pub of: Option<Text>,
    /// The provisions concerned.
    #[serde(default)]
    pub articles: Vec<String>,
    /// What a reservation does to them.
    #[serde(default)]
    pub effect: Option<Text>,
    /// How far an objection goes.
    #[serde(default)]
    pub extent: Option<Text>,
    /// The territories concerned.
    #[serde(default)]
    pub territories: Vec<String>,
    /// What it says, in short.
    #[serde(default)]
    pub summary: Option<String>,
    /// The text, by language.
    #[serde(default)]
    pub text: BTreeMap<String, String>,
    /// The language in which it was made.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether a program read the kind out of the text.
    #[serde(default)]
    pub inferred: bool,
    /// On whose word: as the file says for everything, or `deposited`.
    #[serde(default)]
    pub standing: Option<Text>,
    /// The paper that it rests on; those of the whole file, if not given.
    #[serde(default)]
    pub source: Option<String>,
    /// What else needs saying.
    #[serde(default)]
    pub note: Option<String>,
}
