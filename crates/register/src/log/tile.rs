//! Where the parts of a log stand when it is published as plain files: C2SP tlog-tiles.

use std::fmt;
use std::str::FromStr;

use crate::log::encoding;

/// How many hashes a full tile has, and how many entries a full bundle.
pub const TILE_WIDTH: u16 = 256;
/// How many levels of the tree one tile spans.
pub(crate) const LEVELS_A_TILE: usize = 8;
/// The highest level that a path may name.
const TOP_LEVEL: u8 = 63;
/// The longest path there is: seven groups of digits reach the largest index.
const LONGEST_PATH: usize = 64;

/// A path is not that of a tile, or there is no such tile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TileError {
    /// The path is written in another way.
    #[error(
        "`{}` is not the path of a tile: expected tile/ and a level from 0 to {TOP_LEVEL} or `entries`, the index in \
         groups of three digits, as in x001/x234/067, and for a part of a tile .p/ and its width", .0.escape_debug()
    )]
    Path(String),
    /// There is no such level.
    #[error("there is no level {level} of tiles; levels run from 0 to {TOP_LEVEL}")]
    Level {
        /// The level.
        level: u8,
    },
    /// There is no such width.
    #[error("a tile is from 1 to {TILE_WIDTH} wide, and not {width}")]
    Width {
        /// The width.
        width: u16,
    },
}

/// The place of a tile of hashes, or of a bundle of entries, in a published log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TilePath {
    /// The level of a tile of hashes; none for entries.
    level: Option<u8>,
    index: u64,
    width: u16,
}

impl TilePath {
    /// The place of the tile of hashes at that level and index with that many hashes.
    ///
    /// # Errors
    /// [`TileError`] when there is no such level or width.
    pub const fn hashes(level: u8, index: u64, width: u16) -> Result<Self, TileError> {
        if level > TOP_LEVEL {
            return Err(TileError::Level { level });
        }
        Self::checked(Some(level), index, width)
    }

    /// The place of the bundle of entries at that index with that many entries.
    ///
    /// # Errors
    /// [`TileError`] when there is no such width.
    pub const fn entries(index: u64, width: u16) -> Result<Self, TileError> {
        Self::checked(None, index, width)
    }

    const fn checked(level: Option<u8>, index: u64, width: u16) -> Result<Self, TileError> {
        if width == 0 || width > TILE_WIDTH {
            return Err(TileError::Width { width });
        }
        Ok(Self { level, index, width })
    }

    /// All tiles of hashes of a tree of that size, from the lowest level up, each level from the left. The last of a
    /// level may be partial.
    pub fn hashes_of(size: u64) -> impl Iterator<Item = Self> {
        (0..8).flat_map(move |level| Self::row(Some(level), size >> (8 * level)))
    }

    /// All bundles of entries of a log of that size. The last may be partial.
    pub fn entries_of(size: u64) -> impl Iterator<Item = Self> {
        Self::row(None, size)
    }

    fn row(level: Option<u8>, count: u64) -> impl Iterator<Item = Self> {
        // The remainder of a division by 256 is the lowest byte.
        let [.., rest] = count.to_be_bytes();
        let full = count / u64::from(TILE_WIDTH);
        let partial = (rest > 0).then_some(Self { level, index: full, width: u16::from(rest) });
        (0..full).map(move |index| Self { level, index, width: TILE_WIDTH }).chain(partial)
    }

    /// The level of a tile of hashes; none for a bundle of entries.
    #[must_use]
    pub const fn level(&self) -> Option<u8> {
        self.level
    }

    /// The index of the tile in its level, from 0.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// How many hashes or entries it has.
    #[must_use]
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// The size of the smallest log that has this tile; nothing if no log is so large.
    #[must_use]
    pub fn needs(&self) -> Option<u64> {
        let end = self.index.checked_mul(u64::from(TILE_WIDTH))?.checked_add(u64::from(self.width))?;
        end.checked_mul(1_u64.checked_shl(8 * u32::from(self.level.unwrap_or(0)))?)
    }
}

impl fmt::Display for TilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            Some(level) => write!(f, "tile/{level}/")?,
            None => f.write_str("tile/entries/")?,
        }
        let mut groups = vec![self.index % 1000];
        let mut rest = self.index / 1000;
        while rest > 0 {
            groups.push(rest % 1000);
            rest /= 1000;
        }
        for group in groups.iter().skip(1).rev() {
            write!(f, "x{group:03}/")?;
        }
        write!(f, "{:03}", self.index % 1000)?;
        if self.width < TILE_WIDTH { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}

impl FromStr for TilePath {
    type Err = TileError;

    fn from_str(text: &str) -> Result<Self, TileError> {
        let read = || {
            let (level, place) = text.strip_prefix("tile/")?.split_once('/')?;
            let level = match level {
                "entries" => None,
                level => Some(u8::try_from(encoding::decimal(level)?).ok().filter(|level| *level <= TOP_LEVEL)?),
            };
            let (index, width) = match place.split_once(".p/") {
                Some((index, width)) => (index, u16::try_from(encoding::decimal(width)?).ok()?),
                None => (place, TILE_WIDTH),
            };
            Self::checked(level, read_index(index)?, width).ok()
        };
        let path = if text.len() <= LONGEST_PATH { read() } else { None };
        // There is one way to write a path: neither groups of zeros before the index, nor a full tile as a partial one.
        path.filter(|path| path.to_string() == text)
            .ok_or_else(|| TileError::Path(text.chars().take(LONGEST_PATH).collect()))
    }
}

fn read_index(text: &str) -> Option<u64> {
    text.split('/').try_fold(0_u64, |index, group| {
        let digits = group.strip_prefix('x').unwrap_or(group);
        let three = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let group: u64 = if three { digits.parse().ok()? } else { return None };
        index.checked_mul(1000)?.checked_add(group)
    })
}
