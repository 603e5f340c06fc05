//! A snapshot makes a large register ready sooner, and is never answered from unless it is whole, signed and of the last
//! checkpoint.

use crate::desk::Desk;

fn status(desk: &Desk) -> String {
    desk.done(&["status", "IV-13", "--as-at", "2026-02-01", "--format", "json"])
}

#[test]
fn it_answers_as_the_register_does() {
    let desk = Desk::packaged();
    let (whole, state) = (status(&desk), desk.done(&["state", "Mali", "--as-at", "2015-01-01"]));
    desk.done(&["snapshot"]);
    assert_eq!(status(&desk), whole);
    assert_eq!(desk.done(&["state", "Mali", "--as-at", "2015-01-01"]), state);
    // That it is answered from shows when the register itself can't be: an entry is changed behind its back.
    let connection = rusqlite::Connection::open(desk.path("depositary.db")).unwrap();
    let change = "DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = body || ' ' WHERE number = 500;";
    connection.execute_batch(change).unwrap();
    assert_eq!(status(&desk), whole);
    assert_eq!(desk.run(&["verify"]).code, 1, "verification never looks at it");
    std::fs::remove_file(desk.path("depositary.snapshot")).unwrap();
    assert!(desk.refused(&["status", "IV-13"]).contains("damaged at entry 500"));
}

#[test]
fn a_stale_one_is_passed_over() {
    let desk = Desk::packaged();
    desk.done(&["snapshot"]);
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n").done(&["record", "act.csv"]);
    assert!(status(&desk).contains("Japan"));
}

#[test]
fn a_damaged_or_foreign_one_is_passed_over() {
    let desk = Desk::packaged();
    let whole = status(&desk);
    desk.done(&["snapshot"]);
    let kept = std::fs::read(desk.path("depositary.snapshot")).unwrap();
    for at in (0..kept.len()).step_by(kept.len() / 40).chain(0..200) {
        let mut damaged = kept.clone();
        damaged[at] ^= 1;
        desk.write("depositary.snapshot", damaged);
        assert_eq!(status(&desk), whole, "byte {at}");
    }
    desk.write("depositary.snapshot", &kept[..kept.len() / 2]);
    assert_eq!(status(&desk), whole);
    let other = Desk::packaged();
    other.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n").done(&["record", "act.csv"]);
    other.done(&["snapshot"]);
    desk.write("depositary.snapshot", std::fs::read(other.path("depositary.snapshot")).unwrap());
    assert_eq!(status(&desk), whole);
}
