//! What resolutions ask, and what became of it, from the packaged records.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::schemas::Schema;

/// The paragraphs of resolution 57/201 that are open on a day.
fn open(desk: &Desk, day: &str) -> Vec<String> {
    let answer = desk.json(&["mandates", "57/201", "--open", "--as-at", day]);
    let all = answer["mandates"].as_array().unwrap().iter();
    all.map(|mandate| mandate["paragraph"].as_str().unwrap().to_owned()).collect()
}

fn mandate(desk: &Desk, paragraph: &str, day: &str) -> Value {
    let answer = desk.json(&["mandates", "57/201", "--as-at", day]);
    let all = answer["mandates"].as_array().unwrap().iter();
    all.into_iter().find(|mandate| mandate["paragraph"] == paragraph).unwrap().clone()
}

/// By July 2003 the invitation had been answered, by August the report had been issued, by December the Committee elected. What
/// is asked for once the Convention is in force is open from the adoption on, and owed from the entry into force.
#[test]
fn what_is_open_changes_by_exactly_what_was_discharged() {
    let desk = Desk::packaged();
    assert_eq!(open(&desk, "2002-12-17"), Vec::<String>::new(), "it was adopted on the next day");
    assert_eq!(
        open(&desk, "2003-02-01"),
        ["ratification", "committee", "first-reports", "promotion", "information", "status-report"]
    );
    assert_eq!(open(&desk, "2003-07-02"), ["ratification", "committee", "first-reports", "promotion", "status-report"]);
    assert_eq!(open(&desk, "2003-08-07"), ["ratification", "committee", "first-reports", "promotion"]);
    assert_eq!(open(&desk, "2003-12-11"), ["ratification", "first-reports", "promotion"]);
}

#[test]
fn each_discharge_names_the_record_by_which_it_was() {
    let desk = Desk::packaged();
    for (paragraph, day, by) in [
        ("information", "2003-07-02", json!({ "activity": "joint-statement-2003" })),
        ("status-report", "2003-08-07", json!({ "activity": "status-report-2003" })),
        ("committee", "2003-12-11", json!({ "meeting": { "treaty": "IV-13", "number": 1 } })),
    ] {
        let mandate = mandate(&desk, paragraph, day);
        assert_eq!((&mandate["status"], &mandate["open"]), (&json!("completed"), &json!(false)));
        assert_eq!(mandate["discharged_by"][0]["by"], by);
    }
}

#[test]
fn what_is_served_is_in_progress_and_of_what_is_not_there_is_no_indication() {
    let desk = Desk::packaged();
    let promotion = mandate(&desk, "promotion", "2003-02-01");
    assert_eq!(promotion["status"], "in progress");
    assert!(promotion["served_by"].as_array().unwrap().contains(&json!("migrants-day-call-2002")));
    // A workshop of which only the year is known may have been held before the resolution, and is not said to serve it.
    let ratification = mandate(&desk, "ratification", "2003-02-01");
    assert_eq!(ratification["status"], "no indication");
    assert_eq!(ratification["renews"], json!({ "resolution": "45/158", "paragraph": "ratification" }));
    let first_reports = mandate(&desk, "first-reports", "2003-02-01");
    assert_eq!((&first_reports["since"], &first_reports["status"]), (&Value::Null, &json!("no indication")));
    assert_eq!(mandate(&desk, "first-reports", "2003-07-01")["since"], "2003-07-01");
}

#[test]
fn a_report_is_due_at_its_session() {
    let desk = Desk::packaged();
    let report = mandate(&desk, "status-report", "2003-02-01");
    assert_eq!((&report["due"], &report["due_by"]), (&json!("session 58"), &json!("2004-09-13")));
    desk.write("x.toml", "[[resolution]]\nsymbol = \"58/166\"\norgan = \"the General Assembly\"\ndate = 2003-12-22\n[[resolution.paragraph]]\nid = \"status-report\"\nverb = \"requests\"\naddressee = \"the Secretary-General\"\nwhat = \"to report again\"\nsession = 60\nrenews = { resolution = \"57/201\", paragraph = \"status-report\" }\n");
    desk.done(&["import", "x.toml"]);
    let renewed = mandate(&desk, "status-report", "2004-01-01");
    assert_eq!(renewed["renewed_by"], json!({ "resolution": "58/166", "paragraph": "status-report" }));
    let overdue = |day: &str| desk.json(&["mandates", "58/166", "--as-at", day])["mandates"][0]["overdue"] == true;
    assert!(!overdue("2006-09-11") && overdue("2006-09-12"), "the sixty-first session opened on 12 September 2006");
}

#[test]
fn what_can_not_be_is_refused_with_its_place() {
    let desk = Desk::packaged();
    let before = desk.entries();
    let by = "by = { activity = \"joint-statement-2003\" }";
    let cases = [
        (
            "57/201",
            "promotion",
            "2002-12-17",
            by,
            "x.toml, line 1, field `date`: on 2002-12-17 the duty did not exist: resolution 57/201 was adopted on 2002-12-18",
        ),
        (
            "57/201",
            "committee",
            "2003-06-30",
            by,
            "x.toml, line 1, field `date`: on 2003-06-30 the duty was not owed yet: it depends on the entry into force",
        ),
        (
            "57/210",
            "promotion",
            "2003-07-02",
            by,
            "x.toml, line 1, field `resolution`: the register holds no resolution `57/210`",
        ),
        (
            "57/201",
            "promotions",
            "2003-07-02",
            by,
            "x.toml, line 1, field `paragraph`: resolution 57/201 has no paragraph `promotions`",
        ),
        (
            "57/201",
            "promotion",
            "2003-06-30",
            by,
            "x.toml, line 1, field `by`: the activity joint-statement-2003 is of 2003-07-01, later than 2003-06-30",
        ),
        ("57/201", "promotion", "2003-07-02", "", "x.toml, line 1, field `by`: it does not say by what"),
        (
            "57/201",
            "promotion",
            "2003-07-02",
            "status = \"not-implemented\"",
            "x.toml, line 1, field `note`: it does not say why",
        ),
        (
            "57/201",
            "promotion",
            "2003-06-30",
            "by = { in-force = \"IV-13\" }",
            "x.toml, line 1, field `by`: the treaty IV-13 was not in force on 2003-06-30",
        ),
        (
            "57/201",
            "promotion",
            "2003-07-02",
            "by = { meeting = { treaty = \"IV-13\", number = 99 } }",
            "x.toml, line 1, field `by`: the register holds no meeting 99",
        ),
        ("57/201", "promotion", "2999-01-01", by, "x.toml, line 1, field `date`: 2999-01-01 is still to come"),
    ];
    for (resolution, paragraph, date, rest, expected) in cases {
        let file = format!(
            "[[discharge]]\nresolution = \"{resolution}\"\nparagraph = \"{paragraph}\"\ndate = {date}\n{rest}\n"
        );
        desk.write("x.toml", file);
        let said = desk.refused(&["import", "x.toml"]);
        assert!(said.contains(expected), "{said}");
    }
    assert!(desk.refused(&["mandates", "57/200"]).contains("did you mean 57/201?"));
    assert_eq!(desk.entries(), before);
}

#[test]
fn the_answer_is_as_its_schema_says() {
    let (desk, schema) = (Desk::packaged(), Schema::of("mandates"));
    for day in ["1990-12-18", "2003-02-01", "2003-08-07", "2026-01-01"] {
        schema.of_answer(&desk, &["mandates", "--as-at", day]);
    }
    let answer = schema.of_answer(&desk, &["mandates", "--as-at", "2003-12-11"]);
    assert!(answer["mandates"].as_array().unwrap().len() > 6);
    let mut copy = answer.clone();
    copy["mandates"][0]["status"] = json!("done");
    assert!(!schema.accepts(&copy));
    let table = desk.done(&["mandates", "57/201", "--as-at", "2003-08-07"]);
    assert!(
        table.contains("status-report-2003") && table.contains("Due: session 58, by 13 September 2004."),
        "{table}"
    );
    let csv = desk.done(&["mandates", "--format", "csv"]);
    assert!(csv.starts_with("symbol,paragraph,adopted,verb,"), "{csv}");
}
