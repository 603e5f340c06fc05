//! What was done to promote treaties: recorded, refused and found again.

use serde_json::json;

use crate::desk::Desk;
use crate::schemas::Schema;

fn activities(desk: &Desk, filters: &[&str]) -> Vec<String> {
    let answer = desk.json(&[&["activities"], filters].concat());
    answer["activities"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn activities_are_found_by_what_is_known_of_them() {
    let (desk, schema) = (Desk::packaged(), Schema::of("activities"));
    assert_eq!(activities(&desk, &["--kind", "panel"]), ["commission-panel-2003", "entry-into-force-panel-2003"]);
    assert_eq!(activities(&desk, &["--kind", "panel", "--as-at", "2003-05-01"]), ["commission-panel-2003"]);
    assert_eq!(activities(&desk, &["--by", "executive heads"]), ["joint-statement-2003"]);
    assert_eq!(activities(&desk, &["--by", "labour organization", "--kind", "panel"]), ["entry-into-force-panel-2003"]);
    assert!(!activities(&desk, &["--serves", "57/201"]).contains(&"millennium-report".to_owned()));
    // What has no day, or is still going on, may be of any day.
    let since = activities(&desk, &["IV-13", "--from", "2003-07-02"]);
    assert!(since.contains(&"global-campaign".to_owned()) && !since.contains(&"joint-statement-2003".to_owned()));
    assert_eq!(activities(&desk, &["IV-4"]), Vec::<String>::new());
    assert!(desk.refused(&["activities", "--kind", "panels"]).contains("write one of advisory-services"));
    assert!(desk.refused(&["activities", "--serves", "57/200"]).contains("did you mean 57/201?"));
    let answer = schema.of_answer(&desk, &["activities"]);
    assert_eq!(answer["activities"].as_array().unwrap().len(), 15);
    let table = desk.done(&["activities", "--kind", "campaign"]);
    assert!(table.contains("Since March 1998: global-campaign (campaign)"), "{table}");
}

/// An activity in seven lines, with what is to be said further of it.
fn written(rest: &str) -> String {
    format!(
        "sources = [\"a paper\"]\n[[activity]]\nid = \"x\"\nkind = \"call\"\ntreaty = \"IV-13\"\nwhat = \"called\"\n{rest}\n"
    )
}

const BY: &str = "organizers = [\"the Secretary-General\"]";

#[test]
fn what_can_not_be_is_refused_with_its_place_and_what_is_allowed() {
    let desk = Desk::packaged();
    let before = desk.entries();
    let dated = |date: &str| format!("{BY}\ndate = \"{date}\"");
    for (rest, place, said) in [
        ("organizers = []".to_owned(), "line 2, field `organizers`", "the activity x has no organizer"),
        (dated("2002-02-30"), "line 8, field `date`", "2002-02 has the days 01 to 28"),
        (dated("2003-13"), "line 8, field `date`", "months are 01 to 12, seasons 21 (spring) to 24 (winter)"),
        (dated("2004-06-00"), "line 8, field `date`", "2004-06 has the days 01 to 30"),
        (dated("2003/2002"), "line 8, field `date`", "the earlier date comes first, as in 2002/2003"),
        (dated("Y17000"), "line 8, field `date`", "the years -9999 to 9999"),
        (dated("the spring of 2002"), "line 8, field `date`", "write a day (2002-12-03), a month (1998-03)"),
        (format!("{BY}\ndate = 2002"), "line 8, field `date`", "a date in quotation marks"),
        (
            format!("{BY}\nserves = \"57/201\"\nserves-paragraph = \"promo\""),
            "line 2, field `serves-paragraph`",
            "resolution 57/201 has no paragraph `promo`",
        ),
        (
            format!("{}\nongoing = true", dated("1998-03/..")),
            "line 2, field `ongoing`",
            "an interval says already whether it has an end",
        ),
    ] {
        desk.write("bad.toml", written(&rest));
        let complaint = desk.refused(&["import", "bad.toml"]);
        assert!(complaint.contains(&format!("bad.toml, {place}: ")) && complaint.contains(said), "{complaint}");
    }
    assert_eq!(desk.entries(), before);
}

/// Dates are kept as they were written; a date of TOML's own is one too.
#[test]
fn every_form_of_a_date_is_recorded_and_answered_as_it_was_written() {
    let (desk, schema) = (Desk::packaged(), Schema::of("activities"));
    for date in [
        "2002-12-03",
        "2002-12",
        "2001-21",
        "2002",
        "201X",
        "20XX",
        "2004-XX",
        "1985-04-XX",
        "1985-XX-XX",
        "2002?",
        "2002-12~",
        "2002-12-03%",
        "2002-12/2003-03",
        "2003-07-01/..",
        "2003/",
        "../2003",
        "/2003",
        "-0044",
        "1985-04-12T23:20:30+04:30",
    ] {
        desk.write("good.toml", written(&format!("{BY}\ndate = \"{date}\"")));
        desk.done(&["import", "good.toml"]);
        let answer = schema.of_answer(&desk, &["activities", "--kind", "call"]);
        let found = answer["activities"].as_array().unwrap().iter().find(|one| one["id"] == "x").unwrap();
        assert_eq!((&found["date"], &found["ongoing"]), (&json!(date), &json!(date == "2003-07-01/..")));
    }
    desk.write("good.toml", written(&format!("{BY}\ndate = 2002-12-03")));
    desk.done(&["import", "good.toml"]);
    let dated = |text: &str| {
        let answer = desk.json(&["activities", "--kind", "call", "--from", text, "--as-at", "2002-12-10"]);
        answer["activities"].as_array().unwrap().iter().map(|one| one["date"].clone()).collect::<Vec<_>>()
    };
    assert_eq!((dated("2002-12-03"), dated("2002-12-04")), (vec![json!("2002-12-03")], Vec::new()));
}

/// Before dates could be intervals, what went on was said to be `ongoing`.
#[test]
fn what_was_recorded_as_ongoing_is_read_as_having_no_end() {
    let desk = Desk::packaged();
    desk.write("old.toml", written(&format!("{BY}\ndate = \"1998-03\"\nongoing = true")));
    desk.done(&["import", "old.toml"]);
    let answer = desk.json(&["activities", "--kind", "call", "--from", "2020-01-01"]);
    assert_eq!(
        (&answer["activities"][0]["date"], &answer["activities"][0]["ongoing"]),
        (&json!("1998-03/.."), &json!(true))
    );
    assert_eq!(desk.done(&["import", "old.toml"]).lines().next().map(|line| line.contains("nothing")), Some(true));
}
