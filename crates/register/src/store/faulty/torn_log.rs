//! A loss of power that leaves only some of what was being written on the disk: any beginning of it, or all but any one
//! sector.

use rusqlite::Connection;

use super::contents::found;
use super::trial::{APPEND, Hands, IMPORT, Operation, again, in_memory};

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// Where SQLite writes what is being recorded, before it is put into the database.
const BESIDE: &str = "register.db-wal";

#[test]
fn a_writing_that_was_torn_never_was() {
    torn_at_every_sector(None, &IMPORT);
}

/// An import has been put into the database, and what it left beside is written over.
#[test]
fn what_is_written_over_does_not_come_back() {
    torn_at_every_sector(Some(&IMPORT), &APPEND);
}

fn torn_at_every_sector(earlier: Option<&Operation>, operation: &Operation) {
    let (hands, template) = (Hands::new(), in_memory());
    operation.prepare(&hands, template.path());
    let folder = again(template.path());
    let inside = folder.path().join("inside");
    let path = inside.join(operation.file);

    // While somebody has it open, what is beside the database stays there.
    let reader = Connection::open(&path).unwrap();
    let put_into_place = || reader.query_row("PRAGMA wal_checkpoint(RESTART)", [], |row| row.get::<_, bool>(0));
    assert!(!put_into_place().unwrap(), "somebody else is at it");
    if let Some(earlier) = earlier {
        earlier.undisturbed(&hands, &inside);
        assert!(!put_into_place().unwrap(), "somebody else is at it");
    }
    let before = found(&path);
    let written_before = std::fs::read(inside.join(BESIDE)).unwrap();
    operation.undisturbed(&hands, &inside);
    let after = found(&path);
    let written = std::fs::read(inside.join(BESIDE)).unwrap();
    let database = std::fs::read(&path).unwrap();
    drop(reader);

    let (mut none, mut all) = (0, 0);
    for torn in torn(&written_before, &written) {
        let folder = in_memory();
        std::fs::write(folder.path().join(operation.file), &database).unwrap();
        std::fs::write(folder.path().join(BESIDE), torn).unwrap();
        let came = operation.nothing_or_all(&hands, folder.path(), &before, &after);
        *(if came { &mut all } else { &mut none }) += 1;
    }
    println!("{}: nothing came of {none} torn writings, all of {all}", operation.name);
    assert!(none > 20 && all > 0, "{none} and {all}");
}

/// What may be on the disk of a writing: every beginning of it, and all of it but any one sector. What has not been
/// written is as it was before.
fn torn<'w>(before: &'w [u8], written: &'w [u8]) -> impl Iterator<Item = Vec<u8>> + 'w {
    let sectors = (0..=written.len().div_ceil(SECTOR)).map(|sector| (sector * SECTOR).min(written.len()));
    sectors.flat_map(move |at| {
        let beginning = [&written[..at], before.get(at..).unwrap_or_default()].concat();
        let end = (at + SECTOR).min(written.len());
        let mut but_one = written.to_vec();
        but_one[at..end].fill(0);
        if let Some(kept) = before.get(at..end.min(before.len())) {
            but_one[at..at + kept.len()].copy_from_slice(kept);
        }
        [beginning, but_one]
    })
}
