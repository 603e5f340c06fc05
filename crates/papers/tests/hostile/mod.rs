//! A paper that has the same words wherever it takes words.

use papers::document::{Block, Document, Inline, Masthead, Note, Table};
use papers::proof::Proof;

/// The whole paper.
pub(crate) fn document(words: &str) -> Document {
    let all_kinds = || {
        vec![
            Inline::text(words),
            Inline::Emphasis(words.into()),
            Inline::Link { text: words.into(), address: "https://example.org/".into() },
            Inline::Link { text: words.into(), address: words.into() },
            Inline::NoteMark(0),
            Inline::NoteMark(7),
        ]
    };
    Document {
        language: "en".into(),
        masthead: Masthead {
            organization: words.into(),
            organ: words.into(),
            symbol: Some(words.into()),
            distribution: words.into(),
            date: words.into(),
            original: words.into(),
            session: Some(words.into()),
            item: Some(all_kinds()),
        },
        item_title: Some(words.into()),
        title: words.into(),
        by_line: Some(words.into()),
        summary: vec![all_kinds()],
        body: vec![
            Block::Heading { level: 0, text: words.into() },
            Block::Heading { level: 2, text: words.into() },
            Block::Numbered { number: u32::MAX, content: all_kinds() },
            Block::Plain(all_kinds()),
            Block::Table(Table {
                caption: words.into(),
                columns: vec![words.into(), words.into()],
                rows: vec![vec![all_kinds(), all_kinds()], vec![vec![], vec![]]],
            }),
        ],
        // The first note calls itself; nothing calls the second.
        notes: vec![
            Note { mark: words.into(), content: all_kinds() },
            Note { mark: "2".into(), content: vec![Inline::text("Never called.")] },
        ],
        colophon: vec![all_kinds()],
        proof: Some(Proof { checkpoint: format!("{words}\n\n{words}\n"), link: Some(words.into()), entries: u64::MAX }),
    }
}
