//! Killed while words in confidence are erased.

use super::killer::Killer;
use super::{files_hold, rounds, treaties};
use crate::desk::Desk;

/// Records something with words in confidence, and says which entry it is.
fn confide(desk: &Desk, state: &str, treaty: usize, words: &str) -> String {
    desk.write("words.txt", words)
        .write("act.csv", format!("treaty,party,action,date\nX-{treaty},{state},signature,2001-01-01\n"));
    let said = desk.done(&["record", "act.csv", "--confide", "contact=words.txt"]);
    said.trim().strip_prefix("recorded entry ").unwrap().to_owned()
}

#[test]
fn words_are_disclosed_or_gone_from_every_file() {
    let desk = Desk::packaged();
    let files = treaties(&desk, 20);
    desk.done(&["import"].into_iter().chain(files.iter().map(String::as_str)).collect::<Vec<_>>());
    let states = desk.states();
    let mut acts = (0..files.len()).flat_map(|treaty| states.iter().map(move |state| (treaty, state))).enumerate();
    let mut confide = || {
        let (number, (treaty, state)) = acts.next().unwrap();
        let words = format!("the words of act {number}, no more");
        (confide(&desk, state, treaty, &words), words)
    };
    let entries: Vec<String> = (0..5).map(|_| confide().0).collect();
    let mut killer = Killer::of(|trial| drop(desk.done(&["erase", &entries[trial], "--because", "asked for"])));
    while killer.killed() < rounds(8, 250) {
        let (entry, words) = confide();
        let before: u64 = entry.parse().unwrap();
        assert!(files_hold(&desk, &words), "the test looks for them where they are");
        let left = killer.kill(desk.command(&["erase", &entry, "--because", "asked for"]));
        let erased = match desk.entries() {
            entries if entries == before => false,
            entries if entries == before + 1 => true,
            entries => panic!("{entries} entries after {before}"),
        };
        killer.count(&left, &format!("recorded entry {}: ", before + 1), erased);
        let disclosed = desk.json(&["disclose", &entry]);
        if !erased {
            assert_eq!(disclosed[0]["words"], words.as_str());
            desk.done(&["erase", &entry, "--because", "asked for"]);
        }
        assert_eq!(desk.json(&["disclose", &entry])[0]["words"], serde_json::Value::Null);
        assert!(!files_hold(&desk, &words), "erased on record, and still in a file");
    }
    killer.tell("erase");
}
