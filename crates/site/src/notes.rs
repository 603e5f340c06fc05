//! Numbered notes under a table: what an entry says beside its day, and the papers that it rests on.

use law::act::{DayOfAct, Standing};
use law::record::{Record, RecordedAct};
use papers::explanation::capitalised;

use crate::day::Day;

/// A note.
#[derive(Debug, Clone)]
pub(crate) struct Note {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// The acts that it is about: "Honduras, accession".
    pub(crate) about: String,
    /// What it says, as sentences.
    pub(crate) says: Vec<String>,
    /// The entry of the register that says so.
    pub(crate) entry: u64,
}

/// The notes of a page, counted as they are called.
pub(crate) struct Notes<'a> {
    record: &'a Record,
    notes: Vec<Note>,
}

impl<'a> Notes<'a> {
    /// No notes yet.
    pub(crate) fn new(record: &'a Record) -> Self {
        Self { record, notes: Vec::new() }
    }

    /// The notes, in the order of their numbers.
    pub(crate) fn into_list(self) -> Vec<Note> {
        self.notes
    }

    /// The number of the note to an act; `None` when there is nothing to say beside what its row says. An act shown in
    /// two places has one note.
    pub(crate) fn call(&mut self, act: &RecordedAct) -> Option<usize> {
        let known = self.notes.iter().find(|note| note.entry == act.entry);
        if let Some(note) = known {
            return Some(note.number);
        }
        let says = self.sentences(act);
        if says.is_empty() {
            return None;
        }
        let number = self.notes.len() + 1;
        let about = format!("{}, {}", self.record.name_on(act.party, act.date.at_latest()), act.action.noun());
        self.notes.push(Note { number, about, says, entry: act.entry });
        Some(number)
    }

    fn sentences(&self, act: &RecordedAct) -> Vec<String> {
        let more = self.record.particulars(act.entry);
        let note = more.and_then(|more| more.note.as_deref());
        let sources = more.map(|more| &*more.sources).unwrap_or_default();
        let mut says = Vec::new();
        match act.standing {
            Standing::Unconfirmed => says.push("Unconfirmed: it counts, and wants a second source.".to_owned()),
            Standing::Reported => says.push(reported(act.date)),
            Standing::Deposited | Standing::Published => {}
        }
        says.extend(note.map(sentence));
        let notable = !says.is_empty();
        if notable && !sources.is_empty() {
            says.push(format!("Source: {}.", sources.join("; ").trim_end_matches('.')));
        }
        says
    }
}

fn reported(date: DayOfAct) -> String {
    let day = Day::from(date.at_latest()).words();
    let when = if date.exact().is_some() { "of" } else { "as done by" };
    format!("Reported {when} {day}; it is not on the depositary’s record and does not count.")
}

/// A note as a sentence of its own.
pub(crate) fn sentence(note: &str) -> String {
    let note = note.trim().trim_end_matches('.');
    if note.is_empty() { String::new() } else { format!("{}.", capitalised(note)) }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_note_becomes_a_sentence() {
        assert_eq!(sentence("a UNESCO list has 11 August 2005"), "A UNESCO list has 11 August 2005.");
        assert_eq!(sentence("État."), "État.");
        assert_eq!(sentence(""), "");
    }
}
