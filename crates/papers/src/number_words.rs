//! Numbers in English words, with the hyphen and the "and" of the United Nations' spelling:
//! "one hundred and twenty-first".

use law::calendar::numbers::{BELOW_TWENTY, TENS};

/// A number below twenty, or a multiple of ten, as a cardinal and as an ordinal.
type Words = (&'static str, &'static str);

/// The number of things, in words.
///
/// ```
/// use papers::number_words::cardinal;
///
/// assert_eq!(cardinal(5), "five");
/// assert_eq!(cardinal(58), "fifty-eight");
/// assert_eq!(cardinal(193), "one hundred and ninety-three");
/// ```
#[must_use]
pub fn cardinal(number: u8) -> String {
    in_words(number, |(cardinal, _)| cardinal, "")
}

/// The place in a sequence, such as the session of an organ, in words.
///
/// ```
/// use papers::number_words::ordinal;
///
/// assert_eq!(ordinal(58), "fifty-eighth");
/// assert_eq!(ordinal(84), "eighty-fourth");
/// assert_eq!(ordinal(100), "one hundredth");
/// ```
#[must_use]
pub fn ordinal(number: u8) -> String {
    in_words(number, |(_, ordinal)| ordinal, "th")
}

/// The place in a sequence of any length: in words up to the hundredth, in figures from there on.
///
/// ```
/// use papers::number_words::nth;
///
/// assert_eq!((nth(26).as_str(), nth(101).as_str(), nth(112).as_str()), ("twenty-sixth", "101st", "112th"));
/// ```
#[must_use]
pub fn nth(number: u16) -> String {
    match u8::try_from(number) {
        Ok(small) if small <= 100 => ordinal(small),
        _ => format!("{number}{}", suffix(number)),
    }
}

fn suffix(number: u16) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// Only the last word takes the form asked for; the words before it are cardinals. `on_hundred` is what that
/// form adds to "hundred".
fn in_words(number: u8, form: fn(Words) -> &'static str, on_hundred: &str) -> String {
    let (hundreds, rest) = (usize::from(number / 100), usize::from(number % 100));
    match (hundreds, rest) {
        (0, _) => below_hundred(rest, form),
        (_, 0) => format!("{} hundred{on_hundred}", BELOW_TWENTY[hundreds].0),
        _ => format!("{} hundred and {}", BELOW_TWENTY[hundreds].0, below_hundred(rest, form)),
    }
}

fn below_hundred(number: usize, form: fn(Words) -> &'static str) -> String {
    match (number, number % 10) {
        (0..20, _) => form(BELOW_TWENTY[number]).to_owned(),
        (_, 0) => form(TENS[number / 10 - 2]).to_owned(),
        (_, unit) => format!("{}-{}", TENS[number / 10 - 2].0, form(BELOW_TWENTY[unit])),
    }
}

#[cfg(test)]
mod tests {
    use super::{cardinal, ordinal};

    #[test]
    fn ordinals_change_only_their_last_word() {
        let written: Vec<String> = [1, 12, 20, 21, 40, 79, 99, 101, 112, 120, 199].map(ordinal).into();

        assert_eq!(
            written,
            [
                "first",
                "twelfth",
                "twentieth",
                "twenty-first",
                "fortieth",
                "seventy-ninth",
                "ninety-ninth",
                "one hundred and first",
                "one hundred and twelfth",
                "one hundred and twentieth",
                "one hundred and ninety-ninth",
            ]
        );
    }

    #[test]
    fn the_ends_of_the_range_are_written_too() {
        assert_eq!(cardinal(0), "zero");
        assert_eq!(cardinal(100), "one hundred");
        assert_eq!(cardinal(u8::MAX), "two hundred and fifty-five");
        assert_eq!(ordinal(200), "two hundredth");
    }
}
