//! Seats and those who hold them, as data.

use serde::Serialize;

use crate::act::{DayOfAct, Standing};
use crate::body_act::Gender;
use crate::calendar::{Date, DateOfEffect, serde_day};
use crate::committee::UnnamedHolders;
use crate::final_clauses::{Body, SeatsFrom};
use crate::party::PartyCode;
use crate::treaty::TreatyId;

/// A number of seats from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeatsAnswer {
    /// The first day, which may lie ahead.
    pub from: DateOfEffect,
    /// How many seats.
    pub seats: u16,
    /// The article.
    pub article: String,
    /// What brought the number about.
    pub because: &'static str,
    /// The number of States parties that it takes, where it takes one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nth: Option<u16>,
    /// The States that made up the number on the day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<PartyCode>,
    /// The other treaty, where its entry into force brought it about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<TreatyId>,
}

/// A number of seats that a body has by a resolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ByResolutionAnswer {
    /// The resolution.
    pub resolution: String,
    /// How many seats.
    pub seats: u16,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberAnswer {
    /// The name, where a source gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The State party that nominated the member.
    pub nominated_by: PartyCode,
    /// That State's name on the day asked about.
    pub state: String,
    /// The State whose national the member is, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub national_of: Option<PartyCode>,
    /// A woman or a man, where a source says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// The first day of the term.
    #[serde(with = "serde_day")]
    pub term_from: Date,
    /// The last day of the term.
    #[serde(with = "serde_day")]
    pub term_to: Date,
    /// Whether a lot has shortened the term.
    pub by_lot: bool,
    /// The day of the election; null for a member who was appointed.
    pub elected: Option<DayOfAct>,
    /// Whose seat it was, for a member who was appointed to a seat that had fallen vacant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<String>,
    /// On whose word.
    pub standing: Standing,
    /// The entry.
    pub entry: Option<u64>,
}

/// Terms of members of whom no source of the register says who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct UnnamedAnswer {
    /// How many members.
    pub number: u16,
    /// The first day of their terms.
    #[serde(with = "serde_day")]
    pub term_from: Date,
    /// The last day of their terms.
    #[serde(with = "serde_day")]
    pub term_to: Date,
    /// Whether a lot has shortened the terms.
    pub by_lot: bool,
    /// The day of their election.
    pub elected: DayOfAct,
}

impl ByResolutionAnswer {
    pub(super) fn of(body: &Body) -> Option<Self> {
        let given = body.seats.iter().rfind(|seats| *seats.from.means() == SeatsFrom::Resolution)?;
        Some(Self { resolution: given.from.text().to_owned(), seats: given.seats })
    }
}

impl UnnamedAnswer {
    pub(super) const fn of(they: &UnnamedHolders) -> Self {
        let UnnamedHolders { number, term_from, term_to, lot, elected, .. } = *they;
        Self { number, term_from, term_to, by_lot: lot.is_some(), elected }
    }
}
