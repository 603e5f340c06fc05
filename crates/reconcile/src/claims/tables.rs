//! Tables of status: a State in the first cell, days of its acts in the others.

use std::ops::Range;

use super::cues::{Kind, noun};
use super::passage::Passage;
use super::{Found, Said, Whom, state};
use crate::reading::{Lexeme, Meaning};

/// What the days of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// Of acts of a kind.
    Act(Kind),
    /// Of whichever act another cell of the row names.
    Named,
    /// Of entry into force for the State.
    Effect,
    /// Of nothing that is read.
    Other,
}

/// The head of the table that is being read.
#[derive(Debug, Clone, Default)]
pub struct Head {
    columns: Vec<Column>,
}

impl Head {
    /// Forgets the table, because it has ended.
    pub fn forget(&mut self) {
        self.columns.clear();
    }
}

/// Reads a row: a head is remembered, and under it each State's days are claims.
pub fn find(passage: &mut Passage<'_>, head: &mut Head, found: &mut Found) {
    let cells = cells(passage.words);
    let state = cells.first().and_then(|cell| passage.words[cell.clone()].iter().find_map(state));
    let Some(Whom(party)) = state else {
        let columns: Vec<Column> = cells.iter().map(|cell| column(&passage.words[cell.clone()])).collect();
        if columns.iter().any(|column| *column != Column::Other) {
            head.columns = columns;
        }
        return;
    };
    let named = cells.iter().skip(1).find_map(|cell| passage.words[cell.clone()].iter().find_map(noun));
    for (cell, column) in cells.iter().zip(&head.columns).skip(1) {
        let words = &passage.words[cell.clone()];
        let Some((at, day)) = words.iter().enumerate().find_map(|(at, word)| match word.meaning {
            Meaning::Day(day) => Some((cell.start + at, day)),
            _ => None,
        }) else {
            continue;
        };
        let said = match column {
            Column::Act(kind) => Said::Act(party, lettered(words).unwrap_or(*kind), day),
            Column::Named => match named {
                Some(kind) => Said::Act(party, kind, day),
                None => continue,
            },
            Column::Effect if named != Some(Kind::Signature) => Said::EntryIntoForce(day, Some(Whom(party))),
            Column::Effect | Column::Other => continue,
        };
        passage.taken.push(at);
        found.claims.push(passage.claim(at..at + 1, said));
    }
}

/// The cells of a row, as ranges of its words.
fn cells(words: &[Lexeme]) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, word) in words.iter().enumerate() {
        if word.is_any(&["|"]) {
            cells.push(start..at);
            start = at + 1;
        }
    }
    cells.push(start..words.len());
    cells
}

/// What a head says of its column.
fn column(words: &[Lexeme]) -> Column {
    let has = |options: &[&str]| words.iter().any(|word| word.is_any(options));
    let kinds: Vec<Kind> = words.iter().filter_map(noun).collect();
    let into_force = has(&["force", "vigueur", "vigor"]) || has(&["effect", "effet", "efecto", "effective"]);
    if into_force {
        Column::Effect
    } else if kinds.first() == Some(&Kind::Signature) {
        Column::Act(Kind::Signature)
    } else if !kinds.is_empty() || has(&["consent"]) {
        Column::Act(Kind::Deposit)
    } else if has(&["deposit", "depot", "deposito", "notification", "notificacion"]) && has(&["date", "fecha"]) {
        Column::Named
    } else {
        Column::Other
    }
}

/// The act that a letter behind a day stands for: a for accession, d for succession.
fn lettered(words: &[Lexeme]) -> Option<Kind> {
    match words.last()?.word.as_str() {
        "a" => Some(Kind::Accession),
        "d" => Some(Kind::Succession),
        _ => None,
    }
}
