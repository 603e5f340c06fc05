//! Rules that a treaty's file has in words and that the program understands: the words stay as written.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What words may mean: one kind of rule, with the wordings that are understood.
pub trait Meaning: Sized {
    /// What the words should be, as in "`soon` is not a period".
    const KIND: &'static str;
    /// Wordings that are understood, as a person would write them.
    const EXAMPLES: &'static [&'static str];

    /// Reads the words; `None` when they are not understood.
    fn read(words: &str) -> Option<Self>;
}

/// Words of a treaty's file, kept as written, with what they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded<T> {
    text: String,
    means: T,
}

impl<T> Worded<T> {
    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What they mean.
    #[must_use]
    pub const fn means(&self) -> &T {
        &self.means
    }
}

/// Words that are not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not {kind}; write, say, {}", as_choices(examples))]
pub struct NotUnderstood {
    given: String,
    kind: &'static str,
    examples: &'static [&'static str],
}

fn as_choices(examples: &[&str]) -> String {
    examples.iter().map(|example| format!("`{example}`")).collect::<Vec<_>>().join(" or ")
}

impl<T: Meaning> FromStr for Worded<T> {
    type Err = NotUnderstood;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let fault = || NotUnderstood { given: text.chars().take(80).collect(), kind: T::KIND, examples: T::EXAMPLES };
        T::read(&words).map(|means| Self { text: text.to_owned(), means }).ok_or_else(fault)
    }
}

impl<T> fmt::Display for Worded<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<T> Serialize for Worded<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, T: Meaning> Deserialize<'de> for Worded<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
