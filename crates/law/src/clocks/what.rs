//! What a clock is about.

use crate::committee::Due;
use crate::reporting::Kind;

/// What is due by a day, becomes possible from it, or changes on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The treaty enters into force.
    EntryIntoForce,
    /// The treaty enters into force for the State.
    EntryIntoForceForState,
    /// The State is no longer bound from that day.
    EndOfParticipation,
    /// A report of the State is due.
    Report {
        /// Its number.
        number: u16,
        /// What kind of report.
        kind: Kind,
        /// Whether the day follows from the reading of a gap in the treaty that the register does not apply.
        other_reading: bool,
    },
    /// The State's replies to a list of issues are due.
    Replies {
        /// The report that the list is about.
        number: u16,
    },
    /// The State's information on follow-up is due.
    FollowUp {
        /// The report that the concluding observations are about.
        number: u16,
    },
    /// Something is due in the body, or changes there.
    Body(Due),
    /// The State may give notice of denunciation from that day.
    DenunciationPossible,
    /// A notice given on the first day that the treaty allows has effect.
    DenunciationEarliestEffect,
    /// A revision may be asked for from that day.
    RevisionPossible,
    /// The last day for objections.
    Objections {
        /// The document that set it.
        symbol: Option<String>,
    },
}

impl What {
    /// The word by which programs name it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::EntryIntoForce => "entry-into-force",
            Self::EntryIntoForceForState => "entry-into-force-for-state",
            Self::EndOfParticipation => "end-of-participation",
            Self::Report { .. } => "report",
            Self::Replies { .. } => "replies",
            Self::FollowUp { .. } => "follow-up",
            Self::DenunciationPossible => "denunciation-possible",
            Self::DenunciationEarliestEffect => "denunciation-earliest-effect",
            Self::RevisionPossible => "revision-possible",
            Self::Objections { .. } => "objections",
            Self::Body(due) => of_the_body(*due),
        }
    }

    /// Whether it is a last day by which something must be done, rather than one on which something changes or becomes
    /// possible.
    #[must_use]
    pub const fn is_a_deadline(&self) -> bool {
        match self {
            Self::Report { .. } | Self::Replies { .. } | Self::FollowUp { .. } | Self::Objections { .. } => true,
            Self::Body(due) => {
                matches!(due, Due::Invitation | Due::Nominations | Due::List | Due::FirstElection | Due::Election)
            }
            _ => false,
        }
    }
}

const fn of_the_body(due: Due) -> &'static str {
    match due {
        Due::Invitation => "invitation",
        Due::Nominations => "nominations",
        Due::List => "list-of-nominees",
        Due::FirstElection => "first-election",
        Due::Election => "election",
        Due::EndOfTerms(_) => "end-of-terms",
        Due::EndOfOffice => "end-of-office",
        Due::Seats(_) => "seats",
    }
}
