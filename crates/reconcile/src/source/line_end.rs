//! What parts a line of a text from the next: a space, a hyphen that belongs to the word, or one that only parts it.

/// How a line goes on in the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// The line ends a word.
    Space,
    /// The hyphen at its end belongs to the word: "Guinea-Bissau", "twenty-one".
    Hyphen,
    /// The hyphen at its end only parts the word: "Guate-mala".
    Parted,
}

/// Numbers in words that are written with a hyphen.
#[rustfmt::skip]
const TENS: [&str; 19] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "dix", "vingt", "trente", "quarante",
    "cinquante", "soixante", "quatre", "non", "self", "co", "vice",
];

impl LineEnd {
    /// How a line goes on in the next one.
    #[must_use]
    pub fn of(line: &str, next: &str) -> Self {
        let next = next.trim_start().chars().next();
        let before = line.trim_end().strip_suffix('-').filter(|before| before.ends_with(char::is_alphabetic));
        let (Some(before), Some(next)) = (before, next.filter(|next| next.is_alphabetic())) else { return Self::Space };
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let own = word.contains('-') || TENS.contains(&word.to_lowercase().as_str());
        if next.is_uppercase() || own { Self::Hyphen } else { Self::Parted }
    }
}

#[cfg(test)]
mod tests {
    use super::LineEnd;

    #[test]
    fn a_hyphen_that_only_parts_a_word_is_no_part_of_it() {
        for (line, next, end) in [
            ("States: Guate-", "mala and Mexico", LineEnd::Parted),
            ("States: Guinea-", "Bissau", LineEnd::Hyphen),
            ("Saint-Vincent-et-", "les Grenadines", LineEnd::Hyphen),
            ("ratified by Twenty-", "one States", LineEnd::Hyphen),
            ("as at 2003 -", "and so on", LineEnd::Space),
            ("ratified by", "Mexico", LineEnd::Space),
        ] {
            assert_eq!(LineEnd::of(line, next), end, "{line}");
        }
    }
}
