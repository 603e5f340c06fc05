//! Where a published log keeps its tiles and entries, and how it packs them.

use std::collections::HashSet;

use proptest::prelude::*;
use register::log::{BundleError, TileError, TilePath, Tree, decode_bundle, encode_bundle, leaf_hash};

#[test]
fn the_paths_of_the_specification() {
    for (path, text) in [
        (TilePath::hashes(0, 1_234_067, 256), "tile/0/x001/x234/067"),
        (TilePath::hashes(0, 1_234_067, 8), "tile/0/x001/x234/067.p/8"),
        (TilePath::hashes(63, 0, 255), "tile/63/000.p/255"),
        (TilePath::hashes(1, 999, 256), "tile/1/999"),
        (TilePath::hashes(1, 1000, 1), "tile/1/x001/000.p/1"),
        (TilePath::entries(5, 256), "tile/entries/005"),
        (TilePath::entries(70_000, 17), "tile/entries/x070/000.p/17"),
        (TilePath::entries(u64::MAX, 256), "tile/entries/x018/x446/x744/x073/x709/x551/615"),
    ] {
        let path = path.unwrap();
        assert_eq!(path.to_string(), text);
        assert_eq!(text.parse::<TilePath>().unwrap(), path);
    }
}

#[test]
fn a_path_is_written_in_one_way_only() {
    for text in [
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "tile//000",
        "/tile/0/000",
        "tile/0/000/",
        "tile/00/000",
        "tile/64/000",
        "tile/256/000",
        "tile/-1/000",
        "tile/+1/000",
        "tile/data/000",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/0/x000",
        "tile/0/x000/000",
        "tile/0/x000/x001/000",
        "tile/0/001/000",
        "tile/0/x001/x000",
        "tile/0/X001/000",
        "tile/0/xx01/000",
        "tile/0/x001//000",
        "tile/0/١٢٣",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/-1",
        "tile/0/000.p/1/2",
        "tile/0/000.p/1.p/1",
        "tile/entries/x018/x446/x744/x073/x709/x551/616",
        "tile/entries/x001/x018/x446/x744/x073/x709/x551/615",
        "tile/entries/../000",
        "checkpoint",
    ] {
        assert!(matches!(text.parse::<TilePath>(), Err(TileError::Path(_))), "{text}");
    }
    let long = format!("tile/0/{}000", "x001/".repeat(100_000));
    assert!(long.parse::<TilePath>().unwrap_err().to_string().len() < 500);
    assert_eq!(TilePath::hashes(64, 0, 1), Err(TileError::Level { level: 64 }));
    assert_eq!(TilePath::hashes(0, 0, 0), Err(TileError::Width { width: 0 }));
    assert_eq!(TilePath::entries(0, 257), Err(TileError::Width { width: 257 }));
}

#[test]
fn the_tiles_of_a_log_of_seventy_thousand() {
    // The example of the specification: 273 full tiles and one of 112, one full and one of 17, and one of 1.
    let tiles: Vec<_> = TilePath::hashes_of(70_000).collect();
    let shape = |level| {
        let widths = tiles.iter().filter(|tile| tile.level() == Some(level)).map(TilePath::width);
        let (full, partial): (Vec<_>, Vec<_>) = widths.partition(|width| *width == 256);
        (full.len(), partial)
    };
    assert_eq!((shape(0), shape(1), shape(2), shape(3)), ((273, vec![112]), (1, vec![17]), (0, vec![1]), (0, vec![])));
    let bundles: Vec<_> = TilePath::entries_of(70_000).collect();
    assert_eq!((bundles.len(), bundles[273].to_string().as_str()), (274, "tile/entries/273.p/112"));
    let of_256: Vec<_> = TilePath::hashes_of(256).map(|tile| tile.to_string()).collect();
    assert_eq!(of_256, ["tile/0/000", "tile/1/000.p/1"]);
    assert_eq!(TilePath::hashes_of(0).count() + TilePath::entries_of(0).count(), 0);
}

#[test]
fn a_tree_has_the_tiles_that_its_size_needs_and_no_others() {
    let tree = Tree::of((0..66_000_u32).map(|number| leaf_hash(&number.to_be_bytes())));
    for size in [1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 66_000] {
        for tile in TilePath::hashes_of(size) {
            let hashes = tree.tile(tile.level().unwrap(), tile.index(), tile.width());
            assert_eq!(hashes.unwrap().len(), usize::from(tile.width()) * 32, "{tile} of {size}");
            assert!(tile.needs().unwrap() <= size, "{tile} of {size}");
        }
    }
    for level in 0..=3 {
        for index in 0..=258 {
            for width in [1, 112, 255, 256] {
                let path = TilePath::hashes(level, index, width).unwrap();
                let there = tree.tile(level, index, width).is_some();
                assert_eq!(there, path.needs().is_some_and(|needs| needs <= tree.size()), "{path}");
            }
        }
    }
    assert_eq!(TilePath::hashes(8, 0, 1).unwrap().needs(), None);
    assert_eq!(TilePath::hashes(7, 0, 255).unwrap().needs(), Some(255 << 56));
    assert_eq!(TilePath::entries(u64::MAX, 1).unwrap().needs(), None);
}

#[test]
fn a_bundle_is_entries_after_their_lengths() {
    let long = vec![7; 65_535];
    let entries: [&[u8]; 4] = [b"", b"ab", &long, b"\0"];
    let bundle = encode_bundle(entries).unwrap();
    assert_eq!(bundle[..8], [0, 0, 0, 2, b'a', b'b', 0xff, 0xff]);
    assert_eq!(decode_bundle(&bundle).unwrap(), entries);
    let longer = vec![7; 65_536];
    assert_eq!(encode_bundle([b"".as_slice(), &longer]), Err(BundleError::Long { number: 2, found: 65_536 }));
    assert_eq!(encode_bundle([b"".as_slice(); 257]), Err(BundleError::Many));
    assert_eq!(decode_bundle(&encode_bundle([b"".as_slice(); 256]).unwrap()).unwrap().len(), 256);
    assert_eq!(decode_bundle(&[0; 2 * 257]), Err(BundleError::Many));
    assert_eq!(decode_bundle(&[0, 0, 0]), Err(BundleError::Cut { number: 2 }));
    assert_eq!(decode_bundle(&[0, 2, 1]), Err(BundleError::Cut { number: 1 }));
}

proptest! {
    #[test]
    fn nothing_that_is_read_makes_it_stumble(text in any::<String>(), near in "tile/[0-9a-z]{1,7}/[x0-9./p]{0,20}") {
        for text in [text, near] {
            if let Ok(path) = text.parse::<TilePath>() {
                prop_assert_eq!(path.to_string(), text);
            }
        }
    }

    #[test]
    fn a_path_reads_back_as_it_was_written(
        level in prop::option::of(0..=63_u8),
        index in any::<u64>(),
        digits in 0..64_u32,
        width in 1..=256_u16,
    ) {
        let index = index >> digits;
        let path = match level {
            Some(level) => TilePath::hashes(level, index, width),
            None => TilePath::entries(index, width),
        };
        let path = path.unwrap();
        prop_assert_eq!(path.to_string().parse::<TilePath>(), Ok(path));
        prop_assert_eq!((path.level(), path.index(), path.width()), (level, index, width));
    }

    #[test]
    fn a_log_has_no_tile_twice(size in 0..200_000_u64) {
        let all = TilePath::hashes_of(size).chain(TilePath::entries_of(size));
        let all: Vec<_> = all.map(|tile| tile.to_string()).collect();
        prop_assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
        let entries: u64 = TilePath::entries_of(size).map(|tile| u64::from(tile.width())).sum();
        prop_assert_eq!(entries, size);
    }

    #[test]
    fn a_bundle_reads_back_as_it_was_packed(
        entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 0..20),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let bundle = encode_bundle(entries.iter().map(Vec::as_slice)).unwrap();
        prop_assert_eq!(decode_bundle(&bundle).unwrap(), entries);
        if let Ok(read) = decode_bundle(&bytes) {
            prop_assert_eq!(encode_bundle(read).unwrap(), bytes);
        }
    }
}
