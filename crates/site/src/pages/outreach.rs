//! The page of the States not bound by a treaty, and the note about one of them.

use askama::Template;
use law::outreach::{Outreach, StateNotBound, Summary};
use law::record::{Record, TreatyRecord};
use papers::explanation::capitalised;
use papers::outreach::{NOTICE, country_note, facts, how_long};
use papers::when::in_words;

use super::{asked_of, find_party, find_treaty, laid_out, name_on};
use crate::address;
use crate::asked::{Asked, Pairs, value};
use crate::day::Day;
use crate::fault::{Fault, Near, NotFound};
use crate::frame::{Frame, When};
use crate::reply::Reply;
use crate::source::Source;

#[derive(Template)]
#[template(path = "outreach.html")]
struct Page<'a> {
    frame: Frame,
    treaty_address: String,
    activities: String,
    treaty: &'a str,
    facts: Vec<String>,
    to_all: usize,
    when: When,
    signed: Vec<ChoiceLink>,
    groups: Vec<ChoiceLink>,
    sisters: Vec<&'a str>,
    rows: Vec<Row>,
    notice: &'static str,
}

#[derive(Template)]
#[template(path = "note.html")]
struct NotePage {
    frame: Frame,
    near: Vec<Near>,
    when: When,
    article: String,
}

/// A choice of rows that can be asked for.
struct ChoiceLink {
    label: String,
    address: String,
    current: bool,
}

/// A State that is not bound.
struct Row {
    name: String,
    address: String,
    note: String,
    signed: Option<Day>,
    how_long: Option<String>,
    ended: Option<Day>,
    reported: bool,
    activities: usize,
    last: Option<String>,
    sisters: usize,
    group: String,
}

/// Which States are shown.
#[derive(Debug, Clone, Default)]
struct Choice {
    signed: Option<bool>,
    group: Option<String>,
}

impl Choice {
    /// Reads a choice. A word or a group that there isn't asks for all.
    fn read(pairs: &Pairs, outreach: &Outreach<'_>) -> Self {
        let signed = value(pairs, "signed").and_then(|word| match word {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        });
        let known =
            |asked: &str| outreach.states.iter().filter_map(|state| state.group).find(|group| slug(group) == asked);
        let group = value(pairs, "group").and_then(known).map(ToOwned::to_owned);
        Self { signed, group }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let signed = self.signed.map(|signed| ("signed", if signed { "yes" } else { "no" }.to_owned()));
        let group = self.group.as_deref().map(|group| ("group", slug(group)));
        signed.into_iter().chain(group).collect()
    }

    fn includes(&self, state: &StateNotBound<'_>) -> bool {
        self.signed.is_none_or(|signed| state.signature.is_some() == signed)
            && self.group.as_deref().is_none_or(|group| state.group == Some(group))
    }

    fn link(self, label: String, current: bool, asked: &Asked, path: &str) -> ChoiceLink {
        ChoiceLink { label, address: asked.asking(path, &self.pairs()), current }
    }
}

/// A name as it may stand in an address: "african-states".
fn slug(name: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}

/// The page.
pub(crate) fn reply(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}/outreach", address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    let path = address::outreach(id);
    let outreach = Outreach::of(treaty, &record, asked.as_at);
    let choice = Choice::read(pairs, &outreach);
    if given != id.as_str() {
        return Ok(Reply::See(asked.asking(&path, &choice.pairs())));
    }
    let mut page = page(treaty, outreach, &record, &asked, &path, &choice);
    page.when.notable = vec![super::state::today_of(source.today(), &asked, &path)];
    laid_out(&page)
}

fn page<'a>(
    treaty: &'a TreatyRecord,
    mut outreach: Outreach<'a>,
    record: &'a Record,
    asked: &Asked,
    path: &str,
    choice: &Choice,
) -> Page<'a> {
    let id = &treaty.treaty.treaty;
    let title = treaty.treaty.short_title_in("en");
    let groups = groups(&outreach, choice, asked, path);
    let signed = signed(&outreach, choice, asked, path);
    outreach.states.retain(|state| choice.includes(state));
    Page {
        frame: Frame::of(&format!("States not bound by the {title}"), record, asked, Some(path)),
        treaty_address: asked.of(&address::treaty(id)),
        activities: asked.of(&address::activities(id)),
        treaty: title,
        facts: facts(&outreach),
        to_all: outreach.to_all.len(),
        when: When { sort: None, also: choice.pairs(), ..When::of(path, asked, Vec::new()) },
        signed,
        groups,
        sisters: outreach.sisters.iter().map(|sister| sister.short_title_in("en")).collect(),
        rows: outreach.states.iter().map(|state| row(state, &outreach, record, asked)).collect(),
        notice: NOTICE,
    }
}

fn signed(outreach: &Outreach<'_>, choice: &Choice, asked: &Asked, path: &str) -> Vec<ChoiceLink> {
    let summary = Summary::of(outreach);
    [
        (None, format!("All States not bound ({})", summary.not_bound)),
        (Some(true), format!("Have signed ({})", summary.signatories)),
        (Some(false), format!("Have not signed ({})", summary.not_bound - summary.signatories)),
    ]
    .into_iter()
    .map(|(signed, label)| Choice { signed, ..choice.clone() }.link(label, choice.signed == signed, asked, path))
    .collect()
}

fn groups(outreach: &Outreach<'_>, choice: &Choice, asked: &Asked, path: &str) -> Vec<ChoiceLink> {
    let named = Summary::of(outreach).groups.into_iter().filter_map(|group| Some((group.group?, group.not_bound)));
    let all = choice.clone();
    let every = Choice { group: None, ..all.clone() }.link("Every group".to_owned(), all.group.is_none(), asked, path);
    let link = |(group, count): (String, usize)| {
        let (label, current) = (format!("{group} ({count})"), choice.group.as_deref() == Some(group.as_str()));
        Choice { group: Some(group), ..choice.clone() }.link(label, current, asked, path)
    };
    std::iter::once(every).chain(named.map(link)).collect()
}

fn row(state: &StateNotBound<'_>, outreach: &Outreach<'_>, record: &Record, asked: &Asked) -> Row {
    let code = record.code(state.party);
    let last = state.last().and_then(|kept| {
        let when = capitalised(&in_words(&kept.what.when()?));
        Some(format!("{when}: {}", kept.what.organizer_names().join(", ")))
    });
    Row {
        name: state.name.name.clone(),
        address: asked.of(&address::state(code)),
        note: asked.of(&address::country_note(&outreach.treaty.treaty, code)),
        signed: state.signature.and_then(|act| act.date.exact()).map(Day::from),
        how_long: state.since.map(how_long),
        ended: state.ended.map(Day::from),
        reported: !state.reported.is_empty(),
        activities: state.addressed.len(),
        last,
        sisters: state.party_to(),
        group: state.group.unwrap_or_default().to_owned(),
    }
}

/// The note about one State, as a page that prints on paper.
pub(crate) fn note(source: &dyn Source, given: &str, party: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let path = format!("/treaties/{}/outreach/{}", address::encoded(given), address::encoded(party));
    let (asked, record) = asked_of(source, &path, pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let (id, index) = (&treaty.treaty.treaty, find_party(&record, party, &asked)?);
    let code = record.code(index);
    let path = address::country_note(id, code);
    if given != id.as_str() || party != code.as_str() {
        return Ok(Reply::See(asked.of(&path)));
    }
    let outreach = Outreach::of(treaty, &record, asked.as_at);
    let name = name_on(&record.parties[index], asked.as_at);
    let Some(state) = outreach.states.iter().find(|state| state.party == index) else {
        let near = |name: String, address: String| Near { name, address: asked.of(&address) };
        return Err(Fault::NotFound(NotFound {
            heading: "No note about that State",
            message: format!("{name} is not among the States not bound by {id} on {}.", Day::from(asked.as_at).words()),
            near: vec![
                near(format!("{id} and {name}"), address::explanation(id, code)),
                near(format!("States not bound by {id}"), address::outreach(id)),
            ],
        }));
    };
    laid_out(&NotePage {
        frame: Frame::of(&format!("{name}: {}", treaty.treaty.short_title_in("en")), &record, &asked, Some(&path)),
        near: vec![
            Near { name: treaty.treaty.short_title_in("en").to_owned(), address: asked.of(&address::treaty(id)) },
            Near { name: "Outreach".to_owned(), address: asked.of(&address::outreach(id)) },
        ],
        when: When::of(&path, &asked, vec![super::state::today_of(source.today(), &asked, &path)]),
        article: papers::html::fragment(&country_note(&outreach, state, &record, None)),
    })
}
