//! All parties that a register knows, found by code or by any of their names.

use std::collections::HashMap;
use std::fmt;

use jiff::civil::Date;

use super::names::fold;
use super::{Party, PartyCode};
use crate::nearest::nearest;

/// A party's place in [`Parties`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyIndex(u16);

impl PartyIndex {
    /// The place as a number, from nought.
    #[must_use]
    pub fn place(self) -> usize {
        usize::from(self.0)
    }
}

/// The parties, with an index of every name that they have or had.
#[derive(Debug, Clone, Default)]
pub struct Parties {
    list: Vec<Party>,
    by_code: HashMap<PartyCode, PartyIndex>,
    by_name: HashMap<String, Vec<PartyIndex>>,
    /// Of each successor State, those to which it succeeded.
    predecessors: HashMap<PartyCode, Vec<PartyIndex>>,
}

/// A name that no party has, or more than one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownParty {
    given: String,
    /// Names near to the one given, nearest first; or the parties that it may mean.
    nearest: Vec<String>,
    ambiguous: bool,
}

impl UnknownParty {
    /// The nearest right names.
    #[must_use]
    pub fn nearest(&self) -> &[String] {
        &self.nearest
    }
}

impl fmt::Display for UnknownParty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let choices = self.nearest.join(" or ");
        match (self.ambiguous, self.nearest.is_empty()) {
            (true, _) => write!(f, "`{}` may mean {choices}: write the code", self.given),
            (false, true) => write!(f, "no State or organization is called `{}`", self.given),
            (false, false) => {
                write!(f, "no State or organization is called `{}`; did you mean {choices}?", self.given)
            }
        }
    }
}

impl std::error::Error for UnknownParty {}

impl Parties {
    /// Adds a party; one with the same code is replaced by the newer record of it and keeps its place.
    pub fn add(&mut self, party: Party) {
        // Files with such a party are refused; a register written by other means may hold one all the same.
        if party.names.is_empty() {
            return;
        }
        let index = match self.by_code.get(&party.code) {
            Some(index) => *index,
            None => PartyIndex(u16::try_from(self.list.len()).unwrap_or(u16::MAX)),
        };
        let names = party.names.iter().flat_map(|name| [Some(&name.name), name.text.as_ref()]);
        for name in names.chain([party.formal.as_ref()]).flatten().chain(&party.also) {
            let known = self.by_name.entry(fold(name)).or_default();
            if !known.contains(&index) {
                known.push(index);
            }
        }
        self.by_code.insert(party.code, index);
        for heir in &party.succeeded_by {
            let known = self.predecessors.entry(*heir).or_default();
            if !known.contains(&index) {
                known.push(index);
            }
        }
        match self.list.get_mut(usize::from(index.0)) {
            Some(place) => *place = party,
            None => self.list.push(party),
        }
    }

    /// How many parties there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All parties, in the order in which they were recorded.
    pub fn iter(&self) -> impl Iterator<Item = (PartyIndex, &Party)> {
        self.list.iter().enumerate().map(|(at, party)| (PartyIndex(u16::try_from(at).unwrap_or(u16::MAX)), party))
    }

    /// The party with that code.
    #[must_use]
    pub fn by_code(&self, code: PartyCode) -> Option<PartyIndex> {
        self.by_code.get(&code).copied()
    }

    /// The States to which a party succeeded.
    #[must_use]
    pub fn predecessors(&self, code: PartyCode) -> &[PartyIndex] {
        self.predecessors.get(&code).map_or(&[], Vec::as_slice)
    }

    /// The party that a text means, by code or by any name current or former. Where several have had the name, the one
    /// that had it on the day counts, and without a day the one that has it now.
    ///
    /// # Errors
    /// [`UnknownParty`] with the nearest names.
    pub fn resolve(&self, text: &str, on: Option<Date>) -> Result<PartyIndex, UnknownParty> {
        let text = text.trim();
        if let Some(index) = text.to_uppercase().parse().ok().and_then(|code| self.by_code(code)) {
            return Ok(index);
        }
        let folded = fold(text);
        match self.by_name.get(&folded).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some(several) => self.the_one_so_called(text, &folded, several, on),
            None => Err(self.unknown(text, &folded)),
        }
    }

    fn the_one_so_called(
        &self,
        text: &str,
        folded: &str,
        several: &[PartyIndex],
        on: Option<Date>,
    ) -> Result<PartyIndex, UnknownParty> {
        let had_the_name = |index: &&PartyIndex| {
            let in_use = |name: &super::Name| match on {
                Some(day) => name.in_use_on(day),
                None => name.until.is_none(),
            };
            let called = |name: &super::Name| fold(&name.name) == folded;
            self[**index].names.iter().any(|name| called(name) && in_use(name))
        };
        let existed = |index: &&PartyIndex| match on {
            Some(day) => self[**index].existed_on(day),
            None => self[**index].existed.is_none_or(|span| span.until.is_none()),
        };
        let named: Vec<&PartyIndex> = several.iter().filter(had_the_name).filter(existed).collect();
        let alive: Vec<&PartyIndex> = several.iter().filter(existed).collect();
        match (named.as_slice(), alive.as_slice()) {
            ([one], _) | (_, [one]) => Ok(**one),
            _ => Err(UnknownParty {
                given: text.to_owned(),
                nearest: several.iter().map(|index| self.describe(*index)).collect(),
                ambiguous: true,
            }),
        }
    }

    fn unknown(&self, text: &str, folded: &str) -> UnknownParty {
        let near = nearest(folded, self.by_name.keys().map(String::as_str), 3);
        let mut names: Vec<String> = Vec::new();
        for folded in near {
            for index in &self.by_name[folded] {
                let described = self.describe(*index);
                if !names.contains(&described) {
                    names.push(described);
                }
            }
        }
        names.truncate(3);
        UnknownParty { given: text.chars().take(60).collect(), nearest: names, ambiguous: false }
    }

    fn describe(&self, index: PartyIndex) -> String {
        let party = &self[index];
        let name = party.names.last().map_or("", |name| name.name.as_str());
        format!("{name} ({})", party.code)
    }
}

impl std::ops::Index<PartyIndex> for Parties {
    type Output = Party;

    fn index(&self, index: PartyIndex) -> &Party {
        &self.list[usize::from(index.0)]
    }
}
