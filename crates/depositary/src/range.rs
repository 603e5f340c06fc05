//! A point of an axis, or two points to compare: `2003-06-10..2024-01-01`.

use std::fmt::Display;

/// A point of an axis, or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Points<T> {
    /// One point.
    One(T),
    /// Two points; one that is left out is today, or everything recorded.
    Range {
        /// The earlier one.
        from: Option<T>,
        /// The later one.
        to: Option<T>,
    },
}

impl<T: Clone> Points<T> {
    /// Reads a point, or two with `..` between them, of which one may be left out.
    ///
    /// # Errors
    /// When a point can't be read, or when there is none on either side.
    pub fn read<E: Display>(text: &str, point: impl Fn(&str) -> Result<T, E>) -> Result<Self, String> {
        let read = |text: &str| point(text.trim()).map_err(|error| error.to_string());
        let side = |text: &str| if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) };
        match text.split_once("..") {
            None => read(text).map(Self::One),
            Some((from, to)) => match (side(from)?, side(to)?) {
                (None, None) => Err(format!("`{text}` has no point on either side; write at least one of the two")),
                (from, to) => Ok(Self::Range { from, to }),
            },
        }
    }

    /// Whether there are two points to compare.
    pub const fn is_range(&self) -> bool {
        matches!(self, Self::Range { .. })
    }

    /// Both points: twice the same where there is one, and this one for a side left out.
    pub fn ends(self, left_out: T) -> (T, T) {
        match self {
            Self::One(point) => (point.clone(), point),
            Self::Range { from, to } => (from.unwrap_or_else(|| left_out.clone()), to.unwrap_or(left_out)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Points;

    fn read(text: &str) -> Result<Points<u8>, String> {
        Points::read(text, str::parse::<u8>)
    }

    #[test]
    fn one_point_or_two() {
        assert_eq!(read("3"), Ok(Points::One(3)));
        assert_eq!(read("3..7").map(|points| points.ends(9)), Ok((3, 7)));
        assert_eq!(read("3 .. 7").map(|points| points.ends(9)), Ok((3, 7)));
        assert_eq!(read("3..").map(|points| points.ends(9)), Ok((3, 9)));
        assert_eq!(read("..7").map(|points| points.ends(5)), Ok((5, 7)));
        assert_eq!(read("3").map(|points| points.ends(9)), Ok((3, 3)));
    }

    #[test]
    fn what_is_no_point_is_refused() {
        assert!(read("..").is_err_and(|error| error.contains("either side")));
        for text in ["", "x", "x..3", "3..x", "3..4..5", "3...4"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
