//! Members and officers, as rows of a table show them.

use law::answer::{MemberAnswer, OfficerAnswer};
use law::body_act::Gender;
use law::calendar::Date;
use law::party::PartyCode;
use law::record::Record;
use law::treaty::TreatyId;
use papers::explanation::capitalised;

use crate::address;
use crate::asked::Asked;
use crate::day::{Day, DoneOn};

/// What names and addresses of States are looked up in.
pub(super) struct Named<'a> {
    pub(super) record: &'a Record,
    pub(super) asked: &'a Asked,
    pub(super) treaty: &'a TreatyId,
}

impl Named<'_> {
    /// A State's name on a day; its code where the register does not know it.
    pub(super) fn state(&self, code: PartyCode, day: Date) -> String {
        let party = self.record.parties.by_code(code);
        party.map_or_else(|| code.to_string(), |party| self.record.parties[party].name_on(day).name.clone())
    }

    /// The page that says why the treaty is in force for a State.
    fn why(&self, code: PartyCode) -> String {
        self.asked.of(&address::explanation(self.treaty, code))
    }
}

/// A member in a row.
#[derive(Debug, Clone)]
pub(crate) struct MemberShown {
    /// The name, where a source gives one.
    pub(crate) name: Option<String>,
    /// The State that nominated the member, by its name on the day asked about.
    pub(crate) state: String,
    /// That State's part in the treaty.
    pub(crate) address: String,
    /// What else is to be said of the member.
    pub(crate) more: Vec<String>,
    /// The first day of the term.
    pub(crate) from: Day,
    /// The last day of the term.
    pub(crate) to: Day,
    /// Whether a lot shortened the term.
    pub(crate) by_lot: bool,
    /// When the member was elected.
    pub(crate) elected: Option<DoneOn>,
    /// Whose seat it was.
    pub(crate) instead_of: Option<String>,
}

impl MemberShown {
    pub(super) fn of(member: &MemberAnswer, named: &Named<'_>) -> Self {
        let day = named.asked.as_at.day();
        let national = member.national_of.map(|code| format!("national of {}", named.state(code, day)));
        let standing = (member.standing == law::act::Standing::Unconfirmed).then(|| member.standing.word().to_owned());
        let gender = member.gender.map(|gender| match gender {
            Gender::Female => "woman".to_owned(),
            Gender::Male => "man".to_owned(),
        });
        Self {
            name: member.name.clone(),
            state: member.state.clone(),
            address: named.why(member.nominated_by),
            more: [national, gender, standing].into_iter().flatten().collect(),
            from: member.term_from.into(),
            to: member.term_to.into(),
            by_lot: member.by_lot,
            elected: member.elected.map(DoneOn::from),
            instead_of: member.instead_of.clone(),
        }
    }
}

/// An officer in a row.
#[derive(Debug, Clone)]
pub(crate) struct OfficerShown {
    /// The office.
    pub(crate) office: String,
    /// The name, or the State where no source gives one.
    pub(crate) who: String,
    /// Since when.
    pub(crate) since: Day,
}

impl OfficerShown {
    pub(super) fn of(officer: &OfficerAnswer, named: &Named<'_>) -> Self {
        let state = named.state(officer.nominated_by, named.asked.as_at.day());
        Self {
            office: capitalised(&officer.office.replace('-', " ")),
            who: officer.name.as_ref().map_or_else(|| state.clone(), |name| format!("{name} ({state})")),
            since: officer.since.into(),
        }
    }
}
