//! The list of all States and organizations that the register knows, and the search by name.

use askama::Template;
use law::party::{AlphabeticalOrder, Party, PartyKind};

use super::{asked_of, laid_out, name_on, near_parties, near_party, shortened};
use crate::address;
use crate::asked::{Asked, Pairs, value};
use crate::fault::{Fault, Near};
use crate::frame::Frame;
use crate::reply::Reply;
use crate::source::Source;

#[derive(Template)]
#[template(path = "states.html")]
struct Page {
    frame: Frame,
    sought: Option<Sought>,
    letters: Vec<Letter>,
    names: Vec<String>,
    count: usize,
}

/// A name that was looked for in vain.
struct Sought {
    name: String,
    ambiguous: bool,
    near: Vec<Near>,
}

/// The parties whose names begin with a letter.
struct Letter {
    letter: char,
    parties: Vec<Listed>,
}

struct Listed {
    name: String,
    code: String,
    address: String,
    /// What kind of party it is, where it is not a State of today.
    kind: Option<&'static str>,
}

/// The page, or the State's own when it was looked for by a name that means one.
pub(crate) fn reply(source: &dyn Source, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, "/states", pairs)?;
    let sought = match value(pairs, "name") {
        None => None,
        Some(name) => match record.parties.resolve(name, Some(asked.as_at.day())) {
            Ok(index) => return Ok(Reply::See(asked.of(&address::state(record.code(index))))),
            Err(unknown) => Some(Sought {
                name: shortened(name),
                ambiguous: unknown.to_string().contains(" may mean "),
                near: near_parties(&record, name, &unknown)
                    .into_iter()
                    .map(|index| near_party(&record, index, &asked))
                    .collect(),
            }),
        },
    };
    let title = if sought.is_some() { "No such State" } else { "States and organizations" };
    laid_out(&Page {
        frame: Frame::of(title, &record, &asked, None),
        sought,
        letters: letters(&record, &asked),
        names: super::home::names(&record, asked.as_at),
        count: record.parties.len(),
    })
}

fn letters(record: &law::record::Record, asked: &Asked) -> Vec<Letter> {
    let order = AlphabeticalOrder::english();
    let mut parties: Vec<&Party> = record.parties.iter().map(|(_, party)| party).collect();
    let key = |party: &Party| party.name_on(asked.as_at.day()).sort_key().to_owned();
    parties.sort_by(|one, other| order.compare(&key(one), &key(other)));
    let mut letters: Vec<Letter> = Vec::new();
    for party in parties {
        let initial = key(party).chars().next().map_or('–', |c| c.to_uppercase().next().unwrap_or(c));
        let listed = listed(party, asked);
        match letters.last_mut().filter(|last| last.letter == initial) {
            Some(last) => last.parties.push(listed),
            None => letters.push(Letter { letter: initial, parties: vec![listed] }),
        }
    }
    letters
}

fn listed(party: &Party, asked: &Asked) -> Listed {
    let is_no_more = party.existed.is_some_and(|span| span.until.is_some_and(|until| until <= asked.as_at.day()));
    let kind = match (party.kind, is_no_more) {
        (PartyKind::Organization, _) => Some("organization"),
        (_, true) => Some("former State"),
        _ => None,
    };
    Listed {
        name: name_on(party, asked.as_at).to_owned(),
        code: party.code.to_string(),
        address: asked.of(&address::state(party.code)),
        kind,
    }
}
