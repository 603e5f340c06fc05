//! What a sentence stands in: the treaty spoken of, the day as at which it speaks, the role spoken of before.

use std::ops::Range;

use law::calendar::Date;
use law::party::PartyIndex;
use law::record::Record;
use law::treaty::TreatyId;

use super::cues::{Kind, Role, noun};
use super::days::{self, AsAtOfText};
use super::passage::Passage;
use super::{Whom, state};
use crate::reading::{Lexeme, Meaning, Reading};

/// What is known at some point of a text.
#[derive(Debug)]
pub struct Context<'r> {
    record: &'r Record,
    /// The treaty that the whole text is about.
    main: Option<TreatyId>,
    /// Whether the text names it far oftener than any other.
    dominant: bool,
    /// The treaty of the section, where headings name treaties.
    section: Option<TreatyId>,
    /// The day of the paragraph, and whether it stands for a month.
    as_at: Option<(Date, bool)>,
    /// The day of the whole text.
    day: Option<Date>,
    /// The role of which the sentence before speaks.
    role: Option<Role>,
    /// The one State that the sentence before is about.
    subject: Option<PartyIndex>,
    /// The act that a heading announces: "NIGER: ACCESSION".
    announced: Option<(PartyIndex, Kind)>,
}

impl<'r> Context<'r> {
    /// What is known before a text begins.
    #[must_use]
    pub fn of(reading: &Reading, record: &'r Record, about: Option<&TreatyId>, day: Option<Date>) -> Self {
        let named = named_by_number(reading);
        let main = about.cloned().or_else(|| named.first().map(|(treaty, _)| treaty.clone()));
        let dominant = match named.as_slice() {
            [(first, most), (_, next), ..] => main.as_ref() == Some(first) && *most >= next * 3,
            _ => true,
        };
        Self { record, main, dominant, section: None, as_at: None, day, role: None, subject: None, announced: None }
    }

    /// Enters a paragraph. A heading that is a treaty's title opens a section about it.
    pub fn enter(&mut self, reading: &Reading, paragraph: usize) {
        (self.as_at, self.role, self.subject) = (None, None, None);
        let lexemes = &reading.paragraphs[paragraph].lexemes;
        let named = lexemes.iter().find_map(|lexeme| match &lexeme.meaning {
            Meaning::Treaty(treaty) => Some(treaty.clone()),
            _ => None,
        });
        let is_heading = lexemes.len() <= 6 && lexemes.last().is_some_and(|last| !last.is_any(&[".", ";", ","]));
        if let Some(Some(named)) = named.filter(|_| is_heading) {
            self.section = Some(named);
        }
        self.announced = announced(lexemes).or(self.announced);
    }

    /// A sentence with what it stands in.
    #[must_use]
    pub fn passage<'a>(
        &mut self,
        reading: &'a Reading,
        paragraph: usize,
        sentence: usize,
        text: AsAtOfText,
    ) -> Passage<'a>
    where
        'r: 'a,
    {
        let read = &reading.paragraphs[paragraph];
        let range: Range<usize> = read.sentences[sentence].clone();
        let so_far = &read.lexemes[..range.end];
        let sentence = &read.lexemes[range];
        let own = days::as_at_in(sentence).next().map(|said| (said.day, said.month));
        self.as_at = own.or(self.as_at);
        // A text that is all about one treaty means it by "the Convention", though another was named just before.
        let stays = |treaty: &TreatyId| !self.dominant || self.main.as_ref() == Some(treaty);
        let in_paragraph = only_named(so_far).filter(stays);
        let last_first = so_far.iter().rev().filter_map(named);
        let by_all = self.main.iter().filter(|_| self.dominant);
        let spoken_of = by_all.chain(last_first).chain(&self.section).chain(&self.main).cloned().collect();
        Passage {
            record: self.record,
            paragraph,
            words: sentence,
            after: &reading.paragraphs[paragraph + 1..],
            language: reading.language,
            treaty: in_paragraph.or_else(|| self.section.clone()).or_else(|| self.main.clone()),
            as_at: self.as_at.map(|(day, _)| day).or(text.day()).or(self.day),
            month: self.as_at.is_some_and(|(_, month)| month),
            spoken_of,
            role: self.role,
            subject: self.subject,
            announced: self.announced,
            taken: Vec::new(),
            is_heading: read.sentences.len() == 1 && sentence.len() <= 10,
        }
    }

    /// Leaves a sentence.
    pub fn leave(&mut self, passage: &Passage<'_>) {
        self.role = passage.role;
        let mut states = passage.words.iter().filter_map(state);
        let first = states.next();
        // A sentence without a State goes on about the same one.
        self.subject = match first {
            None => self.subject,
            Some(Whom(party)) => party.filter(|_| states.all(|other| Some(other) == first)),
        };
    }
}

fn named(lexeme: &Lexeme) -> Option<&TreatyId> {
    if let Meaning::Treaty(treaty) = &lexeme.meaning { treaty.as_ref() } else { None }
}

/// The one treaty that some words name; `None` where they name none or several.
fn only_named(lexemes: &[Lexeme]) -> Option<TreatyId> {
    let mut named = lexemes.iter().filter_map(named);
    let first = named.next()?;
    named.all(|other| other == first).then(|| first.clone())
}

/// The act that a heading announces, as those of depositary notifications do.
fn announced(heading: &[Lexeme]) -> Option<(PartyIndex, Kind)> {
    let [state, colon, rest @ ..] = heading else { return None };
    let Meaning::State(Some(party)) = state.meaning else { return None };
    let kinds: Vec<Kind> = rest.iter().filter_map(noun).collect();
    match kinds.as_slice() {
        [kind] if colon.is_any(&[":"]) && rest.len() <= 3 => Some((party, *kind)),
        _ => None,
    }
}

/// The treaties that a text names and how often, most often first; of several, the one named first.
fn named_by_number(reading: &Reading) -> Vec<(TreatyId, usize)> {
    let mut counts: Vec<(TreatyId, usize)> = Vec::new();
    for lexeme in reading.paragraphs.iter().flat_map(|paragraph| &paragraph.lexemes) {
        let Meaning::Treaty(Some(treaty)) = &lexeme.meaning else { continue };
        match counts.iter_mut().find(|(known, _)| known == treaty) {
            Some((_, count)) => *count += 1,
            None => counts.push((treaty.clone(), 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}
