//! Where sentences end.

use std::ops::Range;

use super::{Lexeme, Meaning};

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 18] = [
    "no", "nos", "art", "arts", "para", "paras", "vol", "p", "pp", "st", "ste", "mr", "mrs", "ms", "dr", "cf", "sect",
    "distr",
];

/// The sentences of a paragraph. Rows of a table are one.
pub fn sentences(lexemes: &[Lexeme]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 0..lexemes.len() {
        if ends_sentence(lexemes, at) {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < lexemes.len() {
        sentences.push(start..lexemes.len());
    }
    sentences
}

fn ends_sentence(lexemes: &[Lexeme], at: usize) -> bool {
    let one = &lexemes[at];
    if !one.is_any(&[".", "?", "!"]) {
        return false;
    }
    let Some(before) = at.checked_sub(1).map(|before| &lexemes[before]) else { return false };
    let is_number_of_paragraph = at == 1 && matches!(before.meaning, Meaning::Number(_));
    let is_short = before.meaning == Meaning::Word && (before.word.len() == 1 || before.is_any(&ABBREVIATIONS));
    let goes_on = lexemes.get(at + 1).is_some_and(|next| next.from == one.to || !(next.capital || starts_anew(next)));
    !is_number_of_paragraph && !is_short && !goes_on
}

fn starts_anew(lexeme: &Lexeme) -> bool {
    !matches!(lexeme.meaning, Meaning::Word | Meaning::Mark) || lexeme.is_any(&["(", "\"", "“", "«", "["])
}
