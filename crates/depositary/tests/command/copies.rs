//! Copies, backups and registers of older formats: what was recorded stays what it was, to the byte.

use rusqlite::Connection;

use crate::desk::Desk;

/// Every entry of a register, to the byte, and its checkpoints.
fn contents(desk: &Desk, name: &str) -> (Vec<String>, Vec<String>) {
    let connection = Connection::open(desk.path(name)).unwrap();
    let column = |query: &str| {
        let mut select = connection.prepare(query).unwrap();
        let rows = select.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<Result<Vec<String>, _>>().unwrap()
    };
    (column("SELECT body FROM entry ORDER BY number"), column("SELECT note FROM checkpoint ORDER BY size"))
}

#[test]
fn a_copy_and_a_backup_are_the_same_register() {
    let desk = Desk::packaged();
    let said = desk.done(&["copy", "sqlite:copy.db"]);
    assert!(said.contains("all as recorded"), "{said}");
    desk.done(&["backup", "backup.db"]);
    let original = contents(&desk, "depositary.db");
    assert!(original.0.len() > 7000 && original.1.len() == 1);
    assert_eq!(contents(&desk, "copy.db"), original);
    assert_eq!(contents(&desk, "backup.db"), original);
    let complaint = desk.refused(&["backup", "backup.db"]);
    assert!(complaint.contains("exists already"), "{complaint}");
}

#[test]
fn restored_from_a_backup() {
    let desk = Desk::packaged();
    desk.done(&["backup", "backup.db"]);
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n").done(&["record", "act.csv"]);
    desk.done(&["checkpoint", "--out", "last.checkpoint"]);
    std::fs::remove_file(desk.path("depositary.db")).unwrap();
    let complaint = desk.refused(&["restore", "backup.db", "--checkpoint", "last.checkpoint"]);
    assert!(complaint.contains("is not what the checkpoint of"), "{complaint}");
    assert!(!desk.path("depositary.db").exists(), "a copy that is too old is not restored");
    desk.done(&["restore", "backup.db"]);
    assert_eq!(contents(&desk, "depositary.db"), contents(&desk, "backup.db"));
    desk.done(&["record", "act.csv"]);
    desk.done(&["verify"]);
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let desk = Desk::packaged();
    desk.done(&["backup", "backup.db"]);
    let connection = Connection::open(desk.path("backup.db")).unwrap();
    let change = "DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = body || ' ' WHERE number = 77;";
    connection.execute_batch(change).unwrap();
    drop(connection);
    std::fs::remove_file(desk.path("depositary.db")).unwrap();
    let complaint = desk.refused(&["restore", "backup.db"]);
    assert!(complaint.contains("damaged at entry 77"), "{complaint}");
    assert!(!desk.path("depositary.db").exists());
}

/// A register that the first version of this program made; `tests/formats/README.md` says what is in it.
fn of_the_first_format() -> Desk {
    let desk = Desk::bare();
    desk.write("depositary.db", include_bytes!("../../../register/tests/formats/format-1.db"));
    desk
}

#[test]
fn the_first_format_is_brought_forward() {
    let desk = of_the_first_format();
    let complaint = desk.refused(&["status", "IV-13"]);
    assert!(complaint.contains("format 1") && complaint.contains("depositary migrate"), "{complaint}");
    let before = std::fs::read(desk.path("depositary.db")).unwrap();
    let said = desk.done(&["migrate"]);
    let head = "f1bdea575c9f581dc8f4c6c74b108154c4c6befbfa3da434d940a7f8a3209a49";
    assert!(said.contains("7 entries of format 1") && said.contains(head), "{said}");
    assert_eq!(std::fs::read(desk.path("depositary.db.format-1")).unwrap(), before, "the older file is kept");
    assert_eq!(desk.entries(), 8);
    let status = desk.json(&["status", "IV-13", "--as-at", "2003-06-10"]);
    assert_eq!(status["counts"]["contracting"], 3);
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Mali,denunciation,2026-01-05\n")
        .done(&["record", "act.csv"]);
    assert_eq!(desk.entries(), 9);
    let complaint = desk.refused(&["migrate"]);
    assert!(complaint.contains("needs no migration"), "{complaint}");
}

#[test]
fn what_the_first_format_vouched_for_is_still_checked() {
    let desk = of_the_first_format();
    let connection = Connection::open(desk.path("depositary.db")).unwrap();
    let change =
        "DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = replace(body, 'Mali', 'Bali') WHERE number = 1;";
    connection.execute_batch(change).unwrap();
    drop(connection);
    let before = std::fs::read(desk.path("depositary.db")).unwrap();
    let complaint = desk.refused(&["migrate"]);
    assert!(complaint.contains("damaged at entry 1"), "{complaint}");
    assert_eq!(std::fs::read(desk.path("depositary.db")).unwrap(), before, "nothing was changed");
}

#[test]
fn a_newer_format_is_refused() {
    let desk = Desk::packaged();
    let connection = Connection::open(desk.path("depositary.db")).unwrap();
    connection.execute_batch("PRAGMA user_version = 3").unwrap();
    drop(connection);
    for command in [&["verify"][..], &["status", "IV-13"], &["copy", "sqlite:copy.db"], &["migrate"]] {
        let complaint = desk.refused(command);
        assert!(complaint.contains("newer depositary") || complaint.contains("needs no migration"), "{complaint}");
    }
}
