//! The kinds of date.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::reading::{parse_day, serde_day};

macro_rules! day_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Date);

        impl $name {
            /// Says of a calendar day that it is a date of this kind.
            #[must_use]
            pub const fn new(day: Date) -> Self {
                Self(day)
            }

            /// The calendar day, without saying what kind of date it is.
            #[must_use]
            pub const fn day(self) -> Date {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde_day::serialize(&self.0, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde_day::deserialize(deserializer).map(Self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = super::DateFault;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                parse_day(text).map(Self)
            }
        }
    };
}

day_type! {
    /// The day on which an act was done with the depositary: signed, deposited, or received.
    ///
    /// Consent to be bound is established on deposit (Vienna Convention on the Law of Treaties, article 16(b));
    /// periods run from this day, which is itself day zero.
    DateOfAct
}

day_type! {
    /// The first day on which something has effect in law: an entry into force, the end of participation.
    DateOfEffect
}

day_type! {
    /// The day that a question is about. What happened on the day itself counts as having happened.
    AsAt
}

impl AsAt {
    /// Whether an act had been done by the end of this day.
    #[must_use]
    pub fn follows(self, act: DateOfAct) -> bool {
        act.0 <= self.0
    }

    /// Whether something with effect from that day has effect on this one.
    #[must_use]
    pub fn reaches(self, effect: DateOfEffect) -> bool {
        effect.0 <= self.0
    }
}

/// The moment at which the register came to know of something: the time of recording, to the microsecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DateOfKnowledge(Timestamp);

impl DateOfKnowledge {
    /// Says of a moment that it is a time of recording. Anything below a microsecond is dropped, so that the
    /// written form is the whole value.
    #[must_use]
    pub fn new(moment: Timestamp) -> Self {
        Self(Timestamp::from_microsecond(moment.as_microsecond()).unwrap_or(moment))
    }

    /// The moment itself.
    #[must_use]
    pub const fn moment(self) -> Timestamp {
        self.0
    }
}

impl fmt::Display for DateOfKnowledge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
