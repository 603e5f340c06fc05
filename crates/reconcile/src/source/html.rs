//! HTML. Elements that stand on lines of their own part paragraphs; a row of a table is one.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::Paragraph;
use super::gathering::Gathering;

/// The paragraphs of a page.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut page = Page { text, gathering: Gathering::default(), silent: 0, raised: 0, byte: 0, character: 0 };
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if !tag.self_closing || !is_silent(&tag.name) => page.open(&tag.name),
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(words) => page.take(&String::from_utf8_lossy(&words.value), words.span.start),
            _ => {}
        }
    }
    page.gathering.paragraphs()
}

struct Page<'a> {
    text: &'a str,
    gathering: Gathering,
    /// How many elements are open whose text is not read.
    silent: u32,
    /// How many raised elements are open.
    raised: u32,
    /// A place in the file, in bytes and in characters.
    byte: usize,
    character: u32,
}

/// Elements whose text is no part of what a reader sees.
fn is_silent(name: &[u8]) -> bool {
    matches!(name, b"script" | b"style" | b"noscript" | b"template" | b"title" | b"svg" | b"nav" | b"select")
}

fn is_block(name: &[u8]) -> bool {
    #[rustfmt::skip]
    let block = matches!(name,
        b"p" | b"div" | b"br" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"li" | b"ul" | b"ol" | b"dl" | b"dt"
        | b"dd" | b"table" | b"thead" | b"tbody" | b"tfoot" | b"tr" | b"caption" | b"section" | b"article" | b"header"
        | b"footer" | b"main" | b"aside" | b"blockquote" | b"pre" | b"hr" | b"body" | b"head" | b"html" | b"form"
        | b"figure" | b"figcaption" | b"address"
    );
    block
}

impl Page<'_> {
    fn open(&mut self, name: &[u8]) {
        if is_silent(name) {
            self.silent += 1;
        } else if name == b"sup" {
            self.raised += 1;
        } else if name == b"br" {
            self.gathering.take(' ', None);
        } else if is_block(name) {
            self.gathering.end_paragraph();
        }
    }

    fn close(&mut self, name: &[u8]) {
        if is_silent(name) {
            self.silent = self.silent.saturating_sub(1);
        } else if name == b"sup" {
            self.raised = self.raised.saturating_sub(1);
        } else if matches!(name, b"td" | b"th") {
            let place = self.character;
            self.gathering.end_cell(Some(place));
        } else if is_block(name) && name != b"br" {
            self.gathering.end_paragraph();
        }
    }

    /// Takes a run of text, of which the beginning in the file is known. An entity is one character of the text and
    /// several of the file.
    fn take(&mut self, words: &str, start: usize) {
        let is_mark_of_note =
            self.raised > 0 && words.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "[]()*,".contains(c));
        if self.silent > 0 || is_mark_of_note {
            return;
        }
        self.go_to(start);
        let mut source = self.text.get(self.byte..).unwrap_or_default().chars();
        for character in words.chars() {
            let place = self.character;
            let written = source.next();
            self.pass(written);
            if written == Some('&') && character != '&' || written == Some('&') && is_entity(source.as_str()) {
                for more in source.by_ref() {
                    self.pass(Some(more));
                    if more == ';' {
                        break;
                    }
                }
            }
            self.gathering.take(character, Some(place));
        }
    }

    fn pass(&mut self, character: Option<char>) {
        if let Some(character) = character {
            self.byte += character.len_utf8();
            self.character = self.character.saturating_add(1);
        }
    }

    /// Moves on to a byte of the file. Runs come in order.
    fn go_to(&mut self, byte: usize) {
        let Some(between) = self.text.get(self.byte..byte) else { return };
        let characters = u32::try_from(between.chars().count()).unwrap_or(u32::MAX);
        self.character = self.character.saturating_add(characters);
        self.byte = byte;
    }
}

fn is_entity(after: &str) -> bool {
    let name = after.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    name > 0 && after.as_bytes().get(name) == Some(&b';')
}
