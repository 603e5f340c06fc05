//! Public pages that answer from the register: of a treaty, of a State, and why; and the register's log.
//!
//! Every page is one HTML document made on the server, which needs no script. Its address says all that its answer
//! depends on: the treaty or State, the day asked about (`as-at`) and up to when the register is read (`known-at`).
//!
//! The flow inside the room: an address is read ([`asked`]), a page of [`pages`] asks the law and chooses its words, and
//! a template lays them out.

mod act_shown;
mod address;
mod answer;
mod asked;
mod clauses;
mod counted;
mod day;
mod fault;
mod frame;
mod headers;
mod known;
mod notes;
mod pages;
mod published_log;
mod reply;
mod router;
mod source;
mod stance;
mod statement_shown;
mod style;
mod table;

pub use published_log::{LogKey, LogState, PublishedLog};
pub use router::{router, serve};
pub use source::{ComparedText, DrawnUp, ReportListing, Source, SourceError};
