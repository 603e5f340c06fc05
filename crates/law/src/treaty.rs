//! A treaty: its particulars and its final clauses, as one file states them.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::{DateOfAct, DateOfEffect, MonthEnd};
use crate::final_clauses::{
    Amendment, Body, Declaration, Denunciation, EarliestDay, EntryIntoForceClause, NamedList, PairsClause,
    Participation, Reports, Reservations, Revision, Settlement, Weights,
};
use crate::party::PartyCode;

/// The identifier of a treaty: for those of the United Nations' depositary its chapter and number, `IV-13`.
///
/// Identifiers are in the order in which a reader looks for them: chapters by their Roman numbers, numbers by value, so that
/// IV-2 comes before IV-10 and IX before X.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TreatyId(Arc<str>);

impl PartialOrd for TreatyId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for TreatyId {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.0 == other.0 {
            return Ordering::Equal;
        }
        parts(&self.0).cmp(parts(&other.0)).then_with(|| self.0.cmp(&other.0))
    }
}

/// The parts of an identifier between hyphens.
fn parts(id: &str) -> impl Iterator<Item = Part<'_>> {
    id.split('-').enumerate().map(|(at, part)| {
        let number = part.parse().ok().or_else(|| if at == 0 { roman(part) } else { None });
        number.map_or(Part::Word(part), Part::Number)
    })
}

/// A part of an identifier: numbers come before words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part<'a> {
    Number(u64),
    Word(&'a str),
}

/// The value of a Roman number of the chapters of a collection; `None` for what is none.
fn roman(text: &str) -> Option<u64> {
    let value = |letter: u8| match letter {
        b'I' => Some(1_i64),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        _ => None,
    };
    let (mut sum, mut after) = (0, 0);
    for letter in text.bytes().rev() {
        let value = value(letter)?;
        // A letter before a greater one is taken away from it: IV is four.
        sum += if value < after { -value } else { value };
        after = value;
    }
    u64::try_from(sum).ok().filter(|sum| *sum > 0)
}

impl TreatyId {
    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TreatyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A text that is no treaty's identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a treaty's identifier: write letters, figures and hyphens, as in IV-13 (at most 40 characters)")]
pub struct NotATreatyId(String);

impl FromStr for TreatyId {
    type Err = NotATreatyId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let well_formed = (1..=40).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
            && text.starts_with(|c: char| c.is_ascii_alphanumeric());
        if well_formed { Ok(Self(text.into())) } else { Err(NotATreatyId(text.chars().take(60).collect())) }
    }
}

impl Serialize for TreatyId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for TreatyId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A treaty with its final clauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Treaty {
    /// The identifier.
    pub treaty: TreatyId,
    /// Who keeps the original and receives the instruments.
    pub depositary: String,
    /// The treaty that this one amends or adds to.
    #[serde(default, alias = "amends", skip_serializing_if = "Option::is_none")]
    pub parent: Option<TreatyId>,
    /// That it amends another treaty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amendment: Option<Amendment>,
    /// The adoption of the text.
    pub adopted: Adoption,
    /// The opening for signature, where it is another day than that of adoption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Opening>,
    /// The date of entry into force that the depositary published, to check against. Nothing is derived from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// The day up to which the acts that come with the file are complete.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete_to: Option<DateOfAct>,
    /// The registration with the Secretariat (Charter, article 102).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<Registration>,
    /// The languages of the authentic texts (BCP 47).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authentic: Vec<String>,
    /// The title, per language.
    pub title: BTreeMap<String, String>,
    /// The publications that the particulars and clauses were taken from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// A short name for headings, per language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub short_title: BTreeMap<String, String>,
    /// The choice where a period of months ends on a day that the month does not have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month_end: Option<MonthEnd>,
    /// Who may become a party, and by which acts.
    #[serde(default)]
    pub participation: Participation,
    /// When the treaty enters into force, and when for each party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_into_force: Option<EntryIntoForceClause>,
    /// Lists of parties that the clauses refer to.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lists: BTreeMap<String, NamedList>,
    /// Weights of parties that the clauses refer to.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weights: BTreeMap<String, Weights>,
    /// How a party leaves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denunciation: Option<Denunciation>,
    /// Which reservations are possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservations: Option<Reservations>,
    /// How relations between two parties come about, where consent alone does not bring them about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pairs: Option<PairsClause>,
    /// Optional declarations, by article, some with a threshold of their own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub declarations: BTreeMap<String, Declaration>,
    /// How the text is revised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<Revision>,
    /// How disputes are settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settlement: Option<Settlement>,
    /// The treaty body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    /// The reports that States parties owe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reports: Option<Reports>,
}

impl Treaty {
    /// The title in a language, or in English, or in whichever language there is.
    #[must_use]
    pub fn title_in(&self, language: &str) -> &str {
        in_language(&self.title, language).unwrap_or(self.treaty.as_str())
    }

    /// What is wrong with the file, if anything: the key at fault, and why. Lists and weights that a clause names must be
    /// there, and what depends on the opening for signature needs its day.
    #[must_use]
    pub fn fault(&self) -> Option<(&'static str, String)> {
        if self.title.values().all(|title| title.trim().is_empty()) {
            return Some(("title", "a treaty has a title; write `en = …` under [title]".to_owned()));
        }
        let heavy = self.weights.iter().find(|(_, weights)| weights.tables().iter().any(|table| !table.adds_up()));
        if let Some((name, _)) = heavy {
            return Some(("weights", format!("the values of [weights.{name}] add up to more than the whole")));
        }
        if let Some(fault) = self.body.as_ref().and_then(Body::fault) {
            return Some(fault);
        }
        let clause = self.entry_into_force.as_ref()?;
        if let Some(message) = clause.when.fault(self.parent.is_some()) {
            return Some(("when", message));
        }
        let (lists, weights) = clause.when.names();
        if let Some((name, _)) = self.lists.iter().find(|(_, list)| list.members.is_empty()) {
            return Some(("lists", format!("nobody is on [lists.{name}]")));
        }
        if let Some(list) = lists.iter().find(|list| !self.lists.contains_key(**list)) {
            return Some(("lists", format!("`when` names the list `{list}`; there is no [lists.{list}] in the file")));
        }
        if let Some(weight) = weights.iter().find(|weight| !self.weights.contains_key(**weight)) {
            return Some((
                "weights",
                format!("`when` names the weights `{weight}`; there is no [weights.{weight}] in the file"),
            ));
        }
        let after_opening = matches!(clause.not_before, Some(EarliestDay::AfterOpening { .. }));
        (after_opening && self.opened.is_none()).then(|| {
            (
                "opened",
                "`not-before` counts from the opening for signature; write `opened = { on = … }` at the head"
                    .to_owned(),
            )
        })
    }

    /// The parties that the treaty's lists and weights name.
    #[must_use]
    pub fn parties_named(&self) -> Vec<PartyCode> {
        let on_lists = self.lists.values().flat_map(|list| list.members.iter().copied());
        let tables = self.weights.values().flat_map(Weights::tables);
        on_lists.chain(tables.flat_map(|table| table.values.keys().copied())).collect()
    }

    /// The other treaties that this one's clauses refer to.
    #[must_use]
    pub fn refers_to(&self) -> Vec<&TreatyId> {
        let amended = self.amendment.as_ref().map(|amendment| &amendment.of);
        let Some(clause) = &self.entry_into_force else { return amended.into_iter().collect() };
        let mut others = clause.when.refers_to();
        if let Some(EarliestDay::EntryIntoForceOf(other)) = &clause.not_before {
            others.push(other);
        }
        others.extend(clause.each_party.as_ref().and_then(|each| each.party_to.as_ref()));
        others.extend(self.parent.iter().chain(amended));
        others
    }

    /// The short title, or else the title.
    #[must_use]
    pub fn short_title_in(&self, language: &str) -> &str {
        in_language(&self.short_title, language).unwrap_or_else(|| self.title_in(language))
    }
}

fn in_language<'a>(texts: &'a BTreeMap<String, String>, language: &str) -> Option<&'a str> {
    let found = texts.get(language).or_else(|| texts.get("en")).or_else(|| texts.values().next());
    found.map(String::as_str)
}

/// The adoption of a treaty's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Adoption {
    /// The day. No act of any State can be earlier.
    pub on: DateOfAct,
    /// The place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The resolution or conference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// The opening of a treaty for signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Opening {
    /// The day.
    pub on: DateOfAct,
    /// The place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// What the depositary published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Published {
    /// The day of entry into force.
    pub in_force: DateOfEffect,
    /// Where it was published.
    pub source: String,
    /// Why the packaged acts can't give that day, where they can't.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unequal_because: Option<String>,
}

/// The registration of a treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Registration {
    /// The day.
    pub on: DateOfEffect,
    /// The number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Where the text is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_in_the_order_in_which_a_reader_looks_for_them() {
        let order =
            ["III-6", "IV-1", "IV-2", "IV-2-a", "IV-10", "IV-11-a", "IX-4", "X-7", "XXVII-7-d", "CETS-201", "WIPO-WCT"];
        let mut ids: Vec<TreatyId> = order.iter().rev().map(|id| id.parse().unwrap()).collect();
        ids.sort();
        assert_eq!(ids.iter().map(TreatyId::as_str).collect::<Vec<_>>(), order);
    }
}
