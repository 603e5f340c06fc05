//! The result of comparing a text, as data: a stable shape. Fields may be added and are never taken away.

use law::calendar::Date;
use law::calendar::serde_day;
use law::record::Record;
use law::treaty::TreatyId;
use serde::Serialize;

use crate::claims::{AsAtOfText, Place, Said, Whom};
use crate::comparison::{Compared, Judged, Value, Verdict, What};
use crate::reading::language::Language;
use crate::source::{Form, SourceText};

/// A text compared with the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reconciliation {
    /// What the text is called.
    pub source: String,
    /// The form in which it came.
    pub form: Form,
    /// Its language (BCP 47).
    pub language: &'static str,
    /// The day as at which it speaks.
    #[serde(with = "serde_day::option")]
    pub as_at: Option<Date>,
    /// From where that day is known.
    pub as_at_from: &'static str,
    /// Its claims, in the order of the text.
    pub claims: Vec<ClaimAnswer>,
    /// How many claims agree.
    pub agreeing: usize,
    /// How many claims differ.
    pub differing: usize,
    /// How many claims are unclear.
    pub unclear: usize,
    /// How many differences of substance there are: a wrong member and the count that follows from it are one.
    pub differences: usize,
}

/// A claim, with what the register has to say on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimAnswer {
    /// Where it is made.
    pub at: At,
    /// What kind of claim it is, in a few words.
    pub claim: String,
    /// What the text says; null for a State that a list leaves out.
    pub value: Option<Value>,
    /// What the register says; null where it says nothing.
    pub register: Option<Value>,
    /// True where they agree, false where they differ, null where it can't be told.
    pub agrees: Option<bool>,
    /// The same in a word.
    pub verdict: Verdict,
    /// Why, where that needs saying.
    pub why: Option<String>,
    /// The treaty.
    pub treaty: Option<TreatyId>,
    /// The day as at which it is made.
    #[serde(with = "serde_day::option")]
    pub as_at: Option<Date>,
    /// The difference of substance that it is part of, counted from one.
    pub substance: Option<usize>,
    /// The entries of the register that decide.
    pub entries: Vec<u64>,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct At {
    /// The paragraph, counted from one.
    pub paragraph: usize,
    /// The number printed before the paragraph.
    pub number: Option<String>,
    /// The first character in the paragraph, counted from nought.
    pub from: usize,
    /// The character behind the last.
    pub to: usize,
    /// The same as characters of the file; null for files that are not text.
    pub file: Option<FileRange>,
    /// The words.
    pub quote: String,
}

/// Characters of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FileRange {
    /// The first, counted from nought.
    pub from: u32,
    /// The one behind the last.
    pub to: u32,
}

impl Reconciliation {
    /// A text compared, as data.
    #[must_use]
    pub fn of(
        source: &str,
        text: &SourceText,
        language: Language,
        days: AsAtOfText,
        compared: Vec<Compared>,
        record: &Record,
    ) -> Self {
        let count = |verdict: Verdict| compared.iter().filter(|one| one.judged.verdict == verdict).count();
        Self {
            source: source.to_owned(),
            form: text.form,
            language: language.tag(),
            as_at: days.day(),
            as_at_from: match days {
                AsAtOfText::Said(_) => "text",
                AsAtOfText::Asked(_) => "question",
                AsAtOfText::Issued(_) => "date of issue",
                AsAtOfText::Unknown => "unknown",
            },
            agreeing: count(Verdict::Agrees),
            differing: count(Verdict::Differs),
            unclear: count(Verdict::Unclear),
            differences: compared.iter().filter_map(|one| one.substance).max().unwrap_or(0),
            claims: compared.into_iter().map(|one| ClaimAnswer::of(one, text, record)).collect(),
        }
    }
}

impl ClaimAnswer {
    /// A claim with what came of comparing it.
    #[must_use]
    pub fn judged(at: At, claim: String, value: Option<Value>, judged: Judged) -> Self {
        Self {
            at,
            claim,
            value,
            register: judged.register,
            agrees: match judged.verdict {
                Verdict::Agrees => Some(true),
                Verdict::Differs => Some(false),
                Verdict::Unclear => None,
            },
            verdict: judged.verdict,
            why: judged.why,
            treaty: None,
            as_at: None,
            substance: None,
            entries: judged.entries,
        }
    }

    fn of(one: Compared, text: &SourceText, record: &Record) -> Self {
        let (claim, value) = described(&one, record);
        let mut answer = Self::judged(At::of(one.at, text), claim, value, one.judged);
        (answer.treaty, answer.as_at, answer.substance) = (one.treaty, one.as_at, one.substance);
        answer
    }
}

impl At {
    fn of(place: Place, text: &SourceText) -> Self {
        let paragraph = &text.paragraphs[place.paragraph];
        let (from, to) = (paragraph.characters_before(place.from), paragraph.characters_before(place.to));
        let file = paragraph.range_in_file(from, to).map(|(from, to)| FileRange { from, to });
        let quote = paragraph.text.get(place.from..place.to).unwrap_or_default().to_owned();
        Self { paragraph: place.paragraph + 1, number: paragraph.number.clone(), from, to, file, quote }
    }
}

/// The kind of a claim, and the value that the text gives.
fn described(one: &Compared, record: &Record) -> (String, Option<Value>) {
    let name = |party: law::party::PartyIndex, day: Option<Date>| {
        record.parties[party].name_on(day.or(one.as_at).unwrap_or(Date::MAX)).name.clone()
    };
    let text = |words: String| Some(Value::Text(words));
    let said = match &one.what {
        What::LeftOut(role, ..) => return (format!("{} left out of a list", role.word()), None),
        What::Said(said) => said,
    };
    match said {
        Said::AsAt(day) => ("as at".to_owned(), Some((*day).into())),
        Said::Dated(day) => ("date of the text".to_owned(), Some((*day).into())),
        Said::Session(number, _) => ("session".to_owned(), Some(Value::Number(u64::from(*number)))),
        Said::Count(role, number) => (format!("number: {}", role.word()), Some(Value::Number(u64::from(*number)))),
        Said::Bounded(role, bound, number) => {
            (format!("number: {}", role.word()), text(format!("{} {number}", bound.words())))
        }
        Said::Threshold(number) => ("instruments needed".to_owned(), Some(Value::Number(u64::from(*number)))),
        Said::Lacks(role, party) => (format!("no {}", role.word()), party.and_then(|party| text(name(party, None)))),
        Said::NthState(nth, party) => {
            let who = party.map_or_else(String::new, |party| format!("{}: ", name(party, None)));
            ("place among those bound".to_owned(), text(format!("{who}{nth}")))
        }
        Said::Member(role, party, _) => (role.word().to_owned(), party.and_then(|party| text(name(party, None)))),
        Said::Act(party, kind, day) => {
            let who = party.map_or_else(String::new, |party| format!("{}: ", name(party, Some(*day))));
            (kind.word().to_owned(), text(format!("{who}{day}")))
        }
        Said::EntryIntoForce(day, party) => {
            let whom = party
                .and_then(|Whom(party)| party)
                .map_or_else(String::new, |party| format!(" for {}", name(party, Some(*day))));
            (format!("entry into force{whom}"), Some((*day).into()))
        }
        Said::Adopted(day) => ("adoption".to_owned(), Some((*day).into())),
        Said::Nth(nth, day, _) => (
            format!("instrument number {nth}"),
            day.map_or(Some(Value::Number(u64::from(*nth))), |day| Some(day.into())),
        ),
        Said::Resolution(symbol, day) => {
            let day = day.map_or_else(String::new, |day| format!(", {day}"));
            ("resolution".to_owned(), text(format!("{symbol}{day}")))
        }
        Said::Document(symbol) => ("document".to_owned(), text(symbol.clone())),
        Said::Activity(kind, when) => (format!("activity: {kind:?}").to_lowercase(), text(when.to_string())),
        Said::Seats(number, _) => ("seats of the body".to_owned(), Some(Value::Number(u64::from(*number)))),
    }
}
