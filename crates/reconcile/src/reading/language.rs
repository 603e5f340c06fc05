//! The language of a text: numbers in words are read by it.

use super::token::Token;

/// A language in which texts are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
}

impl Language {
    /// Its BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
        }
    }

    /// The language in which most of the little words are.
    pub fn of<'a>(tokens: impl Iterator<Item = &'a Token>) -> Self {
        let mut counts = [0_usize; 3];
        for token in tokens.filter(|token| !token.mark) {
            let place = match token.folded.as_str() {
                "the" | "of" | "and" | "to" | "in" | "by" | "had" | "have" | "has" | "its" | "was" => 0,
                "le" | "les" | "des" | "du" | "et" | "dans" | "aux" | "l" | "d" | "qui" | "une" | "pour" => 1,
                "el" | "los" | "las" | "del" | "y" | "en" | "por" | "que" | "una" | "para" | "al" | "se" => 2,
                _ => continue,
            };
            counts[place] += 1;
        }
        match counts {
            [en, fr, es] if fr > en && fr > es => Self::French,
            [en, fr, es] if es > en && es >= fr => Self::Spanish,
            _ => Self::English,
        }
    }
}
