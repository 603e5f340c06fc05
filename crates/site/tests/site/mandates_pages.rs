//! The pages of what resolutions ask: all of it, by resolution, duty by duty.

use axum::http::StatusCode;

use crate::register::Packaged;
use crate::visit::{Visit, visit_of};

async fn visit(address: &str) -> Visit {
    visit_of(Packaged::with_records(), address).await
}

/// Between 1 February and 2 July 2003 one duty was discharged.
#[tokio::test]
async fn what_is_open_is_counted_and_each_duty_leads_to_its_page() {
    let before = visit("/mandates?as-at=2003-02-01").await;
    assert!(before.words().contains("8 of 8 requests are open on 1 February 2003"), "{}", before.words());
    let page = visit("/mandates?as-at=2003-07-02&open=yes").await;
    assert!(page.words().contains("7 of 8 requests are open on 2 July 2003"), "{}", page.words());
    assert!(page.body.contains("href=\"/duties/status-report/of/57/201?as-at=2003-07-02\""), "{}", page.body);
    assert!(page.words().contains("session 58, by 13 September 2004"));
    assert!(!page.body.contains("/duties/information/of/57/201"), "it has been discharged");
}

#[tokio::test]
async fn a_resolution_is_told_paragraph_by_paragraph_with_what_became_of_it() {
    let page = visit("/resolutions/57/201?as-at=2003-07-02").await;
    assert!(page.words().contains("Adopted by the General Assembly on 18 December 2002"));
    assert!(page.words().contains("information: completed; joint-statement-2003, 1 July 2003"), "{}", page.words());
    assert!(page.words().contains("Welcomed the growing activity of the global campaign"), "{}", page.words());
    let before = visit("/resolutions/57/201?as-at=2002-12-17").await;
    assert!(before.words().contains("it had not been adopted yet"));
    let regional = visit("/resolutions/AG/RES.1898%20%28XXXII-O/02%29").await;
    assert_eq!(regional.status, StatusCode::OK);
    let unknown = visit("/resolutions/57/210").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.body.contains("href=\"/resolutions/57/201\""));
}

#[tokio::test]
async fn a_duty_says_since_when_until_when_and_by_what() {
    let page = visit("/duties/committee/of/57/201?as-at=2003-12-11").await;
    assert!(page.words().contains("completed on 11 December 2003; owed since 1 July 2003"), "{}", page.words());
    assert!(page.body.contains("href=\"/treaties/IV-13/body?as-at=2003-12-11\""), "the meeting leads to the body");
    let renewed = visit("/duties/ratification/of/45/158?as-at=2003-12-11").await;
    assert!(renewed.body.contains("href=\"/duties/ratification/of/57/201?as-at=2003-12-11\""));
    for (address, words) in [
        ("/duties/nothing/of/57/201", "asks nothing in a paragraph “nothing”"),
        ("/duties/committee/of/57/201?as-at=2001-01-01", "was adopted on 18 December 2002, after that day"),
    ] {
        let page = visit(address).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(page.words().contains(words), "{}", page.words());
    }
}
