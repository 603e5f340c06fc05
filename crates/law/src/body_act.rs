//! What is done to set up a treaty body and keep it filled: meetings of States parties, elections, lots, vacancies,
//! officers, sessions.

use serde::{Deserialize, Serialize};

use crate::act::DayOfAct;
use crate::calendar::{Date, serde_day};
use crate::party::{PartyCode, fold};
use crate::treaty::TreatyId;

/// Something done in or for a treaty body. Whether the treaty allowed it is judged by
/// the treaty's own clauses before it is recorded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BodyAct {
    /// The treaty that set the body up.
    pub treaty: TreatyId,
    /// The day; where no source gives it, a day by which it had been done.
    pub date: DayOfAct,
    /// What was done.
    pub done: Done,
    /// Why it stands although the treaty's rule does not allow it; without this, what is not allowed is refused.
    #[serde(default, rename = "override", skip_serializing_if = "Option::is_none")]
    pub in_spite: Option<String>,
    /// What else needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What was done in or for a treaty body.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Done {
    /// The States parties met.
    Meeting {
        /// Which meeting it was, from 1.
        number: u16,
        /// Where.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        /// How many States parties were represented.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        present: Option<u16>,
        /// How many States parties a source counted, for comparison with those for which the treaty was in force.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counted: Option<u16>,
    },
    /// A State party nominated a person.
    Nomination {
        /// The election for which.
        #[serde(with = "serde_day")]
        election: Date,
        /// Who.
        nominee: Member,
    },
    /// Members were elected.
    Election {
        /// The meeting that elected them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        meeting: Option<u16>,
        /// How many seats were to be filled.
        seats: u16,
        /// The ballots, round by round, as far as a source gives them.
        #[serde(default, rename = "ballot", skip_serializing_if = "Vec::is_empty")]
        ballots: Vec<Ballot>,
        /// Who was elected, with the term of each.
        #[serde(rename = "elected")]
        elected: Vec<Elected>,
        /// Those of whom no source at hand says who they are.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unnamed: Option<Unnamed>,
    },
    /// It was drawn by lot whose terms end earlier.
    Lot {
        /// The day of the election concerned.
        #[serde(with = "serde_day")]
        election: Date,
        /// Whose.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        members: Vec<Member>,
        /// How many more, of whom no source at hand says who they are.
        #[serde(default, skip_serializing_if = "is_none")]
        unnamed: u16,
        /// The last day of their terms.
        #[serde(with = "serde_day")]
        term_to: Date,
    },
    /// A seat fell vacant before the end of a term.
    Vacancy {
        /// Whose.
        member: Member,
        /// Why: death, resignation, another cause.
        cause: String,
    },
    /// The State whose national's seat fell vacant named another of its nationals for the rest of the term.
    Appointment {
        /// Whose seat it was.
        instead_of: Member,
        /// Who.
        member: Member,
        /// The day on which the body approved, where its approval is needed.
        #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
        approved: Option<Date>,
    },
    /// The body elected its officers.
    Officers {
        /// Who holds which office.
        officers: Vec<Officer>,
    },
    /// The body met.
    Session {
        /// Which session it was, from 1.
        number: u16,
        /// The last day.
        #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
        to: Option<Date>,
        /// Where.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
const fn is_none(number: &u16) -> bool {
    *number == 0
}

impl BodyAct {
    /// The parties that it names.
    #[must_use]
    pub fn parties_named(&self) -> Vec<PartyCode> {
        let codes = |member: &Member| [Some(member.nominated_by), member.national_of];
        let named: Vec<&Member> = match &self.done {
            Done::Meeting { .. } | Done::Session { .. } => Vec::new(),
            Done::Nomination { nominee, .. } => vec![nominee],
            Done::Election { ballots, elected, .. } => {
                let voted = ballots.iter().flat_map(|ballot| ballot.votes.iter().map(|votes| &votes.nominee));
                voted.chain(elected.iter().map(|elected| &elected.member)).collect()
            }
            Done::Lot { members, .. } => members.iter().collect(),
            Done::Vacancy { member, .. } => vec![member],
            Done::Appointment { instead_of, member, .. } => vec![instead_of, member],
            Done::Officers { officers } => officers.iter().map(|officer| &officer.member).collect(),
        };
        named.into_iter().flat_map(codes).flatten().collect()
    }
}

impl Done {
    /// What was done, as one noun.
    #[must_use]
    pub const fn noun(&self) -> &'static str {
        match self {
            Self::Meeting { .. } => "meeting",
            Self::Nomination { .. } => "nomination",
            Self::Election { .. } => "election",
            Self::Lot { .. } => "lot",
            Self::Vacancy { .. } => "vacancy",
            Self::Appointment { .. } => "appointment",
            Self::Officers { .. } => "election of officers",
            Self::Session { .. } => "session",
        }
    }

    /// The place of such an act among those of one day: a meeting is opened before it elects, and lots are drawn after;
    /// but a lot about an earlier election leaves its seats free for this one.
    #[must_use]
    pub fn place_in_a_day(&self, day: Date) -> u8 {
        match self {
            Self::Nomination { .. } => 0,
            Self::Meeting { .. } => 1,
            Self::Lot { election, .. } if *election < day => 2,
            Self::Election { .. } => 3,
            Self::Lot { .. } => 4,
            Self::Vacancy { .. } => 5,
            Self::Appointment { .. } => 6,
            Self::Session { .. } => 7,
            Self::Officers { .. } => 8,
        }
    }
}

/// A member or nominee. Where a source gives only the State, there is no name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Member {
    /// The name, as the source prints it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The State party that nominated the person.
    pub nominated_by: PartyCode,
    /// The State whose national the person is, where it is another: a few treaties allow that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub national_of: Option<PartyCode>,
}

impl Member {
    /// The State whose national the person is.
    #[must_use]
    pub fn national_of(&self) -> PartyCode {
        self.national_of.unwrap_or(self.nominated_by)
    }

    /// Whether two records may mean one person: nominated by one State, and of one name where both have one.
    #[must_use]
    pub fn may_be(&self, other: &Self) -> bool {
        let one_name = match (&self.name, &other.name) {
            (Some(one), Some(other)) => fold(one) == fold(other),
            _ => true,
        };
        self.nominated_by == other.nominated_by && one_name
    }
}

/// A person elected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Elected {
    /// Who.
    pub member: Member,
    /// A woman or a man, where a source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// The first day of the term.
    #[serde(with = "serde_day")]
    pub term_from: Date,
    /// The last day of the term.
    #[serde(with = "serde_day")]
    pub term_to: Date,
}

/// Members elected of whom no source at hand says who they are: a source may give no more than their number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Unnamed {
    /// How many.
    pub number: u16,
    /// The first day of their terms.
    #[serde(with = "serde_day")]
    pub term_from: Date,
    /// The last day of their terms.
    #[serde(with = "serde_day")]
    pub term_to: Date,
}

/// A woman or a man, as the United Nations count the balance of treaty bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gender {
    /// A woman.
    Female,
    /// A man.
    Male,
}

/// One round of a secret ballot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Ballot {
    /// The round, from 1.
    pub round: u16,
    /// How many States parties were present and voting.
    pub voting: u16,
    /// How many seats this round was to fill; all of the election's, if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u16>,
    /// The votes of each nominee.
    pub votes: Vec<Votes>,
}

/// How many votes a nominee received.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Votes {
    /// Who.
    pub nominee: Member,
    /// How many.
    pub votes: u16,
}

/// Who holds an office.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Officer {
    /// The office: `chair`, `vice-chair`, `rapporteur`.
    pub office: String,
    /// Who.
    pub member: Member,
}
