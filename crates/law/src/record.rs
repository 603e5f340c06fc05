//! The record: what a register holds as known at a certain point, put in order for the law.

mod gathering;
mod known_at;
mod lookup;
mod treaty_record;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::act::{Act, Standing};
use crate::activity::Activity;
use crate::body_act::BodyAct;
use crate::calendar::{AsAt, DateOfKnowledge};
use crate::decision::Decision;
use crate::due_form::Proposal;
use crate::entry::{Content, Draft, Entry};
use crate::mandates::Discharge;
use crate::party::{Parties, PartyIndex};
use crate::report_act::{OptionalDeclaration, ReportAct};
use crate::resolution::Resolution;
use crate::statement::Statement;
use crate::territory::Territory;
use crate::treaty::{Treaty, TreatyId};

pub use gathering::{GatheredAct, Gathering};
pub use known_at::{KnownAt, NotAPoint};
pub use lookup::UnknownTreaty;
pub(crate) use treaty_record::Deposit;
pub use treaty_record::{RecordedAct, RecordedDecision, TreatyRecord};

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
    statements: Vec<Kept<Statement>>,
    territories: Vec<Kept<Territory>>,
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
            Content::Decision(decision) if standing.counts() => self.take_decision(number, sources, decision),
            Content::Resolution(what) => self.resolutions.push(Kept { entry: number, standing, sources, what }),
            Content::Activity(what) => self.activities.push(Kept { entry: number, standing, sources, what }),
            Content::Discharge(what) => self.discharges.push(Kept { entry: number, standing, sources, what }),
            Content::Body(what) => self.body_acts.push(Kept { entry: number, standing, sources, what: *what }),
            Content::Report(what) => self.report_acts.push(Kept { entry: number, standing, sources, what }),
            Content::Declaration(what) => self.declarations.push(Kept { entry: number, standing, sources, what }),
            Content::Statement(what) => self.statements.push(Kept { entry: number, standing, sources, what: *what }),
            Content::Territory(what) => self.territories.push(Kept { entry: number, standing, sources, what }),
            // Acts are gathered apart. Corrections have been followed already: what they say instead is here under its
            // own kind. What happens to the register is no act of a State.
            Content::Act(_) | Content::Decision(_) | Content::Correction(_) | Content::Log(_) => {}
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
        self.statements.sort_by(|one, other| {
            let key = |kept: &Kept<Statement>| (kept.what.counts_from().at_latest(), kept.what.kind);
            key(one).cmp(&key(other)).then_with(|| one.what.id.cmp(&other.what.id))
        });
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
        let is_named = matches!(
            draft.content,
            Content::Resolution(_) | Content::Activity(_) | Content::Body(_) | Content::Territory(_)
        );
        if is_named {
            self.take(draft.clone().entered(number, recorded, ""));
        }
    }

    /// Takes a statement that is to be recorded as if it had been.
    pub(crate) fn suppose_said(&mut self, statement: &Statement, standing: Standing) {
        let entry = self.next_number();
        self.statements.push(Kept { entry, standing, sources: Vec::new(), what: statement.clone() });
        self.put_others_in_order();
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
        self.statements.retain(|kept| kept.entry != entry);
        self.territories.retain(|kept| kept.entry != entry);
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
