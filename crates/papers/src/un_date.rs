//! Dates written out as documents of the United Nations write them.

use jiff::civil::Date;

/// How a language writes a date out: day, month in words, year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateStyle {
    months: [&'static str; 12],
}

/// English.
pub const ENGLISH: DateStyle = DateStyle {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};

impl DateStyle {
    /// Writes a date out.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use papers::un_date::ENGLISH;
    ///
    /// assert_eq!(ENGLISH.write(date(2003, 3, 14)), "14 March 2003");
    /// assert_eq!(ENGLISH.write(date(1969, 5, 1)), "1 May 1969");
    /// ```
    #[must_use]
    pub fn write(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.month(date.month()), date.year())
    }

    /// The name of a month, counted from 1 as a date counts them.
    fn month(&self, number: i8) -> &'static str {
        let index = usize::from(number.unsigned_abs()) - 1;
        self.months[index]
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::ENGLISH;

    #[test]
    fn every_month_has_its_own_name() {
        let written: Vec<String> = (1..=12).map(|month| ENGLISH.write(date(2000, month, 29))).collect();

        assert_eq!(written[0], "29 January 2000");
        assert_eq!(written[1], "29 February 2000");
        assert_eq!(written[11], "29 December 2000");
    }
}
