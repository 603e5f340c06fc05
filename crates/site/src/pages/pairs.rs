//! The pages of a treaty between its parties: each towards the others, and between two of them.

use askama::Template;
use law::answer::{PairAnswer, PairAsked, ReservationAnswer};
use law::pairs::{Cell, Member, Pairs as PairsOf};
use law::party::PartyIndex;
use law::record::{Record, TreatyRecord};
use papers::pair::paragraphs;

use super::{asked_of, find_party, find_treaty, laid_out};
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::day::Day;
use crate::fault::{Fault, Near, NotFound};
use crate::frame::{Frame, When};
use crate::reply::Reply;
use crate::source::Source;
use crate::statement_shown::StatementShown;

#[derive(Template)]
#[template(path = "pairs.html")]
struct AllPage<'a> {
    frame: Frame,
    treaty: &'a str,
    treaty_address: String,
    statements_address: String,
    path: String,
    as_at: Day,
    when: When,
    parties: usize,
    all: usize,
    between: usize,
    apart: usize,
    rows: Vec<Row>,
    names: Vec<(String, String)>,
}

/// A party towards the others.
struct Row {
    code: String,
    name: String,
    address: String,
    articles: String,
    modified: String,
    objecting: Vec<Near>,
    apart: Vec<Near>,
}

#[derive(Template)]
#[template(path = "pair.html")]
struct TwoPage<'a> {
    frame: Frame,
    treaty: &'a str,
    treaty_address: String,
    pairs_address: String,
    as_at: Day,
    when: When,
    first: StateShown<'a>,
    second: StateShown<'a>,
    since: Option<Day>,
    reservations: Vec<Reserved>,
    without_effect: Vec<Reserved>,
    why: Vec<String>,
}

/// One of the two.
struct StateShown<'a> {
    name: &'a str,
    in_text: &'a str,
    address: String,
}

/// A reservation between the two.
struct Reserved {
    shown: StatementShown,
    reaction: String,
    consequence: &'static str,
    rests_on: &'static str,
}

impl std::ops::Deref for Reserved {
    type Target = StatementShown;

    fn deref(&self) -> &StatementShown {
        &self.shown
    }
}

/// The page of all parties; where it is asked about two of them, it leads to theirs.
pub(crate) fn all(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}/pairs", address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    let named = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    if let (Some(one), Some(other)) = (named("one"), named("other")) {
        let (one, other) = (find_party(&record, one, &asked)?, find_party(&record, other, &asked)?);
        return Ok(Reply::See(asked.of(&address::pair(id, record.code(one), record.code(other)))));
    }
    let path = address::pairs(id);
    if given != id.as_str() {
        return Ok(Reply::See(asked.of(&path)));
    }
    laid_out(&all_page(source, treaty, &record, &asked, path))
}

fn all_page<'a>(
    source: &dyn Source,
    treaty: &'a TreatyRecord,
    record: &'a Record,
    asked: &Asked,
    path: String,
) -> AllPage<'a> {
    let id = &treaty.treaty.treaty;
    let title = treaty.treaty.short_title_in("en");
    let pairs = PairsOf::of(treaty, record, asked.as_at);
    let mut matrix = Vec::new();
    pairs.matrix(&mut matrix);
    let parties = pairs.members().iter().filter(|member| member.in_force.is_some()).count();
    let between = matrix.iter().filter(|cell| cell.in_force).count() / 2;
    let all = parties * parties.saturating_sub(1) / 2;
    let side = pairs.members().len();
    let lines = matrix.chunks(side.max(1)).enumerate();
    let party = |member: &&Member<'_>| member.in_force.is_some();
    AllPage {
        frame: Frame::of(&format!("The {title} between its parties"), record, asked, Some(&path)),
        treaty: title,
        treaty_address: asked.of(&address::treaty(id)),
        statements_address: asked.of(&address::statements(id)),
        as_at: asked.as_at.into(),
        when: When::of(&path, asked, vec![super::state::today_of(source.today(), asked, &path)]),
        parties,
        all,
        between,
        apart: all - between.min(all),
        rows: lines.filter_map(|(place, line)| row(&pairs, place, line, treaty, asked)).collect(),
        names: pairs.members().iter().filter(party).map(|one| (one.code.to_string(), one.name.name.clone())).collect(),
        path,
    }
}

/// A party's row, where it has reservations or there is somebody with whom the treaty is not in force.
fn row(pairs: &PairsOf<'_>, place: usize, line: &[Cell], treaty: &TreatyRecord, asked: &Asked) -> Option<Row> {
    let member = pairs.members().get(place).filter(|member| member.in_force.is_some())?;
    let id = &treaty.treaty.treaty;
    let near = |other: &Member<'_>| Near {
        name: other.name.name.clone(),
        address: asked.of(&address::pair(id, member.code, other.code)),
    };
    let with =
        || line.iter().zip(pairs.members()).filter(|(_, other)| other.in_force.is_some() && other.code != member.code);
    let apart: Vec<Near> = with().filter(|(cell, _)| !cell.in_force).map(|(_, other)| near(other)).collect();
    let objecting: Vec<Near> = with().filter(|(cell, _)| cell.objected > 0).map(|(_, other)| near(other)).collect();
    let modified = with().filter(|(cell, _)| cell.modifying > 0).count();
    let standing = pairs.reservations(place).iter().filter(|one| one.state.stands());
    let mut articles: Vec<&str> = standing.clone().flat_map(|one| one.articles.iter().copied()).collect();
    articles.dedup();
    if standing.count() == 0 && apart.is_empty() {
        return None;
    }
    Some(Row {
        code: member.code.to_string(),
        name: member.name.name.clone(),
        address: asked.of(&address::explanation(id, member.code)),
        articles: articles.join(", "),
        modified: match (modified, with().count()) {
            (0, _) => String::new(),
            (some, all) if some == all => "all others".to_owned(),
            (1, _) => "1 other".to_owned(),
            (some, _) => format!("{some} others"),
        },
        objecting,
        apart,
    })
}

/// The page of two States.
pub(crate) fn two(source: &dyn Source, treaty: &str, states: [&str; 2], pairs: &Pairs) -> Result<Reply, Fault> {
    let [one, other] = states.map(address::encoded);
    let given = format!("/treaties/{}/pairs/{one}/{other}", address::encoded(treaty));
    let (asked, record) = asked_of(source, &given, pairs)?;
    let found = find_treaty(source, &record, treaty, &asked)?;
    let id = &found.treaty.treaty;
    let states = [find_party(&record, states[0], &asked)?, find_party(&record, states[1], &asked)?];
    let [one, other] = states.map(|state| record.code(state));
    if one == other {
        return Err(Fault::NotFound(NotFound {
            heading: "One State only",
            message: "A pair is two different States.".to_owned(),
            near: vec![Near {
                name: format!("{} and the {}", record.parties[states[0]].name_on(asked.as_at.day()).name, id),
                address: asked.of(&address::explanation(id, one)),
            }],
        }));
    }
    let path = address::pair(id, one, other);
    if given != path {
        return Ok(Reply::See(asked.of(&path)));
    }
    laid_out(&two_page(source, found, states, &record, &asked, &path))
}

fn two_page<'a>(
    source: &dyn Source,
    treaty: &'a TreatyRecord,
    states: [PartyIndex; 2],
    record: &'a Record,
    asked: &Asked,
    path: &str,
) -> TwoPage<'a> {
    let id = &treaty.treaty.treaty;
    let title = treaty.treaty.short_title_in("en");
    let pairs = PairsOf::of(treaty, record, asked.as_at);
    let answer = PairAnswer::of(&pairs, states, treaty, record, &PairAsked::default());
    let shown = |state: PartyIndex| {
        let name = record.parties[state].name_on(asked.as_at.day());
        let address = asked.of(&address::explanation(id, record.code(state)));
        StateShown { name: &name.name, in_text: name.in_text(), address }
    };
    let [first, second] = states.map(shown);
    TwoPage {
        frame: Frame::of(&format!("{} and {} under the {title}", first.name, second.name), record, asked, Some(path)),
        treaty: title,
        treaty_address: asked.of(&address::treaty(id)),
        pairs_address: asked.of(&address::pairs(id)),
        as_at: asked.as_at.into(),
        when: When::of(path, asked, vec![super::state::today_of(source.today(), asked, path)]),
        since: answer.since.map(Day::from),
        reservations: answer.reservations.iter().map(reserved).collect(),
        without_effect: answer.without_effect.iter().map(reserved).collect(),
        why: paragraphs(&answer, record),
        first,
        second,
    }
}

fn reserved(answer: &ReservationAnswer) -> Reserved {
    let on = answer.reacted.map(|day| format!(" on {}", Day::from(day).words())).unwrap_or_default();
    Reserved {
        shown: StatementShown::of(&answer.statement),
        reaction: match answer.reaction {
            "not-needed" => "need not accept it: the treaty permits it".to_owned(),
            "accepted" => format!("accepted it{on}"),
            "deemed-accepted" => format!("is taken to have accepted it{on}"),
            "objected" => format!("objected{on}"),
            "objection-withdrawn" => format!("withdrew its objection{on}"),
            _ => match answer.open_until {
                Some(day) => format!("may object until {}", Day::from(day).words()),
                None => "may still object, as far as the days recorded tell".to_owned(),
            },
        },
        consequence: match answer.consequence {
            "reserved" => "The provisions apply as reserved, for each towards the other",
            "not-to-that-extent" => "The provisions do not apply to the extent of the reservation",
            "provisions-excluded" => "The provisions that the objection names do not apply",
            "treaty-excluded" => "The treaty is not in force between the two",
            "not-established" => "Nothing yet: the reservation is not established towards the other State",
            _ => "Nothing",
        },
        rests_on: answer.rests_on,
    }
}
