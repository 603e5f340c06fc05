//! A disk that has no room for what is to be written, wherever that shows: a clear complaint, and the register as it was.

use std::fmt::Write;

use crate::desk::{Desk, Said};

/// Runs the command where no file may become larger than so many KiB. A write beyond that fails, as on a full disk.
fn with_room_for(desk: &Desk, kibibytes: u64, arguments: &[&str]) -> Said {
    let limited = r#"trap "" XFSZ; ulimit -f "$0"; exec "$@""#;
    Said::by(desk.command_by("bash", &["-c", limited, &kibibytes.to_string()], arguments))
}

/// Room that ends at different places: in the first pages, and so many times between there and where all of it is written.
fn rooms(until: u64, times: u64) -> impl Iterator<Item = u64> {
    [0, 4, 16, 31, 32, 40].into_iter().chain((1..=times).map(move |time| 48 + until * time / times))
}

/// The complaint of somebody who found no room: which file, what about it, and what to do.
fn complaint(said: &Said, file: &str) {
    let Said { code, out, err } = said;
    assert_eq!((*code, out.as_str()), (2, ""), "{err}");
    assert!(err.contains(file) && err.contains("the disk") && err.contains("try again"), "{err}");
    assert!(!err.contains("panicked"), "{err}");
}

fn size(desk: &Desk, name: &str) -> u64 {
    std::fs::metadata(desk.path(name)).unwrap().len() / 1024
}

fn root(desk: &Desk, register: &str) -> String {
    let verified = desk.json(&["verify", "--register", register]);
    assert_eq!(verified["verified"], true, "{verified}");
    verified["head"].as_str().unwrap().to_owned()
}

/// Signatures of one treaty by seventy States, with much to note of each.
fn an_import(desk: &Desk) {
    let mut acts = "treaty,party,action,date,note\n".to_owned();
    for state in desk.states() {
        writeln!(acts, "X-1,{state},signature,2001-01-01,{}", "x".repeat(8000)).unwrap();
    }
    let treaty = "treaty = \"X-1\"\ndepositary = \"x\"\nadopted = { on = 2000-01-01 }\n[title]\nen = \"An example\"\n";
    desk.write("x-1.toml", treaty).write("acts.csv", acts);
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n");
}

#[test]
fn what_has_no_room_is_not_recorded_and_nothing_else_is_lost() {
    let desk = Desk::packaged();
    an_import(&desk);
    std::fs::copy(desk.path("depositary.db"), desk.path("before.db")).unwrap();
    let (before, entries) = (root(&desk, "sqlite:depositary.db"), desk.entries());
    let import = ["import", "x-1.toml", "acts.csv"];
    desk.done(&import);
    let needed = desk.entries() - entries;
    assert!(needed > 50);
    let (mut refused, mut recorded) = (0, 0);
    for room in rooms(size(&desk, "depositary.db") - size(&desk, "before.db") + 200, 16) {
        desk.put_back("before.db");
        let said = with_room_for(&desk, room, &import);
        if said.code == 0 {
            assert_eq!(desk.entries(), entries + needed, "{room} KiB: what was acknowledged is there");
            recorded += 1;
        } else {
            complaint(&said, "depositary.db");
            assert_eq!(root(&desk, "sqlite:depositary.db"), before, "{room} KiB");
            refused += 1;
        }
        let next = desk.entries() + 1;
        assert_eq!(desk.done(&["record", "act.csv"]), format!("recorded entry {next}\n"), "there is room again");
    }
    println!("import: refused with {refused} limits, recorded with {recorded}");
    assert!(refused > 10 && recorded > 0);
}

#[test]
fn a_register_or_a_copy_that_has_no_room_is_not_there() {
    let desk = Desk::packaged();
    let original = root(&desk, "sqlite:depositary.db");
    let (mut refused, mut made) = (0, 0);
    for room in rooms(size(&desk, "depositary.db") + 200, 4) {
        for (arguments, file) in
            [(&["backup", "backup.db"][..], "backup.db"), (&["init", "--register", "sqlite:new.db"][..], "new.db")]
        {
            let said = with_room_for(&desk, room, arguments);
            if said.code == 0 {
                made += 1;
            } else {
                complaint(&said, file);
                assert!(!desk.path(file).exists(), "{room} KiB: a part of {file} is there");
                refused += 1;
                desk.done(arguments);
            }
            root(&desk, &format!("sqlite:{file}"));
            std::fs::remove_file(desk.path(file)).unwrap();
        }
        assert_eq!(root(&desk, "sqlite:depositary.db"), original);
    }
    println!("backup and init: refused with {refused} limits, done with {made}");
    assert!(refused > 10 && made > 0);
}

#[test]
fn a_full_disk_answers_as_ever() {
    let desk = Desk::packaged();
    for question in [&["verify"][..], &["status", "IV-13", "--as-at", "2026-02-01"], &["explain", "IV-13", "Mali"]] {
        let said = with_room_for(&desk, 0, question);
        assert_eq!((said.code, said.out), (0, desk.done(question)), "{}", said.err);
    }
}

#[test]
fn an_erasure_that_has_no_room_to_overwrite_the_words_says_so() {
    let desk = Desk::packaged();
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n");
    desk.write("words.txt", "whom to call");
    let entry = desk.entries() + 1;
    desk.done(&["record", "act.csv", "--confide", "contact=words.txt"]);
    // Room to record it beside the database, and none in the database.
    let said = with_room_for(&desk, 64, &["erase", &entry.to_string(), "--because", "asked for"]);
    let expected = format!("recorded entry {}: erased, but the words may still be in the files of", entry + 1);
    assert!(said.code == 2 && said.err.contains(&expected), "{said:?}");
    assert_eq!(desk.entries(), entry + 1);
    let database = std::fs::read(desk.path("depositary.db")).unwrap();
    assert!(!database.windows(12).any(|part| part == b"whom to call"), "they are gone since there is room");
}

#[test]
fn what_is_recorded_and_can_not_be_printed_is_recorded_all_the_same() {
    let desk = Desk::packaged();
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n");
    let entry = desk.entries() + 1;
    let unheard = r#"exec "$0" "$@" > /dev/full"#;
    let said = Said::by(desk.command_by("bash", &["-c", unheard], &["record", "act.csv"]));
    assert!(said.code == 2 && said.err.contains(&format!("recorded entry {entry}\nThis is done, but")), "{said:?}");
    assert_eq!(desk.entries(), entry);
}

#[test]
fn a_key_that_has_no_room_takes_no_place() {
    let desk = Desk::packaged();
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n");
    let (before, key) = (root(&desk, "sqlite:depositary.db"), std::fs::read(desk.path("depositary.key")).unwrap());
    let said = with_room_for(&desk, 0, &["replace-key", "--because", "yearly"]);
    assert_eq!(said.code, 2, "{}", said.out);
    assert!(said.err.contains("depositary.key") || said.err.contains("depositary.db"), "{}", said.err);
    assert_eq!(root(&desk, "sqlite:depositary.db"), before);
    assert_eq!(std::fs::read(desk.path("depositary.key")).unwrap(), key);
    desk.done(&["record", "act.csv"]);
}
