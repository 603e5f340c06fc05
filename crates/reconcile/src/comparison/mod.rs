//! Each claim against what follows from the register: agrees, differs, or can't be told.

mod activities;
mod approximation;
mod dates;
mod judged;
mod lists;
mod participation;
mod resolutions;
mod substance;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use law::calendar::{AsAt, Date};
use law::party::PartyIndex;
use law::record::{Record, TreatyRecord};
use law::status::Status;
use law::treaty::TreatyId;

use crate::claims::{Claim, Found, Place, Role, Said};
use crate::reading::{Lexeme, Reading};

pub use judged::{Judged, Value, Verdict};

/// A claim, or a State that a list leaves out, with what the register has to say on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Where it is said; for a State left out, where the list is opened.
    pub at: Place,
    /// What is said.
    pub what: What,
    /// The treaty.
    pub treaty: Option<TreatyId>,
    /// The day.
    pub as_at: Option<Date>,
    /// What the register has to say.
    pub judged: Judged,
    /// The difference of substance that it is part of, counted from one.
    pub substance: Option<usize>,
}

/// What was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A claim of the text.
    Said(Said),
    /// A State that a list of all leaves out.
    LeftOut(Role, PartyIndex, usize),
}

/// The register, asked about days.
pub struct Asked<'a> {
    record: &'a Record,
    reading: &'a Reading,
    statuses: RefCell<HashMap<(TreatyId, Date), Rc<Status<'a>>>>,
}

impl<'a> Asked<'a> {
    /// The register, and the text that is compared with it.
    #[must_use]
    pub fn of(record: &'a Record, reading: &'a Reading) -> Self {
        Self { record, reading, statuses: RefCell::default() }
    }

    fn treaty(&self, id: Option<&TreatyId>) -> Option<&'a TreatyRecord> {
        self.record.treaty_by_id(id?)
    }

    fn status(&self, treaty: &'a TreatyRecord, day: Date) -> Rc<Status<'a>> {
        let key = (treaty.treaty.treaty.clone(), day);
        let mut statuses = self.statuses.borrow_mut();
        let known = statuses.entry(key);
        Rc::clone(known.or_insert_with(|| Rc::new(Status::of(treaty, self.record, AsAt::new(day)))))
    }

    /// The words of the sentence in which a claim is made.
    fn sentence(&self, claim: &Claim) -> &'a [Lexeme] {
        let Some(paragraph) = self.reading.paragraphs.get(claim.sentence.paragraph) else { return &[] };
        let start = paragraph.lexemes.partition_point(|word| word.from < claim.sentence.from);
        let end = paragraph.lexemes.partition_point(|word| word.from < claim.sentence.to);
        paragraph.lexemes.get(start..end).unwrap_or_default()
    }

    fn name(&self, party: PartyIndex, day: Option<Date>) -> &'a str {
        &self.record.parties[party].name_on(day.unwrap_or(Date::MAX)).name
    }
}

/// Compares everything found with the register.
#[must_use]
pub fn compare(found: &Found, asked: &Asked<'_>) -> Vec<Compared> {
    let roles: Vec<Role> = (0..found.lists.len()).map(|list| lists::role_meant(found, list, asked)).collect();
    let mut compared: Vec<Compared> = Vec::new();
    for (place, claim) in found.claims.iter().enumerate() {
        let judged = judge(place, claim, found, &roles, asked);
        let what = What::Said(claim.said.clone());
        let (treaty, as_at) = (claim.treaty.clone(), claim.as_at);
        compared.push(Compared { at: claim.at, what, treaty, as_at, judged, substance: None });
    }
    for (place, list) in found.lists.iter().enumerate() {
        compared.extend(lists::left_out(found, place, list, roles[place], asked));
    }
    substance::group(&mut compared, found);
    compared.sort_by_key(|one| (one.at.paragraph, one.at.from, one.at.to));
    substance::number(&mut compared);
    compared
}

fn judge(place: usize, claim: &Claim, found: &Found, roles: &[Role], asked: &Asked<'_>) -> Judged {
    let judged = judge_said(place, claim, found, roles, asked);
    let judged = match (judged.verdict, claim.month, claim.as_at) {
        // A month holds days before an act in it, too.
        (Verdict::Differs, true, Some(last)) => {
            let first = Claim { as_at: Some(last.first_of_month()), month: false, ..claim.clone() };
            let earlier = judge_said(place, &first, found, roles, asked);
            if earlier.verdict == Verdict::Agrees { earlier } else { judged }
        }
        _ => judged,
    };
    match claim.doubt {
        Some(doubt) => Judged { verdict: Verdict::Unclear, why: Some(doubt.to_owned()), ..judged },
        None => judged,
    }
}

fn judge_said(place: usize, claim: &Claim, found: &Found, roles: &[Role], asked: &Asked<'_>) -> Judged {
    match &claim.said {
        Said::AsAt(day) => {
            Judged::agrees(Some((*day).into())).because("the figures are compared with the register as at this day")
        }
        Said::Dated(_) => Judged::unclear(None, "the register does not record when texts were issued"),
        Said::Session(number, of) => resolutions::session(claim, *number, of, found, asked),
        Said::Count(role, number) => {
            let list = found.lists.iter().position(|list| list.count == Some(place));
            participation::count(claim, list.map_or(*role, |list| roles[list]), *number, list.is_some(), asked)
        }
        Said::Bounded(role, bound, number) => approximation::bounded(claim, *role, *bound, *number, asked),
        Said::Threshold(number) => approximation::threshold(claim, *number, asked),
        Said::Lacks(role, party) => participation::lacks(claim, *role, *party, asked),
        Said::Member(role, party, list) => {
            participation::member(claim, list.map_or(*role, |list| roles[list]), *party, asked)
        }
        Said::Act(party, kind, date) => dates::act(claim, *party, *kind, *date, asked),
        Said::EntryIntoForce(date, party) => dates::entry_into_force(claim, *date, *party, asked),
        Said::NthState(nth, party) => dates::nth_state(claim, *nth, *party, asked),
        Said::Adopted(date) => dates::adopted(claim, *date, asked),
        Said::Nth(nth, date, brings) => dates::nth(claim, *nth, *date, *brings, asked),
        Said::Resolution(symbol, date) => resolutions::resolution(symbol, *date, asked),
        Said::Document(symbol) => resolutions::document(symbol, asked),
        Said::Activity(kind, when) => activities::activity(claim, *kind, *when, asked),
        Said::Seats(number, outright) => participation::seats(claim, *number, *outright, asked),
    }
}
