//! A State's treaty record, as data.

use serde::Serialize;

use super::status::ParticipantAnswer;
use crate::act::{Action, Standing};
use crate::answer::ConsentAnswer;
use crate::calendar::{AsAt, DateOfAct, DateOfEffect};
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
    /// The day of signature.
    pub signature: Option<DateOfAct>,
    /// The kind of signature.
    pub signature_kind: Option<Action>,
    /// The act of consent.
    pub consent: Option<ConsentAnswer>,
    /// The day of entry into force for the State.
    pub in_force: Option<DateOfEffect>,
    /// The first day on which it is no longer bound.
    pub ended: Option<DateOfEffect>,
    /// On whose word.
    pub standing: Standing,
}

impl StateAnswer {
    /// A State's record as data.
    #[must_use]
    pub fn of(state: &StateRecord<'_>, record: &Record) -> Self {
        let party = &record.parties[state.party];
        let treaties = state.treaties.iter().map(|(treaty, participant)| {
            let ParticipantAnswer { signature, signature_kind, consent, in_force, ended, standing, .. } =
                ParticipantAnswer::of(participant, record);
            let title = treaty.title_in("en").to_owned();
            let treaty = treaty.treaty.clone();
            TreatyOfState { treaty, title, signature, signature_kind, consent, in_force, ended, standing }
        });
        Self {
            party: party.code,
            name: party.name_on(state.as_at.day()).name.clone(),
            as_at: state.as_at,
            treaties: treaties.collect(),
        }
    }
}
