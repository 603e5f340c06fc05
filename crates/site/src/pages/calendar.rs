//! The coming days of a treaty, of a State, and of all treaties, by month.

mod reach;

use askama::Template;
use law::calendar::AsAt;
use law::clocks::{self, Clock};
use law::record::Record;
use papers::coming::words::heading;

use super::{asked_of, find_party, find_treaty, laid_out, name_on};
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::day::Day;
use crate::fault::{Fault, Near};
use crate::frame::{Frame, When};
use crate::reply::Reply;
use crate::source::Source;
use reach::{Reach, ReachLink};

#[derive(Template)]
#[template(path = "calendar.html")]
struct Page {
    frame: Frame,
    of: Option<Near>,
    heading: String,
    feed: String,
    as_at: Day,
    next: Option<RowShown>,
    later: usize,
    reach: Reach,
    when: When,
    reaches: Vec<ReachLink>,
    months: Vec<Month>,
    with_treaty: bool,
    with_state: bool,
}

/// A month in which something is due, becomes possible or changes.
struct Month {
    name: String,
    anchor: String,
    rows: Vec<RowShown>,
}

/// A coming day.
#[derive(Debug, Clone)]
struct RowShown {
    day: Day,
    what: String,
    deadline: bool,
    article: Option<String>,
    treaty: Link,
    state: Option<Link>,
}

/// A name that leads to its page.
#[derive(Debug, Clone)]
struct Link {
    name: String,
    address: String,
}

/// Whose days they are.
struct Whose {
    of: Option<Near>,
    heading: String,
    path: String,
    feed: String,
    with_treaty: bool,
    with_state: bool,
}

/// The calendar of all treaties.
pub(crate) fn of_all(source: &dyn Source, pairs: &Pairs) -> Result<Reply, Fault> {
    let path = "/calendar";
    let (asked, record) = asked_of(source, path, pairs)?;
    let whose = Whose {
        of: None,
        heading: "Coming days under all treaties".to_owned(),
        path: path.to_owned(),
        feed: address::ALL_FEED.to_owned(),
        with_treaty: true,
        with_state: true,
    };
    let clocks = clocks::of_all(&record, asked.as_at);
    laid_out(&page(source.today(), whose, &clocks, &record, &asked, Reach::read(pairs)))
}

/// The calendar of a treaty.
pub(crate) fn of_treaty(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}/calendar", address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    let (path, reach) = (address::treaty_calendar(id), Reach::read(pairs));
    if given != id.as_str() {
        return Ok(Reply::See(asked.asking(&path, &reach.pairs())));
    }
    let name = treaty.treaty.short_title_in("en").to_owned();
    let whose = Whose {
        heading: format!("Coming days under the {name}"),
        of: Some(Near { name, address: asked.of(&address::treaty(id)) }),
        path,
        feed: address::treaty_feed(id),
        with_treaty: false,
        with_state: true,
    };
    let clocks = clocks::of_treaty(treaty, &record, asked.as_at);
    laid_out(&page(source.today(), whose, &clocks, &record, &asked, reach))
}

/// The calendar of a State.
pub(crate) fn of_state(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/states/{}/calendar", address::encoded(given)), pairs)?;
    let index = find_party(&record, given, &asked)?;
    let party = &record.parties[index];
    let (path, reach) = (address::state_calendar(party.code), Reach::read(pairs));
    if given != party.code.as_str() {
        return Ok(Reply::See(asked.asking(&path, &reach.pairs())));
    }
    let whose = Whose {
        heading: format!("Coming days for {}", party.name_on(asked.as_at.day()).in_text()),
        of: Some(Near { name: name_on(party, asked.as_at).to_owned(), address: asked.of(&address::state(party.code)) }),
        path,
        feed: address::state_feed(party.code),
        with_treaty: true,
        with_state: false,
    };
    let clocks = clocks::of_party(index, &record, asked.as_at);
    laid_out(&page(source.today(), whose, &clocks, &record, &asked, reach))
}

fn page(today: AsAt, whose: Whose, clocks: &[Clock], record: &Record, asked: &Asked, reach: Reach) -> Page {
    let coming: Vec<&Clock> = clocks.iter().filter(|clock| clock.is_to_come(asked.as_at)).collect();
    let within = coming.iter().copied().filter(|clock| reach.includes(clock.day, asked.as_at));
    let rows: Vec<RowShown> = within.map(|clock| RowShown::of(clock, record, asked)).collect();
    let notable = vec![super::state::today_of(today, asked, &whose.path)];
    let next = coming.iter().find(|clock| clock.what.is_a_deadline());
    Page {
        frame: Frame::of(&whose.heading, record, asked, Some(&whose.path)),
        as_at: asked.as_at.into(),
        next: next.map(|clock| RowShown::of(clock, record, asked)),
        later: coming.len() - rows.len(),
        reach,
        feed: asked.of(&whose.feed),
        when: When { sort: None, also: reach.pairs(), ..When::of(&whose.path, asked, notable) },
        reaches: reach.links(asked, &whose.path),
        months: months(rows),
        of: whose.of,
        heading: whose.heading,
        with_treaty: whose.with_treaty,
        with_state: whose.with_state,
    }
}

impl RowShown {
    fn of(clock: &Clock, record: &Record, asked: &Asked) -> Self {
        let treaty = record.treaty_by_id(&clock.treaty);
        let name = treaty.map_or(clock.treaty.as_str(), |treaty| treaty.treaty.short_title_in("en"));
        let state = clock.party.map(|index| Link {
            name: name_on(&record.parties[index], asked.as_at).to_owned(),
            address: asked.of(&address::state(record.code(index))),
        });
        Self {
            day: clock.day.into(),
            what: heading(&clock.what, None),
            deadline: clock.what.is_a_deadline(),
            article: clock.article.clone(),
            treaty: Link { name: name.to_owned(), address: asked.of(&address::treaty(&clock.treaty)) },
            state,
        }
    }
}

/// Rows, which come in the order of their days, month by month.
fn months(rows: Vec<RowShown>) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    for row in rows {
        let anchor: String = format!("month-{}", row.day.month_in_figures());
        match months.last_mut().filter(|month| month.anchor == anchor) {
            Some(month) => month.rows.push(row),
            None => months.push(Month { name: row.day.month(), anchor, rows: vec![row] }),
        }
    }
    months
}
