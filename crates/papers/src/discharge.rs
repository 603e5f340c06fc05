//! By which record a mandate was discharged, in words.

use law::mandates::DischargedBy;

/// The record: an activity by its short name, an entry into force, a meeting.
#[must_use]
pub fn discharged_by(by: &DischargedBy) -> String {
    match by {
        DischargedBy::Activity(id) => id.clone(),
        DischargedBy::InForce(treaty) => format!("entry into force of {treaty}"),
        DischargedBy::Meeting(meeting) => {
            format!("meeting {} of the States parties to {}", meeting.number, meeting.treaty)
        }
    }
}
