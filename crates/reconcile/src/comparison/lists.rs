//! Lists of all who have a role: which role is meant, and who is left out.

use std::collections::HashSet;

use law::party::PartyIndex;

use super::participation::{holders, other_senses, status};
use super::{Asked, Compared, Judged, Verdict, What};
use crate::claims::{Claim, Found, List, Place, Role, Said};

fn members(found: &Found, list: usize) -> impl Iterator<Item = (&Claim, Option<PartyIndex>)> {
    found.members[list].iter().filter_map(|place| match found.claims[*place].said {
        Said::Member(_, party, _) => Some((&found.claims[*place], party)),
        _ => None,
    })
}

/// The role that a list means: of the roles for which its words are in use, the one that its members fit best.
pub fn role_meant(found: &Found, list: usize, asked: &Asked<'_>) -> Role {
    let said = found.lists[list].role;
    let Some(status) = members(found, list).next().and_then(|(claim, _)| status(claim, asked).ok()) else {
        return said;
    };
    let parties: HashSet<PartyIndex> = members(found, list).filter_map(|(_, party)| party).collect();
    let complete = found.lists[list].complete;
    let misfits = |role: Role| {
        let with_role: HashSet<PartyIndex> = holders(role, &status, asked).map(|one| one.party).collect();
        let absent = if complete { with_role.difference(&parties).count() } else { 0 };
        parties.difference(&with_role).count() + absent
    };
    // Another sense of the words must fit nearly all of the list, or it says nothing.
    let (by_words, near) = (misfits(said), (parties.len() / 8).max(1));
    let others = other_senses(said).iter().copied().filter(|role| misfits(*role) < by_words && misfits(*role) <= near);
    // "Signed and not ratified" has no wider sense.
    let others = others.filter(|_| said != Role::SignatoryOnly);
    others.min_by_key(|role| misfits(*role)).unwrap_or(said)
}

/// The States that a complete list leaves out, each a difference.
pub fn left_out(found: &Found, place: usize, list: &List, role: Role, asked: &Asked<'_>) -> Vec<Compared> {
    let Some((claim, _)) = members(found, place).next().filter(|_| list.complete && list.doubt.is_none()) else {
        return Vec::new();
    };
    let Ok(status) = status(claim, asked) else { return Vec::new() };
    let named: HashSet<PartyIndex> = members(found, place).filter_map(|(_, party)| party).collect();
    let all_read = members(found, place).all(|(_, party)| party.is_some());
    let end: Place = members(found, place).last().map_or(list.at, |(claim, _)| claim.at);
    let at = if end.paragraph == list.at.paragraph { Place { to: end.to, ..list.at } } else { list.at };
    let absent: Vec<PartyIndex> =
        holders(role, &status, asked).map(|one| one.party).filter(|party| !named.contains(party)).collect();
    // A list that lacks more than it names was never meant to name all.
    if absent.len() > named.len() {
        return Vec::new();
    }
    let compared = |party: PartyIndex| {
        let name = asked.name(party, Some(status.as_at.day()));
        let why = format!("the list leaves {name} out, which is a {} on record as at {}", role.word(), status.as_at);
        let participant = status.participants.iter().find(|one| one.party == party);
        let acts = participant.into_iter().flat_map(|one| [one.signature, one.consent].into_iter().flatten());
        let mut judged = Judged::differs(Some(super::Value::Text(name.to_owned())), why).by(acts.map(|act| act.entry));
        if !all_read {
            judged = Judged { verdict: Verdict::Unclear, ..judged }.because(format!(
                "{name} is a {} on record; a name in the list could not be read with certainty",
                role.word()
            ));
        }
        Compared {
            at,
            what: What::LeftOut(role, party, place),
            treaty: list.treaty.clone(),
            as_at: list.as_at,
            judged,
            substance: None,
        }
    };
    absent.into_iter().map(compared).collect()
}
