//! Which rows a visitor chose, and in which order.

use std::cmp::Reverse;

use law::calendar::Date;
use law::reporting::{Category, PartyReports, Tally};

use super::cell::class;
use crate::asked::{Asked, Pairs, value};

/// The order of the rows and the category of reports that they are to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Choice {
    order: Order,
    category: Option<Category>,
}

/// The order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// By name.
    Name,
    /// The State whose next report is due first comes first.
    Due,
    /// The State whose report is overdue longest comes first.
    Overdue,
}

impl Order {
    const WORDS: [(Self, &'static str, &'static str); 3] = [
        (Self::Name, "name", "State"),
        (Self::Due, "due", "Next due date"),
        (Self::Overdue, "overdue", "Longest overdue"),
    ];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(order, ..)| *order == self).map_or("name", |(_, word, _)| word)
    }
}

/// An order that can be asked for.
#[derive(Debug, Clone)]
pub(crate) struct OrderLink {
    /// Its name.
    pub(crate) label: &'static str,
    /// The page in that order.
    pub(crate) address: String,
    /// Whether it is the one shown.
    pub(crate) current: bool,
}

/// A category of reports: a line of the legend, with the rows that have such a report.
#[derive(Debug, Clone)]
pub(crate) struct CategoryLink {
    /// The class of its quiet colour; empty for all.
    pub(crate) class: &'static str,
    /// What it means.
    pub(crate) label: &'static str,
    /// How many reports are in it.
    pub(crate) count: u32,
    /// The page with the rows that have one.
    pub(crate) address: String,
    /// Whether it is the one shown.
    pub(crate) current: bool,
}

impl Choice {
    /// Reads a choice. A word that names nothing chooses nothing.
    pub(super) fn read(pairs: &Pairs) -> Self {
        let order = value(pairs, "sort");
        let order =
            Order::WORDS.iter().find(|(_, word, _)| Some(*word) == order).map_or(Order::Name, |(order, ..)| *order);
        let category = value(pairs, "category");
        Self { order, category: Category::ALL.into_iter().find(|one| Some(one.word()) == category) }
    }

    /// The choice as an address has it.
    pub(super) fn pairs(self) -> Vec<(&'static str, String)> {
        let order = (self.order != Order::Name).then(|| ("sort", self.order.word().to_owned()));
        let category = self.category.map(|category| ("category", category.word().to_owned()));
        order.into_iter().chain(category).collect()
    }

    /// The rows chosen, in order. They come in alphabetical order.
    pub(super) fn rows<'p, 'a>(self, parties: &'p [PartyReports<'a>]) -> Vec<&'p PartyReports<'a>> {
        let has = |party: &&PartyReports<'_>| {
            self.category.is_none_or(|wanted| party.reports.iter().any(|report| report.category == wanted))
        };
        let mut rows: Vec<&PartyReports<'_>> = parties.iter().filter(has).collect();
        match self.order {
            Order::Name => {}
            Order::Due => rows.sort_by_key(|party| next_due(party).map_or((true, Date::MAX), |day| (false, day))),
            Order::Overdue => rows.sort_by_key(|party| Reverse(longest_overdue(party))),
        }
        rows
    }

    /// The orders that can be asked for.
    pub(super) fn orders(self, asked: &Asked, path: &str) -> Vec<OrderLink> {
        let link = |(order, _, label): (Order, &str, &'static str)| OrderLink {
            label,
            address: asked.asking(path, &Self { order, ..self }.pairs()),
            current: order == self.order,
        };
        Order::WORDS.into_iter().map(link).collect()
    }

    /// The categories that there are, after all together.
    pub(super) fn categories(
        self,
        parties: &[PartyReports<'_>],
        tally: &Tally,
        asked: &Asked,
        path: &str,
    ) -> Vec<CategoryLink> {
        let link = |category: Option<Category>, count| CategoryLink {
            class: category.map_or("", class),
            label: category.map_or("All reports", label),
            count,
            address: asked.asking(path, &Self { category, ..self }.pairs()),
            current: category == self.category,
        };
        // A State that has left is not measured, and its rows are shown all the same.
        let shown = |category| {
            let reports = parties.iter().flat_map(|party| &party.reports);
            if category == Category::Ended {
                u32::try_from(reports.filter(|report| report.category == category).count()).unwrap_or(u32::MAX)
            } else {
                tally.of(category)
            }
        };
        let counts = Category::ALL.map(|category| (category, shown(category)));
        let all = counts.iter().fold(0_u32, |all, (_, count)| all.saturating_add(*count));
        let each = counts.into_iter().filter(|(_, count)| *count > 0).map(|(one, count)| link(Some(one), count));
        std::iter::once(link(None, all)).chain(each).collect()
    }
}

const fn label(category: Category) -> &'static str {
    match category {
        Category::Timely => "Received in time",
        Category::Late => "Received late",
        Category::Received => "Received, day not known",
        Category::NonReporting => "Overdue",
        Category::NotYetDue => "Not yet due",
        Category::Ended => "Not received before it left",
    }
}

fn next_due(party: &PartyReports<'_>) -> Option<Date> {
    let open = party.reports.iter().filter(|report| report.category == Category::NotYetDue);
    open.filter_map(|report| report.due().map(|due| due.day)).min()
}

fn longest_overdue(party: &PartyReports<'_>) -> Option<u32> {
    let overdue = party.reports.iter().filter(|report| report.category.is_overdue());
    overdue.filter_map(|report| report.days_late).max()
}

#[cfg(test)]
mod tests {
    use super::Choice;

    #[test]
    fn a_choice_is_read_as_it_is_written_and_an_unknown_one_chooses_nothing() {
        let read = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            Choice::read(&pairs).pairs()
        };
        let chosen = vec![("sort", "due".to_owned()), ("category", "non-reporting".to_owned())];
        assert_eq!(read(&[("sort", "due"), ("category", "non-reporting")]), chosen);
        assert_eq!(read(&[("sort", "<b>"), ("category", "colour")]), Vec::new());
    }
}
