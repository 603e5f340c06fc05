//! A statement as pages show it.

use law::act::DayOfAct;
use law::answer::StatementAnswer;
use papers::explanation::capitalised;

use crate::day::Day;

/// A statement in words.
#[derive(Debug)]
pub(crate) struct StatementShown {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) inferred: bool,
    pub(crate) to: Option<String>,
    pub(crate) made: String,
    pub(crate) articles: String,
    pub(crate) summary: String,
    pub(crate) state: String,
    pub(crate) entry: u64,
}

impl StatementShown {
    /// A statement of an answer.
    pub(crate) fn of(answer: &StatementAnswer) -> Self {
        let day = match answer.made {
            DayOfAct::On(day) => Day::from(day).words(),
            DayOfAct::By(day) => format!("not later than {}", Day::from(day).words()),
        };
        Self {
            id: answer.id.clone(),
            name: answer.name.clone(),
            kind: capitalised(answer.kind.noun()),
            inferred: answer.inferred,
            to: answer.to.clone(),
            made: answer.at.map_or_else(|| day.clone(), |at| format!("{day}, with {}", at.noun())),
            articles: answer.articles.join(", "),
            summary: answer.summary.clone().or_else(|| answer.note.clone()).unwrap_or_default(),
            state: state(answer),
            entry: answer.entry,
        }
    }
}

fn state(answer: &StatementAnswer) -> String {
    let since = |said: &str| match answer.since {
        Some(day) => format!("{said} since {}", Day::from(day).words()),
        None => said.to_owned(),
    };
    match (answer.state, answer.withdrawn) {
        (Some("stands"), _) => since("stands"),
        (Some("withdrawn"), _) => since("withdrawn"),
        (Some("pending"), _) => match answer.until {
            Some(day) => format!("received for deposit on {} unless somebody objects", Day::from(day).words()),
            None => "not circulated yet".to_owned(),
        },
        (Some("defeated"), _) => "made late, and objected to in time".to_owned(),
        (Some("not-confirmed"), _) => "made on signature and not confirmed".to_owned(),
        (Some("awaiting-confirmation"), _) => "made on signature, to be confirmed".to_owned(),
        (Some("inadmissible"), _) => "inadmissible by the objections of so many parties".to_owned(),
        (Some(other), _) => other.replace('-', " "),
        (None, Some(day)) => format!("withdrawn since {}", Day::from(day).words()),
        (None, None) => String::new(),
    }
}
