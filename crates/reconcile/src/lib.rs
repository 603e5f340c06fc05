//! Comparing a published text with the register: the claims that a report makes of a treaty, found and checked.
//!
//! The flow inside the room: [`source`] (bytes to paragraphs) → [`reading`] (what words say: days, numbers, States, treaties)
//! → [`claims`] (what the text claims) → [`comparison`] (each claim against what follows from the register) → [`answer`]
//! (as data) and [`page`] (side by side). There is no clock and no file here: bytes in, a [`Reconciliation`] out.

pub mod answer;
pub mod claims;
pub mod comparison;
pub mod page;
pub mod reading;
pub mod source;
pub mod status_table;

use law::calendar::Date;
use law::record::Record;
use law::treaty::TreatyId;

use self::answer::Reconciliation;
use self::claims::{as_at_of, find};
use self::comparison::{Asked, compare};
use self::reading::Reading;
use self::reading::vocabulary::Vocabulary;
use self::source::{SourceText, Unreadable};

/// What whoever asks knows of a text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Question<'a> {
    /// The day as at which it speaks, where it does not say so itself.
    pub as_at: Option<Date>,
    /// The treaty that it is about, where it names none.
    pub treaty: Option<&'a TreatyId>,
}

/// Compares a text with the register. `source` is what the text is called in the answer.
///
/// # Errors
/// [`Unreadable`] where the bytes are no text of any form that is read.
pub fn reconcile(
    source: &str,
    bytes: &[u8],
    record: &Record,
    question: Question<'_>,
) -> Result<Reconciliation, Unreadable> {
    Ok(reconcile_text(source, &SourceText::read(bytes)?, record, question))
}

/// Compares a text that has been read already, for whoever shows the text beside the answer.
#[must_use]
pub fn reconcile_text(source: &str, text: &SourceText, record: &Record, question: Question<'_>) -> Reconciliation {
    let days = as_at_of(&Reading::of(text, &Vocabulary::default()), record, question.as_at);
    let reading = Reading::of(text, &Vocabulary::of(record, days.day()));
    let found = find(&reading, record, question.treaty, days);
    let compared = compare(&found, &Asked::of(record, &reading));
    Reconciliation::of(source, text, reading.language, days, compared, record)
}
