//! Where a participant stands towards a treaty on a day, in words. No word here may be taken for another
//! (VCLT 2(1)(f) and (g)).

use law::act::Standing;
use law::calendar::AsAt;
use law::status::Participant;

/// Where a participant stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stance {
    /// The treaty is in force for it.
    Party,
    /// Bound by its instrument; the treaty is not in force for it yet.
    Contracting,
    /// Has signed, and is not bound.
    Signatory,
    /// Applies the treaty provisionally, and is not bound.
    Provisional,
    /// Was bound, and no longer is.
    Ended,
    /// Withdrew its instrument before that took effect.
    Withdrawn,
    /// Nothing of it is on the depositary's record.
    Reported,
}

impl Stance {
    /// Where the participant stands on that day.
    pub(crate) fn of(participant: &Participant<'_>, as_at: AsAt) -> Self {
        if participant.standing == Standing::Reported {
            Self::Reported
        } else if participant.has_ended(as_at) {
            if participant.in_force.is_some() { Self::Ended } else { Self::Withdrawn }
        } else if participant.is_party(as_at) {
            Self::Party
        } else if participant.is_contracting(as_at) {
            Self::Contracting
        } else if participant.has_signed() {
            Self::Signatory
        } else {
            Self::Provisional
        }
    }

    /// The word in a table.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Party => "Party",
            Self::Contracting => "Bound, not yet in force for it",
            Self::Signatory => "Signatory, not bound",
            Self::Provisional => "Applies provisionally, not bound",
            Self::Ended => "No longer bound",
            Self::Withdrawn => "Instrument withdrawn, not bound",
            Self::Reported => "Reported, not on the depositary’s record",
        }
    }

    /// The word by which the style sheet colours what has been said in words already.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Contracting => "contracting",
            Self::Signatory | Self::Provisional => "signatory",
            Self::Ended | Self::Withdrawn => "ended",
            Self::Reported => "reported",
        }
    }
}
