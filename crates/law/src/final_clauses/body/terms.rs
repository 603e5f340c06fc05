//! Shorter terms for some of the first members, so that half of the body is renewed at a time.

use serde::{Deserialize, Serialize};

use super::periods::{Period, number};
use super::worded::Meaning;

/// Who draws the lot by which some of the members elected first serve a shorter term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LotClause {
    /// The article.
    pub article: String,
    /// Who draws.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// Which of the members elected first serve a shorter term: "five of the first ten, drawn by lot, serve 2 years".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstTerms(Vec<Drawn>);

impl FirstTerms {
    /// The rule for a group of members.
    #[must_use]
    pub fn of(&self, group: Group) -> Option<Drawn> {
        self.0.iter().copied().find(|drawn| drawn.group == group)
    }
}

/// So many of a group serve a shorter term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawn {
    /// Of which group.
    pub group: Group,
    /// How many.
    pub share: Share,
    /// How long they serve.
    pub serve: Period,
}

/// A group of members elected together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The members of the first election.
    First,
    /// Those elected to seats that were added later.
    Added,
}

/// How many of a group are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// So many, of so many.
    Number {
        /// How many are drawn.
        drawn: u16,
        /// Of how many.
        of: u16,
    },
    /// Half of them.
    Half,
}

impl Share {
    /// How many are drawn of so many members.
    #[must_use]
    pub const fn of(self, members: u16) -> u16 {
        match self {
            Self::Number { drawn, .. } => drawn,
            Self::Half => members / 2,
        }
    }
}

impl Meaning for FirstTerms {
    const KIND: &'static str = "a rule on the terms of the first members";
    const EXAMPLES: &'static [&'static str] = &[
        "five of the first ten, drawn by lot, serve 2 years; two of the four added, drawn by lot, serve 2 years",
        "half of the first members, drawn by lot, serve 2 years",
    ];

    fn read(words: &str) -> Option<Self> {
        words.split(';').map(|rule| drawn(rule.trim())).collect::<Option<Vec<_>>>().map(Self)
    }
}

fn drawn(rule: &str) -> Option<Drawn> {
    let lot = [", drawn by lot, serve ", ", chosen by lot, serve "];
    let (who, serve) = lot.iter().find_map(|lot| rule.split_once(lot))?;
    let serve = Period::read(serve)?;
    if who == "half of the first members" {
        return Some(Drawn { group: Group::First, share: Share::Half, serve });
    }
    let (drawn, whole) = who.split_once(" of the ")?;
    let (group, of) = match whole.strip_prefix("first ") {
        Some(of) => (Group::First, of),
        None => (Group::Added, whole.strip_suffix(" added")?),
    };
    let (drawn, of) = (number(drawn)?, number(of)?);
    (drawn < of).then_some(Drawn { group, share: Share::Number { drawn, of }, serve })
}
