//! What happened with States parties' reports, and optional declarations, as people write them.

use serde::Deserialize;

use crate::written::Text;

/// A step in the examination of a State party's report, as written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReportRow {
    /// The treaty's identifier.
    pub treaty: Text,
    /// The State party, by code or by any of its names.
    pub party: Text,
    /// Which reports it is about: `[1]` is the initial one, `[1, 2]` two in one.
    pub reports: Vec<u16>,
    /// What happened.
    pub step: Text,
    /// The day, or `../` and a day by which it had happened.
    pub date: Text,
    /// The symbol of the document.
    #[serde(default)]
    pub symbol: Option<String>,
    /// The day until which something is due.
    #[serde(default)]
    pub due: Option<Text>,
    /// On whose word: as the file says for everything, or `published`.
    #[serde(default)]
    pub standing: Option<Text>,
    /// The paper that it rests on; those of the whole file, if not given.
    #[serde(default)]
    pub source: Option<String>,
    /// What else needs saying.
    #[serde(default)]
    pub note: Option<String>,
}

/// An optional declaration, or the withdrawal of one, as written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeclarationRow {
    /// The treaty's identifier.
    pub treaty: Text,
    /// The State party, by code or by any of its names.
    pub party: Text,
    /// The article, as the treaty's file names it: `77` for `[declarations.77]`.
    pub article: Text,
    /// The day of receipt, or `../` and a day by which it had been received.
    pub date: Text,
    /// Whether it was made or withdrawn.
    pub deed: Text,
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
