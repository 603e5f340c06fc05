//! The days of a text: as at which day its figures stand, and when it was issued.

use law::calendar::Date;
use law::record::Record;

use super::cues::{PARTIES, SIGNATORIES, STATES};
use super::passage::Passage;
use super::{Claim, Found, Place, Said};
use crate::reading::{Lexeme, Meaning, Reading};

/// The day on which a text's figures are to be compared, and where it was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsAtOfText {
    /// The text says so: "As at 10 June 2003".
    Said(Date),
    /// Whoever asks says so.
    Asked(Date),
    /// The text says only when it was issued.
    Issued(Date),
    /// Nobody says.
    Unknown,
}

impl AsAtOfText {
    /// The day.
    #[must_use]
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::Said(day) | Self::Asked(day) | Self::Issued(day) => Some(day),
            Self::Unknown => None,
        }
    }
}

/// The day of a text: what it says itself, or what the asker says, or the day of its issue.
#[must_use]
pub fn as_at_of(reading: &Reading, record: &Record, asked: Option<Date>) -> AsAtOfText {
    let said = reading.paragraphs.iter().find_map(|paragraph| {
        let mut sentences = paragraph.sentences.iter();
        sentences.find_map(|sentence| as_at_in(&paragraph.lexemes[sentence.clone()]).next())
    });
    match (said, asked, issued(reading, record)) {
        (Some(said), _, _) => AsAtOfText::Said(said.day),
        (None, Some(day), _) => AsAtOfText::Asked(day),
        (None, None, Some((.., day))) => AsAtOfText::Issued(day),
        (None, None, None) => AsAtOfText::Unknown,
    }
}

/// The day of issue: a day that stands alone, ends a short heading, or opens a report from somewhere ("GENEVA (14 April 2014) –"),
/// near the beginning. With its paragraph and place. The day under a treaty's title is that of its adoption.
fn issued(reading: &Reading, record: &Record) -> Option<(usize, usize, Date)> {
    let of_treaty = |day: Date| record.treaties().any(|treaty| treaty.treaty.adopted.on.day() == day);
    reading
        .paragraphs
        .iter()
        .take(15)
        .enumerate()
        .filter(|(_, paragraph)| !paragraph.is_row)
        .filter_map(|(place, paragraph)| {
            let (at, day) = issued_in(&paragraph.lexemes).or_else(|| dateline(&paragraph.lexemes))?;
            Some((place, at, day))
        })
        .find(|(.., day)| !of_treaty(*day))
}

/// The day in the dateline of a press release: a place, the day, a dash.
fn dateline(lexemes: &[Lexeme]) -> Option<(usize, Date)> {
    let at = lexemes.iter().take(7).position(|lexeme| matches!(lexeme.meaning, Meaning::Day(_)))?;
    let Meaning::Day(day) = lexemes[at].meaning else { return None };
    let dash = lexemes[at + 1..].iter().take(2).any(|word| word.is_any(&["–", "—", "-"]));
    let place = at > 0 && lexemes[..at].iter().all(|word| word.capital || word.meaning == Meaning::Mark);
    (dash && place).then_some((at, day))
}

/// A day that a heading ends with, and its place.
fn issued_in(lexemes: &[Lexeme]) -> Option<(usize, Date)> {
    let at = lexemes.iter().position(|lexeme| matches!(lexeme.meaning, Meaning::Day(_)))?;
    let Meaning::Day(day) = lexemes[at].meaning else { return None };
    let closes = lexemes[at + 1..].iter().all(|more| more.meaning == Meaning::Mark);
    let is_sentence = lexemes.last().is_some_and(|last| last.is_any(&[".", ";", ","]));
    let stands = closes && !is_sentence || distributed(lexemes);
    (lexemes.len() <= 14 && stands).then_some((at, day))
}

/// Whether it is the head of a document of the United Nations: "Distr.: General".
fn distributed(lexemes: &[Lexeme]) -> bool {
    lexemes.iter().any(|lexeme| lexeme.is_any(&["distr"]))
}

/// A day as at which something is said to have stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsAtSaid {
    /// Where it is said, among the words.
    pub at: usize,
    /// The day; the last of the month, where only that is given.
    pub day: Date,
    /// Whether only the month is given.
    pub month: bool,
}

/// The days as at which a sentence says that something stood.
pub fn as_at_in(words: &[Lexeme]) -> impl Iterator<Item = AsAtSaid> {
    words.iter().enumerate().filter_map(|(at, word)| {
        let (day, month) = match word.meaning {
            Meaning::Day(day) => (day, false),
            Meaning::Month(year, month) => (Date::new(year, month, 1).ok()?.last_of_month(), true),
            _ => return None,
        };
        (is_as_at(&words[..at]) || is_standing(words, at)).then_some(AsAtSaid { at, day, month })
    })
}

/// Whether a day that opens a sentence is one on which something stood: "On 30 April 2004, there were 25 States parties".
fn is_standing(words: &[Lexeme], at: usize) -> bool {
    let has = |options: &[&str]| words.iter().any(|word| word.is_any(options));
    let opens = at == 1 && words[0].is_any(&["on", "le", "el"]) || at == 3 && words[2].is_any(&["on", "le", "el"]);
    let was = has(&["there"]) && has(&["were"])
        || has(&["comptait", "contaba", "habia"])
        || words.iter().any(|word| word.word == "y") && has(&["avait"]);
    opens && was && (has(STATES) || has(PARTIES) || has(SIGNATORIES))
}

fn is_as_at(before: &[Lexeme]) -> bool {
    // "STATUS AS AT : 06-07-2013".
    let before = match before {
        [rest @ .., colon] if colon.is_any(&[":"]) => rest,
        all => all,
    };
    let nth = |back: usize| before.len().checked_sub(back).and_then(|at| before.get(at));
    let is = |back: usize, words: &[&str]| nth(back).is_some_and(|word| word.is_any(words));
    let opens = |back: usize| nth(back + 1).is_none_or(|word| word.meaning == Meaning::Mark);
    let in_a_range = before.iter().rev().take(6).any(|word| {
        word.is_any(&["from", "between", "du", "entre", "del", "desde"]) || matches!(word.meaning, Meaning::Day(_))
    });
    let english =
        is(1, &["at", "of"]) && is(2, &["as"]) || is(1, &["by"]) && opens(1) || is(1, &["at", "until"]) && opens(1);
    let romance = is(1, &["au", "al"]) || is(1, &["du", "del", "de"]) && is(2, &["date", "fecha"]);
    english || romance && !in_a_range
}

/// Finds the days as at which a sentence speaks.
pub fn find(passage: &Passage<'_>, found: &mut Found) {
    for said in as_at_in(passage.words) {
        found.claims.push(passage.claim(said.at..said.at + 1, Said::AsAt(said.day)));
    }
}

/// Finds the day on which the text was issued.
pub fn issue(reading: &Reading, record: &Record, found: &mut Found) {
    let Some((paragraph, at, day)) = issued(reading, record) else { return };
    let word = &reading.paragraphs[paragraph].lexemes[at];
    let place = Place { paragraph, from: word.from, to: word.to };
    if !is_as_at(&reading.paragraphs[paragraph].lexemes[..at]) {
        let said = Said::Dated(day);
        found.claims.push(Claim {
            at: place,
            sentence: place,
            said,
            treaty: None,
            as_at: None,
            month: false,
            doubt: None,
        });
    }
}
