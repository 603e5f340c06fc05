//! Coming days as a feed that calendar programs read: of a treaty, of its body, of a State, or of all.

use law::calendar::AsAt;
use law::clocks::{Clock, What};
use law::record::Record;

use super::icalendar::{self, AllDay, Feed};
use super::words::heading;

/// The feed, under a name. `as_at` is the day as at which the clocks were drawn up: the same record and the same day give the
/// same bytes.
///
/// The identity of an event holds while its day moves: a program that follows the feed moves it too.
#[must_use]
pub fn write<'c>(name: &str, clocks: impl IntoIterator<Item = &'c Clock>, record: &Record, as_at: AsAt) -> String {
    let events = clocks.into_iter().map(|clock| event(clock, record, as_at)).collect();
    icalendar::write(&Feed { name: name.to_owned(), drawn_up: as_at.day(), events })
}

fn event(clock: &Clock, record: &Record, as_at: AsAt) -> AllDay {
    let id = &clock.treaty;
    let title = record.treaty_by_id(id).map_or(id.as_str(), |treaty| treaty.treaty.short_title_in("en"));
    let name = clock.party.map(|party| record.parties[party].name_on(as_at.day()).in_text());
    let article = clock.article.as_ref().map(|article| format!("Article {article}; ")).unwrap_or_default();
    AllDay {
        uid: uid(clock, record),
        day: clock.day,
        summary: format!("{}: {title}", heading(&clock.what, name)),
        description: format!("{article}{title} ({id})"),
        category: clock.what.word(),
    }
}

/// What a clock is about, without its day, which may move; where there can be several of a kind, with it.
fn uid(clock: &Clock, record: &Record) -> String {
    let which = match &clock.what {
        What::Report { number, other_reading: true, .. } => format!(".{number}.other-reading"),
        What::Report { number, .. } | What::Replies { number } | What::FollowUp { number } => format!(".{number}"),
        What::Objections { symbol: Some(symbol) } => format!(".{symbol}.{}", clock.day),
        What::Body(_) | What::Objections { symbol: None } => format!(".{}", clock.day),
        _ => String::new(),
    };
    let party = clock.party.map(|party| format!(".{}", record.code(party))).unwrap_or_default();
    format!("{}.{}{party}{which}@depositary", clock.treaty, clock.what.word())
}
