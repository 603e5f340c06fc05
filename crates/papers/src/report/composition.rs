//! A report before it is a document: its paragraphs, each with the section that it comes from.

use super::definition::Definition;
use crate::document::{Block, Document, Inline, Masthead, Note, Paragraph};

/// A composed report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// The name of the report.
    pub report: String,
    /// The masthead.
    pub masthead: Masthead,
    /// The agenda item's title.
    pub item_title: Option<String>,
    /// The title.
    pub title: String,
    /// Who reports.
    pub by_line: Option<String>,
    /// The pieces of the summary.
    pub summary: Vec<Piece>,
    /// The pieces of the text.
    pub body: Vec<Piece>,
    /// Notes, in the order in which the text calls them.
    pub notes: Vec<Note>,
    /// What the report rests on, in one sentence after another.
    pub colophon: String,
}

/// A piece of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The section that it comes from: what the section shows, and its number among those that show the same, as in
    /// `activities-2`.
    pub section: String,
    /// What it is.
    pub content: Content,
}

/// What a piece of a report is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A heading.
    Heading(String),
    /// A paragraph, which is numbered in the text.
    Paragraph(Paragraph),
    /// A table or a chart.
    Block(Block),
}

impl Composition {
    pub(super) fn empty(definition: &Definition) -> Self {
        Self {
            report: definition.report.clone(),
            masthead: Masthead::default(),
            item_title: None,
            title: definition.title.clone(),
            by_line: definition.by.clone(),
            summary: Vec::new(),
            body: Vec::new(),
            notes: Vec::new(),
            colophon: String::new(),
        }
    }

    /// The paragraphs of the summary and then those of the text, each with its section.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&str, &Paragraph)> {
        self.summary.iter().chain(&self.body).filter_map(|piece| match &piece.content {
            Content::Paragraph(paragraph) => Some((piece.section.as_str(), paragraph)),
            _ => None,
        })
    }

    /// The finished paper.
    #[must_use]
    pub fn document(self) -> Document {
        let mut number = 0;
        let body = self.body.into_iter().map(|piece| match piece.content {
            Content::Heading(text) => Block::Heading { level: 1, text },
            Content::Paragraph(content) => {
                number += 1;
                Block::Numbered { number, content }
            }
            Content::Block(block) => block,
        });
        let summary = self.summary.into_iter().filter_map(|piece| match piece.content {
            Content::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        });
        Document {
            language: "en".to_owned(),
            masthead: self.masthead,
            item_title: self.item_title,
            title: self.title,
            by_line: self.by_line,
            summary: summary.collect(),
            body: body.collect(),
            notes: self.notes,
            colophon: vec![vec![Inline::Text(self.colophon)]],
            proof: None,
        }
    }
}
