//! Signed notes and keys: the examples of the specification and of Go's `sumdb/note`, and what must be refused.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use proptest::prelude::*;
use register::log::{KeyError, Note, NoteError, NoteSignature, SigningKey, VerifierKey};

const PETER_SECRET: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const PETER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const ENOCH: &str = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const TEXT: &str =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const BY_PETER: &str =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const BY_ENOCH: &str =
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

/// The example of C2SP signed-note.
const SPECIFIED: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const SPECIFIED_NOTE: &str = "This is an example message.\n\n— example.com/foo \
    Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

fn key(text: &str) -> VerifierKey {
    text.parse().unwrap()
}

fn note(text: &str) -> Note {
    text.parse().unwrap()
}

#[test]
fn the_example_of_go_comes_out_byte_for_byte() {
    let peter: SigningKey = PETER_SECRET.parse().unwrap();
    assert_eq!(peter.secret().as_str(), PETER_SECRET);
    assert_eq!(peter.verifier().to_string(), PETER);
    assert_eq!(Note::signed(TEXT.to_owned(), &peter).unwrap().to_string(), format!("{TEXT}\n{BY_PETER}"));
}

#[test]
fn two_signatures_of_which_either_key_may_be_known() {
    let both = note(&format!("{TEXT}\n{BY_PETER}{BY_ENOCH}"));
    assert_eq!(both.text(), TEXT);
    assert_eq!(both.verified_by(&key(PETER)), Ok(()));
    assert_eq!(both.verified_by(&key(ENOCH)), Ok(()));
    let mut added = note(&format!("{TEXT}\n{BY_PETER}"));
    assert!(matches!(added.verified_by(&key(ENOCH)), Err(NoteError::NotBy { .. })));
    added.add(BY_ENOCH.trim_end().parse().unwrap()).unwrap();
    assert_eq!(added, both);
}

#[test]
fn the_example_of_the_specification_verifies() {
    assert_eq!(key(SPECIFIED).to_string(), SPECIFIED);
    assert_eq!(note(SPECIFIED_NOTE).verified_by(&key(SPECIFIED)), Ok(()));
    assert_eq!(note(SPECIFIED_NOTE).to_string(), SPECIFIED_NOTE);
}

#[test]
fn a_note_that_was_changed_is_forged() {
    let forged = Err(NoteError::Forged { name: "PeterNeumann".to_owned(), id: key(PETER).id() });
    let changed = format!("{TEXT}\n{BY_PETER}").replace("don't", "do  ");
    assert_eq!(note(&changed).verified_by(&key(PETER)), forged);
    // One good signature does not make up for a bad one of the same key, in whichever order.
    let bad = BY_PETER.replace("nAM=", "nAI=");
    for signatures in [format!("{BY_PETER}{bad}"), format!("{bad}{BY_PETER}")] {
        assert_eq!(note(&format!("{TEXT}\n{signatures}")).verified_by(&key(PETER)), forged);
    }
}

#[test]
fn signatures_of_unknown_keys_are_passed_over() {
    // The same name with another hash, the same hash with another name, and a kind of signature that nobody knows.
    let strangers = "— PeterNeumann AAAAAAEC\n— Someone x08goAEC\n— é/ü gICAgP8=\n";
    let signed = note(&format!("{TEXT}\n{strangers}{BY_PETER}"));
    assert_eq!(signed.verified_by(&key(PETER)), Ok(()));
    assert_eq!(signed.signatures().len(), 4);
    let unsigned = note(&format!("{TEXT}\n{strangers}"));
    assert!(matches!(unsigned.verified_by(&key(PETER)), Err(NoteError::NotBy { .. })));
}

#[test]
fn a_text_may_have_empty_lines() {
    let peter: SigningKey = PETER_SECRET.parse().unwrap();
    for text in ["\n", "\n\n", "a\n\n", "a\n\nb\n", "— a AAAAAAEC\n\n— b AAAAAAEC\n"] {
        let signed = Note::signed(text.to_owned(), &peter).unwrap();
        let read = note(&signed.to_string());
        assert_eq!((read.text(), read.verified_by(&key(PETER))), (text, Ok(())));
    }
}

#[test]
fn what_is_not_a_signed_note_is_refused_with_its_line() {
    let line = |line| Err(NoteError::Signature { line });
    for (text, expected) in [
        ("", Err(NoteError::Unsigned)),
        ("text\n", Err(NoteError::Unsigned)),
        ("text\n\n", Err(NoteError::Unsigned)),
        ("text\n— a AAAAAAEC\n", Err(NoteError::Unsigned)),
        ("\n— a AAAAAAEC\n", Err(NoteError::Unsigned)),
        ("text\n\n— a AAAAAAEC", Err(NoteError::Unsigned)),
        ("text\n\n— a AAAAAAEC\n\n", Err(NoteError::Unsigned)),
        ("te\u{0}xt\n\n— a AAAAAAEC\n", Err(NoteError::Control { line: 1 })),
        ("text\r\n\r\n— a AAAAAAEC\r\n", Err(NoteError::Control { line: 1 })),
        ("text\n\n— a\tb AAAAAAEC\n", Err(NoteError::Control { line: 3 })),
        ("text\n\n- a AAAAAAEC\n", line(3)),
        ("text\n\n—  AAAAAAEC\n", line(3)),
        ("text\n\n— a  AAAAAAEC\n", line(3)),
        ("text\n\n— a+b AAAAAAEC\n", line(3)),
        ("text\n\n— a\u{3000}b AAAAAAEC\n", line(3)),
        ("text\n\n— a AAAAAAEC b\n", line(3)),
        ("text\n\n— a AAAAAA==\n", line(3)),
        ("text\n\n— a AAAAAAF=\n", line(3)),
        ("text\n\n— a AAAAAAE\n", line(3)),
        ("two\nlines\n\n— a AAAAAAEC\nmore\n", line(5)),
    ] {
        assert_eq!(text.parse::<Note>().map(|_| ()), expected, "{text:?}");
    }
}

#[test]
fn a_note_has_its_limits() {
    let signatures = |count| format!("text\n\n{}", "— a AAAAAAEC\n".repeat(count));
    assert_eq!(note(&signatures(100)).signatures().len(), 100);
    assert_eq!(signatures(101).parse::<Note>(), Err(NoteError::Signatures));
    let one: NoteSignature = "— a AAAAAAEC".parse().unwrap();
    assert_eq!(note(&signatures(100)).add(one.clone()), Err(NoteError::Signatures));
    let long = |length| format!("{}\n\n— a AAAAAAEC\n", "x".repeat(length));
    let most = 1_000_000 - "\n\n— a AAAAAAEC\n".len();
    let mut longest = note(&long(most));
    assert_eq!(long(most + 1).parse::<Note>(), Err(NoteError::Long { found: 1_000_001 }));
    assert!(matches!(longest.add(one), Err(NoteError::Long { .. })));
    assert_eq!(longest.to_string(), long(most));
    let peter: SigningKey = PETER_SECRET.parse().unwrap();
    assert!(matches!(Note::signed("x".repeat(1_000_000) + "\n", &peter), Err(NoteError::Long { .. })));
    assert_eq!(Note::signed("no end".to_owned(), &peter), Err(NoteError::Text));
    assert_eq!(Note::signed("a\n\tb\n".to_owned(), &peter), Err(NoteError::Control { line: 2 }));
}

#[test]
fn no_part_of_a_key_and_no_key_with_a_changed_letter_is_a_key() {
    for (text, is_key) in [
        (PETER, (|text| text.parse::<VerifierKey>().is_ok()) as fn(&str) -> bool),
        (PETER_SECRET, |text| text.parse::<SigningKey>().is_ok()),
    ] {
        assert!(is_key(text));
        for start in 0..text.len() {
            for end in start..=text.len() {
                assert_eq!(is_key(&text[start..end]), end - start == text.len(), "{}", &text[start..end]);
            }
        }
        for at in 0..text.len() {
            for letter in ['A', 'z', '0', '+', '/', '=', ' ', '\n', 'é'] {
                let changed = format!("{}{letter}{}", &text[..at], &text[at + 1..]);
                assert_eq!(is_key(&changed), changed == text, "{changed}");
            }
        }
        assert!(!is_key(&format!("{text}\n")));
        assert!(!is_key(&format!(" {text}")));
    }
}

#[test]
fn a_key_says_what_is_wrong_with_it() {
    let refused = |text: &str| text.parse::<VerifierKey>().unwrap_err();
    assert_eq!(refused("PeterNeumann"), KeyError::Public);
    // 33 bytes of key and another hash to match, and a type that does not exist: both from the tests of Go.
    let long = "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==";
    assert_eq!(refused(long), KeyError::Public);
    let unknown = "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    assert_eq!(refused(unknown), KeyError::Type { found: 0x65 });
    let expected = key(PETER).id();
    assert_eq!(
        refused(&PETER.replace("c74f20a3", "c74f20a4")),
        KeyError::Hash { found: "c74f20a4".to_owned(), expected }
    );
    // The hash is written one way.
    assert!(matches!(refused(&PETER.replace("c74f20a3", "C74F20A3")), KeyError::Hash { .. }));
    assert_eq!(refused(&PETER.replace("Peter", "Peter ")), KeyError::Name("Peter Neumann".to_owned()));
    // A point of small order, which would verify signatures that nobody made; and bytes that are no point at all.
    let weak = format!("a+00000000+AQE{}", "A".repeat(41));
    assert_eq!(refused(&weak), KeyError::Point);
    let nowhere = format!("a+00000000+AQI{}", "A".repeat(41));
    assert_eq!(refused(&nowhere), KeyError::Point);
}

#[test]
fn a_new_key_signs_and_is_never_shown() {
    let key = SigningKey::generate("example.org/log").unwrap();
    assert_ne!(key.verifier(), SigningKey::generate("example.org/log").unwrap().verifier());
    let again: SigningKey = key.secret().parse().unwrap();
    assert_eq!(again.verifier(), key.verifier());
    let signed = Note::signed("text\n".to_owned(), &again).unwrap();
    assert_eq!(signed.verified_by(&key.verifier()), Ok(()));
    // "PRIVATE+KEY+name+hash+seed": the seed may have a plus sign of its own.
    let seed = key.secret().splitn(5, '+').last().unwrap().to_owned();
    assert_eq!(seed.len(), 44);
    let shown = format!("{key:?} {key:#?}");
    assert!(shown.contains("example.org/log") && !shown.contains(&seed), "{shown}");
    for name in ["", "a b", "a+b", "a\u{a0}b", "a\nb", "a\u{1}b"] {
        assert!(matches!(SigningKey::generate(name), Err(KeyError::Name(_))), "{name:?}");
    }
}

proptest! {
    #[test]
    fn nothing_that_is_read_makes_it_stumble(
        text in any::<String>(),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        for text in [text, String::from_utf8_lossy(&bytes).into_owned()] {
            if let Ok(read) = text.parse::<Note>() {
                prop_assert_eq!(read.to_string(), text.clone());
            }
            if let Ok(read) = text.parse::<VerifierKey>() {
                prop_assert_eq!(read.to_string(), text.clone());
            }
            if let Ok(read) = text.parse::<NoteSignature>() {
                prop_assert_eq!(read.to_string(), text.clone());
            }
            prop_assert!(text.parse::<SigningKey>().is_err());
        }
    }

    #[test]
    fn a_note_reads_back_as_it_was_signed(text in "([ -~é—]{0,9}\n){1,6}", count in 1..5_usize) {
        let keys: Vec<_> = (0..count).map(|_| SigningKey::generate("example.org/log").unwrap()).collect();
        let mut signed = Note::signed(text, &keys[0]).unwrap();
        for key in &keys[1..] {
            for signature in Note::signed(signed.text().to_owned(), key).unwrap().signatures() {
                signed.add(signature.clone()).unwrap();
            }
        }
        let read = note(&signed.to_string());
        prop_assert_eq!(&read, &signed);
        for key in &keys {
            prop_assert_eq!(read.verified_by(&key.verifier()), Ok(()));
            prop_assert!(read.verified_by(&key.witness()).is_err());
        }
    }
}
