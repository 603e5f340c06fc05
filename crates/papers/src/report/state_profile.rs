//! The treaty profile of a State: what it is party to, what it has signed, and the reports that it owes.

use law::reporting::{Profile, Report};
use law::state::StateRecord;
use law::status::Participant;
use law::treaty::Treaty;

use super::composer::ReportError;
use super::composition::Content;
use super::reporting::{cells, count};
use super::subject::Subject;
use super::table::{consent, day, in_force, row, table};
use super::telling::{Telling, counted, in_words_below_ten};
use crate::document::{Grounds, Paragraph};
use crate::explanation::capitalised;
use crate::un_date::ENGLISH;

/// What the State is party to and what it has signed: a paragraph and a table.
pub(super) fn treaties(subject: &Subject<'_>) -> Result<Vec<Content>, ReportError> {
    let state = subject.state()?;
    let record = StateRecord::of(state, subject.record, subject.as_at);
    let done: Vec<&(&Treaty, Participant<'_>)> =
        record.treaties.iter().filter(|(_, part)| part.standing.counts()).collect();
    let bound = done.iter().filter(|(_, part)| part.is_contracting(subject.as_at)).count();
    let signed = done.iter().filter(|(_, part)| part.has_signed() && !part.is_contracting(subject.as_at)).count();
    let mut telling = Telling::on(Grounds::State(subject.record.code(state)), subject.as_at);
    telling.say("On ");
    telling.day("as-at", subject.as_at.day());
    telling.say(&format!(", {} was bound by ", subject.name(state)));
    telling.figure("bound", counted(bound, "treaty", "treaties"));
    telling.say(" of those on the register, and had signed ");
    telling.figure("signed", counted(signed, "more", "more"));
    telling.say(" without being bound.");
    let incomplete =
        done.iter().filter(|(treaty, _)| treaty.complete_to.is_some_and(|to| to.day() < subject.as_at.day())).count();
    if incomplete > 0 {
        telling.say(" Of ");
        telling.figure("incomplete", counted(incomplete, "of these treaties", "of these treaties"));
        telling.say(" the acts are complete only up to an earlier day, so that a later act may be missing.");
    }
    let line = |(treaty, part): &&(&Treaty, Participant<'_>)| -> Vec<Paragraph> {
        let signature = part.signature.map(|act| day(act.date)).unwrap_or_default();
        row([treaty.short_title_in("en").to_owned(), signature, consent(part.consent), in_force(part)])
    };
    let columns = ["Treaty", "Signature", "Consent to be bound", "In force"];
    let caption = format!("Treaties of {} as at {}", subject.name(state), ENGLISH.write(subject.as_at.day()));
    let list = table(caption, columns, done.iter().map(line).collect());
    Ok(vec![Content::Paragraph(telling.told()), Content::Block(list)])
}

/// The reports that the State owes and has made: a paragraph and a table.
pub(super) fn reports(subject: &Subject<'_>) -> Result<Vec<Content>, ReportError> {
    let state = subject.state()?;
    let profile = Profile::of(state, subject.record, subject.as_at);
    let compliance = profile.compliance();
    let mut telling = Telling::on(Grounds::State(subject.record.code(state)), subject.as_at);
    telling.say(&format!("{} owed reports under ", capitalised(subject.name(state))));
    telling.figure("obligations", counted(count(compliance.obligations), "treaty", "treaties"));
    telling.say("; under ");
    let overdue = count(compliance.overdue);
    telling.figure("overdue", if overdue == 0 { "none".to_owned() } else { in_words_below_ten(overdue) });
    telling.say(" of them a report was overdue by what the register holds.");
    let line = |treaty: &Treaty, report: &Report<'_>| {
        row([vec![treaty.short_title_in("en").to_owned()], cells(report)].concat())
    };
    let rows: Vec<Vec<Paragraph>> = profile
        .treaties
        .iter()
        .flat_map(|(treaty, reports)| reports.reports.iter().map(|report| line(treaty, report)))
        .collect();
    if rows.is_empty() {
        return Ok(vec![Content::Paragraph(telling.told())]);
    }
    let columns = ["Treaty", "Report", "Due", "Received", "Standing"];
    let caption = format!("Reports of {} as at {}", subject.name(state), ENGLISH.write(subject.as_at.day()));
    Ok(vec![Content::Paragraph(telling.told()), Content::Block(table(caption, columns, rows))])
}
