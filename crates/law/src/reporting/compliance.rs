//! How far States parties comply with their duty to report, as the United Nations Secretariat measures it.

use super::party::PartyReports;
use super::report::Category;

/// How far a duty to report is complied with.
///
/// The indicator is (1 − overdue ÷ obligations) × 100. An obligation is one State party's duty to report under one treaty;
/// it is overdue when at least one report under it is. A State that has never reported under a treaty counts once, however
/// many cycles have gone by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compliance {
    /// How many duties there are: States parties, each under each treaty.
    pub obligations: u32,
    /// How many of them have an overdue report.
    pub overdue: u32,
    /// The reports, by where they stand.
    pub reports: Tally,
}

/// How many reports stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    counts: [u32; Category::ALL.len()],
}

impl Tally {
    /// How many reports are in a category.
    #[must_use]
    pub fn of(&self, category: Category) -> u32 {
        let place = Category::ALL.iter().position(|one| *one == category);
        place.map_or(0, |place| self.counts[place])
    }

    fn add(&mut self, category: Category) {
        if let Some(place) = Category::ALL.iter().position(|one| *one == category) {
            self.counts[place] += 1;
        }
    }
}

impl Compliance {
    /// The compliance of those of these States that are parties on the day: one that has left owes nothing any more.
    #[must_use]
    pub fn of<'p, 'a: 'p>(parties: impl IntoIterator<Item = &'p PartyReports<'a>>) -> Self {
        let mut compliance = Self::default();
        for party in parties.into_iter().filter(|party| !party.has_left) {
            compliance.obligations += 1;
            compliance.overdue += u32::from(party.has_overdue());
            for report in &party.reports {
                compliance.reports.add(report.category);
            }
        }
        compliance
    }

    /// The indicator in thousandths of the whole, to the nearest; `None` where there is no obligation.
    #[must_use]
    pub fn per_mille(&self) -> Option<u32> {
        let met = u64::from(self.obligations.saturating_sub(self.overdue));
        let whole = u64::from(self.obligations);
        let nearest = (met * 2000 + whole).checked_div(whole * 2)?;
        u32::try_from(nearest).ok()
    }
}
