//! `reports`: whose report under a treaty is due, received, late or overdue; or all of one State's reports.

use law::answer::{ComplianceAnswer, ReportAnswer, ReportUnderTreatyAnswer, ReportsAnswer, ReportsOfStateAnswer};
use law::calendar::DateOfAct;
use law::record::Record;
use law::reporting::{Profile, Reporting};
use papers::un_date::ENGLISH;
use register::Location;

use super::Answer;
use super::status::or_nothing;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::Reports) -> Result<Answer, Failure> {
    let state = asked.state.as_deref().or(asked.of_state.as_deref());
    match (&asked.treaty, state) {
        (Some(treaty), state) => under(treaty, state, location, asked),
        (None, Some(state)) => of_state(state, location, asked),
        (None, None) => Err(Failure::Said(
            "whose reports? Name a treaty, as in `depositary reports IV-13`, or a State, as in `depositary reports --state Mali`"
                .to_owned(),
        )),
    }
}

fn under(
    treaty: &str,
    state: Option<&str>,
    location: &Location,
    asked: &arguments::Reports,
) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let mut reporting = Reporting::of(super::treaty_or_hint(treaty, &record, "reports")?, &record, as_at);
    if let Some(state) = state {
        let party = record.parties.resolve(state, Some(as_at.day()))?;
        reporting.parties.retain(|one| one.party == party);
    }
    let answer = ReportsAnswer::of(&reporting, &record);
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&ReportAnswer::COLUMNS, answer.reports.iter().map(ReportAnswer::row))?,
        Format::Table => printing::answer(&of_treaty_for_people(&answer))?,
    }
    Ok(Answer::Done)
}

fn of_state(state: &str, location: &Location, asked: &arguments::Reports) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let party = record.parties.resolve(state, Some(as_at.day()))?;
    let answer = ReportsOfStateAnswer::of(&Profile::of(party, &record, as_at), &record);
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => {
            let head: Vec<&str> = ["treaty", "title"].into_iter().chain(ReportAnswer::COLUMNS).collect();
            printing::csv(&head, answer.reports.iter().map(csv_row_under_treaty))?;
        }
        Format::Table => printing::answer(&of_state_for_people(&answer, &record))?,
    }
    Ok(Answer::Done)
}

const HEAD: [&str; 6] = ["State", "Report", "Due", "Received", "Considered", "Where it stands"];

fn csv_row_under_treaty(under: &ReportUnderTreatyAnswer) -> Vec<String> {
    let treaty = [under.treaty.to_string(), under.title.clone()];
    treaty.into_iter().chain(under.report.row()).collect()
}

fn of_treaty_for_people(answer: &ReportsAnswer) -> String {
    let on = ENGLISH.write(answer.as_at.day());
    let head = format!("{} {}", answer.treaty, answer.title);
    let Some(article) = &answer.article else {
        return format!("{head}\nIts parties owe no reports: its file has no clause on any.");
    };
    if answer.parties.is_empty() {
        return format!("{head}\nAs at {on}: nobody owes a report under article {article}.");
    }
    let table = printing::table(&HEAD, answer.reports.iter().map(|report| row(&report.name, report)));
    format!("{head}\nAs at {on}, under article {article}: {}\n{CAUTION}\n\n{table}", complied(&answer.compliance))
}

fn of_state_for_people(answer: &ReportsOfStateAnswer, record: &Record) -> String {
    let head = format!("{} ({}), as at {}", answer.name, answer.party, ENGLISH.write(answer.as_at.day()));
    if answer.reports.is_empty() {
        return format!("{head}\nIt owes no reports under any treaty of the register.");
    }
    let names = ["Treaty", "Report", "Due", "Received", "Considered", "Where it stands"];
    let row = |under: &ReportUnderTreatyAnswer| {
        let treaty = record.treaty_by_id(&under.treaty).map(|known| known.treaty.short_title_in("en"));
        row(&format!("{} {}", under.treaty, treaty.unwrap_or(&under.title)), &under.report)
    };
    let table = printing::table(&names, answer.reports.iter().map(row));
    format!("{head}: {}\n{CAUTION}\n\n{table}", complied(&answer.compliance))
}

/// What must be kept in mind while a register does not hold every step of every report.
const CAUTION: &str =
    "Only what the register holds is counted: a report that was received and is not recorded here shows as overdue.";

fn complied(compliance: &ComplianceAnswer) -> String {
    let ComplianceAnswer { obligations, overdue, indicator, .. } = compliance;
    let duties = if *obligations == 1 { "duty" } else { "duties" };
    let with = if *overdue == 1 { "with an overdue report" } else { "with overdue reports" };
    let indicator = indicator.map(|indicator| format!("; compliance {indicator:.1} %")).unwrap_or_default();
    format!("{obligations} {duties} to report, {overdue} {with}{indicator}")
}

fn row(first: &str, report: &ReportAnswer) -> Vec<String> {
    let due = match (report.due, report.due_on_the_other_reading) {
        (Some(due), Some(other)) => format!("{due} (or {other})"),
        (due, _) => or_nothing(due),
    };
    let received = on_or_by(report.received, report.received_by);
    let considered = on_or_by(report.considered, report.considered_by);
    let considered = if report.considered_without_report { format!("{considered} without it") } else { considered };
    vec![first.to_owned(), kind(report), due, received, considered, where_it_stands(report)]
}

/// A day, or the day by which it was.
fn on_or_by(on: Option<DateOfAct>, by: Option<DateOfAct>) -> String {
    by.map_or_else(|| or_nothing(on), |by| format!("by {by}"))
}

fn kind(report: &ReportAnswer) -> String {
    let numbers = report.combined.iter().map(ToString::to_string).collect::<Vec<_>>().join("-");
    match (report.number, report.combined.is_empty()) {
        (1, true) => "initial".to_owned(),
        (number, true) => number.to_string(),
        (number, false) => format!("{number}, in {numbers}"),
    }
}

fn where_it_stands(report: &ReportAnswer) -> String {
    let days = |days: u32| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    let so_long = match (report.days_overdue, report.days_late) {
        (Some(overdue), _) => format!(", {} overdue", days(overdue)),
        (None, Some(late)) => format!(", by {}", days(late)),
        (None, None) => String::new(),
    };
    let words = match report.category {
        "received" => "received, on a day not known",
        "not-yet-due" => "not yet due",
        "ended" => "not received when it left",
        other => other,
    };
    format!("{words}{so_long}")
}
