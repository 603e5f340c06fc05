//! Texts in the manner of those that are published: reports of committees, press releases, notifications, notes, tables. Each file
//! is right as it stands and marks what may be written otherwise: `{{right=>wrong}}` makes one difference of substance,
//! `{{right=2>wrong}}` two (a State taken for another), `{{right==as right}}` none.

use std::path::Path;

use reconcile::comparison::Verdict;

use crate::{compared, told};

/// Something in a text that may be written otherwise.
struct Variant<'a> {
    right: &'a str,
    other: &'a str,
    differences: usize,
}

/// A text cut at its variants: what stands before each, the variants, what stands behind the last.
struct Marked<'a> {
    between: Vec<&'a str>,
    variants: Vec<Variant<'a>>,
}

impl<'a> Marked<'a> {
    fn of(text: &'a str) -> Self {
        let (mut between, mut variants, mut rest) = (Vec::new(), Vec::new(), text);
        while let Some((before, after)) = rest.split_once("{{") {
            let (marked, behind) = after.split_once("}}").unwrap();
            let signs = [("=2>", 2), ("=>", 1), ("==", 0)];
            let cut = signs.into_iter().find_map(|(sign, count)| marked.split_once(sign).map(|pair| (pair, count)));
            let ((right, other), differences) = cut.unwrap();
            between.push(before);
            variants.push(Variant { right, other, differences });
            rest = behind;
        }
        between.push(rest);
        Self { between, variants }
    }

    /// The text with one of its variants written otherwise, or none.
    fn with(&self, changed: Option<usize>) -> String {
        let mut text = String::new();
        for (place, before) in self.between.iter().enumerate() {
            text.push_str(before);
            if let Some(variant) = self.variants.get(place) {
                text.push_str(if changed == Some(place) { variant.other } else { variant.right });
            }
        }
        text
    }
}

fn texts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reconcile/published");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut texts: Vec<(String, String)> = files
        .map(|file| (file.file_stem().unwrap().display().to_string(), std::fs::read_to_string(&file).unwrap()))
        .collect();
    texts.sort();
    texts
}

#[test]
fn a_right_text_has_no_difference() {
    for (name, text) in texts() {
        let answer = compared(Marked::of(&text).with(None));
        assert_eq!(answer.differing, 0, "{name}\n{}", told(&answer));
        assert!(answer.agreeing > 0, "{name}\n{}", told(&answer));
    }
}

#[test]
fn each_error_is_found_and_nothing_else() {
    for (name, text) in texts() {
        let marked = Marked::of(&text);
        for (place, variant) in marked.variants.iter().enumerate() {
            let answer = compared(marked.with(Some(place)));
            assert_eq!(answer.differences, variant.differences, "{name}: {}\n{}", variant.other, told(&answer));
        }
    }
}

/// How many claims of the texts agree, of those that are read. What is not read at all shows in no other test.
#[test]
fn most_claims_are_found_and_judged() {
    let answers = texts().into_iter().map(|(_, text)| compared(Marked::of(&text).with(None)));
    let counts = answers.map(|answer| {
        let judged = |verdict: Verdict| answer.claims.iter().filter(|claim| claim.verdict == verdict).count();
        (judged(Verdict::Agrees), judged(Verdict::Unclear))
    });
    let (agree, unclear) = counts.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    assert!(agree >= 380 && unclear * 6 < agree, "{agree} agree, {unclear} are unclear");
}
