//! Alphabetical order of names, as lists of States have it.

use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;
use icu_collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu_locale_core::locale;

/// English alphabetical order: accents and apostrophes don't move a name, so that Côte d'Ivoire stands between
/// Costa Rica and Croatia.
pub struct AlphabeticalOrder {
    collator: Option<CollatorBorrowed<'static>>,
}

impl AlphabeticalOrder {
    /// The order of the English alphabet.
    #[must_use]
    pub fn english() -> Self {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Secondary);
        options.alternate_handling = Some(AlternateHandling::NonIgnorable);
        // The data for English is compiled in, so there is always a collator; without one, code point order.
        Self { collator: CollatorBorrowed::try_new(locale!("en").into(), options).ok() }
    }

    /// How two names stand to each other.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        match &self.collator {
            Some(collator) => collator.compare(one, other),
            None => one.cmp(other),
        }
    }
}
