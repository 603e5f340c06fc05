//! Why a date is what it is.

use crate::desk::Desk;

#[test]
fn mali_with_deposits_article_arithmetic_and_the_other_reading() {
    let desk = Desk::packaged();
    let prose = desk.done(&["explain", "IV-13", "Mali", "--as-at", "2004-01-01"]);
    for part in [
        "Mali deposited its instrument of accession on 5 June 2003",
        "requires 20 instruments of ratification or accession",
        "Egypt (accession, 19 February 1993)",
        "El Salvador and Guatemala both deposited",
        "14 March 2003 + 3 months = 14 June 2003",
        "the first day of the month that follows is 1 July 2003",
        "letter of article 87(1)",
        "analogy with article 87(2)",
        "5 June 2003 + 3 months = 5 September 2003; the first day of the month that follows is 1 October 2003",
        "unsettled",
        "in force for Mali since 1 July 2003, in accordance with article 87(1)",
    ] {
        assert!(prose.contains(part), "`{part}` is not in:\n{prose}");
    }
    let data = desk.json(&["explain", "IV-13", "Mali", "--as-at", "2004-01-01"]);
    assert_eq!(data["date"], "2003-07-01");
    assert_eq!(data["article"], "87(1)");
    assert_eq!(data["party"], "MLI");
    let interval = data["reasons"].as_array().unwrap().iter().find(|reason| reason["reason"] == "interval").unwrap();
    assert_eq!(interval["applied"]["reading"], "with the treaty");
    assert_eq!(interval["other"]["date"], "2003-10-01");
}

#[test]
fn a_decision_of_the_depositary_overrides_and_both_are_shown() {
    let desk = Desk::packaged();
    desk.write(
        "decision.toml",
        "[decision]\ntreaty = \"IV-13\"\nparty = \"Mali\"\nin-force = 2003-10-01\narticle = \"87(2)\"\n\
         because = \"an example for this test\"\ndate = 2003-06-20\nsource = \"test\"\n",
    );
    desk.done(&["record", "decision.toml"]);
    let data = desk.json(&["explain", "IV-13", "Mali", "--as-at", "2004-01-01"]);
    assert_eq!(data["date"], "2003-10-01");
    assert_eq!(data["article"], "87(2)");
    assert!(data["prose"].as_str().unwrap().contains("The clauses alone would give 1 July 2003"), "{data}");
    let status = desk.json(&["status", "IV-13", "--as-at", "2003-07-01"]);
    assert_eq!(status["counts"]["parties"], 21);
}

#[test]
fn the_treaty_itself_and_what_is_still_wanting() {
    let desk = Desk::packaged();
    let before = desk.done(&["explain", "IV-13", "--as-at", "2003-03-13"]);
    assert!(before.contains("1 more is needed"), "{before}");
    assert!(before.contains("not in force on 13 March 2003"), "{before}");
    let after = desk.done(&["explain", "IV-13", "--as-at", "2003-07-01"]);
    assert!(after.contains("in force since 1 July 2003"), "{after}");
    assert!(after.contains("neither of these States alone made up the number"), "{after}");
}

#[test]
fn those_that_are_not_bound() {
    let desk = Desk::packaged();
    let signed = desk.done(&["explain", "IV-13", "Chile", "--as-at", "2003-06-10"]);
    assert!(signed.contains("a signatory is not a party"), "{signed}");
    let reported = desk.done(&["explain", "IV-13", "Sudan", "--as-at", "2003-06-10"]);
    assert!(reported.contains("is only reported") && reported.contains("does not count"), "{reported}");
    let nothing = desk.done(&["explain", "IV-13", "Norway"]);
    assert!(nothing.contains("Norway had done nothing"), "{nothing}");
}

#[test]
fn a_denunciation_runs_from_its_receipt() {
    let desk = Desk::packaged();
    desk.write("notice.csv", "treaty,party,action,date,received\nIV-13,Egypt,denunciation,2010-03-20,2010-04-02\n");
    desk.done(&["import", "notice.csv"]);
    let data = desk.json(&["explain", "IV-13", "Egypt", "--as-at", "2012-01-01"]);
    assert_eq!(data["date"], "2003-07-01");
    assert_eq!(data["ended"], "2011-05-01", "2 April 2011, then the first of the month that follows");
    let on = |day: &str| desk.json(&["status", "IV-13", "--as-at", day])["counts"]["parties"].as_u64().unwrap();
    assert_eq!(on("2011-04-30") - 1, on("2011-05-01"));
}

#[test]
fn what_a_state_has_said_stands_behind_the_reasons() {
    let desk = Desk::packaged();
    let chile = desk.done(&["explain", "IV-13", "Chile", "--as-at", "2020-01-01"]);
    let (reasons, said) = chile.split_once("What it has said:").unwrap();
    assert!(reasons.contains("So the treaty has been in force for Chile since 1 July 2005"), "{reasons}");
    assert!(said.contains("Reservation IV-13-CHL-") && said.contains("article 22(5)"), "{said}");
    assert!(!desk.done(&["explain", "IV-13", "Mali"]).contains("What it has said"));
    let answer = desk.json(&["explain", "IV-13", "Chile", "--as-at", "2020-01-01"]);
    assert!(answer["statements"].as_array().unwrap().iter().any(|id| id.as_str().unwrap().starts_with("IV-13-CHL-")));
}
