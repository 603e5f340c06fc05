//! The pages of statements, and of a treaty between its parties.

use axum::http::StatusCode;

use crate::register::Packaged;
use crate::visit::{visit, visit_of};

#[tokio::test]
async fn the_statements_under_a_treaty_with_what_became_of_them() {
    let page = visit_of(Packaged::with_records(), "/treaties/IV-13/statements?as-at=2015-03-14").await;
    let words = page.words();
    assert!(words.contains("Not bound by article 92(1); a dispute goes to arbitration"), "{words}");
    assert!(
        words.contains("stands since 21 April 2005") && words.contains("not later than 14 March 2015, with accession")
    );
    assert!(page.body.contains("href=\"/states/DZA?as-at=2015-03-14\""));
    let before = visit_of(Packaged::with_records(), "/treaties/IV-13/statements?as-at=1993-02-18").await;
    assert!(before.words().contains("None is recorded that had been made by 18 February 1993"));
    let treaty = visit("/treaties/IV-13").await;
    assert!(
        treaty.body.contains("href=\"/treaties/IV-13/statements\"") && treaty.body.contains("/treaties/IV-13/pairs\"")
    );
}

#[tokio::test]
async fn a_states_own_statements_stand_where_its_part_is_explained() {
    let page = visit_of(Packaged::with_records(), "/treaties/IV-13/MAR?as-at=2020-01-01").await;
    assert!(page.words().contains("Statements of Morocco"), "{}", page.words());
    assert!(page.words().contains("stands since 21 June 1993"));
    assert!(page.body.contains("href=\"/treaties/IV-13/statements?as-at=2020-01-01\""));
    let silent = visit_of(Packaged::with_records(), "/treaties/IV-13/MLI?as-at=2020-01-01").await;
    assert!(!silent.words().contains("Statements of"));
}

#[tokio::test]
async fn a_treaty_between_two_states() {
    let page = visit_of(Packaged::with_records(), "/treaties/IV-13/pairs/MEX/MAR?as-at=2020-01-01").await;
    let words = page.words();
    assert!(
        words.contains("In force between Mexico and Morocco since 1 July 2003, under the reservations below."),
        "{words}"
    );
    assert!(words.contains("The provisions apply as reserved, for each towards the other"));
    assert!(words.contains("So the treaty has been in force between Mexico and Morocco since 1 July 2003."));
    assert_eq!(
        page.title(),
        "Mexico and Morocco under the Migrant Workers Convention, as at 1 January 2020 · Treaty register"
    );
    let not = visit("/treaties/IV-13/pairs/MEX/NOR").await.words();
    assert!(not.contains("Not in force between Mexico and Norway on 1 April 2026."), "{not}");
    let moved = visit("/treaties/IV-13/pairs/Mexico/morocco?as-at=2020-01-01").await;
    assert_eq!(moved.header("location"), "/treaties/IV-13/pairs/MEX/MAR?as-at=2020-01-01");
    assert_eq!(visit("/treaties/IV-13/pairs/MEX/MEX").await.status, StatusCode::NOT_FOUND);
    assert_eq!(visit("/treaties/IV-13/pairs/MEX/Atlantis").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_treaty_between_all_its_parties() {
    let page = visit_of(Packaged::with_records(), "/treaties/IV-13/pairs?as-at=2020-01-01").await;
    let words = page.words();
    assert!(words.contains("Between all: on 1 January 2020 it is in force between each two of its"), "{words}");
    assert!(words.contains("all others") && page.body.contains("id=\"MAR\""));
    let asked = visit("/treaties/IV-13/pairs?one=MEX&other=MAR&as-at=2020-01-01").await;
    assert_eq!(asked.header("location"), "/treaties/IV-13/pairs/MEX/MAR?as-at=2020-01-01");
    let before = visit("/treaties/IV-13/pairs?as-at=2003-06-30").await.words();
    assert!(before.contains("Between none"), "{before}");
}
