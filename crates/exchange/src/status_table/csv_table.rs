//! A status table as CSV: a head with the participants' column first, and a row for each of them.

use super::Table;
use crate::fault::Fault;
use crate::place::Place;

/// Reads the table.
pub(super) fn read(bytes: &[u8], place: &Place) -> Result<Table, Vec<Fault>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(bytes);
    let unreadable = |error: &csv::Error| {
        let line = error.position().and_then(|position| usize::try_from(position.line()).ok());
        let place = line.map_or_else(|| place.clone(), |line| place.at_line(line));
        vec![Fault { place, field: None, message: error.to_string(), instead: None }]
    };
    let heads: Vec<String> = match reader.headers() {
        Ok(heads) => heads.iter().map(ToOwned::to_owned).collect(),
        Err(error) => return Err(unreadable(&error)),
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(&error))?;
        let line = record.position().and_then(|position| usize::try_from(position.line()).ok());
        let place = line.map_or_else(|| place.clone(), |line| place.at_line(line));
        if record.len() > heads.len() {
            let message = format!("the row has {} fields and the head has {}", record.len(), heads.len());
            return Err(vec![Fault { place, field: None, message, instead: None }]);
        }
        if record.iter().any(|field| !field.is_empty()) {
            rows.push((place, record.iter().map(ToOwned::to_owned).collect()));
        }
    }
    Ok(Table { heads, rows })
}
