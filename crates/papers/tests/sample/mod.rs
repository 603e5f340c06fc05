//! An invented paper about an invented treaty, long enough for several pages and with every kind of content.

use papers::document::{Block, Document, Inline, Masthead, Note, Paragraph, Table};

const STATES: [&str; 12] = [
    "Atlantis",
    "Barataria",
    "Costaguana",
    "Erewhon",
    "Freedonia",
    "Genovia",
    "Laputa",
    "Lilliput",
    "Pottsylvania",
    "Ruritania",
    "Syldavia",
    "Zenda",
];

/// The whole paper.
pub(crate) fn document() -> Document {
    Document {
        language: "en".into(),
        masthead: masthead(),
        item_title: Some("Measures to eliminate incomplete examples".into()),
        title: "Status of the Convention on Examples and of its Additional Protocols".into(),
        by_line: Some("Report of the Depositary of Examples".into()),
        summary: vec![
            plain(
                "The present report shows which States have become party to the Convention on Examples since the \
                 previous report, and on which day the Convention enters into force for each of them.",
            ),
            plain("It is submitted in pursuance of a resolution of the Assembly of Examples."),
        ],
        body: body(),
        notes: notes(),
        colophon: vec![plain("Drawn up as at 14 August 2003 from what the record held on 12 August 2003.")],
        proof: None,
    }
}

fn masthead() -> Masthead {
    Masthead {
        organization: "United Examples".into(),
        organ: "Assembly of Examples".into(),
        symbol: Some("E/58/1".into()),
        distribution: "General".into(),
        date: "14 August 2003".into(),
        original: "English".into(),
        session: Some("Fifty-eighth session".into()),
        item: Some(vec![Inline::text("Item 7 (a) of the provisional agenda"), Inline::NoteMark(0)]),
    }
}

fn body() -> Vec<Block> {
    let mut body = vec![heading(1, "I. Introduction"), numbered(1, introduction()), numbered(2, links())];
    body.push(heading(1, "II. Participation"));
    body.push(heading(2, "A. Actions since the previous report"));
    body.extend((3..=9).map(|number| numbered(number, plain(ACTIONS))));
    body.push(Block::Table(table()));
    body.push(heading(2, "B. Declarations"));
    body.push(Block::Plain(plain("No declaration was made.")));
    body.push(numbered(10, vec![Inline::text("The record is described elsewhere."), Inline::NoteMark(1)]));
    body
}

const ACTIONS: &str = "Since the previous report, Atlantis, Barataria, Costaguana and Erewhon have deposited their \
    instruments of ratification, and Freedonia has acceded to the Convention. In accordance with its article 12, \
    paragraph 2, the Convention enters into force for each of those States on the thirtieth day after the deposit \
    of its instrument, which is counted from the day that follows the day of the deposit.";

fn introduction() -> Paragraph {
    vec![
        Inline::text("The Convention on Examples"),
        Inline::NoteMark(1),
        Inline::text(
            " was adopted so that every format can be tested with the same words. It is open to all States, among \
             them Atlantis, Barataria, Costaguana, Erewhon and Freedonia, and to \u{201c}regional organizations\u{201d}.",
        ),
    ]
}

fn links() -> Paragraph {
    vec![
        Inline::text("Its text appears in the "),
        Inline::Emphasis("Series of Examples".into()),
        Inline::text(",\nvol. 1, and at "),
        Inline::Link { text: "example.org".into(), address: "https://example.org/?a=1&b=2".into() },
        Inline::text("; an address such as "),
        Inline::Link { text: "this one".into(), address: "javascript:alert(1)".into() },
        Inline::text(" is never followed."),
        Inline::NoteMark(2),
    ]
}

fn table() -> Table {
    let mut rows: Vec<Vec<Paragraph>> = (1..=48)
        .map(|row| {
            let state = STATES[row % STATES.len()];
            vec![
                plain(state),
                plain("Ratification"),
                plain(&format!("{} July 2003", row % 28 + 1)),
                plain("30 days after"),
            ]
        })
        .collect();
    rows[0][1].push(Inline::NoteMark(3));
    Table {
        caption: "Actions, by date of deposit".into(),
        columns: ["State", "Action", "Date of deposit", "Entry into force"].map(String::from).into(),
        rows,
    }
}

fn notes() -> Vec<Note> {
    let note = |mark: &str, words: &str| Note { mark: mark.into(), content: plain(words) };
    vec![
        note("*", "E/58/0."),
        note("1", "Series of Examples, vol. 1, No. 1."),
        note("2", "An address leads somewhere only if it is one of a web page or of a mailbox."),
        note("3", "With a declaration."),
    ]
}

fn plain(words: &str) -> Paragraph {
    vec![Inline::text(words)]
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

fn numbered(number: u32, content: Paragraph) -> Block {
    Block::Numbered { number, content }
}
