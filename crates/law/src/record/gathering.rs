//! Gathering entries one after another until they can be put in order.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{KnownAt, Record, RecordedAct, recorded};
use crate::act::{Act, Standing};
use crate::calendar::DateOfKnowledge;
use crate::entry::{Content, Correction, Entry};
use crate::treaty::TreatyId;

/// An act with what is needed of its entry. Nearly all entries are acts, and a register may hold millions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatheredAct {
    /// The entry.
    pub entry: u64,
    /// On whose word.
    pub standing: Standing,
    /// The papers that it rests on. Many acts rest on the same.
    pub sources: Arc<[String]>,
    /// The act.
    pub act: Act,
}

/// Entries on the way to a [`Record`], as known at a point.
#[derive(Debug)]
pub struct Gathering {
    known_at: KnownAt,
    acts: Vec<GatheredAct>,
    others: Vec<Entry>,
    corrected: HashSet<u64>,
    last: Option<(u64, DateOfKnowledge)>,
    /// What the last act rested on: the next one often rests on the same.
    sources: Arc<[String]>,
}

impl Gathering {
    /// Begins to gather what was known at a point.
    #[must_use]
    pub fn up_to(known_at: KnownAt) -> Self {
        Self {
            known_at,
            acts: Vec::new(),
            others: Vec::new(),
            corrected: HashSet::new(),
            last: None,
            sources: Arc::default(),
        }
    }

    /// Takes the next entry; one that was recorded after the point is passed over.
    pub fn add(&mut self, entry: Entry) {
        if !self.takes(entry.number, entry.recorded) {
            return;
        }
        let Entry { number, standing, sources, content, .. } = entry;
        match content {
            Content::Act(act) => {
                let sources = self.shared(sources);
                self.acts.push(GatheredAct { entry: number, standing, sources, act });
            }
            content => {
                if let Content::Correction(Correction { corrects, .. }) = &content {
                    self.corrected.insert(*corrects);
                }
                self.others.push(Entry { sources, content, ..entry });
            }
        }
    }

    /// Takes the next entry, which is an act, on the same terms.
    pub fn add_act(&mut self, act: GatheredAct, recorded: DateOfKnowledge) {
        if self.takes(act.entry, recorded) {
            self.acts.push(act);
        }
    }

    /// The same papers as a shared list.
    pub fn shared(&mut self, sources: Vec<String>) -> Arc<[String]> {
        if *self.sources != *sources {
            self.sources = sources.into();
        }
        Arc::clone(&self.sources)
    }

    /// The acts gathered, in the order of recording.
    #[must_use]
    pub fn acts(&self) -> &[GatheredAct] {
        &self.acts
    }

    /// The other entries gathered, in the order of recording.
    #[must_use]
    pub fn others(&self) -> &[Entry] {
        &self.others
    }

    /// The last entry gathered, and when it was recorded.
    #[must_use]
    pub fn last(&self) -> Option<(u64, DateOfKnowledge)> {
        self.last
    }

    fn takes(&mut self, number: u64, recorded: DateOfKnowledge) -> bool {
        let takes = self.known_at.includes(number, recorded);
        if takes {
            self.last = Some((number, recorded));
        }
        takes
    }

    /// Puts everything in order. A correction takes the place of what it corrects, under its own number; a correction of a
    /// correction takes the place of that.
    #[must_use]
    pub fn record(self) -> Record {
        let Self { mut acts, others, corrected, last, .. } = self;
        let standing = others.into_iter().filter(|entry| !corrected.contains(&entry.number));
        let (mut rest, mut rectified) = (Vec::new(), Vec::new());
        let mut record = Record { last, ..Record::default() };
        acts.retain(|act| !corrected.contains(&act.entry));
        for mut entry in standing {
            if let Content::Correction(correction) = entry.content {
                let Some(instead) = correction.instead else { continue };
                entry.content = *instead;
                let of = entry.content.treaty().cloned();
                rectified.extend(of.zip(correction.rectification));
            }
            match entry.content {
                Content::Party(_) | Content::Treaty(_) => record.take(entry),
                Content::Act(act) => {
                    let Entry { number, standing, sources, .. } = entry;
                    acts.push(GatheredAct { entry: number, standing, sources: sources.into(), act });
                }
                _ => rest.push(entry),
            }
        }
        for entry in rest {
            record.take(entry);
        }
        for (treaty, papers) in rectified {
            if let Some(treaty) = record.treaties.get_mut(&treaty) {
                treaty.rectifications.push(papers);
            }
        }
        record.corrected = corrected;
        record.take_acts(acts);
        record.put_in_order();
        record
    }
}

impl Record {
    /// Takes many acts. Identifiers of treaties are dear to compare, so each is looked up once.
    fn take_acts(&mut self, acts: Vec<GatheredAct>) {
        let places: HashMap<TreatyId, usize> = self.treaties.keys().cloned().zip(0..).collect();
        let mut by_treaty: Vec<Vec<RecordedAct>> = vec![Vec::new(); places.len()];
        self.particulars.reserve(acts.len());
        for GatheredAct { entry, standing, sources, act } in acts {
            let (Some(party), Some(place)) = (self.parties.by_code(act.party), places.get(&act.treaty)) else {
                continue;
            };
            by_treaty[*place].push(recorded(entry, standing, party, &act));
            self.keep_particulars(entry, sources, act.note);
        }
        for (treaty, acts) in self.treaties.values_mut().zip(by_treaty) {
            treaty.acts = acts;
        }
        self.particulars.sort_unstable_by_key(|(entry, _)| *entry);
    }
}

impl Record {
    /// The record with what was recorded after it; none where that changes more than it adds (a correction, a treaty's or
    /// a party's entry), so that everything must be put in order anew.
    #[must_use]
    pub fn and(&self, news: Vec<Entry>) -> Option<Self> {
        let adds =
            |entry: &Entry| !matches!(entry.content, Content::Party(_) | Content::Treaty(_) | Content::Correction(_));
        if !news.iter().all(adds) {
            return None;
        }
        let mut record = self.clone();
        let mut touched = HashSet::new();
        for entry in news {
            record.last = Some((entry.number, entry.recorded));
            let Entry { number, standing, sources, content, .. } = entry;
            match content {
                Content::Act(act) => {
                    touched.insert(act.treaty.clone());
                    record.take_act(GatheredAct { entry: number, standing, sources: sources.into(), act });
                }
                content => record.take(Entry { sources, content, ..entry }),
            }
        }
        for treaty in touched {
            if let Some(treaty) = record.treaties.get_mut(&treaty) {
                treaty.put_in_order(&record.parties);
            }
        }
        record.put_others_in_order();
        Some(record)
    }
}
