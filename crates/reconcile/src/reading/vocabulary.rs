//! The names by which States and treaties are found in a text.

use std::collections::HashMap;

use law::calendar::Date;
use law::party::{PartyCode, PartyIndex};
use law::record::Record;
use law::treaty::TreatyId;

use super::token::{Token, words};

/// Whom or what a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// A State or an organization; `None` where the name may mean more than one.
    State(Option<PartyIndex>),
    /// A treaty; `None` for one that the register does not hold.
    Treaty(Option<TreatyId>),
    /// Something that is called much like a treaty and is none.
    Nothing,
}

/// The names, by their first words.
#[derive(Debug, Default)]
pub struct Vocabulary {
    names: HashMap<String, Vec<(Vec<String>, Named)>>,
}

/// States' names in other languages than English.
const TRANSLATED: [&str; 2] = [include_str!("../../names/fr.tsv"), include_str!("../../names/es.tsv")];

/// Treaties' titles in other languages than English.
const TITLES: &str = include_str!("../../names/treaties.tsv");

impl Vocabulary {
    /// All names of the States and treaties of a record, each meaning what it meant on a day.
    #[must_use]
    pub fn of(record: &Record, on: Option<Date>) -> Self {
        let mut all = Self::default();
        all.add_states(record, on);
        all.add_translated(record);
        all.add_treaties(record);
        for names in all.names.values_mut() {
            names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
            names.dedup_by(|one, other| one.0 == other.0);
        }
        all
    }

    fn add(&mut self, name: &str, named: Named) {
        let words = words(name);
        let Some(first) = words.first() else { return };
        let known = self.names.entry(first.clone()).or_default();
        if !known.iter().any(|(other, _)| *other == words) {
            known.push((words, named));
        }
    }

    fn add_states(&mut self, record: &Record, on: Option<Date>) {
        for (_, party) in record.parties.iter() {
            let short = party.names.iter().flat_map(|name| [Some(&name.name), name.text.as_ref()]);
            // A name turned round at a comma is of tables; in a sentence the comma parts two States.
            let names = short.chain([party.formal.as_ref()]).flatten().chain(&party.also);
            for name in names.filter(|name| !name.contains(',') && name.chars().count() > 2) {
                self.add(name, Named::State(record.parties.resolve(name, on).ok()));
            }
        }
    }

    fn add_translated(&mut self, record: &Record) {
        for line in TRANSLATED.iter().flat_map(|file| file.lines()) {
            let Some((code, names)) = line.split_once('\t') else { continue };
            let party = code.parse::<PartyCode>().ok().and_then(|code| record.parties.by_code(code));
            if let Some(party) = party {
                names.split('|').for_each(|name| self.add(name, Named::State(Some(party))));
            }
        }
    }

    fn add_treaties(&mut self, record: &Record) {
        for treaty in record.treaties() {
            let treaty = &treaty.treaty;
            for title in treaty.title.values().chain(treaty.short_title.values()) {
                self.add(title, Named::Treaty(Some(treaty.treaty.clone())));
            }
        }
        for line in TITLES.lines() {
            let Some((id, titles)) = line.split_once('\t') else { continue };
            let known = id.parse::<TreatyId>().ok().and_then(|id| record.treaty_by_id(&id));
            let named = match known {
                Some(known) => Named::Treaty(Some(known.treaty.treaty.clone())),
                None if id == "-" => Named::Nothing,
                None => Named::Treaty(None),
            };
            titles.split('|').for_each(|title| self.add(title, named.clone()));
        }
    }

    /// The longest name that some tokens begin with, and how many of them it takes.
    #[must_use]
    pub fn read(&self, tokens: &[Token]) -> Option<(&Named, usize)> {
        let first = tokens.first().filter(|token| !token.mark)?;
        let names = self.names.get(&first.folded)?;
        names.iter().find_map(|(words, named)| {
            let is_title = !matches!(named, Named::State(_));
            // "The former Yugoslav Republic of Macedonia" begins with a small letter, as no other name does.
            let capital = first.capital || first.is("former") && words.len() > 2;
            if !is_title && !capital {
                return None;
            }
            Some((named, length(tokens, words, is_title)?))
        })
    }
}

/// How many tokens a name takes, if they begin with it. Brackets and the stops of abbreviations don't count; in a title,
/// nor do commas.
fn length(tokens: &[Token], words: &[String], is_title: bool) -> Option<usize> {
    let mut at = 0;
    let mut open = false;
    for word in words {
        while let Some(mark) = tokens.get(at).filter(|token| token.mark && !(word == "and" && token.is("&"))) {
            match mark.folded.as_str() {
                "(" => open = true,
                ")" => open = false,
                "." if at > 0 && tokens[at - 1].folded.len() <= 3 => {}
                "," if is_title => {}
                _ => return None,
            }
            at += 1;
        }
        let token = tokens.get(at)?;
        let same = token.folded == *word || word == "and" && token.is("&");
        if !same {
            return None;
        }
        at += 1;
    }
    let closes = open && tokens.get(at).is_some_and(|token| token.is(")"));
    Some(at + usize::from(closes))
}
