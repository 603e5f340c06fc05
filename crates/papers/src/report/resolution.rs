//! What a resolution asked and said, in one sentence.

use law::mandates::session_after;
use law::resolution::{OperativePart, Resolution};

use super::section::Link;
use super::subject::Subject;
use crate::document::{Inline, Paragraph};
use crate::un_date::ENGLISH;

/// "In its resolution 57/201 of 18 December 2002, the General Assembly called upon …; requested …; and …."
pub(super) fn asked(resolution: &Resolution, lead: Option<&str>, link: Option<Link>) -> Paragraph {
    let lead = lead.map(|lead| format!("{lead} ")).unwrap_or_default();
    let opening = match link {
        Some(Link::Furthermore) => "Furthermore, in its",
        None => "In its",
    };
    let title = resolution.title.as_ref().map(|title| format!(", entitled “{title}”")).unwrap_or_default();
    let Resolution { symbol, organ, date, .. } = resolution;
    let date = ENGLISH.write(*date);
    let said = parts(&resolution.paragraphs);
    vec![Inline::Text(format!("{lead}{opening} resolution {symbol} of {date}{title}, {organ} {said}."))]
}

/// The sentence that says under which resolution the report is submitted; nothing where no resolution known asks for one at
/// the session to come.
pub(super) fn submitted_under(subject: &Subject<'_>) -> Option<Paragraph> {
    let treaty = subject.treaty().ok()?;
    let session = session_after(subject.issued.day())?;
    let on_it = |resolution: &Resolution| resolution.treaty.as_ref() == Some(&treaty.treaty.treaty);
    let asked = subject.record.resolutions().map(|kept| &kept.what).find(|resolution| {
        on_it(resolution)
            && resolution.date <= subject.issued.day()
            && resolution.paragraphs.iter().any(|part| part.session == Some(session))
    })?;
    let organ = asked.organ.strip_prefix("the ").unwrap_or(&asked.organ);
    let (the_treaty, date) = (subject.the_treaty(), ENGLISH.write(asked.date));
    Some(vec![Inline::Text(format!(
        "This report on the status of {the_treaty} answers the request in {organ} resolution {} of {date}.",
        asked.symbol
    ))])
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
