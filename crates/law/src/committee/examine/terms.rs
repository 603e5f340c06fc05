//! Terms of office: as long as the treaty says, and shorter only by lot.

use super::{Case, Fault};
use crate::calendar::Date;

impl Case<'_, '_> {
    /// A term that an election gives.
    pub(super) fn term(&self, from: Date, to: Date, field: &'static str, faults: &mut Vec<Fault>) {
        let (term, article) = (&self.body.term, self.body.term_article());
        if from < self.day && self.item.act.date.exact().is_some() {
            faults
                .push(Fault::queried(field, format!("the term begins on {from}, before the election of {}", self.day)));
        }
        let Some(right) = term.means().last_day_from(from) else {
            faults.push(Fault::refused(field, format!("a term of {term} from {from} ends beyond the calendar")));
            return;
        };
        if to > right {
            let message = format!("a term from {from} to {to} is longer than {term} (article {article})");
            faults.push(Fault::refused(field, message).instead(right.to_string()));
        } else if to < right && !self.fills_a_vacancy(to) {
            let message = format!(
                "a term from {from} to {to} is shorter than {term} (article {article}); a term that a lot shortened is written in full, with the [[lot]] beside it"
            );
            faults.push(Fault::refused(field, message).instead(right.to_string()));
        }
        let practice = self.body.practice.as_ref().and_then(|practice| practice.term_ends.as_ref());
        if let Some(habit) = practice.filter(|habit| !habit.is.means().is(to)) {
            faults.push(Fault::queried(field, format!("the term ends on {to}; in practice terms end on {}", habit.is)));
        }
    }

    /// Whether a term that ends on a day is the rest of one whose holder left.
    fn fills_a_vacancy(&self, to: Date) -> bool {
        self.before.vacated.iter().any(|vacated| !vacated.filled && vacated.term_to == to)
    }
}
