//! What was done to promote a treaty, with its day, month or year.

use law::activity::ActivityKind;
use law::when::When;

use super::passage::Passage;
use super::{Found, Said};
use crate::reading::{Lexeme, Meaning};

/// The words by which kinds of activity are told, the surest first.
const KINDS: &[(ActivityKind, &[&str])] = &[
    (ActivityKind::Briefing, &["briefing", "briefings", "information", "informativa"]),
    (ActivityKind::Panel, &["panel", "discussion", "mesa"]),
    (ActivityKind::Workshop, &["workshop", "workshops", "atelier", "ateliers", "taller", "talleres"]),
    (ActivityKind::Participation, &["participated", "participe", "participo"]),
    (ActivityKind::Campaign, &["campaign", "campagne", "campana"]),
    (ActivityKind::Call, &["called", "appeal", "appele", "llamamiento", "exhorto"]),
    (ActivityKind::Publication, &["flyers", "posters", "leaflet", "brochure"]),
    (ActivityKind::Statement, &["statement", "declaration", "declaracion"]),
];

/// Finds an activity that a sentence tells of.
pub fn find(passage: &Passage<'_>, found: &mut Found) {
    let kind = KINDS.iter().find(|(_, words)| passage.words.iter().any(|word| word.is_any(words)));
    let Some((kind, _)) = kind else { return };
    let when = passage.words.iter().enumerate().find_map(|(at, word)| {
        let free = !passage.taken.contains(&at);
        when(passage.words, at, word).filter(|_| free).map(|when| (at, when))
    });
    if let Some((at, when)) = when {
        found.claims.push(passage.claim(at..at + 1, Said::Activity(*kind, when)));
    }
}

fn when(words: &[Lexeme], at: usize, word: &Lexeme) -> Option<When> {
    match word.meaning {
        Meaning::Day(day) => Some(When::day(day)),
        Meaning::Month(year, month) => When::month(year, month),
        Meaning::Number(year @ 1900..=2200) => {
            let said = at.checked_sub(1).is_some_and(|before| words[before].is_any(&["in", "en"]));
            i16::try_from(year).ok().filter(|_| said).and_then(When::year)
        }
        _ => None,
    }
}
