//! A status table as CSV: a head with the participants' column first, and a row for each of them.

use super::Table;
use super::xml_table::decoded;
use crate::fault::Fault;
use crate::place::{LineCounter, Place};

/// Reads the table.
pub(super) fn read(bytes: &[u8], place: &Place) -> Result<Table, Vec<Fault>> {
    let text = decoded(bytes);
    let mut lines = LineCounter::of(text.as_bytes());
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let fault = |place: Place, message: String, instead: Option<&str>| {
        vec![Fault { place, field: None, message, instead: instead.map(ToOwned::to_owned) }]
    };
    let heads: Vec<String> = match reader.headers() {
        Ok(heads) => heads.iter().map(ToOwned::to_owned).collect(),
        Err(error) => return Err(fault(place.at_line(1), error.to_string(), None)),
    };
    if heads.len() < 2 {
        let message =
            "a status table has a column of participants and at least one of dates, parted by commas".to_owned();
        return Err(fault(place.at_line(1), message, Some("Participant,\"Ratification, Accession(a)\"")));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| fault(place.clone(), error.to_string(), None))?;
        let byte = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        let place = place.at_line(lines.line_of_record(byte));
        if record.len() != heads.len() {
            let message = format!("the row has {} fields and the head has {}", record.len(), heads.len());
            return Err(fault(
                place,
                message,
                Some("as many commas as in the head, so that no date changes its column"),
            ));
        }
        if record.iter().any(|field| !field.is_empty()) {
            rows.push((place, record.iter().map(ToOwned::to_owned).collect()));
        }
    }
    Ok(Table { heads, rows })
}
