//! Records as people write them: parties by name, everything as text, before any of it is looked up.

use std::fmt;

use law::act::Standing;
use law::entry::Content;
use law::treaty::Treaty;
use serde::{Deserialize, Deserializer};

use crate::body_rows::{BodyRow, OfTheFile};
use crate::report_rows::{DeclarationRow, ReportRow};
use crate::statement_rows::StatementRow;

/// One record as written in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Something that is complete as written.
    Complete {
        /// On whose word.
        standing: Standing,
        /// The papers that it rests on.
        sources: Vec<String>,
        /// What it says.
        content: Box<Content>,
    },
    /// An act, with its party still to be looked up.
    Act(ActRow),
    /// A decision of the depositary, with its party still to be looked up.
    Decision(DecisionRow),
    /// Something done in or for a treaty body, with what the file says for everything in it.
    Body(Box<BodyRow>, OfTheFile),
    /// A step in the examination of a report, with what the file says for everything in it.
    Report(Box<ReportRow>, OfTheFile),
    /// An optional declaration, with what the file says for everything in it.
    Declaration(Box<DeclarationRow>, OfTheFile),
    /// A reservation or another statement, with what the file says for everything in it.
    Statement(Box<StatementRow>, OfTheFile),
    /// A correction of an earlier entry.
    Correction(Box<CorrectionRow>),
}

/// An act as written: the columns of the CSV form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActRow {
    /// The treaty's identifier.
    pub treaty: Text,
    /// The party, by code or by any of its names.
    pub party: Text,
    /// What was done.
    pub action: Text,
    /// The day.
    pub date: Text,
    /// The day of effect that the act names.
    #[serde(default)]
    pub effective: Option<Text>,
    /// The day of receipt, where it is another.
    #[serde(default)]
    pub received: Option<Text>,
    /// On whose word: `deposited` unless said otherwise.
    #[serde(default)]
    pub standing: Option<Text>,
    /// The paper that it rests on.
    #[serde(default)]
    pub source: Option<Text>,
    /// What else needs saying.
    #[serde(default)]
    pub note: Option<Text>,
}

/// A decision of the depositary, as written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DecisionRow {
    /// The treaty's identifier.
    pub treaty: Text,
    /// The party; without one the decision is about the treaty itself.
    #[serde(default)]
    pub party: Option<Text>,
    /// The article alone for which it is, where that comes into force by declarations of its own.
    #[serde(default)]
    pub provision: Option<Text>,
    /// The day of entry into force that the depositary gives.
    pub in_force: Text,
    /// The article that it names.
    #[serde(default)]
    pub article: Option<String>,
    /// Why.
    pub because: String,
    /// The day of the decision or of its notification.
    pub date: Text,
    /// On whose word: `deposited` unless said otherwise.
    #[serde(default)]
    pub standing: Option<Text>,
    /// The paper that it rests on.
    #[serde(default)]
    pub source: Option<String>,
}

/// A correction, as written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectionRow {
    /// The number of the entry corrected.
    pub corrects: u64,
    /// What was wrong with it.
    pub because: String,
    /// The act that is right instead; without one the entry is withdrawn.
    #[serde(default)]
    pub instead: Option<ActRow>,
    /// What was done in or for a treaty body that is right instead, where the entry is of that kind.
    #[serde(default)]
    pub body: Option<Box<BodyRow>>,
    /// The step in the examination of a report that is right instead, where the entry is of that kind.
    #[serde(default)]
    pub report: Option<Box<ReportRow>>,
    /// The optional declaration that is right instead, where the entry is of that kind.
    #[serde(default)]
    pub declaration: Option<Box<DeclarationRow>>,
    /// The statement that is right instead, where the entry is of that kind.
    #[serde(default)]
    pub statement: Option<Box<StatementRow>>,
    /// The papers of a rectification, where that is why.
    #[serde(default)]
    pub rectification: Option<RectificationRow>,
    /// The paper that it rests on.
    #[serde(default)]
    pub source: Option<String>,
    /// The treaty that is right instead, where the correction stands in the treaty's own file.
    #[serde(skip)]
    pub treaty: Option<Box<Treaty>>,
}

/// The papers of a rectification, as written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RectificationRow {
    /// The symbol of the depositary notification.
    pub symbol: String,
    /// The day on which the proposed correction was circulated.
    pub circulated: Text,
    /// The last day on which an objection could be raised.
    pub objections_until: Text,
    /// The day of the procès-verbal.
    pub proces_verbal: Text,
}

/// A piece of text; a date may also be written as TOML's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(pub String);

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> serde::de::Visitor<'de> for Words {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or a date")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text(text.to_owned()))
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                let date = map.next_entry::<String, String>()?;
                date.map(|(_, text)| Text(text)).ok_or_else(|| serde::de::Error::custom("expected text or a date"))
            }
        }
        deserializer.deserialize_any(Words)
    }
}
