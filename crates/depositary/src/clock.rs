//! The one place where the time of day enters.

use jiff::Timestamp;
use jiff::tz::Offset;
use law::calendar::{AsAt, DateOfKnowledge};

/// Now, as a time of recording.
pub fn now() -> DateOfKnowledge {
    DateOfKnowledge::new(Timestamp::now())
}

/// Now, in seconds since 1970.
pub fn since_1970() -> u64 {
    Timestamp::now().as_second().cast_unsigned()
}

/// Today, by universal time.
pub fn today() -> AsAt {
    AsAt::new(Offset::UTC.to_datetime(Timestamp::now()).date())
}
