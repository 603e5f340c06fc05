//! The paragraph on a treaty's entry into force.

use law::final_clauses::InstrumentsNeeded;
use law::reason::Reason;
use law::status::Explanation;

use super::composer::ReportError;
use super::subject::Subject;
use super::telling::{Telling, in_words_below_ten};
use crate::condition::kinds;
use crate::document::{Grounds, Paragraph};
use crate::enumeration::list;
use crate::explanation::capitalised;
use crate::number_words::nth;

/// When the treaty entered into force and why, or what is still wanting.
pub(super) fn told(subject: &Subject<'_>) -> Result<Paragraph, ReportError> {
    let (treaty, status) = (subject.treaty()?, subject.status()?);
    let Some(clause) = &treaty.treaty.entry_into_force else {
        return Err(ReportError::no_clause(subject.definition, "the entry into force"));
    };
    let needed = clause.when.instruments();
    let the_treaty = capitalised(&subject.the_treaty());
    let explanation = Explanation::of_treaty(treaty, subject.record, subject.as_at);
    let mut telling = Telling::on(Grounds::Treaty(treaty.treaty.treaty.clone()), subject.as_at);
    let (Some(date), Some(reached)) = (explanation.date, status.entry_into_force.reached) else {
        say_wanting(&mut telling, &the_treaty, needed, status.entry_into_force.remaining);
        return Ok(telling.told());
    };
    let enters = if subject.issued.reaches(date) { "entered into force" } else { "is to enter into force" };
    let accordance =
        explanation.article.map(|article| format!(", in accordance with article {article}")).unwrap_or_default();
    telling.say(&format!("{the_treaty} {enters} on "));
    telling.day("entry-into-force", date.day());
    telling.say(&accordance);
    let Some(needed) = needed else {
        telling.say(", the conditions for it having been met on ");
        telling.day("conditions-met", reached.day());
        telling.say(".");
        return Ok(telling.told());
    };
    let nth = nth(needed.count);
    telling.say(&format!(", the {nth} instrument of {} having been deposited on ", kinds(&needed.of)));
    telling.day("conditions-met", reached.day());
    telling.say(".");
    telling.say(&deposits_of_that_day(&explanation.reasons, &nth));
    Ok(telling.told())
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

fn say_wanting(telling: &mut Telling, the_treaty: &str, needed: Option<&InstrumentsNeeded>, remaining: u16) {
    let Some(needed) = needed else {
        telling.say(&format!("{the_treaty} is not yet in force: the conditions for it have not been met."));
        return;
    };
    telling.say(&format!(
        "{the_treaty} is not yet in force: of the {} instruments of {} that it requires, ",
        in_words_below_ten(usize::from(needed.count)),
        kinds(&needed.of)
    ));
    telling.figure("wanting", in_words_below_ten(usize::from(remaining)));
    telling.say(if remaining == 1 { " is still wanting." } else { " are still wanting." });
}
