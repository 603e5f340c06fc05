//! Acts as CSV: a header `treaty,party,action,date`, and optionally `effective`, `received`, `standing`, `source` and
//! `note`, in any order.

use law::nearest::nearest;

use crate::fault::Fault;
use crate::place::{LineCounter, Located, Place};
use crate::written::{ActRow, Text, Written};

const COLUMNS: [&str; 9] = ["treaty", "party", "action", "date", "effective", "received", "standing", "source", "note"];
const REQUIRED: usize = 4;

/// Reads a file of acts.
///
/// # Errors
/// Every fault of the file's form: header, number of fields, encoding.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Located<Written>>, Vec<Fault>> {
    let mut rows = Vec::new();
    each_row(file, bytes, |row, place| {
        rows.push(Located { place, what: Written::Act(row.into_act_row()) });
        Ok(())
    })?;
    Ok(rows)
}

/// Hands over the rows of a file of acts one by one, as text that stays in the file.
///
/// # Errors
/// Every fault of the file's form, and every fault that `take` returns.
pub fn each_row(
    file: &str,
    bytes: &[u8],
    mut take: impl FnMut(Row<'_>, Place) -> Result<(), Fault>,
) -> Result<(), Vec<Fault>> {
    let place = Place::file(file);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(bytes);
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => return Err(vec![unreadable(&place, &error)]),
    };
    let columns = columns(&header, &place)?;
    let mut lines = LineCounter::of(bytes);
    let mut faults = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) if record.iter().all(str::is_empty) => {}
            Ok(true) => {
                let byte = record.position().and_then(|position| usize::try_from(position.byte()).ok());
                let place = place.at_line(lines.line_of_record(byte.unwrap_or_default()));
                let row = Row::of(&record, &columns, header.len(), &place);
                faults.extend(row.and_then(|row| take(row, place)).err());
            }
            Err(error) => faults.push(unreadable(&place, &error)),
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Which column of the file holds each of [`COLUMNS`].
fn columns(header: &csv::StringRecord, place: &Place) -> Result<[Option<usize>; COLUMNS.len()], Vec<Fault>> {
    let mut found = [None; 9];
    let mut faults = Vec::new();
    let mut fault = |message: String, field: &str, instead: Option<String>| {
        faults.push(Fault { place: place.at_line(1), field: Some(field.to_owned()), message, instead });
    };
    for (at, name) in header.iter().enumerate() {
        match COLUMNS.iter().position(|column| column.eq_ignore_ascii_case(name)) {
            Some(column) if found[column].is_some() => fault(format!("there are two columns `{name}`"), name, None),
            Some(column) => found[column] = Some(at),
            None => {
                let near = nearest(&name.to_lowercase(), COLUMNS, 1).pop();
                let known = format!("`{name}` is not a column of acts; the columns are {}", COLUMNS.join(", "));
                fault(known, name, near.map(|near| format!("`{near}`")));
            }
        }
    }
    for (column, place) in COLUMNS.iter().zip(found).take(REQUIRED) {
        if place.is_none() {
            let message = format!("the header has no column `{column}`; write it as treaty,party,action,date");
            fault(message, column, None);
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// One row of a file of acts.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    cells: [&'a str; COLUMNS.len()],
}

impl<'a> Row<'a> {
    fn of(
        record: &'a csv::StringRecord,
        columns: &[Option<usize>; COLUMNS.len()],
        width: usize,
        place: &Place,
    ) -> Result<Self, Fault> {
        if record.len() != width {
            let message = format!("the row has {} fields and the header has {width}", record.len());
            let instead = Some("quotation marks around a field that holds a comma".to_owned());
            return Err(Fault { place: place.clone(), field: None, message, instead });
        }
        let cells = columns.map(|column| column.and_then(|at| record.get(at)).unwrap_or_default());
        if let Some(empty) = cells.iter().take(REQUIRED).position(|cell| cell.is_empty()) {
            let field = COLUMNS[empty];
            let message = format!("the field is empty; every act has a {field}");
            return Err(Fault { place: place.clone(), field: Some(field.to_owned()), message, instead: None });
        }
        Ok(Self { cells })
    }

    /// The treaty, party, action and date, which every row has.
    #[must_use]
    pub fn required(&self) -> [&'a str; REQUIRED] {
        [self.cells[0], self.cells[1], self.cells[2], self.cells[3]]
    }

    fn into_act_row(self) -> ActRow {
        let [treaty, party, action, date, optional @ ..] = self.cells;
        let text = |cell: &str| Text(cell.to_owned());
        let [effective, received, standing, source, note] =
            optional.map(|cell| if cell.is_empty() { None } else { Some(text(cell)) });
        ActRow {
            treaty: text(treaty),
            party: text(party),
            action: text(action),
            date: text(date),
            effective,
            received,
            standing,
            source,
            note,
        }
    }
}

fn unreadable(place: &Place, error: &csv::Error) -> Fault {
    let line = error.position().and_then(|position| usize::try_from(position.line()).ok());
    let place = line.map_or_else(|| place.clone(), |line| place.at_line(line));
    let (message, instead) = match error.kind() {
        csv::ErrorKind::Utf8 { .. } => {
            ("the text is not UTF-8".to_owned(), Some("the file again, saved as UTF-8".to_owned()))
        }
        _ => (error.to_string(), None),
    };
    Fault { place, field: None, message, instead }
}
