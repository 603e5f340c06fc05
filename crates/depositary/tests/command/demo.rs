//! The demonstration: one command, and everything is there.

use crate::desk::Desk;
use crate::site::Site;

#[test]
fn a_register_its_report_and_a_served_site() {
    let desk = Desk::bare();
    let demo = Site::started(&desk, &["demo", "--dir", "d", "--listen", "127.0.0.1:0"]);
    let page = demo.get("/treaties/IV-13?as-at=2003-07-01");
    drop(demo);
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("in force since 1 July 2003"), "{page}");
    let pdf = std::fs::read(desk.path("d/status-2003.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    let html = std::fs::read_to_string(desk.path("d/status-2003.html")).unwrap();
    assert!(html.contains("the Philippines"));
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
