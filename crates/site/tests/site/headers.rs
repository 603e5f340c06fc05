//! What answers tell the browser.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

use crate::register::Packaged;
use crate::visit::{read, visit};

#[tokio::test]
async fn every_answer_carries_the_policy() {
    for path in
        ["/", "/treaties/IV-13", "/treaties/none", "/states/MLI?as-at=x", "/nowhere", "/style.css", "/states/Mali"]
    {
        let page = visit(path).await;
        assert!(page.header("content-security-policy").starts_with("default-src 'self';"), "{path}");
        assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
    }
}

#[tokio::test]
async fn pages_need_no_script_and_bring_no_style_of_their_own() {
    for path in [
        "/",
        "/treaties/IV-13",
        "/treaties/IV-13/MLI",
        "/states",
        "/states/MLI",
        "/reports/status-2003",
        "/log",
        "/nowhere",
    ] {
        let page = visit(path).await.body;
        for forbidden in ["<script", "<style", " style=", " onclick=", "javascript:"] {
            assert!(!page.contains(forbidden), "{path}: {forbidden}");
        }
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        assert_eq!(page.matches("<main").count(), 1, "{path}");
        assert!(page.contains("<html lang=\"en\">") && page.contains("href=\"#content\""), "{path}");
    }
}

#[tokio::test]
async fn the_style_sheet_may_be_kept_for_long_under_an_address_that_changes_with_it() {
    let page = visit("/").await.body;
    let address = page.split_once("rel=\"stylesheet\" href=\"").expect("a link").1.split_once('"').expect("its end").0;
    assert!(address.starts_with("/style.css?") && address.len() > 20);
    let sheet = visit(address).await;
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    assert!(sheet.header("cache-control").contains("immutable"));
    assert!(!sheet.body.contains("url("));
}

#[tokio::test]
async fn a_page_that_a_browser_has_is_not_sent_again() {
    let first = visit("/treaties/IV-13").await;
    assert_eq!(first.header("cache-control"), "public, no-cache");
    let request = Request::get("/treaties/IV-13").header("if-none-match", first.header("etag"));
    let request = request.body(Body::empty()).expect("a request");
    let again = site::router(Packaged::new().shared()).oneshot(request).await.expect("an answer");
    let again = read(again).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
}

#[tokio::test]
async fn pages_are_for_reading_only() {
    let request = Request::post("/treaties/IV-13").body(Body::empty()).expect("a request");
    let page = read(site::router(Packaged::new().shared()).oneshot(request).await.expect("an answer")).await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(page.header("content-security-policy").contains("default-src 'self'"));
}
