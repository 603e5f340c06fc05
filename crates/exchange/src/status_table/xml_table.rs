//! A status table in the Treaty Collection's XML: `Treaty/Participants/Table/TGroup`, with `Thead` and `Tbody` rows of
//! `Entry` elements. Markup inside an entry may be escaped text or real; figures of footnotes are in it and are taken out.
//! Tables elsewhere in the file (special tables, declarations, notes) are something else and are passed over.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::Table;
use crate::fault::Fault;
use crate::place::{LineCounter, Place};

/// How deep elements may be nested in a file of a depositary; deeper ones are somebody's trick.
const DEEPEST: usize = 64;

/// Reads the table.
pub(super) fn read(bytes: &[u8], place: &Place) -> Result<Table, Vec<Fault>> {
    let text = decoded(bytes);
    let mut reader = Reader::from_str(&text);
    // An entry without content is an entry all the same: left out, the dates behind it would change columns.
    reader.config_mut().expand_empty_elements = true;
    let mut lines = LineCounter::of(text.as_bytes());
    let mut walk = Walk::default();
    loop {
        let line = lines.line_of(usize::try_from(reader.buffer_position()).unwrap_or(text.len()));
        let fault = |message: String| vec![Fault { place: place.at_line(line), field: None, message, instead: None }];
        match reader.read_event() {
            Ok(Event::Start(element)) => walk.open(&local(element.name().as_ref()), place, line).map_err(fault)?,
            Ok(Event::End(element)) => walk.close(&local(element.name().as_ref())),
            Ok(Event::Text(words)) => walk.words(&words.into_inner()),
            Ok(Event::CData(words)) => walk.words(&words.into_inner()),
            Ok(Event::GeneralRef(reference)) => match referred(&reference.into_inner()) {
                Ok(letter) => walk.words(&letter),
                Err(message) if walk.cell.is_some() => return Err(fault(message)),
                Err(_) => {}
            },
            Ok(Event::Eof) if walk.depth > 0 => {
                return Err(fault("the file ends in the middle of an element".to_owned()));
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(fault(format!("the XML can't be read: {error}"))),
        }
    }
    if walk.heads.is_empty() {
        let message = "there is no table of participants in it (Treaty/Participants/Table)".to_owned();
        return Err(vec![Fault { place: place.clone(), field: None, message, instead: None }]);
    }
    Ok(Table { heads: walk.heads, rows: walk.rows })
}

/// The text, in the encoding that the file says it has: the Treaty Collection's own is ISO-8859-1.
pub(super) fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

/// What a reference such as `&lt;` or `&#233;` stands for.
fn referred(name: &str) -> Result<String, String> {
    let by_number = || {
        let digits = name.strip_prefix('#')?;
        let number = match digits.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => digits.parse().ok()?,
        };
        char::from_u32(number).map(String::from)
    };
    let named = match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        _ => return by_number().ok_or_else(|| format!("`&{name};` is not a character that XML knows")),
    };
    Ok(named.to_owned())
}

/// Where the walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Where {
    /// Outside the participants' own table.
    #[default]
    Elsewhere,
    /// In the table, its head or its body.
    Table { head: bool },
}

/// The walk through the file: where it is, and what it has found.
#[derive(Default)]
struct Walk {
    /// The names of the elements that it is in, the outermost first.
    path: Vec<String>,
    depth: usize,
    at: Where,
    /// The depth of the participants' table.
    table: usize,
    heads: Vec<String>,
    rows: Vec<(Place, Vec<String>)>,
    row: Option<(Place, Vec<String>)>,
    cell: Option<String>,
    /// The depth of the row, entry or footnote that it is in: what is nested deeper is not the table's own.
    row_depth: usize,
    cell_depth: usize,
    footnote_depth: Option<usize>,
}

impl Walk {
    fn open(&mut self, name: &str, place: &Place, line: usize) -> Result<(), String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(format!("elements are nested more than {DEEPEST} deep"));
        }
        self.path.push(name.to_owned());
        match self.at {
            Where::Elsewhere => self.look_for_the_table(name),
            Where::Table { .. } => self.open_in_table(name, place, line),
        }
        Ok(())
    }

    /// The participants' table is a child of `Participants`, which is a child of `Treaty` or stands at the top.
    fn look_for_the_table(&mut self, name: &str) {
        let above = |up: usize| self.path.len().checked_sub(up + 1).map(|at| self.path[at].as_str());
        let in_a_treaty = matches!(above(2), None | Some("treaty"));
        if name == "table" && above(1) == Some("participants") && in_a_treaty && self.heads.is_empty() {
            self.at = Where::Table { head: false };
            self.table = self.depth;
        }
    }

    fn open_in_table(&mut self, name: &str, place: &Place, line: usize) {
        match name {
            "thead" => self.at = Where::Table { head: true },
            "row" if self.row.is_none() => {
                self.row = Some((place.at_line(line), Vec::new()));
                self.row_depth = self.depth;
            }
            "entry" if self.cell.is_none() && self.row.is_some() => {
                self.cell = Some(String::new());
                self.cell_depth = self.depth;
            }
            "superscript" | "sup" if self.footnote_depth.is_none() => self.footnote_depth = Some(self.depth),
            // Other markup parts words.
            _ => self.words(" "),
        }
    }

    fn words(&mut self, words: &str) {
        if let (Some(cell), None) = (&mut self.cell, self.footnote_depth) {
            cell.push_str(words);
        }
    }

    fn close(&mut self, name: &str) {
        if let Where::Table { head } = self.at {
            if self.footnote_depth == Some(self.depth) {
                self.footnote_depth = None;
            } else if self.cell.is_some() && self.cell_depth == self.depth {
                self.close_entry();
            } else if self.row.is_some() && self.row_depth == self.depth {
                self.close_row(head);
            } else if self.table == self.depth {
                self.at = Where::Elsewhere;
            } else if name == "thead" {
                self.at = Where::Table { head: false };
            }
        }
        self.path.pop();
        self.depth = self.depth.saturating_sub(1);
    }

    fn close_entry(&mut self) {
        if let (Some(cell), Some((_, row))) = (self.cell.take(), &mut self.row) {
            row.push(without_markup(&cell));
        }
    }

    fn close_row(&mut self, head: bool) {
        let Some((place, row)) = self.row.take() else { return };
        if head {
            if self.heads.is_empty() {
                self.heads = row;
            }
        } else if row.iter().any(|cell| !cell.is_empty()) {
            self.rows.push((place, row));
        }
    }
}

/// The words of an entry, without escaped tags, without the figures of footnotes, on one line.
fn without_markup(entry: &str) -> String {
    let mut words = String::with_capacity(entry.len());
    let mut footnotes = 0_usize;
    let mut rest = entry;
    while let Some((before, tagged)) = rest.split_once('<') {
        if footnotes == 0 {
            words.push_str(before);
        }
        let Some((tag, after)) = tagged.split_once('>') else {
            rest = "";
            break;
        };
        match tag.split_whitespace().next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "superscript" | "sup" => footnotes += 1,
            "/superscript" | "/sup" => footnotes = footnotes.saturating_sub(1),
            _ => words.push(' '),
        }
        rest = after;
    }
    if footnotes == 0 {
        words.push_str(rest);
    }
    words.split_whitespace().collect::<Vec<&str>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_markup_and_footnotes_go() {
        assert_eq!(without_markup("Belarus<superscript>3</superscript>"), "Belarus");
        assert_eq!(without_markup("<i>China</i> <superscript>4, 5</superscript>"), "China");
        assert_eq!(without_markup("5 Jun\t2003  a "), "5 Jun 2003 a");
        assert_eq!(without_markup("a < b"), "a");
    }
}
