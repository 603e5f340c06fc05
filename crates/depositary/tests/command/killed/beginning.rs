//! Killed while a register is made.

use super::killer::Killer;
use super::rounds;
use crate::desk::Desk;

#[test]
fn a_register_is_there_with_its_key_and_all_its_facts_or_not_at_all() {
    let facts = Desk::packaged().entries();
    let mut killer = Killer::of(|_| drop(Desk::packaged()));
    while killer.killed() < rounds(8, 250) {
        let desk = Desk::bare();
        desk.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n");
        let left = killer.kill(desk.command(&["init"]));
        let there = desk.path("depositary.db").exists();
        killer.count(&left, "sqlite:depositary.db: ", there);
        if !there {
            desk.done(&["init"]);
        }
        assert_eq!(desk.entries(), facts);
        assert_eq!(desk.done(&["record", "act.csv"]), format!("recorded entry {}\n", facts + 1));
    }
    killer.tell("init");
}
