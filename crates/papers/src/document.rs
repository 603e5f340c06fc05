//! One document model. Whatever a paper is about, it is composed into this shape first, and every format is a
//! rendering of it, so that a PDF and a web page can't say different things.
//!
//! All text is data: a renderer must pass it on as text and never interpret it as markup.

use crate::proof::Proof;

/// A finished paper, ready to be rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// BCP 47 tag of the language that the paper is written in, such as `en`.
    pub language: String,
    /// The block at the head of the first page of a parliamentary document.
    pub masthead: Masthead,
    /// The agenda item's own title, which stands above the paper's title.
    pub item_title: Option<String>,
    /// The title.
    pub title: String,
    /// Who reports, for instance "Report of the Secretary-General".
    pub by_line: Option<String>,
    /// The summary, a box between title and text; empty when the paper has none.
    pub summary: Vec<Paragraph>,
    /// The text.
    pub body: Vec<Block>,
    /// Notes, in the order in which the text calls them.
    pub notes: Vec<Note>,
    /// What the paper rests on: dates and record, printed small at the end and kept in the metadata.
    pub colophon: Vec<Paragraph>,
    /// The checkpoint of the register that the paper was made from, at the very end; `None` when nobody gave one.
    pub proof: Option<Proof>,
}

/// The masthead of a document of an organ: what a librarian needs to file it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Masthead {
    /// The organization, such as "United Nations".
    pub organization: String,
    /// The organ that the paper is addressed to, such as "General Assembly".
    pub organ: String,
    /// The document symbol; `None` when no source gives it.
    pub symbol: Option<String>,
    /// The distribution, such as "General".
    pub distribution: String,
    /// The date of issue, written out in the paper's language.
    pub date: String,
    /// The language of the original, written out, such as "English".
    pub original: String,
    /// The session, written out, such as "Fifty-eighth session".
    pub session: Option<String>,
    /// The agenda item, such as "Item 119 (a) of the provisional agenda", with its note if it has one.
    pub item: Option<Paragraph>,
}

/// A run of inline content that forms one paragraph.
pub type Paragraph = Vec<Inline>;

/// A block of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading inside the text; `level` 1 is the highest below the title.
    Heading {
        /// From 1.
        level: u8,
        /// The words of the heading.
        text: String,
    },
    /// A paragraph with its number, as parliamentary documents count them through the whole paper.
    Numbered {
        /// From 1.
        number: u32,
        /// The words.
        content: Paragraph,
    },
    /// A paragraph without a number.
    Plain(Paragraph),
    /// A table with a caption and a head row that repeats on each page.
    Table(Table),
}

/// A table: real cells in real rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The head of each column.
    pub columns: Vec<String>,
    /// The rows; each has as many cells as there are columns. The first cell is the row's head.
    pub rows: Vec<Vec<Paragraph>>,
}

/// A piece of inline content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Emphasised words, such as the title of a publication.
    Emphasis(String),
    /// Words that are typed as they stand, such as a command.
    Code(String),
    /// Words that lead to an address.
    Link {
        /// The words shown.
        text: String,
        /// An absolute `http`, `https` or `mailto` address; a renderer refuses any other scheme.
        address: String,
    },
    /// The mark of a note: an index into [`Document::notes`].
    NoteMark(usize),
}

impl Inline {
    /// Words, from anything that turns into a string.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}

/// A note at the foot of a page (on a web page, at the end).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The mark: `*` for a note to the masthead or title, a figure for a note to the text.
    pub mark: String,
    /// The words.
    pub content: Paragraph,
}
