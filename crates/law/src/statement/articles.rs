//! Provisions as treaties write them, and whether one is part of another.

/// The parts of a provision: `92(1)(a)` is article 92, paragraph 1, subparagraph a.
fn parts(provision: &str) -> impl Iterator<Item = &str> {
    let separators = |c: char| matches!(c, '(' | ')' | ',' | ' ' | '.');
    provision.split(separators).map(str::trim).filter(|part| {
        let filler = ["article", "articles", "art", "paragraph", "para"];
        !part.is_empty() && !filler.iter().any(|word| part.eq_ignore_ascii_case(word))
    })
}

/// Whether a provision is the other one or holds it: article 92 covers 92(1), and 92(1) does not cover 92.
///
/// ```
/// use law::statement::covers;
/// assert!(covers("92", "92(1)") && covers("92(1)", "92(1)(a)") && covers("92, paragraph 1", "92(1)"));
/// assert!(!covers("92(1)", "92") && !covers("9", "92"));
/// ```
#[must_use]
pub fn covers(whole: &str, part: &str) -> bool {
    let mut rest = parts(part);
    let mut any = false;
    for word in parts(whole) {
        any = true;
        if !rest.next().is_some_and(|other| other.eq_ignore_ascii_case(word)) {
            return false;
        }
    }
    any
}

/// Whether either of two provisions holds the other.
#[must_use]
pub fn overlap(one: &str, other: &str) -> bool {
    covers(one, other) || covers(other, one)
}
