//! What an entry says of a paper: its name, what kind of file it is, its length and its hash.

use law::keeping::Attachment;

use super::{AttachmentError, LARGEST_ATTACHMENT, sha256};

/// The longest name that is recorded, in bytes: what file systems have.
const LONGEST_NAME: usize = 255;

/// Kinds of text, which nothing in the bytes tells apart, by the ending of the name.
const TEXTS: [(&str, &str); 7] = [
    ("csv", "text/csv"),
    ("eml", "message/rfc822"),
    ("htm", "text/html"),
    ("html", "text/html"),
    ("json", "application/json"),
    ("md", "text/markdown"),
    ("xml", "application/xml"),
];

/// What an entry says of a file of that name and content.
///
/// # Errors
/// When it is empty or too large, or has a name that can't be recorded.
pub fn described(name: &str, bytes: &[u8]) -> Result<Attachment, AttachmentError> {
    let unfit = |because: String| AttachmentError::Unfit { name: name.escape_debug().to_string(), because };
    if name.is_empty() || name.len() > LONGEST_NAME || name.contains(|c: char| c.is_control() || "/\\".contains(c)) {
        return Err(unfit(format!("its name must be a file's, of at most {LONGEST_NAME} bytes and without folders")));
    }
    let length = bytes.len() as u64;
    if length == 0 {
        return Err(unfit("it is empty".to_owned()));
    }
    if length > LARGEST_ATTACHMENT {
        return Err(unfit(format!("it has {length} bytes, and an attachment has at most {LARGEST_ATTACHMENT}")));
    }
    Ok(Attachment {
        bytes: length,
        media_type: media_type(name, bytes).to_owned(),
        name: name.to_owned(),
        sha256: sha256(bytes).to_string(),
    })
}

/// The media type by the file's own first bytes; by its name only where it is text.
fn media_type(name: &str, bytes: &[u8]) -> &'static str {
    if let Some(kind) = infer::get(bytes) {
        return kind.mime_type();
    }
    if std::str::from_utf8(bytes).is_err() || bytes.contains(&0) {
        return "application/octet-stream";
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    TEXTS.iter().find(|(text, _)| *text == ending).map_or("text/plain", |(_, kind)| kind)
}
