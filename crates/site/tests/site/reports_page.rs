//! The page of the reports due under a treaty, and what is due from a State.

use axum::http::StatusCode;

use crate::register::Packaged;
use crate::visit::{visit, visit_of};

async fn recorded(address: &str) -> crate::visit::Visit {
    visit_of(Packaged::with_records(), address).await
}

/// The words of one row.
fn row(page: &crate::visit::Visit, code: &str) -> String {
    let (_, rest) = page.body.split_once(&format!("<tr role=\"row\" id=\"{code}\">")).expect("the row");
    let row = rest.split_once("</tr>").expect("its end").0;
    let mut words = String::new();
    for piece in row.split('<') {
        words.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        words.push(' ');
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_cell_says_in_words_how_a_report_stands() {
    let page = recorded("/treaties/IV-13/reports?as-at=2006-06-01").await;
    assert_eq!(page.status, StatusCode::OK);
    let mali = row(&page, "MLI");
    assert!(mali.contains("Considered 25 April 2006") && mali.contains("due 1 July 2004"), "{mali}");
    assert!(row(&page, "AZE").contains("Overdue 700 days due 1 July 2004"), "{}", row(&page, "AZE"));
}

#[tokio::test]
async fn both_readings_for_mali_are_shown() {
    let mali = row(&recorded("/treaties/IV-13/reports?as-at=2004-01-01").await, "MLI");
    assert!(mali.contains("Due 1 July 2004 on the other reading due 1 October 2004"), "{mali}");
    assert!(mali.contains("the other reading since 1 October 2003"), "{mali}");
}

#[tokio::test]
async fn rows_are_chosen_and_ordered_by_the_address_and_the_choice_is_passed_on() {
    let page = recorded("/treaties/IV-13/reports?as-at=2006-06-01&sort=overdue&category=non-reporting").await;
    assert!(!page.body.contains("id=\"MLI\""));
    assert!(page.body.contains("id=\"AZE\""));
    assert!(page.body.contains("<input type=\"hidden\" name=\"category\" value=\"non-reporting\">"));
    assert!(page.body.contains("<input type=\"hidden\" name=\"sort\" value=\"overdue\">"));
    let by_name = "href=\"/treaties/IV-13/reports?as-at=2006-06-01&#38;category=non-reporting\"";
    assert!(page.body.contains(by_name) || page.body.contains(&by_name.replace("&#38;", "&amp;")), "{}", page.body);
}

#[tokio::test]
async fn where_no_receipt_is_recorded_nothing_is_said_to_be_overdue() {
    let page = visit("/treaties/IV-13/reports").await;
    let words = page.words();
    assert!(words.contains("Due dates only: the register holds nothing on what became of reports"));
    assert!(!words.contains("Overdue") && !words.contains("Compliance indicator"));
    assert!(row(&page, "MLI").contains("Was due 1 July 2004"));
    assert!(!visit("/states/MLI").await.words().contains("Overdue"));
}

#[tokio::test]
async fn the_page_of_a_state_says_what_is_due_from_it() {
    let page = recorded("/states/AZE?as-at=2006-06-01").await;
    let words = page.words();
    assert!(words.contains("What is due from it") && words.contains("Overdue 700 days"), "{words}");
    assert!(page.body.contains("href=\"/treaties/IV-13/reports?as-at=2006-06-01#AZE\""));
}

#[tokio::test]
async fn the_reports_are_files_too() {
    let page = visit("/treaties/IV-13/reports?as-at=2005-01-01").await;
    assert!(page.body.contains("href=\"/treaties/IV-13/reports.csv?as-at=2005-01-01\""));
    let csv = visit("/treaties/IV-13/reports.csv?as-at=2005-01-01").await;
    assert_eq!(csv.header("content-disposition"), "attachment; filename=\"IV-13-reports-2005-01-01.csv\"");
    assert!(
        csv.body.starts_with("party,name,number,kind,due,")
            && csv.body.contains("\nMLI,Mali,1,initial,2004-07-01,2004-10-01,")
    );
    let json = visit("/treaties/IV-13/reports.json?as-at=2005-01-01").await;
    assert_eq!(json.header("content-type"), "application/json");
    assert!(json.body.contains("\"due\": \"2004-07-01\""), "{}", json.body);
    assert_eq!(visit("/treaties/X-9/reports.csv").await.status, StatusCode::NOT_FOUND);
}
