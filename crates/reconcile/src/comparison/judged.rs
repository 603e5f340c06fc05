//! What came of comparing a claim with the register.

use std::fmt;

use law::calendar::Date;
use serde::Serialize;

/// What came of comparing a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The register says the same.
    Agrees,
    /// The register says something else.
    Differs,
    /// The reading isn't certain, or the register knows nothing of it.
    Unclear,
}

impl Verdict {
    /// The verdict in a word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::Unclear => "unclear",
        }
    }
}

/// A value that a text or the register gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A count.
    Number(u64),
    /// Anything else, in words or as a date.
    Text(String),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Text(day.to_string())
    }
}

/// What the register has to say on a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Whether it agrees.
    pub verdict: Verdict,
    /// What it says itself; `None` where it says nothing.
    pub register: Option<Value>,
    /// Why, where that needs saying.
    pub why: Option<String>,
    /// The entries that it rests on.
    pub entries: Vec<u64>,
}

impl Judged {
    pub(crate) fn agrees(register: Option<Value>) -> Self {
        Self { verdict: Verdict::Agrees, register, why: None, entries: Vec::new() }
    }

    pub(crate) fn differs(register: Option<Value>, why: impl Into<String>) -> Self {
        Self { verdict: Verdict::Differs, register, why: Some(why.into()), entries: Vec::new() }
    }

    pub(crate) fn unclear(register: Option<Value>, why: impl Into<String>) -> Self {
        Self { verdict: Verdict::Unclear, register, why: Some(why.into()), entries: Vec::new() }
    }

    pub(crate) fn by(mut self, entries: impl IntoIterator<Item = u64>) -> Self {
        self.entries.extend(entries);
        self
    }

    pub(crate) fn because(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }
}
