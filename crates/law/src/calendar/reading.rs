//! Reading dates as people write them: one form is right, and the others are answered with the right one.

use std::fmt;

use jiff::civil::Date;

/// A text that is not a date in the one form that the register takes, `2003-06-10`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFault {
    given: String,
    nearest: Vec<Date>,
}

impl DateFault {
    /// What the text probably meant, most likely first; empty when nothing can be made of it.
    #[must_use]
    pub fn nearest(&self) -> &[Date] {
        &self.nearest
    }
}

impl fmt::Display for DateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a date: write year-month-day, as in ", self.given)?;
        match self.nearest.as_slice() {
            [] => f.write_str("2003-06-10"),
            [one] => write!(f, "{one}"),
            [one, other, ..] => write!(f, "{one} or {other}"),
        }
    }
}

impl std::error::Error for DateFault {}

/// Reads a day in the one form that the register takes: four digits, two, two (ISO 8601, extended).
///
/// ```
/// use law::calendar::parse_day;
/// assert_eq!(parse_day("2003-06-10").unwrap().to_string(), "2003-06-10");
/// let fault = parse_day("31 June 2003").unwrap_err();
/// assert_eq!(fault.to_string(), "`31 June 2003` is not a date: write year-month-day, as in 2003-06-30");
/// ```
///
/// # Errors
/// [`DateFault`] with the nearest right date, when the text is in another form or names no day.
pub fn parse_day(text: &str) -> Result<Date, DateFault> {
    let strict = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let read = strict.then(|| text.parse::<Date>().ok()).flatten();
    read.ok_or_else(|| DateFault { given: text.chars().take(40).collect(), nearest: guesses(text) })
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What the writer may have meant: every reading of three numbers (or two and the name of a month).
fn guesses(text: &str) -> Vec<Date> {
    let mut numbers: Vec<i16> = Vec::new();
    let mut month: Option<i16> = None;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(6) {
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        if digits.len() == 8 && word.len() == 8 {
            let (year, rest) = digits.split_at(4);
            let (month, day) = rest.split_at(2);
            numbers.extend([year, month, day].iter().filter_map(|n| n.parse::<i16>().ok()));
        } else if let Ok(number) = digits.parse() {
            numbers.push(number);
        } else if let Some(start) = word.to_lowercase().get(..3) {
            month = MONTHS.iter().zip(1..).find(|(name, _)| **name == start).map(|(_, n)| n);
        }
    }
    let orders: Vec<[i16; 3]> = match (numbers.as_slice(), month) {
        ([a, b], Some(m)) => vec![[*b, m, *a], [*a, m, *b]],
        ([a, b, c], _) => vec![[*a, *b, *c], [*c, *b, *a], [*c, *a, *b]],
        _ => Vec::new(),
    };
    let mut found: Vec<Date> = Vec::new();
    for [year, month, day] in orders {
        if let Some(date) = last_day_if_beyond(year, month, day)
            && !found.contains(&date)
        {
            found.push(date);
        }
    }
    found
}

/// The day named, or the month's last day when it has no such day; `None` when no such month can be meant.
fn last_day_if_beyond(year: i16, month: i16, day: i16) -> Option<Date> {
    if !(1600..=2600).contains(&year) || !(1..=31).contains(&day) {
        return None;
    }
    let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    let day = i8::try_from(day).ok()?.min(first.days_in_month());
    Date::new(year, first.month(), day).ok()
}

/// How days travel in files and in the register: as text, `2003-06-10`. A date may also arrive as a map with
/// that text as its only value, which is how TOML hands over its native dates.
pub mod serde_day {
    use std::fmt;

    use jiff::civil::Date;
    use serde::de::{Error, MapAccess, Visitor};
    use serde::{Deserializer, Serializer};

    /// Writes the day as text.
    ///
    /// # Errors
    /// Only those of the serializer.
    pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    /// Reads a day.
    ///
    /// # Errors
    /// When the value is not a date; the message names the nearest right one.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        deserializer.deserialize_any(DayVisitor)
    }

    struct DayVisitor;

    impl<'de> Visitor<'de> for DayVisitor {
        type Value = Date;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a date such as 2003-06-10")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
            super::parse_day(text).map_err(E::custom)
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Date, A::Error> {
            match map.next_entry::<String, String>()? {
                Some((_, text)) => super::parse_day(&text).map_err(A::Error::custom),
                None => Err(A::Error::custom("expected a date such as 2003-06-10")),
            }
        }
    }

    /// The same for a date that may be missing.
    pub mod option {
        use jiff::civil::Date;
        use serde::{Deserialize, Deserializer, Serializer};

        /// Writes the day as text, or nothing.
        ///
        /// # Errors
        /// Only those of the serializer.
        pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
            match day {
                Some(day) => serializer.collect_str(day),
                None => serializer.serialize_none(),
            }
        }

        /// Reads a day that is there.
        ///
        /// # Errors
        /// As [`super::deserialize`].
        pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
            struct Day(Date);
            impl<'de> Deserialize<'de> for Day {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    super::deserialize(deserializer).map(Day)
                }
            }
            Option::<Day>::deserialize(deserializer).map(|day| day.map(|day| day.0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_forms_are_answered_with_the_right_one() {
        let nearest = |text: &str| -> Vec<String> {
            parse_day(text).unwrap_err().nearest().iter().map(ToString::to_string).collect()
        };
        assert_eq!(nearest("2003-6-1"), ["2003-06-01"]);
        assert_eq!(nearest("20030610"), ["2003-06-10"]);
        assert_eq!(nearest("10/06/2003"), ["2003-06-10", "2003-10-06"]);
        assert_eq!(nearest("14 Mar 2003"), ["2003-03-14"]);
        assert_eq!(nearest("March 14th, 2003"), ["2003-03-14"]);
        assert_eq!(nearest("2003-02-30"), ["2003-02-28"]);
        assert_eq!(nearest("yesterday"), Vec::<String>::new());
    }
}
