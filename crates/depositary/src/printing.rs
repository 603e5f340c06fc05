//! The only place that prints: answers to standard output, everything else to standard error.

use std::io::{ErrorKind, IsTerminal, Write};

use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;

use crate::failure::Failure;

/// Prints an answer. A reader that has stopped reading is no failure.
pub fn answer(text: &str) -> Result<(), Failure> {
    bytes(text.as_bytes())?;
    if text.ends_with('\n') { Ok(()) } else { bytes(b"\n") }
}

/// Prints what was done. Where that can't be printed it is done all the same, and the complaint says so.
pub fn done(text: &str) -> Result<(), Failure> {
    answer(text).map_err(|failure| Failure::Said(format!("{text}\nThis is done, but {failure}")))
}

/// Prints the bytes of a document.
pub fn bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::Said(format!("the answer can't be printed: {error}")))
        }
        _ => Ok(()),
    }
}

/// Whether answers go to somebody's screen.
pub fn to_a_screen() -> bool {
    std::io::stdout().is_terminal()
}

/// Says something by the way. Where nobody listens any more, nobody hears it.
pub fn remark(text: &str) {
    drop(writeln!(std::io::stderr(), "{text}"));
}

/// Says what went wrong.
pub fn complain(text: &str) {
    remark(&format!("depositary: {text}"));
}

/// Prints an answer as JSON.
pub fn json(value: &impl Serialize) -> Result<(), Failure> {
    answer(&serde_json::to_string_pretty(value)?)
}

/// Prints rows as CSV.
pub fn csv(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Result<(), Failure> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row)?;
    }
    bytes(&writer.into_inner().map_err(|error| Failure::Said(error.to_string()))?)
}

/// A table for people, as wide as the screen allows.
pub fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(head.to_vec());
    table.add_rows(rows);
    table.trim_fmt()
}
