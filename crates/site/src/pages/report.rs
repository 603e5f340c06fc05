//! The page of a report: the paper itself, as at a day, from what was known at a point of the register.

use askama::Template;
use law::calendar::AsAt;
use papers::explanation::capitalised;

use super::laid_out;
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::fault::{Fault, Near, NotFound};
use crate::frame::{Frame, NotableDay, When};
use crate::reply::Reply;
use crate::source::{ReportListing, Source, SourceError};

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    frame: Frame,
    title: &'a str,
    pdf: String,
    when: When,
    article: String,
}

/// The page, or the report as PDF when the name ends so.
pub(crate) fn reply(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (name, as_pdf) = given.strip_suffix(".pdf").map_or((given, false), |name| (name, true));
    let Some(report) = source.reports().iter().find(|report| report.name == name) else {
        return Err(no_such_report(source, name));
    };
    let path = address::report(&report.name);
    // A report is about its own day unless another is asked for, and not about today.
    let asked = Asked::read(pairs, report.as_at)
        .map_err(|what| Fault::Misasked { path: path.clone(), what: Box::new(what) })?;
    let as_at = asked.names_day.then_some(asked.as_at);
    if as_pdf { pdf(source, report, &asked, as_at) } else { page(source, report, &asked, as_at, &path) }
}

fn page(
    source: &dyn Source,
    report: &ReportListing,
    asked: &Asked,
    as_at: Option<AsAt>,
    path: &str,
) -> Result<Reply, Fault> {
    let article = source.report_html(&report.name, as_at, asked.known_at());
    let article = article.map_err(|error| not_from_that(&error, report, asked))?;
    let article = article.ok_or_else(|| no_such_report(source, &report.name))?;
    let record = source.record(asked.known_at())?;
    laid_out(&Page {
        frame: Frame::of(&report.title, &record, &Asked { names_day: true, ..asked.clone() }, Some(path)),
        title: &report.title,
        pdf: asked.of(&address::report_pdf(&report.name)),
        when: When::of(path, asked, vec![own_day(report, asked, path), today(source, asked, path)]),
        article,
    })
}

fn own_day(report: &ReportListing, asked: &Asked, path: &str) -> NotableDay {
    NotableDay {
        what: "The report’s own day".to_owned(),
        day: report.as_at.into(),
        address: asked.on_any_today(path),
        current: asked.as_at == report.as_at,
    }
}

fn today(source: &dyn Source, asked: &Asked, path: &str) -> NotableDay {
    let today = source.today();
    NotableDay {
        what: "Today".to_owned(),
        day: today.into(),
        address: asked.on(path, today),
        current: asked.as_at == today,
    }
}

fn pdf(source: &dyn Source, report: &ReportListing, asked: &Asked, as_at: Option<AsAt>) -> Result<Reply, Fault> {
    let bytes = source.report_pdf(&report.name, as_at, asked.known_at());
    let bytes = bytes.map_err(|error| not_from_that(&error, report, asked))?;
    let bytes = bytes.ok_or_else(|| no_such_report(source, &report.name))?;
    let day = as_at.unwrap_or(report.as_at);
    Ok(Reply::Pdf { bytes, name: format!("{}-{day}.pdf", address::encoded(&report.name)) })
}

/// What a report is drawn up from may not have been on record at the point asked about.
fn not_from_that(error: &SourceError, report: &ReportListing, asked: &Asked) -> Fault {
    if asked.known.is_none() {
        return Fault::from(error.clone());
    }
    let address = Asked { known: None, ..asked.clone() }.of(&address::report(&report.name));
    Fault::NotFound(NotFound {
        heading: "Not from what was known then",
        message: format!("{}.", capitalised(&error.to_string()).trim_end_matches('.')),
        near: vec![Near { name: format!("{}, from everything recorded", report.title), address }],
    })
}

fn no_such_report(source: &dyn Source, name: &str) -> Fault {
    let near = source
        .reports()
        .iter()
        .map(|report| Near { name: report.title.clone(), address: address::report(&report.name) });
    Fault::NotFound(NotFound {
        heading: "No such report",
        message: format!("The register draws up no report “{}”.", super::shortened(name)),
        near: near.take(6).collect(),
    })
}
