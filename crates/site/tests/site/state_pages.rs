//! The pages of States, the list of them, the first page, and reports.

use axum::http::StatusCode;

use crate::register::Packaged;
use crate::visit::{visit, visit_of};

#[tokio::test]
async fn a_state_has_its_record_under_each_treaty() {
    let page = visit("/states/TUR?as-at=2005-01-01").await;
    let words = page.words();
    assert!(page.body.contains("<h1>Turkey</h1>"));
    assert!(words.contains("One treaty of this register is in force for Turkey on 1 January 2005."));
    assert!(words.contains("Names through time") && words.contains("Türkiye"));
    assert!(page.body.contains("href=\"/treaties/IV-13?as-at=2005-01-01\""));
    let nothing = visit("/states/AUT").await.words();
    assert!(nothing.contains("Austria had done nothing towards a treaty of this register by 1 April 2026."));
}

#[tokio::test]
async fn a_name_leads_to_the_page_of_the_state() {
    for (name, code) in [("Mali", "MLI"), ("cote%20d%27ivoire", "CIV"), ("Turkey", "TUR"), ("mli", "MLI")] {
        let page = visit(&format!("/states?name={name}&as-at=2003-06-10")).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{name}");
        assert_eq!(page.header("location"), format!("/states/{code}?as-at=2003-06-10"));
        let direct = visit(&format!("/states/{name}")).await;
        assert_eq!(direct.header("location"), format!("/states/{code}"));
    }
}

#[tokio::test]
async fn a_name_that_nobody_has_is_answered_with_the_nearest() {
    let page = visit("/states?name=Malii").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.words().contains("No State is called “Malii”"));
    assert!(page.body.contains("href=\"/states/MLI\""));
    let part = visit("/states?name=venezu").await;
    assert!(part.body.contains("href=\"/states/VEN\""));
}

#[tokio::test]
async fn the_list_has_every_party_once() {
    let page = visit("/states").await;
    for code in ["MLI", "CIV", "EUR", "CSK"] {
        let listed = page.body.matches(&format!("href=\"/states/{code}\"")).count();
        assert_eq!(listed, usize::from(page.body.contains(&format!("/states/{code}\""))), "{code}");
    }
    let cote = page.body.find(">Côte d").expect("listed");
    assert!(
        page.body.find(">Costa Rica").expect("listed") < cote && cote < page.body.find(">Croatia").expect("listed")
    );
}

#[tokio::test]
async fn the_first_page_leads_to_everything() {
    let page = visit("/").await;
    assert!(page.words().contains("In force since 1 July 2003, in accordance with article 87(1)."));
    for address in ["/treaties/IV-13", "/states", "/reports/status-2003", "/reports/status-2003.pdf"] {
        assert!(page.body.contains(&format!("href=\"{address}\"")), "{address}");
    }
    let empty = visit_of(Packaged::empty(), "/").await;
    assert_eq!(empty.status, StatusCode::OK);
    assert!(empty.words().contains("Nothing has been recorded in this register yet."));
}

#[tokio::test]
async fn a_report_is_about_its_own_day_unless_another_is_asked_for() {
    let own = visit("/reports/status-2003").await;
    assert!(own.words().contains("As at 10 June 2003, 22 States had ratified"), "{}", own.words());
    assert_eq!(own.body.matches("<h1").count(), 1);
    let other = visit("/reports/status-2003?as-at=2004-01-01").await;
    assert!(other.words().contains("As at 1 January 2004, 24 States"));
    assert!(other.body.contains("href=\"/reports/status-2003.pdf?as-at=2004-01-01\""));
    let pdf = visit("/reports/status-2003.pdf?as-at=2004-01-01").await;
    assert_eq!(pdf.header("content-type"), "application/pdf");
    assert_eq!(pdf.header("content-disposition"), "inline; filename=\"status-2003-2004-01-01.pdf\"");
    assert!(pdf.body.starts_with("%PDF"));
    let point = Packaged::new().len() - 40;
    let then = visit(&format!("/reports/status-2003?known-at={point}")).await;
    assert!(then.words().contains(&format!("as known up to entry {point} of the register")));
    assert!(then.body.contains(&format!("href=\"/reports/status-2003.pdf?known-at={point}\"")));
    let pdf = visit(&format!("/reports/status-2003.pdf?known-at={point}")).await;
    assert!(pdf.body.contains(&format!("as known up to entry {point} ")));
    let before = visit("/reports/status-2003?known-at=1").await;
    assert_eq!(before.status, StatusCode::NOT_FOUND);
    assert!(before.words().contains("Not from what was known then") && before.words().contains("IV-13"));
}

#[tokio::test]
async fn in_the_preview_every_figure_leads_to_its_reasons_on_its_day() {
    let page = visit("/reports/status-2003/preview").await;
    for words in ["22 States", "10 States", "1 July 2003", "14 March 2003", "10 June 2003"] {
        let link = format!("<a class=\"figure\" href=\"/treaties/IV-13?as-at=2003-06-10\">{words}</a>");
        assert!(page.body.contains(&link), "{words}");
    }
    let reasons = visit("/treaties/IV-13?as-at=2003-06-10").await;
    assert_eq!(reasons.status, StatusCode::OK);
    assert!(
        page.words().contains("entry-into-force") && page.words().contains("signatories not contracting: 10 States")
    );
    assert!(!visit("/reports/status-2003").await.body.contains("class=\"figure\""));
}

#[tokio::test]
async fn a_published_text_stands_beside_what_the_register_says() {
    let list = visit("/texts").await;
    assert!(list.body.contains("href=\"/texts/a%20note.txt\""), "{}", list.body);
    let page = visit("/texts/a%20note.txt").await;
    assert!(page.body.contains("<mark class=\"differs\">23 States</mark>"), "{}", page.body);
    assert!(page.words().contains("One difference of substance") && page.words().contains("the register: 22"));
    assert!(page.body.contains("(2 &#60; 3)") || page.body.contains("(2 &lt; 3)"), "text is no markup: {}", page.body);
    assert_eq!(visit("/texts/another.txt").await.status, StatusCode::NOT_FOUND);
}
