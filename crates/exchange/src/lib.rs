//! Formats that treaties, acts and records travel in. Here: the project's own, TOML for what a lawyer writes by hand
//! and CSV for lists of acts.
//!
//! Reading goes in two steps. [`toml_file::read`] and [`acts_csv::read`] turn a file into [`Written`] records, each with
//! its line. [`resolve()`] then finds the parties that they name. Both list every fault that they find, not only the first.

pub mod acts_csv;
pub mod acts_loaded;
pub mod body_rows;
pub mod declarations_text;
mod fault;
mod place;
pub mod published_csv;
pub mod report_rows;
mod resolve;
pub mod statement_rows;
pub mod status_table;
pub mod toml_file;
mod written;

pub use fault::Fault;
pub use place::{Located, Place};
pub use resolve::resolve;
pub use written::{ActRow, CorrectionRow, DecisionRow, RectificationRow, Text, Written};
