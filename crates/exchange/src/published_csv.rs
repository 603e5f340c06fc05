//! Dates of effect that depositaries published for each party, as CSV: `treaty,party,action,date,effect,source,because`.
//! They are compared with what is derived, and nothing is derived from them.

use law::act::Action;
use law::calendar::{DateFault, DateOfAct, DateOfEffect};
use law::treaty::TreatyId;
use serde::Deserialize;

use crate::fault::Fault;
use crate::place::Place;

/// A published date of effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedEffect {
    /// The treaty.
    pub treaty: TreatyId,
    /// The party, as written.
    pub party: String,
    /// The act and its day; `None` where the list gives a date of effect and no act.
    pub act: Option<(Action, DateOfAct)>,
    /// The published day.
    pub effect: DateOfEffect,
    /// Where it was published.
    pub source: String,
    /// Why it is another day than the treaty's own rule gives, where it is.
    pub because: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    treaty: String,
    party: String,
    action: String,
    date: String,
    effect: String,
    source: String,
    because: String,
}

/// Reads the file.
///
/// # Errors
/// The first row that can't be read.
pub fn read(file: &str, text: &str) -> Result<Vec<PublishedEffect>, Fault> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<Row>().zip(2..);
    rows.map(|(row, line)| {
        let place = Place::file(file).at_line(line);
        let fault = |message: String| Fault { place: place.clone(), field: None, message, instead: None };
        row.map_err(|error| error.to_string()).and_then(published).map_err(fault)
    })
    .collect()
}

fn published(row: Row) -> Result<PublishedEffect, String> {
    let not_a_date = |error: DateFault| error.to_string();
    let act = if row.action.is_empty() {
        None
    } else {
        let action = row.action.parse().map_err(|error: law::act::UnknownAction| error.to_string())?;
        Some((action, row.date.parse().map_err(not_a_date)?))
    };
    Ok(PublishedEffect {
        treaty: row.treaty.parse().map_err(|error: law::treaty::NotATreatyId| error.to_string())?,
        party: row.party,
        act,
        effect: row.effect.parse().map_err(not_a_date)?,
        source: row.source,
        because: Some(row.because).filter(|because| !because.is_empty()),
    })
}
