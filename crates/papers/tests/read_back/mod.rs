//! Papers as PDF files, read back with the tools of Poppler and qpdf.

#![expect(clippy::panic, reason = "a test stops at the first thing that fails")]

use std::process::Command;

use jiff::civil::date;
use papers::document::Document;
use papers::pdf::{self, Imprint};

pub(crate) fn imprint() -> Imprint {
    Imprint { author: "Depositary of Examples".into(), issued: date(2003, 8, 14) }
}

pub(crate) fn rendered(document: &Document) -> Vec<u8> {
    pdf::render(document, &imprint()).expect("the paper is rendered")
}

/// What a tool writes about the document's file; `after` stands after the file's name.
pub(crate) fn read(document: &Document, tool: &str, before: &[&str], after: &[&str]) -> String {
    String::from_utf8(output(document, tool, before, after)).expect("the tool writes UTF-8")
}

/// The same in bytes.
pub(crate) fn output(document: &Document, tool: &str, before: &[&str], after: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, rendered(document)).expect("the file is written");
    let output = Command::new(tool)
        .args(before)
        .arg(&file)
        .args(after)
        .output()
        .unwrap_or_else(|error| panic!("{tool} (package poppler-utils or qpdf) can't be run: {error}"));
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
