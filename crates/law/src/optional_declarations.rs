//! Optional declarations: an article that binds only the States parties that declare so, and that comes into force only
//! once enough of them have (ICRMW 76 and 77, ICCPR 41).

mod examination;

pub use examination::{ProposedDeclaration, examine};

use crate::act::DayOfAct;
use crate::calendar::{AsAt, DateOfAct, DateOfEffect};
use crate::final_clauses::Declaration;
use crate::party::{Name, PartyIndex};
use crate::record::{Kept, Record, RecordedDecision, TreatyRecord};
use crate::report_act::{DeclarationDeed, OptionalDeclaration};
use crate::status::{Participant, Status};
use crate::treaty::Treaty;

/// The optional declarations under a treaty, as at a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionalDeclarations<'a> {
    /// The treaty.
    pub treaty: &'a Treaty,
    /// The day.
    pub as_at: AsAt,
    /// Each article under which one can be made, as the treaty's file names them.
    pub articles: Vec<UnderArticle<'a>>,
}

/// The declarations under one article. Each article has a count of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderArticle<'a> {
    /// The article, as the treaty's file names it: `77`.
    pub article: &'a str,
    /// The clause.
    pub clause: &'a Declaration,
    /// The declarations made by the day, by day and then by name, those withdrawn included.
    pub declarations: Vec<Declared<'a>>,
    /// How many count on the day.
    pub count: usize,
    /// How many bring the article into force; `None`: it needs no number.
    pub needed: Option<u16>,
    /// How many more are needed, unless there once were enough.
    pub remaining: Option<usize>,
    /// The day on which there first were enough.
    pub reached: Option<DayOfAct>,
    /// Since when the article is in force, which may lie ahead. It stays in force if declarations are withdrawn later.
    pub in_force: Option<DateOfEffect>,
    /// The depositary's own word on that day, where the declarations recorded do not give one.
    pub decided: Option<&'a RecordedDecision>,
}

/// A State's declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared<'a> {
    /// The State.
    pub party: PartyIndex,
    /// Its name on the day asked about.
    pub name: &'a Name,
    /// The declaration.
    pub made: &'a Kept<OptionalDeclaration>,
    /// Its withdrawal.
    pub withdrawn: Option<&'a Kept<OptionalDeclaration>>,
    /// From when it counts: the declaration of a State counts from the day on which the treaty is in force for it.
    pub counts_from: Option<DateOfEffect>,
    /// The first day on which it no longer counts: that of its withdrawal, or of the State's leaving.
    pub counts_until: Option<DateOfEffect>,
}

impl Declared<'_> {
    /// Whether it counts on a day. What is only reported does not.
    #[must_use]
    pub fn counts(&self, as_at: AsAt) -> bool {
        let begun = self.counts_from.is_some_and(|day| as_at.reaches(day));
        self.made.standing.counts() && begun && self.counts_until.is_none_or(|day| !as_at.reaches(day))
    }

    /// Whether the day from which it counts is only known not to be later.
    fn is_undated(&self) -> bool {
        let by = match self.made.what.date {
            DayOfAct::By(by) => by,
            DayOfAct::On(_) => return false,
        };
        self.counts_from.is_some_and(|from| from.day() == by.day())
    }
}

impl<'a> OptionalDeclarations<'a> {
    /// The optional declarations under a treaty, as at a day.
    #[must_use]
    pub fn of(treaty: &'a TreatyRecord, record: &'a Record, as_at: AsAt) -> Self {
        let status = Status::of(treaty, record, as_at);
        let article = |(article, clause): (&'a String, &'a Declaration)| {
            let mut done: Vec<_> =
                record.declarations(&treaty.treaty.treaty).filter(|kept| kept.what.article == *article).collect();
            done.retain(|kept| as_at.follows(kept.what.date.at_latest()));
            // What is withdrawn on the day on which it was made was made first, however the two were recorded.
            done.sort_by_key(|kept| (kept.what.date.at_latest(), kept.what.deed));
            UnderArticle::of(article, clause, &declared(&done, &status, record), treaty, as_at)
        };
        let articles = treaty.treaty.declarations.iter().map(article).collect();
        Self { treaty: &treaty.treaty, as_at, articles }
    }
}

/// Each participant's declarations with their withdrawals.
fn declared<'a>(done: &[&'a Kept<OptionalDeclaration>], status: &Status<'a>, record: &Record) -> Vec<Declared<'a>> {
    let mut all: Vec<Declared<'a>> = Vec::new();
    for participant in &status.participants {
        let code = record.code(participant.party);
        let start = all.len();
        for kept in done.iter().copied().filter(|kept| kept.what.party == code) {
            match kept.what.deed {
                DeclarationDeed::Made => all.push(of_participant(participant, kept)),
                DeclarationDeed::Withdrawn => {
                    // A withdrawal that is merely reported ends nothing that counts.
                    let ended = |one: &&mut Declared<'_>| {
                        one.withdrawn.is_none() && one.made.standing.counts() == kept.standing.counts()
                    };
                    if let Some(last) = all[start..].iter_mut().rfind(ended) {
                        let end = DateOfEffect::new(kept.what.date.at_latest().day());
                        last.withdrawn = Some(kept);
                        last.counts_until = Some(last.counts_until.map_or(end, |until| until.min(end)));
                    }
                }
            }
        }
    }
    // A stable sort: those of one day stay in the order of names.
    all.sort_by_key(|declared| declared.made.what.date.at_latest());
    all
}

fn of_participant<'a>(participant: &Participant<'a>, made: &'a Kept<OptionalDeclaration>) -> Declared<'a> {
    let day = DateOfEffect::new(made.what.date.at_latest().day());
    Declared {
        party: participant.party,
        name: participant.name,
        made,
        withdrawn: None,
        counts_from: participant.in_force.map(|in_force| in_force.max(day)),
        counts_until: participant.ended,
    }
}

impl<'a> UnderArticle<'a> {
    fn of(
        article: &'a str,
        clause: &'a Declaration,
        declarations: &[Declared<'a>],
        treaty: &'a TreatyRecord,
        as_at: AsAt,
    ) -> Self {
        let count_on = |day: AsAt| declarations.iter().filter(|declared| declared.counts(day)).count();
        let count = count_on(as_at);
        let threshold = clause.in_force.as_ref();
        let needed = threshold.map(|threshold| threshold.when.declarations);
        let days = || declarations.iter().filter_map(|declared| declared.counts_from).filter(|day| as_at.reaches(*day));
        let enough =
            |day: &DateOfEffect| needed.is_some_and(|needed| count_on(AsAt::new(day.day())) >= usize::from(needed));
        let reached = days().filter(enough).min();
        let month_end = treaty.treaty.month_end.unwrap_or_default();
        let in_force = reached.zip(threshold).and_then(|(day, threshold)| {
            let reckoning = threshold.then.delay().reckon(day.day(), month_end).ok()?;
            Some(DateOfEffect::new(reckoning.to))
        });
        let decided = treaty.decision_on(article, as_at).filter(|_| in_force.is_none());
        let in_force = in_force.or(decided.map(|decided| decided.decision.in_force));
        let undated = |day: DateOfEffect| {
            let counted = |one: &&Declared<'_>| one.counts(AsAt::new(day.day()));
            declarations.iter().filter(counted).any(Declared::is_undated)
        };
        let reached = reached.map(|day| {
            let on = DateOfAct::new(day.day());
            if undated(day) { DayOfAct::By(on) } else { DayOfAct::On(on) }
        });
        let remaining = match (needed, reached) {
            (Some(_), None) if decided.is_some() => Some(0),
            (Some(needed), None) => Some(usize::from(needed).saturating_sub(count)),
            (Some(_), Some(_)) => Some(0),
            (None, _) => None,
        };
        let declarations = declarations.to_vec();
        Self { article, clause, declarations, count, needed, remaining, reached, in_force, decided }
    }

    /// Whether the article is in force on a day.
    #[must_use]
    pub fn is_in_force(&self, as_at: AsAt) -> bool {
        self.in_force.is_some_and(|day| as_at.reaches(day))
    }
}
