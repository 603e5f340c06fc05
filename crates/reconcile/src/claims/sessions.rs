//! Sessions of organs, and the seats of a treaty's body.

use super::passage::Passage;
use super::{Found, Said, SessionOf};
use crate::reading::symbol::is_of_resolution;
use crate::reading::{Lexeme, Meaning};

/// Finds the sessions and seats of a sentence.
pub fn find(passage: &Passage<'_>, found: &mut Found) {
    let words = passage.words;
    for (at, word) in words.iter().enumerate() {
        match word.meaning {
            Meaning::Ordinal(number) if is_session(&words[at + 1..]) => {
                let session = Said::Session(number, session_of(passage, at));
                found.claims.push(passage.claim(at..at + 2, session));
            }
            Meaning::Number(number) if number < 60 => seats(passage, at, number, found),
            _ => {}
        }
    }
}

fn is_session(after: &[Lexeme]) -> bool {
    after.iter().take(2).any(|word| word.is_any(&["session", "periodo", "sesion"]))
}

fn session_of(passage: &Passage<'_>, at: usize) -> SessionOf {
    let resolutions: Vec<String> = passage.words[..at]
        .iter()
        .filter_map(|word| match &word.meaning {
            Meaning::Symbol(symbol) if !symbol.starts_with("A/") || is_of_resolution(symbol) => Some(symbol.clone()),
            _ => None,
        })
        .collect();
    if passage.is_heading || is_masthead(passage, at) {
        SessionOf::Text { of_assembly: is_of_assembly(&passage.words[..at]) }
    } else if resolutions.is_empty() {
        SessionOf::Occasion
    } else {
        SessionOf::Resolutions(resolutions)
    }
}

/// Whether a session stands in the head of a document: at the beginning, or among its first words, and with capitals.
fn is_masthead(passage: &Passage<'_>, at: usize) -> bool {
    let told = passage.words.iter().any(|word| word.is_any(&["had", "has", "was", "its", "held"]));
    at == 0 && passage.words[0].capital || passage.paragraph < 15 && passage.words[at].capital && !told
}

/// Whether the words before a session's number name the General Assembly, and no other body after it.
fn is_of_assembly(before: &[Lexeme]) -> bool {
    let organ = before.iter().rev().find(|word| {
        word.is_any(&[
            "assembly",
            "assemblee",
            "asamblea",
            "committee",
            "comite",
            "council",
            "conseil",
            "consejo",
            "commission",
        ])
    });
    organ.is_some_and(|organ| organ.is_any(&["assembly", "assemblee", "asamblea"]))
}

/// "The Committee is composed of ten experts", "from 10 to 14 members".
fn seats(passage: &Passage<'_>, at: usize, number: u32, found: &mut Found) {
    const MEMBERS: &[&str] = &["members", "experts", "membres", "miembros", "expertos"];
    const OF_BODY: &[&str] = &[
        "composed",
        "consists",
        "consist",
        "consisting",
        "consisted",
        "compose",
        "composee",
        "compuesto",
        "integrado",
        "comprises",
        "membership",
        "comprising",
        "comprised",
    ];
    let words = passage.words;
    let members = words[at + 1..].iter().take(4).position(|word| word.is_any(MEMBERS));
    let body = words.iter().any(|word| word.is_any(&["committee", "comite", "subcommittee", "body"]));
    let states = words[at + 1..].iter().take(4).any(|word| word.is_any(&["states", "etats", "estados"]));
    let Some(members) = members.filter(|_| body && !states) else { return };
    let before = &words[at.saturating_sub(5)..at];
    let outright = before.iter().any(|word| word.is_any(OF_BODY));
    let grows = before.iter().any(|word| word.is_any(&["from", "to", "de", "a"]))
        && words.iter().any(|word| {
            word.is_any(&["increase", "increased", "increases", "enlarged", "passe", "aumento", "aumentar"])
        });
    if outright || grows {
        found.claims.push(passage.claim(at..at + members + 2, Said::Seats(number, outright)));
    }
}
