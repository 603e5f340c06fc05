//! Lists in running text: "A, B and C".

/// Joins items as English documents of the United Nations do: commas between them, "and" before the last, no
/// comma before that "and".
///
/// When an item has a comma of its own, semicolons part the items, and one stands before the "and" as well,
/// since it alone shows where the last item but one ends.
///
/// ```
/// use papers::enumeration::list;
///
/// assert_eq!(list(&["Chad"]), "Chad");
/// assert_eq!(list(&["Chad", "Chile"]), "Chad and Chile");
/// assert_eq!(list(&["Chad", "Chile", "China"]), "Chad, Chile and China");
/// assert_eq!(
///     list(&["article 2, paragraph 1", "article 5", "article 9"]),
///     "article 2, paragraph 1; article 5; and article 9",
/// );
/// ```
#[must_use]
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    let has_commas = items.iter().any(|item| item.as_ref().contains(','));
    let (between, before_last) = if has_commas { ("; ", "; and ") } else { (", ", " and ") };

    let Some((last, others)) = items.split_last() else {
        return String::new();
    };
    let mut written = String::new();
    for (index, item) in others.iter().enumerate() {
        if index > 0 {
            written.push_str(between);
        }
        written.push_str(item.as_ref());
    }
    if !others.is_empty() {
        written.push_str(before_last);
    }
    written.push_str(last.as_ref());
    written
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn nothing_is_written_for_no_items() {
        assert_eq!(list::<&str>(&[]), "");
    }

    #[test]
    fn one_item_stands_alone_even_with_a_comma() {
        assert_eq!(list(&["article 2, paragraph 1"]), "article 2, paragraph 1");
    }

    #[test]
    fn many_items_have_no_comma_before_the_last() {
        assert_eq!(list(&["A", "B", "C", "D"].map(String::from)), "A, B, C and D");
    }

    #[test]
    fn two_items_with_commas_are_parted_by_a_semicolon() {
        assert_eq!(list(&["A, of B", "C"]), "A, of B; and C");
    }
}
