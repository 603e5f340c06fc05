//! The page of a treaty's body.

use axum::http::StatusCode;

use crate::register::Packaged;
use crate::visit::{visit, visit_of};

async fn recorded(address: &str) -> crate::visit::Visit {
    visit_of(Packaged::with_records(), address).await
}

#[tokio::test]
async fn the_answer_says_how_many_sit_there_and_when_members_must_be_elected() {
    let page = recorded("/treaties/IV-13/body?as-at=2003-07-01").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.words().contains(
        "0 of 10 seats are held by members on 1 July 2003; 10 are new, and nobody has been elected to them yet. The first \
         election is due by 1 January 2004 under article 72(3)."
    ));
    let first = recorded("/treaties/IV-13/body?as-at=2004-06-01").await.words();
    assert!(first.contains("10 of 10 seats are held by members on 1 June 2004."), "{first}");
    let before = recorded("/treaties/IV-13/body?as-at=2003-06-10").await.words();
    assert!(before.contains(
        "Not set up yet on 10 June 2003: it will have 10 seats from 1 July 2003, in accordance with article 72(1)(b)."
    ));
}

#[tokio::test]
async fn members_and_elections_are_those_of_the_day() {
    let page = recorded("/treaties/IV-13/body?as-at=2004-06-01").await;
    assert!(page.words().contains("Members on 1 June 2004"));
    assert!(page.body.contains("id=\"election-2003-12-11\""));
    assert!(!recorded("/treaties/IV-13/body?as-at=2003-12-10").await.body.contains("id=\"election-2003-12-11\""));
}

#[tokio::test]
async fn a_meeting_shows_for_whom_the_treaty_was_in_force_beside_who_had_deposited() {
    let words = recorded("/treaties/IV-13/body").await.words();
    assert!(words.contains("In force for the forty-first party: Niger"), "{words}");
    assert!(words.contains("In force for") && words.contains("Deposited by") && words.contains("Source counts"));
}

#[tokio::test]
async fn other_spellings_lead_to_it_and_a_treaty_unknown_is_not_found() {
    let moved = visit("/treaties/iv-13/body?as-at=2003-06-10").await;
    assert_eq!(moved.header("location"), "/treaties/IV-13/body?as-at=2003-06-10");
    assert_eq!(visit("/treaties/IV-99/body").await.status, StatusCode::NOT_FOUND);
    assert!(visit("/treaties/IV-13").await.body.contains("href=\"/treaties/IV-13/body\""));
}
