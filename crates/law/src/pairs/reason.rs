//! Why a treaty is in force between two States or is not, and under which reservations, as data.

use serde::Serialize;

use super::{Applied, NotInForce, Pairs};
use crate::calendar::{DateOfAct, DateOfEffect};
use crate::party::PartyCode;
use crate::reservation::Reaction;
use crate::statement::StatementKind;

/// One reason. Articles are those of the Vienna Convention on the Law of Treaties, unless they are said to be the treaty's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum PairReason {
    /// Since when the treaty is in force for one of the two.
    InForceFor {
        /// The State.
        party: PartyCode,
        /// Since when.
        since: DateOfEffect,
    },
    /// The treaty is not in force for one of the two.
    NotInForceFor {
        /// The State.
        party: PartyCode,
        /// Since when it is no longer, where it was once.
        ended: Option<DateOfEffect>,
    },
    /// A reservation that needs everybody's acceptance, or that of an organ, does not have it (20(2) and (3)).
    ReservationNotAccepted {
        /// The reservation.
        statement: String,
        /// The article.
        article: &'static str,
    },
    /// An objection that excludes the treaty between the two (20(4)(b)).
    TreatyExcluded {
        /// The objection.
        statement: String,
        /// The reservation.
        to: Option<String>,
        /// Whose objection it is.
        party: PartyCode,
        /// The article.
        article: &'static str,
    },
    /// The treaty's own clause makes consent depend on acceptance, and there is none.
    ConsentNotAccepted {
        /// Who has not accepted.
        party: PartyCode,
        /// Whose consent.
        of: PartyCode,
        /// The treaty's article.
        treaty_article: String,
    },
    /// The treaty's own clause lets a State object to another's consent, and one has.
    ConsentObjectedTo {
        /// The objection.
        statement: String,
        /// Whose objection it is.
        party: PartyCode,
        /// The treaty's article.
        treaty_article: String,
    },
    /// The period from the acceptance of a State's consent is not over.
    AcceptedFrom {
        /// From when the treaty is in force between the two.
        from: DateOfEffect,
        /// The treaty's article.
        treaty_article: String,
    },
    /// The treaty is in force between the two since the later of the days on which it was for each, or a later one still.
    InForceSince {
        /// The day.
        since: DateOfEffect,
    },
    /// How the other State stands to a reservation, and what follows.
    Reserved {
        /// The reservation.
        statement: String,
        /// Its author.
        party: PartyCode,
        /// The other State.
        towards: PartyCode,
        /// What has become of the reservation.
        state: &'static str,
        /// How the other State stands to it.
        reaction: &'static str,
        /// Since when it has accepted or objected.
        on: Option<DateOfAct>,
        /// Until when it may object.
        until: Option<DateOfAct>,
        /// What follows.
        consequence: &'static str,
        /// The article.
        article: &'static str,
        /// The treaty's own article that permits it, for an opt-out.
        #[serde(skip_serializing_if = "Option::is_none")]
        permitted_by: Option<String>,
    },
}

impl Pairs<'_> {
    /// Why the treaty is in force between two members or is not; `article`: only reservations that concern it.
    #[must_use]
    pub fn reasons(&self, one: usize, other: usize, article: Option<&str>) -> Vec<PairReason> {
        let mut reasons = Vec::new();
        for place in [one, other] {
            let Some(member) = self.members.get(place) else { continue };
            reasons.push(match member.in_force {
                Some(since) => PairReason::InForceFor { party: member.code, since },
                None => PairReason::NotInForceFor { party: member.code, ended: member.ended },
            });
        }
        let between = self.between(one, other);
        reasons.extend(between.not.and_then(|not| self.why_not(not)));
        reasons.extend(between.since.map(|since| PairReason::InForceSince { since }));
        for (author, towards) in [(one, other), (other, one)] {
            let touches =
                |applied: &Applied<'_, '_>| article.is_none_or(|article| applied.reservation.touches(article));
            for applied in self.applied(author, towards).filter(touches) {
                reasons.extend(self.of_reservation(&applied, author, towards));
            }
        }
        reasons
    }

    fn why_not(&self, not: NotInForce<'_>) -> Option<PairReason> {
        let treaty_article = || self.treaty.pairs.as_ref().map(|clause| clause.article.clone()).unwrap_or_default();
        let code = |place: usize| self.members.get(place).map(|member| member.code);
        Some(match not {
            NotInForce::NotFor(_) => return None,
            NotInForce::NotAccepted(made) => {
                PairReason::ReservationNotAccepted { statement: made.what.id.clone(), article: "20(2) and (3)" }
            }
            NotInForce::Excluded(objection) => PairReason::TreatyExcluded {
                statement: objection.what.id.clone(),
                to: objection.what.to.clone(),
                party: objection.what.party,
                article: "20(4)(b)",
            },
            NotInForce::ConsentNotAccepted { by, of } => {
                PairReason::ConsentNotAccepted { party: code(by)?, of: code(of)?, treaty_article: treaty_article() }
            }
            NotInForce::ConsentObjectedTo(objection) => PairReason::ConsentObjectedTo {
                statement: objection.what.id.clone(),
                party: objection.what.party,
                treaty_article: treaty_article(),
            },
            NotInForce::NotYet { from } => PairReason::AcceptedFrom { from, treaty_article: treaty_article() },
        })
    }

    fn of_reservation(&self, applied: &Applied<'_, '_>, author: usize, towards: usize) -> Option<PairReason> {
        let (author, towards) = (self.members.get(author)?, self.members.get(towards)?);
        author.bound.and(towards.bound)?;
        Some(PairReason::Reserved {
            statement: applied.reservation.made.what.id.clone(),
            party: author.code,
            towards: towards.code,
            state: applied.reservation.state.word(),
            reaction: applied.reaction.word(),
            on: applied.reaction.on(),
            until: applied.reaction.until(),
            consequence: applied.consequence.word(),
            article: applied.article(),
            permitted_by: self.permitted_by(applied),
        })
    }

    /// The treaty's own article that permits an opt-out.
    fn permitted_by(&self, applied: &Applied<'_, '_>) -> Option<String> {
        let clause =
            self.treaty.settlement.as_ref().filter(|_| applied.reservation.made.what.kind == StatementKind::OptOut);
        clause?.opt_out.clone()
    }
}

impl Reaction<'_> {
    /// The word by which programs name it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::NotNeeded => "not-needed",
            Self::Accepted { .. } => "accepted",
            Self::DeemedAccepted { .. } => "deemed-accepted",
            Self::Open { .. } => "open",
            Self::Objected(_) => "objected",
            Self::ObjectionWithdrawn { .. } => "objection-withdrawn",
        }
    }

    /// Since when the State has accepted, or objected.
    #[must_use]
    pub fn on(&self) -> Option<DateOfAct> {
        match self {
            Self::NotNeeded | Self::Open { .. } => None,
            Self::Accepted { by } => Some(by.what.counts_from().at_latest()),
            Self::DeemedAccepted { since } | Self::ObjectionWithdrawn { since, .. } => Some(*since),
            Self::Objected(objection) => Some(objection.made.what.counts_from().at_latest()),
        }
    }

    /// The last day on which it may object.
    #[must_use]
    pub const fn until(&self) -> Option<DateOfAct> {
        match self {
            Self::Open { until } => *until,
            _ => None,
        }
    }
}
