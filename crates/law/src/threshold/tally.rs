//! Tallies: what each kind of condition counts.

use std::collections::{BTreeMap, BTreeSet};

use super::Counting;
use crate::act::Action;
use crate::bound::Bound;
use crate::calendar::{AsAt, DateOfAct, DateOfEffect};
use crate::consent::PartyHistory;
use crate::entry_into_force::{EntryIntoForce, is_entangled};
use crate::final_clauses::{
    Counted, FractionNeeded, Including, InstrumentsNeeded, NamedList, Percent, ShareNeeded, TacitAcceptance, Trigger,
    WeightTable, Weights,
};
use crate::party::PartyIndex;
use crate::reason::{Contribution, Instrument, Reason, Unasked};
use crate::record::{Deposit, Record, RecordedAct, TreatyRecord};
use crate::treaty::TreatyId;

/// One tally.
pub(super) enum Tally<'a> {
    Instruments {
        needed: &'a InstrumentsNeeded,
        have: usize,
        named: Option<Named>,
    },
    Every {
        list: &'a str,
        named: Named,
    },
    Share {
        needed: &'a ShareNeeded,
        tables: Vec<Weighed<'a>>,
    },
    Fraction {
        needed: &'a FractionNeeded,
        of: &'a TreatyId,
        accepted: BTreeMap<PartyIndex, u16>,
        parties: PartiesThroughTime,
        adopted: DateOfAct,
    },
    Tacit {
        needed: &'a TacitAcceptance,
        of: &'a TreatyId,
        objected: BTreeSet<PartyIndex>,
        parties: PartiesThroughTime,
    },
    /// A list or table that the file names and doesn't hold: never met.
    Missing {
        what: &'a str,
    },
}

/// Parties that are named, and how many of them have deposited.
pub(super) struct Named {
    members: BTreeMap<PartyIndex, Member>,
    /// How many are needed; `None`: all.
    needed: Option<usize>,
}

/// A party that is named.
#[derive(Default)]
struct Member {
    /// The day from which it is named: that of its signature, where all signatories are.
    from: Option<DateOfAct>,
    deposits: u16,
}

impl Named {
    fn of(members: impl IntoIterator<Item = PartyIndex>, needed: Option<usize>) -> Self {
        Self { members: members.into_iter().map(|party| (party, Member::default())).collect(), needed }
    }

    fn signatories(signed: impl IntoIterator<Item = (PartyIndex, DateOfAct)>) -> Self {
        let member = |(party, on)| (party, Member { from: Some(on), deposits: 0 });
        Self { members: signed.into_iter().map(member).collect(), needed: None }
    }

    fn take(&mut self, party: PartyIndex) {
        if let Some(member) = self.members.get_mut(&party) {
            member.deposits = member.deposits.saturating_add(1);
        }
    }

    fn give_back(&mut self, party: PartyIndex) {
        if let Some(member) = self.members.get_mut(&party) {
            member.deposits = member.deposits.saturating_sub(1);
        }
    }

    fn named_on(&self, day: DateOfAct) -> impl Iterator<Item = (PartyIndex, &Member)> {
        let named = move |member: &Member| member.from.is_none_or(|from| from <= day);
        self.members.iter().filter(move |(_, member)| named(member)).map(|(party, member)| (*party, member))
    }

    fn needed(&self, day: DateOfAct) -> usize {
        self.needed.unwrap_or_else(|| self.named_on(day).count())
    }

    fn lacking(&self, day: DateOfAct) -> usize {
        let have = self.named_on(day).filter(|(_, member)| member.deposits > 0).count();
        self.needed(day).saturating_sub(have)
    }

    /// A list with nobody on it is no condition that can be met.
    fn is_met(&self, day: DateOfAct) -> bool {
        self.lacking(day) == 0 && self.named_on(day).next().is_some()
    }

    fn names(&self, deposited: bool, day: DateOfAct, record: &Record) -> Vec<String> {
        let wanted = self.named_on(day).filter(|(_, member)| (member.deposits > 0) == deposited);
        wanted.map(|(party, _)| record.name_on(party, day).to_owned()).collect()
    }
}

/// One table of weights, and what those that have deposited weigh by it.
pub(super) struct Weighed<'a> {
    table: &'a WeightTable,
    weights: BTreeMap<PartyIndex, u64>,
    sum: u64,
}

impl<'a> Tally<'a> {
    pub(super) fn of(trigger: &'a Trigger, counting: &Counting<'a>) -> Self {
        let Counting { treaty, record, as_at, .. } = *counting;
        match trigger {
            Trigger::Instruments(needed) => Self::instruments(needed, treaty, record),
            Trigger::Every(list) if list == "signatories" => {
                Self::Every { list, named: Named::signatories(signatories(treaty, as_at)) }
            }
            Trigger::Every(list) => match members(list, treaty, record) {
                Some(members) => Self::Every { list, named: Named::of(members, None) },
                None => Self::Missing { what: list },
            },
            Trigger::Share(needed) => match treaty.treaty.weights.get(&needed.weights) {
                Some(weights) => Self::Share { needed, tables: weighed(weights, record) },
                None => Self::Missing { what: &needed.weights },
            },
            Trigger::Fraction(needed) => match needed.to.as_ref().or(treaty.treaty.parent.as_ref()) {
                Some(of) => Self::Fraction {
                    needed,
                    of,
                    accepted: BTreeMap::new(),
                    parties: PartiesThroughTime::of(of, record, as_at),
                    adopted: treaty.treaty.adopted.on,
                },
                None => Self::Missing { what: "the treaty whose parties are counted" },
            },
            Trigger::DeemedAccepted(needed) => match needed.to.as_ref().or(treaty.treaty.parent.as_ref()) {
                Some(of) => Self::Tacit {
                    needed,
                    of,
                    objected: objectors(treaty, DateOfAct::new(needed.on), as_at),
                    parties: PartiesThroughTime::of(of, record, as_at),
                },
                None => Self::Missing { what: "the treaty whose parties may object" },
            },
            // These are taken apart before they come here.
            Trigger::InForce(_) | Trigger::All(_) | Trigger::Any(_) => Self::Missing { what: "" },
        }
    }

    fn instruments(needed: &'a InstrumentsNeeded, treaty: &'a TreatyRecord, record: &Record) -> Self {
        let named = match &needed.including {
            None => None,
            Some(Including::Every { every }) => match members(every, treaty, record) {
                Some(members) => Some(Named::of(members, None)),
                None => return Self::Missing { what: every },
            },
            Some(Including::AtLeast { at_least, from }) => match members(from, treaty, record) {
                Some(members) => Some(Named::of(members, Some(usize::from(*at_least)))),
                None => return Self::Missing { what: from },
            },
        };
        Self::Instruments { needed, have: 0, named }
    }

    pub(super) fn take(&mut self, deposit: &Deposit) {
        let counts = self.counts(deposit.action);
        match self {
            _ if !counts => {}
            Self::Instruments { have, named, .. } => {
                *have += usize::from(!deposit.again);
                if let Some(named) = named {
                    named.take(deposit.party);
                }
            }
            Self::Every { named, .. } => named.take(deposit.party),
            Self::Share { tables, .. } if !deposit.again => {
                for table in tables {
                    table.sum = table.sum.saturating_add(table.weight(deposit.party));
                }
            }
            Self::Fraction { accepted, .. } => *accepted.entry(deposit.party).or_default() += u16::from(!deposit.again),
            Self::Share { .. } | Self::Tacit { .. } | Self::Missing { .. } => {}
        }
    }

    pub(super) fn give_back(&mut self, deposit: &Deposit) {
        let counts = self.counts(deposit.action);
        match self {
            _ if !counts => {}
            Self::Instruments { have, named, .. } => {
                *have = have.saturating_sub(usize::from(!deposit.again));
                if let Some(named) = named {
                    named.give_back(deposit.party);
                }
            }
            Self::Every { named, .. } => named.give_back(deposit.party),
            Self::Share { tables, .. } if !deposit.again => {
                for table in tables {
                    table.sum = table.sum.saturating_sub(table.weight(deposit.party));
                }
            }
            Self::Fraction { accepted, .. } => {
                accepted.remove(&deposit.party);
            }
            Self::Share { .. } | Self::Tacit { .. } | Self::Missing { .. } => {}
        }
    }

    /// Days on which a condition may come to be met without any deposit: those on which weights are taken again.
    pub(super) fn days(&self) -> Vec<DateOfAct> {
        match self {
            Self::Share { tables, .. } => {
                tables.iter().filter_map(|table| table.table.from).map(DateOfAct::new).collect()
            }
            Self::Tacit { needed, .. } => vec![DateOfAct::new(needed.on)],
            _ => Vec::new(),
        }
    }

    fn counts(&self, action: Action) -> bool {
        match self {
            Self::Instruments { needed, .. } => needed.counts(action),
            _ => action.expresses_consent(),
        }
    }

    pub(super) fn is_met(&self, day: DateOfAct) -> bool {
        match self {
            Self::Instruments { needed, have, named } => {
                *have >= usize::from(needed.count) && named.as_ref().is_none_or(|named| named.is_met(day))
            }
            Self::Every { named, .. } => named.is_met(day),
            Self::Share { needed, .. } => self.share_on(day).is_some_and(|share| share >= needed.share),
            Self::Fraction { .. } => self.fraction_on(day).is_some_and(|fraction| fraction.have >= fraction.needed),
            Self::Tacit { needed, .. } => {
                let objected = self.objections().unwrap_or_default();
                day.day() >= needed.on && !needed.unless.is_less_than(objected.have, objected.parties)
            }
            Self::Missing { .. } => false,
        }
    }

    pub(super) fn remaining(&self, day: DateOfAct) -> u16 {
        let remaining = match self {
            Self::Instruments { needed, have, named } => {
                let lacking = named.as_ref().map_or(0, |named| named.lacking(day));
                usize::from(needed.count).saturating_sub(*have).max(lacking)
            }
            Self::Every { named, .. } => named.lacking(day),
            _ => 0,
        };
        u16::try_from(remaining).unwrap_or(u16::MAX)
    }

    fn share_on(&self, day: DateOfAct) -> Option<Percent> {
        self.weighed_on(day).map(|weighed| weighed.table.share(weighed.sum))
    }

    /// The table of weights that counts on a day: the last that has begun.
    fn weighed_on(&self, day: DateOfAct) -> Option<&Weighed<'a>> {
        let Self::Share { tables, .. } = self else { return None };
        let begun = |weighed: &&Weighed<'_>| weighed.table.from.is_none_or(|from| from <= day.day());
        tables.iter().filter(begun).max_by_key(|weighed| weighed.table.from)
    }

    /// Who had objected by the day on which the amendment is deemed accepted, of how many parties.
    fn objections(&self) -> Option<FractionCounted> {
        let Self::Tacit { needed, parties, objected, .. } = self else { return None };
        let on = DateOfAct::new(needed.on);
        let have = parties.on(on).filter(|party| objected.contains(party)).count();
        Some(FractionCounted { parties: parties.on(on).count(), needed: 0, have })
    }

    /// The count on a day; `None` while the other treaty had no parties.
    fn fraction_on(&self, day: DateOfAct) -> Option<FractionCounted> {
        let Self::Fraction { needed, parties, adopted, accepted, .. } = self else { return None };
        let counted_on = match needed.counted {
            Counted::EachTime => day,
            Counted::AtAdoption => *adopted,
        };
        let whole = parties.on(counted_on).count();
        // Acceptance by one who is no party to the treaty amended is none.
        let have = parties.on(counted_on).filter(|party| accepted.get(party).is_some_and(|count| *count > 0)).count();
        (whole > 0).then(|| FractionCounted { parties: whole, needed: needed.fraction.at_least_of(whole), have })
    }

    /// The tally as a reason, `counted` being the instruments that stood at the end of `day`.
    pub(super) fn reason(&self, article: &str, counted: &[&RecordedAct], day: DateOfAct, record: &Record) -> Reason {
        let article = article.to_owned();
        let mut instruments: Vec<Instrument> =
            counted.iter().filter(|act| self.counts(act.action)).map(|act| Instrument::of(act, record)).collect();
        instruments.sort();
        match self {
            Self::Instruments { needed, named, .. } => Reason::Counted {
                article,
                needed: needed.count,
                of: needed.of.clone(),
                as_parties: needed.as_parties,
                remaining: needed.count.saturating_sub(u16::try_from(instruments.len()).unwrap_or(u16::MAX)),
                instruments,
                named: named.as_ref().map(|named| crate::reason::NamedParties {
                    needed: named.needed(day),
                    deposited: named.names(true, day, record),
                    wanting: named.names(false, day, record),
                }),
            },
            Self::Every { list, named } => Reason::EveryOf {
                article,
                list: (*list).to_owned(),
                deposited: named.names(true, day, record),
                wanting: named.names(false, day, record),
            },
            Self::Share { needed, .. } => self.reason_of_share(article, needed, counted, day, record),
            Self::Fraction { needed, of, .. } => {
                let FractionCounted { parties, needed: necessary, have } = self.fraction_on(day).unwrap_or_default();
                Reason::FractionOf {
                    article,
                    fraction: needed.fraction.to_string(),
                    of: (*of).clone(),
                    on: day,
                    parties,
                    needed: necessary,
                    have,
                }
            }
            Self::Tacit { needed, of, .. } => {
                let FractionCounted { parties, have, .. } = self.objections().unwrap_or_default();
                Reason::DeemedAccepted {
                    article,
                    on: DateOfAct::new(needed.on),
                    unless: needed.unless.to_string(),
                    of: (*of).clone(),
                    parties,
                    objections: have,
                }
            }
            Self::Missing { what } => Reason::NotHeld { what: (*what).to_owned() },
        }
    }

    fn reason_of_share(
        &self,
        article: String,
        needed: &ShareNeeded,
        counted: &[&RecordedAct],
        day: DateOfAct,
        record: &Record,
    ) -> Reason {
        let weighed = self.weighed_on(day);
        let contribution = |act: &&RecordedAct| {
            let weighed = weighed?;
            let weight = weighed.weight(act.party);
            (weight > 0).then(|| Contribution {
                name: record.name_on(act.party, act.counts_from()).to_owned(),
                party: record.code(act.party),
                share: weighed.table.share(weight),
            })
        };
        let mut contributions: Vec<Contribution> = counted.iter().filter_map(contribution).collect();
        contributions.sort();
        Reason::ShareOf {
            article,
            needed: needed.share,
            of: needed.of.clone().unwrap_or_else(|| needed.weights.clone()),
            have: self.share_on(day).unwrap_or_default(),
            contributions,
            source: weighed.and_then(|weighed| weighed.table.source.clone()),
        }
    }
}

impl Weighed<'_> {
    fn weight(&self, party: PartyIndex) -> u64 {
        self.weights.get(&party).copied().unwrap_or(0)
    }
}

/// Those that had objected by the day on which an amendment is deemed accepted.
fn objectors(treaty: &TreatyRecord, by: DateOfAct, as_at: AsAt) -> BTreeSet<PartyIndex> {
    let objects = |act: &&RecordedAct| {
        let day = act.counts_from();
        act.action == Action::Objection && act.standing.counts() && day <= by && as_at.follows(day)
    };
    treaty.acts.iter().filter(objects).map(|act| act.party).collect()
}

/// Those that had signed by a day.
fn signatories(treaty: &TreatyRecord, as_at: AsAt) -> impl Iterator<Item = (PartyIndex, DateOfAct)> + '_ {
    let signed =
        move |act: &&RecordedAct| act.action.signs() && act.standing.counts() && as_at.follows(act.counts_from());
    treaty.acts.iter().filter(signed).map(|act| (act.party, act.counts_from()))
}

fn members(list: &str, treaty: &TreatyRecord, record: &Record) -> Option<Vec<PartyIndex>> {
    let NamedList { members, .. } = treaty.treaty.lists.get(list)?;
    Some(members.iter().filter_map(|code| record.parties.by_code(*code)).collect())
}

fn weighed<'a>(weights: &'a Weights, record: &Record) -> Vec<Weighed<'a>> {
    let by_party = |table: &WeightTable| {
        let known = table
            .values
            .iter()
            .filter_map(|(code, weight)| Some((record.parties.by_code(*code)?, weight.millionths())));
        known.collect()
    };
    weights.tables().iter().map(|table| Weighed { table, weights: by_party(table), sum: 0 }).collect()
}

/// A fraction as counted on a day.
#[derive(Default)]
struct FractionCounted {
    parties: usize,
    needed: usize,
    have: usize,
}

/// Who was party to a treaty on any day.
pub(super) struct PartiesThroughTime {
    spans: Vec<(PartyIndex, DateOfEffect, Option<DateOfEffect>)>,
}

impl PartiesThroughTime {
    fn of(id: &TreatyId, record: &Record, as_at: AsAt) -> Self {
        let Some(treaty) = record.treaty_by_id(id).filter(|treaty| !is_entangled(treaty, record)) else {
            return Self { spans: Vec::new() };
        };
        let in_force = EntryIntoForce::of(treaty, record, as_at, &mut Unasked);
        let mut spans = Vec::new();
        for history in treaty.by_party().filter_map(|acts| PartyHistory::of(acts, as_at)) {
            let bound = Bound::of(&history, in_force, treaty, record, as_at, &mut Unasked);
            spans.extend(bound.in_force.map(|from| (history.party, from, bound.ended)));
        }
        Self { spans }
    }

    fn on(&self, day: DateOfAct) -> impl Iterator<Item = PartyIndex> {
        let is_party = move |from: DateOfEffect, until: Option<DateOfEffect>| {
            from.day() <= day.day() && until.is_none_or(|until| day.day() < until.day())
        };
        self.spans.iter().filter(move |(_, from, until)| is_party(*from, *until)).map(|(party, ..)| *party)
    }
}
