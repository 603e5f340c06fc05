//! The country note: one State that is not bound by a treaty, on one page.

use law::activity::Activity;
use law::outreach::{Outreach, StateNotBound};
use law::record::{Kept, Record};

use super::{NOTICE, how_long};
use crate::document::{Block, Document, Inline, Masthead, Paragraph, Table};
use crate::enumeration::list;
use crate::explanation::capitalised;
use crate::pdf::Imprint;
use crate::proof::Proof;
use crate::un_date::ENGLISH;
use crate::when::in_words;

/// The note about a State.
#[must_use]
pub fn country_note(
    outreach: &Outreach<'_>,
    state: &StateNotBound<'_>,
    record: &Record,
    proof: Option<Proof>,
) -> Document {
    let (treaty, day) = (outreach.treaty, ENGLISH.write(outreach.as_at.day()));
    let short = treaty.short_title_in("en");
    let mut body = heading("Status");
    body.push(plain(status(outreach, state)));
    body.extend(membership(outreach, state, record));
    body.extend(heading("What was done"));
    body.extend(done(outreach, state));
    if !outreach.sisters.is_empty() {
        body.extend(heading("Sister treaties"));
        body.push(Block::Table(sisters(outreach, state)));
    }
    Document {
        language: "en".to_owned(),
        masthead: Masthead {
            organization: "Country note".to_owned(),
            organ: short.to_owned(),
            date: day.clone(),
            ..Masthead::default()
        },
        item_title: None,
        title: state.name.name.clone(),
        by_line: Some(format!("{} ({})", treaty.title_in("en"), treaty.treaty)),
        summary: Vec::new(),
        body,
        notes: Vec::new(),
        colophon: vec![vec![Inline::text(NOTICE)], vec![Inline::text(format!("As at {day}."))]],
        proof,
    }
}

/// What the file of a note says about itself.
#[must_use]
pub fn imprint(outreach: &Outreach<'_>) -> Imprint {
    Imprint { author: outreach.treaty.depositary.clone(), issued: outreach.as_at.day() }
}

fn heading(text: &str) -> Vec<Block> {
    vec![Block::Heading { level: 1, text: text.to_owned() }]
}

fn plain(text: String) -> Block {
    Block::Plain(vec![Inline::Text(text)])
}

/// Signed and when, how long since, and whether it was bound once.
fn status(outreach: &Outreach<'_>, state: &StateNotBound<'_>) -> String {
    let (name, day) = (capitalised(state.name.in_text()), ENGLISH.write(outreach.as_at.day()));
    let signed = match (state.signature, state.since) {
        (Some(act), Some(since)) => {
            let date = act.date.exact().map(|date| format!(" on {}", ENGLISH.write(date.day()))).unwrap_or_default();
            format!(
                "{name} signed the treaty{date}, {} before {day}, and was not bound by it on that day.",
                how_long(since)
            )
        }
        (Some(_), None) => format!("{name} has signed the treaty and was not bound by it on {day}."),
        (None, _) => format!("{name} had not signed the treaty, and was not bound by it on {day}."),
    };
    let ended = state.ended.map(|end| format!(" It was bound once, until {}.", ENGLISH.write(end.day())));
    let reported = if state.reported.is_empty() {
        ""
    } else {
        " An act of it is reported that the depositary's record does not show; it is in no count."
    };
    format!("{signed}{}{reported}", ended.unwrap_or_default())
}

fn membership(outreach: &Outreach<'_>, state: &StateNotBound<'_>, record: &Record) -> Option<Block> {
    let party = &record.parties[state.party];
    let admitted = party.member.filter(|day| *day <= outreach.as_at.day());
    let member = admitted.map(|day| format!("Member of the United Nations since {}.", ENGLISH.write(day)));
    let group = state.group.map(|group| format!("Regional group: {group}."));
    let said: Vec<String> = [member, group].into_iter().flatten().collect();
    (!said.is_empty()).then(|| plain(said.join(" ")))
}

/// What was addressed to it by name, and apart from that what was addressed to all.
fn done(outreach: &Outreach<'_>, state: &StateNotBound<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if state.addressed.is_empty() {
        blocks.push(plain("No activity on record was addressed to it by name.".to_owned()));
    } else {
        blocks.push(Block::Table(activities("Activities addressed to it by name", &state.addressed)));
    }
    if !outreach.to_all.is_empty() {
        let caption = "Activities addressed to all States, or to all that are not party";
        blocks.push(Block::Table(activities(caption, &outreach.to_all)));
    }
    blocks
}

fn activities(caption: &str, all: &[&Kept<Activity>]) -> Table {
    let cell = |text: String| -> Paragraph { vec![Inline::Text(text)] };
    let row = |kept: &&Kept<Activity>| {
        let when = kept.what.when().map_or_else(|| "day not known".to_owned(), |when| in_words(&when));
        let outcome = kept.what.outcome.clone().unwrap_or_else(|| "none on record".to_owned());
        let what = format!("{} {}", capitalised(&list(&kept.what.organizer_names())), kept.what.what);
        vec![cell(capitalised(&when)), cell(what), cell(outcome)]
    };
    Table {
        caption: caption.to_owned(),
        columns: ["When", "What", "Outcome"].map(ToOwned::to_owned).to_vec(),
        rows: all.iter().map(row).collect(),
    }
}

fn sisters(outreach: &Outreach<'_>, state: &StateNotBound<'_>) -> Table {
    let cell = |text: String| -> Paragraph { vec![Inline::Text(text)] };
    let row = |sister: &law::outreach::Sister<'_>| {
        let since = sister.party_since.map_or_else(|| "not party".to_owned(), |day| ENGLISH.write(day.day()));
        vec![cell(sister.treaty.short_title_in("en").to_owned()), cell(since)]
    };
    let family = outreach.treaty.family.as_deref().unwrap_or_default();
    Table {
        caption: format!("Its part in the other {family}: {} of {}", state.party_to(), state.sisters.len()),
        columns: ["Treaty", "Party since"].map(ToOwned::to_owned).to_vec(),
        rows: state.sisters.iter().map(row).collect(),
    }
}
