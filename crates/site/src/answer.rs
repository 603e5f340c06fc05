//! The answers that pages give first: is it in force, since when, in accordance with which article?

use law::calendar::{AsAt, DateOfEffect};
use law::party::PartyIndex;
use law::reason::Reason;
use law::record::{Record, TreatyRecord};
use law::status::{Explanation, Participant, Status};
use papers::condition::event;
use papers::number_words::{self, nth};

use crate::day::Day;
use crate::stance::Stance;

/// Under what a date stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ground {
    /// The article.
    pub(crate) article: Option<String>,
    /// Whether the depositary's own word gives the day.
    pub(crate) decided: bool,
}

impl Ground {
    fn of(explanation: &Explanation) -> Self {
        let decided = explanation.reasons.iter().any(|reason| matches!(reason, Reason::Decided { .. }));
        Self { article: explanation.article.clone(), decided }
    }
}

/// Whether a treaty is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TreatyAnswer {
    /// It had not been adopted yet.
    NotAdopted {
        /// The day of its adoption.
        on: Day,
    },
    /// It is in force.
    InForce {
        /// Since when.
        since: Day,
        /// Under what.
        ground: Ground,
    },
    /// It is not in force yet, and the day is known.
    Ahead {
        /// When it will enter into force.
        on: Day,
        /// Under what.
        ground: Ground,
        /// The day on which enough instruments had been deposited, with the number needed.
        reached: Option<(Day, String)>,
    },
    /// None of its acts is in the register, so that nothing can be said.
    NoActs,
    /// It is not in force; more instruments are needed.
    Needs {
        /// How many more, in words.
        more: String,
        /// Whether that is one.
        one: bool,
        /// The article.
        article: String,
        /// How many in all.
        needed: u16,
    },
    /// It is not in force, and what it waits for is no bare number of instruments.
    Awaits {
        /// What it waits for.
        event: String,
        /// The article.
        article: String,
    },
    /// No day can be derived.
    Silent {
        /// Whether there is a clause at all.
        has_clause: bool,
    },
}

impl TreatyAnswer {
    /// The answer for a treaty on the day of its status.
    pub(crate) fn of(treaty: &TreatyRecord, record: &Record, status: &Status<'_>) -> Self {
        let adopted = treaty.treaty.adopted.on;
        if !status.as_at.follows(adopted) {
            return Self::NotAdopted { on: adopted.into() };
        }
        if !status.acts_recorded && status.entry_into_force.date.is_none() {
            return Self::NoActs;
        }
        let clause = treaty.treaty.entry_into_force.as_ref();
        let answer = status.entry_into_force;
        match (answer.date, clause) {
            (Some(day), _) => {
                let ground = Ground::of(&Explanation::of_treaty(treaty, record, status.as_at));
                if status.is_in_force() {
                    return Self::InForce { since: day.into(), ground };
                }
                let needed = clause.and_then(|clause| clause.when.instruments()).map(|needed| nth(needed.count));
                Self::Ahead { on: day.into(), ground, reached: answer.reached.map(Day::from).zip(needed) }
            }
            (None, Some(clause)) if answer.reached.is_none() => match clause.when.instruments() {
                Some(needed) if answer.remaining > 0 => Self::Needs {
                    more: cardinal(answer.remaining),
                    one: answer.remaining == 1,
                    article: clause.article.clone(),
                    needed: needed.count,
                },
                _ => Self::Awaits { event: event(&clause.when), article: clause.article.clone() },
            },
            (None, clause) => Self::Silent { has_clause: clause.is_some() },
        }
    }
}

/// Whether a treaty is in force for a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PartyAnswer {
    /// It is.
    InForce {
        /// Since when.
        since: Day,
        /// Under what.
        ground: Ground,
        /// When that will end, once notice has been given.
        until: Option<Day>,
    },
    /// It is bound, and the day is known.
    Ahead {
        /// When the treaty will be in force for it.
        on: Day,
        /// Under what.
        ground: Ground,
    },
    /// It is bound, and no day can be said yet.
    Bound,
    /// It was bound until a day.
    Ended {
        /// The first day on which it is no longer bound.
        on: Day,
        /// Since when it had been.
        since: Option<Day>,
    },
    /// It withdrew its instrument before that took effect.
    Withdrawn {
        /// When.
        on: Day,
    },
    /// It has signed, and is not bound.
    Signatory,
    /// It applies the treaty provisionally, and is not bound.
    Provisional,
    /// Nothing of it is on the depositary's record, but something is reported.
    Reported,
    /// It has done nothing.
    Nothing,
}

impl PartyAnswer {
    /// The answer for a party; `participant` is `None` when it had done nothing by that day.
    pub(crate) fn of(participant: Option<&Participant<'_>>, explanation: &Explanation, as_at: AsAt) -> Self {
        let Some(participant) = participant else { return Self::Nothing };
        let day = |date: Option<DateOfEffect>| date.map(Day::from);
        match (Stance::of(participant, as_at), day(participant.in_force), day(participant.ended)) {
            (Stance::Party, Some(since), until) => Self::InForce { since, ground: Ground::of(explanation), until },
            (Stance::Contracting, Some(on), _) => Self::Ahead { on, ground: Ground::of(explanation) },
            (Stance::Ended, since, Some(on)) => Self::Ended { on, since },
            (Stance::Withdrawn, _, Some(on)) => Self::Withdrawn { on },
            (Stance::Signatory, ..) => Self::Signatory,
            (Stance::Provisional, ..) => Self::Provisional,
            (Stance::Reported, ..) => Self::Reported,
            (Stance::Party | Stance::Contracting | Stance::Ended | Stance::Withdrawn, ..) => Self::Bound,
        }
    }
}

/// A party's part in a treaty on a day; `None` when it had done nothing by then.
pub(crate) fn part<'a>(
    treaty: &TreatyRecord,
    party: PartyIndex,
    record: &'a Record,
    as_at: AsAt,
) -> Option<Participant<'a>> {
    let state = law::state::StateRecord::of(party, record, as_at);
    state.treaties.into_iter().find(|(of, _)| of.treaty == treaty.treaty.treaty).map(|(_, participant)| participant)
}

/// A number in words, as far as words are read more easily than figures.
fn cardinal(number: u16) -> String {
    match u8::try_from(number) {
        Ok(small) if small < 100 => number_words::cardinal(small),
        _ => number.to_string(),
    }
}
