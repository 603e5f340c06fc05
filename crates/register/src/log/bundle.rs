//! Bundles: up to 256 entries of a log in one file, each after its length in two bytes. C2SP tlog-tiles.

use crate::log::tile::TILE_WIDTH;

/// The longest entry that a bundle can carry, in bytes.
pub const LONGEST_ENTRY: usize = u16::MAX as usize;

/// Entries can't be put into a bundle, or read from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// An entry is too long for the two bytes of its length.
    #[error(
        "entry {number} of the bundle has {found} bytes, and an entry of a published log has at most {LONGEST_ENTRY}"
    )]
    Long {
        /// Which entry of the bundle, from 1.
        number: usize,
        /// Its length.
        found: usize,
    },
    /// There are more entries than a bundle holds.
    #[error("a bundle holds at most {TILE_WIDTH} entries, and this would have more")]
    Many,
    /// The bytes end within an entry.
    #[error("the bundle ends within its entry {number}: it was cut, or is no bundle")]
    Cut {
        /// Which entry of the bundle, from 1.
        number: usize,
    },
}

/// The bundle of those entries.
///
/// # Errors
/// [`BundleError`] when an entry is too long, or there are too many.
pub fn encode_bundle<'a>(entries: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>, BundleError> {
    let mut bundle = Vec::new();
    for (entry, number) in entries.into_iter().zip(1..) {
        if number > usize::from(TILE_WIDTH) {
            return Err(BundleError::Many);
        }
        let length = u16::try_from(entry.len()).map_err(|_| BundleError::Long { number, found: entry.len() })?;
        bundle.extend_from_slice(&length.to_be_bytes());
        bundle.extend_from_slice(entry);
    }
    Ok(bundle)
}

/// The entries of a bundle.
///
/// # Errors
/// [`BundleError`] when the bytes are not those of a bundle.
pub fn decode_bundle(bundle: &[u8]) -> Result<Vec<&[u8]>, BundleError> {
    let mut entries = Vec::new();
    let mut rest = bundle;
    while !rest.is_empty() {
        let number = entries.len() + 1;
        if number > usize::from(TILE_WIDTH) {
            return Err(BundleError::Many);
        }
        let (entry, after) = first_entry(rest).ok_or(BundleError::Cut { number })?;
        entries.push(entry);
        rest = after;
    }
    Ok(entries)
}

fn first_entry(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}
