//! A witness cosigns a register's checkpoints, and no other past of it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::desk::Desk;

const ACT: &str = "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n";

/// A running witness.
struct Witness {
    process: Child,
    key: String,
    address: String,
}

impl Witness {
    /// Starts it, and waits until it says where it listens.
    fn started(desk: &Desk) -> Self {
        let arguments =
            ["witness", "--listen", "127.0.0.1:0", "--log", "register.pub", "--name", "example.org/witness"];
        let mut process = desk.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
        let key = lines.next().expect("it says its key");
        let address = lines.next().expect("it says where it listens");
        let address = address.split_once("http://").unwrap().1.split('/').next().unwrap().to_owned();
        Self { process, key, address }
    }

    fn cosign<'a>(&'a self, url: &'a str) -> [&'a str; 5] {
        ["cosign", "--witness", url, "--witness-key", &self.key]
    }

    fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Asks for something as it stands, and returns the whole answer.
    fn ask(&self, method: &str, path: &str, body: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.address,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        // Who is refused early may not get to say everything.
        drop(stream.write_all(body));
        let mut answer = Vec::new();
        drop(stream.read_to_end(&mut answer));
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// A register, and beside it what a witness of it needs.
fn with_public_key() -> Desk {
    let desk = Desk::packaged();
    desk.done(&["checkpoint", "--public-key", "--out", "register.pub"]);
    desk
}

#[test]
fn a_register_that_grows_is_cosigned_and_one_that_was_changed_is_not() {
    let desk = with_public_key();
    let witness = Witness::started(&desk);
    let url = witness.url();
    let cosign = witness.cosign(&url);
    let said = desk.done(&cosign);
    assert!(said.starts_with("example.org/witness cosigned the checkpoint of "), "{said}");
    assert!(desk.done(&["checkpoint"]).contains("\n\u{2014} example.org/witness "), "the note carries the cosignature");
    std::fs::copy(desk.path("depositary.db"), desk.path("older.db")).unwrap();
    desk.write("act.csv", ACT).done(&["record", "act.csv"]);
    assert!(!desk.done(&["checkpoint"]).contains("example.org/witness"), "the new one has not been seen yet");
    desk.done(&cosign);
    desk.done(&cosign);
    let entry = desk.entries().to_string();
    desk.done(&["prove", &entry, "--out", "entry.proof"]);
    assert!(std::fs::read_to_string(desk.path("entry.proof")).unwrap().contains("example.org/witness"));
    desk.done(&["verify", "entry.proof", "--public-key", "register.pub"]);

    let older = ["--register", "sqlite:older.db", "--key", "depositary.key"];
    let on_older = |arguments: &[&str]| desk.run(&[arguments, &older].concat());
    let rolled_back = on_older(&cosign);
    assert_eq!(rolled_back.code, 1, "{}", rolled_back.err);
    assert!(rolled_back.err.contains("has been rolled back"), "{}", rolled_back.err);
    // Written anew from there, with as many entries and with more.
    desk.write("other.csv", ACT.replace("01-05", "01-06"));
    assert_eq!(on_older(&["record", "other.csv"]).code, 0);
    for more in ["China", "Malta"] {
        let forked = on_older(&cosign);
        assert_eq!(forked.code, 1, "{}", forked.err);
        assert!(forked.err.contains("another past"), "{}", forked.err);
        desk.write("more.csv", ACT.replace("Japan", more));
        assert_eq!(on_older(&["record", "more.csv"]).code, 0);
    }
    desk.done(&cosign);
    desk.done(&["verify"]);
}

#[test]
fn a_witness_remembers_after_it_was_started_anew() {
    let desk = with_public_key();
    let first = Witness::started(&desk);
    let key = first.key.clone();
    let second = desk.run(&["witness", "--listen", "127.0.0.1:0", "--log", "register.pub"]);
    assert_eq!((second.code, second.err.contains("another witness is using")), (2, true), "{}", second.err);
    desk.write("act.csv", ACT).done(&["record", "act.csv"]);
    desk.done(&first.cosign(&first.url()));
    drop(first);
    std::fs::copy(desk.path("depositary.db"), desk.path("older.db")).unwrap();
    let again = Witness::started(&desk);
    assert_eq!(again.key, key, "the key is made once");
    let known = again.ask("POST", "/add-checkpoint", request(&desk).as_bytes());
    assert!(known.starts_with("HTTP/1.1 409 ") && known.contains("content-type: text/x.tlog.size\r\n"), "{known}");
    assert!(known.ends_with(&format!("\r\n\r\n{}\n", desk.entries())), "{known}");
    drop(again);
    std::fs::remove_file(desk.path("witness.state")).unwrap();
    let forgetful = desk.run(&["witness", "--listen", "127.0.0.1:0", "--log", "register.pub"]);
    assert_eq!((forgetful.code, forgetful.err.contains("might sign another past")), (2, true), "{}", forgetful.err);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(desk.path("witness.key").metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}

/// What asks for the first cosignature on the last checkpoint.
fn request(desk: &Desk) -> String {
    format!("old 0\n\n{}", desk.done(&["checkpoint"]))
}

#[test]
fn the_answers_of_the_specification() {
    let desk = with_public_key();
    let other = Desk::packaged();
    let witness = Witness::started(&desk);
    let good = request(&desk);
    let size = desk.entries();
    let beyond = good.replacen("old 0", &format!("old {}", size + 1), 1);
    for (body, status) in [
        (b"".as_slice(), 400),
        (b"\xff\xfe", 400),
        (b"old 0\n", 400),
        (beyond.as_bytes(), 400),
        (request(&other).as_bytes(), 404),
        (good.replacen(&format!("\n{size}\n"), &format!("\n{}\n", size + 1), 1).as_bytes(), 403),
        (good.replacen("old 0\n", &format!("old 0\n{}=\n", "A".repeat(43)), 1).as_bytes(), 422),
        ("x".repeat(100_000).as_bytes(), 413),
        (good.as_bytes(), 200),
        (good.as_bytes(), 409),
    ] {
        let answer = witness.ask("POST", "/add-checkpoint", body);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{status}: {answer}");
    }
    assert!(witness.ask("GET", "/add-checkpoint", b"").starts_with("HTTP/1.1 405 "));
    assert!(witness.ask("GET", "/", b"").starts_with("HTTP/1.1 404 "));
}

#[test]
fn a_witness_that_can_not_be_asked_or_is_somebody_else() {
    let desk = with_public_key();
    let witness = Witness::started(&desk);
    let url = witness.url();
    let key = std::fs::read_to_string(desk.path("register.pub")).unwrap();
    let complaint = desk.refused(&["cosign", "--witness", &url, "--witness-key", key.trim()]);
    assert!(complaint.contains("no cosignature with its key"), "{complaint}");
    let complaint = desk.refused(&witness.cosign("http://127.0.0.1:1/"));
    assert!(complaint.contains("can't be asked"), "{complaint}");
    let complaint = desk.refused(&witness.cosign("nowhere"));
    assert!(complaint.contains("can't be asked"), "{complaint}");
    assert!(!desk.done(&["checkpoint"]).contains("example.org/witness"), "nothing was kept");
    let complaint = desk.refused(&["witness", "--listen", "127.0.0.1:0", "--log", &witness.key]);
    assert!(complaint.contains("not of a log"), "{complaint}");
}
