//! A site that is being served, and what it shows of what others record meanwhile.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::desk::Desk;

/// A running process that serves pages.
pub struct Site {
    process: Child,
    address: String,
}

impl Site {
    /// Starts it, and waits until it says where it serves.
    pub fn started(desk: &Desk, arguments: &[&str]) -> Self {
        let mut process = desk.command(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let line = line.unwrap();
            line.split_once("http://").map(|(_, rest)| rest.split('/').next().unwrap().to_owned())
        });
        Self { process, address: address.expect("it says where it serves") }
    }

    pub fn get(&self, path: &str) -> String {
        String::from_utf8_lossy(&self.get_bytes(path)).into_owned()
    }

    pub fn get_bytes(&self, path: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut page = Vec::new();
        stream.read_to_end(&mut page).unwrap();
        page
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

#[test]
fn several_sites_show_at_once_what_is_recorded() {
    let desk = Desk::packaged();
    let serve = ["serve", "--listen", "127.0.0.1:0"];
    let sites = [Site::started(&desk, &serve), Site::started(&desk, &serve)];
    let page = "/treaties/IV-13?as-at=2026-06-01";
    assert!(sites.iter().all(|site| !site.get(page).contains("5 January 2026")));
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2026-01-05\n").done(&["record", "act.csv"]);
    assert!(sites.iter().all(|site| site.get(page).contains("5 January 2026")));
    // A correction changes more than it adds, and is shown as soon.
    let entry = desk.entries();
    desk.write(
        "correction.toml",
        format!("[correction]\ncorrects = {entry}\nbecause = \"entered for another State\"\n"),
    );
    desk.done(&["record", "correction.toml"]);
    assert!(sites.iter().all(|site| !site.get(page).contains("5 January 2026")));
}

#[test]
fn a_report_is_drawn_up_from_what_was_known_and_says_what_was_not_yet() {
    let desk = Desk::packaged();
    let site = Site::started(&desk, &["serve", "--listen", "127.0.0.1:0"]);
    let entries = desk.entries();
    let now = site.get(&format!("/reports/status-2003?known-at={entries}"));
    assert!(now.starts_with("HTTP/1.1 200") && now.contains("the Sudan"), "{now}");
    for form in ["status-2003", "status-2003.pdf"] {
        let then = site.get(&format!("/reports/{form}?known-at=100"));
        assert!(then.starts_with("HTTP/1.1 404") && then.contains("Not from what was known then"), "{then}");
    }
}

#[test]
fn a_body_that_a_resolution_set_up_says_so() {
    let desk = Desk::packaged();
    let page = Site::started(&desk, &["serve", "--listen", "127.0.0.1:0"]).get("/treaties/IV-3/body");
    assert!(
        page.contains("<b>18 seats</b>, by Economic and Social Council resolution 1985/17, which set it up"),
        "{page}"
    );
    assert!(!page.contains("Set up by article"));
}
