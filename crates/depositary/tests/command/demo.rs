//! The demonstration: one command, and everything is there.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;

use crate::desk::Desk;

#[test]
fn a_register_its_report_and_a_served_site() {
    let desk = Desk::bare();
    let mut demo =
        desk.command(&["demo", "--dir", "d", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(demo.stdout.take().unwrap()).lines();
    let address = lines.find_map(|line| {
        let line = line.unwrap();
        line.split_once("http://").map(|(_, rest)| rest.split('/').next().unwrap().to_owned())
    });
    let page = get(&address.unwrap(), "/treaties/IV-13?as-at=2003-07-01");
    demo.kill().unwrap();
    demo.wait().unwrap();
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("in force since 1 July 2003"), "{page}");
    let pdf = std::fs::read(desk.path("d/status-2003.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    let html = std::fs::read_to_string(desk.path("d/status-2003.html")).unwrap();
    assert!(html.contains("the Philippines"));
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    page
}

#[test]
fn completions_and_manual_pages_come_from_the_same_definitions() {
    let desk = Desk::bare();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(desk.done(&["completions", shell]).contains("explain"), "{shell}");
    }
    desk.done(&["man", "--dir", "man"]);
    let page = std::fs::read_to_string(desk.path("man/depositary-explain.1")).unwrap();
    assert!(page.contains("known\\-at"), "{page}");
}
