//! The record: what a register holds as known at a certain point, put in order for the law.

mod gathering;

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::sync::Arc;

use crate::act::{Act, Action, DayOfAct, Standing};
use crate::activity::Activity;
use crate::body_act::BodyAct;
use crate::calendar::{AsAt, Date, DateOfAct, DateOfEffect, DateOfKnowledge};
use crate::consent::PartyHistory;
use crate::decision::Decision;
use crate::due_form::Proposal;
use crate::entry::{Content, Draft, Entry};
use crate::mandates::Discharge;
use crate::nearest::nearest;
use crate::party::{Parties, PartyCode, PartyIndex, PartyKind};
use crate::rectification::Rectification;
use crate::report_act::{OptionalDeclaration, ReportAct};
use crate::resolution::Resolution;
use crate::treaty::{Treaty, TreatyId};

pub use gathering::{GatheredAct, Gathering};

/// Up to which point of the register a question looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownAt {
    /// Everything recorded.
    Everything,
    /// What had been recorded by a moment.
    Moment(DateOfKnowledge),
    /// What had been recorded up to and including an entry.
    Entry(u64),
}

impl KnownAt {
    /// Whether an entry had been recorded by then.
    #[must_use]
    pub fn includes(self, number: u64, recorded: DateOfKnowledge) -> bool {
        match self {
            Self::Everything => true,
            Self::Moment(moment) => recorded <= moment,
            Self::Entry(last) => number <= last,
        }
    }
}

impl std::str::FromStr for KnownAt {
    type Err = NotAPoint;

    /// A moment (`2003-06-10T12:00:00Z`), a day, which means its end by universal time, or the number of an entry.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if let Ok(number) = text.parse::<u64>() {
            return Ok(Self::Entry(number));
        }
        if let Ok(moment) = text.parse::<jiff::Timestamp>() {
            return Ok(Self::Moment(DateOfKnowledge::new(moment)));
        }
        let end_of = |day: jiff::civil::Date| {
            let last = jiff::civil::time(23, 59, 59, 999_999_000);
            jiff::tz::Offset::UTC.to_timestamp(day.to_datetime(last)).ok()
        };
        let day = crate::calendar::parse_day(text).ok().and_then(end_of);
        day.map(|end| Self::Moment(DateOfKnowledge::new(end))).ok_or_else(|| NotAPoint(text.chars().take(60).collect()))
    }
}

/// A text that names no point of a register.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a point of the register: write a moment (2003-06-10T12:00:00Z), a day (2003-06-10) or the number of an entry"
)]
pub struct NotAPoint(String);

/// One act as the law sees it: small, in order, with the number of its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordedAct {
    /// The entry that recorded it.
    pub entry: u64,
    /// Whose act.
    pub party: PartyIndex,
    /// What was done.
    pub action: Action,
    /// On whose word.
    pub standing: Standing,
    /// The day.
    pub date: DayOfAct,
    /// The day of effect that the act or the depositary names; for a succession that names none, the day on which the
    /// successor State came into being.
    pub effective: Option<DateOfEffect>,
    /// The day of receipt, where it is another.
    pub received: Option<DateOfAct>,
}

impl RecordedAct {
    /// The day from which the act counts: that of receipt, where the depositary received the paper later.
    #[must_use]
    pub fn counts_from(&self) -> DateOfAct {
        self.received.unwrap_or_else(|| self.date.at_latest())
    }

    /// The day from which the act matters in law. A successor State is bound from the date of succession, though it says so
    /// only later: looking back, it was bound on every day since.
    #[must_use]
    pub fn matters_from(&self) -> DateOfAct {
        match self.effective {
            Some(effective) if self.action == Action::Succession => {
                self.counts_from().min(DateOfAct::new(effective.day()))
            }
            _ => self.counts_from(),
        }
    }
}

/// An instrument on deposit, by its place among a treaty's acts, and when it was withdrawn before it took effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Deposit {
    pub(crate) on: DateOfAct,
    pub(crate) act: u32,
    pub(crate) party: PartyIndex,
    pub(crate) action: Action,
    /// Whether it is an organization's.
    pub(crate) by_organization: bool,
    /// Whether the same party's earlier instrument had been counted: one party counts once.
    pub(crate) again: bool,
    pub(crate) withdrawn: Option<DateOfAct>,
}

/// A decision of the depositary, with its entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedDecision {
    /// The entry.
    pub entry: u64,
    /// For which party; `None`: for the treaty itself.
    pub party: Option<PartyIndex>,
    /// The decision.
    pub decision: Decision,
    /// The papers that it rests on.
    pub sources: Vec<String>,
}

/// A treaty with everything recorded about it.
#[derive(Debug, Clone)]
pub struct TreatyRecord {
    /// The treaty and its final clauses.
    pub treaty: Treaty,
    /// The entry that recorded them.
    pub entry: u64,
    /// The acts, by party and then by day.
    pub acts: Vec<RecordedAct>,
    /// The instruments on the depositary's record, by day: what a threshold is counted from.
    pub(crate) deposits: Vec<Deposit>,
    /// Whether any of them was withdrawn before it took effect.
    pub(crate) any_withdrawn: bool,
    /// The depositary's decisions, in the order of recording.
    pub decisions: Vec<RecordedDecision>,
    /// The papers by which the depositary rectified something recorded about it, in the order of recording.
    pub rectifications: Vec<Rectification>,
}

impl TreatyRecord {
    /// Puts the acts in order, and the instruments among them by day.
    fn put_in_order(&mut self, parties: &Parties) {
        for act in self.acts.iter_mut().filter(|act| act.action == Action::Succession && act.effective.is_none()) {
            act.effective = parties[act.party].existed.and_then(|span| span.from).map(DateOfEffect::new);
        }
        self.acts.sort_unstable_by_key(|act| {
            (
                act.party,
                act.matters_from(),
                act.action.place_in_a_day(),
                act.action,
                act.standing,
                act.date,
                act.effective,
                parties[act.party].code,
            )
        });
        self.deposits.clear();
        let mut start = 0_u32;
        for acts in self.acts.chunk_by(|one, other| one.party == other.party) {
            let place = |act: &RecordedAct| start + u32::try_from(position(acts, act)).unwrap_or(u32::MAX);
            let history = PartyHistory::of(acts, AsAt::new(Date::MAX));
            let tenures = history.iter().flat_map(|history| &history.tenures);
            let mut again = false;
            for tenure in tenures {
                self.deposits.push(Deposit {
                    on: tenure.consent.counts_from(),
                    act: place(tenure.consent),
                    party: tenure.consent.party,
                    action: tenure.consent.action,
                    by_organization: parties[tenure.consent.party].kind == PartyKind::Organization,
                    again,
                    withdrawn: tenure.withdrawal.map(RecordedAct::counts_from),
                });
                again |= tenure.withdrawal.is_none();
            }
            start += u32::try_from(acts.len()).unwrap_or(u32::MAX);
        }
        self.deposits.sort_by_key(|deposit| deposit.on);
        self.any_withdrawn = self.deposits.iter().any(|deposit| deposit.withdrawn.is_some());
    }

    /// The acts of each party in turn, by day.
    pub fn by_party(&self) -> impl Iterator<Item = &[RecordedAct]> {
        self.acts.chunk_by(|one, other| one.party == other.party)
    }

    /// The acts of one party, by day.
    #[must_use]
    pub fn acts_of(&self, party: PartyIndex) -> &[RecordedAct] {
        let start = self.acts.partition_point(|act| act.party < party);
        let end = self.acts.partition_point(|act| act.party <= party);
        &self.acts[start..end]
    }

    /// The depositary's latest decision for a party (or, without one, for the treaty) taken by that day.
    #[must_use]
    pub fn decision(&self, party: Option<PartyIndex>, as_at: AsAt) -> Option<&RecordedDecision> {
        let applies = |decided: &&RecordedDecision| decided.party == party && as_at.follows(decided.decision.date);
        self.decisions.iter().rfind(applies)
    }
}

/// What a register holds, as known at a certain point.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// The parties.
    pub parties: Parties,
    treaties: BTreeMap<TreatyId, TreatyRecord>,
    resolutions: Vec<Kept<Resolution>>,
    activities: Vec<Kept<Activity>>,
    discharges: Vec<Kept<Discharge>>,
    body_acts: Vec<Kept<BodyAct>>,
    report_acts: Vec<Kept<ReportAct>>,
    declarations: Vec<Kept<OptionalDeclaration>>,
    /// By entry.
    particulars: Vec<(u64, Particulars)>,
    last: Option<(u64, DateOfKnowledge)>,
    corrected: HashSet<u64>,
}

/// Something kept with the entry that recorded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<T> {
    /// The entry.
    pub entry: u64,
    /// On whose word.
    pub standing: Standing,
    /// The papers that it rests on.
    pub sources: Vec<String>,
    /// What it is.
    pub what: T,
}

/// What else an act's entry says: needed for reasons and footnotes, not for the law.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Particulars {
    /// The papers that it rests on. Many acts rest on the same.
    pub sources: Arc<[String]>,
    /// What else needed saying.
    pub note: Option<String>,
}

/// The place of an act in the slice that it is borrowed from.
fn position(acts: &[RecordedAct], act: &RecordedAct) -> usize {
    acts.iter().position(|other| std::ptr::eq(other, act)).unwrap_or_default()
}

/// A text that names no treaty of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownTreaty {
    given: String,
    nearest: Vec<String>,
}

impl UnknownTreaty {
    /// The nearest treaties.
    #[must_use]
    pub fn nearest(&self) -> &[String] {
        &self.nearest
    }
}

impl fmt::Display for UnknownTreaty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the register holds no treaty `{}`", self.given)?;
        if self.nearest.is_empty() { Ok(()) } else { write!(f, "; did you mean {}?", self.nearest.join(" or ")) }
    }
}

impl std::error::Error for UnknownTreaty {}

impl Record {
    /// Puts entries in order. Entries recorded after `known_at` are passed over; a corrected entry gives way to its
    /// correction. The order in which acts were recorded makes no difference.
    pub fn of(entries: impl IntoIterator<Item = Entry>, known_at: KnownAt) -> Self {
        let mut gathering = Gathering::up_to(known_at);
        entries.into_iter().for_each(|entry| gathering.add(entry));
        gathering.record()
    }

    /// Takes what is no act.
    fn take(&mut self, entry: Entry) {
        let Entry { number, standing, sources, content, .. } = entry;
        match content {
            Content::Party(party) => self.parties.add(party),
            Content::Treaty(treaty) => self.take_treaty(number, *treaty),
            Content::Decision(decision) => self.take_decision(number, sources, decision),
            Content::Resolution(what) => self.resolutions.push(Kept { entry: number, standing, sources, what }),
            Content::Activity(what) => self.activities.push(Kept { entry: number, standing, sources, what }),
            Content::Discharge(what) => self.discharges.push(Kept { entry: number, standing, sources, what }),
            Content::Body(what) => self.body_acts.push(Kept { entry: number, standing, sources, what: *what }),
            Content::Report(what) => self.report_acts.push(Kept { entry: number, standing, sources, what }),
            Content::Declaration(what) => self.declarations.push(Kept { entry: number, standing, sources, what }),
            // Acts are gathered apart. Corrections have been followed already: what they say instead is here under its
            // own kind. What happens to the register is no act of a State.
            Content::Act(_) | Content::Correction(_) | Content::Log(_) => {}
        }
    }

    fn take_treaty(&mut self, entry: u64, treaty: Treaty) {
        match self.treaties.get_mut(&treaty.treaty) {
            Some(known) => {
                known.treaty = treaty;
                known.entry = entry;
            }
            None => {
                let id = treaty.treaty.clone();
                self.treaties.insert(
                    id,
                    TreatyRecord {
                        treaty,
                        entry,
                        acts: Vec::new(),
                        deposits: Vec::new(),
                        any_withdrawn: false,
                        decisions: Vec::new(),
                        rectifications: Vec::new(),
                    },
                );
            }
        }
    }

    fn take_act(&mut self, gathered: GatheredAct) {
        let GatheredAct { entry, standing, sources, act } = gathered;
        let Some(party) = self.parties.by_code(act.party) else { return };
        let Some(record) = self.treaties.get_mut(&act.treaty) else { return };
        record.acts.push(recorded(entry, standing, party, &act));
        self.keep_particulars(entry, sources, act.note);
    }

    fn keep_particulars(&mut self, entry: u64, sources: Arc<[String]>, note: Option<String>) {
        if !sources.is_empty() || note.is_some() {
            self.particulars.push((entry, Particulars { sources, note }));
        }
    }

    fn take_decision(&mut self, entry: u64, sources: Vec<String>, decision: Decision) {
        let party = match decision.party.map(|code| self.parties.by_code(code)) {
            Some(None) => return,
            Some(known) => known,
            None => None,
        };
        if let Some(record) = self.treaties.get_mut(&decision.treaty) {
            record.decisions.push(RecordedDecision { entry, party, decision, sources });
        }
    }

    fn put_in_order(&mut self) {
        for record in self.treaties.values_mut() {
            record.put_in_order(&self.parties);
        }
        self.put_others_in_order();
    }

    fn put_others_in_order(&mut self) {
        self.body_acts.sort_by_key(|kept| kept.what.date.at_latest());
        self.report_acts.sort_by_key(|kept| (kept.what.date.at_latest(), kept.what.step));
        self.declarations.sort_by_key(|kept| kept.what.date.at_latest());
    }

    /// Says that the register was looked at up to that entry, though the entry itself was of no account here.
    pub fn known_up_to(&mut self, number: u64, recorded: DateOfKnowledge) {
        if self.last.is_none_or(|(last, _)| last < number) {
            self.last = Some((number, recorded));
        }
    }

    fn next_number(&self) -> u64 {
        self.last.map_or(1, |(last, _)| last + 1)
    }

    /// Takes a party, treaty or decision into account that is not recorded; anything else is passed over.
    pub fn suppose(&mut self, content: &Content) {
        match content {
            Content::Party(party) => self.parties.add(party.clone()),
            Content::Treaty(treaty) => self.take_treaty(self.next_number(), (**treaty).clone()),
            Content::Decision(decision) => self.take_decision(self.next_number(), Vec::new(), decision.clone()),
            _ => {}
        }
    }

    /// Takes what is to be recorded as if it had been, where other things of the same import may refer to it: resolutions,
    /// activities, meetings.
    pub fn suppose_done(&mut self, draft: &Draft) {
        let (number, recorded) = (self.next_number(), DateOfKnowledge::new(jiff::Timestamp::UNIX_EPOCH));
        if matches!(draft.content, Content::Resolution(_) | Content::Activity(_) | Content::Body(_)) {
            self.take(draft.clone().entered(number, recorded, ""));
        }
    }

    /// Adds acts towards a treaty, all at once; acts towards a treaty that the record does not hold are passed over.
    pub fn add_acts(&mut self, treaty: &TreatyId, acts: Vec<RecordedAct>) {
        if let Some(record) = self.treaties.get_mut(treaty) {
            record.acts.extend(acts);
            record.put_in_order(&self.parties);
        }
    }

    /// Whether an entry has been corrected.
    #[must_use]
    pub fn is_corrected(&self, entry: u64) -> bool {
        self.corrected.contains(&entry)
    }

    /// Leaves the act of an entry out of account, because the entry is about to be corrected.
    pub fn leave_out(&mut self, entry: u64) {
        self.body_acts.retain(|kept| kept.entry != entry);
        self.report_acts.retain(|kept| kept.entry != entry);
        self.declarations.retain(|kept| kept.entry != entry);
        for treaty in self.treaties.values_mut() {
            if treaty.acts.iter().any(|act| act.entry == entry) {
                treaty.acts.retain(|act| act.entry != entry);
                treaty.put_in_order(&self.parties);
            }
        }
    }

    /// Leaves out whatever was done after a day, so that a supposition starts from how things stood then.
    pub fn stand_as_at(&mut self, day: AsAt) {
        for treaty in self.treaties.values_mut() {
            if treaty.acts.iter().any(|act| !day.follows(act.matters_from())) {
                treaty.acts.retain(|act| day.follows(act.matters_from()));
                treaty.put_in_order(&self.parties);
            }
        }
        self.body_acts.retain(|kept| day.follows(kept.what.date.at_latest()));
    }

    /// The record as it would be if some more acts were recorded.
    #[must_use]
    pub fn supposing(&self, proposals: &[Proposal<'_>]) -> Self {
        let mut supposed = self.clone();
        for (proposal, number) in proposals.iter().zip(self.next_number()..) {
            let (standing, act) = (proposal.standing, proposal.act.clone());
            supposed.take_act(GatheredAct { entry: number, standing, sources: Arc::default(), act });
        }
        supposed.put_in_order();
        supposed
    }

    /// The treaty that a text names.
    ///
    /// # Errors
    /// [`UnknownTreaty`] with the nearest treaties that the register holds.
    pub fn treaty(&self, text: &str) -> Result<&TreatyRecord, UnknownTreaty> {
        let exact = text.parse::<TreatyId>().ok().and_then(|id| self.treaties.get(&id));
        let folded = || {
            let same = |id: &&TreatyId| id.as_str().eq_ignore_ascii_case(text.trim());
            self.treaties.keys().find(same).and_then(|id| self.treaties.get(id))
        };
        exact.or_else(folded).ok_or_else(|| self.unknown_treaty(text))
    }

    fn unknown_treaty(&self, text: &str) -> UnknownTreaty {
        let ids = self.treaties.keys().map(TreatyId::as_str);
        let mut near: Vec<String> = nearest(&text.to_uppercase(), ids, 3).into_iter().map(ToOwned::to_owned).collect();
        if near.is_empty() && self.treaties.len() <= 3 {
            near = self.treaties.keys().map(ToString::to_string).collect();
        }
        UnknownTreaty { given: text.chars().take(60).collect(), nearest: near }
    }

    /// The treaty with that identifier.
    #[must_use]
    pub fn treaty_by_id(&self, id: &TreatyId) -> Option<&TreatyRecord> {
        self.treaties.get(id)
    }

    /// All treaties, by identifier.
    pub fn treaties(&self) -> impl Iterator<Item = &TreatyRecord> {
        self.treaties.values()
    }

    /// The resolution with that symbol.
    #[must_use]
    pub fn resolution(&self, symbol: &str) -> Option<&Kept<Resolution>> {
        self.resolutions.iter().rfind(|kept| kept.what.symbol == symbol)
    }

    /// All resolutions, in the order of recording.
    pub fn resolutions(&self) -> impl Iterator<Item = &Kept<Resolution>> {
        self.resolutions.iter()
    }

    /// Everything done to promote treaties, in the order of recording.
    pub fn activities(&self) -> impl Iterator<Item = &Kept<Activity>> {
        self.activities.iter()
    }

    /// What was done about what resolutions asked, in the order of recording.
    pub fn discharges(&self) -> impl Iterator<Item = &Kept<Discharge>> {
        self.discharges.iter()
    }

    /// The activity with that short name.
    #[must_use]
    pub fn activity(&self, id: &str) -> Option<&Kept<Activity>> {
        self.activities.iter().rfind(|kept| kept.what.id == id)
    }

    /// What was done in or for a treaty's body, by day; of one day, in the order of recording.
    pub fn body_acts<'a>(&'a self, treaty: &'a TreatyId) -> impl Iterator<Item = &'a Kept<BodyAct>> {
        self.body_acts.iter().filter(move |kept| kept.what.treaty == *treaty)
    }

    /// What happened with the reports under a treaty, by day.
    pub fn report_acts<'a>(&'a self, treaty: &'a TreatyId) -> impl Iterator<Item = &'a Kept<ReportAct>> {
        self.report_acts.iter().filter(move |kept| kept.what.treaty == *treaty)
    }

    /// The optional declarations made and withdrawn under a treaty, by day.
    pub fn declarations<'a>(&'a self, treaty: &'a TreatyId) -> impl Iterator<Item = &'a Kept<OptionalDeclaration>> {
        self.declarations.iter().filter(move |kept| kept.what.treaty == *treaty)
    }

    /// What else the entry of an act says.
    #[must_use]
    pub fn particulars(&self, entry: u64) -> Option<&Particulars> {
        let place = self.particulars.binary_search_by_key(&entry, |(entry, _)| *entry).ok()?;
        Some(&self.particulars[place].1)
    }

    /// The last entry known, and when it was recorded; `None` when nothing had been recorded by then.
    #[must_use]
    pub fn last(&self) -> Option<(u64, DateOfKnowledge)> {
        self.last
    }

    /// The name of a party on the day of an act.
    #[must_use]
    pub fn name_on(&self, party: PartyIndex, day: DateOfAct) -> &str {
        &self.parties[party].name_on(day.day()).name
    }

    /// The code of a party.
    #[must_use]
    pub fn code(&self, party: PartyIndex) -> PartyCode {
        self.parties[party].code
    }
}

/// An act as the law sees it.
fn recorded(entry: u64, standing: Standing, party: PartyIndex, act: &Act) -> RecordedAct {
    RecordedAct {
        entry,
        party,
        action: act.action,
        standing,
        date: act.date,
        effective: act.effective,
        received: act.received,
    }
}
