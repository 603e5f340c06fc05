//! Acts straight from CSV into a record in memory, for questions about very many acts at once: nothing is kept of a row but
//! the act itself. Parties, treaties, acts and days are looked up as for an import; sources and notes are passed over.

use std::collections::HashMap;

use law::act::{Action, DayOfAct, Standing};
use law::party::PartyIndex;
use law::record::{Record, RecordedAct};
use law::treaty::TreatyId;

use crate::acts_csv::{Row, each_row};
use crate::fault::Fault;
use crate::place::Place;

/// Adds the acts of a file to a record and puts them in order; returns how many there were. Entries are numbered on from
/// the record's last.
///
/// # Errors
/// Every fault of form and every name, act or day that is not known; then nothing is added.
pub fn load(file: &str, bytes: &[u8], record: &mut Record) -> Result<usize, Vec<Fault>> {
    let known: &Record = record;
    let mut loading = Loading {
        record: known,
        next: known.last().map_or(1, |(last, _)| last + 1),
        treaties: HashMap::new(),
        parties: HashMap::new(),
        acts: Vec::new(),
    };
    each_row(file, bytes, |row, place| loading.take(row, &place))?;
    let acts = loading.acts;
    let number = acts.iter().map(|(_, acts)| acts.len()).sum();
    for (treaty, acts) in acts {
        record.add_acts(&treaty, acts);
    }
    Ok(number)
}

struct Loading<'a> {
    record: &'a Record,
    next: u64,
    treaties: HashMap<String, usize>,
    parties: HashMap<String, PartyIndex>,
    acts: Vec<(TreatyId, Vec<RecordedAct>)>,
}

impl Loading<'_> {
    fn take(&mut self, row: Row<'_>, place: &Place) -> Result<(), Fault> {
        let fault = |field: &str, message: String| Fault {
            place: place.clone(),
            field: Some(field.to_owned()),
            message,
            instead: None,
        };
        let [treaty, party, action, date] = row.required();
        let date: DayOfAct =
            date.parse().map_err(|error: law::calendar::DateFault| fault("date", error.to_string()))?;
        let action: Action =
            action.parse().map_err(|error: law::act::UnknownAction| fault("action", error.to_string()))?;
        let treaty = self.treaty(treaty).map_err(|message| fault("treaty", message))?;
        let party = self.party(party, date).map_err(|message| fault("party", message))?;
        let act = RecordedAct {
            entry: self.next,
            party,
            action,
            standing: Standing::Deposited,
            date,
            effective: None,
            received: None,
        };
        self.next += 1;
        self.acts[treaty].1.push(act);
        Ok(())
    }

    fn treaty(&mut self, text: &str) -> Result<usize, String> {
        if let Some(known) = self.treaties.get(text) {
            return Ok(*known);
        }
        let id = self.record.treaty(text).map_err(|unknown| unknown.to_string())?.treaty.treaty.clone();
        self.acts.push((id, Vec::new()));
        self.treaties.insert(text.to_owned(), self.acts.len() - 1);
        Ok(self.acts.len() - 1)
    }

    /// A code is always the same party; a name may be another's on another day.
    fn party(&mut self, text: &str, date: DayOfAct) -> Result<PartyIndex, String> {
        if let Some(known) = self.parties.get(text) {
            return Ok(*known);
        }
        let found =
            self.record.parties.resolve(text, Some(date.at_latest().day())).map_err(|unknown| unknown.to_string())?;
        if self.record.code(found).as_str() == text {
            self.parties.insert(text.to_owned(), found);
        }
        Ok(found)
    }
}
