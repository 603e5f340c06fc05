//! A time of day with what is said of its zone.

use std::fmt;

/// Hours, minutes and seconds, and how far from universal time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
    second: u8,
    shift: Shift,
}

/// How a local time relates to universal time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shift {
    /// Local time, and nothing is said.
    Local,
    /// `Z`: universal time.
    Universal,
    /// `-04`: whole hours ahead (`+`) or behind.
    Hours(Direction, u8),
    /// `+04:30`: hours and minutes.
    HoursAndMinutes(Direction, u8, u8),
}

/// Ahead of universal time or behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// `+`.
    Ahead,
    /// `-`.
    Behind,
}

impl TimeOfDay {
    /// Reads `23:20:30`, `23:20:30Z`, `23:20:30-04` or `23:20:30+04:30`; `None` for anything else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (clock, zone) = text.split_at_checked(8)?;
        let mut parts = clock.split(':');
        let mut next = |limit: u8| parts.next().and_then(|part| two_digits(part, limit));
        let (hour, minute, second) = (next(24)?, next(60)?, next(60)?);
        if parts.next().is_some() {
            return None;
        }
        Some(Self { hour, minute, second, shift: Shift::read(zone)? })
    }
}

impl Shift {
    fn read(text: &str) -> Option<Self> {
        let direction = match text.chars().next() {
            None => return Some(Self::Local),
            Some('Z') if text.len() == 1 => return Some(Self::Universal),
            Some('+') => Direction::Ahead,
            Some('-') => Direction::Behind,
            Some(_) => return None,
        };
        let shift = text.get(1..)?;
        match shift.split_once(':') {
            None => Some(Self::Hours(direction, two_digits(shift, 24)?)),
            Some((hours, minutes)) => {
                Some(Self::HoursAndMinutes(direction, two_digits(hours, 24)?, two_digits(minutes, 60)?))
            }
        }
    }
}

fn two_digits(text: &str, limit: u8) -> Option<u8> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|number| *number < limit)
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ahead => "+",
            Self::Behind => "-",
        })
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second)?;
        match self.shift {
            Shift::Local => Ok(()),
            Shift::Universal => f.write_str("Z"),
            Shift::Hours(direction, hours) => write!(f, "{direction}{hours:02}"),
            Shift::HoursAndMinutes(direction, hours, minutes) => write!(f, "{direction}{hours:02}:{minutes:02}"),
        }
    }
}
