//! The document as the template reads it: JSON whose strings are all shown as they stand.

use serde_json::{Value, json};

use crate::document::{Bar, Block, Chart, Document, Inline, Masthead, Paragraph, Table};
use crate::plain_text::{is_raised_by_itself, one_line, shortened, words_only};
use crate::web_address::followable;
use crate::wording;

use super::{Imprint, proof};

/// How many characters of the title fit into the foot of a page.
const RUNNING_TITLE: usize = 80;

/// The whole document as JSON.
pub(super) fn of(document: &Document, imprint: &Imprint) -> Result<Vec<u8>, serde_json::Error> {
    let mut calls = Calls { called: vec![false; document.notes.len()] };
    let title = one_line(&document.title);
    // In the order of the pages, so that the first call of a note is the one that carries it.
    let masthead = masthead(&document.masthead, &mut calls);
    let summary = calls.paragraphs(&document.summary);
    let body: Vec<Value> = document.body.iter().map(|content| block(content, &mut calls)).collect();
    let colophon = calls.paragraphs(&document.colophon);
    let about: Vec<String> = document.colophon.iter().map(|paragraph| words_only(paragraph)).collect();
    serde_json::to_vec(&json!({
        "language": document.language.split('-').next(),
        "author": one_line(&imprint.author),
        "about": one_line(&about.join(" ")),
        "masthead": masthead,
        "item_title": document.item_title.as_deref().map(one_line),
        "title": title,
        "running_title": shortened(&title, RUNNING_TITLE),
        "by_line": document.by_line.as_deref().map(one_line),
        "summary": summary,
        "body": body,
        "colophon": colophon,
        "proof": document.proof.as_ref().map(proof::of),
        "notes": notes(document, &calls),
        "wording": {
            "summary": wording::SUMMARY,
            "distribution": wording::DISTRIBUTION,
            "original": wording::ORIGINAL,
            "proof": wording::PROOF,
        },
    }))
}

fn masthead(masthead: &Masthead, calls: &mut Calls) -> Value {
    json!({
        "organization": one_line(&masthead.organization),
        "organ": one_line(&masthead.organ),
        "symbol": masthead.symbol.as_deref().map(one_line),
        "distribution": one_line(&masthead.distribution),
        "date": one_line(&masthead.date),
        "original": one_line(&masthead.original),
        "session": masthead.session.as_deref().map(one_line),
        "item": masthead.item.as_ref().map(|item| calls.run(item)),
    })
}

fn block(block: &Block, calls: &mut Calls) -> Value {
    match block {
        Block::Heading { level, text } => {
            json!({ "kind": "heading", "level": (*level).max(1), "text": one_line(text) })
        }
        Block::Numbered { number, content } => {
            json!({ "kind": "numbered", "number": number.to_string(), "content": calls.run(content) })
        }
        Block::Plain(content) => json!({ "kind": "plain", "content": calls.run(content) }),
        Block::Table(content) => table(content, calls),
        Block::Chart(content) => chart(content),
    }
}

fn table(table: &Table, calls: &mut Calls) -> Value {
    let rows: Vec<Value> = table.rows.iter().map(|row| calls.paragraphs(row)).collect();
    json!({
        "kind": "table",
        "caption": one_line(&table.caption),
        "columns": table.columns.iter().map(|column| one_line(column)).collect::<Vec<_>>(),
        "widths": widths(table),
        "rows": rows,
    })
}

fn chart(chart: &Chart) -> Value {
    let most = chart.most();
    let bar = |bar: &Bar| {
        let share = f64::from(bar.count) / f64::from(most);
        json!({ "label": one_line(&bar.label), "count": bar.count.to_string(), "share": share })
    };
    let bars: Vec<Value> = chart.bars.iter().map(bar).collect();
    json!({ "kind": "chart", "caption": one_line(&chart.caption), "alt": chart.in_words(), "bars": bars })
}

/// The share of the page's width that each column takes: by its longest cell, within bounds, so that neither a
/// column of dates nor one of sentences takes it all.
fn widths(table: &Table) -> Vec<usize> {
    let head = table.columns.iter().enumerate();
    head.map(|(column, head)| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        let longest = cells.map(|cell| words_only(cell).chars().count()).max().unwrap_or_default();
        longest.max(head.chars().count()).clamp(10, 40)
    })
    .collect()
}

/// Every note, and whether the text calls it: one that it doesn't would otherwise be lost.
fn notes(document: &Document, calls: &Calls) -> Vec<Value> {
    let each = document.notes.iter().zip(&calls.called).map(|(note, called)| {
        // A note is no place for further notes, so a mark in it is shown as a mark only.
        let content: Vec<Value> = note.content.iter().map(|piece| inline(piece, "mark")).collect();
        json!({
            "mark": one_line(&note.mark),
            "asterisk": is_raised_by_itself(&note.mark),
            "content": content,
            "called": called,
        })
    });
    each.collect()
}

/// Which notes have been called so far.
struct Calls {
    called: Vec<bool>,
}

impl Calls {
    fn paragraphs(&mut self, paragraphs: &[Paragraph]) -> Value {
        paragraphs.iter().map(|paragraph| self.run(paragraph)).collect()
    }

    fn run(&mut self, content: &[Inline]) -> Value {
        content.iter().filter_map(|piece| self.piece(piece)).collect()
    }

    /// The first call of a note carries the note to the foot of the page; later ones point to it. The mark of a
    /// note that doesn't exist is left out.
    fn piece(&mut self, piece: &Inline) -> Option<Value> {
        let Inline::NoteMark(index) = piece else {
            return Some(inline(piece, ""));
        };
        let called = self.called.get_mut(*index)?;
        let kind = if *called { "note_again" } else { "note" };
        *called = true;
        Some(inline(piece, kind))
    }
}

/// A piece of inline content that is not the call of a note, or is one of the kind given.
pub(super) fn inline(piece: &Inline, kind_of_mark: &str) -> Value {
    match piece {
        Inline::Text(words) => json!({ "kind": "text", "words": one_line(words) }),
        Inline::Emphasis(words) => json!({ "kind": "emphasis", "words": one_line(words) }),
        Inline::Code(words) => json!({ "kind": "code", "words": one_line(words) }),
        Inline::Link { text, address } => match followable(address) {
            Some(address) => json!({ "kind": "link", "words": one_line(text), "address": address }),
            None => json!({ "kind": "text", "words": one_line(text) }),
        },
        Inline::Figure(figure) => json!({ "kind": "text", "words": one_line(&figure.words) }),
        Inline::NoteMark(index) => json!({ "kind": kind_of_mark, "note": index }),
    }
}
