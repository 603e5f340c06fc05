//! The treaty body.

mod elections;
mod periods;
mod practice;
mod seats;
mod terms;
mod vacancies;
mod worded;

use serde::{Deserialize, Serialize};

pub use elections::{Elections, Majority, Nationals, Nominations, Nominees, Quorum, ReElection, ReElectionAllowed};
pub use periods::{BeforeElection, DayOfYear, FromEntryIntoForce, Period, Recurrence, Within};
pub use practice::{Habit, Practice};
pub use seats::{Seats, SeatsFrom};
pub use terms::{Drawn, FirstTerms, Group, LotClause, Share};
pub use vacancies::{Approval, FilledBy, Serves, Vacancies};
pub use worded::{Meaning, NotUnderstood, Worded};

/// The clause that sets up a treaty body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Body {
    /// The name.
    pub name: String,
    /// The article.
    pub article: String,
    /// How many seats, and from when.
    pub seats: Vec<Seats>,
    /// The term of a member.
    pub term: Worded<Period>,
    /// The article, or paragraph, on the term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term_article: Option<String>,
    /// How many of the first members, drawn by lot, serve a shorter term, and which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_terms: Option<Worded<FirstTerms>>,
    /// Who draws the lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotClause>,
    /// Whom, and how many, a State party may nominate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nominations: Option<Nominations>,
    /// How many nationals of one State may be members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationals: Option<Nationals>,
    /// Whether members may be re-elected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub re_election: Option<ReElection>,
    /// The first election and those after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elections: Option<Elections>,
    /// How a seat is filled that falls vacant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vacancies: Option<Vacancies>,
    /// The officers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officers: Option<Officers>,
    /// When and where the body meets, by the treaty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sessions: Option<Sessions>,
    /// What is done, beside what the treaty says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<Practice>,
}

impl Body {
    /// The article on the term of members.
    #[must_use]
    pub fn term_article(&self) -> &str {
        self.term_article.as_deref().unwrap_or(&self.article)
    }

    /// The article on the lot.
    #[must_use]
    pub fn lot_article(&self) -> &str {
        self.lot.as_ref().map_or_else(|| self.term_article(), |clause| &clause.article)
    }

    /// The article on a number of seats.
    #[must_use]
    pub fn seats_article<'a>(&'a self, seats: &'a Seats) -> &'a str {
        seats.article.as_deref().unwrap_or(&self.article)
    }

    /// Whether the treaty set the body up, itself or through one of its amendments. A resolution of another organ may have
    /// set it up instead: nothing about its seats and elections then follows from the treaty.
    #[must_use]
    pub fn is_set_up_by_the_treaty(&self) -> bool {
        !self.seats.iter().any(|seats| *seats.from.means() == SeatsFrom::Resolution)
    }

    /// What is wrong with the clause, if anything: the key at fault, and why.
    #[must_use]
    pub fn fault(&self) -> Option<(&'static str, String)> {
        if self.seats.is_empty() {
            return Some((
                "seats",
                "a body has seats; write `seats = [{ from = \"entry into force\", seats = … }]`".to_owned(),
            ));
        }
        let falls = self.seats.windows(2).find(|pair| pair[1].seats <= pair[0].seats);
        falls.map(|pair| {
            let (more, fewer) = (pair[0].seats, pair[1].seats);
            ("seats", format!("{fewer} seats after {more}: write them in the order in which they come to be, each more than the last"))
        })
    }
}

/// The clause on officers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Officers {
    /// The article.
    pub article: String,
    /// Their term.
    pub term: Worded<Period>,
}

/// The clause on the sessions of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sessions {
    /// The article.
    pub article: String,
    /// How often, in the treaty's terms.
    pub held: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads<T: Meaning>(text: &str) -> bool {
        text.parse::<Worded<T>>().is_ok()
    }

    #[test]
    fn the_wordings_of_treaties_are_understood_and_others_are_not() {
        for text in ["4 years", "four years", "2 months", "6 weeks", "six weeks", "30 days"] {
            assert!(reads::<Period>(text), "{text}");
        }
        assert!(!reads::<Period>("for life") && !reads::<Period>("4 terms") && !reads::<Period>(""));
        assert!(reads::<Recurrence>("every second year") && !reads::<Recurrence>("often"));
        assert!(reads::<FromEntryIntoForce>("6 months after entry into force"));
        assert!(reads::<FromEntryIntoForce>("no later than six months after entry into force"));
        assert!(!reads::<FromEntryIntoForce>("within 6 months"));
        assert!(reads::<BeforeElection>("at least 4 months before the election"));
        assert!(!reads::<BeforeElection>("4 months after the election"));
        assert!(reads::<DayOfYear>("29 February") && !reads::<DayOfYear>("31 June"));
        for text in ["entry into force of IV-11-a", "Economic and Social Council resolution 1985/17"] {
            assert!(reads::<SeatsFrom>(text), "{text}");
        }
        for text in
            ["entry into force for the 0th party", "entry into force for the 41 party", "the 41st party", "soon"]
        {
            assert!(!reads::<SeatsFrom>(text), "{text}");
        }
    }

    #[test]
    fn six_weeks_are_forty_two_days_and_a_term_ends_the_day_before() {
        let day = |text: &str| text.parse().unwrap();
        let period = |text: &str| *text.parse::<Worded<Period>>().unwrap().means();
        assert_eq!(period("6 weeks").after(day("2004-01-01")), Some(day("2004-02-12")));
        assert_eq!(period("4 years").last_day_from(day("2004-01-01")), Some(day("2007-12-31")));
        assert_eq!(period("4 months").before(day("2009-12-31")), Some(day("2009-08-31")));
    }

    #[test]
    fn parts_of_the_states_parties() {
        let quorum: Worded<Quorum> = "two thirds of the States parties".parse().unwrap();
        // Two thirds of 22 are fourteen and two thirds of a State.
        assert_eq!((quorum.means().of(22), quorum.means().of(24)), (15, 16));
        let majority: Worded<Majority> = "absolute majority of the States parties present and voting".parse().unwrap();
        assert_eq!((majority.means().of(45), majority.means().of(44)), (23, 23));
    }

    #[test]
    fn the_terms_of_the_first_members() {
        let rule =
            "five of the first ten, drawn by lot, serve 2 years; two of the four added, drawn by lot, serve 2 years";
        let rule: Worded<FirstTerms> = rule.parse().unwrap();
        let share = |group| rule.means().of(group).unwrap().share;
        assert_eq!(share(Group::First), Share::Number { drawn: 5, of: 10 });
        assert_eq!(share(Group::Added), Share::Number { drawn: 2, of: 4 });
        assert!(reads::<FirstTerms>("half of the first members, chosen by lot, serve 2 years"));
        assert!(!reads::<FirstTerms>("ten of the first five, drawn by lot, serve 2 years"));
        assert!(!reads::<FirstTerms>("some, drawn by lot, serve 2 years"));
    }
}
