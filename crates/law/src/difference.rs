//! What differs between two answers to one question, particular by particular.

use serde::Serialize;

use crate::act::{Action, Standing};
use crate::calendar::{DateOfAct, DateOfEffect};
use crate::record::RecordedAct;
use crate::status::{Participant, Status};

/// A particular of an answer: of a treaty's status, or of a party's part in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The day of the treaty's entry into force.
    EntryIntoForce,
    /// The article on its entry into force.
    Article,
    /// How many have signed.
    Signatories,
    /// How many are bound.
    Contracting,
    /// For how many it is in force.
    Parties,
    /// How many have signed and are not bound.
    SignatoriesNotContracting,
    /// Of how many something is only reported.
    ReportedOnly,
    /// The party's name.
    Name,
    /// The day of its signature.
    Signature,
    /// The kind of its signature.
    SignatureKind,
    /// The kind of its act of consent.
    Consent,
    /// The day of its act of consent.
    ConsentDate,
    /// The day on which the paper was received, where it is another: the act counts from then.
    ConsentReceived,
    /// The day of entry into force for it.
    InForce,
    /// The first day on which it is no longer bound.
    Ended,
    /// Since when it applies the treaty provisionally.
    Provisional,
    /// On whose word.
    Standing,
}

impl Field {
    /// Every particular, those of a treaty before those of a party's part in it.
    pub const ALL: [Self; 17] = [
        Self::EntryIntoForce,
        Self::Article,
        Self::Signatories,
        Self::Contracting,
        Self::Parties,
        Self::SignatoriesNotContracting,
        Self::ReportedOnly,
        Self::Name,
        Self::Signature,
        Self::SignatureKind,
        Self::Consent,
        Self::ConsentDate,
        Self::ConsentReceived,
        Self::InForce,
        Self::Ended,
        Self::Provisional,
        Self::Standing,
    ];
}

/// What a particular is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// The day of an act.
    Act(DateOfAct),
    /// A day of effect.
    Effect(DateOfEffect),
    /// A count.
    Number(usize),
    /// A kind of act.
    Action(Action),
    /// A standing.
    Standing(Standing),
    /// An article or a name.
    Text(String),
}

/// A particular that is another after than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Which.
    pub field: Field,
    /// What it was; `None`: there was none.
    pub before: Option<Value>,
    /// What it is; `None`: there is none any more.
    pub after: Option<Value>,
}

/// An answer, as the particulars that can differ from those of another one. Where nothing is known there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answered(Vec<(Field, Value)>);

impl Answered {
    /// The particulars of a treaty's status.
    #[must_use]
    pub fn of_treaty(status: &Status<'_>) -> Self {
        let article = status.treaty.entry_into_force.as_ref().map(|clause| clause.article.clone());
        let counts = status.counts;
        let dated = [
            (Field::EntryIntoForce, status.entry_into_force.date.map(Value::Effect)),
            (Field::Article, article.map(Value::Text)),
        ];
        let counted = [
            (Field::Signatories, counts.signatories),
            (Field::Contracting, counts.contracting),
            (Field::Parties, counts.parties),
            (Field::SignatoriesNotContracting, counts.signatories_not_contracting),
            (Field::ReportedOnly, status.reported().count()),
        ];
        Self::of(dated.into_iter().chain(counted.map(|(field, count)| (field, Some(Value::Number(count))))))
    }

    /// The particulars of a party's part in a treaty.
    #[must_use]
    pub fn of_part(part: &Participant<'_>) -> Self {
        let (signature, consent) = (part.signature, part.consent);
        let day = |act: Option<&RecordedAct>| act.and_then(|act| act.date.exact()).map(Value::Act);
        let kind = |act: Option<&RecordedAct>| act.map(|act| Value::Action(act.action));
        Self::of([
            (Field::Name, Some(Value::Text(part.name.name.clone()))),
            (Field::Signature, day(signature)),
            (Field::SignatureKind, kind(signature)),
            (Field::Consent, kind(consent)),
            (Field::ConsentDate, day(consent)),
            (Field::ConsentReceived, consent.and_then(|act| act.received).map(Value::Act)),
            (Field::InForce, part.in_force.map(Value::Effect)),
            (Field::Ended, part.ended.map(Value::Effect)),
            (Field::Provisional, part.provisional.map(|act| Value::Act(act.counts_from()))),
            (Field::Standing, Some(Value::Standing(part.standing))),
        ])
    }

    fn of(particulars: impl IntoIterator<Item = (Field, Option<Value>)>) -> Self {
        Self(particulars.into_iter().filter_map(|(field, value)| Some((field, value?))).collect())
    }

    /// A particular, if there is one.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&Value> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, value)| value)
    }

    /// What is another in `after`. A party has its name whatever it did, so that a name is no news where it had no part
    /// before, or has none after.
    #[must_use]
    pub fn changes_to(&self, after: &Self) -> Vec<Change> {
        let change = |field: Field| {
            let (was, is) = (self.get(field), after.get(field));
            let news = was != is && (field != Field::Name || (was.is_some() && is.is_some()));
            news.then(|| Change { field, before: was.cloned(), after: is.cloned() })
        };
        Field::ALL.into_iter().filter_map(change).collect()
    }
}
