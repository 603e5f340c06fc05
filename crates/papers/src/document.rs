//! One document model. Whatever a paper is about, it is composed into this shape first, and every format is a
//! rendering of it, so that a PDF and a web page can't say different things.
//!
//! All text is data: a renderer must pass it on as text and never interpret it as markup.

use law::calendar::AsAt;
use law::party::PartyCode;
use law::treaty::TreatyId;
use serde::{Deserialize, Serialize};

use crate::proof::Proof;

/// A finished paper, ready to be rendered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
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
    #[serde(skip)]
    pub proof: Option<Proof>,
}

/// The masthead of a document of an organ: what a librarian needs to file it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// A chart, whose figures stand in its own labels, so that it says in words what it shows.
    Chart(Chart),
}

/// A bar for each of a row of things that are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Chart {
    /// What the chart shows.
    pub caption: String,
    /// The bars, from top to bottom.
    pub bars: Vec<Bar>,
}

impl Chart {
    /// What the longest bar counts, and never nought: the measure of all bars.
    pub(crate) fn most(&self) -> u32 {
        self.bars.iter().map(|bar| bar.count).max().unwrap_or_default().max(1)
    }

    /// What the chart shows to those who don't see it.
    #[must_use]
    pub fn in_words(&self) -> String {
        let bars: Vec<String> = self.bars.iter().map(|bar| format!("{}: {}", bar.label, bar.count)).collect();
        format!("{}. {}", self.caption, bars.join("; "))
    }
}

/// One bar of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// A table: real cells in real rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The head of each column.
    pub columns: Vec<String>,
    /// The rows; each has as many cells as there are columns. The first cell is the row's head.
    pub rows: Vec<Vec<Paragraph>>,
}

/// A piece of inline content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
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
    /// Words that follow from the record: a count, a day.
    Figure(Figure),
}

/// A count or a day that the law derived from the record, in words, with where its reasons are to be found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Figure {
    /// What it is in its paragraph, such as `contracting`: the same whatever its value.
    pub role: String,
    /// The words shown.
    pub words: String,
    /// Where its reasons are.
    pub grounds: Grounds,
    /// The day that it is about.
    pub as_at: AsAt,
}

/// What a figure follows from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grounds {
    /// The participation in a treaty, and its entry into force.
    Treaty(TreatyId),
    /// What a party did towards a treaty.
    Party(TreatyId, PartyCode),
    /// What was done in and for a treaty's body.
    Body(TreatyId),
    /// The reports of the States parties.
    Reports(TreatyId),
    /// What resolutions ask.
    Mandates,
    /// The whole treaty record of a State.
    State(PartyCode),
}

impl Inline {
    /// Words, from anything that turns into a string.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}

/// A note at the foot of a page (on a web page, at the end).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Note {
    /// The mark: `*` for a note to the masthead or title, a figure for a note to the text.
    pub mark: String,
    /// The words.
    pub content: Paragraph,
}
