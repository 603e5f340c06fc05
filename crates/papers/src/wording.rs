//! The few words that a rendering adds to what the document says. Both renderings take them from here.

/// Heads the summary.
pub(crate) const SUMMARY: &str = "Summary";
/// Stands before the distribution in the masthead.
pub(crate) const DISTRIBUTION: &str = "Distr.:";
/// Stands before the language of the original in the masthead.
pub(crate) const ORIGINAL: &str = "Original:";
/// Heads the notes where they stand at the end.
pub(crate) const NOTES: &str = "Notes";
/// Says what the mark of a note does where the note leads back to its call.
pub(crate) const BACK_TO_TEXT: &str = "back to the text";
