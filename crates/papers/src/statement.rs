//! A statement in words: what it is, what it concerns, what it says, what has become of it.

use law::answer::StatementAnswer;

use crate::enumeration::list;
use crate::explanation::capitalised;
use crate::un_date::ENGLISH;

/// One sentence after another: "Reservation IV-13-CHL-1, article 22(5). … It stands since 21 March 2005."
#[must_use]
pub fn told(statement: &StatementAnswer) -> String {
    let articles = match statement.articles.as_slice() {
        [] => String::new(),
        [one] => format!(", article {one}"),
        several => format!(", articles {}", list(several)),
    };
    let inferred = if statement.inferred { " (its kind is read out of its text, and not confirmed)" } else { "" };
    let head = format!("{} {}{articles}{inferred}.", capitalised(statement.kind.noun()), statement.id);
    let summary = statement.summary.as_ref().map(|summary| format!(" {summary}")).unwrap_or_default();
    format!("{head}{summary}{}", became(statement))
}

/// What has become of it; nothing of what is no reservation.
fn became(statement: &StatementAnswer) -> String {
    let Some(state) = statement.state else { return String::new() };
    let state = state.replace('-', " ");
    let day = |lead: &str, day: law::calendar::Date| format!(" {lead} {}", ENGLISH.write(day));
    let since = statement.since.map(|since| day("since", since.day())).unwrap_or_default();
    let until = statement.until.map(|until| day("until", until.day())).unwrap_or_default();
    let is = if state == "stands" { "It" } else { "It is" };
    format!(" {is} {state}{since}{until}.")
}
