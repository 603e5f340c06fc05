//! Numbers, in figures and in words, as cardinals and as ordinals.

mod words;

use super::language::Language;
use super::token::{Joint, Token};
use words::word;

/// A number read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Its value.
    pub value: u32,
    /// Whether it is a place in a sequence: "twentieth".
    pub ordinal: bool,
    /// How many tokens it takes.
    pub length: usize,
}

/// Reads a number at the beginning of some tokens. "One" alone is no number: it is oftener an article.
#[must_use]
pub fn read(tokens: &[Token], language: Language) -> Option<Number> {
    in_figures(tokens, language).or_else(|| in_words(tokens, language))
}

fn in_figures(tokens: &[Token], language: Language) -> Option<Number> {
    let first = tokens.first().filter(|token| !token.mark)?;
    if let Some(value) = first.figures() {
        let dotted = |tokens: &[Token]| {
            let [dot, end, ..] = tokens else { return false };
            dot.is(".") && end.joined == Some(Joint::Bare) && matches!(end.folded.as_str(), "o" | "a" | "er")
        };
        let ordinal = language == Language::Spanish && dotted(&tokens[1..]);
        return Some(Number { value, ordinal, length: if ordinal { 3 } else { 1 } });
    }
    let digits = first.folded.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, ending) = first.folded.split_at(digits);
    let is_ending = match language {
        Language::English => matches!(ending, "st" | "nd" | "rd" | "th"),
        Language::French => matches!(ending, "er" | "re" | "e" | "eme" | "nd" | "nde"),
        Language::Spanish => matches!(ending, "o" | "a" | "er"),
    };
    let value = figures.parse().ok().filter(|_| is_ending && digits <= 4)?;
    Some(Number { value, ordinal: true, length: 1 })
}

fn in_words(tokens: &[Token], language: Language) -> Option<Number> {
    let (first, mut ordinal) = word(&tokens.first()?.folded, language)?;
    let (mut sum, mut last, mut length) = (first, first, 1);
    // In Spanish each part of an ordinal is one: "quincuagésimo octavo".
    while !ordinal || language == Language::Spanish && last >= 10 && last.is_multiple_of(10) {
        let Some((value, is_ordinal, taken)) = next_part(&tokens[length..], language) else { break };
        if ordinal && !is_ordinal {
            break;
        }
        match join(last, value, language) {
            Some(Joining::Add) => sum += value,
            Some(Joining::Multiply) => sum = sum - last + last * value,
            None => break,
        }
        last = if value >= 20 && last == 4 { 80 } else { value };
        ordinal = is_ordinal;
        length += taken;
    }
    let is_article = first == 1 && length == 1 && !ordinal;
    (!is_article).then_some(Number { value: sum, ordinal, length })
}

/// The part that goes on a number: its value, whether it is an ordinal, how many tokens it takes with an "and" before it.
fn next_part(tokens: &[Token], language: Language) -> Option<(u32, bool, usize)> {
    let first = tokens.first()?;
    let and = match language {
        Language::English => "and",
        Language::French => "et",
        Language::Spanish => "y",
    };
    let skipped = usize::from(first.is(and));
    let (value, ordinal) = word(&tokens.get(skipped)?.folded, language)?;
    Some((value, ordinal, skipped + 1))
}

enum Joining {
    Add,
    Multiply,
}

fn join(last: u32, next: u32, language: Language) -> Option<Joining> {
    let french = language == Language::French;
    match (last, next) {
        (4, 20) if french => Some(Joining::Multiply),
        (1..=9, 100) | (1..=99, 1000) => Some(Joining::Multiply),
        (60 | 80, 1..=19) | (10, 7..=9) if french => Some(Joining::Add),
        (10, 1..=9) if language == Language::Spanish => Some(Joining::Add),
        (20..=90, 1..=9) if last.is_multiple_of(10) => Some(Joining::Add),
        (100..=900, 1..=99) if last.is_multiple_of(100) => Some(Joining::Add),
        _ => None,
    }
}
