//! The few words that a rendering adds to what the document says. Both renderings take them from here.

/// Heads the summary.
pub(crate) const SUMMARY: &str = "Summary";
/// Stands before the distribution in the masthead.
pub(crate) const DISTRIBUTION: &str = "Distr.:";
/// Stands before the language of the original in the masthead.
pub(crate) const ORIGINAL: &str = "Original:";
/// Heads the notes where they stand at the end.
pub(crate) const NOTES: &str = "Notes";
/// Heads the checkpoint and what is said of it.
pub(crate) const PROOF: &str = "Record and proof";
/// The command that checks a register against a checkpoint that was saved.
pub(crate) const VERIFY: &str = "depositary verify --checkpoint FILE";
/// Says what the mark of a note does where the note leads back to its call.
pub(crate) const BACK_TO_TEXT: &str = "back to the text";
