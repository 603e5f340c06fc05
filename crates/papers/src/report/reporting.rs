//! How far States parties comply with their duty to report: the count, and the reports themselves.

use law::reporting::{Category, PartyReports, Report, Reporting};

use super::composer::ReportError;
use super::composition::Content;
use super::section::WhichReports;
use super::subject::Subject;
use super::table::{day, row, table};
use super::telling::{Telling, counted, in_words_below_ten};
use crate::document::{Grounds, Paragraph};
use crate::enumeration::list;
use crate::number_words::nth;
use crate::un_date::ENGLISH;

/// A paragraph that counts, and a table.
pub(super) fn told(subject: &Subject<'_>, listed: WhichReports) -> Result<Vec<Content>, ReportError> {
    let treaty = subject.treaty()?;
    let reporting = Reporting::of(treaty, subject.record, subject.as_at);
    if reporting.clause.is_none() {
        return Err(ReportError::no_clause(subject.definition, "the reports of States parties"));
    }
    let mut contents = vec![Content::Paragraph(counts(&reporting, subject))];
    let wanted = |report: &Report<'_>| match listed {
        WhichReports::None => false,
        WhichReports::Overdue => report.category.is_overdue(),
        WhichReports::All => true,
    };
    let rows: Vec<Vec<Paragraph>> = reporting
        .parties
        .iter()
        .filter(|party| !party.has_left)
        .flat_map(|party| party.reports.iter().filter(|report| wanted(report)).map(move |report| line(party, report)))
        .collect();
    if !rows.is_empty() {
        let on = ENGLISH.write(subject.as_at.day());
        let caption = match listed {
            WhichReports::Overdue => format!("Reports overdue on {on}"),
            WhichReports::None | WhichReports::All => format!("Reports of States parties on {on}"),
        };
        let columns = ["State party", "Report", "Due", "Received", "Standing"];
        contents.push(Content::Block(table(caption, columns, rows)));
    }
    Ok(contents)
}

fn counts(reporting: &Reporting<'_>, subject: &Subject<'_>) -> Paragraph {
    let compliance = reporting.compliance();
    let article = reporting.clause.map_or("", |clause| clause.article.as_str());
    let mut telling = Telling::on(Grounds::Reports(reporting.treaty.treaty.clone()), subject.as_at);
    telling.say(&format!("Article {article} binds the States parties to report. On "));
    telling.day("as-at", subject.as_at.day());
    telling.say(", ");
    telling.figure("overdue", in_words_below_ten(count(compliance.overdue)));
    telling.say(" of ");
    telling.figure("obligations", counted(count(compliance.obligations), "State party", "States parties"));
    telling.say(" had at least one report overdue by what the register holds");
    if let Some(per_mille) = compliance.per_mille() {
        telling.say(", which is a compliance of ");
        telling.figure("indicator", format!("{}.{} per cent", per_mille / 10, per_mille % 10));
    }
    telling.say(". Of the reports due, ");
    for (role, category, words) in [
        ("timely", Category::Timely, " came in time, "),
        ("late", Category::Late, " came late, "),
        ("received", Category::Received, " came on a day that no source gives, and "),
        ("non-reporting", Category::NonReporting, " had not come."),
    ] {
        let number = count(compliance.reports.of(category));
        let shown = if number == 0 { "none".to_owned() } else { in_words_below_ten(number) };
        telling.figure(role, shown);
        telling.say(words);
    }
    telling.told()
}

pub(super) fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn line(party: &PartyReports<'_>, report: &Report<'_>) -> Vec<Paragraph> {
    row([vec![party.name.name.clone()], cells(report)].concat())
}

/// Which report it is, when it is due, when it came, and how it stands.
pub(super) fn cells(report: &Report<'_>) -> Vec<String> {
    let due = report.due_dates.iter().find(|due| due.operative).map(|due| ENGLISH.write(due.day));
    let standing = match (report.category, report.days_late) {
        (Category::NonReporting, Some(days)) => format!("overdue, {days} days"),
        (Category::Late, Some(days)) => format!("late, {days} days"),
        (category, _) => category.word().replace('-', " "),
    };
    vec![
        kind(report),
        due.unwrap_or_else(|| "no day set".to_owned()),
        report.received.map_or_else(|| "not received".to_owned(), day),
        standing,
    ]
}

/// "initial", "second periodic", "combined, 1 and 2".
fn kind(report: &Report<'_>) -> String {
    let numbers: Vec<String> = report.combined.iter().map(ToString::to_string).collect();
    match numbers.as_slice() {
        [] if report.number == 1 => "initial".to_owned(),
        [] => format!("{} periodic", nth(report.number)),
        _ => format!("combined: {}", list(&numbers)),
    }
}
