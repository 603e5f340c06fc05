//! An editor's work on a report: a draft holds the paragraphs as the register had them and as the editor wants them. When
//! the register has more to say, the editor's words stay, the figures among them move, and what changed is shown.

mod difference;
mod draft;
mod markup;
mod merge;

pub use difference::{Change, Difference};
pub use draft::{Draft, DraftParagraph, UnreadableDraft};
