//! Reading a text: what each of its words says, taken by itself.

pub mod date;
pub mod language;
pub mod number;
mod sentences;
pub mod symbol;
pub mod token;
pub mod vocabulary;

use std::ops::Range;

use law::calendar::Date;
use law::party::PartyIndex;
use law::treaty::TreatyId;

use self::date::Dated;
use self::language::Language;
use self::sentences::sentences;
use self::token::{Token, tokens};
use self::vocabulary::{Named, Vocabulary};
use crate::source::{Paragraph, SourceText};

/// What some words say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A word like any other.
    Word,
    /// A mark of punctuation.
    Mark,
    /// A day.
    Day(Date),
    /// A month of a year.
    Month(i16, i8),
    /// A number.
    Number(u32),
    /// A place in a sequence.
    Ordinal(u32),
    /// A State; `None` where its name may mean more than one.
    State(Option<PartyIndex>),
    /// A treaty; `None` for one that the register does not hold.
    Treaty(Option<TreatyId>),
    /// The symbol of a resolution or document.
    Symbol(String),
}

/// Some words that say one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexeme {
    /// What they say.
    pub meaning: Meaning,
    /// The first of them, in lower case and without accents.
    pub word: String,
    /// Where they begin in the paragraph, in bytes.
    pub from: usize,
    /// Where they end.
    pub to: usize,
    /// Whether they begin with a capital letter.
    pub capital: bool,
}

impl Lexeme {
    /// Whether it is one of these words, or marks.
    #[must_use]
    pub fn is_any(&self, words: &[&str]) -> bool {
        matches!(self.meaning, Meaning::Word | Meaning::Mark) && words.contains(&self.word.as_str())
    }
}

/// A paragraph as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// What its words say, in order.
    pub lexemes: Vec<Lexeme>,
    /// Its sentences, as ranges of the lexemes.
    pub sentences: Vec<Range<usize>>,
    /// Whether it is a row of a table.
    pub is_row: bool,
}

/// A text as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its language.
    pub language: Language,
    /// Its paragraphs, as many as the source's.
    pub paragraphs: Vec<Read>,
}

impl Reading {
    /// Reads a text by a vocabulary.
    #[must_use]
    pub fn of(text: &SourceText, vocabulary: &Vocabulary) -> Self {
        let tokens: Vec<Vec<Token>> = text.paragraphs.iter().map(|paragraph| tokens(&paragraph.text)).collect();
        let language = Language::of(tokens.iter().flatten());
        let read = |(paragraph, tokens): (&Paragraph, &Vec<Token>)| {
            let lexemes = lexemes(&paragraph.text, tokens, language, vocabulary);
            let all = std::iter::once(0..lexemes.len()).filter(|_| paragraph.is_row).collect();
            let sentences = if paragraph.is_row { all } else { sentences(&lexemes) };
            Read { lexemes, sentences, is_row: paragraph.is_row }
        };
        Self { language, paragraphs: text.paragraphs.iter().zip(&tokens).map(read).collect() }
    }
}

fn lexemes(text: &str, tokens: &[Token], language: Language, vocabulary: &Vocabulary) -> Vec<Lexeme> {
    let mut lexemes: Vec<Lexeme> = Vec::new();
    let mut at = 0;
    while let Some(first) = tokens.get(at) {
        let (meaning, length) = meaning(text, &tokens[at..], language, vocabulary, &lexemes);
        let last = &tokens[at + length - 1];
        lexemes.push(Lexeme {
            meaning,
            word: first.folded.clone(),
            from: first.from,
            to: last.to,
            capital: first.capital,
        });
        at += length;
    }
    lexemes
}

/// What the first of some tokens say, and how many of them say it. There is at least one token.
fn meaning(
    text: &str,
    tokens: &[Token],
    language: Language,
    vocabulary: &Vocabulary,
    before: &[Lexeme],
) -> (Meaning, usize) {
    let first = &tokens[0];
    if first.mark {
        return (Meaning::Mark, 1);
    }
    if let Some((dated, length)) = date::read(tokens, language) {
        let meaning = match dated {
            Dated::Day(day) => Meaning::Day(day),
            Dated::Month(year, month) => Meaning::Month(year, month),
        };
        return (meaning, length);
    }
    let called = before.last().is_some_and(|word| word.is_any(&RESOLUTION));
    if let Some((symbol, end)) = symbol::read(text, first.from, called) {
        let length = tokens.iter().take_while(|token| token.from < end).count();
        return (Meaning::Symbol(symbol), length.max(1));
    }
    if let Some((named, length)) = vocabulary.read(tokens) {
        return match named {
            Named::Nothing => (Meaning::Word, length),
            Named::State(party) => (Meaning::State(*party), length),
            Named::Treaty(treaty) => (Meaning::Treaty(treaty.clone().filter(|_| !is_protocol_to(before))), length),
        };
    }
    match number::read(tokens, language) {
        Some(number) if number.ordinal => (Meaning::Ordinal(number.value), number.length),
        Some(number) => (Meaning::Number(number.value), number.length),
        None => (Meaning::Word, 1),
    }
}

/// Words after which a number with a session or a year is a resolution's.
pub const RESOLUTION: [&str; 4] = ["resolution", "resolutions", "resolucion", "resoluciones"];

/// Whether the words before make a title that of another treaty, which adds to the one named: "Protocol to the".
fn is_protocol_to(before: &[Lexeme]) -> bool {
    let little = [
        "to",
        "the",
        "of",
        "a",
        "au",
        "la",
        "l",
        "de",
        "del",
        "se",
        "rapportant",
        "relatif",
        "facultatif",
        "facultativo",
    ];
    let other = before.iter().rev().take(6).find(|lexeme| !lexeme.is_any(&little));
    let linked = before.last().is_some_and(|lexeme| lexeme.is_any(&["to", "the", "a", "au", "la", "l", "de", "del"]));
    linked
        && other.is_some_and(|word| {
            word.is_any(&["protocol", "protocole", "protocolo", "amendment", "amendments", "amendement"])
        })
}
