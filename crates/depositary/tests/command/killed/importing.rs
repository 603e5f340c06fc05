//! Killed while very many acts are imported together.

use std::fmt::Write;

use super::killer::Killer;
use super::{rounds, treaties};
use crate::desk::Desk;

/// Enough acts for an import to take a while: thirty treaties, each signed and ratified by seventy States.
fn a_large_import(desk: &Desk) -> Vec<String> {
    let files = treaties(desk, 30);
    let states = desk.states();
    let mut acts = "treaty,party,action,date,note\n".to_owned();
    for treaty in 0..files.len() {
        for state in &states {
            let note = "x".repeat(400);
            writeln!(acts, "X-{treaty},{state},signature,2001-01-01,{note}").unwrap();
            writeln!(acts, "X-{treaty},{state},ratification,2002-01-01,{note}").unwrap();
        }
    }
    desk.write("acts.csv", acts).write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n");
    ["import".to_owned()].into_iter().chain(files).chain(["acts.csv".to_owned()]).collect()
}

#[test]
fn an_import_is_all_there_or_not_at_all() {
    let desk = Desk::packaged();
    let arguments = a_large_import(&desk);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    std::fs::copy(desk.path("depositary.db"), desk.path("before.db")).unwrap();
    let key = std::fs::read(desk.path("depositary.key")).unwrap();
    let before = desk.entries();
    let mut killer = Killer::of(|_| {
        desk.put_back("before.db");
        desk.done(&arguments);
    });
    let after = desk.entries();
    assert!(after > before + 3000);
    while killer.killed() < rounds(20, 1000) {
        desk.put_back("before.db");
        let left = killer.kill(desk.command(&arguments));
        let entries = desk.entries();
        assert!([before, after].contains(&entries), "{entries} entries: neither {before} nor {after}");
        let recorded = format!("recorded {} entries, {} to {after}", after - before, before + 1);
        killer.count(&left, &recorded, entries == after);
        assert_eq!(desk.done(&["record", "act.csv"]), format!("recorded entry {}\n", entries + 1));
        assert_eq!(std::fs::read(desk.path("depositary.key")).unwrap(), key, "the key is what it was");
    }
    killer.tell("import");
}
