//! Reasons: why a date is what it is, as data. The clause applied, the acts counted and those left out, the
//! arithmetic, the choices made and what a decision overrode.
//!
//! A derivation takes something to give its reasons to. [`Unasked`] takes none, and then none is built.

use serde::Serialize;

use crate::act::{Action, DayOfAct, Standing};
use crate::calendar::{Date, DateOfAct, DateOfEffect, Reckoning, Step, Wording};
use crate::final_clauses::{Family, IntervalReading, Percent};
use crate::party::PartyCode;
use crate::record::{Record, RecordedAct};
use crate::treaty::TreatyId;

/// What a derivation gives its reasons to.
pub trait Reasons {
    /// Whether somebody asked.
    fn are_asked_for(&self) -> bool;

    /// Takes a reason; builds it only if somebody asked.
    fn give(&mut self, reason: impl FnOnce() -> Reason);
}

/// Nobody asked for reasons.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unasked;

impl Reasons for Unasked {
    fn are_asked_for(&self) -> bool {
        false
    }

    fn give(&mut self, _: impl FnOnce() -> Reason) {}
}

impl Reasons for Vec<Reason> {
    fn are_asked_for(&self) -> bool {
        true
    }

    fn give(&mut self, reason: impl FnOnce() -> Reason) {
        self.push(reason());
    }
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// The party's own act of consent.
    Consent {
        /// The act.
        instrument: Instrument,
    },
    /// The party has signed, which does not bind it yet.
    SignedOnly {
        /// The signature.
        signature: Instrument,
    },
    /// Something was reported of the party that is not the depositary's record.
    ReportedOnly {
        /// What was reported.
        act: Instrument,
        /// Where.
        sources: Vec<String>,
    },
    /// The register holds the treaty's clauses and none of its acts, so that its status is not known.
    NoActs,
    /// The party has done nothing towards the treaty by that day.
    NothingDone,
    /// The instruments that were counted towards the threshold.
    Counted {
        /// The article.
        article: String,
        /// How many are needed.
        needed: u16,
        /// Which acts the clause counts; empty: every act of consent except succession.
        of: Vec<Action>,
        /// Whether the clause speaks of parties rather than of instruments.
        as_parties: bool,
        /// Those counted, by day and then by name, up to and including the day on which there were enough.
        instruments: Vec<Instrument>,
        /// How many more are needed; nought once there are enough.
        remaining: u16,
        /// Parties that the clause names and that must be among them.
        #[serde(skip_serializing_if = "Option::is_none")]
        named: Option<NamedParties>,
    },
    /// The instruments of every member of a list were needed.
    EveryOf {
        /// The article.
        article: String,
        /// The list.
        list: String,
        /// Those of its members that had deposited.
        deposited: Vec<String>,
        /// Those that had not.
        wanting: Vec<String>,
    },
    /// A share of a weight was needed.
    ShareOf {
        /// The article.
        article: String,
        /// The share needed, in hundredths.
        needed: Percent,
        /// Of what.
        of: String,
        /// The share of those that had deposited.
        have: Percent,
        /// What each of them contributes.
        contributions: Vec<Contribution>,
        /// Where the weights were taken from.
        source: Option<String>,
    },
    /// A part of the parties to another treaty was needed.
    FractionOf {
        /// The article.
        article: String,
        /// Which part.
        fraction: String,
        /// The other treaty.
        of: TreatyId,
        /// The day on which its parties were counted.
        on: DateOfAct,
        /// How many it had: those for which it was in force.
        parties: usize,
        /// How many acceptances that makes necessary.
        needed: usize,
        /// How many there were.
        have: usize,
    },
    /// Tacit acceptance: deemed accepted on a day, unless too many had objected.
    DeemedAccepted {
        /// The article.
        article: String,
        /// The day.
        on: DateOfAct,
        /// The part of the parties more than which must not have objected.
        unless: String,
        /// The treaty whose parties may object.
        of: TreatyId,
        /// How many they were on that day.
        parties: usize,
        /// How many of them had objected.
        objections: usize,
    },
    /// The treaty enters into force on a day that it names, the condition having been met by then.
    OnTheDayNamed {
        /// The article.
        article: String,
        /// The day.
        day: DateOfEffect,
    },
    /// The party applies the treaty provisionally, which makes it no party.
    AppliesProvisionally {
        /// Its notification.
        act: Instrument,
    },
    /// One of several conditions is enough, whichever is met first.
    WhicheverFirst {
        /// The article.
        article: String,
    },
    /// The treaty is subject to the entry into force of another.
    SubjectTo {
        /// The other treaty.
        treaty: TreatyId,
        /// The other's entry into force; `None`: it is not in force, so neither is this one.
        in_force: Option<DateOfEffect>,
    },
    /// The treaty can't be in force before a day.
    Floor {
        /// The article.
        article: String,
        /// The clause's words.
        clause: String,
        /// The day; `None` when it can't be told.
        day: Option<DateOfEffect>,
    },
    /// The treaty's file names a list or table that it doesn't hold.
    NotHeld {
        /// The list or table.
        what: String,
    },
    /// Only a party to another treaty can be bound by this one.
    PartyTo {
        /// The article.
        article: String,
        /// The other treaty.
        treaty: TreatyId,
        /// The other's entry into force for the party; `None`: it is not bound by the other.
        in_force: Option<DateOfEffect>,
    },
    /// The day on which there were enough, with all the instruments of that day: the clause counts instruments and
    /// gives those of one day no order, so that none of them alone is the last one needed.
    Reached {
        /// The day.
        on: DateOfAct,
        /// The instruments of that day.
        instruments: Vec<Instrument>,
        /// Their places in the count, first and last.
        places: (usize, usize),
    },
    /// An instrument that was not counted, and why.
    LeftOut {
        /// The instrument.
        instrument: Instrument,
        /// Why.
        why: WhyLeftOut,
    },
    /// A period as counted.
    Reckoned {
        /// The article.
        article: String,
        /// The treaty's wording.
        wording: String,
        /// The day counted from.
        from: Date,
        /// The steps.
        steps: Vec<Step>,
        /// The day reached.
        to: DateOfEffect,
    },
    /// The party's instrument was among those that brought the treaty into force, which it does on one day for all.
    AmongTheFirst {
        /// The article.
        article: String,
    },
    /// The party's instrument came later, and its own period runs.
    CameLater {
        /// The article.
        article: String,
        /// To which deposits the article speaks.
        family: Family,
    },
    /// The party's own period ended before the treaty was in force; it waits for the treaty.
    NotBeforeTheTreaty {
        /// The end of its own period.
        own: DateOfEffect,
        /// The treaty's entry into force.
        treaty: DateOfEffect,
    },
    /// The instrument came after enough had been deposited and before the treaty was in force; the clause is silent.
    Interval {
        /// The article that is silent.
        article: String,
        /// The day on which there were enough.
        reached: DateOfAct,
        /// The day of the party's deposit.
        deposited: DateOfAct,
        /// The treaty's entry into force.
        in_force: DateOfEffect,
        /// The reading applied, and the date it gives.
        applied: Reading,
        /// The other reading.
        other: Option<Reading>,
        /// How settled the question is.
        standing: Option<String>,
    },
    /// A successor State is bound from the date of succession.
    Succession {
        /// The day that the notification names, or that on which the State came into being.
        from: DateOfEffect,
    },
    /// The depositary named the day, and its word stands over what would follow from the clauses.
    Decided {
        /// The entry that records the depositary's word.
        entry: u64,
        /// The day it names.
        date: DateOfEffect,
        /// What the clauses alone would give.
        derived: Option<DateOfEffect>,
        /// The article that it names.
        article: Option<String>,
        /// Why.
        because: String,
        /// The papers.
        sources: Vec<String>,
    },
    /// The instrument was withdrawn before it took effect.
    Withdrawn {
        /// The withdrawal.
        act: Instrument,
    },
    /// The party gave notice of denunciation.
    Denounced {
        /// The notice.
        notice: Instrument,
        /// The day of its receipt, from which the period runs.
        received: DateOfAct,
    },
    /// The State is no more, and with it its participation.
    CeasedToExist {
        /// The first day on which it was no more.
        until: DateOfEffect,
        /// The States that continue or succeeded to it.
        heirs: Vec<PartyCode>,
    },
    /// The treaty's file has no clause on this, so nothing can be derived.
    NoClause,
    /// A period could not be counted.
    NotReckoned {
        /// Why.
        because: String,
    },
}

/// Parties that a clause names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedParties {
    /// How many of them are needed.
    pub needed: usize,
    /// Those that had deposited.
    pub deposited: Vec<String>,
    /// Those that had not.
    pub wanting: Vec<String>,
}

/// What one party contributes to a share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Contribution {
    /// Its name on the day of its deposit.
    pub name: String,
    /// Its code.
    pub party: PartyCode,
    /// Its share, in hundredths.
    pub share: Percent,
}

/// Why an instrument was not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyLeftOut {
    /// It is only reported, not on the depositary's record.
    Reported,
    /// The clause does not count acts of that kind.
    OtherKind,
    /// It was withdrawn before enough had been deposited.
    Withdrawn,
    /// An organization's instrument is not counted as additional to those of its member States.
    Organization,
}

/// A reading of a clause and the date that it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The reading.
    pub reading: IntervalReading,
    /// The article that it rests on.
    pub article: String,
    /// The date.
    pub date: DateOfEffect,
    /// The treaty's wording, where a period is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    /// The steps, where a period is counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

/// An act as reasons show it: with the party's name on that day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Instrument {
    /// The day.
    pub date: DayOfAct,
    /// The party's name on that day.
    pub name: String,
    /// The name as in running text.
    pub name_in_text: String,
    /// The party.
    pub party: PartyCode,
    /// What was done.
    pub action: Action,
    /// On whose word.
    pub standing: Standing,
    /// The entry that recorded it.
    pub entry: u64,
}

impl Instrument {
    /// The act as reasons show it.
    #[must_use]
    pub fn of(act: &RecordedAct, record: &Record) -> Self {
        let party = &record.parties[act.party];
        let name = party.name_on(act.date.at_latest().day());
        Self {
            date: act.date,
            name: name.name.clone(),
            name_in_text: name.in_text().to_owned(),
            party: party.code,
            action: act.action,
            standing: act.standing,
            entry: act.entry,
        }
    }
}

impl Reason {
    /// A period as counted, under an article.
    #[must_use]
    pub fn reckoned(article: &str, wording: &Wording, reckoning: &Reckoning) -> Self {
        Self::Reckoned {
            article: article.to_owned(),
            wording: wording.text().to_owned(),
            from: reckoning.from,
            steps: reckoning.steps().collect(),
            to: DateOfEffect::new(reckoning.to),
        }
    }
}
