//! Somebody changes the register with other tools: `verify` says which entry.

use rusqlite::Connection;

use crate::desk::Desk;

fn tampered(with: &str) -> (i32, String) {
    let desk = Desk::packaged();
    let connection = Connection::open(desk.path("depositary.db")).unwrap();
    connection.execute_batch(with).unwrap();
    drop(connection);
    let said = desk.run(&["verify"]);
    (said.code, said.out)
}

const WITHOUT_GUARDS: &str = "DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_deleted; \
    DROP TRIGGER entry_follows_the_last;";

#[test]
fn as_recorded() {
    let desk = Desk::packaged();
    let said = desk.done(&["verify"]);
    assert!(said.contains("all as recorded") && said.contains("hash of the last entry"), "{said}");
}

#[test]
fn an_entry_is_never_changed_or_deleted() {
    let desk = Desk::packaged();
    let connection = Connection::open(desk.path("depositary.db")).unwrap();
    for statement in [
        "UPDATE entry SET body = replace(body, 'Mali', 'Bali')",
        "DELETE FROM entry WHERE number = 3",
        "INSERT INTO entry SELECT 99999, kind, treaty, body, hash FROM entry WHERE number = 1",
        "INSERT OR REPLACE INTO entry SELECT 5, kind, treaty, body, hash FROM entry WHERE number = 1",
    ] {
        assert!(connection.execute(statement, []).is_err(), "{statement}");
    }
    assert!(desk.entries() > 300);
}

#[test]
fn changed_dropped_or_swapped_entries_are_found() {
    let cases = [
        (
            "UPDATE entry SET body = replace(body, '2003-06-05', '2003-06-06') WHERE body LIKE '%2003-06-05%';",
            "changed",
        ),
        ("DELETE FROM entry WHERE number = 300;", "entry 300 should stand here"),
        ("UPDATE entry SET treaty = 'IV-14' WHERE number = 300;", "filed under another"),
        (
            "UPDATE entry SET number = -1 WHERE number = 300; UPDATE entry SET number = 300 WHERE number = 301; \
             UPDATE entry SET number = 301 WHERE number = -1;",
            "entry 300",
        ),
        ("UPDATE entry SET hash = zeroblob(32) WHERE number = 300;", "entry 300"),
    ];
    for (change, expected) in cases {
        let (code, said) = tampered(&format!("{WITHOUT_GUARDS} {change}"));
        assert_eq!(code, 1, "{change}: {said}");
        assert!(said.contains(expected) && said.contains("NOT as recorded"), "{change}: {said}");
    }
}

#[test]
fn removed_guards_are_found() {
    let (code, said) = tampered(WITHOUT_GUARDS);
    assert_eq!(code, 1);
    assert!(said.contains("the guard `entry_is_never_changed` has been removed"), "{said}");
}

#[test]
fn nothing_is_answered_from_a_changed_entry() {
    let desk = Desk::packaged();
    let connection = Connection::open(desk.path("depositary.db")).unwrap();
    let change = "UPDATE entry SET body = replace(body, '2003-06-05', '2003-06-06');";
    connection.execute_batch(&format!("{WITHOUT_GUARDS} {change}")).unwrap();
    let complaint = desk.refused(&["status", "IV-13"]);
    assert!(complaint.contains("damaged at entry") && complaint.contains("not what was recorded"), "{complaint}");
}
