//! Up to when the register is read: a moment, the end of a day, or an entry.

use jiff::tz::TimeZone;
use law::calendar::{DateOfKnowledge, parse_day};
use law::record::{KnownAt, NotAPoint};

use crate::day::Day;

/// A point up to which the register is read, and the text that says so in an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    /// The point.
    pub(crate) at: KnownAt,
    /// As the address has it, in its plainest form: figures, letters, hyphens, full stops and colons only.
    pub(crate) written: String,
}

impl Known {
    /// Reads a point from the text of an address.
    pub(crate) fn read(text: &str) -> Result<Self, NotAPoint> {
        // In an address a plus sign stands for a space, so that an offset such as +02:00 may arrive with one.
        let at = text.parse::<KnownAt>().or_else(|fault| text.replace(' ', "+").parse().map_err(|_| fault))?;
        let written = match at {
            KnownAt::Entry(number) => number.to_string(),
            KnownAt::Moment(moment) => parse_day(text).map_or_else(|_| moment.to_string(), |day| day.to_string()),
            KnownAt::Everything => String::new(),
        };
        Ok(Self { at, written })
    }

    /// The point in words, to follow "by": "the end of 10 June 2003 (UTC)".
    pub(crate) fn words(&self) -> String {
        match self.at {
            KnownAt::Entry(number) => format!("entry {number}"),
            KnownAt::Moment(moment) => match parse_day(&self.written) {
                Ok(day) => format!("the end of {} (UTC)", Day::from(day).words()),
                Err(_) => moment_in_words(moment),
            },
            KnownAt::Everything => "now".to_owned(),
        }
    }
}

/// A time of recording in words: "3 March 2026, 10:22 UTC".
pub(crate) fn moment_in_words(moment: DateOfKnowledge) -> String {
    let there = TimeZone::UTC.to_datetime(moment.moment());
    format!("{}, {:02}:{:02} UTC", Day::from(there.date()).words(), there.hour(), there.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_a_moment_and_an_entry_are_read() {
        assert_eq!(Known::read("0312").unwrap().written, "312");
        let day = Known::read("2026-03-01").unwrap();
        assert_eq!((day.written.as_str(), day.words().as_str()), ("2026-03-01", "the end of 1 March 2026 (UTC)"));
        let moment = Known::read("2026-03-01T12:00:00 02:00").unwrap();
        assert_eq!(
            (moment.written.as_str(), moment.words().as_str()),
            ("2026-03-01T10:00:00Z", "1 March 2026, 10:00 UTC")
        );
    }

    #[test]
    fn nothing_else_is_a_point() {
        for text in ["", "yesterday", "-1", "99999999999999999999999", "2026-02-30", "<script>", "12:00"] {
            assert!(Known::read(text).is_err(), "{text}");
        }
    }
}
