//! What the targets share: the packaged parties, what is drafted from files, and everything that is derived from entries.

mod consequences;
mod drafts;
mod examination;
mod kept;
mod tables;

pub use consequences::derive;
pub use drafts::{a_few, entered};
pub use kept::{kept, line};
pub use tables::table;
