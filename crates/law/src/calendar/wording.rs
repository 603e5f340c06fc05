//! The closed list of wordings: how a treaty says its period, and what period that is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::delay::Delay;
use super::numbers;

/// A treaty's own wording of a period, kept as written, with the [`Delay`] that it means.
///
/// ```
/// use law::calendar::{Delay, Wording};
/// let wording: Wording = "first day of the month following a period of 3 months after".parse().unwrap();
/// assert_eq!(wording.delay(), Delay::FirstOfMonthAfterMonths(3));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    text: String,
    delay: Delay,
}

impl Wording {
    /// The words, as the treaty's file has them.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The period that they mean.
    #[must_use]
    pub const fn delay(&self) -> Delay {
        self.delay
    }
}

impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A wording that is not on the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{given}` is not a wording that can be counted; write one of: {}",
    EXAMPLES.join("; ")
)]
pub struct UnknownWording {
    given: String,
}

/// One example of each wording on the list.
const EXAMPLES: [&str; 8] = [
    "on the day of",
    "30th day after",
    "30 days after",
    "3 months after",
    "1 year after",
    "first day of the month following a period of 3 months after",
    "first day of the month after the 60th day following",
    "first day of the 6th month after the month of",
];

impl FromStr for Wording {
    type Err = UnknownWording;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let words = numbers::in_figures(&text.trim().to_lowercase());
        let of_weight =
            |word: &&str| !matches!(*word, "the" | "a" | "of" | "on" | "date" | "expiration" | "expiry" | "end");
        let after = |word| if word == "from" { "after" } else { word };
        let weighty: Vec<&str> = words.iter().map(String::as_str).filter(of_weight).map(after).collect();
        let delay = match weighty.as_slice() {
            [] if words.iter().any(|word| word == "date") => Some(Delay::OnTheDay),
            weighty => delay_of(weighty),
        };
        delay
            .map(|delay| Self { text: text.trim().to_owned(), delay })
            .ok_or_else(|| UnknownWording { given: text.chars().take(80).collect() })
    }
}

/// The period that the words mean, articles, "of" and "expiration of" being left out already and numbers in figures.
fn delay_of(words: &[&str]) -> Option<Delay> {
    match words {
        ["day"] => Some(Delay::OnTheDay),
        [n, "day", "after" | "following"] if *n == "1" => cardinal(n).map(Delay::Days),
        [n, "day", "after" | "following"] => ordinal(n).map(Delay::Days),
        [n, "days", "after" | "following"] => cardinal(n).map(Delay::Days),
        [n, unit, "after" | "following"] => months(n, unit).map(Delay::Months),
        ["1st", "day", "month", "following" | "after"] => Some(Delay::FirstOfMonthAfterMonths(0)),
        ["1st", "day", "month", "following" | "after", rest @ ..] => first_of_month(rest),
        ["1st", "day", nth, "month", "after" | "following"]
        | ["1st", "day", nth, "month", "after" | "following", "month"]
        | ["1st", "day", nth, "calendar", "month", "after" | "following", ..] => {
            ordinal(nth).map(Delay::FirstOfNthMonth)
        }
        _ => None,
    }
}

/// "following a period of 3 months after", "following 12 months after", "after the 60th day following".
fn first_of_month(rest: &[&str]) -> Option<Delay> {
    match rest {
        ["period", inner @ ..] => first_of_month(inner),
        [n, "day", "after" | "following"] => ordinal(n).map(Delay::FirstOfMonthAfterDays),
        [n, "days", "after" | "following"] => cardinal(n).map(Delay::FirstOfMonthAfterDays),
        [n, unit, "after" | "following"] => months(n, unit).map(Delay::FirstOfMonthAfterMonths),
        _ => None,
    }
}

fn months(number: &str, unit: &str) -> Option<u16> {
    let number = cardinal(number)?;
    match unit {
        "month" | "months" => Some(number),
        "year" | "years" => number.checked_mul(12),
        _ => None,
    }
}

fn cardinal(word: &str) -> Option<u16> {
    word.parse().ok()
}

fn ordinal(word: &str) -> Option<u16> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    match &word[digits.len()..] {
        "st" | "nd" | "rd" | "th" => digits.parse().ok(),
        _ => None,
    }
}

impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Wording {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_on_the_list_is_read() {
        let cases = [
            ("on the day of", Delay::OnTheDay),
            ("30th day after", Delay::Days(30)),
            ("thirtieth day following the date of", Delay::Days(30)),
            ("ninety days after", Delay::Days(90)),
            ("180 days after", Delay::Days(180)),
            ("3 months after", Delay::Months(3)),
            ("three months after the date of", Delay::Months(3)),
            ("2 years after", Delay::Months(24)),
            ("first day of the month following", Delay::FirstOfMonthAfterMonths(0)),
            ("first day of the month following a period of 3 months after", Delay::FirstOfMonthAfterMonths(3)),
            ("first day of the month following the expiration of 12 months after", Delay::FirstOfMonthAfterMonths(12)),
            (
                "first day of the month following the expiration of a period of three months after the date of",
                Delay::FirstOfMonthAfterMonths(3),
            ),
            ("first day of the month after the 60th day following", Delay::FirstOfMonthAfterDays(60)),
            ("first day of the 6th month after the month of", Delay::FirstOfNthMonth(6)),
            ("first day of the sixth month after the month of", Delay::FirstOfNthMonth(6)),
            ("first day of the third calendar month after", Delay::FirstOfNthMonth(3)),
            ("first day of the second month following", Delay::FirstOfNthMonth(2)),
            ("one hundred and twenty days after", Delay::Days(120)),
            ("one hundred and twentieth day after the date of", Delay::Days(120)),
            ("thirteen months after", Delay::Months(13)),
            ("twenty-one days after", Delay::Days(21)),
            ("one year from", Delay::Months(12)),
            ("three months from the date of", Delay::Months(3)),
            ("on the date of", Delay::OnTheDay),
        ];
        for (text, delay) in cases {
            assert_eq!(text.parse::<Wording>().map(|wording| wording.delay()), Ok(delay), "{text}");
        }
    }

    #[test]
    fn a_wording_off_the_list_is_refused_with_the_list() {
        for text in ["", "soon after", "three weeks after", "first day of the week following", "½ day after"] {
            let fault = text.parse::<Wording>().unwrap_err();
            assert!(fault.to_string().contains("30th day after"), "{text}");
        }
    }
}
