//! Symbols of resolutions and documents: 57/201, A/RES/57/201, AG/RES.1898 (XXXII-O/02), 1325 (2000), A/58/150.

/// The longest symbol read, in characters.
const LONGEST: usize = 60;

/// Reads a symbol at a byte of a text, with the byte at which it ends. `called` says that the word before is "resolution" or
/// the like: a number with a session in brackets is then a symbol too.
#[must_use]
pub fn read(text: &str, from: usize, called: bool) -> Option<(String, usize)> {
    let rest = text.get(from..)?;
    let most = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at);
    let rest = &rest[..most];
    let length =
        rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-'))).unwrap_or(rest.len());
    let word = rest[..length].trim_end_matches(['.', '-', '/']);
    let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = word.split('/').collect();
    let capitals = parts.iter().all(|part| !part.is_empty() && !part.bytes().any(|byte| byte.is_ascii_lowercase()));
    let is_symbol = parts.len() > 1 && has_digit && capitals && word.len() < LONGEST;
    let plain_number = called && !word.is_empty() && word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    if !is_symbol && !plain_number {
        return None;
    }
    let end = from + word.len();
    let session = session(&text[end..]);
    match session {
        Some(more) => Some((format!("{word}{}", &text[end..end + more]), end + more)),
        None => is_symbol.then(|| (word.to_owned(), end)),
    }
}

/// The length of a session or year in brackets, perhaps after a letter: " (XXXII-O/02)", " A (XXI)", " (2000)".
fn session(text: &str) -> Option<usize> {
    let opening = text.char_indices().take(5).find(|(_, character)| *character == '(')?.0;
    let before = text[..opening].trim();
    let lettered = before.is_empty() || before.len() == 1 && before.bytes().all(|byte| byte.is_ascii_uppercase());
    let after = &text[opening + 1..];
    let closing = after.char_indices().take(17).find(|(_, character)| *character == ')')?.0;
    let inside = &after[..closing];
    let is_year = inside.len() == 4 && inside.bytes().all(|byte| byte.is_ascii_digit());
    let is_session = inside.bytes().next().is_some_and(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'S' | b'E'))
        && inside.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'/'));
    (lettered && (is_year || is_session)).then_some(opening + inside.len() + 2)
}

/// A symbol in the shape in which two writings of it are the same.
#[must_use]
pub fn plain(symbol: &str) -> String {
    let compact: String = symbol.chars().filter(|c| !c.is_whitespace()).collect();
    compact.strip_prefix("A/RES/").or_else(|| compact.strip_prefix("S/RES/")).unwrap_or(&compact).to_owned()
}

/// Whether a symbol is a resolution's by its own form, without the word before it.
#[must_use]
pub fn is_of_resolution(symbol: &str) -> bool {
    symbol.contains("/RES/") || symbol.contains("/RES.") || symbol.starts_with("RES/")
}
