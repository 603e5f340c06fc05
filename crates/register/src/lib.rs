//! The register: an append-only record of entries, each chained to the one before it.
//!
//! An entry is never changed. Code here has no statement that would, the database refuses one, and
//! [`verify`](Register::verify) finds what somebody did with other tools.

mod chain;
mod fault;
mod location;
mod schema;
mod sqlite;
mod verification;

pub use chain::{Hash, canonical_form};
pub use fault::RegisterError;
pub use location::Location;
pub use schema::FORMAT;
pub use sqlite::{Register, Writing};
pub use verification::{Fault, Verification};
