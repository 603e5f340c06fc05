//! Somebody changes the register with other tools: `verify` says which entry. A proof is checked without the register.

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
    DROP TRIGGER entry_follows_the_last; DROP TRIGGER checkpoint_is_never_changed; \
    DROP TRIGGER checkpoint_is_never_deleted;";

#[test]
fn as_recorded() {
    let desk = Desk::packaged();
    let said = desk.done(&["verify"]);
    assert!(said.contains("all as recorded") && said.contains("root of the log"), "{said}");
}

#[test]
fn an_entry_is_never_changed_or_deleted() {
    let desk = Desk::packaged();
    let connection = Connection::open(desk.path("depositary.db")).unwrap();
    for statement in [
        "UPDATE entry SET body = replace(body, 'Mali', 'Bali')",
        "DELETE FROM entry WHERE number = 3",
        "INSERT INTO entry SELECT 99999, body, hash FROM entry WHERE number = 1",
        "INSERT OR REPLACE INTO entry SELECT 5, body, hash FROM entry WHERE number = 1",
        "UPDATE checkpoint SET note = ''",
        "DELETE FROM checkpoint",
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
            "it is not what was recorded",
        ),
        ("DELETE FROM entry WHERE number = 300;", "entry 300 should stand here"),
        ("DELETE FROM entry WHERE number > 300;", "entry 301: it is missing"),
        (
            "UPDATE entry SET number = -1 WHERE number = 300; UPDATE entry SET number = 300 WHERE number = 301; \
             UPDATE entry SET number = 301 WHERE number = -1;",
            "entry 300: it says that it is entry 301",
        ),
        ("UPDATE entry SET hash = zeroblob(32) WHERE number = 300;", "entry 300"),
        ("INSERT INTO entry SELECT max(number) + 1, body, hash FROM entry;", "it says that it is entry"),
        ("UPDATE checkpoint SET frontier = zeroblob(length(frontier));", "what is kept of the tree"),
        ("UPDATE checkpoint SET note = replace(note, 'depositary', 'Depositary');", "checkpoint of"),
        ("DELETE FROM checkpoint;", "no checkpoint covers it"),
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

#[test]
fn a_proof_needs_no_register() {
    let desk = Desk::packaged();
    desk.done(&["checkpoint", "--public-key", "--out", "register.pub"]);
    desk.done(&["prove", "1234", "--out", "entry.proof"]);
    std::fs::remove_file(desk.path("depositary.db")).unwrap();
    let said = desk.done(&["verify", "entry.proof", "--public-key", "register.pub"]);
    assert!(said.contains("entry 1234 of the") && said.contains("as signed"), "{said}");
    let proof = std::fs::read_to_string(desk.path("entry.proof")).unwrap();
    desk.write("altered.proof", proof.replace("index 1233", "index 1234"));
    let said = desk.run(&["verify", "altered.proof", "--public-key", "register.pub"]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.out.contains("NOT proven"), "{}", said.out);
}

#[test]
fn another_register_proves_nothing() {
    let (one, other) = (Desk::packaged(), Desk::packaged());
    one.done(&["checkpoint", "--public-key", "--out", "register.pub"]);
    other.done(&["prove", "7", "--out", "entry.proof"]);
    let (key, proof) = (one.path("register.pub"), other.path("entry.proof"));
    let said = one.run(&["verify", proof.to_str().unwrap(), "--public-key", key.to_str().unwrap()]);
    assert_eq!(said.code, 1, "{}", said.err);
    let said = other.run(&["verify", "--public-key", key.to_str().unwrap()]);
    assert_eq!((said.code, said.out.contains("its log began with the key")), (1, true), "{}", said.out);
}

const ACT: &str = "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n";

#[test]
fn a_register_rolled_back_fails_against_an_older_checkpoint() {
    let desk = Desk::packaged();
    std::fs::copy(desk.path("depositary.db"), desk.path("older.db")).unwrap();
    desk.write("act.csv", ACT).done(&["record", "act.csv"]);
    desk.done(&["checkpoint", "--out", "noted.checkpoint"]);
    desk.done(&["verify", "--checkpoint", "noted.checkpoint"]);
    // As a shell hands it on, without the end of its last line.
    let noted = std::fs::read_to_string(desk.path("noted.checkpoint")).unwrap();
    desk.write("handed-on.checkpoint", noted.trim_end());
    desk.done(&["verify", "--checkpoint", "handed-on.checkpoint"]);
    desk.done(&["status", "IV-13", "--known-at", "handed-on.checkpoint"]);
    std::fs::copy(desk.path("older.db"), desk.path("depositary.db")).unwrap();
    let said = desk.run(&["verify", "--checkpoint", "noted.checkpoint"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("it has been rolled back"), "{}", said.out);
    // Written anew from there, it has as many entries again, and others.
    desk.write("act.csv", ACT.replace("01-05", "01-06")).done(&["record", "act.csv"]);
    let said = desk.run(&["verify", "--checkpoint", "noted.checkpoint"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("this register has another past"), "{}", said.out);
}

#[test]
fn the_key_is_needed_to_record_and_can_be_replaced() {
    let desk = Desk::packaged();
    desk.done(&["checkpoint", "--out", "before.checkpoint"]);
    std::fs::rename(desk.path("depositary.key"), desk.path("elsewhere.key")).unwrap();
    desk.write("act.csv", ACT);
    let complaint = desk.refused(&["record", "act.csv"]);
    assert!(complaint.contains("name it with --key"), "{complaint}");
    desk.done(&["record", "act.csv", "--key", "elsewhere.key"]);
    let before = desk.entries();
    desk.done(&["replace-key", "--because", "yearly rotation", "--key", "elsewhere.key"]);
    desk.write("act.csv", ACT.replace("Japan", "China"));
    desk.done(&["record", "act.csv", "--key", "elsewhere.key"]);
    assert_eq!(desk.entries(), before + 2);
    desk.done(&["verify", "--checkpoint", "before.checkpoint"]);
    let other = Desk::packaged();
    let key = other.path("depositary.key");
    let complaint = desk.refused(&["record", "act.csv", "--key", key.to_str().unwrap()]);
    assert!(complaint.contains("does not sign for"), "{complaint}");
}

#[test]
fn a_new_register_leaves_the_key_of_another_alone() {
    let desk = Desk::packaged();
    let key = std::fs::read(desk.path("depositary.key")).unwrap();
    let complaint = desk.refused(&["init"]);
    assert!(complaint.contains("exists already"), "{complaint}");
    assert_eq!(std::fs::read(desk.path("depositary.key")).unwrap(), key, "the key of the register that is there");
    std::fs::rename(desk.path("depositary.db"), desk.path("away.db")).unwrap();
    let said = desk.run(&["init", "--empty"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("held the key of another register"), "{}", said.err);
    let aside: Vec<_> = std::fs::read_dir(desk.path("."))
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| std::fs::read(path).is_ok_and(|bytes| bytes == key))
        .collect();
    assert_eq!(aside.len(), 1, "{aside:?}");
}
