//! Inline content: words, emphasis, links and the marks of notes.

use crate::document::Inline;
use crate::plain_text::one_line;
use crate::web_address::followable;

use super::notes::NoteCalls;

/// Text that can stand between tags and inside a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A run of inline content as HTML on one line.
pub(super) fn run(content: &[Inline], calls: &mut NoteCalls<'_>) -> String {
    content.iter().map(|piece| one_piece(piece, calls)).collect()
}

fn one_piece(piece: &Inline, calls: &mut NoteCalls<'_>) -> String {
    match piece {
        Inline::Text(words) => escape(words),
        Inline::Emphasis(words) => format!("<em>{}</em>", escape(words)),
        Inline::Code(words) => format!("<code>{}</code>", escape(words)),
        Inline::Link { text, address } => match followable(address) {
            Some(address) => format!("<a href=\"{}\">{}</a>", escape(address), escape(text)),
            None => escape(text),
        },
        Inline::Figure(figure) => calls.figure(figure),
        Inline::NoteMark(index) => calls.call(*index),
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn no_character_with_a_meaning_in_html_passes() {
        assert_eq!(escape("<a href=\"x\" id='y'>&"), "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
    }
}
