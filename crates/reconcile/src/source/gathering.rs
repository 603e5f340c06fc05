//! Gathering characters into paragraphs: single spaces, no empty paragraphs, each character with its place in the file.

use super::{LONGEST, Paragraph, printed_number};

/// The longest paragraph, in bytes; one that is longer is parted at a space. No writer's is nearly as long.
const LONGEST_PARAGRAPH: usize = 60_000;

/// Takes characters and the ends of paragraphs, as a reader of some form comes upon them.
#[derive(Debug, Default)]
pub struct Gathering {
    done: Vec<Paragraph>,
    open: Paragraph,
    /// Whether a space is due before the next character, and where it stands in the file.
    space: Option<Space>,
    taken: usize,
}

/// A space that is due, with its place in the file.
#[derive(Debug, Clone, Copy)]
struct Space {
    in_file: Option<u32>,
}

impl Gathering {
    /// Takes a character, with its place in the file where the file is text.
    pub fn take(&mut self, character: char, in_file: Option<u32>) {
        if self.taken >= LONGEST {
            return;
        }
        if character.is_whitespace() || character.is_control() {
            self.space = self.space.or(Some(Space { in_file }));
            if self.open.text.len() > LONGEST_PARAGRAPH {
                self.end_paragraph();
            }
            return;
        }
        // Raised figures are marks of notes.
        if matches!(character, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹') {
            return;
        }
        // A soft hyphen and marks of no width are no part of a word.
        if matches!(character, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{200e}' | '\u{200f}') {
            return;
        }
        if let Some(space) = self.space.take()
            && !self.open.text.is_empty()
        {
            self.push(' ', space.in_file);
        }
        if self.open.text.len() > 2 * LONGEST_PARAGRAPH {
            self.end_paragraph();
        }
        self.push(character, in_file);
    }

    fn push(&mut self, character: char, in_file: Option<u32>) {
        self.open.text.push(character);
        self.taken += character.len_utf8();
        self.open.in_file.extend(in_file);
    }

    /// Takes characters whose places are not known.
    pub fn take_all(&mut self, text: &str) {
        text.chars().for_each(|character| self.take(character, None));
    }

    /// Whether nothing stands in the paragraph yet.
    pub fn is_empty(&self) -> bool {
        self.open.text.is_empty()
    }

    /// Ends a cell of a table's row.
    pub fn end_cell(&mut self, in_file: Option<u32>) {
        self.take(' ', in_file);
        self.take('|', in_file);
        self.take(' ', in_file);
        self.open.is_row = true;
    }

    /// Ends the paragraph, if there is anything in it.
    pub fn end_paragraph(&mut self) {
        self.space = None;
        let mut paragraph = std::mem::take(&mut self.open);
        if paragraph.text.chars().any(char::is_alphanumeric) {
            paragraph.number = printed_number(&paragraph.text);
            self.done.push(paragraph);
        }
    }

    /// The paragraphs.
    pub fn paragraphs(mut self) -> Vec<Paragraph> {
        self.end_paragraph();
        self.done
    }
}
