//! What a resolution asked and said, in one sentence.

use law::resolution::{OperativePart, Resolution};

use super::definition::Link;
use crate::un_date::ENGLISH;

/// "In its resolution 57/201 of 18 December 2002, the General Assembly called upon …; requested …; and …."
pub(super) fn asked(resolution: &Resolution, lead: Option<&str>, link: Option<Link>) -> String {
    let lead = lead.map(|lead| format!("{lead} ")).unwrap_or_default();
    let opening = match link {
        Some(Link::Furthermore) => "Furthermore, in its",
        None => "In its",
    };
    let title = resolution.title.as_ref().map(|title| format!(", entitled “{title}”")).unwrap_or_default();
    let Resolution { symbol, organ, date, .. } = resolution;
    let date = ENGLISH.write(*date);
    format!("{lead}{opening} resolution {symbol} of {date}{title}, {organ} {}.", parts(&resolution.paragraphs))
}

/// The sentence that says under which resolution a report is submitted.
pub(super) fn submitted_under(resolution: &Resolution) -> String {
    let organ = resolution.organ.strip_prefix("the ").unwrap_or(&resolution.organ);
    let date = ENGLISH.write(resolution.date);
    format!(
        "This report on the status of the Convention answers the request in {organ} resolution {} of {date}.",
        resolution.symbol
    )
}

fn parts(paragraphs: &[OperativePart]) -> String {
    let said: Vec<String> = paragraphs.iter().map(part).collect();
    match said.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{}; and {last}", rest.join("; ")),
        _ => said.concat(),
    }
}

fn part(part: &OperativePart) -> String {
    let words = [Some(part.verb.past()), part.addressee.as_deref(), Some(&part.what)];
    words.into_iter().flatten().collect::<Vec<&str>>().join(" ")
}
