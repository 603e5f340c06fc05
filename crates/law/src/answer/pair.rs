//! A treaty between two States, as data.

use serde::Serialize;

use super::StatementAnswer;
use crate::calendar::{AsAt, DateOfAct, DateOfEffect, DateOfKnowledge};
use crate::final_clauses::ReservationRules;
use crate::pairs::{Applied, Consequence, PairReason, Pairs, Version};
use crate::party::{PartyCode, PartyIndex};
use crate::record::{Record, TreatyRecord};
use crate::reservation::Reaction;
use crate::statement::StatementKind;
use crate::territory::{Application, Territory};
use crate::treaty::TreatyId;

/// What is asked about a pair.
#[derive(Debug, Clone, Default)]
pub struct PairAsked<'a> {
    /// Only reservations that concern an article.
    pub article: Option<String>,
    /// For which territory of one of the two.
    pub territory: Option<&'a Territory>,
}

/// A treaty between two States on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PairAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// The two States, as asked.
    pub between: [PartyCode; 2],
    /// Their names on the day.
    pub names: [String; 2],
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// The article to which the reservations are narrowed down.
    pub article: Option<String>,
    /// Whether the treaty is in force between them.
    pub in_force: bool,
    /// Since when.
    pub since: Option<DateOfEffect>,
    /// The territory asked about, and whether the treaty applies to it; `in_force` and `since` are then for it.
    pub territory: Option<TerritoryAnswer>,
    /// The amendments in force, and whether the treaty is in force between the two as amended.
    pub versions: Vec<VersionAnswer>,
    /// The reservations of either that stand, and what follows from each between the two.
    pub reservations: Vec<ReservationAnswer>,
    /// The objections of either to these reservations.
    pub objections: Vec<ObjectionAnswer>,
    /// The reservations of either that have no effect between the two: withdrawn, pending, defeated, not confirmed.
    pub without_effect: Vec<ReservationAnswer>,
    /// Why.
    pub reasons: Vec<PairReason>,
}

/// A treaty's application to a territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TerritoryAnswer {
    /// Its name.
    pub name: String,
    /// The State responsible for it on the day.
    pub party: Option<PartyCode>,
    /// Whether the treaty applies to it.
    pub applies: bool,
    /// Since when.
    pub since: Option<DateOfEffect>,
    /// The statement that decides; null where the territory follows its State, or was not named.
    pub statement: Option<String>,
}

/// An amendment between two parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VersionAnswer {
    /// The amendment.
    pub amendment: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// Since when it is in force.
    pub in_force: DateOfEffect,
    /// How each of the two is bound by it.
    pub bound: Vec<VersionBoundAnswer>,
    /// Whether the treaty is in force between the two as amended.
    pub applies: bool,
    /// Since when.
    pub since: Option<DateOfEffect>,
}

/// How a party is bound by an amendment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VersionBoundAnswer {
    /// The party.
    pub party: PartyCode,
    /// By what.
    pub by: &'static str,
    /// Since when.
    pub since: Option<DateOfEffect>,
}

impl VersionAnswer {
    fn of(version: &Version<'_>, between: [PartyCode; 2]) -> Self {
        let bound = between.into_iter().zip(version.bound);
        Self {
            amendment: version.amendment.treaty.clone(),
            title: version.amendment.title_in("en").to_owned(),
            in_force: version.in_force,
            bound: bound
                .map(|(party, bound)| VersionBoundAnswer { party, by: bound.word(), since: bound.since() })
                .collect(),
            applies: version.since().is_some(),
            since: version.since(),
        }
    }
}

/// A reservation between its author and the other State.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReservationAnswer {
    /// The statement.
    #[serde(flatten)]
    pub statement: StatementAnswer,
    /// The other State.
    pub towards: PartyCode,
    /// How it stands to the reservation.
    pub reaction: &'static str,
    /// Since when it has accepted or objected.
    pub reacted: Option<DateOfAct>,
    /// The last day on which it may object.
    pub open_until: Option<DateOfAct>,
    /// What follows between the two.
    pub consequence: &'static str,
    /// The article of the Vienna Convention on the Law of Treaties on which that rests.
    pub rests_on: &'static str,
    /// Between whom it changes which provisions, in each direction.
    pub applies: Vec<AppliesAnswer>,
}

/// One direction of a reservation's effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AppliesAnswer {
    /// For whom.
    pub party: PartyCode,
    /// In its relations with whom.
    pub towards: PartyCode,
    /// The provisions.
    pub provisions: Vec<String>,
    /// The article of the Vienna Convention on the Law of Treaties.
    pub article: &'static str,
}

/// An objection to a reservation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ObjectionAnswer {
    /// The statement.
    #[serde(flatten)]
    pub statement: StatementAnswer,
    /// Whether it was made in time; one that was not has no effect.
    pub in_time: bool,
}

impl PairAnswer {
    /// A treaty between two States on a day.
    #[must_use]
    pub fn of(
        pairs: &Pairs<'_>,
        states: [PartyIndex; 2],
        treaty: &TreatyRecord,
        record: &Record,
        asked: &PairAsked<'_>,
    ) -> Self {
        let [one, other] = states.map(|state| pairs.place(state));
        let (between, reasons) = match (one, other) {
            (Some(one), Some(other)) => {
                (Some(pairs.between(one, other)), pairs.reasons(one, other, asked.article.as_deref()))
            }
            _ => (None, Vec::new()),
        };
        let mut answer = Self {
            treaty: pairs.treaty.treaty.clone(),
            title: pairs.treaty.title_in("en").to_owned(),
            between: states.map(|state| record.code(state)),
            names: states.map(|state| record.parties[state].name_on(pairs.as_at.day()).name.clone()),
            as_at: pairs.as_at,
            known_at: record.last().map(|(_, moment)| moment),
            article: asked.article.clone(),
            in_force: between.is_some_and(|between| between.in_force()),
            since: between.and_then(|between| between.since),
            territory: None,
            versions: Vec::new(),
            reservations: Vec::new(),
            objections: Vec::new(),
            without_effect: Vec::new(),
            reasons,
        };
        if answer.in_force {
            let versions = Version::all(treaty, states, record, pairs.as_at);
            answer.versions = versions.iter().map(|version| VersionAnswer::of(version, answer.between)).collect();
        }
        if let Some(territory) = asked.territory {
            answer.narrow_to(territory, treaty, record);
        }
        for (state, place) in states.into_iter().zip([one, other]) {
            if place.is_none() {
                answer.reasons.push(PairReason::NotInForceFor { party: record.code(state), ended: None });
            }
        }
        if let (Some(one), Some(other)) = (one, other) {
            for (author, towards) in [(one, other), (other, one)] {
                answer.take(pairs, author, towards, treaty, record);
            }
        }
        answer
    }

    /// The treaty is in force for a territory where it is between the two, and applies to the territory.
    fn narrow_to(&mut self, territory: &Territory, treaty: &TreatyRecord, record: &Record) {
        let application = Application::of(territory, treaty, record, self.as_at);
        self.since = self.since.zip(application.since).map(|(since, applies)| since.max(applies));
        self.in_force = self.since.is_some();
        self.territory = Some(TerritoryAnswer {
            name: territory.name.clone(),
            party: application.party,
            applies: application.since.is_some(),
            since: application.since,
            statement: application.by.map(|kept| kept.what.id.clone()),
        });
    }

    fn take(&mut self, pairs: &Pairs<'_>, author: usize, towards: usize, treaty: &TreatyRecord, record: &Record) {
        let Some((from, to)) = pairs.members().get(author).zip(pairs.members().get(towards)) else { return };
        if from.bound.is_none() || to.bound.is_none() {
            return;
        }
        for applied in pairs.applied(author, towards) {
            if self.article.as_ref().is_some_and(|article| !applied.reservation.touches(article)) {
                continue;
            }
            let statement = StatementAnswer::plain(applied.reservation.made, treaty, record, pairs.as_at);
            let reservation = ReservationAnswer {
                statement: statement.with(applied.reservation),
                towards: to.code,
                reaction: applied.reaction.word(),
                reacted: applied.reaction.on(),
                open_until: applied.reaction.until(),
                consequence: applied.consequence.word(),
                rests_on: applied.article(),
                applies: applies(&applied, from.code, to.code),
            };
            if applied.consequence == Consequence::None {
                self.without_effect.push(reservation);
            } else {
                self.objections.extend(objections(pairs, &applied, to.code, treaty, record));
                self.reservations.push(reservation);
            }
        }
    }
}

/// In which direction a reservation changes which provisions (VCLT 21(1) and (3)).
fn applies(applied: &Applied<'_, '_>, author: PartyCode, other: PartyCode) -> Vec<AppliesAnswer> {
    let own = || applied.reservation.articles.iter().map(|article| (*article).to_owned()).collect();
    let (first, second, provisions): (_, _, Vec<String>) = match (applied.consequence, applied.reaction) {
        (Consequence::Reserved, _) => ("21(1)(a)", "21(1)(b)", own()),
        (Consequence::ProvisionsExcluded, Reaction::Objected(objection))
            if !objection.made.what.articles.is_empty() =>
        {
            ("21(3)", "21(3)", objection.made.what.articles.clone())
        }
        (Consequence::NotToThatExtent | Consequence::ProvisionsExcluded, _) => ("21(3)", "21(3)", own()),
        _ => return Vec::new(),
    };
    vec![
        AppliesAnswer { party: author, towards: other, provisions: provisions.clone(), article: first },
        AppliesAnswer { party: other, towards: author, provisions, article: second },
    ]
}

/// What the other State objected, in time or not.
fn objections(
    pairs: &Pairs<'_>,
    applied: &Applied<'_, '_>,
    by: PartyCode,
    treaty: &TreatyRecord,
    record: &Record,
) -> Vec<ObjectionAnswer> {
    let rules = ReservationRules::of(treaty.treaty.reservations.as_ref());
    let statements = pairs.statements();
    let own = statements.about(&applied.reservation.made.what.id, StatementKind::Objection);
    let own = own.filter(|kept| kept.what.party == by);
    let counted = match applied.reaction {
        Reaction::Objected(objection) | Reaction::ObjectionWithdrawn { objection, .. } => Some(objection.made.entry),
        _ => None,
    };
    own.map(|kept| {
        let mut statement = StatementAnswer::plain(kept, treaty, record, pairs.as_at);
        statement.withdrawn = statements.withdrawn(&kept.what.id, rules).filter(|day| pairs.as_at.follows(*day));
        ObjectionAnswer { statement, in_time: counted == Some(kept.entry) }
    })
    .collect()
}
