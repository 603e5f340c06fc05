//! The role that a sentence gives to those whom it counts or names.

use std::ops::Range;

use super::anchors::Anchor;
use super::subjects::{HAVE, without_pronoun};
use super::whole::counts_all;
use crate::claims::cues::{AND, BY, CONTRACTING, Kind, NOT, PARTIES, Role, SIGNATORIES, STATES, noun, verb};
use crate::claims::passage::Passage;
use crate::reading::{Lexeme, Meaning};

/// What can be said of a role: the role, and why it is not certain.
type Told = (Role, Option<&'static str>);

/// The role of those whom a number counts; the sentence speaks of them up to `end`.
pub fn of_count(passage: &Passage<'_>, anchor: &Anchor, end: usize) -> Option<Told> {
    let words = passage.words;
    let after = &words[anchor.words.end..end];
    // "Of the 30 signatories, 15 have not yet ratified".
    let denied_next =
        after.iter().take(4).any(|word| word.is_any(NOT)) && after.first().is_some_and(|word| word.is_any(HAVE));
    if denied_next && let Some(told) = active(passage, anchor.words.end..end, end) {
        return Some(told);
    }
    passive(&words[..anchor.words.start])
        .map(|told| narrowed(told, after))
        .or_else(|| of_noun(passage, anchor, &words[anchor.words.end..end]))
        .or_else(|| before_number(&words[..anchor.words.start]).filter(|_| stands_alone(passage, anchor)))
        .or_else(|| active(passage, anchor.words.end..end, end))
}

/// Whether nothing behind a number says what it counts, so that the words before it do: "States parties: 41".
fn stands_alone(passage: &Passage<'_>, anchor: &Anchor) -> bool {
    let counted = passage.words[anchor.words.clone()].iter().any(|word| word.is_any(STATES));
    let after = without_pronoun(&passage.words[anchor.words.end..]);
    !counted && !after.first().is_some_and(|word| word.is_any(HAVE))
}

/// The role that some words give, if it is certain.
pub fn of_words(words: &[Lexeme]) -> Option<Role> {
    role_of_verbs(words).filter(|(_, doubt)| doubt.is_none()).map(|(role, _)| role)
}

/// The role that an act gives.
pub const fn of_kind(kind: Kind) -> Role {
    match kind {
        Kind::Signature => Role::Signatory,
        Kind::Accession => Role::Acceded,
        Kind::Ratification | Kind::Succession | Kind::Deposit => Role::Contracting,
    }
}

/// Whether words that end so have what was done, and to which treaty, before the number: "had been ratified by".
pub fn is_passive(before: &[Lexeme]) -> bool {
    passive(before).is_some()
}

/// "Ratified by 22 States", "ratified or acceded to by".
pub fn passive(before: &[Lexeme]) -> Option<Told> {
    let little = ["the", "a", "total", "of", "les", "los", "las", "le", "la", "un", "une", "following", "also"];
    let back = before.iter().rev().take(4).take_while(|word| word.is_any(&little)).count();
    let by = before.len().checked_sub(back + 1)?;
    if !before[by].is_any(BY) {
        return None;
    }
    // "Following ratification by 20 States".
    let by_noun = || before[..by].last().and_then(noun).map(|kind| (of_kind(kind), None));
    role_of_verbs(&before[by.saturating_sub(7)..by]).or_else(by_noun)
}

/// "Signed by 15 States that have not ratified it".
fn narrowed(told: Told, after: &[Lexeme]) -> Told {
    let near = &after[..after.len().min(9)];
    let not_bound = near
        .iter()
        .enumerate()
        .any(|(at, word)| verb(word).is_some_and(|kind| kind != Kind::Signature) && denied(near, at));
    match told {
        (Role::Signatory, doubt) if not_bound => (Role::SignatoryOnly, doubt),
        told => told,
    }
}

/// "41 States parties", "15 signatories", "22 ratifications".
fn of_noun(passage: &Passage<'_>, anchor: &Anchor, after: &[Lexeme]) -> Option<Told> {
    let counted = &passage.words[anchor.words.clone()];
    let some = (!counts_all(passage.words, anchor)).then_some("the text may count some of them only");
    let has = |words: &[&str]| counted.iter().any(|word| word.is_any(words));
    if has(SIGNATORIES) {
        let only = after
            .iter()
            .take(6)
            .take_while(|word| !word.is_any(&[",", ";"]))
            .any(|word| word.is_any(NOT) || word.is_any(&["only", "seulement", "solamente"]));
        return Some((if only { Role::SignatoryOnly } else { signatories(passage) }, some));
    }
    if has(CONTRACTING) {
        return Some((Role::Contracting, some));
    }
    if has(PARTIES) {
        return Some((Role::Party, some));
    }
    let kind = counted.iter().find_map(noun)?;
    let also =
        after.iter().take(3).any(|word| word.is_any(AND)) && after.iter().take(4).any(|word| noun(word).is_some());
    Some((if also { Role::Contracting } else { of_kind(kind) }, some))
}

/// "The number of States parties to the Convention stood at 41".
fn before_number(before: &[Lexeme]) -> Option<Told> {
    // What stands before another number belongs to that.
    let start =
        before.iter().rposition(|word| matches!(word.meaning, Meaning::Number(_))).map_or(0, |number| number + 1);
    let near = &before[start.max(before.len().saturating_sub(14))..];
    let has = |words: &[&str]| near.iter().any(|word| word.is_any(words));
    let denied = near.iter().any(|word| word.is_any(NOT));
    match (has(PARTIES), has(SIGNATORIES), near.iter().find_map(noun)) {
        (false, true, _) if denied => Some((Role::SignatoryOnly, None)),
        (true, ..) | (_, _, Some(_)) if denied => None,
        (true, false, _) => Some((Role::Party, None)),
        (false, true, _) => Some((Role::Signatory, None)),
        (false, false, Some(kind)) => Some((of_kind(kind), None)),
        _ => None,
    }
}

/// "22 States had ratified", with whatever list stands between.
pub fn active(passage: &Passage<'_>, range: Range<usize>, end: usize) -> Option<Told> {
    let words = passage.words;
    let first = range.clone().find(|at| verb(&words[*at]).is_some());
    let party_to = || {
        let party = range.clone().find(|at| words[*at].is_any(PARTIES))?;
        let is = words[range.start..party].iter().any(|word| {
            word.is_any(&[
                "were", "are", "is", "was", "become", "became", "est", "sont", "etait", "etaient", "es", "son", "era",
                "eran",
            ])
        });
        (is && !denied(words, party)).then_some((Role::Party, None))
    };
    let Some(first) = first else { return party_to() };
    if denied(words, first) {
        let before = &words[..range.start];
        let of_signatories = matches!(passage.role, Some(Role::Signatory | Role::SignatoryOnly))
            && before.iter().any(|word| word.is_any(SIGNATORIES) || verb(word) == Some(Kind::Signature));
        let ratify = verb(&words[first]).is_some_and(|kind| kind != Kind::Signature);
        if of_signatories && ratify {
            return Some((Role::SignatoryOnly, None));
        }
        return Some((Role::Contracting, Some("the text speaks of States that had not done so")));
    }
    let clause = &words[first..end.min(first + 12)];
    let only = clause.iter().take(3).any(|word| word.is_any(&["only"]));
    role_of_verbs(clause).map(|(role, doubt)| match role {
        Role::Signatory if only => (Role::SignatoryOnly, doubt),
        Role::Signatory => (signatories(passage), doubt),
        role => (role, doubt),
    })
}

/// Whether a verb is denied by a word close before it.
fn denied(words: &[Lexeme], at: usize) -> bool {
    words[at.saturating_sub(4)..at].iter().any(|word| word.is_any(NOT))
}

/// The role that some verbs give together: "ratified or acceded to", "signed but not ratified".
fn role_of_verbs(words: &[Lexeme]) -> Option<Told> {
    let mut done: Vec<Kind> = Vec::new();
    let mut not_done: Vec<Kind> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if let Some(kind) = verb(word).or_else(|| noun(word).filter(|_| denied(words, at))) {
            if denied(words, at) { not_done.push(kind) } else { done.push(kind) }
        }
        // "Signed but not yet ratifying", "sans la ratifier", "sin ratificarla".
        if word.is_any(&["ratifying", "ratify", "ratifier", "ratificar", "ratificarla", "ratificarlo"])
            && denied(words, at)
        {
            not_done.push(Kind::Ratification);
        }
    }
    let (signed, others) = (done.contains(&Kind::Signature), done.iter().any(|kind| *kind != Kind::Signature));
    let or = words.iter().any(|word| word.is_any(&["or", "ou", "o"]));
    match (signed, others) {
        (true, false) if not_done.is_empty() => Some((Role::Signatory, None)),
        (true, false) => Some((Role::SignatoryOnly, None)),
        (true, true) if or => {
            Some((Role::Contracting, Some("the text counts signatories and contracting States together")))
        }
        (false, true) if done.iter().all(|kind| *kind == Kind::Accession) => Some((Role::Acceded, None)),
        (_, true) => Some((Role::Contracting, None)),
        (false, false) => None,
    }
}

/// Whether "have signed" means all signatories or, said after those that ratified, the others.
fn signatories(passage: &Passage<'_>) -> Role {
    const FURTHER: &[&str] = &[
        "addition",
        "further",
        "another",
        "other",
        "others",
        "besides",
        "moreover",
        "outre",
        "autres",
        "plus",
        "ailleurs",
        "ademas",
        "otros",
        "otro",
        "mas",
        "only",
        "seulement",
        "solo",
        "remaining",
    ];
    let further = passage.words.iter().take(12).any(|word| word.is_any(FURTHER));
    let after_consent = matches!(passage.role, Some(Role::Contracting | Role::Party | Role::Acceded));
    if further && after_consent { Role::SignatoryOnly } else { Role::Signatory }
}
