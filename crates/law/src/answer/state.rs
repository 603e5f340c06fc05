//! A State's treaty record, as data.

use serde::Serialize;

use super::status::PartAnswer;
use crate::calendar::AsAt;
use crate::party::PartyCode;
use crate::record::Record;
use crate::state::StateRecord;
use crate::treaty::TreatyId;

/// One State's whole treaty record on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StateAnswer {
    /// The code.
    pub party: PartyCode,
    /// The name on the day.
    pub name: String,
    /// The day.
    pub as_at: AsAt,
    /// The treaties.
    pub treaties: Vec<TreatyOfState>,
}

/// A State's part in one treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TreatyOfState {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// Its part in the treaty.
    #[serde(flatten)]
    pub part: PartAnswer,
}

impl StateAnswer {
    /// A State's record as data.
    #[must_use]
    pub fn of(state: &StateRecord<'_>, record: &Record) -> Self {
        let party = &record.parties[state.party];
        let treaties = state.treaties.iter().map(|(treaty, participant)| TreatyOfState {
            treaty: treaty.treaty.clone(),
            title: treaty.title_in("en").to_owned(),
            part: PartAnswer::of(participant),
        });
        Self {
            party: party.code,
            name: party.name_on(state.as_at.day()).name.clone(),
            as_at: state.as_at,
            treaties: treaties.collect(),
        }
    }
}
