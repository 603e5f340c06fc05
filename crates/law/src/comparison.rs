//! Two points compared: the law as of two days, or as known at two points of the register, or both.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::calendar::AsAt;
use crate::concerning::{Recording, Said, with_those_referred_to};
use crate::difference::{Answered, Change, Field};
use crate::entry::{Content, Entry};
use crate::party::{AlphabeticalOrder, Name, PartyCode};
use crate::record::{KnownAt, Record};
use crate::status::{Participant, Status};
use crate::treaty::TreatyId;

/// A point from which the law is asked: what is known there, and about which day it is asked.
#[derive(Debug, Clone, Copy)]
pub struct Point<'a> {
    /// What is known.
    pub record: &'a Record,
    /// The day.
    pub as_at: AsAt,
}

/// What two points are compared about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scope<'a> {
    /// The treaty; `None`: all of them.
    pub treaty: Option<&'a TreatyId>,
    /// The party; `None`: the treaty itself, and everybody.
    pub party: Option<PartyCode>,
}

/// A treaty of which something differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreatyDifference {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// What differs in its own status.
    pub changes: Vec<Change>,
    /// Whose part differs, in alphabetical order.
    pub participants: Vec<ParticipantDifference>,
}

/// A participant whose part in a treaty differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParticipantDifference {
    /// Who.
    pub party: PartyCode,
    /// Its name, of the later day where it has a part then.
    pub name: String,
    /// What differs.
    pub changes: Vec<Change>,
}

/// Every treaty of which something differs between two points, by identifier.
#[must_use]
pub fn differences(before: Point<'_>, after: Point<'_>, scope: Scope<'_>) -> Vec<TreatyDifference> {
    let known = |point: Point<'_>| -> Vec<TreatyId> {
        point.record.treaties().map(|treaty| treaty.treaty.treaty.clone()).collect()
    };
    let all: BTreeSet<TreatyId> = match scope.treaty {
        Some(treaty) => BTreeSet::from([treaty.clone()]),
        None => known(before).into_iter().chain(known(after)).collect(),
    };
    all.iter().filter_map(|treaty| TreatyDifference::of(treaty, before, after, scope.party)).collect()
}

impl TreatyDifference {
    fn of(id: &TreatyId, before: Point<'_>, after: Point<'_>, party: Option<PartyCode>) -> Option<Self> {
        let (was, is) = (before.record.treaty_by_id(id), after.record.treaty_by_id(id));
        let title = is.or(was)?.treaty.title_in("en").to_owned();
        let old = was.map(|treaty| Status::of(treaty, before.record, before.as_at));
        let new = is.map(|treaty| Status::of(treaty, after.record, after.as_at));
        let answered = |status: &Option<Status<'_>>| status.as_ref().map(Answered::of_treaty).unwrap_or_default();
        // Where one party's part is asked about, the treaty is not.
        let changes = if party.is_some() { Vec::new() } else { answered(&old).changes_to(&answered(&new)) };
        let mut both: BTreeMap<PartyCode, Part<'_, '_>> = BTreeMap::new();
        for part in old.iter().flat_map(|status| &status.participants) {
            both.entry(before.record.code(part.party)).or_default().before = Some(part);
        }
        for part in new.iter().flat_map(|status| &status.participants) {
            both.entry(after.record.code(part.party)).or_default().after = Some(part);
        }
        both.retain(|code, _| party.is_none_or(|party| party == *code));
        // Names change with the days by themselves; a name is a difference when it is known otherwise for one day.
        let names = if before.as_at == after.as_at { None } else { Some(Field::Name) };
        let participants = different(both, names);
        let differs = !changes.is_empty() || !participants.is_empty();
        differs.then(|| Self { treaty: id.clone(), title, changes, participants })
    }
}

/// One party's part at the two points.
#[derive(Debug, Default)]
struct Part<'s, 'a> {
    before: Option<&'s Participant<'a>>,
    after: Option<&'s Participant<'a>>,
}

/// Those whose part differs in another particular than the one that is no matter, in alphabetical order.
fn different(parts: BTreeMap<PartyCode, Part<'_, '_>>, no_matter: Option<Field>) -> Vec<ParticipantDifference> {
    let order = AlphabeticalOrder::english();
    let mut different: Vec<(&Name, ParticipantDifference)> = Vec::new();
    for (party, Part { before, after }) in parts {
        let answered = |part: Option<&Participant<'_>>| part.map(Answered::of_part).unwrap_or_default();
        let mut changes = answered(before).changes_to(&answered(after));
        changes.retain(|change| Some(change.field) != no_matter);
        if let (Some(part), false) = (after.or(before), changes.is_empty()) {
            let name = part.name.name.clone();
            different.push((part.name, ParticipantDifference { party, name, changes }));
        }
    }
    different.sort_by(|(one, _), (other, _)| order.compare(one.sort_key(), other.sort_key()));
    different.into_iter().map(|(_, difference)| difference).collect()
}

/// What was recorded between two points of a register, by what it is about.
#[derive(Debug, Default)]
pub struct Between<'a> {
    by_treaty: HashMap<&'a TreatyId, Vec<Recording<'a>>>,
    by_party: HashMap<PartyCode, Vec<Recording<'a>>>,
}

impl<'a> Between<'a> {
    /// What is known at the later point and not at the earlier one. Entries are in the order of their numbers.
    #[must_use]
    pub fn of(entries: &'a [Entry], earlier: KnownAt, later: KnownAt) -> Self {
        let said = Said::of(entries);
        let mut between = Self::default();
        let includes = |known: KnownAt, entry: &Entry| known.includes(entry.number, entry.recorded);
        for entry in entries.iter().filter(|entry| includes(later, entry) && !includes(earlier, entry)) {
            between.take(said.recording(entry));
        }
        between
    }

    fn take(&mut self, recording: Recording<'a>) {
        for content in recording.is_about() {
            let filed = match content {
                Content::Party(party) => self.by_party.entry(party.code).or_default(),
                Content::Treaty(_) | Content::Act(_) | Content::Decision(_) => match content.treaty() {
                    Some(treaty) => self.by_treaty.entry(treaty).or_default(),
                    None => continue,
                },
                _ => continue,
            };
            if filed.last() != Some(&recording) {
                filed.push(recording);
            }
        }
    }

    /// What was recorded of a treaty of which something differs (or of the one party asked about), and of those whose
    /// part differs. Where nothing was, the difference comes from what others did, or from the treaties that its
    /// clauses refer to.
    #[must_use]
    pub fn concerning(&self, difference: &TreatyDifference, after: Point<'_>, scope: Scope<'_>) -> Vec<Recording<'a>> {
        let of = |treaty: &TreatyId| self.by_treaty.get(treaty).into_iter().flatten().copied();
        let parties = difference.participants.iter().filter_map(|part| self.by_party.get(&part.party));
        let mut found: Vec<Recording<'a>> = parties.flatten().copied().collect();
        found.extend(of(&difference.treaty).filter(|recording| scope.takes_in(recording)));
        if found.is_empty() {
            let clauses = |id: &TreatyId| after.record.treaty_by_id(id).map(|known| known.treaty.refers_to());
            let treaties = with_those_referred_to(&difference.treaty, |id| clauses(id).unwrap_or_default());
            found.extend(treaties.into_iter().flat_map(of));
        }
        found.sort_by_key(|recording| recording.entry.number);
        found.dedup();
        found
    }
}

impl Scope<'_> {
    /// Whether what was recorded is about the party asked about, if one is.
    fn takes_in(&self, recording: &Recording<'_>) -> bool {
        let Some(party) = self.party else { return true };
        recording.is_about().any(|content| match content {
            Content::Act(act) => act.party == party,
            Content::Decision(decision) => decision.party.is_none_or(|other| other == party),
            _ => true,
        })
    }
}
