//! States that are the subject of a sentence: the role that it gives them, or denies them.

use std::ops::Range;

use super::roles::{active, of_kind, passive};
use crate::claims::cues::{BECOME, NOT, PARTIES, Role, verb};
use crate::claims::passage::Passage;
use crate::reading::{Lexeme, Meaning};

/// Words with which what States have done or are begins.
#[rustfmt::skip]
pub const HAVE: &[&str] = &[
    "had", "have", "has", "ont", "avaient", "a", "avait", "han", "habian", "ha", "habia", "is", "are", "was", "were", "became",
    "become", "est", "sont", "etait", "etaient", "es", "son", "era", "eran", "n", "ne", "no",
];

/// The role of States that are the subject of a sentence, or that did something by the passive voice.
pub fn of_subject(passage: &Passage<'_>, run: Range<usize>) -> Option<Role> {
    let words = passage.words;
    let after = without_pronoun(&words[run.end..]);
    if are_of(&words[..run.start]) {
        return passive(&words[..run.start]).filter(|(_, doubt)| doubt.is_none()).map(|(role, _)| role);
    }
    // With a day it is an act, which is read as such.
    if after.iter().take(14).any(|word| matches!(word.meaning, Meaning::Day(_) | Meaning::Month(..))) {
        return None;
    }
    if let Some((role, None)) = passive(&words[..run.start]) {
        return Some(role);
    }
    if let Some(role) =
        became(&words[run.end..words.len().min(run.end + 6)]).or_else(|| turned_round(&words[..run.start]))
    {
        return Some(role);
    }
    if after.first().is_some_and(|word| word.is_any(&["n", "ne"])) {
        return None;
    }
    let starts = after.first().is_some_and(|word| word.is_any(HAVE) || verb(word).is_some());
    let told = active(passage, run.end..words.len().min(run.end + 7), words.len())?;
    (starts && told.1.is_none()).then_some(told.0)
}

/// The roles that States are said not to have: "has not ratified", "are not parties", "neither signed nor ratified".
pub fn lacked(passage: &Passage<'_>, run: Range<usize>) -> Vec<Role> {
    let words = passage.words;
    let neither = words[..run.start].iter().rev().take(2).any(|word| word.is_any(&["neither", "ni"]));
    if are_of(&words[..run.start]) {
        return Vec::new();
    }
    let after = words.get(run.end..).unwrap_or_default();
    // "Two States, Somalia and South Sudan, are not parties".
    let aside = words[..run.start].iter().rev().take(2).any(|word| word.is_any(&[","]));
    let after = match after {
        [comma, rest @ ..] if aside && comma.is_any(&[","]) => rest,
        all => without_pronoun(all),
    };
    let ends = [",", ";", ".", "but", "until", "before", "only", "mais", "pero", "sino", "because", "and", "et"];
    let clause = &after[..after.iter().position(|word| word.is_any(&ends)).unwrap_or(after.len()).min(10)];
    let dated = after.iter().take(16).any(|word| matches!(word.meaning, Meaning::Day(_) | Meaning::Month(..)));
    let denies = clause.iter().take(4).any(|word| word.is_any(NOT));
    if dated || !clause.first().is_some_and(|word| word.is_any(HAVE)) || !(denies || neither) {
        return Vec::new();
    }
    let become_party = clause.iter().any(|word| word.is_any(PARTIES) || word.is_any(&["partie"]));
    let mut roles: Vec<Role> = clause.iter().filter_map(verb).map(of_kind).collect();
    if become_party {
        roles.push(Role::Party);
    }
    roles.iter_mut().filter(|role| **role == Role::Acceded).for_each(|role| *role = Role::Contracting);
    roles.dedup();
    roles
}

/// "Have become parties": bound since, though the treaty may not yet be in force for all of them.
pub fn became(words: &[Lexeme]) -> Option<Role> {
    let at = words.iter().position(|word| word.is_any(BECOME))?;
    let party = words[at..].iter().take(5).position(|word| word.is_any(PARTIES) || word.is_any(&["partie"]))?;
    let denied = words[at.saturating_sub(4)..at + party].iter().any(|word| word.is_any(NOT));
    let ordinal = words[at..at + party].iter().any(|word| matches!(word.meaning, Meaning::Ordinal(_)));
    (!denied && !ordinal).then_some(Role::Contracting)
}

/// "Han pasado a ser partes en la Convención el Níger y Nigeria": what they became stands before them.
fn turned_round(before: &[Lexeme]) -> Option<Role> {
    let start = before.iter().rposition(|word| word.is_any(&["pasado", "pasaron"]))?;
    let near = &before[start..];
    became(near).filter(|_| near.len() <= 10)
}

/// What follows States, without the pronoun for the treaty: "l'ont signée", "la han firmado".
pub fn without_pronoun(after: &[Lexeme]) -> &[Lexeme] {
    match after {
        [pronoun, rest @ ..] if pronoun.is_any(&["l", "la", "le", "lo", "y"]) => rest,
        all => all,
    }
}

/// Whether States are named as those of which others are a part: "no country of the European Union", "the Parliament of Niger".
fn are_of(before: &[Lexeme]) -> bool {
    let little = ["the", "la", "le", "les", "el", "los", "las", "l"];
    let last = before.iter().rev().find(|word| !word.is_any(&little));
    last.is_some_and(|word| {
        word.is_any(&[
            "of",
            "in",
            "from",
            "de",
            "du",
            "d",
            "del",
            "des",
            "than",
            "except",
            "unlike",
            "like",
            "with",
            "beside",
            "besides",
            "contrairement",
            "diferencia",
            "excepto",
            "sauf",
            "salvo",
        ])
    })
}
