//! The page of a duty: one thing that a resolution asks of somebody, and what became of it.

use askama::Template;
use law::record::Record;

use super::{MandateShown, all, no_such_resolution, when};
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::day::Day;
use crate::fault::{Fault, Near, NotFound};
use crate::frame::{Frame, When};
use crate::pages::{asked_of, laid_out};
use crate::reply::Reply;
use crate::source::Source;

#[derive(Template)]
#[template(path = "duty.html")]
struct Page {
    frame: Frame,
    as_at: Day,
    when: When,
    mandate: MandateShown,
    served: Vec<ServedShown>,
}

/// An activity that serves the duty.
struct ServedShown {
    date: Option<String>,
    id: String,
    what: String,
    entry: u64,
}

/// The page.
pub(crate) fn reply(source: &dyn Source, paragraph: &str, symbol: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let path = address::duty(symbol, paragraph);
    let (asked, record) = asked_of(source, &path, pairs)?;
    let kept = record.resolution(symbol).ok_or_else(|| no_such_resolution(symbol, &record, &asked))?;
    let mandates = all(&record, &asked).mandates;
    let found = mandates.iter().find(|one| one.symbol == symbol && one.paragraph == paragraph);
    let mandate = found.ok_or_else(|| no_such_duty(paragraph, symbol, &record, &asked))?;
    let shown = MandateShown::of(mandate, &asked);
    let served = shown.served_by.iter().filter_map(|id| record.activity(id)).map(|kept| ServedShown {
        date: kept.what.when().map(|when| papers::when::in_words(&when)),
        id: kept.what.id.clone(),
        what: kept.what.what.clone(),
        entry: kept.entry,
    });
    laid_out(&Page {
        frame: Frame::of(&format!("{symbol}, {paragraph}"), &record, &asked, Some(&path)),
        as_at: asked.as_at.into(),
        when: when(&path, &asked, kept.what.date, source.today()),
        served: served.collect(),
        mandate: shown,
    })
}

/// A paragraph that the resolution has not, or that asks nothing, or a day before the resolution.
fn no_such_duty(paragraph: &str, symbol: &str, record: &Record, asked: &Asked) -> Fault {
    let adopted = record.resolution(symbol).map(|kept| kept.what.date);
    let message = match adopted.filter(|adopted| asked.as_at.day() < *adopted) {
        Some(adopted) => format!("Resolution {symbol} was adopted on {}, after that day.", Day::from(adopted).words()),
        None => format!("Resolution {symbol} asks nothing in a paragraph “{}”.", crate::pages::shortened(paragraph)),
    };
    let near = Near { name: format!("Resolution {symbol}"), address: asked.of(&address::resolution(symbol)) };
    Fault::NotFound(NotFound { heading: "No such duty", message, near: vec![near] })
}
