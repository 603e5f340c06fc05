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

#[test]
fn activities_are_found_by_who_where_to_whom_and_with_what_outcome() {
    let (desk, schema) = (Desk::packaged(), Schema::of("activities"));
    desk.write(
        "meeting.toml",
        "sources = [\"a paper\"]\n[[activity]]\nid = \"x\"\nkind = \"meeting\"\ntreaty = \"IV-13\"\nwhat = \"met the Government\"\n\
         date = \"2019-05~\"\nplace = \"Paris, France\"\naddressed-to = [\"Turkey\", \"FRA\"]\noutcome = \"nothing was promised\"\n\
         organizers = [\"the Steering Committee\", { name = \"a trade union\", kind = \"non-governmental-organization\" }]\n",
    );
    desk.done(&["import", "meeting.toml"]);
    let found = schema.of_answer(&desk, &["activities", "--kind", "meeting"]);
    let meeting = &found["activities"][0];
    let states = json!([{ "party": "TUR", "name": "Turkey" }, { "party": "FRA", "name": "France" }]);
    assert_eq!(meeting["addressed_to"], json!({ "to": "states", "states": states }));
    assert_eq!(
        meeting["organized_by"],
        json!([
            { "name": "the Steering Committee", "kind": "campaign", "promoter": "steering-committee" },
            { "name": "a trade union", "kind": "non-governmental-organization", "promoter": null },
        ])
    );
    for filter in [
        ["--organizer-kind", "non-governmental-organization"],
        ["--place", "paris"],
        ["--addressed-to", "Türkiye"],
        ["--addressed-to", "France"],
        ["--outcome", "recorded"],
        ["--standing", "published"],
    ] {
        assert_eq!(activities(&desk, &filter), ["x"], "{filter:?}");
    }
    assert_eq!(activities(&desk, &["--addressed-to", "Mali"]), Vec::<String>::new());
    assert_eq!(
        activities(&desk, &["--addressed-to", "states-not-party"]),
        ["advisory-services", "migrants-day-call-2002"]
    );
    assert!(
        activities(&desk, &["--promoter", "special-rapporteur-on-migrants"])
            .contains(&"entry-into-force-panel-2003".to_owned())
    );
    assert_eq!(
        activities(&desk, &["--organizer-kind", "special-procedure"]),
        ["special-rapporteur", "special-rapporteur-events-2002"]
    );
    assert_eq!(activities(&desk, &["--serves", "57/201", "--paragraph", "status-report"]), ["status-report-2003"]);
    // About May 2019 may be April or June, and not July.
    assert_eq!(activities(&desk, &["--kind", "meeting", "--from", "2019-06-30", "--to", "2019-04-01"]), ["x"]);
    assert_eq!(activities(&desk, &["--kind", "meeting", "--from", "2019-07-01"]), Vec::<String>::new());
    assert_eq!(activities(&desk, &["--kind", "meeting", "--to", "2019-03-31"]), Vec::<String>::new());
    let table = desk.done(&["activities", "--kind", "meeting"]);
    assert!(
        table.contains("In or about May 2019: x (meeting)") && table.contains("Addressed to Turkey, France."),
        "{table}"
    );
    for (filter, said) in [
        (["--addressed-to", "Frence"], "did you mean France (FRA)"),
        (["--promoter", "steering-comittee"], "did you mean steering-committee?"),
        (["--organizer-kind", "embassy"], "write one of state, secretariat"),
        (["--outcome", "good"], "write one of recorded, not-recorded"),
        (["--paragraph", "promotion"], "--serves"),
    ] {
        let complaint = desk.refused(&["activities", filter[0], filter[1]]);
        assert!(complaint.contains(said), "{complaint}");
    }
}

#[test]
fn who_is_addressed_must_be_a_state_and_who_organizes_is_what_the_register_says() {
    let desk = Desk::packaged();
    for (rest, place, said) in [
        (
            format!("{BY}\naddressed-to = [\"Mali\", \"Frence\"]"),
            "line 2, field `addressed-to`",
            "no State or organization is called `Frence`; did you mean France (FRA)",
        ),
        (format!("{BY}\naddressed-to = \"all-state\""), "line 8, field `addressed-to`", "did you mean \"all-states\"?"),
        (format!("{BY}\naddressed-to = []"), "line 2, field `addressed-to`", "a list without a State"),
        (
            "organizers = [{ name = \"the Steering Committee\", kind = \"state\" }]".to_owned(),
            "line 2, field `organizers`",
            "is on record as `campaign` (promoter steering-committee), not `state`",
        ),
        (
            "organizers = [{ name = \"a union\", kind = \"union\" }]".to_owned(),
            "line 7, field `organizers`",
            "non-governmental-organization",
        ),
        ("organizers = [\"  \"]".to_owned(), "line 2, field `organizers`", "has no name"),
    ] {
        desk.write("bad.toml", written(&rest));
        let complaint = desk.refused(&["import", "bad.toml"]);
        assert!(complaint.contains(&format!("bad.toml, {place}: ")) && complaint.contains(said), "{complaint}");
    }
}

/// The members of a body change; who may have belonged to it on a day is told by their terms.
#[test]
fn promoting_bodies_have_members_and_mandates_over_time() {
    let (desk, schema) = (Desk::packaged(), Schema::of("promoters"));
    let packaged = schema.of_answer(&desk, &["promoters", "IV-13", "--as-at", "2003-08-06"]);
    let ids: Vec<&str> =
        packaged["promoters"].as_array().unwrap().iter().map(|body| body["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["ohchr", "secretary-general", "special-rapporteur-on-migrants", "steering-committee"]);
    assert_eq!(
        packaged["promoters"][1]["mandates"][1],
        json!({ "by": "the General Assembly", "resolution": "57/201", "paragraph": "promotion", "term": null })
    );
    assert_eq!(
        (&packaged["promoters"][3]["existed"], &packaged["promoters"][3]["activities"]),
        (&json!("1998-03/.."), &json!(4))
    );
    // It was not there yet.
    assert_eq!(desk.json(&["promoters", "--as-at", "1998-02-28"])["promoters"].as_array().unwrap().len(), 3);
    let body = |rest: &str| {
        format!(
            "sources = [\"a paper\"]\n[[promoter]]\nid = \"friends\"\nname = \"the Friends of the Convention\"\nkind = \"campaign\"\ntreaties = [\"IV-13\"]\nexisted = \"2004/2012\"\n{rest}\n"
        )
    };
    let member = |name: &str, term: &str| {
        format!("[[promoter.member]]\nname = \"{name}\"\noffice = \"chair\"\nterm = \"{term}\"\n")
    };
    desk.write("body.toml", body(&format!("{}{}", member("A", "2004/2006-06"), member("B", "2006-07/2012"))));
    desk.done(&["import", "body.toml"]);
    for (day, on, off) in [("2005-01-01", "A", "B"), ("2008-01-01", "B", "A")] {
        let answer = schema.of_answer(&desk, &["promoters", "--as-at", day]);
        let friends = &answer["promoters"][0];
        assert_eq!((&friends["members"][0]["name"], &friends["other_members"][0]["name"]), (&json!(on), &json!(off)));
    }
    let before = desk.entries();
    for (rest, place, said) in [
        (member("A", "2006/2004"), "line 11, field `term`", "the earlier date comes first, as in 2004/2006"),
        (
            member("A", "2003/2005"),
            "line 2, field `term`",
            "the term of A is 2003/2005, and the body is on record for 2004/2012",
        ),
        (member("A", "2013"), "line 2, field `term`", "the body is on record for 2004/2012"),
        (
            format!("{}{}", member("A", "2004/2006"), member("A", "2005/..")),
            "line 2, field `member`",
            "A is a member twice at once (2005/..)",
        ),
        (
            "[[promoter.mandate]]\nresolution = \"57/210\"".to_owned(),
            "line 2, field `resolution`",
            "no resolution `57/210`",
        ),
        (
            "[[promoter.mandate]]\nresolution = \"57/201\"\nparagraph = \"promo\"".to_owned(),
            "line 2, field `paragraph`",
            "has no paragraph `promo`",
        ),
        ("[[promoter.mandate]]\nterm = \"2003\"".to_owned(), "line 2, field `by`", "says by whom it was entrusted"),
        (
            "also = [\"the Special Rapporteur\"]".to_owned(),
            "line 2, field `name`",
            "special-rapporteur-on-migrants is called `the Special Rapporteur` already",
        ),
    ] {
        desk.write("bad.toml", body(&rest));
        let complaint = desk.refused(&["import", "bad.toml"]);
        assert!(complaint.contains(&format!("bad.toml, {place}: ")) && complaint.contains(said), "{complaint}");
    }
    assert_eq!(desk.entries(), before);
    let table = desk.done(&["promoters", "--as-at", "2008-01-01"]);
    assert!(table.contains("B, chair (from July 2006 to 2012)"), "{table}");
}
