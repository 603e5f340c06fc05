//! A paper as a PDF file, read back with the tools of Poppler and checked with qpdf.

#![expect(clippy::expect_used, reason = "a test stops at the first thing that fails")]

mod hostile;
mod read_back;
mod sample;

use papers::document::{Block, Document, Inline, Masthead};
use papers::pdf;
use read_back::{imprint, read, rendered};

/// The text in reading order, with one space for every line break.
fn text(document: &Document) -> String {
    let text = read(document, "pdftotext", &["-raw"], &["-"]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn text_can_be_taken_out() {
    let text = text(&sample::document());

    assert!(text.contains("E/58/1"));
    assert!(text.contains("Distr.: General 14 August 2003 Original: English"));
    assert!(text.contains("3. Since the previous report, Atlantis, Barataria, Costaguana and Erewhon have"));
    assert!(text.contains("Its text appears in the Series of Examples, vol. 1, and at example.org; an address"));
    assert!(text.contains("Drawn up as at 14 August 2003"));
    assert!(text.contains("1/3"));
}

#[test]
fn structure_is_tagged() {
    let structure = read(&sample::document(), "pdfinfo", &["-struct-text"], &[]);

    for tag in [
        "H1 \"Status of the Convention on Examples and of its Additional Protocols\"",
        "H2 \"Summary\"",
        "H3 \"A. Actions since the previous report\"",
        "P (block)",
        "Note <",
        "Link (inline)",
        "Table",
        "Caption",
        "/Scope /Column",
        "/Scope /Row",
        "TD",
    ] {
        assert!(structure.contains(tag), "{tag} is missing in\n{structure}");
    }
}

#[test]
fn metadata_says_what_the_file_is() {
    let about = read(&sample::document(), "pdfinfo", &["-isodates"], &[]);
    let metadata = read(&sample::document(), "pdfinfo", &["-meta"], &[]);

    assert!(about.contains("Title:           Status of the Convention on Examples"));
    assert!(about.contains("Author:          Depositary of Examples"));
    assert!(about.contains("CreationDate:    2003-08-14T00:00:00Z"));
    assert!(about.contains("Tagged:          yes"));
    assert!(metadata.contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"));
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"));
}

#[test]
fn the_file_is_sound() {
    let said = read(&sample::document(), "qpdf", &["--check"], &[]);

    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert!(rendered(&sample::document()) == rendered(&sample::document()));
}

#[test]
fn the_same_words_are_in_both_formats() {
    let document = sample::document();
    let page = papers::html::fragment(&document);

    for phrase in
        ["Summary", "on the thirtieth day after the deposit", "Actions, by date of deposit", "With a declaration."]
    {
        assert!(page.contains(phrase), "{phrase} on the page");
        assert!(text(&document).contains(phrase), "{phrase} in the file");
    }
}

#[test]
fn no_text_can_become_code() {
    for words in ["*A*/81/000", "#panic()", "$x$", "@foo", "\\ _a_ `b` <c> = d // e", "#sys.inputs[\"]"] {
        let text = text(&hostile::document(words));

        assert!(text.matches(words).count() > 10, "{words} is missing in\n{text}");
        assert!(text.contains("Never called."));
    }
}

#[test]
fn a_character_that_the_typeface_lacks_is_an_error() {
    let error = pdf::render(&hostile::document("\u{6761}\u{7d04}"), &imprint()).expect_err("no such glyph");

    assert!(error.to_string().contains("PDF/A-2a and PDF/UA-1"), "{error}");
    assert!(error.to_string().contains('\u{6761}'), "{error}");
}

#[test]
fn a_paper_with_little_in_it_is_still_a_file() {
    let document = Document {
        language: "en".into(),
        masthead: Masthead::default(),
        item_title: None,
        title: "Title".into(),
        by_line: None,
        summary: vec![],
        body: vec![Block::Plain(vec![Inline::text("One sentence.")])],
        notes: vec![],
        colophon: vec![],
        proof: None,
    };

    assert_eq!(text(&document), "Title One sentence. Title 1/1");
}

#[test]
fn a_skipped_level_of_headings_is_an_error() {
    let mut document = sample::document();
    document.body.insert(0, Block::Heading { level: 3, text: "Too deep".into() });

    let error = pdf::render(&document, &imprint()).expect_err("a level is missing");

    assert!(error.to_string().contains("heading levels must be consecutive"), "{error}");
}
