//! Statements, as data.

use serde::Serialize;

use crate::act::{DayOfAct, Standing};
use crate::calendar::{AsAt, DateOfAct, DateOfEffect, DateOfKnowledge};
use crate::final_clauses::ReservationRules;
use crate::party::{PartyCode, PartyIndex};
use crate::record::{Kept, Record, TreatyRecord};
use crate::reservation::{Reservation, ReservationState, Statements, day_made, occasion};
use crate::statement::{Extent, Occasion, Statement, StatementKind, Touch};
use crate::treaty::TreatyId;

/// Which statements are asked about.
#[derive(Debug, Clone, Default)]
pub struct StatementsAsked {
    /// Only those of a kind.
    pub kind: Option<StatementKind>,
    /// Only those that concern an article.
    pub article: Option<String>,
    /// Only those of a State.
    pub party: Option<PartyIndex>,
}

/// The statements made towards a treaty by a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementsAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// The statements, by day and then by name.
    pub statements: Vec<StatementAnswer>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementAnswer {
    /// Its short name.
    pub id: String,
    /// Whose.
    pub party: PartyCode,
    /// The author's name on the day asked about.
    pub name: String,
    /// What it is.
    pub kind: StatementKind,
    /// With which act it was made; null for those that are made with none.
    pub at: Option<Occasion>,
    /// The day on which it was made, or `../` and a day by which it had been.
    pub made: DayOfAct,
    /// The day from which it has its place among the acts: that of receipt, or of the act that it accompanies.
    pub counts_from: DateOfAct,
    /// The day on which it was notified.
    pub circulated: Option<DayOfAct>,
    /// The statement that it is about.
    pub to: Option<String>,
    /// The State whose consent it is about.
    pub of: Option<PartyCode>,
    /// The provisions that it concerns, and still does.
    pub articles: Vec<String>,
    /// What it does to them.
    pub effect: Option<Touch>,
    /// How far an objection goes.
    pub extent: Option<Extent>,
    /// The territories.
    pub territories: Vec<String>,
    /// What it says, in short.
    pub summary: Option<String>,
    /// What has become of a reservation; null for other statements.
    pub state: Option<&'static str>,
    /// Since when it stands, or is withdrawn.
    pub since: Option<DateOfEffect>,
    /// When a late reservation is received for deposit, if nobody objects.
    pub until: Option<DateOfEffect>,
    /// Since when it is withdrawn as a whole.
    pub withdrawn: Option<DateOfAct>,
    /// Whether a program read its kind out of the text and nobody has confirmed that.
    pub inferred: bool,
    /// On whose word.
    pub standing: Standing,
    /// The papers that it rests on.
    pub sources: Vec<String>,
    /// What else needs saying.
    pub note: Option<String>,
    /// The entry.
    pub entry: u64,
}

impl StatementsAnswer {
    /// The statements made towards a treaty by a day.
    #[must_use]
    pub fn of(treaty: &TreatyRecord, record: &Record, as_at: AsAt, asked: &StatementsAsked) -> Self {
        let counted = Statements::of(treaty, record, as_at);
        let code = asked.party.map(|party| record.code(party));
        let wanted = |statement: &Statement| {
            asked.kind.is_none_or(|kind| kind == statement.kind)
                && asked.article.as_ref().is_none_or(|article| statement.touches(article))
                && code.is_none_or(|code| code == statement.party)
                && as_at.follows(day_made(statement, treaty, record).at_latest())
        };
        let all = record.statements(&treaty.treaty.treaty).filter(|kept| wanted(&kept.what));
        let mut statements: Vec<StatementAnswer> =
            all.map(|kept| StatementAnswer::asked(kept, &counted, treaty, record, as_at)).collect();
        statements.sort_by(|one, other| {
            one.counts_from
                .cmp(&other.counts_from)
                .then_with(|| one.name.cmp(&other.name))
                .then_with(|| one.id.cmp(&other.id))
        });
        Self {
            treaty: treaty.treaty.treaty.clone(),
            title: treaty.treaty.title_in("en").to_owned(),
            as_at,
            known_at: record.last().map(|(_, moment)| moment),
            statements,
        }
    }
}

impl StatementAnswer {
    fn asked(
        kept: &Kept<Statement>,
        counted: &Statements<'_>,
        treaty: &TreatyRecord,
        record: &Record,
        as_at: AsAt,
    ) -> Self {
        let rules = ReservationRules::of(treaty.treaty.reservations.as_ref());
        let reservation = Reservation::of(kept, counted, treaty, record, as_at).filter(|_| kept.standing.counts());
        let mut answer = Self::plain(kept, treaty, record, as_at);
        answer.withdrawn = counted.withdrawn(&kept.what.id, rules).filter(|day| as_at.follows(*day));
        match reservation {
            Some(reservation) => answer.with(&reservation),
            None => answer,
        }
    }

    /// A statement by itself, whatever became of it.
    pub(super) fn plain(kept: &Kept<Statement>, treaty: &TreatyRecord, record: &Record, as_at: AsAt) -> Self {
        let what = &kept.what;
        let author = record.parties.by_code(what.party);
        let name =
            author.map_or_else(|| what.party.to_string(), |at| record.parties[at].name_on(as_at.day()).name.clone());
        let made_with_an_act = what.reserves() || what.at.is_some();
        Self {
            id: what.id.clone(),
            party: what.party,
            name,
            kind: what.kind,
            at: author.filter(|_| made_with_an_act).map(|author| occasion(what, treaty, author)),
            made: what.date,
            counts_from: day_made(what, treaty, record).at_latest(),
            circulated: what.circulated,
            to: what.to.clone(),
            of: what.of,
            articles: what.articles.clone(),
            effect: what.effect,
            extent: what.extent.or_else(|| (what.kind == StatementKind::Objection).then_some(Extent::Simple)),
            territories: what.territories.clone(),
            summary: what.summary.clone(),
            state: None,
            since: None,
            until: None,
            withdrawn: None,
            inferred: what.inferred,
            standing: kept.standing,
            sources: kept.sources.clone(),
            note: what.note.clone(),
            entry: kept.entry,
        }
    }

    /// With what has become of a reservation.
    pub(super) fn with(mut self, reservation: &Reservation<'_>) -> Self {
        self.state = Some(reservation.state.word());
        match reservation.state {
            ReservationState::Stands { since } | ReservationState::Withdrawn { since } => self.since = Some(since),
            ReservationState::Pending { until } => self.until = until,
            _ => {}
        }
        if !matches!(reservation.state, ReservationState::Withdrawn { .. }) {
            self.articles = reservation.articles.iter().map(|article| (*article).to_owned()).collect();
        }
        self.effect = reservation.effect;
        self
    }
}
