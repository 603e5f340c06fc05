//! Tables for the annexes of a report.

use law::act::DayOfAct;
use law::committee::{Committee, Holder};
use law::record::RecordedAct;
use law::status::Participant;

use super::composer::ReportError;
use super::section::TableOf;
use super::subject::Subject;
use crate::document::{Block, Inline, Paragraph, Table};
use crate::explanation::capitalised;
use crate::un_date::ENGLISH;

/// The table as at the day.
pub(super) fn of(subject: &Subject<'_>, of: TableOf) -> Result<Block, ReportError> {
    match of {
        TableOf::Participation => participation(subject),
        TableOf::Signatories => signatories(subject),
        TableOf::Members => members(subject),
    }
}

/// A day as a table has it: "by" a day where no source gives the day itself.
pub(super) fn day(day: DayOfAct) -> String {
    match day {
        DayOfAct::On(on) => ENGLISH.write(on.day()),
        DayOfAct::By(by) => format!("by {}", ENGLISH.write(by.day())),
    }
}

/// Cells of one row.
pub(super) fn row(cells: impl IntoIterator<Item = String>) -> Vec<Paragraph> {
    cells.into_iter().map(|cell| vec![Inline::Text(cell)]).collect()
}

/// A table with its caption and heads.
pub(super) fn table<const N: usize>(caption: String, columns: [&str; N], rows: Vec<Vec<Paragraph>>) -> Block {
    Block::Table(Table { caption, columns: columns.map(ToOwned::to_owned).to_vec(), rows })
}

fn as_at(subject: &Subject<'_>) -> String {
    ENGLISH.write(subject.as_at.day())
}

/// An act of consent as a table has it: "13 March 2003, accession".
pub(super) fn consent(act: Option<&RecordedAct>) -> String {
    act.map_or_else(String::new, |act| format!("{}, {}", day(act.date), act.action.noun()))
}

/// Since when the treaty is, was or will be in force for a participant.
pub(super) fn in_force(one: &Participant<'_>) -> String {
    match (one.in_force, one.ended) {
        (Some(from), None) => ENGLISH.write(from.day()),
        (Some(from), Some(to)) => format!("{} until {}", ENGLISH.write(from.day()), ENGLISH.write(to.day())),
        (None, _) => String::new(),
    }
}

fn participation(subject: &Subject<'_>) -> Result<Block, ReportError> {
    let status = subject.status()?;
    let line = |one: &Participant<'_>| {
        let signature = one.signature.map(|act| day(act.date)).unwrap_or_default();
        row([one.name.name.clone(), signature, consent(one.consent), in_force(one)])
    };
    let rows = status.participants.iter().filter(|one| one.standing.counts()).map(line).collect();
    let columns = ["Participant", "Signature", "Consent to be bound", "In force"];
    Ok(table(format!("Participation as at {}", as_at(subject)), columns, rows))
}

fn signatories(subject: &Subject<'_>) -> Result<Block, ReportError> {
    let status = subject.status()?;
    let line = |one: &Participant<'_>| {
        row([one.name.name.clone(), one.signature.map(|act| day(act.date)).unwrap_or_default()])
    };
    let rows = status.signatories_not_contracting().map(line).collect();
    Ok(table(format!("Signatories not bound on {}", as_at(subject)), ["State", "Signature"], rows))
}

fn members(subject: &Subject<'_>) -> Result<Block, ReportError> {
    let committee = Committee::of(subject.treaty()?, subject.record, subject.as_at)
        .ok_or_else(|| ReportError::no_clause(subject.definition, "the members of a body"))?;
    let line = |holder: &Holder<'_>| {
        let name = holder.member.name.clone().unwrap_or_else(|| "not named".to_owned());
        let state = capitalised(&subject.name_of(holder.member.nominated_by));
        row([name, state, ENGLISH.write(holder.term_from), ENGLISH.write(holder.term_to)])
    };
    let rows = committee.composition.serving(subject.as_at.day()).map(line).collect();
    let columns = ["Member", "Nominated by", "Term from", "Term to"];
    Ok(table(format!("Members on {}", as_at(subject)), columns, rows))
}
