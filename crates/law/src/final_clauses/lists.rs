//! Lists of parties and weights that a treaty's clauses refer to by name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::trigger::Percent;
use crate::calendar::{Date, serde_day};
use crate::party::PartyCode;

/// A list of parties: a table with its source, or the members alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", from = "ListWritten")]
pub struct NamedList {
    /// Where the treaty has the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Where the list was taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its members.
    pub members: Vec<PartyCode>,
}

/// A list as a file writes it.
enum ListWritten {
    Members(Vec<PartyCode>),
    Table(ListTable),
}

impl<'de> Deserialize<'de> for ListWritten {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = ListWritten;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a list of codes, or a table with `members`")
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, seq: A) -> Result<ListWritten, A::Error> {
                Deserialize::deserialize(serde::de::value::SeqAccessDeserializer::new(seq)).map(ListWritten::Members)
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<ListWritten, A::Error> {
                Deserialize::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(ListWritten::Table)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct ListTable {
    article: Option<String>,
    source: Option<String>,
    members: Vec<PartyCode>,
}

impl From<ListWritten> for NamedList {
    fn from(written: ListWritten) -> Self {
        match written {
            ListWritten::Members(members) => Self { article: None, source: None, members },
            ListWritten::Table(ListTable { article, source, members }) => Self { article, source, members },
        }
    }
}

/// Weights, which may have been taken again on later days (a world fleet, say).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Weights {
    /// One table, for good.
    Fixed(WeightTable),
    /// Tables that take each other's place.
    Moving(Vec<WeightTable>),
}

/// One table of weights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WeightTable {
    /// Where the treaty speaks of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// The first day on which they count.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// What they are.
    pub unit: String,
    /// Where they were taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The whole; 100 unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Percent>,
    /// The weight of each party.
    pub values: BTreeMap<PartyCode, Percent>,
}

impl Weights {
    /// All the tables.
    #[must_use]
    pub fn tables(&self) -> &[WeightTable] {
        match self {
            Self::Fixed(table) => std::slice::from_ref(table),
            Self::Moving(tables) => tables,
        }
    }
}

impl WeightTable {
    /// Whether the values are not more than the whole, rounding apart.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        let whole = u128::from(self.total.unwrap_or(Percent::WHOLE).millionths());
        let sum: u128 = self.values.values().map(|value| u128::from(value.millionths())).sum();
        // An organization's share stands beside those of its members, so that a sum may well pass the whole.
        sum <= whole * 2
    }

    /// The share that a sum of weights is of the whole.
    #[must_use]
    pub fn share(&self, sum: u64) -> Percent {
        let whole = self.total.unwrap_or(Percent::WHOLE).millionths().max(1);
        let share = u128::from(sum) * u128::from(Percent::WHOLE.millionths()) / u128::from(whole);
        Percent::from_millionths(u64::try_from(share).unwrap_or(u64::MAX))
    }
}
