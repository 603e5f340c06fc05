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
