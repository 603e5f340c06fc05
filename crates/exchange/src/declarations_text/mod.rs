//! Declarations and reservations as the United Nations Treaty Collection prints them: a head for each State (`#Algeria`), and
//! under it what the State said, its paragraphs run together.
//!
//! The text says neither days nor kinds. A kind is read out of the words and marked as inferred, until somebody who has read
//! the text confirms it by a correction. A statement is taken to have been made with its author's consent to be bound, as
//! the Collection's own note says of those that bear no day.

mod kinds;
mod provisions;

use law::calendar::DateOfAct;
use law::statement::overlap;
use law::treaty::TreatyId;

use crate::body_rows::OfTheFile;
use crate::fault::Fault;
use crate::place::{Located, Place};
use crate::report_rows::DeclarationRow;
use crate::statement_rows::StatementRow;
use crate::written::{Text, Written};
use kinds::Inferred;

/// The code of a State, and the act by which it became bound by the treaty, if it is.
pub type KnownState = (String, Option<&'static str>);

/// What must be known of a treaty to read its declarations.
pub struct About<'a> {
    /// The treaty.
    pub treaty: &'a TreatyId,
    /// The article of which a State may declare itself not bound, and the paragraph that says so.
    pub opt_out: Option<(&'a str, &'a str)>,
    /// The articles under which optional declarations can be made, as the treaty's file names them.
    pub declarations: Vec<&'a str>,
    /// The day by which everything in the text had been said.
    pub by: DateOfAct,
    /// The code of a State, and the act by which it became bound; none for a name that the register does not know.
    pub known: &'a dyn Fn(&str) -> Option<KnownState>,
}

/// Reads the text.
///
/// # Errors
/// Every head that names no State, and text under no head; an empty file.
pub fn read(file: &str, bytes: &[u8], about: &About<'_>) -> Result<Vec<Located<Written>>, Vec<Fault>> {
    let place = Place::file(file);
    let fault = |place: Place, field: Option<&str>, message: &str, instead: Option<&str>| Fault {
        place,
        field: field.map(ToOwned::to_owned),
        message: message.to_owned(),
        instead: instead.map(ToOwned::to_owned),
    };
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(vec![fault(place, None, "the text is not UTF-8", Some("the file again, saved as UTF-8"))]);
    };
    let (mut written, mut faults) = (Vec::new(), Vec::new());
    let mut state: Option<State<'_>> = None;
    for (line, number) in text.trim_start_matches('\u{feff}').lines().zip(1..) {
        let here = place.at_line(number);
        if let Some(name) = line.strip_prefix('#') {
            let name = name.trim();
            state = match (about.known)(name) {
                Some((code, with)) => Some(State { name, code, with, said: 0 }),
                None => {
                    let message = format!("no State or organization is called `{name}`");
                    faults.push(fault(here, Some("party"), &message, Some("its name as the register has it")));
                    None
                }
            };
        } else if !line.trim().is_empty() {
            match &mut state {
                Some(state) => written.extend(state.says(line, &here, file, about)),
                None if faults.is_empty() => {
                    faults.push(fault(
                        here,
                        None,
                        "this stands under no State",
                        Some("`#` and the State's name before it"),
                    ));
                }
                None => {}
            }
        }
    }
    if written.is_empty() && faults.is_empty() {
        faults.push(fault(
            place,
            None,
            "no State says anything in it",
            Some("`#Algeria`, and what Algeria said below it"),
        ));
    }
    if faults.is_empty() { Ok(written) } else { Err(faults) }
}

/// The State under whose head the text stands.
struct State<'t> {
    name: &'t str,
    code: String,
    with: Option<&'static str>,
    said: usize,
}

impl State<'_> {
    fn says(&mut self, line: &str, place: &Place, file: &str, about: &About<'_>) -> Vec<Located<Written>> {
        let what = of_one_kind(sentences(line), about);
        let located = |what| Located { place: place.clone(), what };
        what.into_iter().map(|(inferred, text)| located(self.one(&inferred, &text, file, about))).collect()
    }

    fn one(&mut self, inferred: &Inferred, text: &str, file: &str, about: &About<'_>) -> Written {
        let by = || Text(format!("../{}", about.by));
        let source = Some(format!("{file}, as the United Nations Treaty Collection prints it"));
        let (treaty, party) = (Text(about.treaty.to_string()), Text(self.name.to_owned()));
        let standing = Some(Text("unconfirmed".to_owned()));
        if let Inferred::Declaration(article) = inferred {
            let row = DeclarationRow {
                treaty,
                party,
                article: Text(article.clone()),
                date: by(),
                deed: Text("made".to_owned()),
                standing,
                source,
                note: Some("read out of the text by a program".to_owned()),
            };
            return Written::Declaration(Box::new(row), OfTheFile::default());
        }
        self.said += 1;
        let row = StatementRow {
            id: Text(format!("{}-{}-{}", about.treaty, self.code, self.said)),
            treaty,
            party,
            kind: Text(inferred.word().to_owned()),
            date: by(),
            at: self.with.map(|with| Text(with.to_owned())),
            circulated: Some(by()),
            articles: concerned(inferred, text, about),
            effect: inferred.effect().map(|effect| Text(effect.to_owned())),
            text: [("en".to_owned(), text.to_owned())].into(),
            inferred: true,
            standing,
            source,
            ..StatementRow::default()
        };
        Written::Statement(Box::new(row), OfTheFile::default())
    }
}

/// The provisions that a statement concerns: of an opt-out, those of which the treaty permits it.
fn concerned(inferred: &Inferred, text: &str, about: &About<'_>) -> Vec<String> {
    let mut named = provisions::named(text);
    if let (Inferred::OptOut, Some((article, by))) = (inferred, about.opt_out) {
        named.retain(|provision| overlap(provision, article) && provision != by);
    }
    named
}

/// The sentences of a text. The Collection's copies run paragraphs together, so that a full stop may have no space after it.
fn sentences(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let letters: Vec<(usize, char)> = line.char_indices().collect();
    for (at, stop) in
        letters.iter().enumerate().filter(|(_, (_, letter))| *letter == '.').map(|(at, (stop, _))| (at, *stop))
    {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).map_or(' ', |(_, letter)| *letter);
        let mut rest = letters[at + 1..].iter().skip_while(|(_, letter)| *letter == ' ');
        let Some((next, after)) = rest.next() else { break };
        let ends = before.is_lowercase() || before.is_ascii_digit() || matches!(before, ')' | '"' | '”');
        if ends && (after.is_uppercase() || matches!(after, '"' | '“')) && stop > start {
            found.push(&line[start..*next]);
            start = *next;
        }
    }
    found.push(&line[start..]);
    // A closing quotation mark by itself says nothing.
    let says = |sentence: &&str| sentence.chars().any(char::is_alphabetic);
    found.into_iter().map(str::trim).filter(says).collect()
}

/// Neighbouring sentences of one kind are one statement.
fn of_one_kind(sentences: Vec<&str>, about: &About<'_>) -> Vec<(Inferred, String)> {
    let mut all: Vec<(Inferred, String)> = Vec::new();
    for sentence in sentences {
        for inferred in kinds::of(sentence, &provisions::named(sentence), about) {
            match all.last_mut() {
                Some((last, text)) if *last == inferred && !matches!(inferred, Inferred::Declaration(_)) => {
                    text.push(' ');
                    text.push_str(sentence);
                }
                _ => all.push((inferred, sentence.to_owned())),
            }
        }
    }
    all
}
