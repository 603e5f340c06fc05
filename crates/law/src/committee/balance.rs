//! The balance of a body: regional groups beside those of the States parties, women and men. The treaties ask that it be
//! considered, and set no number.

use std::collections::BTreeMap;

use super::Committee;
use crate::body_act::Gender;
use crate::party::PartyIndex;
use crate::record::Record;

/// A regional group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegionalBalance<'r> {
    /// The group; `None` for States of no group.
    pub group: Option<&'r str>,
    /// How many members are nationals of its States, of those who are named.
    pub members: usize,
    /// How many of the States parties belong to it.
    pub parties: usize,
}

/// Women and men among the members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GenderBalance {
    /// Women.
    pub female: usize,
    /// Men.
    pub male: usize,
    /// Members of whom no source says it, or who are not named.
    pub unknown: usize,
}

pub(super) fn regions<'r>(committee: &Committee<'_>, record: &'r Record) -> Vec<RegionalBalance<'r>> {
    let group = |party: PartyIndex| record.parties[party].group.as_deref();
    let mut groups: BTreeMap<Option<&'r str>, (usize, usize)> = BTreeMap::new();
    for party in &committee.parties.in_force {
        groups.entry(group(*party)).or_default().1 += 1;
    }
    for holder in committee.composition.serving(committee.as_at.day()) {
        let party = record.parties.by_code(holder.member.national_of());
        groups.entry(party.and_then(group)).or_default().0 += 1;
    }
    groups.into_iter().map(|(group, (members, parties))| RegionalBalance { group, members, parties }).collect()
}

pub(super) fn gender(committee: &Committee<'_>) -> GenderBalance {
    let day = committee.as_at.day();
    let unnamed = usize::from(committee.composition.unnamed_on(day));
    let mut balance = GenderBalance { unknown: unnamed, ..GenderBalance::default() };
    for holder in committee.composition.serving(day) {
        match holder.gender {
            Some(Gender::Female) => balance.female += 1,
            Some(Gender::Male) => balance.male += 1,
            None => balance.unknown += 1,
        }
    }
    balance
}
