//! The status of a treaty as at a day: in force or not, since when, for whom.

use crate::act::{Action, Standing};
use crate::bound::Bound;
use crate::calendar::{AsAt, DateOfAct, DateOfEffect};
use crate::consent::PartyHistory;
use crate::entry_into_force::EntryIntoForce;
use crate::party::{AlphabeticalOrder, Name, PartyIndex};
use crate::reason::{Instrument, Reason, Unasked};
use crate::record::{Record, RecordedAct, TreatyRecord};

/// The status of a treaty on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status<'a> {
    /// The treaty.
    pub treaty: &'a crate::treaty::Treaty,
    /// The day.
    pub as_at: AsAt,
    /// Whether any act towards the treaty is recorded at all. Where none is, nothing can be said of its status.
    pub acts_recorded: bool,
    /// The treaty's entry into force, which may still lie ahead.
    pub entry_into_force: EntryIntoForce,
    /// How many signed, are bound, are parties.
    pub counts: Counts,
    /// Everybody who has done anything towards the treaty by that day, in alphabetical order of the names of that day.
    pub participants: Vec<Participant<'a>>,
}

/// Counts, none of which may be taken for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Those that have signed or succeeded to a signature, whatever they did later.
    pub signatories: usize,
    /// Contracting States: bound by a deposited instrument that was neither withdrawn nor ended (VCLT 2(1)(f)).
    pub contracting: usize,
    /// Parties: those for which the treaty is in force on the day (VCLT 2(1)(g)).
    pub parties: usize,
    /// Signatories that are not contracting States.
    pub signatories_not_contracting: usize,
}

/// One participant on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant<'a> {
    /// Who.
    pub party: PartyIndex,
    /// The name on that day.
    pub name: &'a Name,
    /// The signature.
    pub signature: Option<&'a RecordedAct>,
    /// The act of consent, the last one where there were several.
    pub consent: Option<&'a RecordedAct>,
    /// The day of entry into force for the participant, which may still lie ahead.
    pub in_force: Option<DateOfEffect>,
    /// The first day on which it is no longer bound, which may still lie ahead.
    pub ended: Option<DateOfEffect>,
    /// Its notification of provisional application, until the treaty is in force for it.
    pub provisional: Option<&'a RecordedAct>,
    /// On whose word: [`Standing::Reported`] when the depositary's record shows nothing of it.
    pub standing: Standing,
    /// What was merely reported.
    pub reported: Vec<&'a RecordedAct>,
}

impl Participant<'_> {
    /// Whether it is a signatory on the depositary's record.
    #[must_use]
    pub fn has_signed(&self) -> bool {
        self.signature.is_some_and(|act| act.standing.counts())
    }

    /// Whether it is bound by an instrument that stands on that day.
    #[must_use]
    pub fn is_contracting(&self, as_at: AsAt) -> bool {
        self.consent.is_some_and(|act| act.standing.counts()) && !self.has_ended(as_at)
    }

    /// Whether the treaty is in force for it on that day.
    #[must_use]
    pub fn is_party(&self, as_at: AsAt) -> bool {
        self.is_contracting(as_at) && self.in_force.is_some_and(|day| as_at.reaches(day))
    }

    /// Whether it was bound once and no longer is.
    #[must_use]
    pub fn has_ended(&self, as_at: AsAt) -> bool {
        self.ended.is_some_and(|day| as_at.reaches(day))
    }
}

impl<'a> Status<'a> {
    /// The status of a treaty on a day.
    #[must_use]
    pub fn of(treaty: &'a TreatyRecord, record: &'a Record, as_at: AsAt) -> Self {
        let entry_into_force = EntryIntoForce::of(treaty, record, as_at, &mut Unasked);
        let mut participants: Vec<Participant<'a>> = treaty
            .by_party()
            .filter_map(|acts| PartyHistory::of(acts, as_at))
            .map(|history| participant(history, entry_into_force, treaty, record, as_at))
            .collect();
        let order = AlphabeticalOrder::english();
        participants.sort_by(|one, other| order.compare(one.name.sort_key(), other.name.sort_key()));
        let counts = count(&participants, as_at);
        let acts_recorded = !treaty.acts.is_empty();
        Self { treaty: &treaty.treaty, as_at, acts_recorded, entry_into_force, counts, participants }
    }

    /// The day up to which the acts are complete, when the day asked about lies past it: later acts may be missing.
    #[must_use]
    pub fn past_complete_to(&self) -> Option<DateOfAct> {
        self.treaty.complete_to.filter(|complete| self.as_at.day() > complete.day())
    }

    /// Whether the treaty is in force on that day.
    #[must_use]
    pub fn is_in_force(&self) -> bool {
        self.entry_into_force.date.is_some_and(|day| self.as_at.reaches(day))
    }

    /// The participants that are bound on that day.
    pub fn contracting(&self) -> impl Iterator<Item = &Participant<'a>> {
        self.participants.iter().filter(|participant| participant.is_contracting(self.as_at))
    }

    /// The participants that have signed and are not bound on that day.
    pub fn signatories_not_contracting(&self) -> impl Iterator<Item = &Participant<'a>> {
        self.participants
            .iter()
            .filter(|participant| participant.has_signed() && !participant.is_contracting(self.as_at))
    }

    /// The participants of which nothing is on the depositary's record, only reports.
    pub fn reported(&self) -> impl Iterator<Item = &Participant<'a>> {
        self.participants.iter().filter(|participant| participant.standing == Standing::Reported)
    }
}

pub(crate) fn participant<'a>(
    history: PartyHistory<'a>,
    treaty_in_force: EntryIntoForce,
    treaty: &TreatyRecord,
    record: &'a Record,
    as_at: AsAt,
) -> Participant<'a> {
    let bound = Bound::of(&history, treaty_in_force, treaty, record, as_at, &mut Unasked);
    let consent = history.last().map(|tenure| tenure.consent);
    let name = record.parties[history.party].name_on(as_at.day());
    let deposited = [history.signature, consent, history.provisional].into_iter().flatten();
    let standing = deposited.map(|act| act.standing).max().unwrap_or(Standing::Reported);
    let of_report = |wanted: fn(Action) -> bool| {
        let only_reported = standing == Standing::Reported;
        history.reported.iter().copied().find(|act| only_reported && wanted(act.action))
    };
    Participant {
        party: history.party,
        name,
        signature: history.signature.or_else(|| of_report(Action::signs)),
        consent: consent.or_else(|| of_report(Action::expresses_consent)),
        in_force: bound.in_force,
        ended: bound.ended,
        provisional: history.provisional.filter(|_| bound.in_force.is_none_or(|day| !as_at.reaches(day))),
        standing,
        reported: history.reported,
    }
}

fn count(participants: &[Participant<'_>], as_at: AsAt) -> Counts {
    let mut counts = Counts::default();
    for participant in participants {
        let (signed, contracting) = (participant.has_signed(), participant.is_contracting(as_at));
        counts.signatories += usize::from(signed);
        counts.contracting += usize::from(contracting);
        counts.parties += usize::from(participant.is_party(as_at));
        counts.signatories_not_contracting += usize::from(signed && !contracting);
    }
    counts
}

/// A date with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The day of entry into force, of the treaty or for the party.
    pub date: Option<DateOfEffect>,
    /// The first day on which the party is no longer bound.
    pub ended: Option<DateOfEffect>,
    /// The article that decides.
    pub article: Option<String>,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Explanation {
    /// Why the treaty is in force since its day, or is not.
    #[must_use]
    pub fn of_treaty(treaty: &TreatyRecord, record: &Record, as_at: AsAt) -> Self {
        let mut reasons = Vec::new();
        if treaty.acts.is_empty() && treaty.decisions.is_empty() {
            reasons.push(Reason::NoActs);
        }
        let in_force = EntryIntoForce::of(treaty, record, as_at, &mut reasons);
        let article = deciding_article(&reasons).or_else(|| clause_article(treaty));
        Self { date: in_force.date, ended: None, article, reasons }
    }

    /// Why the treaty is in force for a party since its day, or is not.
    #[must_use]
    pub fn of_party(treaty: &TreatyRecord, party: PartyIndex, record: &Record, as_at: AsAt) -> Self {
        let mut reasons = Vec::new();
        let Some(history) = PartyHistory::of(treaty.acts_of(party), as_at) else {
            reasons.push(Reason::NothingDone);
            return Self { date: None, ended: None, article: None, reasons };
        };
        open_with_own_acts(&history, record, &mut reasons);
        if history.last().is_none() {
            return Self { date: None, ended: None, article: signature_article(treaty, &history), reasons };
        }
        let in_force = EntryIntoForce::of(treaty, record, as_at, &mut reasons);
        let start = reasons.len();
        let bound = Bound::of(&history, in_force, treaty, record, as_at, &mut reasons);
        let article = deciding_article(&reasons[start..]).or_else(|| clause_article(treaty));
        Self { date: bound.in_force, ended: bound.ended, article, reasons }
    }
}

fn open_with_own_acts(history: &PartyHistory<'_>, record: &Record, reasons: &mut Vec<Reason>) {
    match (history.last(), history.signature) {
        (Some(tenure), _) => reasons.push(Reason::Consent { instrument: Instrument::of(tenure.consent, record) }),
        (None, Some(act)) => reasons.push(Reason::SignedOnly { signature: Instrument::of(act, record) }),
        (None, None) => {}
    }
    if let Some(act) = history.provisional {
        reasons.push(Reason::AppliesProvisionally { act: Instrument::of(act, record) });
    }
    for act in &history.reported {
        let sources = record.particulars(act.entry).map(|more| more.sources.to_vec()).unwrap_or_default();
        reasons.push(Reason::ReportedOnly { act: Instrument::of(act, record), sources });
    }
}

fn clause_article(treaty: &TreatyRecord) -> Option<String> {
    treaty.treaty.entry_into_force.as_ref().map(|clause| clause.article.clone())
}

fn signature_article(treaty: &TreatyRecord, history: &PartyHistory<'_>) -> Option<String> {
    history.signature?;
    treaty.treaty.participation.signature.as_ref().map(|clause| clause.article.clone())
}

/// The article that the last reason of an entry into force rests on.
fn deciding_article(reasons: &[Reason]) -> Option<String> {
    reasons.iter().rev().find_map(|reason| match reason {
        Reason::AmongTheFirst { article } | Reason::CameLater { article, .. } => Some(article.clone()),
        Reason::Interval { applied, .. } => Some(applied.article.clone()),
        Reason::Decided { article, .. } => article.clone(),
        _ => None,
    })
}
