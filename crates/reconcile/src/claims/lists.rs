//! Lists of States in a sentence, or in the paragraphs after a colon.

use std::ops::Range;

use law::calendar::Date;
use law::party::PartyIndex;

use super::Place;
use super::cues::AND;
use super::passage::Passage;
use crate::reading::{Lexeme, Meaning};

/// A State as a list names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// The State; `None` where the name may mean more than one.
    pub party: Option<PartyIndex>,
    /// Where it is named.
    pub at: Place,
    /// A day in brackets after it.
    pub on: Option<(Date, Place)>,
}

/// States named one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words from the first to the last.
    pub words: Range<usize>,
    /// The States.
    pub items: Vec<Item>,
}

/// The runs of States in a sentence.
#[must_use]
pub fn runs(passage: &Passage<'_>) -> Vec<Run> {
    runs_of(passage.words, passage.paragraph)
}

fn runs_of(words: &[Lexeme], paragraph: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Meaning::State(party) = word.meaning else { continue };
        let item = Item { party, at: place(word, paragraph), on: day_after(words, at, paragraph) };
        match runs.last_mut() {
            Some(run) if parts_only(&words[run.words.end..at]) => {
                run.items.push(item);
                run.words.end = at + 1;
            }
            _ => runs.push(Run { words: at..at + 1, items: vec![item] }),
        }
    }
    runs
}

fn place(word: &Lexeme, paragraph: usize) -> Place {
    Place { paragraph, from: word.from, to: word.to }
}

fn day_after(words: &[Lexeme], at: usize, paragraph: usize) -> Option<(Date, Place)> {
    let opening = words.get(at + 1).filter(|word| word.is_any(&["(", ",", "-", "–"]))?;
    let word = words[at + 2..].iter().take(2).find(|word| matches!(word.meaning, Meaning::Day(_)))?;
    let Meaning::Day(day) = word.meaning else { return None };
    opening.is_any(&["("]).then(|| (day, place(word, paragraph)))
}

/// Whether there is nothing between two States but what parts them: commas, "and", articles, a day in brackets.
fn parts_only(between: &[Lexeme]) -> bool {
    let article = [
        "the", "la", "le", "les", "l", "el", "los", "las", "de", "du", "des", "d", "del", "ainsi", "que", "as", "well",
        "nor", "ni",
    ];
    let mut in_brackets = false;
    let parts = between.iter().all(|word| {
        if word.is_any(&["(", "["]) {
            in_brackets = true;
        } else if word.is_any(&[")", "]"]) {
            in_brackets = false;
        }
        let mark =
            word.meaning == Meaning::Mark && word.is_any(&[",", ";", "(", ")", "&", "|", "/", "*", "•", "–", "[", "]"]);
        let short_note = in_brackets && !matches!(word.meaning, Meaning::State(_) | Meaning::Treaty(_));
        mark || short_note || word.is_any(AND) || word.is_any(&article)
    });
    let parted =
        between.iter().any(|word| word.meaning == Meaning::Mark || word.is_any(AND) || word.is_any(&["nor", "ni"]));
    parts && parted && between.len() <= 12
}

/// The States in the paragraphs that follow a colon: an item of a list each, or a list in a paragraph of its own.
#[must_use]
pub fn following(passage: &Passage<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for (place, paragraph) in passage.after.iter().enumerate() {
        let runs = runs_of(&paragraph.lexemes, passage.paragraph + 1 + place);
        let [run] = runs.as_slice() else { break };
        // "Africa: Cape Verde, Egypt …".
        let label = paragraph.lexemes.iter().take(8).position(|word| word.is_any(&[":"]));
        let label = label.filter(|colon| *colon < run.words.start).map_or(0, |colon| colon + 1);
        let items_of = paragraph.lexemes.get(label..).unwrap_or_default();
        let others = items_of.iter().filter(|word| !matches!(word.meaning, Meaning::State(_)) && is_telling(word));
        if others.count() > 1 {
            break;
        }
        items.extend(run.items.iter().copied());
    }
    items
}

/// Whether a word is more than what parts the items of a list.
fn is_telling(word: &Lexeme) -> bool {
    let article = word.is_any(&["the", "la", "le", "les", "l", "el", "los", "las"]) || word.is_any(AND);
    word.meaning == Meaning::Word && !article
}
