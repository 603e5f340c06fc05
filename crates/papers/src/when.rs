//! When something was, in words, as precisely as its source says and no more.

use law::calendar::Date;
use law::when::{DateExpression, Endpoint, Interval, Precision, Qualification, Season, When};

use crate::un_date::ENGLISH;

/// A date or an interval as it stands in running text.
///
/// ```
/// use papers::when::in_words;
///
/// let words = |text: &str| in_words(&text.parse().unwrap());
/// assert_eq!(words("2002-12-03"), "on 3 December 2002");
/// assert_eq!(words("2002~"), "in or about 2002");
/// assert_eq!(words("1998-03/.."), "since March 1998");
/// assert_eq!(words("2002-12/2003-03"), "from December 2002 to March 2003");
/// ```
#[must_use]
pub fn in_words(when: &When) -> String {
    match when {
        When::Date(date) => of_date(date),
        When::Interval(interval) => of_interval(interval),
    }
}

fn of_date(date: &DateExpression) -> String {
    let place = match date.precision() {
        Precision::Day(_) | Precision::Moment(..) | Precision::DayOfMonth(..) | Precision::DayOfYear(_) => "on",
        _ => "in",
    };
    let place = match date.qualification() {
        Qualification::Certain => place.to_owned(),
        Qualification::Uncertain => format!("possibly {place}"),
        Qualification::Approximate => format!("{place} or about"),
        Qualification::UncertainAndApproximate => format!("possibly {place} or about"),
    };
    format!("{place} {}", named(date.precision()))
}

fn of_interval(interval: &Interval) -> String {
    match (interval.start(), interval.end()) {
        (Endpoint::Date(start), Endpoint::Open) => format!("since {}", of_end(&start)),
        (Endpoint::Open, end) => format!("until {}", of_endpoint(end)),
        (Endpoint::Unknown, Endpoint::Date(end)) => format!("by {}", of_end(&end)),
        (start, end) => format!("from {} to {}", of_endpoint(start), of_endpoint(end)),
    }
}

fn of_endpoint(end: Endpoint) -> String {
    end.date().map_or_else(|| "a date not known".to_owned(), |date| of_end(&date))
}

fn of_end(date: &DateExpression) -> String {
    let doubt = match date.qualification() {
        Qualification::Certain => "",
        Qualification::Uncertain => "possibly ",
        Qualification::Approximate => "about ",
        Qualification::UncertainAndApproximate => "possibly about ",
    };
    format!("{doubt}{}", named(date.precision()))
}

/// What of the calendar is named, after "in" or "on".
fn named(precision: Precision) -> String {
    match precision {
        Precision::Century(first) => format!("the years {first} to {}", first.saturating_add(99)),
        Precision::Decade(first) => format!("the years {first} to {}", first.saturating_add(9)),
        Precision::Year(year) => year.to_string(),
        Precision::Season(year, season) => format!("the {} of {year}", season_word(season)),
        Precision::MonthOfYear(year) => format!("a month of {year}"),
        Precision::Month(year, month) => month_and_year(year, month),
        Precision::DayOfYear(year) => format!("a day of {year}"),
        Precision::DayOfMonth(year, month) => format!("a day of {}", month_and_year(year, month)),
        Precision::Day(day) => ENGLISH.write(day),
        Precision::Moment(day, time) => format!("{} at {time}", ENGLISH.write(day)),
    }
}

const fn season_word(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

/// "March 1998": the written day without its number.
fn month_and_year(year: i16, month: i8) -> String {
    let written = Date::new(year, month, 1).map(|first| ENGLISH.write(first)).unwrap_or_default();
    written.trim_start_matches("1 ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn every_form_of_a_date_has_its_words() {
        for (text, words) in [
            ("1985-04-12", "on 12 April 1985"),
            ("1985-04-12?", "possibly on 12 April 1985"),
            ("1985-04-12T23:20:30Z", "on 12 April 1985 at 23:20:30Z"),
            ("2004-06~", "in or about June 2004"),
            ("2004-06-11%", "possibly on or about 11 June 2004"),
            ("2001-21", "in the spring of 2001"),
            ("201X", "in the years 2010 to 2019"),
            ("20XX", "in the years 2000 to 2099"),
            ("2004-XX", "in a month of 2004"),
            ("1985-04-XX", "on a day of April 1985"),
            ("1985-XX-XX", "on a day of 1985"),
            ("2003-07-01/..", "since 1 July 2003"),
            ("1998-03~/..", "since about March 1998"),
            ("2003/", "from 2003 to a date not known"),
            ("/2003", "by 2003"),
            ("../2003-12", "until December 2003"),
            ("2002?/2003-03", "from possibly 2002 to March 2003"),
        ] {
            assert_eq!(in_words(&text.parse().unwrap()), words, "{text}");
        }
    }
}
