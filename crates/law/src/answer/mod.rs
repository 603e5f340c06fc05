//! Answers as data: the stable shapes in which programs get them. Fields may be added and are never taken away; a date
//! not known or not reached is null.

mod explain;
mod state;
mod status;

pub use explain::ExplainAnswer;
pub use state::{StateAnswer, TreatyOfState};
pub use status::{
    ConsentAnswer, CountsAnswer, EntryIntoForceAnswer, PartAnswer, ParticipantAnswer, ReportedAnswer, StatusAnswer,
};
