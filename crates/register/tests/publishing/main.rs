//! A published log, read back with nothing but the specification and somebody else's reader of tiles.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

#[path = "../kept/mod.rs"]
mod kept;
mod reader;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::SystemTime;

use kept::Kept;
use reader::Reader;
use register::log::{Checkpoint, VerifierKey, decode_bundle};
use register::{Publication, PublishingError};

/// The sizes at which tiles begin, fill and make room for a level above.
const SIZES: [u64; 7] = [1, 2, 255, 256, 257, 600, 65_800];

/// Every file, with what it holds and when it was written.
fn files(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with(".publishing") {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, (std::fs::read(&path).unwrap(), path.metadata().unwrap().modified().unwrap()));
            }
        }
    }
    found
}

/// The checkpoint that is published, opened with the log's key.
fn checkpoint(folder: &Path, key: &VerifierKey) -> Checkpoint {
    Checkpoint::open(&std::fs::read_to_string(folder.join("checkpoint")).unwrap(), key).unwrap()
}

#[test]
fn a_growing_log_is_read_back_from_its_files_alone() {
    let mut kept = Kept::new("example.org/log");
    let folder = kept.path("published");
    let mut earlier: Option<Checkpoint> = None;
    for size in SIZES {
        if size > 1 {
            kept.grow_to(size);
        }
        let published = kept.register.publish(&folder).unwrap();
        let before = earlier.as_ref().map_or(0, Checkpoint::size);
        assert_eq!((published.entries, published.before), (size, before));
        let now = checkpoint(&folder, &kept.key.verifier());
        assert_eq!(now.size(), size);
        let reader = Reader::of(&folder, &now);
        for index in [0, size / 3, size / 2, size - 1] {
            let entry = reader.entry(index);
            let (_, own) = kept.register.entry(index + 1).unwrap();
            assert_eq!(entry, own.as_bytes());
            reader.prove_inclusion(index, &entry);
        }
        if let Some(earlier) = &earlier {
            reader.prove_consistency(earlier);
        }
        earlier = Some(now);
    }
}

#[test]
fn only_what_is_new_is_written() {
    let mut kept = Kept::new("example.org/log");
    let folder = kept.path("published");
    kept.grow_to(700);
    kept.register.publish(&folder).unwrap();
    let first = files(&folder);
    assert_eq!(kept.register.publish(&folder).unwrap(), Publication { entries: 700, before: 700, files: 0 });
    kept.grow_to(800);
    kept.register.publish(&folder).unwrap();
    let second = files(&folder);
    let full = |name: &&String| name.starts_with("tile/") && !name.contains(".p/");
    assert_eq!(first.keys().filter(full).count(), 4, "two full tiles, and two full bundles");
    for (name, file) in first.iter().filter(|(name, _)| full(name)) {
        assert!(second.get(name) == Some(file), "{name} stays as it is");
    }
    assert!(first.contains_key("tile/0/002.p/188") && first.contains_key("tile/entries/002.p/188"));
    let third: Vec<&str> = second.keys().map(String::as_str).filter(|name| name.contains("/003")).collect();
    assert_eq!(third, ["tile/0/003.p/32", "tile/entries/003.p/32"]);
    assert!(second.contains_key("tile/0/002") && second.contains_key("tile/1/000.p/3"));
    assert!(!second.keys().any(|name| name.contains("/002.p/")), "the parts of a full tile are gone: {third:?}");
    assert_eq!(decode_bundle(&second["tile/entries/002"].0).unwrap().len(), 256);
}

#[test]
fn what_an_interruption_left_behind_is_made_whole() {
    let mut kept = Kept::new("example.org/log");
    let folder = kept.path("published");
    kept.grow_to(300);
    kept.register.publish(&folder).unwrap();
    let whole: BTreeMap<String, Vec<u8>> = files(&folder).into_iter().map(|(name, (bytes, _))| (name, bytes)).collect();
    // Nothing vouches for files without a checkpoint: what they hold is looked at.
    std::fs::remove_file(folder.join("checkpoint")).unwrap();
    std::fs::write(folder.join("tile/0/000"), vec![7; 8192]).unwrap();
    std::fs::write(folder.join("tile/entries/000"), b"half").unwrap();
    kept.register.publish(&folder).unwrap();
    let again = |folder: &Path| -> BTreeMap<String, Vec<u8>> {
        files(folder).into_iter().map(|(name, (bytes, _))| (name, bytes)).collect()
    };
    assert!(again(&folder) == whole);
    // A file that is missing or cut under a checkpoint is written again.
    std::fs::remove_file(folder.join("tile/entries/000")).unwrap();
    std::fs::write(folder.join("tile/0/000"), b"half").unwrap();
    kept.register.publish(&folder).unwrap();
    assert!(again(&folder) == whole);
}

#[test]
fn another_log_is_not_published_over() {
    let mut kept = Kept::new("example.org/log");
    let folder = kept.path("published");
    kept.grow_to(20);
    kept.register.publish(&folder).unwrap();
    let before = files(&folder);
    let mut other = Kept::new("example.org/other");
    other.grow_to(30);
    let refused = other.register.publish(&folder).unwrap_err();
    assert!(matches!(refused, PublishingError::OtherLog { .. }), "{refused}");
    let mut forked = Kept::new("example.org/log");
    let refused = forked.register.publish(&folder).unwrap_err();
    assert!(matches!(refused, PublishingError::Longer { published: 20, size: 1, .. }), "{refused}");
    forked.grow_to(30);
    let refused = forked.register.publish(&folder).unwrap_err();
    assert!(matches!(refused, PublishingError::OtherPast { published: 20, .. }), "{refused}");
    assert!(files(&folder) == before, "nothing was written");
    std::fs::write(folder.join("checkpoint"), "a poem\n").unwrap();
    let refused = kept.register.publish(&folder).unwrap_err();
    assert!(matches!(refused, PublishingError::NotALog { .. }), "{refused}");
}

#[test]
fn a_log_read_on_is_the_log_read_anew() {
    let mut kept = Kept::new("example.org/log");
    let mut log = kept.register.log().unwrap();
    for size in [2, 3, 255, 256, 300, 1000] {
        kept.grow_to(size);
        log = kept.register.log_after(&log).unwrap();
        let anew = kept.register.log().unwrap();
        assert_eq!(log.tree.size(), size);
        assert_eq!(log.tree.root(size), anew.tree.root(size));
        assert_eq!(log.tree.inclusion(1, size).unwrap(), anew.tree.inclusion(1, size).unwrap());
        assert_eq!(log.checkpoint, anew.checkpoint);
    }
    let other = Kept::new("example.org/log").register.log_after(&log).unwrap();
    assert_eq!(other.tree.size(), 1, "a register that is not the one read before is read from its beginning");
}
