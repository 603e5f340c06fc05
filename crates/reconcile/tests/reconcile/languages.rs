//! The same note in three languages.

use crate::texts::{FRENCH, SPANISH};
use crate::{compared, differing, told};

fn planted(text: &str, right: &str, wrong: &str, quoted: &str) {
    assert!(text.contains(right), "the text lacks {right:?}");
    let answer = compared(text.replacen(right, wrong, 1));
    assert_eq!(answer.differences, 1, "{right:?} -> {wrong:?}\n{}", told(&answer));
    assert!(differing(&answer).iter().any(|quote| quote.contains(quoted)), "{}", told(&answer));
}

#[test]
fn right_texts_have_no_difference() {
    for (text, language) in [(FRENCH, "fr"), (SPANISH, "es")] {
        let answer = compared(text);
        assert_eq!(answer.language, language);
        assert_eq!(answer.as_at.unwrap().to_string(), "2003-06-10");
        assert_eq!((answer.differences, answer.unclear), (0, 1), "{}", told(&answer));
        assert!(answer.agreeing >= 40, "{} claims agree", answer.agreeing);
    }
}

#[test]
fn errors_in_french_are_found() {
    planted(FRENCH, "vingt-deux États", "vingt et un États", "vingt et un États");
    planted(FRENCH, "la Guinée, le Mali", "la Guinée équatoriale, la Guinée, le Mali", "Guinée équatoriale");
    planted(FRENCH, "le Mali, le Maroc", "le Maroc", "vingt-deux États");
    planted(FRENCH, "1er juillet 2003", "1er août 2003", "1er août 2003");
    planted(FRENCH, "le 5 juin 2003", "le 5 mai 2003", "5 mai 2003");
    planted(FRENCH, "vingtième", "vingt et unième", "vingt et unième");
    planted(FRENCH, "57/201 du 18 décembre", "57/201 du 18 novembre", "18 novembre 2002");
    planted(FRENCH, "cinquante-huitième", "cinquante-neuvième", "cinquante-neuvième session");
}

#[test]
fn errors_in_spanish_are_found() {
    planted(SPANISH, "veintidós Estados", "veintitrés Estados", "veintitrés Estados");
    planted(SPANISH, "Guinea, Malí", "Guinea, Guinea Ecuatorial, Malí", "Guinea Ecuatorial");
    planted(SPANISH, "el Togo y Turquía", "y el Togo", "diez Estados");
    planted(SPANISH, "1 de julio de 2003", "1 de junio de 2003", "1 de junio de 2003");
    planted(SPANISH, "el 5 de junio de 2003", "el 6 de junio de 2003", "6 de junio de 2003");
    planted(SPANISH, "vigésimo", "vigésimo primer", "vigésimo primer");
    planted(SPANISH, "57/201, de 18 de diciembre", "57/201, de 18 de noviembre", "18 de noviembre de 2002");
    planted(SPANISH, "quincuagésimo octavo", "quincuagésimo noveno", "quincuagésimo noveno");
}
