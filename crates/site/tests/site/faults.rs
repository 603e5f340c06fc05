//! Questions that can't be answered, and what they are answered with.

use axum::http::StatusCode;

use crate::register::Packaged;
use crate::visit::{visit, visit_of};

#[tokio::test]
async fn a_treaty_that_is_not_there_is_answered_with_the_nearest() {
    let page = visit("/treaties/IV-31?as-at=2003-06-10").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.words().contains("The register holds no treaty “IV-31”."));
    assert!(page.body.contains("href=\"/treaties/IV-13?as-at=2003-06-10\""));
    let folded = visit("/treaties/iv-13").await;
    assert_eq!((folded.status, folded.header("location")), (StatusCode::SEE_OTHER, "/treaties/IV-13"));
}

#[tokio::test]
async fn a_state_that_is_not_there_is_answered_with_the_nearest() {
    for path in ["/states/Malii", "/treaties/IV-13/Malii"] {
        let page = visit(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.body.contains("href=\"/states/MLI\""), "{path}");
    }
}

#[tokio::test]
async fn a_day_that_is_none_is_answered_with_the_form_and_the_nearest_day() {
    for path in ["/treaties/IV-13", "/treaties/IV-13/MLI", "/states/MLI", "/states", "/reports/status-2003"] {
        let page = visit(&format!("{path}?as-at=2003-06-31")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{path}");
        assert!(page.words().contains("`2003-06-31` is not a date: write year-month-day, as in 2003-06-30."), "{path}");
        assert!(page.body.contains(&format!("<form method=\"get\" action=\"{path}\">")), "{path}");
        assert!(page.body.contains(&format!("href=\"{path}?as-at=2003-06-30\"")), "{path}");
    }
    let known = visit("/treaties/IV-13?known-at=soon&as-at=2003-06-10").await;
    assert_eq!(known.status, StatusCode::BAD_REQUEST);
    assert!(known.body.contains("name=\"as-at\" value=\"2003-06-10\""));
}

#[tokio::test]
async fn a_damaged_register_is_said_to_be_damaged() {
    for path in ["/", "/treaties/IV-13", "/states", "/states/MLI", "/treaties/IV-13/MLI"] {
        let page = visit_of(Packaged::damaged(), path).await;
        assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        assert!(page.body.contains("Entry 7 is not what was recorded: its &#60;hash&#62; differs."), "{path}");
    }
}

#[tokio::test]
async fn nothing_hostile_gets_through() {
    let script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27";
    for path in [
        format!("/treaties/{script}"),
        format!("/treaties/IV-13/{script}"),
        format!("/states/{script}"),
        format!("/states?name={script}"),
        format!("/reports/{script}"),
        format!("/treaties/IV-13?as-at={script}"),
        format!("/treaties/{script}?as-at={script}&known-at={script}"),
        format!("/treaties/IV-13?known-at={script}"),
        format!("/treaties/IV-13?sort={script}"),
    ] {
        let page = visit(&path).await;
        assert!(!page.body.to_lowercase().contains("<script"), "{path}");
        assert!(!page.body.contains("\"'"), "{path}");
    }
}

#[tokio::test]
async fn a_hostile_record_is_shown_as_text() {
    let act = "IV-13,Austria,signature,2001-01-01,,,unconfirmed,\"<img src=x>\",\"<b onclick=x> & co\"\n";
    let page = visit_of(Packaged::with_acts(act), "/treaties/IV-13").await;
    assert!(!page.body.contains("<img") && !page.body.contains("<b onclick"));
    assert!(page.body.contains("&#60;img src=x&#62;"));
}

#[tokio::test]
async fn no_question_breaks_a_page() {
    let days = ["0000-01-01", "9999-12-31", "0001-02-28", "", "%FF", "2003-06-10%00", "+", "%F0%9F%92%A9"];
    let knowns = ["0", "1", "18446744073709551615", "99999999999999999999", "9999-12-31", "0000-01-01", "%FF"];
    for day in days {
        for known in knowns {
            for path in ["/treaties/IV-13", "/treaties/IV-13/MLI", "/states/MLI", "/states", "/reports/status-2003"] {
                let page = visit(&format!("{path}?as-at={day}&known-at={known}&sort=-ended&&=&x")).await;
                assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{path} {day} {known}");
            }
        }
    }
    for path in [
        "/treaties/%FF",
        "/treaties/%00/%FF",
        "/states/%C3%28",
        "/reports/.pdf",
        "/reports/%2E%2E%2F",
        "/nowhere",
        "//",
    ] {
        assert_eq!(visit(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
