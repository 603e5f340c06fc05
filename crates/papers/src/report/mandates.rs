//! What resolutions ask on a treaty, and what became of it: a paragraph that counts, and the list.

use law::mandates::{Discharge, Mandate, MandateStatus, of_all};
use law::record::Kept;

use super::composer::ReportError;
use super::composition::Content;
use super::section::WhichMandates;
use super::subject::Subject;
use super::table::{row, table};
use super::telling::{Telling, counted};
use crate::discharge::discharged_by;
use crate::document::{Grounds, Paragraph};
use crate::un_date::ENGLISH;

/// The mandates of one resolution, or of all on the treaty.
pub(super) fn told(
    subject: &Subject<'_>,
    symbol: Option<&str>,
    which: WhichMandates,
) -> Result<Vec<Content>, ReportError> {
    if let Some(symbol) = symbol.filter(|symbol| subject.record.resolution(symbol).is_none()) {
        return Err(ReportError::lacking(subject.definition, format!("the resolution {symbol}")));
    }
    let treaty = subject.definition.treaty.as_ref();
    let mut mandates = of_all(subject.record, subject.as_at);
    mandates.retain(|mandate| match symbol {
        Some(symbol) => mandate.resolution.what.symbol == symbol,
        None => treaty.is_none_or(|treaty| mandate.resolution.what.treaty.as_ref() == Some(treaty)),
    });
    let counts = Content::Paragraph(counted_by_standing(&mandates, subject, symbol));
    if which == WhichMandates::Open {
        mandates.retain(|mandate| mandate.standing.is_open());
    }
    if mandates.is_empty() {
        return Ok(vec![counts]);
    }
    let caption = match which {
        WhichMandates::All => "Requests of resolutions, and how they stand",
        WhichMandates::Open => "Requests of resolutions that are open",
    };
    let caption = format!("{caption} on {}", ENGLISH.write(subject.as_at.day()));
    let columns = ["Paragraph", "What it asked", "Due", "Status", "By"];
    Ok(vec![counts, Content::Block(table(caption, columns, mandates.iter().map(line).collect()))])
}

fn counted_by_standing(mandates: &[Mandate<'_>], subject: &Subject<'_>, symbol: Option<&str>) -> Paragraph {
    let mut telling = Telling::on(Grounds::Mandates, subject.as_at);
    let on = symbol
        .map_or_else(|| format!("Resolutions on {}", subject.the_treaty()), |symbol| format!("Resolution {symbol}"));
    let made = if symbol.is_some() { "makes" } else { "make" };
    telling.say(&format!("{on} {made} "));
    telling.figure("requests", counted(mandates.len(), "request", "requests"));
    let of = |wanted: MandateStatus| mandates.iter().filter(|mandate| mandate.standing == wanted).count();
    let standings = [
        MandateStatus::Completed,
        MandateStatus::InProgress,
        MandateStatus::NotImplemented,
        MandateStatus::NotApplicable,
        MandateStatus::NoIndication,
    ];
    let each: Vec<(MandateStatus, usize)> =
        standings.into_iter().map(|standing| (standing, of(standing))).filter(|(_, number)| *number > 0).collect();
    if each.is_empty() {
        telling.say(".");
        return telling.told();
    }
    telling.say(". On ");
    telling.day("as-at", subject.as_at.day());
    telling.say(" the register has of them ");
    for (at, (standing, number)) in each.iter().enumerate() {
        telling.say(match at {
            0 => "",
            at if at + 1 == each.len() => " and ",
            _ => ", ",
        });
        telling.figure(standing.word(), number.to_string());
        telling.say(&match standing {
            MandateStatus::NoIndication => " without an indication".to_owned(),
            standing => format!(" as {}", standing.word()),
        });
    }
    telling.say(".");
    telling.told()
}

fn line(mandate: &Mandate<'_>) -> Vec<Paragraph> {
    let due = match (mandate.due, mandate.part.session) {
        (Some(due), _) => format!("by {}", ENGLISH.write(due)),
        (None, Some(session)) => format!("session {session}"),
        (None, None) => "no day named".to_owned(),
    };
    let done = |kept: &&Kept<Discharge>| {
        let by = kept.what.by.as_ref().map(discharged_by).or_else(|| kept.what.note.clone());
        format!("{} ({})", by.unwrap_or_else(|| "recorded".to_owned()), ENGLISH.write(kept.what.date))
    };
    let served = || mandate.served_by.iter().map(|kept| kept.what.id.clone()).collect::<Vec<String>>();
    let done: Vec<String> = mandate.discharges.iter().map(done).collect();
    let by = if done.is_empty() { served() } else { done };
    let addressee = mandate.part.addressee.as_deref().unwrap_or_default();
    let request = format!("{} {addressee} {}", mandate.part.verb.past(), mandate.part.what);
    let cells = [
        format!("{}, {}", mandate.resolution.what.symbol, mandate.paragraph()),
        request,
        due,
        mandate.standing.word().to_owned(),
        by.join("; "),
    ];
    row(cells)
}
