//! One treaty between two States: in force or not, since when, under which reservations, why.

use serde_json::Value;

use crate::convention::convention;
use crate::desk::Desk;
use crate::schemas::Schema;
use crate::statements::statement;

#[test]
fn between_two_parties_since_the_later_of_their_days() {
    let (desk, schema) = (Desk::packaged(), Schema::of("pair"));
    let pair = |one: &str, other: &str, day: &str| {
        let answer = schema.of_answer(&desk, &["pair", "IV-13", one, other, "--as-at", day]);
        (answer["in_force"].clone(), answer["since"].clone())
    };
    assert_eq!(pair("Niger", "Egypt", "2009-06-30"), (false.into(), Value::Null));
    assert_eq!(pair("Niger", "Egypt", "2009-07-01"), (true.into(), "2009-07-01".into()));
    assert_eq!(pair("Egypt", "Niger", "2009-07-01"), (true.into(), "2009-07-01".into()));
    assert_eq!(pair("Norway", "Niger", "2020-01-01").0, false);
    // Signatories are not parties, and those that have left are parties no longer.
    assert_eq!(pair("Cambodia", "Niger", "2012-01-01").0, false);
    for treaty in ["IV-2", "IV-4", "HCCH-28", "HCCH-41", "IV-9"] {
        schema.of_answer(&desk, &["pair", treaty, "France", "Mexico"]);
    }
}

#[test]
fn which_reservations_change_which_articles_in_which_direction() {
    let (desk, schema) = (Desk::packaged(), Schema::of("pair"));
    let answer = schema.of_answer(&desk, &["pair", "IV-13", "MEX", "Morocco", "--as-at", "2020-01-01"]);
    assert_eq!(answer["between"], serde_json::json!(["MEX", "MAR"]));
    let reservations = answer["reservations"].as_array().unwrap();
    let opt_out = reservations.iter().find(|one| one["id"] == "IV-13-MAR-1").unwrap();
    assert_eq!((&opt_out["reaction"], &opt_out["consequence"]), (&"not-needed".into(), &"reserved".into()));
    assert_eq!(opt_out["applies"][0], direction("MAR", "MEX", "92(1)", "21(1)(a)"));
    assert_eq!(opt_out["applies"][1], direction("MEX", "MAR", "92(1)", "21(1)(b)"));
    let narrowed =
        schema.of_answer(&desk, &["pair", "IV-13", "Mexico", "Morocco", "--article", "92", "--as-at", "2020-01-01"]);
    assert_eq!(narrowed["reservations"].as_array().unwrap().len(), 1);
    assert_eq!(narrowed["article"], "92");
    let said = desk.done(&["pair", "IV-13", "Mexico", "Morocco", "--as-at", "2020-01-01"]);
    assert!(said.contains("in force between them since 1 July 2003"), "{said}");
    assert!(said.contains("which article 92(2) of IV-13 permits"), "{said}");
    let csv = desk.done(&["pair", "IV-13", "Mexico", "Morocco", "--as-at", "2020-01-01", "--format", "csv"]);
    assert!(csv.contains("IV-13-MEX-1,MEX,MEX,MAR,22(4),modifies,deemed-accepted,reserved,21(1)(a)"), "{csv}");
}

fn direction(party: &str, towards: &str, provision: &str, article: &str) -> Value {
    serde_json::json!({ "party": party, "towards": towards, "provisions": [provision], "article": article })
}

#[test]
fn an_objection_excludes_the_treaty_between_two_and_nobody_else() {
    let (desk, schema) = (convention(), Schema::of("pair"));
    let reserved = "articles = [\"22\"]\neffect = \"excludes\"\nat = \"accession\"\ncirculated = 2010-01-15";
    // Niger acceded on 18 March 2009; its reservation is dated that day and circulated later.
    let file = [
        statement("r", "Niger", "reservation", "2009-03-18", reserved),
        statement("o", "Chile", "objection", "2010-03-01", "to = \"r\"\nextent = \"excludes-treaty\""),
        statement("s", "Peru", "objection", "2010-03-01", "to = \"r\""),
    ];
    desk.write("said.toml", file.concat()).done(&["import", "said.toml"]);
    let ask =
        |one: &str, other: &str, day: &str| schema.of_answer(&desk, &["pair", "IV-13", one, other, "--as-at", day]);
    assert_eq!(ask("Niger", "Chile", "2010-02-28")["since"], "2009-07-01");
    let excluded = ask("Chile", "Niger", "2010-03-01");
    assert_eq!(
        (&excluded["in_force"], &excluded["objections"][0]["extent"]),
        (&false.into(), &"excludes-treaty".into())
    );
    let reasons = excluded["reasons"].as_array().unwrap();
    assert!(
        reasons.iter().any(|one| one["reason"] == "treaty-excluded" && one["article"] == "20(4)(b)"),
        "{reasons:?}"
    );
    let simple = ask("Peru", "Niger", "2010-03-01");
    assert_eq!((&simple["in_force"], &simple["since"]), (&true.into(), &"2009-07-01".into()));
    assert_eq!(simple["reservations"][0]["consequence"], "not-to-that-extent");
    assert_eq!(simple["reservations"][0]["applies"][0], direction("NER", "PER", "22", "21(3)"));
    // The reservation does not modify the treaty for the others between themselves (VCLT 21(2)).
    assert_eq!(ask("Peru", "Chile", "2010-03-01")["reservations"], serde_json::json!([]));
    let withdrawn = statement("w", "Niger", "withdrawal", "2015-01-10", "to = \"r\"");
    desk.write("withdrawn.toml", withdrawn).done(&["import", "withdrawn.toml"]);
    let restored = ask("Niger", "Chile", "2015-01-10");
    assert_eq!((&restored["in_force"], &restored["since"]), (&true.into(), &"2009-07-01".into()));
    assert_eq!((&restored["reservations"], &restored["objections"]), (&serde_json::json!([]), &serde_json::json!([])));
    assert_eq!(restored["without_effect"][0]["state"], "withdrawn");
}

#[test]
fn accession_to_the_child_abduction_convention_is_effective_only_towards_those_that_accept_it() {
    let (desk, schema) = (Desk::packaged(), Schema::of("pair"));
    // Made-up acts and acceptances: what is shown is the rule of article 38.
    let acts = "treaty,party,action,date\nHCCH-28,France,ratification,1982-09-16\nHCCH-28,Canada,ratification,1983-06-02\n\
                HCCH-28,Portugal,ratification,1983-09-29\nHCCH-28,Chile,accession,1994-02-23\n";
    desk.write("acts.csv", acts).done(&["import", "acts.csv"]);
    let accepted = statement("fra", "France", "acceptance", "1994-05-20", "of = \"Chile\"").replace("IV-13", "HCCH-28");
    desk.write("accepted.toml", accepted).done(&["import", "accepted.toml"]);
    let ask = |one: &str, other: &str, day: &str| {
        let answer = schema.of_answer(&desk, &["pair", "HCCH-28", one, other, "--as-at", day]);
        answer["since"].clone()
    };
    assert_eq!(ask("France", "Canada", "1994-08-01"), "1983-12-01", "ratifying States need no acceptance");
    assert_eq!(ask("Chile", "France", "1994-07-31"), Value::Null);
    assert_eq!(ask("Chile", "France", "1994-08-01"), "1994-08-01", "the first day of the third calendar month after");
    assert_eq!(ask("Canada", "Chile", "2020-01-01"), Value::Null);
}

#[test]
fn a_pair_is_two_different_states_of_the_register() {
    let desk = Desk::packaged();
    assert!(desk.refused(&["pair", "IV-13", "Mali", "MLI"]).contains("named twice"));
    assert!(desk.refused(&["pair", "IV-13", "Mali", "Atlantis"]).contains("Atlantis"));
    assert!(desk.refused(&["pair", "IV-99", "Mali", "Chile"]).contains("IV-99"));
}

#[test]
fn what_was_recorded_later_is_not_known_before() {
    let desk = convention();
    let before = desk.entries().to_string();
    let said = statement(
        "r",
        "Chile",
        "reservation",
        "2005-03-21",
        "articles = [\"22\"]\neffect = \"excludes\"\nat = \"ratification\"",
    );
    desk.write("said.toml", said).done(&["record", "said.toml"]);
    let number = |known: &str| {
        let asked = ["pair", "IV-13", "Chile", "Mali", "--as-at", "2010-01-01", "--known-at", known];
        desk.json(&asked)["reservations"].as_array().unwrap().len()
    };
    assert_eq!((number(&before), number("all")), (0, 1));
}
