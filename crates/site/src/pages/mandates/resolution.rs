//! The page of a resolution: what it says, paragraph by paragraph, and what became of what it asks.

use askama::Template;

use super::{MandateShown, all, no_such_resolution, when};
use crate::address;
use crate::asked::Pairs;
use crate::day::Day;
use crate::fault::{Fault, Near};
use crate::frame::{Frame, When};
use crate::pages::{asked_of, laid_out};
use crate::reply::Reply;
use crate::source::Source;

#[derive(Template)]
#[template(path = "resolution.html")]
struct Page {
    frame: Frame,
    symbol: String,
    title: Option<String>,
    organ: String,
    adopted: Day,
    how: Option<String>,
    before: bool,
    as_at: Day,
    treaty: Option<Near>,
    when: When,
    paragraphs: Vec<ParagraphShown>,
    sources: Vec<String>,
    standing: String,
    entry: u64,
}

/// A paragraph; what it asks, if it asks something.
struct ParagraphShown {
    number: Option<String>,
    words: String,
    mandate: Option<MandateShown>,
}

/// The page.
pub(crate) fn reply(source: &dyn Source, symbol: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let path = address::resolution(symbol);
    let (asked, record) = asked_of(source, &path, pairs)?;
    let kept = record.resolution(symbol).ok_or_else(|| no_such_resolution(symbol, &record, &asked))?;
    let mandates = all(&record, &asked).mandates;
    let paragraphs = (1..).zip(&kept.what.paragraphs).map(|(place, part)| {
        let named = part.id.as_ref().or(part.number.as_ref()).cloned().unwrap_or_else(|| usize::to_string(&place));
        let mandate = mandates.iter().find(|one| one.symbol == kept.what.symbol && one.paragraph == named);
        let words: Vec<&str> = [Some(part.verb.past()), part.addressee.as_deref(), Some(part.what.as_str())]
            .into_iter()
            .flatten()
            .collect();
        ParagraphShown {
            number: part.number.clone(),
            words: papers::explanation::capitalised(&words.join(" ")),
            mandate: mandate.map(|one| MandateShown::of(one, &asked)),
        }
    });
    let treaty = kept.what.treaty.as_ref().and_then(|treaty| record.treaty_by_id(treaty)).map(|treaty| Near {
        name: treaty.treaty.title_in("en").to_owned(),
        address: asked.of(&address::treaty(&treaty.treaty.treaty)),
    });
    laid_out(&Page {
        frame: Frame::of(&format!("Resolution {symbol}"), &record, &asked, Some(&path)),
        symbol: symbol.to_owned(),
        title: kept.what.title.clone(),
        organ: kept.what.organ.clone(),
        adopted: kept.what.date.into(),
        how: kept.what.adopted.clone(),
        before: asked.as_at.day() < kept.what.date,
        as_at: asked.as_at.into(),
        treaty,
        when: when(&path, &asked, kept.what.date, source.today()),
        paragraphs: paragraphs.collect(),
        sources: kept.sources.clone(),
        standing: kept.standing.to_string(),
        entry: kept.entry,
    })
}
