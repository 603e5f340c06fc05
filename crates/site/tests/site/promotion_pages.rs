//! The pages of what was done to promote a treaty, of who is not bound, and the note about a State.

use axum::http::StatusCode;

use crate::register::Packaged;
use crate::visit::{Visit, visit_of};

async fn recorded(address: &str) -> Visit {
    visit_of(Packaged::with_activities(), address).await
}

#[tokio::test]
async fn activities_are_listed_drawn_and_chosen() {
    let page = recorded("/treaties/IV-13/activities?as-at=2003-08-06").await;
    assert_eq!(page.status, StatusCode::OK);
    let words = page.words();
    assert!(words.contains("15 activities on record that may have begun by 6 August 2003."), "{words}");
    assert!(
        words.contains("8. On 3 December 2002: briefing The Steering Committee held a briefing on the Convention"),
        "{words}"
    );
    assert!(page.body.contains("<dt>Members</dt><dd>none on record for that day</dd>"));
    // The picture shows each of those that have a day, with the number of the list.
    assert_eq!(page.body.matches("<text x=\"0\"").count(), 11);
    assert!(page.body.contains(">5. Since March 1998: campaign</text>"));
    assert!(words.contains("Not shown, because no source gives a day: 1, 2, 3, 4."), "{words}");
    let some = recorded("/treaties/IV-13/activities?as-at=2003-08-06&kind=panel&from=2003-05-01&by=steering").await;
    let words = some.words();
    assert!(words.contains("1 of 15 activities on record") && words.contains("Show all"), "{words}");
    assert!(some.body.contains("<option value=\"panel\" selected>panel</option>"));
    assert!(some.body.contains("name=\"by\" value=\"steering\""));
    let none = recorded("/treaties/IV-13/activities?as-at=2003-08-06&kind=conference").await;
    assert!(none.words().contains("0 of 15 activities on record"), "{}", none.words());
    assert_eq!(recorded("/treaties/IV-13/activities?addressed-to=Frence").await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        recorded("/treaties/iv-13/activities?by=a%20b").await.header("location"),
        "/treaties/IV-13/activities?by=a%20b"
    );
}

#[tokio::test]
async fn what_a_visitor_types_into_the_form_is_text() {
    let page = recorded("/treaties/IV-13/activities?by=%22%3E%3Cscript%3E").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("<script>"));
}

#[tokio::test]
async fn states_not_bound_are_shown_with_what_they_did() {
    let page = recorded("/treaties/IV-13/outreach?as-at=2003-06-10&signed=yes").await;
    let words = page.words();
    assert!(words.contains("Listed: 10 States that were not bound on 10 June 2003."), "{words}");
    assert!(words.contains("Chile note about Chile 24 September 1993 9 years and 8 months before"), "{words}");
    assert!(words.contains("They are no statement of the status of any State"), "{words}");
    let group =
        recorded("/treaties/IV-13/outreach?as-at=2003-06-10&signed=yes&group=latin-american-and-caribbean-states")
            .await;
    assert!(group.words().contains("Listed: 2 States"), "{}", group.words());
    let treaty = recorded("/treaties/IV-13").await;
    assert!(treaty.body.contains("/treaties/IV-13/outreach") && treaty.body.contains("/treaties/IV-13/activities"));
}

#[tokio::test]
async fn the_note_about_a_state_is_a_paper() {
    let page = recorded("/treaties/IV-13/outreach/CHL?as-at=2003-06-10").await;
    let words = page.words();
    assert!(
        words.contains("Chile signed the treaty on 24 September 1993, 9 years and 8 months before 10 June 2003"),
        "{words}"
    );
    assert_eq!(recorded("/treaties/IV-13/outreach/Chile").await.header("location"), "/treaties/IV-13/outreach/CHL");
    let bound = recorded("/treaties/IV-13/outreach/MEX?as-at=2003-06-10").await;
    assert_eq!(bound.status, StatusCode::NOT_FOUND);
    assert!(
        bound.words().contains("Mexico is not among the States not bound by IV-13 on 10 June 2003."),
        "{}",
        bound.words()
    );
}
