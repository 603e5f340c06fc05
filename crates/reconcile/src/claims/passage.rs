//! A sentence, with what it stands in.

use std::ops::Range;

use law::calendar::Date;
use law::party::PartyIndex;
use law::record::Record;
use law::treaty::TreatyId;

use super::cues::{Kind, Role};
use super::{Claim, Place, Said};
use crate::reading::language::Language;
use crate::reading::token::words;
use crate::reading::{Lexeme, Meaning};

/// A sentence with what it stands in.
#[derive(Debug)]
pub struct Passage<'a> {
    /// What is known of treaties.
    pub record: &'a Record,
    /// The paragraph's place.
    pub paragraph: usize,
    /// The words of the sentence.
    pub words: &'a [Lexeme],
    /// The following paragraphs, for lists that go on in them.
    pub after: &'a [crate::reading::Read],
    /// The language of the text.
    pub language: Language,
    /// The treaty, where the sentence names none.
    pub treaty: Option<TreatyId>,
    /// The treaties that may be meant by "the Convention" or "the Protocol", the likeliest first.
    pub spoken_of: Vec<TreatyId>,
    /// The day as at which it speaks.
    pub as_at: Option<Date>,
    /// Whether that day stands for a month.
    pub month: bool,
    /// The role of which the sentence before speaks, and then this one.
    pub role: Option<Role>,
    /// The one State that the sentence before is about.
    pub subject: Option<PartyIndex>,
    /// The act that a heading announced.
    pub announced: Option<(PartyIndex, Kind)>,
    /// Days that belong to something already found, by their places in the sentence.
    pub taken: Vec<usize>,
    /// Whether it is the whole of a short paragraph: a heading.
    pub is_heading: bool,
}

impl Passage<'_> {
    /// Whether the sentence asks. What it asks, it does not say.
    #[must_use]
    pub fn is_question(&self) -> bool {
        self.words.last().is_some_and(|last| last.is_any(&["?"]))
    }

    /// The place of some words.
    #[must_use]
    pub fn place(&self, words: Range<usize>) -> Place {
        let from = self.words.get(words.start).map_or(0, |word| word.from);
        let to = words.end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(from, |word| word.to);
        Place { paragraph: self.paragraph, from, to }
    }

    /// A claim made by some words.
    #[must_use]
    pub fn claim(&self, words: Range<usize>, said: Said) -> Claim {
        let (treaty, doubt) = self.treaty_at(words.start);
        let sentence = self.place(0..self.words.len());
        Claim { at: self.place(words), sentence, said, treaty, as_at: self.as_at, month: self.month, doubt }
    }

    /// The treaty of which the sentence speaks at a word: the last named before it, or else the first named after it, or
    /// else the one spoken of all along.
    #[must_use]
    pub fn treaty_at(&self, at: usize) -> Told {
        let (before, after) = self.words.split_at(at.min(self.words.len()));
        let nearest = before.iter().rev().find_map(mention).or_else(|| after.iter().find_map(mention));
        self.meant(nearest)
    }

    /// The treaty of which the sentence speaks between two words, if it names one there; otherwise as at the first.
    #[must_use]
    pub fn treaty_between(&self, start: usize, end: usize) -> Told {
        let within = self.words.get(start..end).unwrap_or_default();
        match within.iter().find_map(mention) {
            None => self.treaty_at(start),
            nearest => self.meant(nearest),
        }
    }

    /// The treaty that is meant where the sentence names none. "The Protocol" does not mean a convention.
    fn meant(&self, mention: Option<Mention>) -> Told {
        let said = match mention {
            Some(Mention::Title(told)) => return told,
            Some(Mention::Kind(kind)) => kind,
            None => return (self.treaty.clone(), None),
        };
        let fits = |treaty: &&TreatyId| self.kind(treaty).is_none_or(|kind| kind == said);
        if self.treaty.as_ref().is_some_and(|treaty| fits(&treaty)) {
            return (self.treaty.clone(), None);
        }
        if let Some(other) = self.spoken_of.iter().find(fits) {
            return (Some(other.clone()), None);
        }
        let doubt = self.treaty.is_some().then_some("the sentence may speak of another treaty");
        (self.treaty.clone(), doubt)
    }

    /// The kind of a treaty: of those that its title names, the first. An optional protocol names a convention, too.
    fn kind(&self, treaty: &TreatyId) -> Option<&'static str> {
        let treaty = self.record.treaty_by_id(treaty)?;
        let title = words(treaty.treaty.title_in("en"));
        title.iter().find_map(|word| KINDS.iter().find(|(kind, _)| word == kind)).map(|(kind, _)| *kind)
    }
}

/// A treaty, and why it is not certain that it is meant.
type Told = (Option<TreatyId>, Option<&'static str>);

/// How a treaty is spoken of.
enum Mention {
    /// By its title.
    Title(Told),
    /// As "the Convention", "the Protocol".
    Kind(&'static str),
}

fn mention(word: &Lexeme) -> Option<Mention> {
    let kind = || KINDS.iter().find(|(_, names)| word.is_any(names)).map(|(kind, _)| Mention::Kind(kind));
    treaty(word).map(Mention::Title).or_else(kind)
}

/// Kinds of treaty, by the word that stands in titles and the words that stand in texts.
const KINDS: &[(&str, &[&str])] = &[
    ("convention", &["convention", "convencion"]),
    ("covenant", &["covenant", "pacte", "pacto"]),
    ("protocol", &["protocol", "protocole", "protocolo"]),
    ("amendment", &["amendment", "amendement", "enmienda"]),
    ("agreement", &["agreement", "accord", "acuerdo"]),
    ("statute", &["statute", "statut", "estatuto"]),
];

/// The treaty that a word names.
fn treaty(word: &Lexeme) -> Option<Told> {
    if let Meaning::Treaty(treaty) = &word.meaning { Some(told(treaty.as_ref())) } else { None }
}

fn told(treaty: Option<&TreatyId>) -> Told {
    let doubt = treaty.is_none().then_some("the treaty named is not in the register");
    (treaty.cloned(), doubt)
}
