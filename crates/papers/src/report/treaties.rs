//! Every treaty of the register: how it stands, and what was done towards it in the time up to a day.

use law::calendar::Date;
use law::final_clauses::{Period, Worded};
use law::record::TreatyRecord;
use law::status::Status;

use super::composition::Content;
use super::subject::Subject;
use super::table::{row, table};
use super::telling::counted;
use crate::document::{Inline, Paragraph};
use crate::un_date::ENGLISH;

/// A paragraph that counts, and the list. A treaty of which no act is recorded is counted and not listed, since nothing can
/// be said of its status; one adopted after the day is neither.
pub(super) fn told(subject: &Subject<'_>, within: &Worded<Period>) -> Vec<Content> {
    let day = subject.as_at.day();
    let from = subject.beginning(within);
    let adopted = |treaty: &&TreatyRecord| treaty.treaty.adopted.on.day() <= day;
    let all: Vec<&TreatyRecord> = subject.record.treaties().filter(adopted).collect();
    let known: Vec<(&TreatyRecord, Status<'_>)> = all
        .iter()
        .map(|treaty| (*treaty, Status::of(treaty, subject.record, subject.as_at)))
        .filter(|(_, status)| status.acts_recorded)
        .collect();
    let in_force = known.iter().filter(|(_, status)| status.is_in_force()).count();
    let words = format!(
        "On {} the register held {} adopted by then. Acts towards {} of them are recorded, and {in_force} of these were in force. Signatures and deposits are counted from {} on; of a treaty whose acts are complete only up to an earlier day, later ones may be missing.",
        ENGLISH.write(day),
        counted(all.len(), "treaty", "treaties"),
        known.len(),
        ENGLISH.write(from)
    );
    let rows = known.iter().map(|(treaty, status)| line(treaty, status, from, day)).collect();
    let columns = ["Treaty", "In force", "Signatories", "Bound", "Parties", "Signed", "Deposited", "Complete to"];
    let list = table(format!("Status of treaties as at {}", ENGLISH.write(day)), columns, rows);
    vec![Content::Paragraph(vec![Inline::Text(words)]), Content::Block(list)]
}

fn line(treaty: &TreatyRecord, status: &Status<'_>, from: Date, day: Date) -> Vec<Paragraph> {
    let in_time = |on: Date| from <= on && on <= day;
    let acts = || treaty.acts.iter().filter(|act| act.standing.counts() && in_time(act.date.at_latest().day()));
    let signed = acts().filter(|act| act.action.signs()).count();
    let deposited = acts().filter(|act| act.action.expresses_consent()).count();
    let in_force = status.entry_into_force.date.filter(|date| status.as_at.reaches(*date));
    let title = treaty.treaty.short_title_in("en");
    row([
        format!("{}: {title}", treaty.treaty.treaty),
        in_force.map_or_else(|| "not in force".to_owned(), |date| ENGLISH.write(date.day())),
        status.counts.signatories.to_string(),
        status.counts.contracting.to_string(),
        status.counts.parties.to_string(),
        signed.to_string(),
        deposited.to_string(),
        treaty.treaty.complete_to.map(|to| ENGLISH.write(to.day())).unwrap_or_default(),
    ])
}
