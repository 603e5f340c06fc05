//! What single States did, when the treaty entered into force, which instrument brought it about.

use std::ops::Range;

use law::calendar::Date;

use super::cues::{INSTRUMENTS, Kind, NOT, noun, verb};
use super::lists::runs;
use super::passage::Passage;
use super::{Found, Said, state};
use crate::reading::{Lexeme, Meaning};

/// Finds the acts and entries into force of a sentence.
pub fn find(passage: &mut Passage<'_>, found: &mut Found) {
    entries_into_force(passage, found);
    nth_instruments(passage, found);
    own_acts(passage, found);
    adoption(passage, found);
}

fn day(word: &Lexeme) -> Option<Date> {
    if let Meaning::Day(day) = word.meaning { Some(day) } else { None }
}

/// The first day among some words, and its place; `None` once a semicolon has come.
fn first_day(passage: &Passage<'_>, range: Range<usize>) -> Option<(usize, Date)> {
    let end = passage.words.len().min(range.end);
    let words = passage.words.get(range.start..end)?;
    let until = words.iter().position(|word| word.is_any(&[";"])).unwrap_or(words.len());
    let at = words[..until].iter().position(|word| day(word).is_some())?;
    day(&words[at]).map(|day| (range.start + at, day))
}

/// The places at which "entered into force" and the like stand, as ranges.
fn into_force(words: &[Lexeme]) -> Vec<Range<usize>> {
    const ENTER: &[&str] = &[
        "enter", "entered", "enters", "entry", "entering", "came", "come", "coming", "entre", "entree", "entrait",
        "entrera", "entro", "entrada", "entrado", "entrara", "entra", "entrant",
    ];
    let phrase = |at: usize| {
        let is = |after: usize, options: &[&str]| words.get(at + after).is_some_and(|word| word.is_any(options));
        let english = is(1, &["into"]) && is(2, &["force"]);
        let romance = is(1, &["en"]) && is(2, &["vigueur", "vigor"]);
        (words[at].is_any(ENTER) && (english || romance)).then_some(at..at + 3)
    };
    (0..words.len()).filter_map(phrase).collect()
}

fn entries_into_force(passage: &mut Passage<'_>, found: &mut Found) {
    let words = passage.words;
    for phrase in into_force(words) {
        let denied = words[phrase.start.saturating_sub(4)..phrase.start].iter().any(|word| word.is_any(NOT));
        // What brought it about stands behind "following" and has a day of its own.
        let after = words[phrase.end..].iter().take(12);
        let reach =
            after.take_while(|word| !word.is_any(&["following", "after", "suite", "tras", "apres", "despues"])).count();
        let behind = first_day(passage, phrase.end..phrase.end + reach);
        let before = || {
            let start = phrase.start.saturating_sub(6);
            let verb =
                words[phrase.start].is_any(&["entered", "entre", "entro", "enters", "came", "entrera", "entrara"]);
            let near = (start..phrase.start).rev().find(|at| day(&words[*at]).is_some()).filter(|_| verb)?;
            day(&words[near]).map(|day| (near, day))
        };
        let Some((at, date)) = behind.or_else(before).filter(|_| !denied) else { continue };
        let state = words[phrase.end..phrase.end + reach].iter().find_map(state);
        let span = if at < phrase.start { at..phrase.end } else { phrase.start..at + 1 };
        found.claims.push(passage.claim(span, Said::EntryIntoForce(date, state)));
        passage.taken.push(at);
    }
}

/// "The twentieth instrument was deposited on 14 March 2003".
fn nth_instruments(passage: &mut Passage<'_>, found: &mut Found) {
    let words = passage.words;
    let brings = !into_force(words).is_empty();
    for at in 0..words.len() {
        let Meaning::Ordinal(nth) = words[at].meaning else { continue };
        let next = words.get(at + 1);
        let counts =
            next.is_some_and(|word| word.is_any(INSTRUMENTS) || noun(word).is_some_and(|kind| kind != Kind::Signature));
        if !counts {
            continue;
        }
        let near = first_day(passage, at + 1..at + 14);
        let end = near.map_or(at + 2, |(day, _)| day + 1);
        found.claims.push(passage.claim(at..end, Said::Nth(nth, near.map(|(_, day)| day), brings)));
        passage.taken.extend(near.map(|(day, _)| day));
    }
}

/// "Mali acceded on 5 June 2003", "ratified by Timor-Leste on 30 January 2004", "Niger deposited its instrument on …".
fn own_acts(passage: &mut Passage<'_>, found: &mut Found) {
    let words = passage.words;
    let all = runs(passage);
    let mut last_kind = None;
    for (place, run) in all.iter().enumerate() {
        let end = all.get(place + 1).map_or(words.len(), |next| next.words.start).min(run.words.end + 34);
        let mut kinds = acts_in(&words[run.words.end..end], run.words.end);
        let mut start = run.words.end;
        // "Ecuador acceded on 5 February 2002, and Belize on 14 November 2001".
        let elliptic = words.get(start).is_some_and(|word| word.is_any(&["on", "le", "el"]));
        let passive = passive(&words[..run.words.start]).or(last_kind.filter(|_| elliptic));
        while let Some((at, date)) = first_day(passage, start..end) {
            let told: Vec<Kind> = kinds.iter().filter(|(verb, _)| *verb < at).map(|(_, kind)| *kind).collect();
            kinds.retain(|(verb, _)| *verb > at);
            let told = if told.is_empty() && start == run.words.end { passive.into_iter().collect() } else { told };
            let denied = words[start..at].iter().any(|word| word.is_any(NOT));
            if !denied && !passage.taken.contains(&at) && !told.is_empty() {
                last_kind = told.last().copied();
                for (item, kind) in run.items.iter().flat_map(|item| told.iter().map(move |kind| (item, *kind))) {
                    let mut claim = passage.claim(run.words.start..at + 1, Said::Act(item.party, kind, date));
                    claim.at.from = item.at.from;
                    found.claims.push(claim);
                }
                passage.taken.push(at);
            }
            start = at + 1;
        }
    }
}

/// The acts that the words after a State tell of, and where: verbs, "deposited its instrument of", "Mali's accession".
fn acts_in(words: &[Lexeme], start: usize) -> Vec<(usize, Kind)> {
    const DEPOSITED: &[&str] = &["deposited", "depose", "deposito", "depositado"];
    let act = |(at, word): (usize, &Lexeme)| {
        let named = || words[at..].iter().take(8).find_map(noun).unwrap_or(Kind::Deposit);
        let deposited = word.is_any(DEPOSITED).then(named);
        let own = noun(word).filter(|_| at == 0);
        verb(word).or(deposited).or(own).map(|kind| (start + at, kind))
    };
    words.iter().enumerate().filter_map(act).collect()
}

/// The act that is told of in the passive before a State: "ratified by", "the accession of", "deposit by".
fn passive(before: &[Lexeme]) -> Option<Kind> {
    let last = before.len().checked_sub(1)?;
    let article = usize::from(before[last].is_any(&["the", "la", "le", "les", "el", "l"]));
    let link = last.checked_sub(article)?;
    if !before[link].is_any(&["by", "par", "por", "of", "de", "du", "del", "d"]) {
        return None;
    }
    let near = &before[link.saturating_sub(5)..link];
    near.iter().rev().find_map(|word| verb(word).or_else(|| noun(word)))
}

/// "The Convention was adopted by the General Assembly on 18 December 1990". With a resolution, the day is the resolution's.
fn adoption(passage: &mut Passage<'_>, found: &mut Found) {
    const TREATY: &[&str] =
        &["convention", "convencion", "covenant", "pacte", "pacto", "protocol", "protocole", "protocolo", "treaty"];
    const ADOPTED: &[&str] = &["adopted", "adoptee", "adopte", "aprobada", "adoptada"];
    let words = passage.words;
    let Some(verb) = words.iter().position(|word| word.is_any(ADOPTED)) else { return };
    let subject = words[verb.saturating_sub(6)..verb].iter();
    let of_treaty = subject.rev().any(|word| word.is_any(TREATY) || matches!(word.meaning, Meaning::Treaty(_)));
    let symbol = words.iter().any(|word| matches!(word.meaning, Meaning::Symbol(_)));
    let Some((at, day)) =
        first_day(passage, verb..verb + 12).filter(|(at, _)| of_treaty && !symbol && !passage.taken.contains(at))
    else {
        return;
    };
    found.claims.push(passage.claim(verb..at + 1, Said::Adopted(day)));
    passage.taken.push(at);
}
