//! Statements: what a State says about its part in a treaty, or about what another State says. Reservations and what is
//! done about them, declarations that the treaty permits, to which territories the treaty extends.
//!
//! A statement is an act and is never changed: a later one (a withdrawal, an objection, a confirmation) names it by its
//! short name. What follows in law is derived: see [`reservation`](crate::reservation) and [`pairs`](crate::pairs).

mod articles;
mod examination;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use articles::{covers, overlap};
pub use examination::{Proposed, examine};
pub use words::{Extent, Occasion, StatementKind, Touch};

use crate::act::DayOfAct;
use crate::party::PartyCode;
use crate::treaty::TreatyId;

/// A statement of a State towards a treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Statement {
    /// The short name by which other statements name this one: unique in the register.
    pub id: String,
    /// The treaty.
    pub treaty: TreatyId,
    /// Whose statement it is.
    pub party: PartyCode,
    /// What it is.
    pub kind: StatementKind,
    /// The day on which it was made, or a day by which it had been.
    pub date: DayOfAct,
    /// With which act it was made; without it, what the days show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Occasion>,
    /// The day on which the depositary received it, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<DayOfAct>,
    /// The day on which the depositary notified it to the States concerned. Every period for reactions begins here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub circulated: Option<DayOfAct>,
    /// The statement that it is about: for an objection, an acceptance, a confirmation, a modification, a withdrawal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The State whose accession it is about, under a treaty that works pair by pair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<PartyCode>,
    /// The provisions concerned, as the treaty writes them: `92(1)`. For a withdrawal in part, those withdrawn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<String>,
    /// For a reservation or an opt-out: whether it excludes these provisions or modifies them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Touch>,
    /// For an objection: how far it goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extent: Option<Extent>,
    /// The territories concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub territories: Vec<String>,
    /// What it says, in short and in the register's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The text, by language (BCP 47); the original first where the language of the original is said.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub text: BTreeMap<String, String>,
    /// The language in which it was made; the other texts are translations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Whether the kind was read out of the text by a program and nobody has confirmed it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
    /// What else needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Statement {
    /// The day from which the statement counts with the depositary: that of receipt, where it is another.
    #[must_use]
    pub fn counts_from(&self) -> DayOfAct {
        self.received.unwrap_or(self.date)
    }

    /// Whether it is one of those that exclude or modify provisions for its author: a reservation, or an opt-out that the
    /// treaty permits, which the Vienna Convention on the Law of Treaties counts among reservations (2(1)(d)).
    #[must_use]
    pub const fn reserves(&self) -> bool {
        matches!(self.kind, StatementKind::Reservation | StatementKind::OptOut)
    }

    /// Whether any of its provisions is, or is part of, an article, or the article part of one of them.
    #[must_use]
    pub fn touches(&self, article: &str) -> bool {
        self.articles.iter().any(|own| overlap(own, article))
    }
}
