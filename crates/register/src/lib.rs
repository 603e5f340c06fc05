//! The register: an append-only record of entries, the leaves of a signed tree of hashes.
//!
//! An entry is never changed. Code here has no statement that would, the database refuses one, and
//! [`verify`](Register::verify) finds what somebody did with other tools.

pub mod attachments;
mod batch;
mod canonical;
mod chain;
mod confidence;
mod copying;
mod fault;
mod follower;
mod hash;
mod key_file;
mod location;
pub mod log;
mod log_check;
mod log_reading;
mod publishing;
mod reading;
mod recorder;
mod register;
mod snapshot;
mod store;
mod verification;
mod web_client;
mod whole_file;
pub mod witness;
mod writing;

pub use canonical::{LONGEST_ENTRY, canonical_form, read_entry};
pub use confidence::Confided;
pub use copying::{Migration, copy, migrate};
pub use fault::RegisterError;
pub use follower::Follower;
pub use hash::Hash;
pub use key_file::{KeyFileError, keep_key, new_origin, read_key};
pub use location::{Location, PostgresAddress};
pub use log_check::Keys;
pub use publishing::{Publication, PublishingError};
pub use reading::Reading;
pub use recorder::Recorder;
pub use register::{Log, Register};
pub use store::{FORMAT, Opening};
pub use verification::{Expected, Fault, Verification};
pub use writing::{Accompanied, Writing};
