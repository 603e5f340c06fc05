//! Reports: a definition says what a report shows, and the register says what there is to show.

mod activities;
mod candidates;
mod chart;
mod committee;
mod composer;
mod composition;
mod declarations;
mod definition;
mod developments;
mod entry_into_force;
mod mandates;
mod participation;
mod reporting;
mod resolution;
mod section;
mod state_profile;
mod subject;
mod table;
mod telling;
mod treaties;
mod written_section;

pub use composer::{ReportError, compose};
pub use composition::{Composition, Content, Piece};
pub use definition::{AgendaItem, Definition, MastheadDefinition, WrittenDefinition};
pub use section::{
    ActivitiesShown, ChartOf, Link, Once, ReportedActs, Section, Shows, TableOf, Tables, WhichMandates, WhichReports,
};
pub use subject::Asked;
