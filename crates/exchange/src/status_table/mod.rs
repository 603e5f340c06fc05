//! Status tables as the United Nations Treaty Collection publishes them, as CSV copies and as XML.
//!
//! A table has a column of participants and columns of dates. What a date means is said by the head of its column and by
//! the letters behind it: the same letter means another thing in another table, and a date without a letter is the
//! column's default action. What a table does not say is not guessed: names and letters that are not known are listed.

mod cell;
mod csv_table;
mod legend;
mod xml_table;

use law::act::{Action, DayOfAct};
use law::calendar::DateOfAct;
use law::treaty::TreatyId;

use crate::fault::Fault;
use crate::place::{Located, Place};
use crate::written::{ActRow, Text, Written};

use cell::{Entry, entries};
use legend::Legend;

/// A table as found in a file: heads, and rows with their lines.
struct Table {
    heads: Vec<String>,
    rows: Vec<(Place, Vec<String>)>,
}

/// Reads a status table. `read_on` is the day by which what the table shows as withdrawn, without a day, had been.
///
/// # Errors
/// Every head, letter or date that is not understood.
pub fn read(
    file: &str,
    bytes: &[u8],
    treaty: &TreatyId,
    read_on: DateOfAct,
) -> Result<Vec<Located<Written>>, Vec<Fault>> {
    let place = Place::file(file);
    let is_xml = file.to_ascii_lowercase().ends_with(".xml");
    let table = if is_xml { xml_table::read(bytes, &place)? } else { csv_table::read(bytes, &place)? };
    let legends = legends(&table, &place)?;
    let reading = Reading { treaty, read_on, source: format!("status table {file}") };
    let (mut written, mut faults) = (Vec::new(), Vec::new());
    for (place, cells) in &table.rows {
        match reading.row(place, cells, &legends) {
            Ok(acts) => written.extend(acts),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(written) } else { Err(faults) }
}

/// The legend of every column but the first, which names the participant.
fn legends(table: &Table, place: &Place) -> Result<Vec<Legend>, Vec<Fault>> {
    let fault = |field: &str, message: String, instead: Option<String>| {
        vec![Fault { place: place.at_line(1), field: Some(field.to_owned()), message, instead }]
    };
    let Some((first, rest)) = table.heads.split_first() else {
        return Err(fault("Participant", "the table has no head".to_owned(), None));
    };
    if !first.to_lowercase().starts_with("participant") {
        let message = format!("the first column of a status table is `Participant`, not `{first}`");
        return Err(fault(
            first,
            message,
            Some("the name of the treaty's participants in the first column".to_owned()),
        ));
    }
    let mut faults = Vec::new();
    let mut legends = Vec::new();
    for head in rest {
        match Legend::of(head) {
            Ok(legend) => legends.push(legend),
            Err(unknown) => faults.extend(fault(head, unknown.to_string(), unknown.nearest())),
        }
    }
    if faults.is_empty() { Ok(legends) } else { Err(faults) }
}

struct Reading<'a> {
    treaty: &'a TreatyId,
    read_on: DateOfAct,
    source: String,
}

impl Reading<'_> {
    fn row(&self, place: &Place, cells: &[String], legends: &[Legend]) -> Result<Vec<Located<Written>>, Vec<Fault>> {
        let Some((participant, dates)) = cells.split_first() else { return Ok(Vec::new()) };
        let Participant { name, withdrawn } = Participant::of(participant);
        let fault = |field: &str, message: String| Fault {
            place: place.clone(),
            field: Some(field.to_owned()),
            message: format!("{name}: {message}"),
            instead: None,
        };
        if dates.len() != legends.len() {
            let message = format!("the row has {} cells and the head has {}", cells.len(), legends.len() + 1);
            return Err(vec![fault("Participant", message)]);
        }
        let (mut acts, mut faults) = (Vec::new(), Vec::new());
        for (cell, legend) in dates.iter().zip(legends) {
            match entries(cell) {
                Ok(found) => {
                    for (at, entry) in found.iter().enumerate() {
                        let over_by = found.get(at + 1).map_or(self.read_on, |next| DateOfAct::new(next.date));
                        let over = (entry.withdrawn || withdrawn).then_some(over_by);
                        match legend.action(&entry.letters) {
                            Some(action) => acts.extend(self.acts(place, &name, action, entry, over)),
                            None => faults.push(fault(legend.head(), legend.unknown_letters(&entry.letters))),
                        }
                    }
                }
                Err(message) => faults.push(fault(legend.head(), message)),
            }
        }
        if faults.is_empty() { Ok(acts) } else { Err(faults) }
    }

    /// The act of an entry, and where the table shows it as withdrawn, a denunciation by the day by which it was over.
    fn acts(
        &self,
        place: &Place,
        party: &str,
        action: Action,
        entry: &Entry,
        over: Option<DateOfAct>,
    ) -> Vec<Located<Written>> {
        let row = |action: Action, date: String| ActRow {
            treaty: Text(self.treaty.to_string()),
            party: Text(party.to_owned()),
            action: Text(action.word().to_owned()),
            date: Text(date),
            source: Some(Text(self.source.clone())),
            ..ActRow::default()
        };
        let mut rows = vec![row(action, entry.date.to_string())];
        if let Some(by) = over.filter(|_| action.expresses_consent()) {
            let mut notice = row(Action::Denunciation, DayOfAct::By(by).to_string());
            notice.effective = Some(Text(by.to_string()));
            notice.standing = Some(Text("unconfirmed".to_owned()));
            notice.note = Some(Text("the table shows the participation as withdrawn and gives no day".to_owned()));
            rows.push(notice);
        }
        rows.into_iter().map(|row| Located { place: place.clone(), what: Written::Act(row) }).collect()
    }
}

/// The name in the first column: without the figures of footnotes, and without the brackets of one who has withdrawn.
struct Participant {
    name: String,
    withdrawn: bool,
}

impl Participant {
    fn of(cell: &str) -> Self {
        let without_figures = |name: &str| {
            name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || c.is_whitespace()).trim().to_owned()
        };
        let name = without_figures(cell);
        match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            Some(inner) => Self { name: without_figures(inner), withdrawn: true },
            None => Self { name, withdrawn: false },
        }
    }
}
