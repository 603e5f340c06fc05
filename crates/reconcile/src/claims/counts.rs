//! How many States have a role, and which.

mod anchors;
mod roles;
mod subjects;
mod whole;

use std::ops::Range;

use law::calendar::Date;

use self::anchors::{Anchor, anchors};
use super::acts::brought_about_by;
use super::cues::{INCLUDING, Kind, NAMELY, NOT, PARTIES, PERIOD, Role, SIGNATORIES, STATES};
use super::lists::{Item, Run, following, runs};
use super::passage::Passage;
use super::{Bound, Claim, Found, List, Said};
use crate::reading::Meaning;

/// Finds the counts and lists of a sentence.
pub fn find(passage: &mut Passage<'_>, found: &mut Found) {
    if passage.is_question() {
        return;
    }
    let anchors = anchors(passage);
    let mut runs = runs(passage);
    for (place, anchor) in anchors.iter().enumerate() {
        let end = anchors.get(place + 1).map_or(passage.words.len(), |next| next.words.start);
        take_count(passage, anchor, end, &mut runs, found);
    }
    for run in runs {
        take_run(passage, &run, found);
    }
}

/// Takes a count, and the list that goes with it.
fn take_count(passage: &mut Passage<'_>, anchor: &Anchor, end: usize, runs: &mut Vec<Run>, found: &mut Found) {
    let Some((role, doubt)) = roles::of_count(passage, anchor, end) else { return };
    let threshold = anchor.bound == Bound::Exactly && brought_about_by(passage.words, anchor.words.start);
    let said = match anchor.bound {
        _ if threshold => Said::Threshold(anchor.number),
        Bound::Exactly => Said::Count(role, anchor.number),
        bound => Said::Bounded(role, bound, anchor.number),
    };
    let doubt = if threshold { None } else { anchor.doubt.or(doubt) };
    let mut claim = passage.claim(anchor.words.clone(), said);
    if !roles::is_passive(&passage.words[..anchor.words.start]) {
        (claim.treaty, claim.doubt) = passage.treaty_between(anchor.words.end, end);
    }
    claim.doubt = claim.doubt.or(doubt);
    if let Some(day) = dated(passage, anchor) {
        (claim.as_at, claim.month) = (Some(day), false);
    }
    let doubt = claim.doubt;
    let treaty = claim.treaty.clone();
    if threshold {
        found.claims.push(claim);
        return;
    }
    let count = found.claims.len();
    found.claims.push(claim);
    if doubt.is_none() {
        passage.role = Some(role);
    }
    let own =
        runs.iter().position(|run| (anchor.words.end..end).contains(&run.words.start) && belongs(passage, anchor, run));
    let (items, complete) = match own {
        Some(own) => {
            let run = runs.remove(own);
            let complete = !opens_some(passage, anchor.words.end..run.words.start);
            (run.items, complete)
        }
        None if ends_with_colon(passage) || passage.is_heading => (following(passage), true),
        None => return,
    };
    let more_or_less = usize::try_from(anchor.number).is_ok_and(|number| items.len() * 2 > number);
    let list = List {
        at: passage.place(anchor.words.clone()),
        role,
        treaty,
        as_at: passage.as_at,
        complete: complete && more_or_less,
        count: Some(count),
        doubt,
    };
    take_list(passage, list, &items, found);
}

fn take_list(passage: &Passage<'_>, list: List, items: &[Item], found: &mut Found) {
    if items.is_empty() {
        return;
    }
    let place = found.lists.len();
    let at = list.at;
    for item in items {
        let claim = Claim {
            at: item.at,
            sentence: if item.at.paragraph == at.paragraph { passage.place(0..passage.words.len()) } else { item.at },
            said: Said::Member(list.role, item.party, Some(place)),
            treaty: list.treaty.clone(),
            as_at: list.as_at,
            month: passage.month,
            doubt: list.doubt,
        };
        if let Some((day, on)) = item.on {
            let kind = if matches!(list.role, Role::Signatory | Role::SignatoryOnly) {
                Kind::Signature
            } else {
                Kind::Deposit
            };
            found.claims.push(Claim { at: on, said: Said::Act(item.party, kind, day), ..claim.clone() });
        }
        found.claims.push(claim);
    }
    found.lists.push(list);
}

/// The day that is given right behind a count: "stood at 41 on 31 July 2009".
fn dated(passage: &Passage<'_>, anchor: &Anchor) -> Option<Date> {
    let [on, day, ..] = &passage.words[anchor.words.end..] else { return None };
    match day.meaning {
        Meaning::Day(day) if on.is_any(&["on", "le", "el", "("]) => Some(day),
        _ => None,
    }
}

/// Whether a run of States is what a count before it counts: little stands between them.
fn belongs(passage: &Passage<'_>, anchor: &Anchor, run: &Run) -> bool {
    let between = &passage.words[anchor.words.end..run.words.start];
    let named =
        between.iter().any(|word| word.is_any(NAMELY) || word.is_any(INCLUDING) || word.is_any(&["(", "–", "—"]));
    let near = between.len() <= 2 && between.iter().any(|word| word.meaning == Meaning::Mark);
    (named || near) && !between.iter().any(|word| word.is_any(&[".", "than"]))
}

fn opens_some(passage: &Passage<'_>, between: Range<usize>) -> bool {
    passage.words[between].iter().any(|word| word.is_any(INCLUDING))
}

fn ends_with_colon(passage: &Passage<'_>) -> bool {
    passage.words.last().is_some_and(|last| last.is_any(&[":", "-", "–"]))
}

/// Takes States that are named with a role and without a count: "the following States have signed: …", "Mali has ratified".
fn take_run(passage: &mut Passage<'_>, run: &Run, found: &mut Found) {
    let opened = opened_by(passage, run);
    let told = opened.or_else(|| subjects::of_subject(passage, run.words.clone()).map(|role| (role, false)));
    let (treaty, doubt) = passage.treaty_at(run.words.start);
    let Some((role, complete)) = told else {
        let lacked = subjects::lacked(passage, run.words.clone());
        for (item, role) in run.items.iter().flat_map(|item| lacked.iter().map(move |role| (item, *role))) {
            let claim = passage.claim(run.words.clone(), Said::Lacks(role, item.party));
            found.claims.push(Claim { at: item.at, ..claim });
        }
        return;
    };
    let at = passage.place(run.words.clone());
    let list = List { at, role, treaty, as_at: passage.as_at, complete, count: None, doubt };
    take_list(passage, list, &run.items, found);
}

/// The role of a list that something before it opens, and whether the list is one of all: "the following States have
/// ratified: …", "those that have ratified are: …", "Signatories: …"; of some: "among those that have ratified are …".
fn opened_by(passage: &Passage<'_>, run: &Run) -> Option<(Role, bool)> {
    let before = &passage.words[..run.words.start];
    let little = ["the", "l", "la", "le", "les", "el", "los", "las"];
    let before = &before[..before.len() - before.iter().rev().take_while(|word| word.is_any(&little)).count()];
    let colon = before.last().is_some_and(|word| word.is_any(&[":"]));
    let opens = before.iter().rev().take(2).any(|word| word.is_any(NAMELY))
        || before.iter().any(|word| word.is_any(&["following", "suivants", "siguientes"]));
    if !(colon || opens) || run.items.len() < 2 {
        return None;
    }
    let some = before.iter().any(|word| word.is_any(INCLUDING));
    let after = &passage.words[run.words.end..];
    let verbs = roles::of_words(before).or_else(|| roles::of_words(after)).filter(|_| opens);
    let became = subjects::became(before).or_else(|| subjects::became(after));
    let of_period = became.is_some() || passage.words.iter().any(|word| word.is_any(PERIOD));
    let has = |words: &[&str]| before.iter().any(|word| word.is_any(words));
    let denied = before.iter().any(|word| word.is_any(NOT));
    let by_noun = match (has(SIGNATORIES), has(PARTIES) && has(STATES)) {
        (true, _) if denied => Some(Role::SignatoryOnly),
        (true, _) => Some(Role::Signatory),
        (_, true) if !denied => Some(Role::Party),
        _ => None,
    };
    let by_noun = by_noun.filter(|_| colon && before.len() <= 14);
    became.or(by_noun).or(verbs).map(|role| (role, colon && !some && !of_period))
}
