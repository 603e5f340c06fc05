//! What resolutions ask: all of it, by resolution, and duty by duty.

mod duty;
mod resolution;

use askama::Template;
use law::answer::{DischargeAnswer, MandateAnswer, MandatesAnswer};
use law::calendar::Date;
use law::mandates::{DischargedBy, of_all};
use law::record::Record;
use law::resolution::ParagraphOf;
use papers::discharge::discharged_by;

use super::state::today_of;
use super::{asked_of, laid_out};
use crate::address;
use crate::asked::{Asked, Pairs, value};
use crate::day::Day;
use crate::fault::{Fault, Near, NotFound};
use crate::frame::{Frame, When};
use crate::reply::Reply;
use crate::source::Source;

pub(crate) use duty::reply as duty;
pub(crate) use resolution::reply as resolution;

#[derive(Template)]
#[template(path = "mandates.html")]
struct Page {
    frame: Frame,
    as_at: Day,
    when: When,
    only_open: bool,
    other: String,
    open: usize,
    all: usize,
    rows: Vec<MandateShown>,
}

/// A mandate in a list or on its page.
struct MandateShown {
    symbol: String,
    resolution: String,
    paragraph: String,
    address: String,
    asked: String,
    since: Option<Day>,
    due: Option<String>,
    status: String,
    open: bool,
    discharges: Vec<DischargeShown>,
    served_by: Vec<String>,
    renews: Option<Near>,
    renewed_by: Option<Near>,
}

/// What was recorded about a mandate.
struct DischargeShown {
    date: Day,
    by: Option<Near>,
    note: Option<String>,
    entry: u64,
}

impl MandateShown {
    fn of(mandate: &MandateAnswer, asked: &Asked) -> Self {
        let status = if mandate.overdue { format!("{}, overdue", mandate.status) } else { mandate.status.to_owned() };
        let by = mandate.due_by.map(|day| format!("by {}", Day::from(day).words()));
        let due: Vec<String> = mandate.due.iter().cloned().chain(by).collect();
        Self {
            symbol: mandate.symbol.clone(),
            resolution: asked.of(&address::resolution(&mandate.symbol)),
            paragraph: mandate.paragraph.clone(),
            address: asked.of(&address::duty(&mandate.symbol, &mandate.paragraph)),
            asked: said(&mandate.organ, mandate.verb.past(), &mandate.addressee, &mandate.request),
            since: mandate.since.map(Day::from),
            due: (!due.is_empty()).then(|| due.join(", ")),
            status,
            open: mandate.open,
            discharges: mandate.discharged_by.iter().map(|one| DischargeShown::of(one, asked)).collect(),
            served_by: mandate.served_by.clone(),
            renews: mandate.renews.as_ref().map(|of| near(of, asked)),
            renewed_by: mandate.renewed_by.as_ref().map(|of| near(of, asked)),
        }
    }
}

impl DischargeShown {
    fn of(discharge: &DischargeAnswer, asked: &Asked) -> Self {
        let leads_to = |by: &DischargedBy| match by {
            DischargedBy::InForce(treaty) => asked.of(&address::treaty(treaty)),
            DischargedBy::Meeting(meeting) => asked.of(&address::body(&meeting.treaty)),
            DischargedBy::Activity(_) => String::new(),
        };
        let by = |by: &DischargedBy| Near { name: discharged_by(by), address: leads_to(by) };
        Self {
            date: discharge.date.into(),
            by: discharge.by.as_ref().map(by),
            note: discharge.note.clone(),
            entry: discharge.entry,
        }
    }
}

/// "The General Assembly requested the Secretary-General to …"
fn said(organ: &str, verb: &str, addressee: &str, request: &str) -> String {
    let words: Vec<&str> = [organ, verb, addressee, request].into_iter().filter(|words| !words.is_empty()).collect();
    papers::explanation::capitalised(&words.join(" "))
}

fn near(of: &ParagraphOf, asked: &Asked) -> Near {
    let ParagraphOf { resolution, paragraph } = of;
    Near { name: format!("{resolution}, {paragraph}"), address: asked.of(&address::duty(resolution, paragraph)) }
}

/// Every mandate on a day.
fn all(record: &Record, asked: &Asked) -> MandatesAnswer {
    MandatesAnswer::of(&of_all(record, asked.as_at), record, asked.as_at)
}

/// The page of all mandates, or of those that are open.
pub(crate) fn reply(source: &dyn Source, pairs: &Pairs) -> Result<Reply, Fault> {
    let path = address::MANDATES;
    let (asked, record) = asked_of(source, path, pairs)?;
    let only_open = value(pairs, "open").is_some();
    let mandates = all(&record, &asked).mandates;
    let (total, open) = (mandates.len(), mandates.iter().filter(|mandate| mandate.open).count());
    let choice = |open: bool| if open { vec![("open", "yes".to_owned())] } else { Vec::new() };
    let rows = mandates.iter().filter(|mandate| mandate.open || !only_open);
    let mut when = When::of(path, &asked, vec![today_of(source.today(), &asked, path)]);
    when.also = choice(only_open);
    laid_out(&Page {
        frame: Frame::of("Mandates", &record, &asked, Some(path)),
        as_at: asked.as_at.into(),
        when,
        only_open,
        other: asked.asking(path, &choice(!only_open)),
        open,
        all: total,
        rows: rows.map(|mandate| MandateShown::of(mandate, &asked)).collect(),
    })
}

/// That the register has no such resolution, with those that it has.
fn no_such_resolution(symbol: &str, record: &Record, asked: &Asked) -> Fault {
    let symbols: Vec<&str> = record.resolutions().map(|kept| kept.what.symbol.as_str()).collect();
    let mut near: Vec<&str> = law::nearest::nearest(symbol, symbols.iter().copied(), 3);
    if near.is_empty() {
        near = symbols.into_iter().take(6).collect();
    }
    let near = near
        .into_iter()
        .map(|symbol| Near { name: symbol.to_owned(), address: asked.of(&address::resolution(symbol)) });
    Fault::NotFound(NotFound {
        heading: "No such resolution",
        message: format!("The register holds no resolution “{}”.", super::shortened(symbol)),
        near: near.collect(),
    })
}

/// A day and the days on which the resolution's page has more to show.
fn when(path: &str, asked: &Asked, adopted: Date, today: law::calendar::AsAt) -> When {
    let adoption = crate::frame::NotableDay {
        what: "Adopted".to_owned(),
        day: adopted.into(),
        address: asked.on(path, law::calendar::AsAt::new(adopted)),
        current: asked.as_at.day() == adopted,
    };
    When::of(path, asked, vec![adoption, today_of(today, asked, path)])
}
