//! What was done to promote a treaty: campaigns, briefings, panels, statements, workshops.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::Date;
use crate::treaty::TreatyId;

/// One thing done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Activity {
    /// A short name, unique in the register: `iom-council-briefing-2002`.
    pub id: String,
    /// What sort of activity.
    pub kind: ActivityKind,
    /// When: a day, a month or a year; `None` when the source doesn't say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<When>,
    /// Whether it began then and was still going on when the source was written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ongoing: bool,
    /// Who did it, as in running text: "the Steering Committee".
    pub organizers: Vec<String>,
    /// What they did: a verb in the past tense and what follows it.
    pub what: String,
    /// On which occasion, as in running text: "during the eighty-fourth session of …".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<String>,
    /// To which end: "to promote ratification of the Convention".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Who else took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<String>,
    /// A document in which it is recorded, by symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The treaty promoted.
    pub treaty: TreatyId,
    /// The resolution whose request it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves: Option<String>,
    /// The paragraph of that resolution, by its short name or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves_paragraph: Option<String>,
}

/// Sorts of activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActivityKind {
    /// Advice to States and dialogue with them.
    AdvisoryServices,
    /// A briefing.
    Briefing,
    /// A public call to States.
    Call,
    /// A campaign.
    Campaign,
    /// Taking part in meetings held by others.
    Participation,
    /// A panel discussion.
    Panel,
    /// A publication.
    Publication,
    /// A report to an organ.
    Report,
    /// A statement.
    Statement,
    /// A workshop.
    Workshop,
}

impl ActivityKind {
    /// Every sort.
    pub const ALL: [Self; 10] = [
        Self::AdvisoryServices,
        Self::Briefing,
        Self::Call,
        Self::Campaign,
        Self::Participation,
        Self::Panel,
        Self::Publication,
        Self::Report,
        Self::Statement,
        Self::Workshop,
    ];

    /// The word for it, as in records.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AdvisoryServices => "advisory-services",
            Self::Briefing => "briefing",
            Self::Call => "call",
            Self::Campaign => "campaign",
            Self::Participation => "participation",
            Self::Panel => "panel",
            Self::Publication => "publication",
            Self::Report => "report",
            Self::Statement => "statement",
            Self::Workshop => "workshop",
        }
    }
}

/// A day, a month or a year (EDTF level 0): as precise as the source, and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// A year: `2002`.
    Year(i16),
    /// A month: `1998-03`.
    Month(i16, i8),
    /// A day: `2002-12-03`.
    Day(Date),
}

impl When {
    /// The first day that it may have been.
    #[must_use]
    pub fn earliest(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::new(year, 1, 1).ok(),
            Self::Month(year, month) => Date::new(year, month, 1).ok(),
            Self::Day(day) => Some(day),
        }
    }
}

impl When {
    /// The last day that it may have been.
    #[must_use]
    pub fn latest(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).ok(),
            Self::Month(year, month) => Date::new(year, month, 1).ok().map(Date::last_of_month),
            Self::Day(day) => Some(day),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fault = || format!("`{text}` is not a day, month or year: write 2002-12-03, 1998-03 or 2002");
        let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        let parts: Vec<&str> = text.split('-').collect();
        match parts.as_slice() {
            [year] if digits(year, 4) => year.parse().map(Self::Year).map_err(|_| fault()),
            [year, month] if digits(year, 4) && digits(month, 2) => {
                let (year, month) = (year.parse().map_err(|_| fault())?, month.parse().map_err(|_| fault())?);
                Date::new(year, month, 1).map_err(|_| fault())?;
                Ok(Self::Month(year, month))
            }
            _ => crate::calendar::parse_day(text).map(Self::Day).map_err(|_| fault()),
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Day;
        impl<'de> serde::de::Visitor<'de> for Day {
            type Value = When;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a day, month or year, such as 2002-12-03, 1998-03 or 2002")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<When, E> {
                text.parse().map_err(E::custom)
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<When, A::Error> {
                let day = serde::de::value::MapAccessDeserializer::new(map);
                crate::calendar::serde_day::deserialize(day).map(When::Day)
            }
        }
        deserializer.deserialize_any(Day)
    }
}
