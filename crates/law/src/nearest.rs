//! The nearest right thing to something that was mistyped.

/// The candidates most like the text, most like first; none that is more unlike than like.
///
/// ```
/// use law::nearest::nearest;
/// assert_eq!(nearest("ratificaton", ["accession", "ratification", "signature"], 1), ["ratification"]);
/// assert!(nearest("xyz", ["accession", "ratification"], 1).is_empty());
/// ```
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let text = text.trim();
    if text.is_empty() || text.len() > 200 {
        return Vec::new();
    }
    let mut scored: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(text, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(other.1)));
    scored.into_iter().take(most).map(|(_, candidate)| candidate).collect()
}
