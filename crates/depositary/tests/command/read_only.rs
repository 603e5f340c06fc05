//! A register in a folder where nothing may be written: it answers as ever, and what would change it is refused, with the
//! reason.

use std::fs::Permissions;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::Command;

use crate::desk::{Desk, Said};

/// A folder in which nothing can be written, until this goes.
struct Sealed<'d>(&'d Desk);

const FILES: [&str; 3] = ["depositary.db", "depositary.db-wal", "depositary.db-shm"];

impl<'d> Sealed<'d> {
    fn new(desk: &'d Desk) -> Self {
        allow(desk, 0o555, 0o444);
        Self(desk)
    }

    /// Root may write anywhere: it does it without that power.
    fn command(&self, arguments: &[&str]) -> Command {
        let mine = std::fs::metadata(self.0.path("")).unwrap().uid();
        let without = ["--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-all"];
        if mine == 0 { self.0.command_by("setpriv", &without, arguments) } else { self.0.command(arguments) }
    }

    fn done(&self, arguments: &[&str]) -> String {
        let said = Said::by(self.command(arguments));
        assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
        said.out
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let said = Said::by(self.command(arguments));
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?} was not refused");
        said.err
    }
}

impl Drop for Sealed<'_> {
    fn drop(&mut self) {
        allow(self.0, 0o755, 0o644);
    }
}

fn allow(desk: &Desk, folder: u32, file: u32) {
    for name in FILES.iter().filter(|name| desk.path(name).exists()) {
        std::fs::set_permissions(desk.path(name), Permissions::from_mode(file)).unwrap();
    }
    std::fs::set_permissions(desk.path(""), Permissions::from_mode(folder)).unwrap();
}

const QUESTIONS: [&[&str]; 8] = [
    &["status", "IV-13", "--as-at", "2026-02-01"],
    &["state", "Mali", "--as-at", "2026-02-01"],
    &["explain", "IV-13", "Mali", "--as-at", "2026-02-01"],
    &["history", "IV-13", "Japan", "--as-at", "2026-02-01"],
    &["verify"],
    &["checkpoint"],
    &["prove", "300"],
    &["report", "status-2003"],
];

const CHANGES: [&[&str]; 3] = [&["record", "act.csv"], &["import", "act.csv"], &["replace-key", "--because", "yearly"]];

/// It answers as told, whatever is tried meanwhile to change it.
fn answers(desk: &Desk, answers: &[String; 8]) {
    desk.write("act.csv", "treaty,party,action,date\nIV-13,China,accession,2026-01-05\n");
    let files = || FILES.map(|name| std::fs::read(desk.path(name)).ok());
    let before = files();
    let sealed = Sealed::new(desk);
    let answer_all = || {
        for (question, answer) in QUESTIONS.iter().zip(answers) {
            assert_eq!(sealed.done(question), *answer, "{question:?}");
        }
    };
    answer_all();
    for change in CHANGES {
        let complaint = sealed.refused(change);
        let place = "depositary.db could not be written: the disk or the file is for reading only";
        assert!(complaint.contains(place) && complaint.contains("Nothing was changed"), "{change:?}: {complaint}");
    }
    answer_all();
    // What the database keeps beside itself for whoever has it open may differ.
    assert_eq!(files()[..2], before[..2], "nothing was changed");
}

#[test]
fn a_register_at_rest() {
    let desk = Desk::packaged();
    answers(&desk, &QUESTIONS.map(|question| desk.done(question)));
}

/// A register that somebody was killed at: what was recorded last is still in the file beside it.
fn left_by_the_killed(beside: &[&str]) -> (Desk, [String; 8]) {
    let (desk, left) = (Desk::packaged(), Desk::bare());
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n");
    let reader = rusqlite::Connection::open(desk.path("depositary.db")).unwrap();
    reader.query_row("SELECT count(*) FROM entry", [], |_| Ok(())).unwrap();
    desk.done(&["record", "act.csv"]);
    for name in ["depositary.db", "depositary.key"].iter().chain(beside) {
        std::fs::copy(desk.path(name), left.path(name)).unwrap();
    }
    drop(reader);
    let answers = QUESTIONS.map(|question| desk.done(question));
    assert!(answers[0].contains("Japan"), "{}", answers[0]);
    (left, answers)
}

#[test]
fn a_register_that_somebody_was_killed_at() {
    let (desk, told) = left_by_the_killed(&["depositary.db-wal", "depositary.db-shm"]);
    answers(&desk, &told);
}

/// As in a copy of the files that matter.
#[test]
fn a_register_with_what_was_recorded_last_beside_it() {
    let (desk, told) = left_by_the_killed(&["depositary.db-wal"]);
    answers(&desk, &told);
}

#[test]
fn nothing_new_is_made_there() {
    let desk = Desk::packaged();
    let sealed = Sealed::new(&desk);
    let made: [(&[&str], &str); 4] = [
        (&["init", "--register", "sqlite:new.db"], "new.db could not be written"),
        (&["backup", "backup.db"], "backup.db could not be written"),
        (&["snapshot"], "depositary.snapshot could not be written"),
        (&["report", "status-2003", "--out", "paper.html"], "paper.html can't be written"),
    ];
    for (arguments, place) in made {
        let complaint = sealed.refused(arguments);
        assert!(complaint.contains(place), "{arguments:?}: {complaint}");
    }
}
