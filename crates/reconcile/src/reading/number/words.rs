//! Words for numbers in English, French and Spanish.

use law::calendar::numbers::{BELOW_TWENTY, TENS};

use crate::reading::language::Language;

/// The value of one word, and whether it is an ordinal.
pub fn word(word: &str, language: Language) -> Option<(u32, bool)> {
    match language {
        Language::English => english(word),
        Language::French => french(word),
        Language::Spanish => spanish(word),
    }
}

fn english(word: &str) -> Option<(u32, bool)> {
    let tens = TENS.iter().zip((20..).step_by(10));
    let pair = BELOW_TWENTY.iter().zip(0_u32..).chain(tens);
    let found = pair.filter(|(words, _)| !words.0.is_empty()).find_map(|((cardinal, ordinal), value)| {
        (word == *cardinal).then_some((value, false)).or_else(|| (word == *ordinal).then_some((value, true)))
    });
    let larger = || match word {
        "hundred" => Some((100, false)),
        "hundredth" => Some((100, true)),
        "thousand" => Some((1000, false)),
        _ => None,
    };
    found.or_else(larger).filter(|(value, _)| *value > 0)
}

const FRENCH: &[(&str, u32)] = &[
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("vingts", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("cent", 100),
    ("cents", 100),
    ("mille", 1000),
    ("zero", 0),
];

fn french(word: &str) -> Option<(u32, bool)> {
    let cardinal = |word: &str| FRENCH.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    match word {
        "premier" | "premiere" => return Some((1, true)),
        "second" | "seconde" => return Some((2, true)),
        _ => {}
    }
    if let Some(stem) = word.strip_suffix("ieme") {
        let endings = ["", "e", "s"].map(|ending| format!("{stem}{ending}"));
        let irregular = [("cinqu", 5), ("neuv", 9)].into_iter().find(|(name, _)| *name == stem).map(|(_, value)| value);
        return endings.iter().find_map(|word| cardinal(word)).or(irregular).map(|value| (value, true));
    }
    cardinal(word).map(|value| (value, false))
}

#[rustfmt::skip]
const SPANISH: &[(&str, u32)] = &[
    ("un", 1), ("una", 1), ("uno", 1), ("dos", 2), ("tres", 3), ("cuatro", 4), ("cinco", 5), ("seis", 6), ("siete", 7),
    ("ocho", 8), ("nueve", 9), ("diez", 10), ("once", 11), ("doce", 12), ("trece", 13), ("catorce", 14),
    ("quince", 15), ("dieciseis", 16), ("diecisiete", 17), ("dieciocho", 18), ("diecinueve", 19), ("veinte", 20),
    ("veintiun", 21), ("veintiuno", 21), ("veintiuna", 21), ("veintidos", 22), ("veintitres", 23),
    ("veinticuatro", 24), ("veinticinco", 25), ("veintiseis", 26), ("veintisiete", 27), ("veintiocho", 28),
    ("veintinueve", 29), ("treinta", 30), ("cuarenta", 40), ("cincuenta", 50), ("sesenta", 60), ("setenta", 70),
    ("ochenta", 80), ("noventa", 90), ("cien", 100), ("ciento", 100), ("doscientos", 200), ("doscientas", 200),
    ("trescientos", 300), ("trescientas", 300), ("cuatrocientos", 400), ("cuatrocientas", 400), ("quinientos", 500),
    ("quinientas", 500), ("seiscientos", 600), ("seiscientas", 600), ("setecientos", 700), ("ochocientos", 800),
    ("novecientos", 900), ("mil", 1000),
];

const SPANISH_ORDINALS: &[(&str, u32)] = &[
    ("primer", 1),
    ("segund", 2),
    ("tercer", 3),
    ("cuart", 4),
    ("quint", 5),
    ("sext", 6),
    ("septim", 7),
    ("octav", 8),
    ("noven", 9),
    ("decim", 10),
    ("undecim", 11),
    ("duodecim", 12),
    ("decimotercer", 13),
    ("vigesim", 20),
    ("trigesim", 30),
    ("cuadragesim", 40),
    ("quincuagesim", 50),
    ("sexagesim", 60),
    ("septuagesim", 70),
    ("octogesim", 80),
    ("nonagesim", 90),
    ("centesim", 100),
];

fn spanish(word: &str) -> Option<(u32, bool)> {
    if let Some((_, value)) = SPANISH.iter().find(|(name, _)| *name == word) {
        return Some((*value, false));
    }
    let stem = word.strip_suffix(['o', 'a']).unwrap_or(word);
    let whole = |stem: &str| SPANISH_ORDINALS.iter().find(|(name, _)| *name == stem).map(|(_, value)| *value);
    let ends_well = stem.len() < word.len() || matches!(word, "primer" | "tercer");
    if let Some(value) = whole(stem).filter(|_| ends_well) {
        return Some((value, true));
    }
    let joined = SPANISH_ORDINALS.iter().filter(|(_, value)| value.is_multiple_of(10)).find_map(|(tens, value)| {
        let unit = stem.strip_prefix(tens)?.strip_prefix('o')?;
        whole(unit).filter(|unit| *unit < 10).map(|unit| value + unit)
    });
    joined.map(|value| (value, true))
}
