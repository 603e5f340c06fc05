//! Looking things up in a record.

use std::collections::HashMap;
use std::fmt;

use super::{Kept, Particulars, Record, TreatyRecord};
use crate::activity::Activity;
use crate::body_act::BodyAct;
use crate::calendar::{DateOfAct, DateOfKnowledge};
use crate::mandates::Discharge;
use crate::nearest::nearest;
use crate::party::{PartyCode, PartyIndex};
use crate::report_act::{OptionalDeclaration, ReportAct};
use crate::resolution::Resolution;
use crate::statement::Statement;
use crate::territory::Territory;
use crate::treaty::TreatyId;

/// A text that names no treaty of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownTreaty {
    given: String,
    nearest: Vec<String>,
}

impl UnknownTreaty {
    /// The nearest treaties.
    #[must_use]
    pub fn nearest(&self) -> &[String] {
        &self.nearest
    }
}

impl fmt::Display for UnknownTreaty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the register holds no treaty `{}`", self.given)?;
        if self.nearest.is_empty() { Ok(()) } else { write!(f, "; did you mean {}?", self.nearest.join(" or ")) }
    }
}

impl std::error::Error for UnknownTreaty {}

impl Record {
    /// The treaty that a text names.
    ///
    /// # Errors
    /// [`UnknownTreaty`] with the nearest treaties that the register holds.
    pub fn treaty(&self, text: &str) -> Result<&TreatyRecord, UnknownTreaty> {
        let exact = text.parse::<TreatyId>().ok().and_then(|id| self.treaties.get(&id));
        let folded = || {
            let same = |id: &&TreatyId| id.as_str().eq_ignore_ascii_case(text.trim());
            self.treaties.keys().find(same).and_then(|id| self.treaties.get(id))
        };
        exact.or_else(folded).ok_or_else(|| self.unknown_treaty(text))
    }

    fn unknown_treaty(&self, text: &str) -> UnknownTreaty {
        let ids = self.treaties.keys().map(TreatyId::as_str);
        let mut near: Vec<String> = nearest(&text.to_uppercase(), ids, 3).into_iter().map(ToOwned::to_owned).collect();
        if near.is_empty() && self.treaties.len() <= 3 {
            near = self.treaties.keys().map(ToString::to_string).collect();
        }
        UnknownTreaty { given: text.chars().take(60).collect(), nearest: near }
    }

    /// The treaty with that identifier.
    #[must_use]
    pub fn treaty_by_id(&self, id: &TreatyId) -> Option<&TreatyRecord> {
        self.treaties.get(id)
    }

    /// All treaties, by identifier.
    pub fn treaties(&self) -> impl Iterator<Item = &TreatyRecord> {
        self.treaties.values()
    }

    /// The resolution with that symbol.
    #[must_use]
    pub fn resolution(&self, symbol: &str) -> Option<&Kept<Resolution>> {
        self.resolutions.iter().rfind(|kept| kept.what.symbol == symbol)
    }

    /// All resolutions, in the order of recording.
    pub fn resolutions(&self) -> impl Iterator<Item = &Kept<Resolution>> {
        self.resolutions.iter()
    }

    /// Each resolution as it was recorded last.
    pub fn current_resolutions(&self) -> impl Iterator<Item = &Kept<Resolution>> {
        recorded_last(&self.resolutions, |resolution| &resolution.symbol)
    }

    /// Everything done to promote treaties, in the order of recording.
    pub fn activities(&self) -> impl Iterator<Item = &Kept<Activity>> {
        self.activities.iter()
    }

    /// Everything done to promote treaties, each as it was recorded last.
    pub fn current_activities(&self) -> impl Iterator<Item = &Kept<Activity>> {
        recorded_last(&self.activities, |activity| &activity.id)
    }

    /// What was done about what resolutions asked, in the order of recording.
    pub fn discharges(&self) -> impl Iterator<Item = &Kept<Discharge>> {
        self.discharges.iter()
    }

    /// The activity with that short name.
    #[must_use]
    pub fn activity(&self, id: &str) -> Option<&Kept<Activity>> {
        self.activities.iter().rfind(|kept| kept.what.id == id)
    }

    /// What was done in or for a treaty's body, by day; of one day, in the order of recording.
    pub fn body_acts<'a>(&'a self, treaty: &'a TreatyId) -> impl Iterator<Item = &'a Kept<BodyAct>> {
        self.body_acts.iter().filter(move |kept| kept.what.treaty == *treaty)
    }

    /// What happened with the reports under a treaty, by day.
    pub fn report_acts<'a>(&'a self, treaty: &'a TreatyId) -> impl Iterator<Item = &'a Kept<ReportAct>> {
        self.report_acts.iter().filter(move |kept| kept.what.treaty == *treaty)
    }

    /// The optional declarations made and withdrawn under a treaty, by day.
    pub fn declarations<'a>(&'a self, treaty: &'a TreatyId) -> impl Iterator<Item = &'a Kept<OptionalDeclaration>> {
        self.declarations.iter().filter(move |kept| kept.what.treaty == *treaty)
    }

    /// The statements made towards a treaty, by the day on which the depositary received them.
    pub fn statements<'a>(&'a self, treaty: &'a TreatyId) -> impl Iterator<Item = &'a Kept<Statement>> {
        self.statements.iter().filter(move |kept| kept.what.treaty == *treaty)
    }

    /// The statement with that short name.
    #[must_use]
    pub fn statement(&self, id: &str) -> Option<&Kept<Statement>> {
        self.statements.iter().find(|kept| kept.what.id == id)
    }

    /// The short names of all statements.
    pub fn statement_ids(&self) -> impl Iterator<Item = &str> {
        self.statements.iter().map(|kept| kept.what.id.as_str())
    }

    /// All territories, each as recorded last.
    pub fn territories(&self) -> impl Iterator<Item = &Territory> {
        let later = |at: usize, name: &str| self.territories[at + 1..].iter().any(|other| other.what.name == name);
        let all = self.territories.iter().enumerate();
        all.filter(move |(at, kept)| !later(*at, &kept.what.name)).map(|(_, kept)| &kept.what)
    }

    /// The territory of that name, current or former.
    #[must_use]
    pub fn territory(&self, name: &str) -> Option<&Territory> {
        self.territories().find(|territory| territory.is_called(name))
    }

    /// What else the entry of an act says.
    #[must_use]
    pub fn particulars(&self, entry: u64) -> Option<&Particulars> {
        let place = self.particulars.binary_search_by_key(&entry, |(entry, _)| *entry).ok()?;
        Some(&self.particulars[place].1)
    }

    /// The last entry known, and when it was recorded; `None` when nothing had been recorded by then.
    #[must_use]
    pub fn last(&self) -> Option<(u64, DateOfKnowledge)> {
        self.last
    }

    /// When the last entry known was recorded; `None` when nothing had been recorded by then.
    #[must_use]
    pub fn last_recorded(&self) -> Option<DateOfKnowledge> {
        self.last.map(|(_, recorded)| recorded)
    }

    /// The name of a party on the day of an act.
    #[must_use]
    pub fn name_on(&self, party: PartyIndex, day: DateOfAct) -> &str {
        &self.parties[party].name_on(day.day()).name
    }

    /// The code of a party.
    #[must_use]
    pub fn code(&self, party: PartyIndex) -> PartyCode {
        self.parties[party].code
    }
}

/// Of what is kept in the order of recording, the last under each name, in that order.
fn recorded_last<T>(kept: &[Kept<T>], name: fn(&T) -> &str) -> impl Iterator<Item = &Kept<T>> {
    let last: HashMap<&str, u64> = kept.iter().map(|one| (name(&one.what), one.entry)).collect();
    kept.iter().filter(move |one| last.get(name(&one.what)) == Some(&one.entry))
}
