//! Hashes in writing, one to a line in base64, as C2SP tlog-proof and tlog-witness have them. The lines of a
//! consistency proof are a file of their own, read beside the two checkpoints.

use crate::Hash;
use crate::log::encoding;

/// The most hashes in a proof, as C2SP tlog-witness has it: a log with a longer path has more than 2⁶³ entries.
pub const MOST_HASHES: usize = 63;

/// Lines are not the hashes of a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HashLinesError {
    /// A line is something else, or has no end.
    #[error("hash {number} of the proof is not 32 bytes in base64 on a line of its own")]
    Line {
        /// Which of the hashes, from 1.
        number: usize,
    },
    /// There are more than any proof has.
    #[error("a proof has at most {MOST_HASHES} hashes, and this has more")]
    Many,
}

/// The hashes, each on its line.
#[must_use]
pub fn write_hashes(hashes: &[Hash]) -> String {
    hashes.iter().map(|hash| encoding::base64(hash.as_bytes()) + "\n").collect()
}

/// Where lines with hashes end in a text: those lines, and what follows the empty line after them. Nothing where no empty
/// line does.
pub(super) fn split_lines(text: &str) -> Option<(&str, &str)> {
    // With no hashes, the empty line comes at once.
    if let Some(rest) = text.strip_prefix('\n') {
        return Some(("", rest));
    }
    let (hashes, rest) = text.split_at(text.find("\n\n")? + 1);
    Some((hashes, rest.strip_prefix('\n')?))
}

/// The hashes on those lines, of which there may be none.
///
/// # Errors
/// [`HashLinesError`] when there are too many lines, or one is not a hash.
pub fn read_hashes(text: &str) -> Result<Vec<Hash>, HashLinesError> {
    if text.matches('\n').take(MOST_HASHES + 1).count() > MOST_HASHES {
        return Err(HashLinesError::Many);
    }
    let lines = text.split_inclusive('\n').zip(1..);
    lines
        .map(|(line, number)| line.strip_suffix('\n').and_then(encoding::hash).ok_or(HashLinesError::Line { number }))
        .collect()
}
