//! The paragraph on a treaty's entry into force.

use law::calendar::AsAt;
use law::final_clauses::InstrumentsNeeded;
use law::reason::Reason;
use law::record::{Record, TreatyRecord};
use law::status::{Explanation, Status};

use crate::condition::kinds;
use crate::enumeration::list;
use crate::number_words::{cardinal, ordinal};
use crate::un_date::ENGLISH;

/// When the treaty entered into force and why, or what is still wanting.
pub(super) fn told(treaty: &TreatyRecord, record: &Record, status: &Status<'_>, issued: AsAt) -> String {
    let Some(clause) = &treaty.treaty.entry_into_force else {
        return "The treaty's file has no clause on its entry into force.".to_owned();
    };
    let needed = clause.when.instruments();
    let explanation = Explanation::of_treaty(treaty, record, status.as_at);
    let (Some(date), Some(reached)) = (explanation.date, status.entry_into_force.reached) else {
        return wanting(needed, status.entry_into_force.remaining);
    };
    let enters = if issued.reaches(date) { "entered into force" } else { "is to enter into force" };
    let accordance =
        explanation.article.map(|article| format!(", in accordance with article {article}")).unwrap_or_default();
    let (on, reached) = (ENGLISH.write(date.day()), ENGLISH.write(reached.day()));
    let Some(needed) = needed else {
        return format!(
            "The Convention {enters} on {on}{accordance}, the conditions for it having been met on {reached}."
        );
    };
    let nth = u8::try_from(needed.count).map_or_else(|_| format!("{}th", needed.count), ordinal);
    let of_kinds = kinds(&needed.of);
    let mut told = format!(
        "The Convention {enters} on {on}{accordance}, the {nth} instrument of {of_kinds} having been deposited on {reached}."
    );
    told.push_str(&deposits_of_that_day(&explanation.reasons, &nth));
    told
}

/// Instruments of one day have no order, so no State's is called the last one needed when there were several.
fn deposits_of_that_day(reasons: &[Reason], nth: &str) -> String {
    let of_that_day = reasons.iter().find_map(|reason| match reason {
        Reason::Reached { instruments, .. } => Some(instruments),
        _ => None,
    });
    let names: Vec<&str> =
        of_that_day.into_iter().flatten().map(|instrument| instrument.name_in_text.as_str()).collect();
    match names.as_slice() {
        [] | [_] => String::new(),
        [_, _] => format!(
            " {} both made their deposits that day; the two have no order between them, and neither is called the {nth}.",
            list(&names)
        ),
        several => format!(
            " {} all made their deposits that day; these have no order among themselves, and none is called the {nth}.",
            list(several)
        ),
    }
}

fn wanting(needed: Option<&InstrumentsNeeded>, remaining: u16) -> String {
    let number =
        |number: u16| u8::try_from(number).ok().filter(|n| *n < 10).map_or_else(|| number.to_string(), cardinal);
    let Some(needed) = needed else {
        return "The Convention is not yet in force: the conditions for it have not been met.".to_owned();
    };
    format!(
        "The Convention is not yet in force: of the {} instruments of {} that it requires, {} {} still wanting.",
        number(needed.count),
        kinds(&needed.of),
        number(remaining),
        if remaining == 1 { "is" } else { "are" }
    )
}
