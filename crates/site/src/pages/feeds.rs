//! The coming days as feeds that calendar programs follow: of all treaties, of one, of its body, of a State.

use law::clocks::{self, Clock, What};
use law::record::Record;
use papers::coming::feed;

use super::{asked_of, find_party, find_treaty, name_on};
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::fault::Fault;
use crate::reply::{Kind, Reply};
use crate::source::Source;

/// The feed of all treaties.
pub(crate) fn of_all(source: &dyn Source, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, address::ALL_FEED, pairs)?;
    Ok(sent("Treaties", "treaties", &clocks::of_all(&record, asked.as_at), &record, &asked))
}

/// The feed of a treaty.
pub(crate) fn of_treaty(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}/calendar", address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    if given != id.as_str() {
        return Ok(Reply::See(asked.of(&address::treaty_feed(id))));
    }
    let clocks = clocks::of_treaty(treaty, &record, asked.as_at);
    Ok(sent(treaty.treaty.short_title_in("en"), id.as_str(), &clocks, &record, &asked))
}

/// The feed of a treaty's body: its elections, and the terms of its members.
pub(crate) fn of_body(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}/body", address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    if given != id.as_str() {
        return Ok(Reply::See(asked.of(&address::body_feed(id))));
    }
    let clause = treaty.treaty.body.as_ref().ok_or_else(|| super::body::no_body(treaty, &asked))?;
    let mut clocks = clocks::of_treaty(treaty, &record, asked.as_at);
    clocks.retain(|clock| matches!(clock.what, What::Body(_)));
    Ok(sent(&clause.name, &format!("{id}-body"), &clocks, &record, &asked))
}

/// The feed of a State.
pub(crate) fn of_state(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/states/{}/calendar", address::encoded(given)), pairs)?;
    let index = find_party(&record, given, &asked)?;
    let party = &record.parties[index];
    if given != party.code.as_str() {
        return Ok(Reply::See(asked.of(&address::state_feed(party.code))));
    }
    let clocks = clocks::of_party(index, &record, asked.as_at);
    let name = format!("Treaties: {}", name_on(party, asked.as_at));
    Ok(sent(&name, party.code.as_str(), &clocks, &record, &asked))
}

fn sent(name: &str, file: &str, clocks: &[Clock], record: &Record, asked: &Asked) -> Reply {
    let to_come = clocks.iter().filter(|clock| clock.is_to_come(asked.as_at));
    let text = feed::write(name, to_come, record, asked.as_at);
    Reply::Data { text, kind: Kind::Calendar, name: format!("{file}.ics") }
}
