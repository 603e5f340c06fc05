//! The packaged dates of effect that depositaries published for each party, compared with what is derived.

use exchange::published_csv::{PublishedEffect, read};
use law::act::{Act, Action, DayOfAct, Standing};
use law::bound::Bound;
use law::calendar::{AsAt, DateOfAct, DateOfEffect};
use law::consent::PartyHistory;
use law::decision::Decision;
use law::due_form::Proposal;
use law::entry::Content;
use law::entry_into_force::EntryIntoForce;
use law::reason::Unasked;
use law::record::{Record, TreatyRecord};
use serde::Serialize;

use crate::failure::Failure;
use crate::packaged::PUBLISHED;

/// The comparison for one treaty.
#[derive(Debug, Default, Serialize)]
pub struct Comparison {
    /// How many published dates were compared.
    pub compared: usize,
    /// How many were derived.
    pub equal: usize,
    /// How many are another day, for a reason that is given.
    pub explained: usize,
    /// How many are another day, and nobody has said why.
    pub differences: usize,
    /// Those that are another day.
    pub unequal: Vec<Compared>,
}

/// A published date that is not what is derived.
#[derive(Debug, Serialize)]
pub struct Compared {
    /// The party, as the list has it.
    pub party: String,
    /// The day of its deposit.
    pub deposit: Option<DateOfAct>,
    /// What is derived.
    pub derived: Option<DateOfEffect>,
    /// What was published.
    pub published: DateOfEffect,
    /// Why they differ.
    pub because: Option<String>,
}

impl Comparison {
    /// Compares what was published for the parties to a treaty.
    pub fn of(treaty: &TreatyRecord, record: &Record, as_at: AsAt) -> Result<Self, Failure> {
        let name = format!("published/{}.csv", treaty.treaty.treaty);
        let Some(file) = PUBLISHED.iter().find(|file| file.name == name) else { return Ok(Self::default()) };
        let rows = read(file.name, file.text)?;
        let supposed = if treaty.acts.is_empty() { Some(with_these_deposits(treaty, &rows, record)) } else { None };
        let record = supposed.as_ref().unwrap_or(record);
        let treaty = record.treaty_by_id(&treaty.treaty.treaty).unwrap_or(treaty);
        let in_force = EntryIntoForce::of(treaty, record, as_at, &mut Unasked);
        let mut comparison = Self::default();
        for row in rows {
            let derived = row.act.and_then(|act| derived(&row, act, treaty, in_force, record, as_at));
            comparison.take(row, derived);
        }
        Ok(comparison)
    }

    fn take(&mut self, row: PublishedEffect, derived: Option<DateOfEffect>) {
        self.compared += 1;
        if derived == Some(row.effect) {
            self.equal += 1;
            return;
        }
        match row.because {
            Some(_) => self.explained += 1,
            None => self.differences += 1,
        }
        self.unequal.push(Compared {
            party: row.party,
            deposit: row.act.map(|(_, date)| date),
            derived,
            published: row.effect,
            because: row.because,
        });
    }
}

fn derived(
    row: &PublishedEffect,
    (action, date): (Action, DateOfAct),
    treaty: &TreatyRecord,
    in_force: EntryIntoForce,
    record: &Record,
    as_at: AsAt,
) -> Option<DateOfEffect> {
    let party = record.parties.resolve(&row.party, Some(date.day())).ok()?;
    let history = PartyHistory::of(treaty.acts_of(party), as_at)?;
    let tenures = Bound::of_each_tenure(&history, in_force, treaty, record, as_at);
    if action == Action::Denunciation {
        return tenures.last().and_then(|(_, bound)| bound.ended);
    }
    tenures.into_iter().find(|(deposited, _)| *deposited == date).and_then(|(_, bound)| bound.in_force)
}

/// Where a treaty's acts are not in the register, the published deposits alone are looked at, and the treaty's own entry
/// into force is taken as published.
fn with_these_deposits(treaty: &TreatyRecord, rows: &[PublishedEffect], record: &Record) -> Record {
    let mut supposed = record.clone();
    if let Some(published) = &treaty.treaty.published {
        supposed.suppose(&Content::Decision(Decision {
            treaty: treaty.treaty.treaty.clone(),
            party: None,
            provision: None,
            in_force: published.in_force,
            article: None,
            because: "as published".to_owned(),
            date: treaty.treaty.adopted.on,
        }));
    }
    let acts: Vec<Act> = rows.iter().filter_map(|row| act(row, record)).collect();
    let proposals: Vec<Proposal<'_>> = acts.iter().map(|act| Proposal { act, standing: Standing::Deposited }).collect();
    supposed.supposing(&proposals)
}

fn act(row: &PublishedEffect, record: &Record) -> Option<Act> {
    let (action, date) = row.act?;
    let party = record.parties.resolve(&row.party, Some(date.day())).ok()?;
    Some(Act {
        treaty: row.treaty.clone(),
        party: record.code(party),
        action,
        date: DayOfAct::On(date),
        effective: None,
        received: None,
        note: None,
    })
}
