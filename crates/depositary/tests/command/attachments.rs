//! Papers that entries rest on, and words in confidence: recorded, found again, erased, and never where they should not be.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::desk::{Desk, Said};
use crate::storage::{BUCKET, KEY, SECRET, Storage};

const ACT: &str = "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n";
const SCAN: &[u8] = b"%PDF-1.7\n% an instrument, signed and sealed\n";
const WORDS: &str = "The original was handed over by Ms Example, +41 22 555 01 23.\n";

/// A register in which an accession was recorded with a scan and with words in confidence, and the number of its entry.
fn recorded() -> (Desk, String) {
    let desk = Desk::packaged();
    desk.write("act.csv", ACT).write("scan.pdf", SCAN).write("words.txt", WORDS);
    desk.done(&["record", "act.csv", "--attach", "scan.pdf", "--confide", "note=words.txt"]);
    let entry = desk.entries().to_string();
    (desk, entry)
}

fn body(desk: &Desk, entry: &str) -> Value {
    desk.done(&["checkpoint", "--public-key", "--out", "register.pub"]);
    desk.done(&["prove", entry, "--out", "entry.proof"]);
    desk.json(&["verify", "entry.proof", "--public-key", "register.pub"])["body"].clone()
}

fn kept(desk: &Desk, sha256: &str) -> PathBuf {
    desk.path("depositary.attachments").join(&sha256[..2]).join(&sha256[2..])
}

/// Every file below a folder in which some bytes occur.
fn holding(folder: &Path, bytes: &[u8]) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read(&path).unwrap().windows(bytes.len()).any(|window| window == bytes) {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn a_paper_comes_back_as_it_was_recorded() {
    let (desk, entry) = recorded();
    let attachment = body(&desk, &entry)["attachments"][0].clone();
    let sha256 = attachment["sha256"].as_str().unwrap();
    assert_eq!((&attachment["name"], &attachment["media-type"]), (&json!("scan.pdf"), &json!("application/pdf")));
    assert_eq!(std::fs::read(kept(&desk, sha256)).unwrap(), SCAN);
    for arguments in [vec![entry.as_str()], vec![&entry, sha256], vec![&entry, &sha256[..8]]] {
        let asked: Vec<&str> = ["attachment"].into_iter().chain(arguments).chain(["--out", "back.pdf"]).collect();
        desk.done(&asked);
        assert_eq!(std::fs::read(desk.path("back.pdf")).unwrap(), SCAN);
        std::fs::remove_file(desk.path("back.pdf")).unwrap();
    }
    let complaint = desk.refused(&["attachment", &entry, "ffff"]);
    assert!(complaint.contains("has no attachment ffff; it has") && complaint.contains(sha256), "{complaint}");
    assert!(desk.refused(&["attachment", "7"]).contains("entry 7 has no attachments"));
    assert!(desk.refused(&["attachment", "99999"]).contains("none of number 99999"));
    let said = desk.done(&["verify", "--attachments"]);
    assert!(said.contains("1 attachment, as recorded"), "{said}");
    assert_eq!(desk.json(&["verify", "--attachments"])["attachments"], 1);
}

#[test]
fn an_altered_and_a_missing_paper_are_found() {
    let (desk, entry) = recorded();
    let attachment = body(&desk, &entry)["attachments"][0].clone();
    let path = kept(&desk, attachment["sha256"].as_str().unwrap());
    let mut altered = SCAN.to_vec();
    altered[20] ^= 1;
    std::fs::write(&path, altered).unwrap();
    let said = desk.run(&["verify", "--attachments"]);
    assert_eq!(said.code, 1);
    assert!(
        said.out.contains(&format!("entry {entry}: ")) && said.out.contains("not what was recorded"),
        "{}",
        said.out
    );
    assert!(desk.refused(&["attachment", &entry, "--out", "back.pdf"]).contains("is not what was recorded"));
    assert!(!desk.path("back.pdf").exists(), "what is not right is not handed out");
    assert_eq!(desk.run(&["verify"]).code, 0, "of the register itself nothing was changed");
    std::fs::remove_file(&path).unwrap();
    let said = desk.run(&["verify", "--attachments", "--format", "json"]);
    assert_eq!(said.code, 1);
    let found: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (&found["verified"], &found["faults"][0]["entry"]),
        (&json!(false), &json!(entry.parse::<u64>().unwrap()))
    );
    assert!(found["faults"][0]["what"].as_str().unwrap().contains("is not at"), "{found}");
}

#[test]
fn words_in_confidence_are_shown_to_the_officer_and_erased_for_good() {
    let (desk, entry) = recorded();
    std::fs::remove_file(desk.path("words.txt")).unwrap();
    let said = desk.json(&["disclose", &entry]);
    assert_eq!((&said[0]["label"], &said[0]["words"]), (&json!("note"), &json!(WORDS)));
    assert!(!body(&desk, &entry).to_string().contains("Ms Example"), "no proof carries the words");
    assert_eq!(holding(desk.path(".").as_path(), b"Ms Example").len(), 1, "they are in the register, and nowhere else");
    desk.done(&["erase", &entry, "--because", "asked for by the person concerned"]);
    assert_eq!(holding(desk.path(".").as_path(), b"Ms Example"), Vec::<PathBuf>::new());
    assert_eq!(holding(desk.path(".").as_path(), b"555 01 23"), Vec::<PathBuf>::new());
    assert_eq!(desk.json(&["disclose", &entry])[0]["words"], Value::Null);
    desk.done(&["verify", "--attachments"]);
    let again = desk.refused(&["erase", &entry, "--because", "again"]);
    assert!(again.contains("has been erased already"), "{again}");
}

#[test]
fn words_are_read_from_standard_input_too() {
    let desk = Desk::packaged();
    desk.write("act.csv", ACT);
    let mut command = desk.command(&["record", "act.csv", "--confide", "contact=-"]);
    let mut process = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    std::io::Write::write_all(&mut process.stdin.take().unwrap(), WORDS.as_bytes()).unwrap();
    assert!(process.wait().unwrap().success());
    let entry = desk.entries().to_string();
    assert_eq!(desk.json(&["disclose", &entry])[0]["words"], WORDS);
}

#[test]
fn nothing_is_recorded_with_what_can_not_be_kept() {
    let desk = Desk::packaged();
    desk.write("act.csv", ACT)
        .write("empty", b"")
        .write("words.txt", WORDS)
        .write("scan.pdf", SCAN)
        .write("noise", [255]);
    desk.write("two.csv", format!("{ACT}IV-13,China,accession,2026-01-05\n"));
    desk.write("bad.csv", ACT.replace("2026-01-05", "2026-02-30"));
    let before = desk.entries();
    for (arguments, because) in [
        (&["act.csv", "--attach", "nowhere.pdf"][..], "nowhere.pdf can't be read"),
        (&["act.csv", "--attach", "empty"], "it is empty"),
        (&["act.csv", "--attach", "scan.pdf", "--attachments", "ftp://x"], "no place for attachments"),
        (&["act.csv", "--attach", "scan.pdf", "--attachments", "act.csv"], "could not be"),
        (&["act.csv", "--confide", "words.txt"], "takes a label and a file"),
        (&["act.csv", "--confide", "Private Note=words.txt"], "a label is public"),
        (&["act.csv", "--confide", "note=empty"], "holds no words"),
        (&["act.csv", "--confide", "note=noise"], "can't be read"),
        (&["act.csv", "--confide", "a=-", "--confide", "b=-"], "no words"),
        (&["two.csv", "--attach", "scan.pdf"], "`record` takes one"),
        (&["bad.csv", "--attach", "scan.pdf"], "2026-02-30"),
    ] {
        let arguments: Vec<&str> = ["record"].into_iter().chain(arguments.iter().copied()).collect();
        let complaint = desk.refused(&arguments);
        assert!(complaint.contains(because), "{arguments:?}: {complaint}");
    }
    assert_eq!(desk.entries(), before);
    assert!(!desk.path("depositary.attachments").exists(), "nothing was kept either");
    desk.done(&["record", "act.csv", "--attach", "scan.pdf"]);
    let complaint = desk.refused(&["record", "act.csv", "--attach", "scan.pdf"]);
    assert!(!complaint.is_empty(), "the same act again carries nothing: {complaint}");
}

#[test]
fn several_papers_are_told_apart() {
    let desk = Desk::packaged();
    desk.write("act.csv", ACT).write("scan.pdf", SCAN).write("note.txt", "Received on paper.\n");
    desk.done(&["record", "act.csv", "--attach", "scan.pdf", "--attach", "note.txt"]);
    let entry = desk.entries().to_string();
    let complaint = desk.refused(&["attachment", &entry]);
    assert!(complaint.contains("has 2 attachments") && complaint.contains("(note.txt)"), "{complaint}");
    let note = body(&desk, &entry)["attachments"][1].clone();
    assert_eq!(note["media-type"], "text/plain");
    assert_eq!(desk.done(&["attachment", &entry, note["sha256"].as_str().unwrap()]), "Received on paper.\n");
}

/// Runs with credentials for storage.
fn with_storage(desk: &Desk, secret: &str, place: &str, arguments: &[&str]) -> Said {
    let mut command: Command = desk.command(arguments);
    command.env("AWS_ACCESS_KEY_ID", KEY).env("AWS_SECRET_ACCESS_KEY", secret).env("DEPOSITARY_ATTACHMENTS", place);
    let output = command.output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn papers_are_kept_in_storage_that_speaks_s3() {
    let (desk, storage) = (Desk::packaged(), Storage::started());
    let place = storage.address(BUCKET);
    let run = |arguments: &[&str]| with_storage(&desk, SECRET, &place, arguments);
    desk.write("act.csv", ACT).write("scan.pdf", SCAN);
    let said = run(&["record", "act.csv", "--attach", "scan.pdf"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(!desk.path("depositary.attachments").exists());
    let entry = desk.entries().to_string();
    assert_eq!(run(&["attachment", &entry, "--out", "back.pdf"]).code, 0);
    assert_eq!(std::fs::read(desk.path("back.pdf")).unwrap(), SCAN);
    let said = run(&["verify", "--attachments"]);
    assert_eq!((said.code, said.out.contains("1 attachment, as recorded")), (0, true), "{}{}", said.out, said.err);
    // In another place it is missing, which is a fault; of a place that can't be read, nothing can be said.
    let said = desk.run(&["verify", "--attachments"]);
    assert_eq!((said.code, said.out.contains("is not at")), (1, true), "{}{}", said.out, said.err);
    let said = desk.run(&["verify", "--attachments=elsewhere"]);
    assert_eq!((said.code, said.out.contains("is not at elsewhere")), (1, true), "{}{}", said.out, said.err);
}

#[test]
fn what_storage_refuses_is_said_without_any_secret() {
    let (desk, storage) = (Desk::packaged(), Storage::started());
    desk.write("act.csv", ACT).write("scan.pdf", SCAN);
    let before = desk.entries();
    let place = storage.address(BUCKET);
    let record = ["record", "act.csv", "--attach", "scan.pdf"];
    for (secret, place, because) in [
        ("another/secret+of+nobody", place.as_str(), "the credentials are not those of the storage"),
        (SECRET, &storage.address("no-such-bucket"), "there is no such bucket"),
        (SECRET, "s3://treaty-papers?endpoint=http://127.0.0.1:1", "could not be read"),
        ("", &place, "set AWS_ACCESS_KEY_ID"),
    ] {
        let said = with_storage(&desk, secret, place, &record);
        assert_eq!(said.code, 2, "{}", said.out);
        assert!(said.err.contains(because), "{}", said.err);
        for secret in [KEY, SECRET, "another/secret", "Signature=", "X-Amz"] {
            assert!(!said.err.contains(secret) && !said.out.contains(secret), "{}", said.err);
        }
    }
    assert_eq!(desk.entries(), before, "nothing was recorded");
}
