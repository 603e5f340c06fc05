//! The page of a State or organization: its record under every treaty, and who it is.

use askama::Template;
use law::calendar::{AsAt, Date};
use law::party::{Party, PartyCode, PartyIndex, PartyKind};
use law::record::Record;
use law::state::StateRecord;
use papers::explanation::capitalised;

use super::due_from::{DueShown, due_from};
use super::{asked_of, find_party, laid_out, moved, name_on};
use crate::act_shown::PartShown;
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::day::Day;
use crate::fault::{Fault, Near};
use crate::frame::{Frame, NotableDay, When};
use crate::notes::{Note, Notes};
use crate::reply::Reply;
use crate::source::Source;
use crate::stance::Stance;

#[derive(Template)]
#[template(path = "state.html")]
struct Page<'a> {
    frame: Frame,
    as_at: Day,
    name: &'a str,
    in_text: &'a str,
    in_text_first: String,
    party: &'a Party,
    existed: bool,
    in_force: usize,
    when: When,
    rows: Vec<PartShown>,
    with_ended: bool,
    notes: Vec<Note>,
    untouched: Vec<Near>,
    facts: Facts,
    names: Vec<NameShown<'a>>,
    due: Vec<DueShown>,
    calendar: String,
}

/// Who the party is.
struct Facts {
    kind: &'static str,
    member: Option<Day>,
    observer: Option<Day>,
    existed_from: Option<Day>,
    existed_until: Option<Day>,
    continued_by: Option<Near>,
    succeeded_by: Vec<Near>,
}

struct NameShown<'a> {
    name: &'a str,
    from: Option<Day>,
    until: Option<Day>,
    uncertain: bool,
    source: Option<&'a str>,
    current: bool,
}

/// The page.
pub(crate) fn reply(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/states/{}", address::encoded(given)), pairs)?;
    let index = find_party(&record, given, &asked)?;
    let code = record.code(index);
    let path = address::state(code);
    if let Some(moved) = moved(given, code.as_str(), &path, &asked) {
        return Ok(moved);
    }
    laid_out(&page(source.today(), index, &record, &asked, &path))
}

fn page<'a>(today: AsAt, index: PartyIndex, record: &'a Record, asked: &Asked, path: &str) -> Page<'a> {
    let party = &record.parties[index];
    let name = name_on(party, asked.as_at);
    let state = StateRecord::of(index, record, asked.as_at);
    let mut notes = Notes::new(record);
    let rows: Vec<PartShown> = state
        .treaties
        .iter()
        .map(|(treaty, participant)| PartShown::of_treaty(treaty, participant, record, asked, &mut notes))
        .collect();
    let touched = |id: &str| rows.iter().any(|row| row.anchor == id);
    let untouched = record.treaties().filter(|treaty| !touched(treaty.treaty.treaty.as_str())).map(|treaty| Near {
        name: treaty.treaty.title_in("en").to_owned(),
        address: asked.of(&address::explanation(&treaty.treaty.treaty, party.code)),
    });
    let untouched = untouched.collect();
    Page {
        frame: Frame::of(name, record, asked, Some(path)),
        as_at: asked.as_at.into(),
        name,
        in_text: party.name_on(asked.as_at.day()).in_text(),
        in_text_first: capitalised(party.name_on(asked.as_at.day()).in_text()),
        party,
        existed: party.existed_on(asked.as_at.day()),
        in_force: rows.iter().filter(|row| row.stance == Stance::Party).count(),
        when: When::of(path, asked, vec![today_of(today, asked, path)]),
        with_ended: rows.iter().any(|row| row.ended.is_some()),
        rows,
        notes: notes.into_list(),
        untouched,
        facts: facts(party, record, asked),
        due: due_from(index, record, asked),
        calendar: asked.of(&address::state_calendar(party.code)),
        names: names(party, asked.as_at.day()),
    }
}

/// The link to the same page as at today.
pub(super) fn today_of(today: AsAt, asked: &Asked, path: &str) -> NotableDay {
    NotableDay {
        what: "Today".to_owned(),
        day: today.into(),
        address: asked.on_any_today(path),
        current: asked.as_at == today,
    }
}

fn facts(party: &Party, record: &Record, asked: &Asked) -> Facts {
    let day = |date: Option<Date>| date.map(Day::from);
    let other = |code: PartyCode| {
        let index = record.parties.by_code(code)?;
        Some(super::near_party(record, index, asked))
    };
    Facts {
        kind: match party.kind {
            PartyKind::State => "State",
            PartyKind::Organization => "International organization",
        },
        member: day(party.member),
        observer: day(party.observer),
        existed_from: day(party.existed.and_then(|span| span.from)),
        existed_until: day(party.existed.and_then(|span| span.until)),
        continued_by: party.continued_by.and_then(other),
        succeeded_by: party.succeeded_by.iter().copied().filter_map(other).collect(),
    }
}

/// The names, newest first.
fn names(party: &Party, day: Date) -> Vec<NameShown<'_>> {
    let current = party.name_on(day);
    let shown = party.names.iter().rev().map(|name| NameShown {
        name: &name.name,
        from: name.from.map(Day::from),
        until: name.until.map(Day::from),
        uncertain: name.uncertain,
        source: name.source.as_deref(),
        current: name == current,
    });
    shown.collect()
}
