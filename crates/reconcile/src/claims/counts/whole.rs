//! Whether a number counts all, or some of them.

use super::anchors::Anchor;
use crate::claims::cues::{AND, verb};
use crate::reading::{Lexeme, Meaning};

/// Whether a number with a noun counts all of them: "there were 41 States parties", "has 41 States parties", "41 States parties:
/// …"; not "the reports of seven States parties", "seven States parties had submitted".
pub fn counts_all(words: &[Lexeme], anchor: &Anchor) -> bool {
    #[rustfmt::skip]
    const PREPOSITIONS: &[&str] = &[
        "of", "from", "by", "for", "among", "in", "on", "concerning", "regarding", "about", "against", "des", "par", "sur",
        "concernant", "pour", "dans", "avec", "por", "sobre", "para", "con", "en",
    ];
    #[rustfmt::skip]
    const LITTLE: &[&str] = &[
        "a", "total", "of", "only", "now", "currently", "already", "still", "also", "then", "the", "its", "un", "une", "y",
        "ya", "les", "los", "las", "deja", "some", "over", "more", "than", "at", "least", "nearly", "almost", "about", "de",
        "que", "plus", "mas", "casi", "pres", "stood", "reached", "number", "fewer", "less",
    ];
    #[rustfmt::skip]
    const IS: &[&str] = &[
        "were", "are", "is", "was", "be", "been", "has", "had", "have", "having", "numbered", "numbers", "counts",
        "counted", "compte", "comptait", "comptaient", "tiene", "tenia", "cuenta", "contaba", "etaient", "etait", "sont",
        "est", "avait", "a", "hay", "habia", "son", "eran", "total", "number", "reached", "stood", "to",
        ":", "|", "–", "—", "(",
    ];
    let before = &words[..anchor.words.start];
    let after = &words[anchor.words.end..];
    // "Of the 30 signatories", "submitted by the 41 States parties".
    if before.last().is_some_and(|word| word.is_any(&["the", "les", "los", "las", "its", "sus", "ses"])) {
        return !after.first().is_some_and(|word| word.is_any(&["that", "which", "whose", "qui", "que", "dont"]));
    }
    // "The reports of seven States parties".
    let in_all = before.iter().rev().take(3).any(|word| word.is_any(&["total", "number", "nombre", "numero"]));
    if before.last().is_some_and(|word| word.is_any(PREPOSITIONS)) {
        return in_all;
    }
    let back = before.iter().rev().take(5).take_while(|word| word.is_any(LITTLE)).count();
    let rest = &before[..before.len() - back];
    let skipped = &before[before.len() - back..];
    let said = rest.last().is_some_and(|word| word.is_any(IS))
        || skipped.iter().any(|word| word.is_any(&["total", "number", "stood", "reached"]));
    let beside = rest.last().is_some_and(|word| word.is_any(AND) || word.is_any(&[","]))
        && rest.iter().rev().skip(1).take(14).any(|word| matches!(word.meaning, Meaning::Number(_)));
    let opens = after.first().is_some_and(|word| {
        word.is_any(&[":", "(", "–", "—", "are", "were", "sont", "etaient", "son", "eran", "as", "au", "al"])
    });
    let alone = after.len() <= 8
        && (rest.is_empty() || rest.last().is_some_and(|word| word.is_any(&[","])))
        && after
            .iter()
            .all(|word| verb(word).is_none() && !word.is_any(&["had", "have", "has", "submitted", "ont", "han"]));
    said || beside || opens || alone
}
