//! Sorts of activity.

use serde::{Deserialize, Serialize};

/// Sorts of activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActivityKind {
    /// Advice to States and dialogue with them.
    AdvisoryServices,
    /// A briefing.
    Briefing,
    /// A public call to States.
    Call,
    /// A campaign.
    Campaign,
    /// A conference or seminar.
    Conference,
    /// A meeting with a State: its government, its parliament, its mission.
    Meeting,
    /// Taking part in meetings held by others.
    Participation,
    /// A panel discussion.
    Panel,
    /// A publication.
    Publication,
    /// A report to an organ.
    Report,
    /// A statement.
    Statement,
    /// A treaty event, at which States are invited to sign and to deposit instruments.
    TreatyEvent,
    /// A workshop.
    Workshop,
}

impl ActivityKind {
    /// Every sort.
    pub const ALL: [Self; 13] = [
        Self::AdvisoryServices,
        Self::Briefing,
        Self::Call,
        Self::Campaign,
        Self::Conference,
        Self::Meeting,
        Self::Participation,
        Self::Panel,
        Self::Publication,
        Self::Report,
        Self::Statement,
        Self::TreatyEvent,
        Self::Workshop,
    ];

    /// The word for it, as in records.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AdvisoryServices => "advisory-services",
            Self::Briefing => "briefing",
            Self::Call => "call",
            Self::Campaign => "campaign",
            Self::Conference => "conference",
            Self::Meeting => "meeting",
            Self::Participation => "participation",
            Self::Panel => "panel",
            Self::Publication => "publication",
            Self::Report => "report",
            Self::Statement => "statement",
            Self::TreatyEvent => "treaty-event",
            Self::Workshop => "workshop",
        }
    }
}
