//! The page of a report: the paper itself, as at a day, from what was known at a point of the register; and its preview,
//! where every figure leads to its reasons.

mod preview;

use askama::Template;
use law::calendar::AsAt;
use papers::document::Document;
use papers::explanation::capitalised;
use papers::report::Asked as ReportAsked;

use super::{asked_of, find_party, home, laid_out};
use crate::address;
use crate::asked::{Asked, Pairs, value};
use crate::fault::{Fault, Near, NotFound};
use crate::frame::{Frame, NotableDay, When};
use crate::reply::Reply;
use crate::source::{DrawnUp, ReportListing, Source, SourceError};

pub(crate) use preview::reply as preview;

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    frame: Frame,
    title: &'a str,
    pdf: String,
    preview: String,
    when: When,
    article: String,
}

/// The page on which a reader says which State a report is to be on.
#[derive(Template)]
#[template(path = "report_choice.html")]
struct Choice<'a> {
    frame: Frame,
    title: &'a str,
    path: String,
    names: Vec<String>,
}

/// What is asked of a report.
struct Question<'a> {
    report: &'a ReportListing,
    asked: Asked,
    of_report: ReportAsked,
    path: String,
}

impl Question<'_> {
    /// What an address passes on beside the day: the State.
    fn more(&self) -> Vec<(&'static str, String)> {
        self.of_report.state.iter().map(|state| ("state", state.to_string())).collect()
    }

    fn of(&self, path: &str) -> String {
        self.asked.asking(path, &self.more())
    }

    fn on(&self, day: Option<AsAt>) -> String {
        let (names_day, as_at) = (day.is_some(), day.unwrap_or(self.asked.as_at));
        Asked { as_at, names_day, ..self.asked.clone() }.asking(&self.path, &self.more())
    }

    fn drawn_up(&self, source: &dyn Source) -> Result<DrawnUp, Fault> {
        let drawn = source.report(&self.report.name, &self.of_report, self.asked.known_at());
        let drawn = drawn.map_err(|error| not_from_that(&error, self))?;
        drawn.ok_or_else(|| no_such_report(source, &self.report.name))
    }

    fn when(&self, path: &str, source: &dyn Source) -> When {
        let own = self.report.as_at.map(|day| NotableDay {
            what: "The report’s own day".to_owned(),
            day: day.into(),
            address: self.on(None),
            current: self.asked.as_at == day,
        });
        let today = source.today();
        let of_today = NotableDay {
            what: "Today".to_owned(),
            day: today.into(),
            address: self.on(Some(today)),
            current: self.asked.as_at == today,
        };
        let notable = own.into_iter().chain([of_today]).collect();
        When { also: self.more(), ..When::of(path, &self.asked, notable) }
    }

    fn frame(&self, record: &law::record::Record) -> Frame {
        Frame::of(&self.report.title, record, &Asked { names_day: true, ..self.asked.clone() }, Some(&self.path))
    }
}

/// The page, or the report as PDF when the name ends so.
pub(crate) fn reply(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (name, as_pdf) = given.strip_suffix(".pdf").map_or((given, false), |name| (name, true));
    let question = match question(source, name, pairs)? {
        Ok(question) => question,
        Err(choice) => return Ok(choice),
    };
    if as_pdf { pdf(source, &question) } else { page(source, &question) }
}

/// What is asked; or, where the report is on a State and none is named, the page on which to name one.
fn question<'a>(source: &'a dyn Source, name: &str, pairs: &Pairs) -> Result<Result<Question<'a>, Reply>, Fault> {
    let report = source.reports().iter().find(|report| report.name == name);
    let report = report.ok_or_else(|| no_such_report(source, name))?;
    let path = address::report(&report.name);
    // A report is about its own day unless another is asked for, and not about today.
    let asked = Asked::read(pairs, report.as_at.unwrap_or_else(|| source.today()))
        .map_err(|what| Fault::Misasked { path: path.clone(), what: Box::new(what) })?;
    let as_at = (asked.names_day || report.as_at.is_none()).then_some(asked.as_at);
    let state = match value(pairs, "state") {
        None if report.on_a_state => return choice(source, report, &path, pairs).map(Err),
        Some(given) if report.on_a_state => {
            let record = source.record(asked.known_at())?;
            Some(record.code(find_party(&record, given, &asked)?))
        }
        _ => None,
    };
    let of_report = ReportAsked { as_at, treaty: None, state };
    Ok(Ok(Question { report, asked, of_report, path }))
}

fn choice(source: &dyn Source, report: &ReportListing, path: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, path, pairs)?;
    laid_out(&Choice {
        frame: Frame::of(&report.title, &record, &asked, None),
        title: &report.title,
        path: path.to_owned(),
        names: home::names(&record, asked.as_at),
    })
}

fn page(source: &dyn Source, question: &Question<'_>) -> Result<Reply, Fault> {
    let DrawnUp { composition, proof } = question.drawn_up(source)?;
    let record = source.record(question.asked.known_at())?;
    let document = Document { proof, ..composition.document() };
    laid_out(&Page {
        frame: question.frame(&record),
        title: &question.report.title,
        pdf: question.of(&address::report_pdf(&question.report.name)),
        preview: question.of(&address::report_preview(&question.report.name)),
        when: question.when(&question.path, source),
        article: papers::html::fragment(&document),
    })
}

fn pdf(source: &dyn Source, question: &Question<'_>) -> Result<Reply, Fault> {
    let name = &question.report.name;
    let bytes = source.report_pdf(name, &question.of_report, question.asked.known_at());
    let bytes = bytes.map_err(|error| not_from_that(&error, question))?;
    let bytes = bytes.ok_or_else(|| no_such_report(source, name))?;
    let state = question.of_report.state.map(|state| format!("-{state}")).unwrap_or_default();
    Ok(Reply::Pdf { bytes, name: format!("{}{state}-{}.pdf", address::encoded(name), question.asked.as_at) })
}

/// What a report is drawn up from may not have been on record at the point asked about.
fn not_from_that(error: &SourceError, question: &Question<'_>) -> Fault {
    if question.asked.known.is_none() {
        return Fault::from(error.clone());
    }
    let address = Asked { known: None, ..question.asked.clone() }.asking(&question.path, &question.more());
    Fault::NotFound(NotFound {
        heading: "Not from what was known then",
        message: format!("{}.", capitalised(&error.to_string()).trim_end_matches('.')),
        near: vec![Near { name: format!("{}, from everything recorded", question.report.title), address }],
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
