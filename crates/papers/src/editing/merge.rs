//! Bringing an editor's words together with what the register says now.

use diffy::{ConflictStyle, MergeOptions};

use super::markup::found;

/// Figures by their roles, as words, in the order of the text.
pub(super) type Figures = Vec<(String, String)>;

/// A text brought up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Merged {
    /// The text.
    pub(super) text: String,
    /// Whether the register changed the very words that the editor changed: the editor's stand.
    pub(super) contested: bool,
}

/// A character that stands before the role of a figure in place of its words. No text has it: control characters are taken
/// out of every paragraph.
const FIGURE: char = '\u{1}';
/// Longer than any row of such characters that a text could have by chance.
const MARKER: usize = 40;

/// What an editor made of `before`, with what has changed from `before` to `after`. Figures are the same figures whatever
/// their words, so that they move even where the words around them are the editor's.
pub(super) fn merge(before: (&str, &Figures), edited: &str, after: (&str, &Figures)) -> Merged {
    let (ancestor, ours, theirs) = (lines(before.0, before.1), lines(edited, before.1), lines(after.0, after.1));
    let mut options = MergeOptions::new();
    options.set_conflict_marker_length(MARKER).set_conflict_style(ConflictStyle::Merge);
    let (text, contested) = match options.merge(&ancestor, &ours, &theirs) {
        Ok(text) => (text, false),
        Err(conflicts) => (ours_alone(&conflicts), true),
    };
    let mut text = text.replace('\n', "");
    for (role, words) in after.1.iter().chain(before.1) {
        text = text.replace(&format!("{FIGURE}{role}{FIGURE}"), words);
    }
    Merged { text, contested }
}

/// A text with a line for each word, for each mark of punctuation, and for each figure. A word has the space before it.
fn lines(text: &str, figures: &Figures) -> String {
    let mut marked = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    let mut from = 0;
    for (role, words) in figures {
        let Some(at) = found(&marked, words, from).or_else(|| found(&marked, words, 0)) else { continue };
        let mark = format!("{FIGURE}{role}{FIGURE}");
        marked.replace_range(at..at + words.len(), &mark);
        from = at + mark.len();
    }
    let mut lines = String::with_capacity(marked.len() * 2);
    let mut in_figure = false;
    let mut before = None;
    for character in marked.chars() {
        let begins = match character {
            FIGURE => !in_figure && before != Some(' '),
            ' ' => !in_figure,
            _ if in_figure => false,
            other => {
                before.is_some_and(|before| is_part_of_a_word(before) != is_part_of_a_word(other) && before != ' ')
            }
        };
        if begins && !lines.is_empty() {
            lines.push('\n');
        }
        lines.push(character);
        if character == FIGURE {
            in_figure = !in_figure;
        }
        before = Some(character);
    }
    lines.push('\n');
    lines
}

fn is_part_of_a_word(character: char) -> bool {
    character.is_alphanumeric() || character == '-' || character == FIGURE
}

/// The text in which the editor's words stand wherever both changed the same.
fn ours_alone(conflicts: &str) -> String {
    let (open, middle, close) = ("<".repeat(MARKER), "=".repeat(MARKER), ">".repeat(MARKER));
    let mut theirs = false;
    let mut kept = String::new();
    for line in conflicts.split_inclusive('\n') {
        if line.starts_with(&open) || line.starts_with(&close) {
            theirs = false;
        } else if line.starts_with(&middle) {
            theirs = true;
        } else if !theirs {
            kept.push_str(line);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Figures, merge};

    fn figures(all: &[(&str, &str)]) -> Figures {
        all.iter().map(|(role, words)| ((*role).to_owned(), (*words).to_owned())).collect()
    }

    #[test]
    fn the_edit_stays_and_the_figures_move() {
        let before =
            "As at 10 June 2003, 22 States had ratified the Convention, namely, Azerbaijan, Belize and Uruguay.";
        let after =
            "As at 10 June 2003, 23 States had ratified the Convention, namely, Azerbaijan, Belize, Japan and Uruguay.";
        let edited = "By 10 June 2003 no fewer than 22 States had joined the Convention, namely, Azerbaijan, Belize and Uruguay.";
        let (then, now) = (
            figures(&[("as-at", "10 June 2003"), ("contracting", "22 States")]),
            figures(&[("as-at", "10 June 2003"), ("contracting", "23 States")]),
        );
        let merged = merge((before, &then), edited, (after, &now));
        assert_eq!(
            merged.text,
            "By 10 June 2003 no fewer than 23 States had joined the Convention, namely, Azerbaijan, Belize, Japan and Uruguay."
        );
        assert!(!merged.contested);
    }

    #[test]
    fn where_both_changed_the_same_words_the_editors_stand() {
        let none = Figures::new();
        let merged = merge(("The Committee met.", &none), "The body met.", ("The Conference met.", &none));
        assert_eq!(merged.text, "The body met.");
        assert!(merged.contested);
    }

    #[test]
    fn a_figure_that_the_editor_took_out_stays_out() {
        let (then, now) = (figures(&[("n", "one State")]), figures(&[("n", "two States")]));
        let merged =
            merge(("In all, one State signed.", &then), "In all, nobody signed.", ("In all, two States signed.", &now));
        assert_eq!(merged.text, "In all, nobody signed.");
    }

    #[test]
    fn words_that_only_contain_a_figure_are_no_figure() {
        let (then, now) = (figures(&[("n", "one")]), figures(&[("n", "two")]));
        let merged = merge(("Of none, one.", &then), "Of none at all, one.", ("Of none, two.", &now));
        assert_eq!(merged.text, "Of none at all, two.");
    }
}
