//! Notes: their marks in the text and the notes themselves at the end, each leading to the other.

use crate::document::{Document, Figure, Note};
use crate::plain_text::is_raised_by_itself;
use crate::wording;

use super::inline::{escape, run};

/// Keeps count of how often each note has been called, since each call needs an address of its own.
pub(super) struct NoteCalls<'a> {
    notes: &'a [Note],
    times_called: Vec<usize>,
    /// Where the reasons of a figure are, if they can be reached from here.
    reasons: Option<&'a dyn Fn(&Figure) -> String>,
}

impl<'a> NoteCalls<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        Self { notes: &document.notes, times_called: vec![0; document.notes.len()], reasons: None }
    }

    /// The same, where figures lead to their reasons.
    pub(super) fn with_reasons(self, address: &'a dyn Fn(&Figure) -> String) -> Self {
        Self { reasons: Some(address), ..self }
    }

    /// A figure, which leads to its reasons where they can be reached.
    pub(super) fn figure(&self, figure: &Figure) -> String {
        let words = escape(&figure.words);
        match self.reasons {
            Some(address) => format!("<a class=\"figure\" href=\"{}\">{words}</a>", escape(&address(figure))),
            None => words,
        }
    }

    /// The mark of a note as a link to the note; nothing if there is no such note.
    pub(super) fn call(&mut self, index: usize) -> String {
        let (Some(note), Some(times)) = (self.notes.get(index), self.times_called.get_mut(index)) else {
            return String::new();
        };
        *times += 1;
        let number = index + 1;
        let suffix = if *times == 1 { String::new() } else { format!("-{times}") };
        let link = format!(
            "<a id=\"note-call-{number}{suffix}\" href=\"#note-{number}\" role=\"doc-noteref\">{}</a>",
            escape(&note.mark)
        );
        if is_raised_by_itself(&note.mark) { link } else { format!("<sup>{link}</sup>") }
    }

    fn is_called(&self, index: usize) -> bool {
        self.times_called.get(index).is_some_and(|times| *times > 0)
    }
}

/// Writes all notes as a section at the end.
pub(super) fn write(article: &mut String, notes: &[Note], calls: &mut NoteCalls<'_>) {
    if notes.is_empty() {
        return;
    }
    article.push_str("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"paper-notes\">\n");
    article.push_str(&format!("<h2 id=\"paper-notes\">{}</h2>\n<ol role=\"list\">\n", wording::NOTES));
    for (index, note) in notes.iter().enumerate() {
        let content = run(&note.content, calls);
        let number = index + 1;
        article.push_str(&format!(
            "<li id=\"note-{number}\"><span class=\"mark\">{}</span> {content}</li>\n",
            mark(note, number, calls.is_called(index))
        ));
    }
    article.push_str("</ol>\n</section>\n");
}

/// The mark before a note leads back to where the text first calls it.
fn mark(note: &Note, number: usize, is_called: bool) -> String {
    let mark = escape(&note.mark);
    if !is_called {
        return mark;
    }
    let back = wording::BACK_TO_TEXT;
    format!("<a href=\"#note-call-{number}\" role=\"doc-backlink\" aria-label=\"{mark}, {back}\">{mark}</a>")
}
