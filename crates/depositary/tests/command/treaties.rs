//! Every packaged treaty whose acts are packaged: its entry into force as derived, and as the depositary published it.

use serde_json::Value;

use crate::desk::Desk;

#[test]
fn every_derived_date_is_the_published_one_or_the_file_says_why_not() {
    let desk = Desk::packaged();
    let found = desk.json(&["check-treaties"]);
    let treaties = found["treaties"].as_array().unwrap();
    assert!(treaties.len() >= 27, "{} treaties with acts", treaties.len());
    for line in treaties {
        assert!(line["equal"] == true || !line["because"].is_null(), "{line}");
    }
    assert_eq!(found["differences"], 0);
    assert_eq!(found["parties_differences"], 0);
    assert!(found["parties_compared"].as_u64().unwrap() >= 1400, "{}", found["parties_compared"]);
    let of = |id: &str| treaties.iter().find(|line| line["treaty"] == id).unwrap();
    // Predecessor States' deposits are needed for these, and another treaty's entry into force for the last two.
    for (id, date) in [
        ("IV-1", "1951-01-12"),
        ("IV-2", "1969-01-04"),
        ("IV-3", "1976-01-03"),
        ("IV-4", "1976-03-23"),
        ("IV-8", "1981-09-03"),
        ("IV-11", "1990-09-02"),
        ("IV-11-a", "2002-11-18"),
        ("IV-13", "2003-07-01"),
        ("IV-5", "1976-03-23"),
        ("IV-15-a", "2008-05-03"),
    ] {
        assert_eq!(of(id)["derived"], date, "{id}");
    }
    for id in ["IV-2-a", "IV-8-a", "IV-9-a"] {
        assert_eq!(of(id)["derived"], Value::Null, "{id}");
    }
}

#[test]
fn a_state_that_is_no_more_counts_for_the_past_and_is_no_party() {
    let desk = Desk::packaged();
    let find = |day: &str| {
        let status = desk.json(&["status", "IV-4", "--as-at", day]);
        status["participants"].as_array().unwrap().iter().find(|one| one["party"] == "CSK").cloned().unwrap()
    };
    assert_eq!(find("1980-01-01")["in_force"], "1976-03-23");
    assert_eq!(find("1980-01-01")["ended"], "1993-01-01");
    let parties = |day: &str| desk.json(&["status", "IV-4", "--as-at", day])["counts"]["parties"].as_u64().unwrap();
    let before = desk.json(&["status", "IV-4", "--as-at", "1992-12-31"]);
    assert!(before["participants"].as_array().unwrap().iter().any(|one| one["party"] == "CSK"));
    assert_eq!(parties("1992-12-31") + 1, parties("1993-01-01"), "one State less, and two that succeed to it");
}

#[test]
fn a_treaty_waits_for_the_one_that_it_is_subject_to() {
    let desk = Desk::packaged();
    let prose = desk.done(&["explain", "IV-15-a"]);
    assert!(prose.contains("subject to the entry into force of IV-15, which is 3 May 2008"), "{prose}");
    let prose = desk.done(&["explain", "IV-11-a"]);
    assert!(prose.contains("acceptance by 2/3 of the parties to IV-11. On 18 November 2002 these were"), "{prose}");
}

#[test]
fn what_would_follow_from_the_forty_first_instrument() {
    let desk = Desk::packaged();
    // As the register stood before Niger's deposit.
    let arguments = ["what-if", "IV-13", "--act", "Norway, accession, 2009-03-17", "--as-at", "2009-03-17"];
    let told = desk.done(&arguments);
    assert!(told.contains("the treaty body has 14 seats from 1 July 2009 (article 72(1)(b))"), "{told}");
    assert!(told.contains("contracting: 41 instead of 40"), "{told}");
    assert!(told.contains("Norway: initial report due by 1 July 2010 (article 73(1)(a))"), "{told}");
    let before = desk.entries();
    desk.json(&arguments);
    assert_eq!(desk.entries(), before, "nothing is recorded");
}

#[test]
fn what_if_equals_recording_it() {
    let desk = Desk::packaged();
    let supposed = desk.json(&["what-if", "IV-13", "--act", "Norway, accession, 2020-01-31", "--as-at", "2024-01-01"]);
    let change =
        supposed["consequences"].as_array().unwrap().iter().find(|one| one["change"] == "participant").unwrap().clone();
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Norway,accession,2020-01-31\n");
    desk.done(&["import", "act.csv"]);
    let status = desk.json(&["status", "IV-13", "--as-at", "2024-01-01"]);
    let norway = status["participants"].as_array().unwrap().iter().find(|one| one["party"] == "NOR").unwrap().clone();
    assert_eq!(change["after"], norway["in_force"]);
    assert_eq!(norway["in_force"], "2020-05-01", "30 April, then the first of the month that follows");
}

#[test]
fn what_cannot_be_recorded_cannot_be_supposed() {
    let desk = Desk::packaged();
    assert!(
        desk.refused(&["what-if", "IV-13", "--act", "Mali, accession, 2010-01-01"]).contains("Mali is bound already")
    );
    assert!(desk.refused(&["what-if", "IV-13", "--act", "Norway accession"]).contains("Mali, accession, 2003-01-15"));
    assert!(desk.refused(&["what-if", "IV-13", "--act", "Norwegia, accession, 2010-01-01"]).contains("Norway (NOR)"));
}
