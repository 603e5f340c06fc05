//! Final clauses: what a treaty itself says of who may join, when it enters into force, how a party leaves, and of
//! the body and reports that it sets up. Each clause names its article.

mod body;
mod declarations;
mod denunciation;
mod entry_into_force;
mod participation;
mod reservations;
mod revision;
mod settlement;

pub use body::{Body, FirstElection, Officers, Reports, Seats};
pub use declarations::{Declaration, DeclarationThreshold};
pub use denunciation::{Denunciation, Floor};
pub use entry_into_force::{EachParty, EntryIntoForceClause, Family, Interval, IntervalReading, Trigger};
pub use participation::{Participation, SignatureClause};
pub use reservations::{Reservations, Withdrawal};
pub use revision::Revision;
pub use settlement::Settlement;
