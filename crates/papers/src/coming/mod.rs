//! The days to come that follow from a record: what they are called, and the feed that calendar programs read.

pub mod feed;
pub mod words;

mod icalendar;
