//! What was done in or for a treaty body, as people write it: meetings, nominations, elections, lots, vacancies,
//! appointments, officers, sessions.

use std::sync::Arc;

use law::act::Standing;
use law::body_act::Gender;
use serde::Deserialize;
use toml::Spanned;

use crate::place::Place;
use crate::written::Text;

/// What every row says, whatever was done.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Common<'a> {
    pub(crate) treaty: &'a Text,
    pub(crate) date: &'a Text,
    pub(crate) standing: Option<&'a Text>,
    pub(crate) source: Option<&'a String>,
    pub(crate) in_spite: Option<&'a String>,
    pub(crate) note: Option<&'a String>,
}

macro_rules! row {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        pub struct $name {
            /// The treaty's identifier.
            pub treaty: Text,
            /// The day.
            pub date: Text,
            /// On whose word: as the file says for everything, or `published`.
            #[serde(default)]
            pub standing: Option<Text>,
            /// The paper that it rests on; those of the whole file, if not given.
            #[serde(default)]
            pub source: Option<String>,
            /// Why it stands although the treaty's rule does not allow it.
            #[serde(default, rename = "override")]
            pub in_spite: Option<String>,
            /// What else needs saying.
            #[serde(default)]
            pub note: Option<String>,
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl $name {
            pub(crate) fn common(&self) -> Common<'_> {
                Common {
                    treaty: &self.treaty,
                    date: &self.date,
                    standing: self.standing.as_ref(),
                    source: self.source.as_ref(),
                    in_spite: self.in_spite.as_ref(),
                    note: self.note.as_ref(),
                }
            }
        }
    };
}

row! {
    /// A meeting of States parties.
    MeetingRow {
        /// Which meeting, from 1.
        number: u16,
        /// Where.
        #[serde(default)]
        place: Option<String>,
        /// How many States parties were represented.
        #[serde(default)]
        present: Option<u16>,
        /// How many States parties a source counts.
        #[serde(default)]
        counted: Option<u16>,
    }
}

row! {
    /// A nomination.
    NominationRow {
        /// The day of the election for which.
        election: Text,
        /// The nominee's name.
        #[serde(default)]
        name: Option<String>,
        /// The State party that nominates, by code or by any of its names.
        nominated_by: Text,
        /// The nominee's State, where it is another.
        #[serde(default)]
        national_of: Option<Text>,
    }
}

row! {
    /// An election.
    ElectionRow {
        /// Which meeting elected.
        #[serde(default)]
        meeting: Option<u16>,
        /// How many seats were to be filled.
        seats: u16,
        /// The first day of the terms, where it is one for all.
        #[serde(default)]
        term_from: Option<Text>,
        /// The last day of the terms, where it is one for all.
        #[serde(default)]
        term_to: Option<Text>,
        /// The rounds.
        #[serde(default)]
        ballot: Vec<Spanned<BallotRow>>,
        /// Those elected.
        #[serde(default)]
        elected: Vec<Spanned<ElectedRow>>,
        /// How many more were elected of whom no source at hand says who they are.
        #[serde(default)]
        unnamed: u16,
    }
}

row! {
    /// A lot that shortens terms.
    LotRow {
        /// The day of the election concerned.
        election: Text,
        /// Whose terms.
        #[serde(default)]
        members: Vec<Spanned<MemberRow>>,
        /// How many more were drawn of whom no source at hand says who they are.
        #[serde(default)]
        unnamed: u16,
        /// The last day of the shortened terms.
        term_to: Text,
    }
}

row! {
    /// A seat that fell vacant.
    VacancyRow {
        /// The member's name.
        #[serde(default)]
        name: Option<String>,
        /// The State party that had nominated the member.
        nominated_by: Text,
        /// Why: death, resignation, another cause.
        cause: String,
    }
}

row! {
    /// An appointment to a seat that fell vacant.
    AppointmentRow {
        /// Whose seat it was.
        instead_of: MemberRow,
        /// The new member's name.
        #[serde(default)]
        name: Option<String>,
        /// The State party that appoints.
        nominated_by: Text,
        /// The new member's State, where it is another.
        #[serde(default)]
        national_of: Option<Text>,
        /// The day of the approval that it takes.
        #[serde(default)]
        approved: Option<Text>,
    }
}

row! {
    /// An election of officers.
    OfficersRow {
        /// Who holds which office.
        officer: Vec<Spanned<OfficerRow>>,
    }
}

row! {
    /// A session of the body; its first day is the date.
    SessionRow {
        /// Which session, from 1.
        number: u16,
        /// The last day.
        #[serde(default)]
        to: Option<Text>,
        /// Where.
        #[serde(default)]
        place: Option<String>,
    }
}

/// A member or nominee.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MemberRow {
    /// The name.
    #[serde(default)]
    pub name: Option<String>,
    /// The State party that nominated the person.
    pub nominated_by: Text,
    /// The person's State, where it is another.
    #[serde(default)]
    pub national_of: Option<Text>,
}

/// A person elected.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ElectedRow {
    /// The name.
    #[serde(default)]
    pub name: Option<String>,
    /// The State party that nominated the person.
    pub nominated_by: Text,
    /// The person's State, where it is another.
    #[serde(default)]
    pub national_of: Option<Text>,
    /// A woman or a man, where a source says.
    #[serde(default)]
    pub gender: Option<Gender>,
    /// The first day of the term, where it is not that of the election's terms.
    #[serde(default)]
    pub term_from: Option<Text>,
    /// The last day of the term, where it is not that of the election's terms.
    #[serde(default)]
    pub term_to: Option<Text>,
}

/// A round of a secret ballot.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BallotRow {
    /// The round, from 1.
    pub round: u16,
    /// How many States parties voted.
    pub voting: u16,
    /// How many seats the round was to fill.
    #[serde(default)]
    pub seats: Option<u16>,
    /// The votes.
    pub votes: Vec<Spanned<VotesRow>>,
}

/// The votes of a nominee.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct VotesRow {
    /// The name.
    #[serde(default)]
    pub name: Option<String>,
    /// The State party that nominated the person.
    pub nominated_by: Text,
    /// The person's State, where it is another.
    #[serde(default)]
    pub national_of: Option<Text>,
    /// How many.
    pub votes: u16,
}

/// Who holds an office.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OfficerRow {
    /// The office.
    pub office: String,
    /// The name.
    #[serde(default)]
    pub name: Option<String>,
    /// The State party that nominated the person.
    pub nominated_by: Text,
}

/// What was done, as written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyRow {
    /// The States parties met.
    Meeting(MeetingRow),
    /// A State party nominated a person.
    Nomination(NominationRow),
    /// Members were elected.
    Election(ElectionRow),
    /// It was drawn by lot whose terms end earlier.
    Lot(LotRow),
    /// A seat fell vacant.
    Vacancy(VacancyRow),
    /// A seat that fell vacant was filled.
    Appointment(AppointmentRow),
    /// The body elected its officers.
    Officers(OfficersRow),
    /// The body met.
    Session(SessionRow),
}

impl BodyRow {
    pub(crate) fn common(&self) -> Common<'_> {
        match self {
            Self::Meeting(row) => row.common(),
            Self::Nomination(row) => row.common(),
            Self::Election(row) => row.common(),
            Self::Lot(row) => row.common(),
            Self::Vacancy(row) => row.common(),
            Self::Appointment(row) => row.common(),
            Self::Officers(row) => row.common(),
            Self::Session(row) => row.common(),
        }
    }
}

/// Where the lines of a file end, so that a row inside a record is told by its own line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineEnds(Option<Arc<[usize]>>);

impl LineEnds {
    /// The ends of the lines of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(Some(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect()))
    }

    /// The place of a byte of the file; where no lines are known, the place of the record that it belongs to.
    pub(crate) fn place(&self, of_record: &Place, byte: usize) -> Place {
        let Some(ends) = &self.0 else { return of_record.clone() };
        of_record.at_line(ends.partition_point(|end| *end < byte) + 1)
    }
}

/// What a file says for all of its rows, and where its lines end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfTheFile {
    /// On whose word.
    pub standing: Option<Standing>,
    /// The papers.
    pub sources: Vec<String>,
    /// The lines.
    pub lines: LineEnds,
}
