//! What kind of statement a text is, by its words. It is a guess, and is recorded as one.

use law::statement::overlap;

use super::About;

/// A kind, as read out of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Inferred {
    /// Not bound by an article of which the treaty lets a State say so.
    OptOut,
    /// Excludes provisions.
    Excluding,
    /// Modifies provisions.
    Modifying,
    /// Says how a provision is understood.
    Interpretative,
    /// An optional declaration under an article.
    Declaration(String),
    /// Something else.
    Communication,
}

impl Inferred {
    pub(super) const fn word(&self) -> &'static str {
        match self {
            Self::OptOut => "opt-out",
            Self::Excluding | Self::Modifying => "reservation",
            Self::Interpretative => "interpretative-declaration",
            Self::Declaration(_) | Self::Communication => "communication",
        }
    }

    pub(super) const fn effect(&self) -> Option<&'static str> {
        match self {
            Self::OptOut | Self::Excluding => Some("excludes"),
            Self::Modifying => Some("modifies"),
            _ => None,
        }
    }
}

const NOT_BOUND: [&str; 4] =
    ["not consider itself bound by", "does not accept to be bound", "not be bound by", "inapplicable to"];
const RESERVES: [&str; 8] = [
    "reservation",
    "reserves the right",
    "right is reserved",
    "reserves its right",
    "cannot guarantee",
    "can not guarantee",
    "shall apply only",
    "are preserved",
];
const LATER: [&str; 3] = ["at a later time", "at a later date", "in the future"];

/// The kinds of a sentence that names these provisions: one, or for an optional declaration one for each article.
pub(super) fn of(sentence: &str, provisions: &[String], about: &About<'_>) -> Vec<Inferred> {
    let text = sentence.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let of_competence = (text.contains("recogni") || text.contains("competence to receive"))
        && text.contains("competence of the")
        && text.contains("committee");
    if of_competence {
        let declares = |article: &&&str| provisions.iter().any(|named| overlap(named, article));
        let under: Vec<&&str> = about.declarations.iter().filter(declares).collect();
        if says(&LATER) || under.is_empty() {
            return vec![Inferred::Communication];
        }
        return under.into_iter().map(|article| Inferred::Declaration((*article).to_owned())).collect();
    }
    let one = if says(&NOT_BOUND) {
        let permitted =
            about.opt_out.is_some_and(|(article, _)| provisions.iter().any(|named| overlap(named, article)));
        if permitted { Inferred::OptOut } else { Inferred::Excluding }
    } else if says(&RESERVES) {
        Inferred::Modifying
    } else if text.contains("recognition of israel") || text.contains("imply recognition") {
        Inferred::Communication
    } else {
        Inferred::Interpretative
    };
    vec![one]
}
