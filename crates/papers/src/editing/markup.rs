//! A paragraph as text that an editor can change: Markdown, of which emphasis, code, links and the marks of notes are
//! understood. The mark of the first note is written `[^1]`.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::document::{Figure, Inline, Paragraph};

/// The paragraph as Markdown. A figure is plain words in it.
pub(super) fn written(paragraph: &Paragraph) -> String {
    let pieces = paragraph.iter().map(|piece| match piece {
        Inline::Text(words) => escaped(words),
        Inline::Figure(figure) => escaped(&figure.words),
        Inline::Emphasis(words) => format!("*{}*", escaped(words)),
        Inline::Code(words) => format!("`{}`", words.replace('`', "'")),
        Inline::Link { text, address } => format!("[{}]({address})", escaped(text)),
        Inline::NoteMark(index) => format!("[^{}]", index + 1),
    });
    pieces.collect()
}

/// Characters that Markdown would read as more than themselves.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '#') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// The paragraph that a text is, given how many notes the report has; what is not understood is shown as it is written.
pub(super) fn read(text: &str, notes: usize) -> Paragraph {
    // A mark is read as one only where its note is defined.
    let defined: String = (1..=notes).map(|number| format!("\n\n[^{number}]: .")).collect();
    // A zero-width space keeps a paragraph that begins with figures or a dash from being read as a list.
    let whole = format!("\u{200b}{}{defined}", text.split_whitespace().collect::<Vec<&str>>().join(" "));
    let mut reading = Reading::default();
    for event in Parser::new_ext(&whole, Options::ENABLE_FOOTNOTES) {
        if !reading.takes(event) {
            break;
        }
    }
    reading.paragraph
}

#[derive(Default)]
struct Reading {
    paragraph: Paragraph,
    emphasis: bool,
    /// The address of the link that is open, and its words so far.
    link: Option<(String, String)>,
}

impl Reading {
    /// Takes the next event; not if the paragraph is over.
    fn takes(&mut self, event: Event<'_>) -> bool {
        match event {
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => self.words(&words),
            Event::Code(words) => self.paragraph.push(Inline::Code(words.into_string())),
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Start(Tag::Emphasis | Tag::Strong) => self.emphasis = true,
            Event::End(TagEnd::Emphasis | TagEnd::Strong) => self.emphasis = false,
            Event::Start(Tag::Link { dest_url, .. }) => self.link = Some((dest_url.into_string(), String::new())),
            Event::End(TagEnd::Link) => {
                if let Some((address, text)) = self.link.take() {
                    self.paragraph.push(Inline::Link { text, address });
                }
            }
            Event::FootnoteReference(number) => {
                let index = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                self.paragraph.extend(index.map(Inline::NoteMark));
            }
            Event::End(TagEnd::Paragraph) => return false,
            _ => {}
        }
        true
    }

    fn words(&mut self, words: &str) {
        let words = words.trim_start_matches('\u{200b}');
        if let Some((_, text)) = &mut self.link {
            text.push_str(words);
        } else if self.emphasis {
            self.paragraph.push(Inline::Emphasis(words.to_owned()));
        } else if let Some(Inline::Text(before)) = self.paragraph.last_mut() {
            before.push_str(words);
        } else if !words.is_empty() {
            self.paragraph.push(Inline::text(words));
        }
    }
}

/// Marks the figures that still stand in a paragraph's words, in their order, so that they lead to their reasons again.
pub(super) fn with_figures(paragraph: Paragraph, figures: &[Figure]) -> Paragraph {
    let mut figures = figures.iter().peekable();
    let mut marked = Vec::with_capacity(paragraph.len());
    for piece in paragraph {
        let Inline::Text(mut words) = piece else {
            marked.push(piece);
            continue;
        };
        while let Some(figure) = figures.peek() {
            let Some(at) = found(&words, &figure.words, 0) else { break };
            let rest = words.split_off(at + figure.words.len());
            words.truncate(at);
            if !words.is_empty() {
                marked.push(Inline::Text(words));
            }
            marked.push(Inline::Figure((*figure).clone()));
            words = rest;
            figures.next();
        }
        if !words.is_empty() {
            marked.push(Inline::Text(words));
        }
    }
    marked
}

/// Where some words stand by themselves in a text, from a byte on.
pub(super) fn found(text: &str, words: &str, from: usize) -> Option<usize> {
    let by_itself = |at: usize| {
        let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = text[at + words.len()..].chars().next().is_some_and(char::is_alphanumeric);
        !before && !after
    };
    let rest = text.get(from..).filter(|_| !words.is_empty())?;
    rest.match_indices(words).map(|(at, _)| from + at).find(|at| by_itself(*at))
}

#[cfg(test)]
mod tests {
    use super::{read, written};
    use crate::document::Inline;

    #[test]
    fn a_paragraph_is_read_back_as_it_was_written() {
        let paragraph = vec![
            Inline::text("22 States [sic] had *not* signed AG/RES.1898 (XXXII-O/02), 1. as_it_is <b> & more"),
            Inline::NoteMark(0),
            Inline::text(" and "),
            Inline::Link { text: "the site".to_owned(), address: "http://untreaty.un.org".to_owned() },
            Inline::text("; "),
            Inline::Emphasis("so".to_owned()),
            Inline::text(" "),
            Inline::Code("verify".to_owned()),
            Inline::text("."),
        ];
        assert_eq!(read(&written(&paragraph), 1), paragraph);
    }

    #[test]
    fn the_mark_of_a_note_that_is_not_there_is_no_mark() {
        assert_eq!(read("So[^3].", 1), vec![Inline::text("So[^3].")]);
    }

    #[test]
    fn a_paragraph_may_begin_as_a_list_or_a_heading_would() {
        assert_eq!(read("1. One\n2. Two", 0), vec![Inline::text("1. One 2. Two")]);
        assert_eq!(read("# One", 0), vec![Inline::text("# One")]);
    }
}
