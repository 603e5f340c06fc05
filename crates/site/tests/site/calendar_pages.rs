//! The calendars of a treaty, of a State, and of all treaties.

use axum::http::StatusCode;

use crate::register::Packaged;
use crate::visit::{visit, visit_of};

#[tokio::test]
async fn coming_days_stand_under_their_month_with_their_article() {
    let page = visit("/treaties/IV-13/calendar?as-at=2003-07-01").await;
    assert_eq!(page.status, StatusCode::OK);
    let words = page.words();
    assert!(
        words.contains("Next deadline: 1 September 2003. Invitation to nominate members of the body due, under"),
        "{words}"
    );
    assert!(words.contains("January 2004") && words.contains("First election to the body due"));
    assert!(page.body.contains("id=\"month-2004-01\""));
}

#[tokio::test]
async fn a_year_ahead_is_shown_unless_more_is_asked_for() {
    let year = visit("/treaties/IV-13/calendar?as-at=2003-07-01").await;
    assert!(!year.body.contains("id=\"month-2008-07\"") && year.words().contains("later."));
    let all = visit("/treaties/IV-13/calendar?as-at=2003-07-01&ahead=all").await;
    assert!(all.body.contains("id=\"month-2008-07\""));
    assert!(all.body.contains("<input type=\"hidden\" name=\"ahead\" value=\"all\">"));
}

#[tokio::test]
async fn a_state_has_its_own_days_and_all_treaties_have_theirs() {
    let mali = visit("/states/MLI/calendar?as-at=2004-01-01").await.words();
    assert!(mali.contains("Coming days for Mali") && mali.contains("Initial report due"), "{mali}");
    let all = visit_of(Packaged::with_records(), "/calendar?as-at=2004-01-01").await;
    assert_eq!(all.status, StatusCode::OK);
    assert!(all.body.contains("href=\"/states/MLI?as-at=2004-01-01\""));
    let moved = visit("/states/Mali/calendar?ahead=all").await;
    assert_eq!(moved.header("location"), "/states/MLI/calendar?ahead=all");
}

#[tokio::test]
async fn each_calendar_is_a_feed_too() {
    let page = visit("/treaties/IV-13/calendar?as-at=2003-07-01").await;
    assert!(page.body.contains("href=\"/treaties/IV-13/calendar.ics?as-at=2003-07-01\""));
    let treaty = visit("/treaties/IV-13/calendar.ics?as-at=2003-07-01").await;
    assert_eq!(treaty.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(treaty.header("content-disposition"), "attachment; filename=\"IV-13.ics\"");
    assert!(treaty.body.contains("UID:IV-13.report.MLI.1@depositary\r\n"), "{}", treaty.body);
    let body = visit("/treaties/IV-13/body.ics?as-at=2003-07-01").await;
    assert!(body.body.contains("SUMMARY:First election to the body due") && !body.body.contains(".report."));
    let state = visit("/states/MLI/calendar.ics?as-at=2003-07-01").await;
    assert!(state.body.contains("X-WR-CALNAME:Treaties: Mali\r\n") && !state.body.contains(".report.GHA."));
    let all = visit_of(Packaged::with_records(), "/calendar.ics?as-at=2004-01-01").await;
    assert!(all.body.starts_with("BEGIN:VCALENDAR\r\n") && all.body.contains(".report.MLI."));
    let moved = visit("/states/Mali/calendar.ics").await;
    assert_eq!(moved.header("location"), "/states/MLI/calendar.ics");
}

#[tokio::test]
async fn what_is_not_there_has_no_feed() {
    for address in ["/treaties/X-9/calendar.ics", "/treaties/IV-3/body.ics", "/states/Atlantis/calendar.ics"] {
        let missing = visit(address).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{address}");
        assert!(missing.header("content-type").starts_with("text/html"));
    }
}
