//! Words, numbers and marks of a paragraph, as written.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// A word or a number, or one mark of punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// In lower case, without accents; the mark itself.
    pub folded: String,
    /// Where it begins in the paragraph, in bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether it is a mark.
    pub mark: bool,
    /// Whether nothing, or a hyphen, stands between it and the one before.
    pub joined: Option<Joint>,
}

/// How a token hangs together with the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// Directly.
    Bare,
    /// By a hyphen.
    Hyphen,
    /// By an apostrophe.
    Apostrophe,
}

impl Token {
    /// Whether it is this word or mark.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.folded == word
    }

    /// Its value, if it is written in figures alone.
    #[must_use]
    pub fn figures(&self) -> Option<u32> {
        let all = !self.mark && self.folded.len() <= 9 && self.folded.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| self.folded.parse().ok()).flatten()
    }
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

/// The tokens of a text.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut joined = None;
    let mut rest = text.char_indices().peekable();
    while let Some((from, character)) = rest.next() {
        if character.is_alphanumeric() {
            let mut to = from + character.len_utf8();
            while let Some((at, next)) = rest.peek().copied().filter(|(_, next)| is_letter(*next)) {
                to = at + next.len_utf8();
                rest.next();
            }
            let (word, to) = without_note(&text[from..to], from);
            if joined == Some(Joint::Apostrophe) && matches!(word, "s" | "S") {
                // The possessive belongs to the word before.
                if let Some(before) = tokens.last_mut() {
                    before.to = to;
                }
                joined = Some(Joint::Bare);
                continue;
            }
            let capital = character.is_uppercase();
            tokens.push(Token { folded: fold(word), from, to, capital, mark: false, joined });
            joined = Some(Joint::Bare);
        } else if character.is_whitespace() {
            joined = None;
        } else if is_hyphen(character) && joined.is_some() {
            joined = Some(Joint::Hyphen);
        } else if is_apostrophe(character) {
            joined = joined.map(|_| Joint::Apostrophe);
        } else {
            let to = from + character.len_utf8();
            tokens.push(Token { folded: character.to_string(), from, to, capital: false, mark: true, joined });
            joined = Some(Joint::Bare);
        }
    }
    tokens
}

/// A word without the mark of a note that is printed right behind it: "Sudan1".
fn without_note(word: &str, from: usize) -> (&str, usize) {
    let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_note = word.len() - bare.len() <= 2 && bare.chars().count() > 3 && bare.chars().all(char::is_alphabetic);
    let word = if is_note { bare } else { word };
    (word, from + word.len())
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&character)
}

/// A word in lower case, without accents.
#[must_use]
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(word);
    let bare = decomposed.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c));
    bare.flat_map(char::to_lowercase).map(|c| if c == 'ı' { 'i' } else { c }).collect()
}

/// The words of a name, as they are looked for: marks left out.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let words: Vec<String> = tokens(name)
        .into_iter()
        .filter_map(|token| match (token.mark, token.folded.as_str()) {
            (true, "&") => Some("and".to_owned()),
            (true, _) => None,
            (false, _) => Some(token.folded),
        })
        .collect();
    match words.split_first() {
        Some((first, rest)) if first == "the" && !rest.is_empty() => rest.to_vec(),
        _ => words,
    }
}
