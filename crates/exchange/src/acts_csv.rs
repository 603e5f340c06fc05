//! Acts as CSV: a header `treaty,party,action,date`, and optionally `effective`, `received`, `standing`, `source` and
//! `note`, in any order.

use law::nearest::nearest;

use crate::fault::Fault;
use crate::place::{Located, Place};
use crate::written::{ActRow, Text, Written};

const COLUMNS: [&str; 9] = ["treaty", "party", "action", "date", "effective", "received", "standing", "source", "note"];
const REQUIRED: usize = 4;

/// Reads a file of acts.
///
/// # Errors
/// Every fault of the file's form: header, number of fields, encoding.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Located<Written>>, Vec<Fault>> {
    let place = Place::file(file);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(bytes);
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => return Err(vec![unreadable(&place, &error)]),
    };
    let columns = columns(&header, &place)?;
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for record in reader.records() {
        match record {
            Ok(record) if record.iter().all(str::is_empty) => {}
            Ok(record) => match row(&record, &columns, &header, &place) {
                Ok(row) => rows.push(row),
                Err(fault) => faults.push(fault),
            },
            Err(error) => faults.push(unreadable(&place, &error)),
        }
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

/// Which column of the file holds each of [`COLUMNS`].
fn columns(header: &csv::StringRecord, place: &Place) -> Result<[Option<usize>; 9], Vec<Fault>> {
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

fn row(
    record: &csv::StringRecord,
    columns: &[Option<usize>; 9],
    header: &csv::StringRecord,
    place: &Place,
) -> Result<Located<Written>, Fault> {
    let line = record.position().and_then(|position| usize::try_from(position.line()).ok());
    let place = line.map_or_else(|| place.clone(), |line| place.at_line(line));
    if record.len() != header.len() {
        let message = format!("the row has {} fields and the header has {}", record.len(), header.len());
        let instead = Some("quotation marks around a field that holds a comma".to_owned());
        return Err(Fault { place, field: None, message, instead });
    }
    let text = |column: usize| columns[column].and_then(|at| record.get(at)).map(ToOwned::to_owned);
    let optional = |column: usize| text(column).filter(|text| !text.is_empty()).map(Text);
    let required = |column: usize| match optional(column) {
        Some(text) => Ok(text),
        None => {
            let field = COLUMNS[column];
            let message = format!("the field is empty; every act has a {field}");
            Err(Fault { place: place.clone(), field: Some(field.to_owned()), message, instead: None })
        }
    };
    let row = ActRow {
        treaty: required(0)?,
        party: required(1)?,
        action: required(2)?,
        date: required(3)?,
        effective: optional(4),
        received: optional(5),
        standing: optional(6),
        source: optional(7),
        note: optional(8),
    };
    Ok(Located { place, what: Written::Act(row) })
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
