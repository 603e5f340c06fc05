//! The status of the Migrant Workers Convention, to the State, on the days that matter.

use serde_json::Value;

use crate::desk::Desk;

/// The contracting States by day of deposit, from the depositary's tables; deposits of one day by name.
const BY_DEPOSIT: &str = "EGY MAR SYC COL PHL UGA LKA BIH CPV AZE MEX SEN GHA GIN BOL URY BLZ TJK ECU SLV GTM MLI KGZ \
    BFA TLS LBY TUR CHL DZA SYR HND PER LSO NIC MRT ARG ALB PRY JAM RWA NER NGA GUY VCT BGD IDN MOZ MDG VEN STP COG BEN \
    GMB GNB FJI TGO TCD MWI CIV";

fn first(number: usize) -> Vec<&'static str> {
    let mut codes: Vec<&str> = BY_DEPOSIT.split_whitespace().take(number).collect();
    codes.sort_unstable();
    codes
}

fn codes(status: &Value, wanted: impl Fn(&Value) -> bool) -> Vec<&str> {
    let participants = status["participants"].as_array().unwrap().iter();
    let mut codes: Vec<&str> =
        participants.filter(|one| wanted(one)).map(|one| one["party"].as_str().unwrap()).collect();
    codes.sort_unstable();
    codes
}

fn contracting(one: &Value) -> bool {
    !one["consent"].is_null() && one["standing"] != "reported"
}

#[test]
fn right_to_the_state_on_every_day_that_matters() {
    let desk = Desk::packaged();
    // Day, contracting States, parties, signatories, signatories not contracting; the treaty's own date.
    let cases = [
        ("2003-03-13", 19, 0, 17, 12, Value::Null),
        ("2003-03-14", 21, 0, 17, 10, "2003-07-01".into()),
        ("2003-06-30", 22, 0, 17, 10, "2003-07-01".into()),
        ("2003-07-01", 22, 22, 17, 10, "2003-07-01".into()),
        ("2009-06-30", 41, 40, 30, 15, "2003-07-01".into()),
        ("2009-07-01", 41, 41, 30, 15, "2003-07-01".into()),
        ("2024-01-01", 59, 59, 40, 11, "2003-07-01".into()),
    ];
    for (day, bound, parties, signatories, only_signed, date) in cases {
        let status = desk.json(&["status", "IV-13", "--as-at", day]);
        assert_eq!(status["as_at"], day);
        assert_eq!(status["entry_into_force"]["date"], date, "{day}");
        assert_eq!(codes(&status, contracting), first(bound), "{day}");
        let in_force = |one: &Value| one["in_force"].as_str().is_some_and(|date| date <= day);
        assert_eq!(codes(&status, in_force), first(parties), "{day}");
        let counts = &status["counts"];
        assert_eq!(counts["contracting"], bound, "{day}");
        assert_eq!(counts["parties"], parties, "{day}");
        assert_eq!(counts["signatories"], signatories, "{day}");
        assert_eq!(counts["signatories_not_contracting"], only_signed, "{day}");
    }
}

#[test]
fn each_state_has_its_own_date() {
    let desk = Desk::packaged();
    let status = desk.json(&["status", "IV-13", "--as-at", "2024-01-01"]);
    let published = [
        ("EGY", "2003-07-01"),
        ("MLI", "2003-07-01"),
        ("KGZ", "2004-01-01"),
        ("BFA", "2004-03-01"),
        ("TLS", "2004-05-01"),
        ("TUR", "2005-01-01"),
        ("PER", "2006-01-01"),
        ("LSO", "2006-01-01"),
        ("JAM", "2009-01-01"),
        ("RWA", "2009-04-01"),
        ("NER", "2009-07-01"),
        ("NGA", "2009-11-01"),
        ("IDN", "2012-09-01"),
        ("CIV", "2024-01-01"),
    ];
    for (code, date) in published {
        let found = status["participants"].as_array().unwrap().iter().find(|one| one["party"] == code).unwrap();
        assert_eq!(found["in_force"], date, "{code}");
    }
}

#[test]
fn a_party_has_the_name_of_the_day() {
    let desk = Desk::packaged();
    let name = |code: &str, day: &str| {
        let status = desk.json(&["status", "IV-13", "--as-at", day]);
        let found = status["participants"].as_array().unwrap().iter().find(|one| one["party"] == code).cloned();
        found.unwrap()["name"].as_str().unwrap().to_owned()
    };
    assert_eq!(name("CPV", "2003-06-10"), "Cape Verde");
    assert_eq!(name("CPV", "2024-01-01"), "Cabo Verde");
    assert_eq!(name("TUR", "2003-06-10"), "Turkey");
    assert_eq!(name("TUR", "2024-01-01"), "Türkiye");
    assert_eq!(name("LBY", "2005-01-01"), "Libyan Arab Jamahiriya");
    assert_eq!(name("BOL", "2003-06-10"), "Bolivia");
    assert_eq!(name("SRB", "2005-01-01"), "Serbia and Montenegro");
}

#[test]
fn a_signature_that_is_only_reported_is_shown_and_not_counted() {
    let desk = Desk::packaged();
    let status = desk.json(&["status", "IV-13", "--as-at", "2003-06-10"]);
    assert_eq!(codes(&status, |one| one["standing"] == "reported"), ["SDN"]);
    assert_eq!(status["counts"]["signatories_not_contracting"], 10);
    assert_eq!(status["counts"]["reported_only"], 1);
    let sudan = status["participants"].as_array().unwrap().iter().find(|one| one["party"] == "SDN").unwrap();
    assert_eq!(sudan["signature"], Value::Null, "no source gives a day");
    assert_eq!(sudan["reported"][0]["date"], "../2003-06-10");
    let before = desk.json(&["status", "IV-13", "--as-at", "2003-06-09"]);
    assert_eq!(codes(&before, |one| one["party"] == "SDN"), Vec::<&str>::new());
}

#[test]
fn participants_stand_in_alphabetical_order() {
    let desk = Desk::packaged();
    let status = desk.json(&["status", "IV-13", "--as-at", "2024-01-01"]);
    let names: Vec<&str> =
        status["participants"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    let at = |name: &str| names.iter().position(|other| *other == name).unwrap();
    assert_eq!(at("Congo") + 1, at("Côte d'Ivoire"));
    assert!(at("Côte d'Ivoire") < at("Ecuador"));
    assert!(at("Togo") < at("Türkiye") && at("Türkiye") < at("Uganda"));
}

#[test]
fn a_state_is_found_by_code_and_by_any_name() {
    let desk = Desk::packaged();
    for name in ["CPV", "cpv", "Cabo Verde", "Cape Verde", "cape verde"] {
        let state = desk.json(&["state", name, "--as-at", "2024-01-01"]);
        assert_eq!(state["party"], "CPV", "{name}");
        assert_eq!(state["name"], "Cabo Verde", "{name}");
    }
    let mali = desk.json(&["state", "Mali", "--as-at", "2024-01-01"]);
    let of = mali["treaties"].as_array().unwrap().iter().find(|one| one["treaty"] == "IV-13").unwrap();
    assert_eq!(of["consent"]["action"], "accession");
    assert_eq!(of["consent"]["date"], "2003-06-05");
    for name in ["the Sudan", "Côte d’Ivoire", "Cote d'Ivoire", "Turkiye", "St. Vincent & the Grenadines"] {
        desk.json(&["state", name]);
    }
}

#[test]
fn every_form_of_the_answer_says_the_same() {
    let desk = Desk::packaged();
    let csv = desk.done(&["status", "IV-13", "--as-at", "2024-01-01", "--format", "csv"]);
    assert_eq!(csv.lines().count(), 72, "a head and 71 participants");
    assert!(csv.starts_with("party,name,signature,"));
    let table = desk.done(&["status", "IV-13", "--as-at", "2024-01-01"]);
    assert!(table.contains("in force since 1 July 2003, in accordance with article 87(1)"), "{table}");
    assert!(table.contains("Signatories 40 · contracting States 59 · parties 59"), "{table}");
}

#[test]
fn a_question_may_look_at_what_had_been_recorded() {
    let desk = Desk::packaged();
    desk.write("late.csv", "treaty,party,action,date\nIV-13,Malta,accession,2010-01-05\n");
    let before = desk.entries().to_string();
    desk.done(&["import", "late.csv"]);
    let contracting = |known: &str| {
        let status = desk.json(&["status", "IV-13", "--as-at", "2024-01-01", "--known-at", known]);
        status["counts"]["contracting"].as_u64().unwrap()
    };
    assert_eq!(contracting(&before), 59);
    assert_eq!(contracting("all"), 60);
    let complaint = desk.refused(&["status", "IV-13", "--known-at", "2003-06-10"]);
    assert!(complaint.contains("nothing had been recorded by then"), "{complaint}");
}
