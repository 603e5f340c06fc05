//! Reading a file, and no more of it than is of use.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The bytes of a file: at most one more than the limit, so that whoever asks can tell that it is too large.
pub fn read_at_most(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
