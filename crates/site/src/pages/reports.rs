//! The page of the reports due under a treaty: a row for each State party, a column for each report.

mod cell;
mod choice;
pub(crate) mod download;

use askama::Template;
use law::record::{Record, TreatyRecord};
use law::reporting::{Compliance, PartyReports, Reporting};

use super::{asked_of, find_treaty, laid_out};
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::day::Day;
use crate::fault::Fault;
use crate::frame::{Frame, When};
use crate::reply::Reply;
use crate::source::Source;
pub(super) use cell::Receipts;
use cell::{CellShown, ordinal_of_report};
use choice::{CategoryLink, Choice, OrderLink};

#[derive(Template)]
#[template(path = "reports.html")]
struct Page<'a> {
    frame: Frame,
    treaty_address: String,
    treaty: &'a str,
    calendar: String,
    as_at: Day,
    rule: Option<Rule<'a>>,
    receipts: Receipts,
    compliance: Compliance,
    indicator: Option<String>,
    when: When,
    orders: Vec<OrderLink>,
    categories: Vec<CategoryLink>,
    heads: Vec<String>,
    rows: Vec<Row>,
    csv: String,
    json: String,
    left: usize,
}

/// What the treaty asks for.
struct Rule<'a> {
    article: &'a str,
    initial: &'a str,
    periodic: &'a str,
}

/// A State party and its reports.
struct Row {
    name: String,
    code: String,
    address: String,
    since: Day,
    left: Option<Day>,
    other_reading: Option<OtherReading>,
    cells: Vec<Option<CellShown>>,
}

/// The other reading of a gap in the treaty, on which its reports would be due on other days.
struct OtherReading {
    in_force: Day,
    why: String,
}

/// The page.
pub(crate) fn reply(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}/reports", address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    let path = address::reports_due(id);
    let choice = Choice::read(pairs);
    if given != id.as_str() {
        return Ok(Reply::See(asked.asking(&path, &choice.pairs())));
    }
    let reporting = Reporting::of(treaty, &record, asked.as_at);
    let mut page = page(&reporting, treaty, &record, &asked, &path, choice);
    page.when.notable = vec![super::state::today_of(source.today(), &asked, &path)];
    laid_out(&page)
}

fn page<'a>(
    reporting: &Reporting<'a>,
    treaty: &'a TreatyRecord,
    record: &'a Record,
    asked: &Asked,
    path: &str,
    choice: Choice,
) -> Page<'a> {
    let id = &treaty.treaty.treaty;
    let receipts = Receipts::of(id, record);
    let compliance = reporting.compliance();
    let chosen = choice.rows(&reporting.parties);
    let columns = chosen.iter().flat_map(|party| party.reports.iter().map(|report| report.number)).max().unwrap_or(0);
    let title = treaty.treaty.short_title_in("en");
    Page {
        frame: Frame::of(&format!("Reports under the {title}"), record, asked, Some(path)),
        treaty_address: asked.of(&address::treaty(id)),
        treaty: title,
        calendar: asked.of(&address::treaty_calendar(id)),
        as_at: asked.as_at.into(),
        rule: reporting.clause.map(|clause| Rule {
            article: &clause.article,
            initial: clause.initial.text(),
            periodic: clause.periodic.text(),
        }),
        receipts,
        compliance,
        indicator: compliance.per_mille().map(per_cent),
        when: When { sort: None, also: choice.pairs(), ..When::of(path, asked, Vec::new()) },
        orders: choice.orders(asked, path),
        categories: choice.categories(&reporting.parties, &compliance.reports, asked, path),
        heads: (1..=columns).map(ordinal_of_report).collect(),
        rows: chosen.iter().map(|party| row(party, columns, receipts, treaty, record, asked)).collect(),
        csv: asked.of(&address::reports_file(id, "csv")),
        json: asked.of(&address::reports_file(id, "json")),
        left: reporting.parties.iter().filter(|party| party.has_left).count(),
    }
}

/// Thousandths as a percentage with one decimal.
fn per_cent(per_mille: u32) -> String {
    format!("{}.{}", per_mille / 10, per_mille % 10)
}

fn row(
    party: &PartyReports<'_>,
    columns: u16,
    receipts: Receipts,
    treaty: &TreatyRecord,
    record: &Record,
    asked: &Asked,
) -> Row {
    let code = record.code(party.party);
    let cell = |number: u16| {
        let report = party.reports.iter().find(|report| report.number == number)?;
        Some(CellShown::of(report, receipts))
    };
    Row {
        name: party.name.name.clone(),
        code: code.to_string(),
        address: asked.of(&address::state(code)),
        since: party.in_force.into(),
        left: party.ended.filter(|_| party.has_left).map(Day::from),
        other_reading: party.other_reading.map(|day| OtherReading {
            in_force: day.into(),
            why: asked.of(&address::explanation(&treaty.treaty.treaty, code)),
        }),
        cells: (1..=columns).map(cell).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::per_cent;

    #[test]
    fn thousandths_become_a_percentage() {
        assert_eq!((per_cent(1000), per_cent(763), per_cent(5)), ("100.0".into(), "76.3".into(), "0.5".into()));
    }
}
