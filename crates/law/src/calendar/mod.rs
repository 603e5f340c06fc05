//! The legal calendar: the kinds of date that must not be confused, and how periods are counted.
//!
//! Three dates belong to every act and are three types: the day on which it was done with the depositary
//! ([`DateOfAct`]), the day from which it has effect ([`DateOfEffect`]), and the moment at which the register
//! came to know of it ([`DateOfKnowledge`]). A fourth, [`AsAt`], is the day that a question is about.

mod dates;
mod delay;
pub mod numbers;
mod reading;
mod wording;

pub use dates::{AsAt, DateOfAct, DateOfEffect, DateOfKnowledge};
pub use delay::{CalendarError, Delay, MonthEnd, Reckoning, Step};
pub use jiff::civil::Date;
pub use reading::{DateFault, parse_day, serde_day};
pub use wording::{UnknownWording, Wording};
