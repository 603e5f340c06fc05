//! A status table in the Treaty Collection's XML: `Participants/Table/TGroup`, with `Thead` and `Tbody` rows of `Entry`
//! elements. Markup inside an entry is escaped text; figures of footnotes are in it and are taken out. Tables elsewhere in
//! the file (special tables, declarations, notes) are something else and are passed over.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::Table;
use crate::fault::Fault;
use crate::place::Place;

/// Reads the table.
pub(super) fn read(bytes: &[u8], place: &Place) -> Result<Table, Vec<Fault>> {
    let text = decoded(bytes);
    let fault = |place: Place, message: String| vec![Fault { place, field: None, message, instead: None }];
    let mut reader = Reader::from_str(&text);
    let mut walk = Walk::default();
    let (mut line, mut counted_to) = (1, 0);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        line += text.get(counted_to..at).unwrap_or_default().matches('\n').count();
        counted_to = at;
        match reader.read_event() {
            Ok(Event::Start(element)) => walk.open(&local(element.name().as_ref()), place.at_line(line)),
            Ok(Event::End(element)) => walk.close(&local(element.name().as_ref())),
            Ok(Event::Text(words)) => walk.words(&words.into_inner()),
            Ok(Event::CData(words)) => walk.words(&words.into_inner()),
            Ok(Event::GeneralRef(reference)) => walk.words(&referred(&reference.into_inner())),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(fault(place.at_line(line), format!("the XML can't be read: {error}"))),
        }
    }
    if walk.heads.is_empty() {
        return Err(fault(place.clone(), "there is no table of participants in it (Participants/Table)".to_owned()));
    }
    Ok(Table { heads: walk.heads, rows: walk.rows })
}

/// The text, in the encoding that the file says it has: the Treaty Collection's own is ISO-8859-1.
fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

/// What a reference such as `&lt;` or `&#233;` stands for.
fn referred(name: &str) -> String {
    let by_number = || {
        let digits = name.strip_prefix('#')?;
        let number = match digits.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => digits.parse().ok()?,
        };
        char::from_u32(number).map(String::from)
    };
    match name {
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "amp" => "&".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        "nbsp" => " ".to_owned(),
        _ => by_number().unwrap_or_default(),
    }
}

/// The walk through the file: where it is, and what it has found.
#[derive(Default)]
struct Walk {
    path: Vec<String>,
    heads: Vec<String>,
    rows: Vec<(Place, Vec<String>)>,
    cell: Option<String>,
    row: Option<(Place, Vec<String>)>,
    done: bool,
}

impl Walk {
    /// Whether this is the table of participants and no other.
    fn is_inside_the_table(&self) -> bool {
        let at = |name: &str| self.path.iter().position(|element| element == name);
        matches!((at("participants"), at("table")), (Some(participants), Some(table)) if table == participants + 1)
            && !self.done
    }

    fn open(&mut self, name: &str, place: Place) {
        self.path.push(name.to_owned());
        if !self.is_inside_the_table() {
            return;
        }
        match name {
            "row" => self.row = Some((place, Vec::new())),
            "entry" => self.cell = Some(String::new()),
            // Markup that was not escaped parts words.
            _ => self.words(" "),
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(cell) = &mut self.cell {
            cell.push_str(words);
        }
    }

    fn close(&mut self, name: &str) {
        if self.is_inside_the_table() {
            match name {
                "entry" => self.close_entry(),
                "row" => self.close_row(),
                // A second table of participants would be a decoy.
                "table" => self.done = !self.heads.is_empty(),
                _ => {}
            }
        }
        self.path.pop();
    }

    fn close_entry(&mut self) {
        if let (Some(cell), Some((_, row))) = (self.cell.take(), &mut self.row) {
            row.push(without_markup(&cell));
        }
    }

    fn close_row(&mut self) {
        let Some((place, row)) = self.row.take() else { return };
        if self.path.iter().any(|element| element == "thead") {
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
    let mut rest = entry;
    while let Some((before, tagged)) = rest.split_once('<') {
        words.push_str(before);
        let Some((tag, after)) = tagged.split_once('>') else {
            rest = "";
            break;
        };
        let name = tag.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
        rest = match name.as_str() {
            "superscript" | "sup" => after_element(after, &name),
            _ => {
                words.push(' ');
                after
            }
        };
    }
    words.push_str(rest);
    words.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn after_element<'a>(text: &'a str, name: &str) -> &'a str {
    let end = format!("</{name}>");
    text.to_ascii_lowercase().find(&end).and_then(|at| text.get(at + end.len()..)).unwrap_or_default()
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
