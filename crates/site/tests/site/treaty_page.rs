//! The page of a treaty, and of why it is in force for a party.

use axum::http::StatusCode;

use crate::register::Packaged;
use crate::visit::{visit, visit_of};

const DAY: &str = "/treaties/IV-13?as-at=2003-06-10";

#[tokio::test]
async fn the_counts_are_those_of_the_day() {
    let page = visit(DAY).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.count("Parties"), 0);
    assert_eq!(page.count("Contracting States"), 22);
    assert_eq!(page.count("Signatories not contracting"), 10);
    let next = visit("/treaties/IV-13?as-at=2003-07-01").await;
    assert_eq!((next.count("Parties"), next.count("Contracting States")), (22, 22));
}

#[tokio::test]
async fn the_answer_comes_first_and_says_why() {
    let before = visit(DAY).await.words();
    assert!(before.contains(
        "Not yet in force on 10 June 2003. It will enter into force on 1 July 2003, in accordance with article 87(1), the \
         twentieth instrument having been deposited on 14 March 2003."
    ));
    let after = visit("/treaties/IV-13").await.words();
    assert!(after.contains("In force since 1 July 2003, in accordance with article 87(1)."));
    let early = visit("/treaties/IV-13?as-at=2002-12-31").await.words();
    assert!(early.contains("Not in force on 31 December 2002: one more instrument is needed of the 20"), "{early}");
    let none = visit("/treaties/IV-13?as-at=1990-12-17").await.words();
    assert!(none.contains("Not yet adopted on 17 December 1990: adopted on 18 December 1990."));
}

#[tokio::test]
async fn names_are_those_of_the_day() {
    let then = visit("/treaties/IV-13?as-at=2005-01-01").await.body;
    assert!(then.contains(">Turkey</a>") && !then.contains(">Türkiye</a>"));
    let now = visit("/treaties/IV-13").await.body;
    assert!(now.contains(">Türkiye</a>") && !now.contains(">Turkey</a>"));
}

#[tokio::test]
async fn a_day_ahead_is_said_to_be_ahead() {
    let page = visit("/treaties/IV-13?as-at=2003-12-11").await;
    let row = page.body.split_once("id=\"KGZ\"").expect("a row").1.split_once("</tr>").expect("its end").0;
    assert!(row.contains("will be on <time datetime=\"2004-01-01\">1 January 2004</time>"), "{row}");
    assert!(row.contains("Bound, not yet in force for it"));
    assert!(row.contains("href=\"/treaties/IV-13/KGZ?as-at=2003-12-11\""));
}

#[tokio::test]
async fn rows_are_ordered_by_the_column_asked_for() {
    let page = visit("/treaties/IV-13?as-at=2003-06-10&sort=-consent").await.body;
    assert!(page.contains("aria-sort=\"descending\"><a href=\"/treaties/IV-13?as-at=2003-06-10&#38;sort=consent\""));
    let at = |code: &str| page.find(&format!("id=\"{code}\"")).expect("a row");
    assert!(at("MLI") < at("SLV") && at("SLV") < at("EGY") && at("EGY") < at("CHL"));
}

#[tokio::test]
async fn what_is_only_reported_is_said_to_be_and_counts_nowhere() {
    let sudan = "IV-13,Sudan,signature,../2003-06-10,,,reported,\"A/58/221, para. 3\",\n";
    let page = visit_of(Packaged::with_acts(sudan), DAY).await;
    assert_eq!(page.count("Signatories not contracting"), 10);
    let words = page.words();
    assert!(words.contains("One more participant is only reported, not on the depositary’s record"));
    assert!(
        words.contains("Reported as done by 10 June 2003; it is not on the depositary’s record and does not count.")
    );
    assert!(words.contains("Source: A/58/221, para. 3."));
}

#[tokio::test]
async fn an_unconfirmed_day_is_marked() {
    let words = visit("/treaties/IV-13").await.words();
    assert!(words.contains("Togo, ratification. Unconfirmed: it counts, and wants a second source."));
}

#[tokio::test]
async fn a_party_that_left_stays_in_the_table_and_is_said_to_have_left() {
    let notice = "IV-13,Egypt,denunciation,2015-01-10,,,deposited,example,\n";
    let page = visit_of(Packaged::with_acts(notice), "/treaties/IV-13?as-at=2016-02-01").await;
    let row = page.body.split_once("id=\"EGY\"").expect("a row").1.split_once("</tr>").expect("its end").0;
    assert!(row.contains("No longer bound"));
    assert!(row.contains("from <time datetime=\"2016-02-01\">"), "{row}");
}

#[tokio::test]
async fn the_page_of_a_party_shows_both_readings() {
    let page = visit("/treaties/IV-13/MLI?as-at=2003-06-10").await;
    assert!(page.title().starts_with("Mali and the Migrant Workers Convention, as at 10 June 2003"));
    let words = page.words();
    assert!(words.contains("Not yet in force for Mali on 10 June 2003. It will be in force for it from 1 July 2003"));
    assert!(words.contains("Other reading. By analogy with the rule for later parties"));
    assert!(words.contains("1 October 2003"));
    assert!(words.contains("20–21"), "two instruments of one day share their places");
}

#[tokio::test]
async fn the_page_of_a_party_answers_whatever_it_has_done() {
    for (code, says) in [
        ("ARM", "Not in force for Armenia on 1 April 2026: it has signed, which does not bind it yet."),
        ("AUT", "Not in force for Austria on 1 April 2026: no act of it towards the treaty is recorded"),
        ("EGY", "In force for Egypt since 1 July 2003, in accordance with article 87(1)."),
    ] {
        let words = visit(&format!("/treaties/IV-13/{code}")).await.words();
        assert!(words.contains(says), "{words}");
    }
}

#[tokio::test]
async fn what_was_known_then_is_answered_as_it_was_known_then() {
    let all = Packaged::new().len();
    let page = visit(&format!("/treaties/IV-13?as-at=2003-06-10&known-at={}", all - 1)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.words().contains(&format!("As the register knew it by entry {}", all - 1)));
    assert!(page.body.contains(&format!("href=\"/treaties/IV-13?as-at=2003-06-10&#38;known-at={}\"", all - 1)));
    let early = visit("/treaties/IV-13?known-at=2026-02-28").await;
    assert_eq!(early.status, StatusCode::NOT_FOUND);
    assert!(early.words().contains("By the end of 28 February 2026 (UTC) nothing had been recorded in this register."));
    let parties_only = visit("/treaties/IV-13?known-at=10").await;
    assert_eq!(parties_only.status, StatusCode::NOT_FOUND);
    assert!(parties_only.words().contains("By entry 10 the register did not hold IV-13 yet."));
}

#[tokio::test]
async fn the_address_for_good_gives_the_same_answer() {
    let page = visit(DAY).await;
    let address = page.body.split_once("\">Permanent address").expect("a link").0.rsplit_once("href=\"").expect("it").1;
    let again = visit(&address.replace("&#38;", "&")).await;
    assert_eq!(again.count("Contracting States"), 22);
}
