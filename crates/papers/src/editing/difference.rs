//! What changed in a report between two states of the register.

use std::fmt;

use diffy::{DiffOptions, Line};

/// What became of one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The paragraph: its section, with its number where the section has several.
    pub paragraph: String,
    /// What became of it.
    pub change: Change,
}

/// What became of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The register says something else now, and the paragraph with it.
    Moved {
        /// As it was.
        before: String,
        /// As it is.
        after: String,
    },
    /// The register says something else now; the editor's words stand, with what moved among them.
    MovedUnderAnEdit {
        /// What the register said.
        before: String,
        /// What it says.
        after: String,
        /// What stood in the draft.
        edited: String,
        /// What stands in it now.
        text: String,
        /// Whether the register changed the very words that the editor had changed.
        contested: bool,
    },
    /// It is new.
    New(String),
    /// The report has it no more; where the editor had changed it, it stays as the editor's own.
    Gone {
        /// Its last words.
        text: String,
        /// Whether it stays.
        kept: bool,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { paragraph, change } = self;
        match change {
            Change::Moved { before, after } => write!(f, "{paragraph}: {}", in_words(before, after)),
            Change::MovedUnderAnEdit { before, after, edited, text, contested } => {
                writeln!(f, "{paragraph}, edited. The register: {}", in_words(before, after))?;
                write!(f, "  The draft: {}", in_words(edited, text))?;
                if *contested {
                    write!(
                        f,
                        "\n  The register changed the very words that were edited: the edit stands. Compare the two."
                    )?;
                }
                Ok(())
            }
            Change::New(text) => write!(f, "{paragraph}, new: {{+{text}+}}"),
            Change::Gone { text, kept: false } => write!(f, "{paragraph}, gone: [-{text}-]"),
            Change::Gone { text, kept: true } => {
                write!(
                    f,
                    "{paragraph}: the report has it no more; as it was edited it stays, as the editor’s own: {text}"
                )
            }
        }
    }
}

/// How many words of what did not change are shown about what did.
const ABOUT: usize = 6;

/// What was taken out and put in, word by word: "As at 10 June 2003, [-22-]{+23+} States had".
fn in_words(before: &str, after: &str) -> String {
    let by_word = |text: &str| text.split_whitespace().map(|word| format!("{word}\n")).collect::<String>();
    let (before, after) = (by_word(before), by_word(after));
    let mut options = DiffOptions::new();
    options.set_context_len(ABOUT);
    let patch = options.create_patch(&before, &after);
    let hunks = patch.hunks().iter().map(|hunk| {
        let mut words = Vec::new();
        for line in hunk.lines() {
            words.push(match line {
                Line::Context(word) => word.trim_end().to_owned(),
                Line::Delete(word) => format!("[-{}-]", word.trim_end()),
                Line::Insert(word) => format!("{{+{}+}}", word.trim_end()),
            });
        }
        words.join(" ").replace("-] [-", " ").replace("+} {+", " ")
    });
    hunks.collect::<Vec<String>>().join(" … ")
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn what_changed_is_shown_word_by_word() {
        assert_eq!(
            in_words("22 States had signed", "23 States had signed it"),
            "[-22-] {+23+} States had signed {+it+}"
        );
    }
}
