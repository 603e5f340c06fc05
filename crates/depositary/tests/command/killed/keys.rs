//! Killed while a key takes the place of another.

use std::collections::BTreeSet;

use super::killer::Killer;
use super::{rounds, treaties};
use crate::desk::Desk;

/// The files beside the register that hold keys.
fn key_files(desk: &Desk) -> BTreeSet<String> {
    let names = std::fs::read_dir(desk.path("")).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("depositary.key")).collect()
}

#[test]
fn the_key_that_signs_is_never_lost() {
    let desk = Desk::packaged();
    let files = treaties(&desk, 20);
    desk.done(&["import"].into_iter().chain(files.iter().map(String::as_str)).collect::<Vec<_>>());
    let states = desk.states();
    let mut acts = (0..files.len()).flat_map(|treaty| states.iter().map(move |state| (treaty, state)));
    let replace = ["replace-key", "--because", "yearly"];
    let mut killer = Killer::of(|_| drop(desk.done(&replace)));
    while killer.killed() < rounds(8, 250) {
        let before = desk.entries();
        let old = std::fs::read(desk.path("depositary.key")).unwrap();
        let kept = key_files(&desk);
        let left = killer.kill(desk.command(&replace));
        let replaced = desk.entries() == before + 1;
        killer.count(&left, &format!("recorded entry {}: ", before + 1), replaced);
        assert!(key_files(&desk).is_superset(&kept), "no key is ever overwritten");

        let (treaty, state) = acts.next().unwrap();
        desk.write("act.csv", format!("treaty,party,action,date\nX-{treaty},{state},signature,2001-01-01\n"));
        let new = std::fs::read(desk.path("depositary.key")).unwrap();
        if replaced || new == old {
            desk.done(&["record", "act.csv"]);
        } else {
            // The new key was kept, and nothing came of it: the old one is at its side, and still signs.
            let complaint = desk.refused(&["record", "act.csv"]);
            assert!(complaint.contains("does not sign for"), "{complaint}");
            let holds_it = |name: &String| std::fs::read(desk.path(name)).unwrap() == old;
            let aside = key_files(&desk).into_iter().find(holds_it).unwrap();
            desk.done(&["record", "act.csv", "--key", &aside]);
            std::fs::rename(desk.path(&aside), desk.path("depositary.key")).unwrap();
        }
    }
    killer.tell("replace-key");
}
