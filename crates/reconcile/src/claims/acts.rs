//! What single States did, when the treaty entered into force, which instrument brought it about.

use std::ops::Range;

use law::calendar::Date;

use super::cues::{AFTER, BECOME, INSTRUMENTS, Kind, NOT, PARTIES, STATES, noun, verb};
use super::lists::{Item, Run, runs};
use super::passage::Passage;
use super::{Found, Said, Whom, state};
use crate::reading::{Lexeme, Meaning};

/// Finds the acts and entries into force of a sentence.
pub fn find(passage: &mut Passage<'_>, found: &mut Found) {
    announced(passage, found);
    entries_into_force(passage, found);
    nth_instruments(passage, found);
    nth_states(passage, found);
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
    let in_force_since = |at: usize| {
        let [first, second, third] = words.get(at..at + 3)? else { return None };
        let english = first.is_any(&["in"]) && second.is_any(&["force"]) && third.is_any(&["since"]);
        let romance =
            first.is_any(&["en"]) && second.is_any(&["vigueur", "vigor"]) && third.is_any(&["depuis", "desde"]);
        (english || romance).then_some(at..at + 3)
    };
    (0..words.len()).filter_map(|at| phrase(at).or_else(|| in_force_since(at))).collect()
}

/// Whether the treaty is said to have entered into force before a word of the sentence, and what comes then brought it about:
/// "entered into force following ratification by 20 States".
pub fn brought_about_by(words: &[Lexeme], at: usize) -> bool {
    let phrases = into_force(words);
    let before = phrases.iter().rev().find(|phrase| phrase.end <= at);
    match before {
        Some(phrase) => words[phrase.end..at].iter().any(|word| word.is_any(AFTER)),
        None => !phrases.is_empty() && words[at.saturating_sub(3)..at].iter().any(|word| word.is_any(AFTER)),
    }
}

fn entries_into_force(passage: &mut Passage<'_>, found: &mut Found) {
    let words = passage.words;
    for phrase in into_force(words) {
        let denied = words[phrase.start.saturating_sub(4)..phrase.start].iter().any(|word| word.is_any(NOT));
        // What brought it about stands behind "following" and has a day of its own.
        let after = words[phrase.end..].iter().take(12);
        let reach = after.take_while(|word| !is_cause(word)).count();
        let behind = first_day(passage, phrase.end..phrase.end + reach);
        let before = || {
            let start = phrase.start.saturating_sub(6);
            let verb =
                words[phrase.start].is_any(&["entered", "entre", "entro", "enters", "came", "entrera", "entrara"]);
            let near = (start..phrase.start).rev().find(|at| day(&words[*at]).is_some()).filter(|_| verb)?;
            day(&words[near]).map(|day| (near, day))
        };
        let Some((at, date)) = behind.or_else(before).filter(|_| !denied) else { continue };
        let behind = &words[phrase.end..phrase.end + reach];
        let state = behind.iter().find_map(state).or_else(|| meant(passage, &words[..phrase.start], behind));
        let span = if at < phrase.start { at..phrase.end } else { phrase.start..at + 1 };
        found.claims.push(passage.claim(span, Said::EntryIntoForce(date, state)));
        passage.taken.push(at);
    }
}

/// Whether a word opens what brought the entry into force about, which has a day of its own.
fn is_cause(word: &Lexeme) -> bool {
    let deposit = ["deposit", "depot", "deposito", "ayant", "habiendo", "habiendose", "having"];
    word.is_any(AFTER)
        || word.is_any(INSTRUMENTS)
        || word.is_any(&deposit)
        || matches!(word.meaning, Meaning::Ordinal(_))
}

/// The State for which the treaty is said to have entered into force by "for it", "à son égard", "respecto de ese Estado": the
/// one named before. None at all where no such words stand there; [`Whom`] of nobody where it can't be told.
fn meant(passage: &Passage<'_>, before: &[Lexeme], behind: &[Lexeme]) -> Option<Whom> {
    #[rustfmt::skip]
    const ITS: &[&str] = &[
        "it", "them", "that", "this", "these", "those", "each", "both", "all", "her", "elle", "lui", "eux", "elles", "ce",
        "cet", "cette", "ces", "chacun", "chaque", "ese", "dicho", "dicha", "dichos", "este", "esa", "ella", "ellos", "el",
        "cada", "country", "state", "states", "pays", "etat", "estado", "pais",
    ];
    let respect = behind.iter().any(|word| word.is_any(&["egard", "respecto", "respect"]));
    let for_it = behind.iter().position(|word| word.is_any(&["for", "pour", "para"]));
    let for_it = for_it.is_some_and(|at| behind[at + 1..].iter().take(2).any(|word| word.is_any(ITS)));
    if !respect && !for_it {
        return None;
    }
    let mut states = before.iter().filter_map(state);
    match states.next() {
        None => Some(Whom(passage.subject)),
        Some(first) if states.all(|other| other == first) => Some(first),
        Some(_) => Some(Whom(None)),
    }
}

/// "The above action was effected on 18 March 2009": the act that a notification's heading announces.
fn announced(passage: &mut Passage<'_>, found: &mut Found) {
    const ACTION: &[&str] = &["action", "formalite", "accion"];
    const EFFECTED: &[&str] = &["effected", "effectuee", "efectuo", "efectuada"];
    let Some((party, kind)) = passage.announced else { return };
    let words = passage.words;
    let Some(action) = words.iter().position(|word| word.is_any(ACTION)) else { return };
    let effected = words[action..].iter().take(8).any(|word| word.is_any(EFFECTED));
    let Some((at, day)) = first_day(passage, action..action + 14).filter(|_| effected) else { return };
    found.claims.push(passage.claim(action..at + 1, Said::Act(Some(party), kind, day)));
    passage.taken.push(at);
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

/// "Niger became the forty-first State to accede to it, on 18 March 2009".
fn nth_states(passage: &mut Passage<'_>, found: &mut Found) {
    #[rustfmt::skip]
    const BOUND: &[&str] = &[
        "ratify", "accede", "join", "party", "parties", "ratifying", "acceding", "ratifier", "adherer", "partie", "ratificar",
        "adherirse", "parte", "deposit", "deposer", "depositar", "ratificarla", "adherir",
    ];
    let words = passage.words;
    for run in runs(passage) {
        let [Item { party, .. }] = run.items.as_slice() else { continue };
        let near = words.get(run.words.end..).unwrap_or_default();
        let became = near.iter().take(3).any(|word| word.is_any(BECOME) || word.is_any(&["was", "is", "convirtio"]));
        let nth = near.iter().take(7).enumerate().find_map(|(at, word)| match word.meaning {
            Meaning::Ordinal(nth) => Some((run.words.end + at, nth)),
            _ => None,
        });
        let Some((at, nth)) = nth.filter(|_| became) else { continue };
        let counts = words.get(at + 1).is_some_and(|word| word.is_any(STATES) || word.is_any(PARTIES));
        let bound = words[at + 1..].iter().take(7).any(|word| word.is_any(BOUND));
        if !counts || !bound {
            continue;
        }
        found.claims.push(passage.claim(run.words.start..at + 2, Said::NthState(nth, *party)));
        if let Some((day_at, day)) = first_day(passage, at + 1..at + 18).filter(|(at, _)| !passage.taken.contains(at)) {
            found.claims.push(passage.claim(day_at..day_at + 1, Said::Act(*party, Kind::Deposit, day)));
            passage.taken.push(day_at);
        }
    }
}

/// The runs of States that may have done something: those named, and the one that a pronoun at the beginning stands for.
fn doers(passage: &Passage<'_>) -> Vec<Run> {
    let mut all = runs(passage);
    let pronoun = passage.words.first().is_some_and(|word| word.is_any(&["it", "elle", "il"]));
    let acts = passage.words.iter().skip(1).take(4).any(|word| verb(word).is_some());
    let passive = passage.words.iter().skip(1).take(4).any(|word| word.is_any(&["was", "been", "ete", "is"]));
    if let Some(party) = passage.subject.filter(|_| pronoun && acts && !passive) {
        let item = Item { party: Some(party), at: passage.place(0..1), on: None };
        all.insert(0, Run { words: 0..1, items: vec![item] });
    }
    all
}

/// "Mali acceded on 5 June 2003", "ratified by Timor-Leste on 30 January 2004", "Niger deposited its instrument on …".
fn own_acts(passage: &mut Passage<'_>, found: &mut Found) {
    let words = passage.words;
    let all = doers(passage);
    let mut last_kind = None;
    for (place, run) in all.iter().enumerate() {
        let end = all.get(place + 1).map_or(words.len(), |next| next.words.start).min(run.words.end + 34);
        let mut kinds = acts_in(&words[run.words.end..end], run.words.end);
        let mut start = run.words.end;
        // "Ecuador acceded on 5 February 2002, and Belize on 14 November 2001".
        let elliptic = words.get(start).is_some_and(|word| word.is_any(&["on", "le", "el"]));
        let passive = passive(&words[..run.words.start]).or(last_kind.filter(|_| elliptic));
        while let Some((at, date)) = first_day(passage, start..end) {
            // "Signed in 1988 and ratified on 21 October 1994": the day is the last one's alone.
            let with_year = words[start..at]
                .iter()
                .rposition(|word| matches!(word.meaning, Meaning::Number(1900..=2200) | Meaning::Month(..)));
            let from = with_year.map_or(0, |year| start + year);
            let told = kinds.iter().filter(|(verb, _)| (from..at).contains(verb));
            let told: Vec<Kind> = told.map(|(_, kind)| *kind).collect();
            kinds.retain(|(verb, _)| *verb > at);
            let told = if told.is_empty() && start == run.words.end { passive.into_iter().collect() } else { told };
            let denied = words[start..at].iter().any(|word| word.is_any(NOT));
            if !denied && !passage.taken.contains(&at) && !told.is_empty() {
                last_kind = told.last().copied();
                let treaty = passage.treaty_between(start, at);
                for (item, kind) in run.items.iter().flat_map(|item| told.iter().map(move |kind| (item, *kind))) {
                    let mut claim = passage.claim(run.words.start..at + 1, Said::Act(item.party, kind, date));
                    claim.at.from = item.at.from;
                    (claim.treaty, claim.doubt) = treaty.clone();
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
    const DEPOSITED: &[&str] = &["deposited", "depose", "deposito", "depositado", "depositaron"];
    let act = |(at, word): (usize, &Lexeme)| {
        // A State may deposit declarations and the like as well.
        let near = || words[at + 1..].iter().take(8);
        let instrument =
            || near().any(|word| word.is_any(INSTRUMENTS)) || near().take(2).any(|word| day(word).is_some());
        let named = || near().find_map(noun).or_else(|| instrument().then_some(Kind::Deposit));
        let deposited = if word.is_any(DEPOSITED) { named() } else { None };
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
