//! Reads published files as C2SP tlog-tiles has them, and checks proofs made of them alone with `tlog_tiles`.

use std::path::{Path, PathBuf};

use register::Hash;
use register::log::Checkpoint;
use tlog_tiles::tile::{Tile, TileHashReader, TileReader};
use tlog_tiles::tlog::{self, Error, HashReader, check_record, check_tree, prove_record, prove_tree, record_hash};

pub(crate) struct Reader {
    folder: PathBuf,
    size: u64,
    root: tlog::Hash,
}

fn theirs(hash: Hash) -> tlog::Hash {
    tlog::Hash(*hash.as_bytes())
}

impl Reader {
    pub(crate) fn of(folder: &Path, checkpoint: &Checkpoint) -> Self {
        Self { folder: folder.to_owned(), size: checkpoint.size(), root: theirs(checkpoint.root()) }
    }

    /// An entry, from the bundle that holds it.
    pub(crate) fn entry(&self, index: u64) -> Vec<u8> {
        let (bundle, place) = (index / 256, usize::try_from(index % 256).unwrap());
        let width = (self.size - bundle * 256).min(256);
        assert!(bundle < 1000, "no log here is so long");
        let group = format!("{bundle:03}");
        let part = if width < 256 { format!(".p/{width}") } else { String::new() };
        let bytes = std::fs::read(self.folder.join(format!("tile/entries/{group}{part}"))).unwrap();
        let mut rest = bytes.as_slice();
        for _ in 0..place {
            let length = usize::from(u16::from_be_bytes([rest[0], rest[1]]));
            rest = &rest[2 + length..];
        }
        rest[2..2 + usize::from(u16::from_be_bytes([rest[0], rest[1]]))].to_vec()
    }

    pub(crate) fn prove_inclusion(&self, index: u64, entry: &[u8]) {
        let hashes = TileHashReader::new(self.size, self.root, self);
        let proof = prove_record(self.size, index, &hashes).unwrap();
        check_record(&proof, self.size, self.root, index, record_hash(entry)).unwrap();
    }

    pub(crate) fn prove_consistency(&self, earlier: &Checkpoint) {
        let hashes = TileHashReader::new(self.size, self.root, self);
        let proof = prove_tree(self.size, earlier.size(), &hashes).unwrap();
        check_tree(&proof, self.size, self.root, earlier.size(), theirs(earlier.root())).unwrap();
        // What is read was checked against the root on the way.
        assert!(hashes.read_hashes(&[0]).is_ok());
    }
}

impl TileReader for Reader {
    fn height(&self) -> u8 {
        8
    }

    fn read_tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, Error> {
        // Theirs is the older form of a path, which names the height of a tile too.
        let path = |tile: &Tile| self.folder.join(tile.path().replacen("tile/8/", "tile/", 1));
        Ok(tiles.iter().map(|tile| std::fs::read(path(tile)).unwrap()).collect())
    }

    fn save_tiles(&self, _: &[Tile], _: &[Vec<u8>]) {}
}
