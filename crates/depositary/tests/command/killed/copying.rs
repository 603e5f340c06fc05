//! Killed while a register is copied.

use super::killer::Killer;
use super::rounds;
use crate::desk::Desk;

fn root(desk: &Desk, register: &str) -> (u64, String) {
    let verified = desk.json(&["verify", "--register", register]);
    (verified["entries"].as_u64().unwrap(), verified["head"].as_str().unwrap().to_owned())
}

#[test]
fn half_a_copy_is_never_taken_for_a_register() {
    let desk = Desk::packaged();
    let original = root(&desk, "sqlite:depositary.db");
    let mut killer = Killer::of(|trial| drop(desk.done(&["backup", &format!("trial-{trial}.db")])));
    while killer.killed() < rounds(8, 250) {
        let left = killer.kill(desk.command(&["backup", "backup.db"]));
        let there = desk.path("backup.db").exists();
        killer.count(&left, "sqlite:backup.db: ", there);
        if !there {
            // What is left of it lies under another name. It is no register either, until all of it is there.
            let unfinished = desk.run(&["verify", "--register", "sqlite:backup.db.unfinished", "--format", "json"]);
            let all = format!("\"head\": \"{}\"", original.1);
            assert!(unfinished.code == 2 || unfinished.out.contains(&all), "{unfinished:?}");
            desk.done(&["backup", "backup.db"]);
        }
        assert_eq!(root(&desk, "sqlite:backup.db"), original);
        assert!(
            !desk.path("backup.db.unfinished").exists() || there,
            "the next attempt clears away what the last left"
        );
        assert_eq!(root(&desk, "sqlite:depositary.db"), original);
        std::fs::remove_file(desk.path("backup.db")).unwrap();
    }
    killer.tell("backup");
}
