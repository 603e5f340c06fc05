//! Text without form: as one line, shortened, or taken out of inline content.

use std::borrow::Cow;

use crate::document::Inline;

/// Puts one space where the text has a run of line breaks, tabs or other control characters, together with the
/// spaces around them: neither format can show them.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        let blank = character == ' ' || character.is_control();
        if !blank {
            line.push(character);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    Cow::Owned(line)
}

/// Shortens a line to at most `limit` characters, at the end of a word, with an ellipsis.
pub(crate) fn shortened(line: &str, limit: usize) -> Cow<'_, str> {
    if line.chars().count() <= limit {
        return Cow::Borrowed(line);
    }
    let start: String = line.chars().take(limit).collect();
    let words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    Cow::Owned(format!("{}…", words.trim_end_matches([',', ';', ':'])))
}

/// The words of a run, without emphasis, links and the marks of notes.
pub(crate) fn words_only(content: &[Inline]) -> String {
    let words = content.iter().map(|piece| match piece {
        Inline::Text(words) | Inline::Emphasis(words) | Inline::Code(words) | Inline::Link { text: words, .. } => {
            words.as_str()
        }
        Inline::Figure(figure) => figure.words.as_str(),
        Inline::NoteMark(_) => "",
    });
    words.collect()
}

/// Whether the mark of a note stands high without being set as a superscript, as an asterisk does.
pub(crate) fn is_raised_by_itself(mark: &str) -> bool {
    mark.chars().all(|character| character == '*')
}

#[cfg(test)]
mod tests {
    use super::{one_line, shortened};

    #[test]
    fn breaks_and_controls_become_one_space() {
        assert_eq!(one_line("one\r\n  two\tthree\u{0}four"), "one two three four");
    }

    #[test]
    fn other_text_stays_as_it_is() {
        assert_eq!(one_line("14\u{a0}March  2003"), "14\u{a0}March  2003");
    }

    #[test]
    fn a_long_line_ends_at_a_word() {
        assert_eq!(shortened("Status of the Convention, as amended", 28), "Status of the Convention…");
        assert_eq!(shortened("Status", 6), "Status");
    }
}
