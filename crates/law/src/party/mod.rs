//! Parties: States and organizations, with names that change through time and the codes that others use.

mod names;
mod order;
mod parties;

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::serde_day;

pub(crate) use names::fold;
pub use order::AlphabeticalOrder;
pub use parties::{Parties, PartyIndex, UnknownParty};

/// The code of a party: ISO 3166-1 alpha-3 (`MLI`), the ISO 3166-3 code of a State that is no more (`CSK`), or a
/// code of the same manner. Two to eight capital letters and figures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyCode([u8; 8]);

impl PartyCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Display for PartyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for PartyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that is no party's code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a party's code: write two to eight capital letters or figures, as in MLI")]
pub struct NotACode(String);

impl FromStr for PartyCode {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let well_formed = (2..=8).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if !well_formed {
            return Err(NotACode(text.chars().take(40).collect()));
        }
        let mut code = [0; 8];
        code[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self(code))
    }
}

impl Serialize for PartyCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for PartyCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// What may become a party to a treaty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// A State.
    #[serde(alias = "State")]
    State,
    /// An international organization, such as one of regional integration. Its instrument is not counted as
    /// additional to those of its member States.
    Organization,
}

/// A State or organization, as the depositary knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Party {
    /// The code by which the register knows the party for good, through all its names.
    pub code: PartyCode,
    /// State or organization.
    pub kind: PartyKind,
    /// ISO 3166-1 alpha-2.
    #[serde(rename = "alpha-2", default, skip_serializing_if = "Option::is_none")]
    pub alpha_2: Option<String>,
    /// The United Nations' statistical code (M49), three figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub m49: Option<String>,
    /// The day of admission to the United Nations.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub member: Option<Date>,
    /// The day from which the State has been a non-member observer State.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub observer: Option<Date>,
    /// The regional group at the United Nations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The formal name, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formal: Option<String>,
    /// The short names through time, oldest first.
    pub names: Vec<Name>,
    /// Other names and spellings that people and published tables use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// When the party existed, where that matters: new States and States that are no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub existed: Option<Existence>,
    /// The party that continues this one's legal personality.
    #[serde(rename = "continued-by", default, skip_serializing_if = "Option::is_none")]
    pub continued_by: Option<PartyCode>,
    /// The parties that succeeded to this one.
    #[serde(rename = "succeeded-by", default, skip_serializing_if = "Vec::is_empty")]
    pub succeeded_by: Vec<PartyCode>,
    /// What else needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A short name and the days on which it was in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Name {
    /// The name as lists have it: "Philippines".
    pub name: String,
    /// The name in running text where it differs: "the Philippines".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What to sort by, where that is not the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// The first day of use; `None`: from the beginning.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The first day on which it was no longer used; `None`: still in use.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Where the change is recorded, when that is not the file's general source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Whether the day of the change still wants a second source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub uncertain: bool,
}

impl Name {
    /// Whether the name was in use on that day.
    #[must_use]
    pub fn in_use_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// The name as it stands in an English sentence, with its article: "the Philippines".
    #[must_use]
    pub fn in_text(&self) -> &str {
        self.text.as_deref().unwrap_or(&self.name)
    }

    /// What the name sorts under.
    #[must_use]
    pub fn sort_key(&self) -> &str {
        self.sort.as_deref().unwrap_or(&self.name)
    }
}

/// The days on which a party existed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Existence {
    /// The first day: for a successor State, the date of succession.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The first day on which it was no more.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl Party {
    /// The name in use on that day: before the first recorded name the first, after the last the last.
    #[must_use]
    pub fn name_on(&self, day: Date) -> &Name {
        let in_use = self.names.iter().find(|name| name.in_use_on(day));
        let earlier = || self.names.iter().rfind(|name| name.from.is_none_or(|from| from <= day));
        in_use.or_else(earlier).unwrap_or(&self.names[0])
    }

    /// Whether the party existed on that day, as far as the register knows.
    #[must_use]
    pub fn existed_on(&self, day: Date) -> bool {
        self.existed
            .is_none_or(|span| span.from.is_none_or(|from| from <= day) && span.until.is_none_or(|until| day < until))
    }

    /// What is wrong with the record of this party, if anything: names must be there and must follow each other
    /// without a gap.
    #[must_use]
    pub fn fault(&self) -> Option<String> {
        if self.names.is_empty() {
            return Some(format!("{} has no name", self.code));
        }
        if self.names.iter().any(|name| name.name.trim().is_empty()) {
            return Some(format!("{} has an empty name", self.code));
        }
        let backwards = |name: &&Name| name.from.zip(name.until).is_some_and(|(from, until)| until <= from);
        if let Some(name) = self.names.iter().find(backwards) {
            return Some(format!("{}: `{}` ends before it begins", self.code, name.name));
        }
        let gap = self.names.windows(2).find(|pair| pair[0].until.is_none() || pair[0].until != pair[1].from);
        gap.map(|pair| {
            format!(
                "{}: `{}` ends on {} and `{}` begins on {}; one name must begin when the other ends",
                self.code,
                pair[0].name,
                pair[0].until.map_or_else(|| "no day".to_owned(), |day| day.to_string()),
                pair[1].name,
                pair[1].from.map_or_else(|| "no day".to_owned(), |day| day.to_string()),
            )
        })
    }
}
