//! Numbers that count States or their instruments.

use std::ops::Range;

use crate::claims::Bound;
use crate::claims::cues::{CONTRACTING, PARTIES, PERIOD, SIGNATORIES, STATES, noun, verb};
use crate::claims::passage::Passage;
use crate::reading::{Lexeme, Meaning};

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The number and what it counts.
    pub words: Range<usize>,
    /// The number.
    pub number: u32,
    /// How exactly it is meant.
    pub bound: Bound,
    /// Why it is not certain that it is an exact count of all.
    pub doubt: Option<&'static str>,
}

/// The numbers of a sentence that count States or instruments.
#[must_use]
pub fn anchors(passage: &Passage<'_>) -> Vec<Anchor> {
    let words = passage.words;
    let anchor = |at: usize| {
        let Meaning::Number(number) = words[at].meaning else { return None };
        if is_label(&words[..at]) || number > 400 {
            return None;
        }
        let end = counted(words, at + 1).or_else(|| turned_round(words, at))?;
        Some(Anchor { words: at..end, number, bound: bound(&words[..at]), doubt: doubt(words, at, end) })
    };
    (0..words.len()).filter_map(anchor).collect()
}

/// Whether the number is that of an article, a paragraph and so on.
fn is_label(before: &[Lexeme]) -> bool {
    #[rustfmt::skip]
    const LABELS: &[&str] = &[
        "article", "articles", "art", "paragraph", "paragraphs", "para", "paras", "rule", "section", "chapter", "no",
        "resolution", "resolutions", "item", "point", "annex", "page", "part", "articulo", "articulos", "parrafo",
        "parrafos", "paragraphe", "paragraphes", "regle", "chapitre", "annexe", "tema", "seccion", "resolucion", "table",
        "figure", "phase", "volume", "vol", "$", "€",
    ];
    let bracket =
        before.len() >= 2 && before[before.len() - 1].is_any(&["("]) && before[before.len() - 2].is_any(LABELS);
    before.last().is_some_and(|word| word.is_any(LABELS)) || bracket
}

/// Where what is counted ends, if the words after a number say what that is.
fn counted(words: &[Lexeme], mut at: usize) -> Option<usize> {
    #[rustfmt::skip]
    const BETWEEN: &[&str] = &[
        "member", "other", "sovereign", "more", "participating", "additional", "further", "autres", "otros",
        "of", "the", "miembros", "membres", "d", "de",
    ];
    let start = at;
    while words.get(at).is_some_and(|word| word.is_any(BETWEEN)) && at < start + 2 {
        at += 1;
    }
    let word = words.get(at)?;
    if word.is_any(STATES) {
        let more = words.get(at + 1);
        let kind =
            more.is_some_and(|word| word.is_any(PARTIES) || word.is_any(CONTRACTING) || word.is_any(SIGNATORIES));
        return Some(at + 1 + usize::from(kind));
    }
    if word.is_any(CONTRACTING) || word.is_any(SIGNATORIES) {
        let states = words.get(at + 1).is_some_and(|word| word.is_any(STATES) || word.is_any(PARTIES));
        return Some(at + 1 + usize::from(states));
    }
    if word.is_any(PARTIES) || noun(word).is_some() && at == start && word.word.ends_with('s') {
        return Some(at + 1);
    }
    // "22 had ratified it": the States are understood.
    #[rustfmt::skip]
    let auxiliary = [
        "had", "have", "has", "ont", "avaient", "han", "habian", "l", "lo", "la", "not", "yet", "ne", "n", "pas", "encore",
        "no", "aun", "todavia",
    ];
    let mut verb_at = start;
    while words.get(verb_at).is_some_and(|word| word.is_any(&auxiliary)) && verb_at < start + 6 {
        verb_at += 1;
    }
    let understood = verb_at > start && words.get(verb_at).is_some_and(|word| verb(word).is_some());
    understood.then_some(start)
}

/// "The number of States parties was 41", "States parties: 41": what is counted stands before the number.
fn turned_round(words: &[Lexeme], at: usize) -> Option<usize> {
    let before = &words[at.saturating_sub(14)..at];
    let number_of = before.iter().rposition(|word| word.is_any(&["number", "nombre", "numero", "total"]));
    let link = before.last().is_some_and(|word| {
        word.is_any(&[
            "to", "at", "was", "amounted", "numbered", "is", "stood", "a", "etait", "est", "era", "es", "de",
            "reached", ":", "|", "(", "totalled",
        ])
    });
    let amounts =
        before.iter().rev().take(3).any(|word| word.is_any(&["amount", "amounts", "amounted", "numbered", "totalled"]));
    let counted = |word: &Lexeme| word.is_any(PARTIES) || word.is_any(SIGNATORIES) || noun(word).is_some();
    let directly =
        before.iter().rev().take(3).any(counted) && before.last().is_some_and(|word| word.is_any(&[":", "(", "|"]));
    let named = number_of.is_some_and(|start| before[start..].iter().any(counted));
    let amounting = amounts && before.iter().any(counted);
    // "Signatories that have not ratified (10):".
    let bracketed = before.last().is_some_and(|word| word.is_any(&["("]))
        && words.get(at + 1).is_some_and(|word| word.is_any(&[")"]))
        && before.iter().any(counted);
    if bracketed {
        return Some(at + 2);
    }
    // "Signatories : 35. Parties : 46".
    let labelled = before.len() >= 2
        && before[before.len() - 1].is_any(&[":"])
        && counted(&before[before.len() - 2])
        && (before.len() == 2 || before[before.len() - 3].meaning == Meaning::Mark);
    (link && (named || amounting) || directly && words.len() <= 8 || labelled).then_some(at + 1)
}

/// How exactly a number is meant, by the words before it: "more than", "at least", "nearly".
fn bound(before: &[Lexeme]) -> Bound {
    const ABOUT: &[&str] =
        &["some", "about", "around", "approximately", "roughly", "environ", "quelque", "unos", "aproximadamente"];
    let near = &before[before.len().saturating_sub(3)..];
    let has = |words: &[&str]| near.iter().any(|word| word.is_any(words));
    let pair =
        |first: &[&str], second: &[&str]| near.windows(2).any(|pair| pair[0].is_any(first) && pair[1].is_any(second));
    let than: &[&str] = &["than", "de", "d", "que"];
    let no = has(&["no", "not", "pas"]);
    if pair(&["more", "plus", "mas"], than) && !no || has(&["over", "exceeding"]) {
        Bound::MoreThan
    } else if pair(&["at", "au", "al", "lo"], &["least", "moins", "menos"]) || has(&["fewer", "less"]) && no {
        Bound::AtLeast
    } else if pair(&["fewer", "less", "moins", "menos"], than) || has(&["under"]) {
        Bound::FewerThan
    } else if has(&["nearly", "almost", "casi"]) || pair(&["pres"], than) {
        Bound::Almost
    } else if has(ABOUT) {
        Bound::About
    } else {
        Bound::Exactly
    }
}

/// Why a number may not be an exact count of all as at the day.
fn doubt(words: &[Lexeme], at: usize, end: usize) -> Option<&'static str> {
    const INEXACT: &[&str] = &["than", "but", "except", "sauf", "salvo", "most", "up"];
    const CONDITION: &[&str] = &[
        "until",
        "requires",
        "require",
        "required",
        "requiring",
        "needed",
        "needs",
        "necessary",
        "necessaires",
        "hasta",
        "requiere",
        "requieren",
        "remaining",
        "remain",
        "threshold",
        "seuil",
        "umbral",
        "minimum",
    ];
    const WHEN: &[&str] = &["when", "if", "once", "lorsque", "quand", "cuando", "si"];
    const PART: &[&str] =
        &["from", "in", "members", "belonging", "dans", "membres", "miembros", "among", "out", "of", "whose"];
    let before = &words[at.saturating_sub(3)..at];
    let clause = words[..at].iter().rposition(|word| word.is_any(&[";"])).map_or(0, |semicolon| semicolon + 1);
    let clause = &words[clause..];
    let in_year = clause.windows(2).any(|pair| {
        pair[0].is_any(&["in", "en", "by"])
            && matches!(pair[1].meaning, Meaning::Number(1900..=2200) | Meaning::Month(..))
    });
    let after = words.get(end);
    let attending = words[end..].iter().take(6).any(|word| word.is_any(&["at", "during", "when", "where", "whose"]))
        && words[end..].iter().take(6).all(|word| verb(word).is_none() && !word.is_any(PARTIES));
    if attending {
        Some("the text may speak of something else that they did")
    } else if bound(&words[..at]) == Bound::Exactly && before.iter().any(|word| word.is_any(INEXACT)) {
        Some("the text gives no exact number")
    } else if words[..at].iter().rev().take(12).any(|word| word.is_any(CONDITION))
        || words[..at].iter().rev().take(4).any(|word| word.is_any(WHEN))
    {
        Some("the text speaks of a condition")
    } else if in_year || clause.iter().any(|word| word.is_any(PERIOD)) {
        Some("the text speaks of a period, not of a day")
    } else if after.is_some_and(|word| word.is_any(PART)) || words[at].from < words[at].to && is_share(words, at) {
        Some("the text counts some of the States only")
    } else {
        None
    }
}

/// "15 of the 41 States", "15 out of 41".
fn is_share(words: &[Lexeme], at: usize) -> bool {
    let before = &words[at.saturating_sub(3)..at];
    before.iter().any(|word| matches!(word.meaning, Meaning::Number(_)))
        && before.iter().any(|word| word.is_any(&["of", "des", "de"]))
}
