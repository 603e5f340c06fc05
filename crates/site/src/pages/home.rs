//! The first page: what this register is, what it holds, and the ways in.

use askama::Template;
use law::party::{AlphabeticalOrder, Party};
use law::record::{KnownAt, Record};
use law::status::{Counts, Status};

use super::laid_out;
use crate::address;
use crate::answer::TreatyAnswer;
use crate::asked::Asked;
use crate::day::Day;
use crate::fault::Fault;
use crate::frame::Frame;
use crate::reply::Reply;
use crate::source::Source;
use crate::table::Order;

#[derive(Template)]
#[template(path = "home.html")]
struct Page {
    frame: Frame,
    as_at: Day,
    treaties: Vec<TreatyListed>,
    clauses_only: Vec<TreatyListed>,
    states: usize,
    names: Vec<String>,
    reports: Vec<ReportListed>,
    empty: bool,
}

struct TreatyListed {
    number: String,
    title: String,
    address: String,
    answer: TreatyAnswer,
    counts: Counts,
}

/// A report in the list.
pub(crate) struct ReportListed {
    title: String,
    /// The day that it is about, where its definition names one.
    as_at: Option<Day>,
    address: String,
    /// The report as PDF, where it needs no more to be asked for.
    pdf: Option<String>,
}

/// The page. It is always about today.
pub(crate) fn reply(source: &dyn Source) -> Result<Reply, Fault> {
    let as_at = source.today();
    let asked = Asked { as_at, names_day: false, known: None, order: Order::default() };
    let record = source.record(KnownAt::Everything)?;
    let listed_treaties = record.treaties().map(|treaty| {
        let status = Status::of(treaty, &record, as_at);
        TreatyListed {
            number: treaty.treaty.treaty.to_string(),
            title: treaty.treaty.title_in("en").to_owned(),
            address: address::treaty(&treaty.treaty.treaty),
            answer: TreatyAnswer::of(treaty, &record, &status),
            counts: status.counts,
        }
    });
    let (clauses_only, treaties) = listed_treaties.partition(|treaty| matches!(treaty.answer, TreatyAnswer::NoActs));
    laid_out(&Page {
        frame: Frame { title: "Treaty register".to_owned(), ..Frame::of("", &record, &asked, None) },
        as_at: as_at.into(),
        treaties,
        clauses_only,
        states: record.parties.len(),
        names: names(&record, as_at),
        reports: source.reports().iter().map(listed).collect(),
        empty: record.last().is_none(),
    })
}

fn listed(report: &crate::source::ReportListing) -> ReportListed {
    ReportListed {
        title: report.title.clone(),
        as_at: report.as_at.map(Day::from),
        address: address::report(&report.name),
        pdf: (!report.on_a_state).then(|| address::report_pdf(&report.name)),
    }
}

/// The names of all parties on that day, in alphabetical order, for the browser to suggest.
pub(super) fn names(record: &Record, as_at: law::calendar::AsAt) -> Vec<String> {
    let order = AlphabeticalOrder::english();
    let mut parties: Vec<&Party> = record.parties.iter().map(|(_, party)| party).collect();
    let key = |party: &&Party| party.name_on(as_at.day()).sort_key().to_owned();
    parties.sort_by(|one, other| order.compare(&key(one), &key(other)));
    parties.into_iter().map(|party| party.name_on(as_at.day()).name.clone()).collect()
}
