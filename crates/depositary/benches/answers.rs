//! How long a person waits: whole processes, on a register of the packaged facts. The peer in the same run is the SQLite
//! library alone, opening the same file and reading every row of it, and a process that does nothing.
//!
//! `cargo bench -p depositary --bench answers`

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first thing that is wrong")]

use std::path::PathBuf;
use std::process::{Command, Stdio};

use divan::Bencher;

fn main() {
    divan::main();
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn packaged() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.run(&["init"]);
        desk
    }

    fn register(&self) -> PathBuf {
        self.folder.path().join("depositary.db")
    }

    fn run(&self, arguments: &[&str]) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_depositary"));
        let status = command.args(arguments).current_dir(self.folder.path()).stdout(Stdio::null()).status().unwrap();
        assert!(status.success());
    }
}

#[divan::bench]
fn nothing_at_all(bencher: Bencher) {
    bencher.bench(|| Command::new("true").status().unwrap());
}

#[divan::bench]
fn sqlite_reads_every_row(bencher: Bencher) {
    let desk = Desk::packaged();
    bencher.bench(|| {
        let connection = rusqlite::Connection::open(desk.register()).unwrap();
        let mut select = connection.prepare("SELECT body FROM entry ORDER BY number").unwrap();
        let rows = select.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.map(|body| body.unwrap().len()).sum::<usize>()
    });
}

#[divan::bench]
fn status(bencher: Bencher) {
    let desk = Desk::packaged();
    bencher.bench(|| desk.run(&["status", "IV-13", "--as-at", "2024-01-01"]));
}

#[divan::bench]
fn explain(bencher: Bencher) {
    let desk = Desk::packaged();
    bencher.bench(|| desk.run(&["explain", "IV-13", "Mali"]));
}

#[divan::bench(sample_count = 20)]
fn report_as_pdf(bencher: Bencher) {
    let desk = Desk::packaged();
    bencher.bench(|| desk.run(&["report", "status-2003", "--format", "pdf", "--out", "report.pdf"]));
}
