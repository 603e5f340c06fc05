//! A published text: bytes in, paragraphs out, each with its place.

mod docx;
mod gathering;
mod html;
mod line_end;
mod pdf;
mod plain;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use serde::Serialize;

/// The forms in which published texts come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Text in UTF-8, perhaps with Markdown's marks.
    Plain,
    /// A page.
    Html,
    /// A Word document.
    Docx,
    /// A PDF file.
    Pdf,
    /// A status table.
    Table,
}

/// A text as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// The form in which it came.
    pub form: Form,
    /// Its paragraphs, headings and rows of tables, in order. None is empty.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph, a heading or a row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// The text, with single spaces; the cells of a row are parted by `|`.
    pub text: String,
    /// The number printed before it.
    pub number: Option<String>,
    /// Whether it is a row of a table.
    pub is_row: bool,
    /// For each character of the text, its place among the characters of the file; empty for files that are not text.
    pub in_file: Vec<u32>,
}

impl Paragraph {
    /// The number of characters before a byte of the text.
    #[must_use]
    pub fn characters_before(&self, byte: usize) -> usize {
        self.text.get(..byte).map_or(0, |before| before.chars().count())
    }

    /// The characters of the file from which a range of the text's characters was read.
    #[must_use]
    pub fn range_in_file(&self, from: usize, to: usize) -> Option<(u32, u32)> {
        let first = self.in_file.get(from)?;
        let last = self.in_file.get(to.checked_sub(1)?)?;
        Some((*first, last.saturating_add(1)))
    }
}

/// A file that can't be read as a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The file is larger than any text that is meant.
    #[error("the file has more than {} megabytes; give the text alone", LARGEST / 1_000_000)]
    TooLarge,
    /// The bytes are not text.
    #[error("the file is not text in UTF-8 (byte {at} can't be read), nor PDF, DOCX or HTML; save it in one of these")]
    NotText {
        /// The first byte at fault.
        at: usize,
    },
    /// The file says that it is a Word document and is not.
    #[error("the file begins as a DOCX file but can't be read as one: {0}; save it again, or as plain text")]
    NotDocx(String),
    /// The file says that it is a PDF and is not.
    #[error("the file begins as a PDF but can't be read as one: {0}; save it again, or as plain text")]
    NotPdf(String),
    /// There is nothing in it.
    #[error("no text is in the file; a PDF of scanned pages must first be put through text recognition")]
    Empty,
}

/// The largest file read, in bytes.
pub const LARGEST: usize = 64_000_000;

/// The longest text read, in bytes: some ten thousand pages.
const LONGEST: usize = 32_000_000;

impl SourceText {
    /// Reads a file, whatever its form.
    ///
    /// # Errors
    /// [`Unreadable`] where the file is no text of any form, or holds none.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        if bytes.len() > LARGEST {
            return Err(Unreadable::TooLarge);
        }
        let text = match form_of(bytes) {
            Form::Pdf => Self { form: Form::Pdf, paragraphs: pdf::paragraphs(bytes)? },
            Form::Docx => Self { form: Form::Docx, paragraphs: docx::paragraphs(bytes)? },
            Form::Html => Self { form: Form::Html, paragraphs: html::paragraphs(&as_text(bytes, Form::Html)?) },
            Form::Plain | Form::Table => {
                Self { form: Form::Plain, paragraphs: plain::paragraphs(&as_text(bytes, Form::Plain)?) }
            }
        };
        if text.paragraphs.is_empty() { Err(Unreadable::Empty) } else { Ok(text) }
    }
}

/// The text of a file in UTF-8, or in whatever its first mark or its page says.
fn as_text(bytes: &[u8], form: Form) -> Result<Cow<'_, str>, Unreadable> {
    let declared = || if form == Form::Html { declared_charset(bytes) } else { None };
    match Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(declared) {
        Some(encoding) if encoding != UTF_8 => Ok(encoding.decode(bytes).0),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Cow::Borrowed(text)),
            // Pages that say nothing and are not in UTF-8 are old.
            Err(_) if form == Form::Html => Ok(WINDOWS_1252.decode(bytes).0),
            Err(fault) => Err(Unreadable::NotText { at: fault.valid_up_to() }),
        },
    }
}

/// The encoding that a page's head names.
fn declared_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_lowercase();
    let after = head.split("charset=").nth(1)?;
    let label: String = after
        .chars()
        .skip_while(|c| matches!(c, '"' | '\''))
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_')
        .collect();
    Encoding::for_label(label.as_bytes())
}

/// The form of a file, by how it begins.
fn form_of(bytes: &[u8]) -> Form {
    let head = &bytes[..bytes.len().min(1024)];
    if head.windows(5).any(|five| five == b"%PDF-") {
        return Form::Pdf;
    }
    if head.starts_with(b"PK\x03\x04") {
        return Form::Docx;
    }
    let head = String::from_utf8_lossy(head).to_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let marks = ["<!doctype html", "<html", "<head", "<body", "<table", "<p>", "<p ", "<div", "<h1", "<ul", "<ol"];
    let is_html = marks.iter().any(|mark| head.starts_with(mark))
        || (head.starts_with("<?xml") || head.starts_with("<!--")) && head.contains("<html");
    if is_html { Form::Html } else { Form::Plain }
}

/// The number printed before a paragraph: "4." or "12)".
fn printed_number(text: &str) -> Option<String> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = text.get(digits..)?.chars();
    let ends = matches!(rest.next(), Some('.' | ')')) && rest.next().is_none_or(char::is_whitespace);
    ((1..=3).contains(&digits) && ends).then(|| text[..digits].to_owned())
}
