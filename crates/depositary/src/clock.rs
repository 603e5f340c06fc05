//! The one place where the time of day enters.

use jiff::Timestamp;
use jiff::tz::Offset;
use law::calendar::{AsAt, DateOfKnowledge};

/// Now, as a time of recording.
pub fn now() -> DateOfKnowledge {
    DateOfKnowledge::new(Timestamp::now())
}

/// Today, by universal time.
pub fn today() -> AsAt {
    AsAt::new(Offset::UTC.to_datetime(Timestamp::now()).date())
}
