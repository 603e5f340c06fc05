//! The pages, one file each.

pub(crate) mod body;
pub(crate) mod calendar;
mod due_from;
pub(crate) mod explanation;
pub(crate) mod feeds;
pub(crate) mod home;
pub(crate) mod log;
pub(crate) mod mandates;
pub(crate) mod pairs;
pub(crate) mod report;
pub(crate) mod reports;
pub(crate) mod state;
pub(crate) mod statements;
pub(crate) mod states;
pub(crate) mod texts;
pub(crate) mod treaty;

use std::sync::Arc;

use askama::Template;
use law::calendar::AsAt;
use law::party::{Party, PartyCode, PartyIndex, UnknownParty};
use law::record::{KnownAt, Record, TreatyRecord, UnknownTreaty};

use crate::address;
use crate::asked::{Asked, Pairs};
use crate::fault::{Fault, Near, NotFound};
use crate::reply::Reply;
use crate::source::{Source, SourceError};

/// Lays a page out.
fn laid_out(page: &impl Template) -> Result<Reply, Fault> {
    page.render().map(Reply::Page).map_err(|error| Fault::Source(SourceError::new(error)))
}

/// What an address asks of the page at `path`, and the record that answers it.
fn asked_of(source: &dyn Source, path: &str, pairs: &Pairs) -> Result<(Asked, Arc<Record>), Fault> {
    let asked = Asked::read(pairs, source.today())
        .map_err(|what| Fault::Misasked { path: path.to_owned(), what: Box::new(what) })?;
    let record = source.record(asked.known_at())?;
    match (&asked.known, record.last()) {
        (Some(known), None) => Err(Fault::NotFound(NotFound {
            heading: "Nothing recorded by then",
            message: format!("By {} nothing had been recorded in this register.", known.words()),
            near: vec![Near {
                name: "The same page, as the register knows it now".to_owned(),
                address: Asked { known: None, ..asked }.of(path),
            }],
        })),
        _ => Ok((asked, record)),
    }
}

/// The treaty that an address names.
fn find_treaty<'a>(
    source: &dyn Source,
    record: &'a Record,
    given: &str,
    asked: &Asked,
) -> Result<&'a TreatyRecord, Fault> {
    record.treaty(given).or_else(|unknown| Err(no_such_treaty(source, record, given, asked, &unknown)?))
}

fn no_such_treaty(
    source: &dyn Source,
    record: &Record,
    given: &str,
    asked: &Asked,
    unknown: &UnknownTreaty,
) -> Result<Fault, Fault> {
    let heading = "No such treaty";
    if let Some(known) = &asked.known {
        let now = source.record(KnownAt::Everything)?;
        if let Ok(treaty) = now.treaty(given) {
            let id = &treaty.treaty.treaty;
            return Ok(Fault::NotFound(NotFound {
                heading: "Not recorded by then",
                message: format!("By {} the register did not hold {id} yet.", known.words()),
                near: vec![Near {
                    name: format!("{id}, as the register knows it now"),
                    address: Asked { known: None, ..asked.clone() }.of(&address::treaty(id)),
                }],
            }));
        }
    }
    let near = unknown.nearest().iter().filter_map(|id| record.treaty(id).ok()).map(|treaty| Near {
        name: format!("{}: {}", treaty.treaty.treaty, treaty.treaty.title_in("en")),
        address: asked.of(&address::treaty(&treaty.treaty.treaty)),
    });
    let message = format!("The register holds no treaty “{}”.", shortened(given));
    Ok(Fault::NotFound(NotFound { heading, message, near: near.collect() }))
}

/// The party that an address names, by code or by any of its names.
fn find_party(record: &Record, given: &str, asked: &Asked) -> Result<PartyIndex, Fault> {
    record.parties.resolve(given, Some(asked.as_at.day())).map_err(|unknown| {
        Fault::NotFound(NotFound {
            heading: "No such State",
            message: format!("The register knows no State or organization “{}”.", shortened(given)),
            near: near_parties(record, given, &unknown)
                .into_iter()
                .map(|index| near_party(record, index, asked))
                .collect(),
        })
    })
}

fn near_party(record: &Record, index: PartyIndex, asked: &Asked) -> Near {
    let party = &record.parties[index];
    Near {
        name: format!("{} ({})", name_on(party, asked.as_at), party.code),
        address: asked.of(&address::state(party.code)),
    }
}

/// The parties that a text may mean: those whose names are like it, and those whose names contain it.
fn near_parties(record: &Record, given: &str, unknown: &UnknownParty) -> Vec<PartyIndex> {
    let mut near: Vec<PartyIndex> =
        unknown.nearest().iter().filter_map(|described| record.parties.by_code(code_in(described)?)).collect();
    let wanted = given.trim().to_lowercase();
    if wanted.chars().count() >= 3 {
        for (index, party) in record.parties.iter() {
            if !near.contains(&index) && names_of(party).any(|name| name.to_lowercase().contains(&wanted)) {
                near.push(index);
            }
        }
    }
    near.truncate(12);
    near
}

/// The code in "Mali (MLI)".
fn code_in(described: &str) -> Option<PartyCode> {
    described.rsplit_once('(')?.1.trim_end_matches(')').parse().ok()
}

fn names_of(party: &Party) -> impl Iterator<Item = &str> {
    let short = party.names.iter().map(|name| name.name.as_str());
    short.chain(party.formal.as_deref()).chain(party.also.iter().map(String::as_str))
}

fn name_on(party: &Party, as_at: AsAt) -> &str {
    &party.name_on(as_at.day()).name
}

/// As much of what was typed as is worth repeating.
fn shortened(given: &str) -> String {
    given.trim().chars().take(60).collect()
}

/// The same page under its one right address, when the address named it otherwise.
fn moved(given: &str, right: &str, path: &str, asked: &Asked) -> Option<Reply> {
    (given != right).then(|| Reply::See(asked.ordered(path, asked.order)))
}
