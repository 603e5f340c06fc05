//! Who is next, as counts and facts.

use std::collections::BTreeMap;

use super::{Outreach, StateNotBound};

/// Counts of the States not bound. None of them says what a State will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// How many are not bound.
    pub not_bound: usize,
    /// How many of these have signed.
    pub signatories: usize,
    /// How many of those signed more than ten years before the day.
    pub signed_over_ten_years: usize,
    /// How many were bound once.
    pub no_longer_bound: usize,
    /// How many have been addressed by name.
    pub addressed: usize,
    /// How many signatories have not.
    pub signatories_not_addressed: usize,
    /// How many are party to so many treaties of the same family.
    pub by_sisters: BTreeMap<usize, usize>,
    /// By regional group, those without one last.
    pub groups: Vec<GroupCount>,
}

/// A regional group's States that are not bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCount {
    /// The group; `None`: those in none.
    pub group: Option<String>,
    /// How many are not bound.
    pub not_bound: usize,
    /// How many of these have signed.
    pub signatories: usize,
}

/// More than so many years is long for a signature without consent. The number is the register's, and no rule of law.
const LONG: i16 = 10;

impl Summary {
    /// Counts the States that are left of an outreach.
    #[must_use]
    pub fn of(outreach: &Outreach<'_>) -> Self {
        let count =
            |is_it: &dyn Fn(&StateNotBound<'_>) -> bool| outreach.states.iter().filter(|one| is_it(one)).count();
        let mut by_sisters = BTreeMap::new();
        let mut groups: BTreeMap<(bool, Option<&str>), (usize, usize)> = BTreeMap::new();
        for state in &outreach.states {
            *by_sisters.entry(state.party_to()).or_default() += 1;
            let group = groups.entry((state.group.is_none(), state.group)).or_default();
            group.0 += 1;
            group.1 += usize::from(state.signature.is_some());
        }
        let group = |((_, group), (not_bound, signatories)): ((bool, Option<&str>), (usize, usize))| GroupCount {
            group: group.map(ToOwned::to_owned),
            not_bound,
            signatories,
        };
        Self {
            not_bound: outreach.states.len(),
            signatories: count(&|one| one.signature.is_some()),
            signed_over_ten_years: count(&|one| one.since.is_some_and(|since| since.is_more_than_years(LONG))),
            no_longer_bound: count(&|one| one.ended.is_some()),
            addressed: count(&|one| !one.addressed.is_empty()),
            signatories_not_addressed: count(&|one| one.signature.is_some() && one.addressed.is_empty()),
            by_sisters,
            groups: groups.into_iter().map(group).collect(),
        }
    }
}
