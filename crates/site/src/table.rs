//! The order of a table's rows, and the heads of its columns, which change it.

use law::calendar::{Date, DateOfEffect};
use law::status::Participant;

use crate::asked::Asked;

/// By which column rows are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Column {
    /// The name of the participant, in alphabetical order.
    #[default]
    Name,
    /// The day of signature.
    Signature,
    /// The day of consent to be bound.
    Consent,
    /// The day of entry into force for the participant.
    InForce,
    /// The first day on which it is no longer bound.
    Ended,
}

/// The order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Order {
    column: Column,
    latest_first: bool,
}

impl Column {
    const WORDS: [(Self, &'static str); 5] = [
        (Self::Name, "name"),
        (Self::Signature, "signature"),
        (Self::Consent, "consent"),
        (Self::InForce, "in-force"),
        (Self::Ended, "ended"),
    ];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(column, _)| *column == self).map_or("name", |(_, word)| word)
    }

    fn day(self, participant: &Participant<'_>) -> Option<Date> {
        match self {
            Self::Name => None,
            Self::Signature => participant.signature.map(|act| act.counts_from().day()),
            Self::Consent => participant.consent.map(|act| act.counts_from().day()),
            Self::InForce => participant.in_force.map(DateOfEffect::day),
            Self::Ended => participant.ended.map(DateOfEffect::day),
        }
    }
}

impl Order {
    /// Reads `consent`, or `-consent` for the latest first. A word that names no column asks for the usual order.
    pub(crate) fn read(text: &str) -> Self {
        let (word, latest_first) = text.strip_prefix('-').map_or((text, false), |word| (word, true));
        let column = Column::WORDS.iter().find(|(_, known)| *known == word).map(|(column, _)| *column);
        column.map_or_else(Self::default, |column| Self { column, latest_first })
    }

    /// The order as an address has it.
    pub(crate) fn written(self) -> String {
        format!("{}{}", if self.latest_first { "-" } else { "" }, self.column.word())
    }

    /// Puts participants, which come in alphabetical order, in this order. Those without such a day come last.
    pub(crate) fn sort(self, participants: &mut [Participant<'_>]) {
        match (self.column, self.latest_first) {
            (Column::Name, false) => {}
            (Column::Name, true) => participants.reverse(),
            (column, latest_first) => participants.sort_by(|one, other| {
                let (one, other) = (column.day(one), column.day(other));
                match (one, other) {
                    (Some(one), Some(other)) if latest_first => other.cmp(&one),
                    (Some(one), Some(other)) => one.cmp(&other),
                    (one, other) => other.is_some().cmp(&one.is_some()),
                }
            }),
        }
    }

    fn direction(self, column: Column) -> Option<&'static str> {
        (self.column == column).then_some(if self.latest_first { "descending" } else { "ascending" })
    }

    /// What a click on the column's head asks for: this column, or if it is this one already, the other way round.
    fn after_click(self, column: Column) -> Self {
        let again = self.column == column;
        Self { column, latest_first: again && !self.latest_first }
    }
}

/// The head of a column that rows can be ordered by.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// What the column holds.
    pub(crate) label: &'static str,
    /// Which kind of date, for a column of dates.
    pub(crate) date_of: &'static str,
    /// Which way the rows are ordered by it, in the words of `aria-sort`.
    pub(crate) direction: Option<&'static str>,
    /// The same page ordered by it.
    pub(crate) address: String,
}

impl Head {
    /// The heads of the columns of participants.
    pub(crate) fn of_participants(asked: &Asked, path: &str, with_ended: bool) -> Vec<Self> {
        let columns = [
            (Column::Name, "Participant", ""),
            (Column::Signature, "Signature", "date of signature"),
            (Column::Consent, "Consent to be bound", "date of deposit"),
            (Column::InForce, "In force for it", "date of effect"),
            (Column::Ended, "No longer bound", "date of effect"),
        ];
        columns
            .into_iter()
            .filter(|(column, ..)| with_ended || *column != Column::Ended)
            .map(|(column, label, date_of)| Self {
                label,
                date_of,
                direction: asked.order.direction(column),
                address: asked.ordered(path, asked.order.after_click(column)),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_read_as_it_is_written_and_an_unknown_one_is_the_usual() {
        for text in ["signature", "-signature", "consent", "in-force", "-in-force", "name", "-name", "-ended"] {
            assert_eq!(Order::read(text).written(), text);
        }
        for text in ["", "-", "--name", "colour", "<b>"] {
            assert_eq!(Order::read(text), Order::default());
        }
    }

    #[test]
    fn a_second_click_turns_the_order_round() {
        let once = Order::default().after_click(Column::Consent);
        assert_eq!(
            (once.written(), once.after_click(Column::Consent).written()),
            ("consent".into(), "-consent".into())
        );
        assert_eq!(once.direction(Column::Consent), Some("ascending"));
        assert_eq!(once.direction(Column::Name), None);
    }
}
