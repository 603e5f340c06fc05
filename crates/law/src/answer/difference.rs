//! Two points compared, as data.

use serde::Serialize;

use super::recording::RecordingAnswer;
use crate::calendar::{AsAt, DateOfKnowledge};
use crate::comparison::{Between, Point, Scope, TreatyDifference, differences};
use crate::difference::Change;
use crate::party::PartyCode;
use crate::treaty::TreatyId;

/// What differs between two points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferenceAnswer {
    /// The earlier point.
    pub from: PointAnswer,
    /// The later one.
    pub to: PointAnswer,
    /// Every treaty of which something differs, by identifier.
    pub treaties: Vec<TreatyDifferenceAnswer>,
}

/// A point from which the law is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PointAnswer {
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded; null while nothing is.
    pub known_at: Option<DateOfKnowledge>,
    /// The last entry known.
    pub known_to_entry: Option<u64>,
}

/// A treaty of which something differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TreatyDifferenceAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// What differs in its own status.
    pub changes: Vec<Change>,
    /// Whose part differs, in alphabetical order.
    pub participants: Vec<ParticipantDifferenceAnswer>,
    /// What was recorded in between that it comes from.
    pub recorded: Vec<RecordingAnswer>,
}

/// A participant whose part differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParticipantDifferenceAnswer {
    /// The code.
    pub party: PartyCode,
    /// The name.
    pub name: String,
    /// What differs.
    pub changes: Vec<Change>,
}

impl DifferenceAnswer {
    /// Compares two points, and says what was recorded in between of whatever differs.
    #[must_use]
    pub fn of(before: Point<'_>, after: Point<'_>, between: &Between<'_>, scope: Scope<'_>) -> Self {
        let treaty = |found: TreatyDifference| {
            let recorded = between.concerning(&found, after, scope);
            let TreatyDifference { treaty, title, changes, participants } = found;
            let participants = participants.into_iter().map(|part| ParticipantDifferenceAnswer {
                party: part.party,
                name: part.name,
                changes: part.changes,
            });
            let participants = participants.collect();
            let recorded = recorded.iter().map(|one| RecordingAnswer::of(one, &after.record.parties)).collect();
            TreatyDifferenceAnswer { treaty, title, changes, participants, recorded }
        };
        Self {
            from: PointAnswer::of(before),
            to: PointAnswer::of(after),
            treaties: differences(before, after, scope).into_iter().map(treaty).collect(),
        }
    }
}

impl PointAnswer {
    fn of(point: Point<'_>) -> Self {
        Self {
            as_at: point.as_at,
            known_at: point.record.last_recorded(),
            known_to_entry: point.record.last().map(|(entry, _)| entry),
        }
    }
}
