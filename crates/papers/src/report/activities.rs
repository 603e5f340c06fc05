//! What was done to promote a treaty, a sentence for each activity.

use law::activity::Activity;
use law::when::{Endpoint, When};

use crate::document::{Inline, Paragraph};
use crate::enumeration::list;
use crate::explanation::capitalised;
use crate::when::in_words;

/// The activities in order, after an editor's sentence; nothing where there are none.
pub(super) fn told(activities: &[&Activity], lead: Option<&str>) -> Option<Paragraph> {
    if activities.is_empty() {
        return None;
    }
    let mut sentences: Vec<String> = lead.map(ToOwned::to_owned).into_iter().collect();
    let mut before: Option<When> = None;
    for activity in activities {
        sentences.push(sentence(activity, before));
        before = activity.when();
        if !activity.participants.is_empty() {
            sentences.push(format!("Those who took part were {}.", list(&activity.participants)));
        }
    }
    Some(vec![Inline::Text(sentences.join(" "))])
}

/// "On 3 December 2002, during the … session of …, the Steering Committee held …, to win ratifications."
fn sentence(activity: &Activity, before: Option<When>) -> String {
    let date = activity.when().and_then(|when| dated(when, activity, before));
    let document = activity.document.as_ref().map(|symbol| format!(" ({symbol})")).unwrap_or_default();
    let occasion = activity.occasion.as_ref().map(|occasion| format!("{occasion}{document}"));
    let opening: Vec<String> = [date, occasion].into_iter().flatten().collect();
    let opening = if opening.is_empty() { String::new() } else { format!("{}, ", opening.join(", ")) };
    let purpose = activity.purpose.as_ref().map(|purpose| format!(", {purpose}")).unwrap_or_default();
    capitalised(&format!("{opening}{} {}{purpose}.", list(&activity.organizers), activity.what))
}

/// When it was; nothing when the sentence before has said so and the occasion says the rest, nor when all that is known is a
/// day by which it was.
fn dated(when: When, activity: &Activity, before: Option<When>) -> Option<String> {
    if matches!(when, When::Interval(interval) if interval.start() == Endpoint::Unknown) {
        return None;
    }
    if before == Some(when) {
        return activity.occasion.is_none().then(|| "at the same time".to_owned());
    }
    Some(in_words(&when))
}
