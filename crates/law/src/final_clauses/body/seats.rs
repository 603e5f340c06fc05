//! How many seats a body has, and from which event on.

use serde::{Deserialize, Serialize};

use super::worded::{Meaning, Worded};
use crate::treaty::TreatyId;

/// A number of seats, from a certain event on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Seats {
    /// The article, where it is not the body's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// The event.
    pub from: Worded<SeatsFrom>,
    /// How many seats.
    pub seats: u16,
}

/// The event from which a body has a number of seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeatsFrom {
    /// The treaty's entry into force.
    EntryIntoForce,
    /// The entry into force for the nth State party: not its deposit.
    NthInForce(u16),
    /// The deposit by the nth State that becomes a party.
    NthDeposit(u16),
    /// The entry into force of another treaty, such as an amendment.
    EntryIntoForceOf(TreatyId),
    /// A resolution: the body was not set up by the treaty, and nothing can be derived.
    Resolution,
}

impl Meaning for SeatsFrom {
    const KIND: &'static str = "an event from which a body has its seats";
    const EXAMPLES: &'static [&'static str] = &[
        "entry into force",
        "entry into force for the 41st party",
        "deposit by the 35th party",
        "entry into force of IV-11-a",
    ];

    fn read(words: &str) -> Option<Self> {
        let nth = |rest: &str| rest.strip_suffix(" party").and_then(ordinal);
        if words == "entry into force" {
            Some(Self::EntryIntoForce)
        } else if let Some(rest) = words.strip_prefix("entry into force for the ") {
            nth(rest).map(Self::NthInForce)
        } else if let Some(rest) = words.strip_prefix("deposit by the ") {
            nth(rest).map(Self::NthDeposit)
        } else if let Some(id) = words.strip_prefix("entry into force of ") {
            id.parse().ok().map(Self::EntryIntoForceOf)
        } else {
            words.contains("resolution ").then_some(Self::Resolution)
        }
    }
}

/// "41st" is 41.
fn ordinal(word: &str) -> Option<u16> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    match &word[digits.len()..] {
        "st" | "nd" | "rd" | "th" => digits.parse().ok().filter(|number| *number > 0),
        _ => None,
    }
}
