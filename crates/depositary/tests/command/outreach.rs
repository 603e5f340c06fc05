//! The States not bound by a treaty: counts and facts, and the note about one.

use std::process::Command;

use serde_json::{Value, json};

use crate::desk::{Desk, Said};
use crate::schemas::Schema;

fn state<'a>(answer: &'a Value, code: &str) -> &'a Value {
    answer["states"].as_array().unwrap().iter().find(|state| state["party"] == code).unwrap()
}

fn with_meeting(desk: &Desk) {
    desk.write(
        "meetings.toml",
        "sources = [\"a paper\"]\n\
         [[activity]]\nid = \"first\"\nkind = \"meeting\"\ntreaty = \"IV-13\"\nwhat = \"met\"\ndate = \"2002-05\"\n\
         organizers = [\"the Steering Committee\"]\naddressed-to = [\"Chile\"]\n\
         [[activity]]\nid = \"second\"\nkind = \"meeting\"\ntreaty = \"IV-13\"\nwhat = \"met\"\ndate = \"2003-02~\"\n\
         organizers = [\"a union\"]\naddressed-to = [\"CHL\", \"Togo\"]\n\
         [[activity]]\nid = \"later\"\nkind = \"meeting\"\ntreaty = \"IV-13\"\nwhat = \"met\"\ndate = \"2003-09\"\n\
         organizers = [\"a union\"]\naddressed-to = [\"Chile\"]\n",
    );
    desk.done(&["import", "meetings.toml"]);
}

/// As at 10 June 2003 the depositary's tables show ten signatories that had not ratified; the eleventh of the report of that
/// year is only reported. All 193 Members of 2024 but East Timor (a Member since 2002), Montenegro and South Sudan existed then.
#[test]
fn every_state_that_is_not_bound_is_told_of_with_what_it_did() {
    let (desk, schema) = (Desk::packaged(), Schema::of("outreach"));
    with_meeting(&desk);
    let answer = schema.of_answer(&desk, &["outreach", "IV-13", "--as-at", "2003-06-10"]);
    let counts = &answer["counts"];
    assert_eq!((&counts["signatories"], &counts["signed_over_ten_years"]), (&json!(10), &json!(0)));
    assert_eq!((&counts["addressed"], &counts["signatories_not_addressed"]), (&json!(2), &json!(8)));
    assert_eq!(
        answer["states"].as_array().unwrap().len(),
        usize::try_from(counts["not_bound"].as_u64().unwrap()).unwrap()
    );
    for bound in ["MEX", "MLI", "MNE", "SSD", "CSK", "EUU"] {
        assert!(answer["states"].as_array().unwrap().iter().all(|state| state["party"] != bound), "{bound}");
    }
    let chile = state(&answer, "CHL");
    assert_eq!(
        (&chile["signature"], &chile["signed_since"]),
        (&json!("1993-09-24"), &json!({ "years": 9, "months": 8, "days": 17 }))
    );
    // What is to come is not told of, and what is about a month may have been then.
    assert_eq!(chile["activities"], json!(["first", "second"]));
    assert_eq!(chile["last"], json!({ "id": "second", "date": "2003-02~", "organizers": ["a union"] }));
    // The Conventions of 2006 were still to come.
    let sisters: Vec<&str> =
        answer["sisters"].as_array().unwrap().iter().map(|one| one["treaty"].as_str().unwrap()).collect();
    assert_eq!(sisters, ["IV-2", "IV-3", "IV-4", "IV-8", "IV-9", "IV-11"]);
    assert_eq!(chile["party_to"].as_array().unwrap().len(), 6);
    let sudan = state(&answer, "SDN");
    assert_eq!((&sudan["signed"], sudan["reported"].as_array().unwrap().len()), (&json!(false), 1));
    assert_eq!(answer["to_all_states"], json!(["advisory-services", "migrants-day-call-2002"]));
    // Ten years and a day later Chile has been bound for long.
    let later = schema.of_answer(&desk, &["outreach", "IV-13", "--as-at", "2013-06-11"]);
    assert!(later["states"].as_array().unwrap().iter().all(|state| state["party"] != "CHL"));
    schema.of_answer(&desk, &["outreach", "XXVII-7-d"]);
    let signed = schema.of_answer(&desk, &["outreach", "CETS-201"]);
    assert_eq!(signed["covers"], "states-that-acted");
}

#[test]
fn states_are_found_by_group_and_by_signature() {
    let desk = Desk::packaged();
    let codes = |filters: &[&str]| -> Vec<String> {
        let answer = desk.json(&[&["outreach", "IV-13", "--as-at", "2003-06-10"], filters].concat());
        answer["states"].as_array().unwrap().iter().map(|one| one["party"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(&["--signed"]), ["BGD", "BFA", "CHL", "COM", "GNB", "PRY", "STP", "SLE", "TGO", "TUR"]);
    assert_eq!(codes(&["--signed", "--group", "latin american and caribbean states"]), ["CHL", "PRY"]);
    assert_eq!(codes(&["Chile"]), ["CHL"]);
    assert_eq!(codes(&["--signed"]).len() + codes(&["--not-signed"]).len(), codes(&[]).len());
    let table = desk.done(&["outreach", "IV-13", "--signed", "--as-at", "2003-12-31"]);
    assert!(
        table.contains("9 signatories have not consented to be bound; 1 of them signed more than ten years before."),
        "{table}"
    );
    assert!(table.contains("no statement of the status of any State"), "{table}");
    assert!(desk.refused(&["outreach", "IV-13", "--group", "GRULAC"]).contains("Latin American and Caribbean States"));
    assert!(desk.refused(&["outreach", "IV-13", "Mexico"]).contains("MEX is not among the States not bound"));
    assert!(desk.refused(&["outreach", "IV-13", "Mexco"]).contains("did you mean Mexico (MEX)"));
    assert!(desk.refused(&["outreach", "IV-13", "--format", "pdf"]).contains("a note is about one State"));
    let csv = desk.done(&["outreach", "IV-13", "Chile", "--as-at", "2003-06-10", "--format", "csv"]);
    assert!(csv.contains("CHL,Chile,Latin American and Caribbean States,1993-09-24,9,8,"), "{csv}");
}

/// The note says the same on a page and in print.
#[test]
fn the_note_about_a_state_is_printed() {
    let desk = Desk::packaged();
    with_meeting(&desk);
    let asked = ["outreach", "IV-13", "Chile", "--as-at", "2003-06-10", "--format"];
    let page = desk.done(&[&asked[..], &["html"]].concat());
    desk.done(&[&asked[..], &["pdf", "--out", "note.pdf"]].concat());
    let mut command = Command::new("pdftotext");
    command.arg(desk.path("note.pdf")).arg("-");
    let print = Said::by(command).out.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Chile signed the treaty on 24 September 1993, 9 years and 8 months before 10 June 2003",
        "Regional group: Latin American and Caribbean States.",
        "In or about February 2003",
        "6 of 6",
        "They are no statement of the status of any State",
    ] {
        assert!(page.contains(words) && print.contains(words), "{words}: {print}");
    }
}
