//! The log as a visitor and as a program gets it.

use axum::http::StatusCode;
use register::log::{Checkpoint, ProofFile};
use site::Source;

use crate::register::Packaged;
use crate::visit::{visit, visit_of};

#[tokio::test]
async fn the_page_says_what_the_log_is_and_how_to_check_it() {
    let register = Packaged::new();
    let (entries, key) = (register.len(), register.log.public_key());
    let page = visit_of(register, "/log").await;
    assert_eq!(page.status, StatusCode::OK);
    let words = page.words();
    assert!(words.contains(&format!("It was signed for {entries} entries, and seen by the witness")), "{words}");
    assert!(page.body.contains(&key.replace('+', "&#43;")) || page.body.contains(&key), "its key");
    assert!(words.contains("entries 1 to 2: example.org/log+00000000+former"), "{words}");
    assert!(words.contains("depositary verify entry-1.proof --public-key KEY"));
    assert!(page.body.contains("example.org/&#60;witness&#62;") && !page.body.contains("<witness>"));
    assert!(visit("/").await.body.contains("<a href=\"/log\">"), "every page leads there");
}

#[tokio::test]
async fn a_proof_comes_as_a_file_that_holds() {
    let register = Packaged::new();
    let key = register.log.public_key().parse().expect("a key");
    let page = visit_of(register, "/log/proof/7").await;
    assert_eq!(page.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(page.header("content-disposition"), "attachment; filename=\"entry-7.proof\"");
    let proven = page.body.parse::<ProofFile>().expect("a proof").verify(&key).expect("it holds");
    assert_eq!(proven.index, 6);
    let asked = visit("/log/proof?entry=+7").await;
    assert_eq!((asked.status, asked.header("location")), (StatusCode::SEE_OTHER, "/log/proof/7"));
}

#[tokio::test]
async fn checkpoints_come_as_text_that_is_asked_for_anew() {
    let register = Packaged::new();
    let key = register.log.public_key().parse().expect("a key");
    let page = visit_of(register, "/log/checkpoint/12").await;
    assert_eq!(page.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(page.header("cache-control"), "public, no-cache");
    assert_eq!(Checkpoint::open(&page.body, &key).expect("signed").size(), 12);
    let last = visit("/checkpoint").await;
    assert!(last.body.contains("\u{2014} example.org/log "), "{}", last.body);
}

#[tokio::test]
async fn tiles_are_for_good() {
    let register = Packaged::new();
    let expected = register.log().tile("tile/entries/000").expect("read").expect("there");
    let page = visit_of(register, "/tile/entries/000").await;
    assert_eq!((page.status, page.header("content-type")), (StatusCode::OK, "application/octet-stream"));
    assert!(page.header("cache-control").contains("immutable"));
    assert_eq!(page.body.as_bytes(), String::from_utf8_lossy(&expected).as_bytes());
    assert_eq!(visit("/tile/0/000").await.status, StatusCode::OK);
    assert_eq!(visit("/tile/0/000.p/7").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_not_in_the_log_is_not_found() {
    for path in [
        "/log/proof/0",
        "/log/proof/07",
        "/log/proof/-1",
        "/log/proof/+7",
        "/log/proof/999999999",
        "/log/proof/18446744073709551615",
        "/log/proof/99999999999999999999999",
        "/log/proof/%FF",
        "/log/proof/%3Cscript%3E",
        "/log/proof",
        "/log/proof?entry=",
        "/log/proof?entry=7x",
        "/log/checkpoint/0",
        "/log/checkpoint/999999999",
        "/log/checkpoint/18446744073709551615",
        "/log/checkpoint/..%2F..%2Fetc",
        "/tile/0/999",
        "/tile/0/x018/x446/x744/x073/x709/x551/615",
        "/tile/63/x018/x446/x744/x073/x709/x551/615",
        "/tile/entries/x018/x446/x744/x073/x709/x551/615",
        "/tile/entries/x999/x999/x999/x999/x999/x999/x999/999",
        "/tile/entries/000.p/0",
        "/tile/entries/000.p/256",
        "/tile/entries/000.p/-1",
        "/tile/entries/..%2F000",
        "/tile/entries/%00",
        "/tile/entries/%FF",
        "/tile/64/000",
        "/tile/0/000/",
        "/tile/8/0/000",
        "/tile/",
        "/tile",
        "/checkpoint/1",
    ] {
        let page = visit(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!page.body.contains("<script"), "{path}");
    }
    let beyond = visit("/log/proof/999999999").await;
    assert!(beyond.words().contains("and not 999999999."), "{}", beyond.words());
}

#[tokio::test]
async fn a_damaged_log_is_said_to_be_damaged() {
    for path in ["/log", "/checkpoint", "/log/proof/7", "/log/checkpoint/7", "/tile/0/000"] {
        let page = visit_of(Packaged::damaged(), path).await;
        assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        assert!(page.body.contains("Entry 7 is not what was recorded"), "{path}");
    }
    let empty = visit_of(Packaged::empty(), "/log").await;
    assert_eq!(empty.status, StatusCode::OK);
}
