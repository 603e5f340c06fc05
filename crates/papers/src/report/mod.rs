//! Reports: a definition says what a report shows, and the register says what there is to show.

mod activities;
mod composer;
mod definition;
mod entry_into_force;
mod participation;
mod resolution;

pub use composer::{ReportError, compose};
pub use definition::{Definition, Link, MastheadDefinition, ReportedActs, Section, Tables};
