//! Resolutions, with the days that a text gives them, and documents.

use law::calendar::Date;
use law::record::Record;

use super::passage::Passage;
use super::{Found, Said};
use crate::reading::symbol::{is_of_resolution, plain};
use crate::reading::{Lexeme, Meaning, RESOLUTION};

/// Finds the resolutions and documents of a sentence.
pub fn find(passage: &mut Passage<'_>, record: &Record, found: &mut Found) {
    let words = passage.words;
    for at in 0..words.len() {
        let Meaning::Symbol(symbol) = &words[at].meaning else { continue };
        if is_resolution(words, at, symbol, record) {
            let day = day_of(words, at);
            let end = day.map_or(at + 1, |(day, _)| day + 1).max(at + 1);
            passage.taken.extend(day.map(|(day, _)| day));
            let said = Said::Resolution(symbol.clone(), day.map(|(_, day)| day));
            found.claims.push(passage.claim(at..end, said));
        } else if record.activities().any(|kept| kept.what.document.as_deref() == Some(symbol.as_str())) {
            found.claims.push(passage.claim(at..at + 1, Said::Document(symbol.clone())));
        }
    }
}

fn is_resolution(words: &[Lexeme], at: usize, symbol: &str, record: &Record) -> bool {
    let called = words[at.saturating_sub(6)..at].iter().any(|word| word.is_any(&RESOLUTION));
    let between = words[at.saturating_sub(6)..at].iter().rev().take_while(|word| !word.is_any(&RESOLUTION));
    let others = ["and", "et", "y", ",", "of", "its", "assembly", "general", "no", "("];
    let close = between
        .clone()
        .all(|word| word.is_any(&others) || matches!(word.meaning, Meaning::Symbol(_) | Meaning::Day(_)));
    called && close
        || is_of_resolution(symbol)
        || record.resolutions().any(|kept| plain(&kept.what.symbol) == plain(symbol))
}

/// The day that is given to a symbol: "57/201 of 18 December 2002"; of several symbols together, the one at their end.
fn day_of(words: &[Lexeme], at: usize) -> Option<(usize, Date)> {
    #[rustfmt::skip]
    const LITTLE: &[&str] = &[
        "of", "du", "de", "del", "dated", "adopted", "on", "le", "la", "el", "adoptee", "aprobada", "en", "date", "fecha", ",",
        "(", ")", "and", "et", "y",
    ];
    for (place, word) in words.iter().enumerate().skip(at + 1).take(10) {
        match &word.meaning {
            Meaning::Day(day) => return Some((place, *day)),
            Meaning::Symbol(_) if words[at + 1..place].iter().any(|word| word.is_any(&["and", "et", "y", ","])) => {}
            _ if word.is_any(LITTLE) => {}
            _ => return None,
        }
    }
    None
}
