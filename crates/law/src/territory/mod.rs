//! Territories for whose international relations a State is responsible, and which State that is since when.

mod application;

use serde::{Deserialize, Serialize};

pub use application::Application;

use crate::calendar::{AsAt, Date, serde_day};
use crate::party::{PartyCode, fold};

/// A territory to which a treaty may apply apart from the rest of its State.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Territory {
    /// Its name.
    pub name: String,
    /// Its other names and spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The States responsible for it, oldest first.
    pub of: Vec<Responsibility>,
    /// Whether a treaty applies to it without being extended to it.
    #[serde(default)]
    pub joins: Joins,
    /// What else needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A State's responsibility for a territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Responsibility {
    /// The State.
    pub party: PartyCode,
    /// The first day; `None`: from before there were treaties of this register.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The first day on which it was no longer responsible.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl Responsibility {
    /// Whether the State was responsible on a day.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// Whether a treaty applies to a territory without being extended to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Joins {
    /// It does, unless the State says otherwise (VCLT 29).
    #[default]
    #[serde(rename = "with its State")]
    WithItsState,
    /// Not before the State names it: by its settled practice, "a different intention" (VCLT 29).
    #[serde(rename = "when named")]
    WhenNamed,
}

impl Territory {
    /// Whether the territory has, or had, that name.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let wanted = fold(name);
        std::iter::once(&self.name).chain(&self.also).any(|own| fold(own) == wanted)
    }

    /// The State responsible on a day.
    #[must_use]
    pub fn responsible(&self, as_at: AsAt) -> Option<PartyCode> {
        let day = as_at.day();
        self.of.iter().find(|one| one.covers(day)).map(|one| one.party)
    }
}
