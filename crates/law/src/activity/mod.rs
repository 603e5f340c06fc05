//! What was done to promote a treaty: campaigns, briefings, panels, statements, workshops, meetings with a State.

mod addressees;
mod asked;
mod kind;
mod organizer;

use serde::{Deserialize, Serialize};

use crate::party::PartyCode;
use crate::treaty::TreatyId;
use crate::when::When;

pub use addressees::{Addressees, AnyState};
pub use asked::{ActivitiesAsked, AddressedTo, OutcomeAsked};
pub use kind::ActivityKind;
pub use organizer::{Organizer, OrganizerKind};

/// One thing done. `P` is how the States addressed are named: by code once recorded, by any of their names in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Activity<P = PartyCode> {
    /// A short name, unique in the register: `iom-council-briefing-2002`.
    pub id: String,
    /// What sort of activity.
    pub kind: ActivityKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<When>,
    /// How an open end was written before dates could be intervals. Entries that say so are read as they were recorded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    ongoing: bool,
    /// Who did it.
    pub organizers: Vec<Organizer>,
    /// What they did: a verb in the past tense and what follows it.
    pub what: String,
    /// On which occasion, as in running text: "during the eighty-fourth session of …".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<String>,
    /// Where: "Geneva".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The States to which it was addressed.
    #[serde(default = "nobody", skip_serializing_if = "Option::is_none")]
    pub addressed_to: Option<Addressees<P>>,
    /// To which end: "to promote ratification of the Convention".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// What came of it, as in running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// Who else took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<String>,
    /// A document in which it is recorded, by symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The treaty promoted.
    pub treaty: TreatyId,
    /// The resolution whose request it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves: Option<String>,
    /// The paragraph of that resolution, by its short name or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves_paragraph: Option<String>,
}

/// Nothing is said of whom it was addressed to.
const fn nobody<P>() -> Option<Addressees<P>> {
    None
}

impl<P> Activity<P> {
    /// When it was; `None` where the source doesn't say.
    #[must_use]
    pub fn when(&self) -> Option<When> {
        if self.ongoing { self.date.map(When::open_ended) } else { self.date }
    }

    /// Whether it is said twice that it has an end or none: by an interval, and as it was said before there were any.
    #[must_use]
    pub fn says_its_end_twice(&self) -> bool {
        self.ongoing && matches!(self.date, Some(When::Interval(_)))
    }

    /// The names of those who did it, as in running text.
    #[must_use]
    pub fn organizer_names(&self) -> Vec<&str> {
        self.organizers.iter().map(|organizer| organizer.name.as_str()).collect()
    }

    /// The same with the States addressed named otherwise.
    ///
    /// # Errors
    /// The first that `named` has for a State.
    pub fn with_states<Q, E>(self, named: impl FnMut(P) -> Result<Q, E>) -> Result<Activity<Q>, E> {
        Ok(Activity {
            id: self.id,
            kind: self.kind,
            date: self.date,
            ongoing: self.ongoing,
            organizers: self.organizers,
            what: self.what,
            occasion: self.occasion,
            place: self.place,
            addressed_to: self.addressed_to.map(|addressees| addressees.with_states(named)).transpose()?,
            purpose: self.purpose,
            outcome: self.outcome,
            participants: self.participants,
            document: self.document,
            treaty: self.treaty,
            serves: self.serves,
            serves_paragraph: self.serves_paragraph,
        })
    }
}
