//! A process that is killed while it imports leaves all of the import, or nothing.

use std::fmt::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::desk::Desk;

/// Enough acts for an import to take a while: thirty treaties, each signed and ratified by sixty States.
fn a_large_import(desk: &Desk) {
    let parties = desk.done(&["status", "IV-13", "--as-at", "2024-01-01", "--format", "csv"]);
    let codes: Vec<&str> = parties.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    let mut acts = "treaty,party,action,date,note\n".to_owned();
    for treaty in 0..30 {
        let file = format!(
            "treaty = \"X-{treaty}\"\ndepositary = \"x\"\nadopted = {{ on = 2000-01-01 }}\n[title]\nen = \"Example {treaty}\"\n"
        );
        desk.write(&format!("x-{treaty}.toml"), file);
        for code in &codes {
            let note = "x".repeat(400);
            writeln!(acts, "X-{treaty},{code},signature,2001-01-01,{note}").unwrap();
            writeln!(acts, "X-{treaty},{code},ratification,2002-01-01,{note}").unwrap();
        }
    }
    desk.write("acts.csv", acts);
}

fn arguments() -> Vec<String> {
    let treaties = (0..30).map(|treaty| format!("x-{treaty}.toml"));
    ["import".to_owned()].into_iter().chain(treaties).chain(["acts.csv".to_owned()]).collect()
}

#[test]
fn killed_at_any_point() {
    let desk = Desk::packaged();
    a_large_import(&desk);
    let arguments = arguments();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    std::fs::copy(desk.path("depositary.db"), desk.path("before.db")).unwrap();
    let before = desk.entries();
    let started = Instant::now();
    desk.done(&arguments);
    let whole = started.elapsed();
    let after = desk.entries();
    assert!(after > before + 3000);
    let (mut none, mut all) = (0, 0);
    for point in 0..60 {
        restore(&desk);
        kill_after(&desk, &arguments, whole * point / 50);
        match desk.entries() {
            entries if entries == before => none += 1,
            entries if entries == after => all += 1,
            entries => panic!("{entries} entries: neither {before} nor {after}"),
        }
    }
    assert!(none > 0, "no import was killed in time for the test to mean anything");
    assert_eq!(none + all, 60);
}

/// Puts the register back as it was before any import.
fn restore(desk: &Desk) {
    for suffix in ["-wal", "-shm"] {
        drop(std::fs::remove_file(desk.path(&format!("depositary.db{suffix}"))));
    }
    std::fs::copy(desk.path("before.db"), desk.path("depositary.db")).unwrap();
}

fn kill_after(desk: &Desk, arguments: &[&str], after: Duration) {
    let mut child = desk.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let started = Instant::now();
    while started.elapsed() < after && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    // A process that has ended already can't be killed, which is fine: then everything must be there.
    drop(child.kill());
    child.wait().unwrap();
}
