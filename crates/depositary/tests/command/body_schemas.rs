//! The answers on treaty bodies, reports, declarations and calendars are as their published schemas say.

use serde_json::Value;

use crate::convention::with_the_sixth_meeting;
use crate::desk::Desk;
use crate::schemas::{Schema, treaties};

/// A register in which every kind of thing has happened in the Committee on Migrant Workers, with reports and declarations.
fn with_a_body_at_work() -> Desk {
    let desk = with_the_sixth_meeting();
    let member = "{ name = \"Ahmadou Tall\", nominated-by = \"Senegal\" }";
    let records = [
        "[[vacancy]]\ntreaty = \"IV-13\"\ndate = 2014-05-01\nname = \"Ahmadou Tall\"\nnominated-by = \"Senegal\"\ncause = \"resignation\"\n",
        &format!(
            "[[appointment]]\ntreaty = \"IV-13\"\ndate = 2014-06-01\napproved = 2014-06-05\ninstead-of = {member}\nname = \"A. B.\"\nnominated-by = \"Senegal\"\n"
        ),
        "[[officers]]\ntreaty = \"IV-13\"\ndate = 2014-06-06\nofficer = [{ office = \"chair\", name = \"A. B.\", nominated-by = \"Senegal\" }]\n",
        "[[meeting]]\ntreaty = \"IV-13\"\nnumber = 7\ndate = 2015-06-30\npresent = 20\noverride = \"as minuted\"\n",
        "[[report]]\ntreaty = \"IV-13\"\nparty = \"Egypt\"\nreports = [1]\nstep = \"due-set\"\ndate = 2005-06-01\ndue = 2006-01-01\n",
        "[[report]]\ntreaty = \"IV-13\"\nparty = \"Egypt\"\nreports = [1]\nstep = \"submitted\"\ndate = 2006-02-01\n",
        "[[report]]\ntreaty = \"IV-13\"\nparty = \"Egypt\"\nreports = [1]\nstep = \"list-of-issues\"\ndate = 2006-03-01\ndue = 2026-03-01\n",
        "[[declaration]]\ntreaty = \"IV-13\"\nparty = \"Mali\"\narticle = \"76\"\ndeed = \"made\"\ndate = 2010-01-05\n",
        "[[declaration]]\ntreaty = \"IV-13\"\nparty = \"Mali\"\narticle = \"76\"\ndeed = \"withdrawn\"\ndate = 2011-01-05\n",
    ];
    desk.write("records.toml", records.concat()).done(&["import", "records.toml"]);
    desk
}

const DAYS: [&str; 6] = ["2003-06-10", "2003-12-11", "2009-06-30", "2015-07-01", "2024-01-01", "1980-01-01"];

#[test]
fn every_treaty_body() {
    let (packaged, desk, schema) = (Desk::packaged(), with_a_body_at_work(), Schema::of("committee"));
    for treaty in ["IV-2", "IV-3", "IV-4", "IV-8", "IV-9", "IV-9-b", "IV-10", "IV-11", "IV-13", "IV-15", "IV-16"] {
        schema.of_answer(&packaged, &["committee", treaty]);
    }
    for day in DAYS {
        schema.of_answer(&desk, &["committee", "IV-13", "--as-at", day]);
    }
    let answer = schema.of_answer(&desk, &["committee", "IV-13", "--as-at", "2015-07-01"]);
    let some = |field: &str| answer[field].as_array().is_some_and(|values| !values.is_empty());
    for field in ["members", "officers", "meetings", "elections", "other_acts", "remarks", "clocks", "regions"] {
        assert!(some(field), "no {field} to look at");
    }
    let altered = |field: &str, value: Value| {
        let mut copy = answer.clone();
        copy[field] = value;
        schema.accepts(&copy)
    };
    assert!(
        !altered("seats", "fourteen".into()) && !altered("as_at", "1 July 2009".into()) && altered("more", 1.into())
    );
}

#[test]
fn the_reports_under_every_treaty_and_of_a_state() {
    let (packaged, desk, schema) = (Desk::packaged(), with_a_body_at_work(), Schema::of("reports"));
    for treaty in treaties() {
        schema.of_answer(&packaged, &["reports", &treaty, "--as-at", "2015-07-01"]);
    }
    for day in DAYS {
        schema.of_answer(&desk, &["reports", "IV-13", "--as-at", day]);
    }
    let of_state = Schema::of("reports-of-state");
    for state in ["Mali", "Egypt", "Norway", "Czechoslovakia", "Niue"] {
        of_state.of_answer(&packaged, &["reports", "--state", state, "--as-at", "2015-07-01"]);
    }
    let egypt = schema.of_answer(&desk, &["reports", "IV-13", "Egypt", "--as-at", "2015-07-01"]);
    let bases: Vec<&Value> =
        egypt["reports"][0]["due_dates"].as_array().unwrap().iter().map(|due| &due["basis"]).collect();
    assert_eq!(bases, ["treaty", "body"]);
    assert!(!of_state.accepts(&egypt), "the reports under a treaty are not those of a State");
    let mut altered = egypt;
    altered["reports"][0]["category"] = "overdue".into();
    assert!(!schema.accepts(&altered));
}

#[test]
fn calendars_and_declarations() {
    let (packaged, desk, schema) = (Desk::packaged(), with_a_body_at_work(), Schema::of("calendar"));
    let mut kinds: Vec<String> = Vec::new();
    for asked in [&["calendar"][..], &["calendar", "IV-13"], &["calendar", "--state", "Egypt", "--until", "2030-01-01"]]
    {
        for day in DAYS {
            let asked: Vec<&str> = asked.iter().copied().chain(["--as-at", day]).collect();
            schema.of_answer(&packaged, &asked);
            let answer = schema.of_answer(&desk, &asked);
            let clocks = answer["clocks"].as_array().unwrap().iter();
            kinds.extend(clocks.map(|one| one["what"].as_str().unwrap().to_owned()));
        }
    }
    for kind in
        ["report", "replies", "end-of-office", "election", "seats", "denunciation-possible", "revision-possible"]
    {
        assert!(kinds.iter().any(|known| known == kind), "no `{kind}` to look at");
    }
    let declarations = Schema::of("declarations");
    for treaty in treaties() {
        declarations.of_answer(&packaged, &["declarations", &treaty]);
    }
    let mut answer = declarations.of_answer(&desk, &["declarations", "IV-13", "--as-at", "2015-07-01"]);
    assert_eq!(answer["articles"][0]["declarations"][0]["withdrawn"], "2011-01-05");
    answer["articles"][0]["count"] = "three".into();
    assert!(!declarations.accepts(&answer));
}
