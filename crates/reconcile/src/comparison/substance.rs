//! Differences of substance: a wrong member of a list and the count that follows from it are one.

use std::collections::HashMap;

use law::party::PartyIndex;
use law::treaty::TreatyId;

use super::{Compared, Value, Verdict, What};
use crate::claims::{Found, Said};

/// Says of each difference which difference of substance it is part of.
pub fn group(compared: &mut [Compared], found: &Found) {
    for (place, one) in compared.iter_mut().enumerate() {
        one.substance = Some(place).filter(|_| one.judged.verdict == Verdict::Differs);
    }
    let mut absent: Vec<Vec<usize>> = vec![Vec::new(); found.lists.len()];
    for (place, one) in compared.iter().enumerate().filter(|(_, one)| one.substance.is_some()) {
        if let What::LeftOut(_, _, list) = one.what {
            absent[list].push(place);
        }
    }
    for (list, absent) in absent.iter().enumerate() {
        follow_from_list(compared, found, list, absent);
    }
    same_elsewhere(compared);
}

/// Numbers the differences of substance in the order of the text.
pub fn number(compared: &mut [Compared]) {
    let mut numbers: HashMap<usize, usize> = HashMap::new();
    for one in compared.iter_mut() {
        if let Some(substance) = one.substance {
            let next = numbers.len() + 1;
            one.substance = Some(*numbers.entry(substance).or_insert(next));
        }
    }
}

/// A wrong count that the list's wrong or missing members account for is no difference of its own.
fn follow_from_list(compared: &mut [Compared], found: &Found, list: usize, absent: &[usize]) {
    let members = found.members[list].iter().copied();
    let added: Vec<usize> = members.filter(|place| compared[*place].substance.is_some()).collect();
    let Some(count) = found.lists[list].count.filter(|count| compared[*count].substance.is_some()) else { return };
    let (What::Said(Said::Count(_, said)), Some(Value::Number(registered))) =
        (&compared[count].what, &compared[count].judged.register)
    else {
        return;
    };
    let difference = i64::from(*said) - i64::try_from(*registered).unwrap_or(i64::MAX);
    let within = |places: &[usize]| usize::try_from(difference.unsigned_abs()).is_ok_and(|size| size <= places.len());
    let cause = if difference > 0 { &added } else { absent };
    if within(cause)
        && let Some(first) = cause.first()
    {
        compared[count].substance = compared[*first].substance;
    }
}

/// What the same wrong statement, or the same State in the wrong list, is told by.
#[derive(PartialEq, Eq, Hash)]
enum Same {
    State(Option<TreatyId>, PartyIndex),
    Statement(Option<TreatyId>, String),
}

/// The same error made in several places is one: a State moved from one list to another, a wrong date given twice.
fn same_elsewhere(compared: &mut [Compared]) {
    let mut first: HashMap<Same, usize> = HashMap::new();
    let mut known_as: HashMap<usize, usize> = HashMap::new();
    for one in compared.iter() {
        let Some(substance) = one.substance.map(|substance| root(&known_as, substance)) else { continue };
        let same = match &one.what {
            What::Said(Said::Member(_, Some(party), _)) | What::LeftOut(_, party, _) => {
                Same::State(one.treaty.clone(), *party)
            }
            What::Said(said) => Same::Statement(one.treaty.clone(), format!("{said:?} {:?}", one.as_at)),
        };
        let kept = root(&known_as, *first.entry(same).or_insert(substance));
        if kept != substance {
            known_as.insert(substance, kept);
        }
    }
    for one in compared.iter_mut() {
        one.substance = one.substance.map(|substance| root(&known_as, substance));
    }
}

/// The difference that another has turned out to be. None is known as itself, so that the way ends.
fn root(known_as: &HashMap<usize, usize>, mut substance: usize) -> usize {
    while let Some(other) = known_as.get(&substance) {
        substance = *other;
    }
    substance
}
