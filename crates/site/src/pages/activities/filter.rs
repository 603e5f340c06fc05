//! The choice of activities, as an address has it and as a form offers it.

use law::act::Standing;
use law::activity::{ActivitiesAsked, ActivityKind, AddressedTo, AnyState, OrganizerKind, OutcomeAsked};
use law::answer::PromotersAnswer;
use law::calendar::{AsAt, parse_day};
use law::record::Record;
use law::treaty::TreatyId;

use crate::address;
use crate::asked::{Asked, Pairs, value};
use crate::fault::Fault;
use crate::pages::find_party;

/// The choice, with what was given for each field.
#[derive(Debug, Clone)]
pub(super) struct Filter {
    /// What is asked for.
    pub(super) asked: ActivitiesAsked,
    given: Vec<(&'static str, String)>,
}

/// A field of the form.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Its name in an address.
    pub(super) name: &'static str,
    /// Its label.
    pub(super) label: &'static str,
    /// What is in it.
    pub(super) value: String,
    /// The sort of field in HTML, where there is nothing to choose from: `text` or `date`.
    pub(super) sort: &'static str,
    /// What can be chosen: values and their words.
    pub(super) choices: Vec<(String, String)>,
}

/// Every field: name, label, sort.
const FIELDS: [(&str, &str, &str); 12] = [
    ("kind", "Sort", "choice"),
    ("by", "Organizer or participant", "text"),
    ("organizer-kind", "Organizer is", "choice"),
    ("promoter", "Promoting body", "choice"),
    ("place", "Place", "text"),
    ("addressed-to", "Addressed to", "text"),
    ("serves", "Serves resolution", "text"),
    ("paragraph", "Paragraph", "text"),
    ("from", "From", "date"),
    ("to", "To", "date"),
    ("outcome", "Outcome", "choice"),
    ("standing", "On whose word", "choice"),
];

impl Filter {
    /// Reads a choice. A word or day that means nothing asks for nothing.
    pub(super) fn read(pairs: &Pairs, treaty: &TreatyId, record: &Record, asked: &Asked) -> Result<Self, Fault> {
        let text = |name: &str| value(pairs, name).map(ToOwned::to_owned);
        let day = |name: &str| value(pairs, name).and_then(|text| parse_day(text).ok()).map(AsAt::new);
        let addressed_to = match value(pairs, "addressed-to") {
            None => None,
            Some(given) => Some(match AnyState::of_word(given) {
                Some(any) => AddressedTo::Any(any),
                None => AddressedTo::State(record.code(find_party(record, given, asked)?)),
            }),
        };
        let choice = ActivitiesAsked {
            treaty: Some(treaty.clone()),
            kind: of_word(pairs, "kind", ActivityKind::ALL, ActivityKind::word),
            by: text("by"),
            organizer_kind: of_word(pairs, "organizer-kind", OrganizerKind::ALL, OrganizerKind::word),
            promoter: text("promoter"),
            place: text("place"),
            addressed_to,
            serves: text("serves"),
            paragraph: text("paragraph"),
            from: day("from"),
            to: day("to"),
            outcome: of_word(pairs, "outcome", OutcomeAsked::ALL, OutcomeAsked::word),
            standing: of_word(pairs, "standing", Standing::ALL, Standing::word),
        };
        let given = FIELDS.iter().filter_map(|(name, ..)| Some((*name, text(name)?))).collect();
        Ok(Self { asked: choice, given })
    }

    /// Whether anything is left out.
    pub(super) fn is_set(&self) -> bool {
        !self.given.is_empty()
    }

    /// Everything about the treaty.
    pub(super) fn of_treaty_alone(&self) -> ActivitiesAsked {
        ActivitiesAsked { treaty: self.asked.treaty.clone(), ..ActivitiesAsked::default() }
    }

    /// The choice, to be passed on by a form.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        self.given.clone()
    }

    /// The choice as it may stand in an address.
    pub(super) fn encoded(&self) -> Vec<(&'static str, String)> {
        self.given.iter().map(|(name, value)| (*name, address::encoded(value))).collect()
    }

    /// The fields of the form.
    pub(super) fn fields(&self, bodies: &PromotersAnswer) -> Vec<Field> {
        let spoken = |word: &str| (word.to_owned(), word.replace('-', " "));
        let choices = |name: &str| -> Vec<(String, String)> {
            match name {
                "kind" => ActivityKind::ALL.iter().map(|kind| spoken(kind.word())).collect(),
                "organizer-kind" => OrganizerKind::ALL.iter().map(|kind| spoken(kind.word())).collect(),
                "outcome" => OutcomeAsked::ALL.iter().map(|asked| spoken(asked.word())).collect(),
                "standing" => Standing::ALL.iter().map(|standing| spoken(standing.word())).collect(),
                "promoter" => bodies.promoters.iter().map(|body| (body.id.clone(), body.name.clone())).collect(),
                _ => Vec::new(),
            }
        };
        let field = |(name, label, sort): &(&'static str, &'static str, &'static str)| Field {
            name,
            label,
            value: self
                .given
                .iter()
                .find(|(given, _)| given == name)
                .map(|(_, value)| value.clone())
                .unwrap_or_default(),
            sort,
            choices: choices(name),
        };
        FIELDS.iter().map(field).collect()
    }
}

fn of_word<T: Copy, const N: usize>(pairs: &Pairs, name: &str, all: [T; N], word: fn(T) -> &'static str) -> Option<T> {
    let given = value(pairs, name)?;
    all.into_iter().find(|one| word(*one) == given)
}
