//! The claims that a text of this kind makes: who had done what by a day, how many, when the treaty entered into force.

mod activities;
mod acts;
mod context;
mod counts;
mod cues;
mod days;
mod lists;
mod passage;
mod resolutions;
mod sessions;
mod tables;

use law::activity::ActivityKind;
use law::calendar::Date;
use law::party::PartyIndex;
use law::record::Record;
use law::treaty::TreatyId;
use law::when::When;

use crate::reading::{Lexeme, Meaning, Reading};

pub use self::context::Context;
pub use self::cues::{Kind, Role};
pub use self::days::{AsAtOfText, as_at_of};

/// Where in a text something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The paragraph's place, from nought.
    pub paragraph: usize,
    /// Where it begins in the paragraph, in bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The day on which the text's figures stand.
    AsAt(Date),
    /// The day of the text itself.
    Dated(Date),
    /// A session of an organ.
    Session(u32, SessionOf),
    /// How many have a role.
    Count(Role, u32),
    /// How many have a role, in words that give no exact number.
    Bounded(Role, Bound, u32),
    /// How many instruments are said to have brought the treaty into force.
    Threshold(u32),
    /// That a State does not have a role.
    Lacks(Role, Option<PartyIndex>),
    /// That a State has a role; the list in which it is named, where it is one.
    Member(Role, Option<PartyIndex>, Option<usize>),
    /// That a State did something on a day.
    Act(Option<PartyIndex>, Kind, Date),
    /// That the treaty entered into force on a day; the State for which, where one is named.
    EntryIntoForce(Date, Option<Whom>),
    /// That the treaty's text was adopted on a day.
    Adopted(Date),
    /// That the nth instrument was deposited on a day, and whether it is said to have brought the treaty into force.
    Nth(u32, Option<Date>, bool),
    /// That a State was the nth to be bound.
    NthState(u32, Option<PartyIndex>),
    /// A resolution, with its day where one is given.
    Resolution(String, Option<Date>),
    /// A document.
    Document(String),
    /// Something done to promote the treaty.
    Activity(ActivityKind, When),
    /// How many members the treaty's body has; whether the text says so outright.
    Seats(u32, bool),
}

/// How exactly a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// As it stands.
    Exactly,
    /// "More than 40".
    MoreThan,
    /// "At least 40".
    AtLeast,
    /// "Fewer than 40".
    FewerThan,
    /// "Nearly 40".
    Almost,
    /// "Some 40".
    About,
}

impl Bound {
    /// The words for it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::MoreThan => "more than",
            Self::AtLeast => "at least",
            Self::FewerThan => "fewer than",
            Self::Almost => "nearly",
            Self::About => "about",
        }
    }
}

/// A State as it is named; `None` where the name may mean more than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whom(pub Option<PartyIndex>);

/// The State that a word names.
fn state(word: &Lexeme) -> Option<Whom> {
    if let Meaning::State(party) = word.meaning { Some(Whom(party)) } else { None }
}

/// What a session is mentioned for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionOf {
    /// The session to which the text itself is addressed, and whether the General Assembly is named before it.
    Text {
        /// Whether the General Assembly is named before it.
        of_assembly: bool,
    },
    /// What resolutions named before it ask for.
    Resolutions(Vec<String>),
    /// The occasion of something done.
    Occasion,
}

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Where it is made.
    pub at: Place,
    /// The sentence in which it is made.
    pub sentence: Place,
    /// What it says.
    pub said: Said,
    /// The treaty that it is about.
    pub treaty: Option<TreatyId>,
    /// The day as at which it is made.
    pub as_at: Option<Date>,
    /// Whether the text gives only the month; the day is then its last.
    pub month: bool,
    /// Why its reading is not certain.
    pub doubt: Option<&'static str>,
}

/// A list of States that have a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Where it stands.
    pub at: Place,
    /// The role.
    pub role: Role,
    /// The treaty.
    pub treaty: Option<TreatyId>,
    /// The day.
    pub as_at: Option<Date>,
    /// Whether it is meant to name all.
    pub complete: bool,
    /// The claim that says how many there are.
    pub count: Option<usize>,
    /// Why its reading is not certain.
    pub doubt: Option<&'static str>,
}

/// Everything found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// The lists.
    pub lists: Vec<List>,
    /// Of each list, the claims that are its members.
    pub members: Vec<Vec<usize>>,
}

/// Finds the claims of a text.
#[must_use]
pub fn find(reading: &Reading, record: &Record, about: Option<&TreatyId>, dated: AsAtOfText) -> Found {
    let mut found = Found::default();
    let mut context = Context::of(reading, record, about, dated.day());
    let mut head = tables::Head::default();
    days::issue(reading, record, &mut found);
    for (paragraph, read) in reading.paragraphs.iter().enumerate() {
        context.enter(reading, paragraph);
        if !read.is_row {
            head.forget();
        }
        for sentence in 0..read.sentences.len() {
            let mut passage = context.passage(reading, paragraph, sentence, dated);
            days::find(&passage, &mut found);
            resolutions::find(&mut passage, record, &mut found);
            if read.is_row {
                tables::find(&mut passage, &mut head, &mut found);
            } else {
                sessions::find(&passage, &mut found);
                acts::find(&mut passage, &mut found);
            }
            counts::find(&mut passage, &mut found);
            activities::find(&passage, &mut found);
            context.leave(&passage);
        }
    }
    let place = |claim: &Claim| (claim.at.paragraph, claim.at.from, claim.at.to);
    found.put_in_order(place);
    found
}

impl Found {
    /// Puts the claims in the order of the text, without losing which of them lists refer to.
    fn put_in_order<K: Ord>(&mut self, key: impl Fn(&Claim) -> K) {
        let mut order: Vec<usize> = (0..self.claims.len()).collect();
        order.sort_by_key(|at| key(&self.claims[*at]));
        let mut new_place = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            new_place[*old] = new;
        }
        self.claims = order.iter().map(|at| self.claims[*at].clone()).collect();
        for list in &mut self.lists {
            list.count = list.count.and_then(|old| new_place.get(old).copied());
        }
        self.members = vec![Vec::new(); self.lists.len()];
        for (place, claim) in self.claims.iter().enumerate() {
            if let Said::Member(_, _, Some(list)) = claim.said
                && let Some(members) = self.members.get_mut(list)
            {
                members.push(place);
            }
        }
    }
}
