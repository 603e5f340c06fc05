//! Optional declarations, as data.

use serde::Serialize;

use crate::act::{DayOfAct, Standing};
use crate::calendar::{AsAt, DateOfEffect, DateOfKnowledge};
use crate::optional_declarations::{Declared, OptionalDeclarations, UnderArticle};
use crate::party::PartyCode;
use crate::record::Record;
use crate::treaty::TreatyId;

/// The optional declarations under a treaty, as at a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeclarationsAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// Each article under which one can be made.
    pub articles: Vec<UnderArticleAnswer>,
}

/// The declarations under one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnderArticleAnswer {
    /// What the article needs, and has.
    #[serde(flatten)]
    pub threshold: ThresholdAnswer,
    /// The declarations, by day.
    pub declarations: Vec<DeclaredAnswer>,
}

/// How many declarations an article has, and needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThresholdAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// The article, as declarations name it.
    pub article: String,
    /// The article and paragraph that speak of it.
    pub clause: String,
    /// What it is about.
    pub subject: String,
    /// How many declarations count on the day.
    pub count: usize,
    /// How many bring the article into force; null: it needs no number.
    pub needed: Option<u16>,
    /// How many more are needed; null where it needs no number.
    pub remaining: Option<usize>,
    /// The day on which there first were enough, or `../` and a day by which there were.
    pub reached: Option<DayOfAct>,
    /// Since when the article is in force.
    pub in_force: Option<DateOfEffect>,
    /// Why, where that is the depositary's own word and not what the declarations recorded give.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided: Option<String>,
}

/// A State's declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeclaredAnswer {
    /// The State.
    pub party: PartyCode,
    /// Its name on the day asked about.
    pub name: String,
    /// The day of receipt, or `../` and a day by which it had been received.
    pub made: DayOfAct,
    /// The day of receipt of its withdrawal.
    pub withdrawn: Option<DayOfAct>,
    /// From when it counts; null: the treaty is not in force for the State.
    pub counts_from: Option<DateOfEffect>,
    /// Whether it counts on the day.
    pub counts: bool,
    /// On whose word.
    pub standing: Standing,
    /// The papers that it rests on.
    pub sources: Vec<String>,
    /// What else needs saying.
    pub note: Option<String>,
    /// The entry.
    pub entry: u64,
}

impl DeclarationsAnswer {
    /// The optional declarations under a treaty as data.
    #[must_use]
    pub fn of(declarations: &OptionalDeclarations<'_>, record: &Record) -> Self {
        let treaty = declarations.treaty;
        let article = |article: &UnderArticle<'_>| UnderArticleAnswer {
            threshold: ThresholdAnswer::of(&treaty.treaty, article),
            declarations: article
                .declarations
                .iter()
                .map(|declared| DeclaredAnswer::of(declared, declarations.as_at, record))
                .collect(),
        };
        Self {
            treaty: treaty.treaty.clone(),
            title: treaty.title_in("en").to_owned(),
            as_at: declarations.as_at,
            known_at: record.last_recorded(),
            articles: declarations.articles.iter().map(article).collect(),
        }
    }
}

impl ThresholdAnswer {
    /// What an article needs and has, as data.
    #[must_use]
    pub fn of(treaty: &TreatyId, article: &UnderArticle<'_>) -> Self {
        Self {
            treaty: treaty.clone(),
            article: article.article.to_owned(),
            clause: article.clause.article.clone(),
            subject: article.clause.subject.clone(),
            count: article.count,
            needed: article.needed,
            remaining: article.remaining,
            reached: article.reached,
            in_force: article.in_force,
            decided: article.decided.map(|decided| decided.decision.because.clone()),
        }
    }
}

impl DeclaredAnswer {
    fn of(declared: &Declared<'_>, as_at: AsAt, record: &Record) -> Self {
        Self {
            party: record.code(declared.party),
            name: declared.name.name.clone(),
            made: declared.made.what.date,
            withdrawn: declared.withdrawn.map(|kept| kept.what.date),
            counts_from: declared.counts_from,
            counts: declared.counts(as_at),
            standing: declared.made.standing,
            sources: declared.made.sources.clone(),
            note: declared.made.what.note.clone(),
            entry: declared.made.entry,
        }
    }
}
