//! How numbers, bytes and hashes are written in the log's text files. There is one way to write each, so that what was
//! read is written back the same.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::Hash;

/// A number in decimal, without leading zeros or a sign.
pub(super) fn decimal(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

/// Bytes in base64: RFC 4648, section 4, with padding.
pub(super) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The bytes that base64 stands for. Other spellings of the same bytes are none.
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// The hash that base64 stands for.
pub(super) fn hash(text: &str) -> Option<Hash> {
    Hash::from_bytes(&bytes(text)?)
}

/// Whether there is a character that no signed note may have: a control character below U+0020 other than a newline.
pub(super) fn is_control(character: char) -> bool {
    character < ' ' && character != '\n'
}
