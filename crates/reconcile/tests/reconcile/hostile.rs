//! Whatever the bytes: an answer or a refusal.

use proptest::prelude::*;

use crate::texts::{FRENCH, SPANISH, TITLE, english};
use crate::{REGISTER, compared};
use reconcile::{Question, reconcile};

fn answered(bytes: &[u8]) {
    let answer = reconcile("a text", bytes, &REGISTER, Question::default());
    if let Ok(answer) = answer {
        assert_eq!(answer.claims.len(), answer.agreeing + answer.differing + answer.unclear);
        assert!(answer.differences <= answer.differing);
    }
}

/// A right text with some characters of it cut out, doubled or put elsewhere.
fn mutated() -> impl Strategy<Value = String> {
    let text = prop_oneof![Just(english()), Just(FRENCH.to_owned()), Just(SPANISH.to_owned())];
    let cuts = prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, any::<prop::sample::Index>()), 1..12);
    (text, cuts).prop_map(|(text, cuts)| {
        let mut characters: Vec<char> = text.chars().collect();
        for (from, length, to) in cuts {
            let from = from.index(characters.len());
            let piece: Vec<char> = characters[from..].iter().take(length).copied().collect();
            if length % 2 == 0 {
                characters.drain(from..from + piece.len());
            }
            let to = to.index(characters.len().max(1)).min(characters.len());
            characters.splice(to..to, piece);
            if characters.is_empty() {
                characters.push('1');
            }
        }
        characters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_are_answered_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), head in 0_usize..5) {
        let heads: [&[u8]; 5] = [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xef\xbb\xbf"];
        answered(&[heads[head], &bytes].concat());
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,400}") {
        answered(text.as_bytes());
    }

    #[test]
    fn mutated_texts_are_answered(text in mutated()) {
        answered(text.as_bytes());
        answered(format!("<html><table><tr><td>{text}").as_bytes());
    }
}

#[test]
fn a_long_text_takes_time_in_proportion() {
    let text = english().repeat(40);
    let answer = compared(&text);
    assert!(answer.claims.len() > 1_500);
    assert_eq!(answer.differences, 0);
}

#[test]
fn texts_made_to_take_long_do_not() {
    let dates: String = (1..3_000)
        .map(|day| format!("As at {} June {}, 22 States ratified it. ", day % 28 + 1, 1900 + day % 250))
        .collect();
    for text in [
        "1/".repeat(100_000),
        "Mali, ".repeat(40_000),
        "twenty ".repeat(40_000),
        "(".repeat(200_000),
        format!("{TITLE}. {dates}"),
    ] {
        answered(text.as_bytes());
        answered(format!("<html>{}{text}", "<div>".repeat(20_000)).as_bytes());
    }
}
