//! Charts: what is counted, with its figures.

use std::collections::BTreeMap;

use super::composer::ReportError;
use super::section::ChartOf;
use super::subject::Subject;
use crate::document::{Bar, Block, Chart};
use crate::un_date::ENGLISH;

/// The chart as at the day.
pub(super) fn of(subject: &Subject<'_>, of: ChartOf) -> Result<Block, ReportError> {
    let (caption, bars) = match of {
        ChartOf::DepositsByYear => ("Instruments deposited, by year", by_year(subject)?),
        ChartOf::Groups => ("States bound, by regional group", by_group(subject)?),
    };
    Ok(Block::Chart(Chart { caption: format!("{caption}, as at {}", ENGLISH.write(subject.as_at.day())), bars }))
}

/// Every year from that of the first deposit, those without one included.
fn by_year(subject: &Subject<'_>) -> Result<Vec<Bar>, ReportError> {
    let status = subject.status()?;
    let years = status.contracting().filter_map(|one| one.consent).map(|act| act.date.at_latest().day().year());
    let mut counts: BTreeMap<i16, u32> = BTreeMap::new();
    for year in years {
        *counts.entry(year).or_default() += 1;
    }
    let Some(first) = counts.keys().next().copied() else { return Ok(Vec::new()) };
    let bar = |year: i16| Bar { label: year.to_string(), count: counts.get(&year).copied().unwrap_or_default() };
    Ok((first..=subject.as_at.day().year()).map(bar).collect())
}

fn by_group(subject: &Subject<'_>) -> Result<Vec<Bar>, ReportError> {
    let status = subject.status()?;
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for one in status.contracting() {
        let group = subject.record.parties[one.party].group.as_deref().unwrap_or("No group");
        *counts.entry(group).or_default() += 1;
    }
    let mut bars: Vec<Bar> = counts.into_iter().map(|(group, count)| Bar { label: group.to_owned(), count }).collect();
    bars.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.label.cmp(&other.label)));
    Ok(bars)
}
