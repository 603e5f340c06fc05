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

const HONG_KONG: &str = "[[territory]]\nname = \"Hong Kong\"\njoins = \"when named\"\n\
    of = [{ party = \"GBR\", until = 1997-07-01 }, { party = \"CHN\", from = 1997-07-01 }]\n\
    [[territory]]\nname = \"Greenland\"\nof = [{ party = \"DNK\" }]\n";

/// A made-up treaty: what is shown is the rule of VCLT 29, not who did what.
const EXAMPLE: &str = "treaty = \"X-1\"\ndepositary = \"x\"\nadopted = { on = 1980-01-01 }\ntitle = { en = \"Convention on Examples\" }\n\
    [entry-into-force]\narticle = \"1\"\nwhen = { instruments = 1 }\nthen = \"on the day of\"\n\
    [entry-into-force.each-party]\narticle = \"1\"\nfor = \"deposits after the Nth\"\nthen = \"on the day of\"\n";

fn examples(acts: &str, more: &[&str]) -> Desk {
    let desk = Desk::packaged();
    desk.write("example.toml", EXAMPLE).write("territories.toml", HONG_KONG);
    desk.write("acts.csv", format!("treaty,party,action,date\n{acts}"));
    desk.done(&["import", "example.toml", "territories.toml", "acts.csv"]);
    for (file, number) in more.iter().zip(0..) {
        let name = format!("more-{number}.toml");
        desk.write(&name, file).done(&["import", &name]);
    }
    desk
}

#[test]
fn a_treaty_applies_to_the_territories_that_their_state_names_while_it_is_responsible_for_them() {
    let extension = |id: &str, party: &str, date: &str| {
        statement(id, party, "territorial-application", date, "territories = [\"Hong Kong\"]").replace("IV-13", "X-1")
    };
    let acts = "X-1,United Kingdom,accession,1981-01-01\nX-1,China,accession,1985-01-01\nX-1,Denmark,accession,1986-01-01\n\
                X-1,France,accession,1990-01-01\n";
    let desk = examples(acts, &[&extension("gbr", "United Kingdom", "1983-05-01")]);
    let schema = Schema::of("pair");
    let ask = |of: &str, territory: &str, day: &str| {
        let asked = ["pair", "X-1", of, "France", "--territory", territory, "--as-at", day];
        schema.of_answer(&desk, &asked)["since"].clone()
    };
    assert_eq!(ask("United Kingdom", "Hong Kong", "1997-06-30"), "1990-01-01");
    // What the United Kingdom said ends with its responsibility; China says anew what applies.
    assert_eq!(ask("China", "Hong Kong", "1997-07-01"), Value::Null);
    desk.write("chn.toml", extension("chn", "China", "1997-07-01")).done(&["import", "chn.toml"]);
    assert_eq!(ask("China", "Hong Kong", "1997-07-01"), "1997-07-01");
    assert_eq!(ask("Denmark", "Greenland", "1997-07-01"), "1990-01-01", "the entire territory of a State (VCLT 29)");
    let excluded = statement("dnk", "Denmark", "territorial-exclusion", "1991-01-01", "territories = [\"Greenland\"]");
    desk.write("dnk.toml", excluded.replace("IV-13", "X-1")).done(&["import", "dnk.toml"]);
    assert_eq!(ask("Denmark", "Greenland", "1990-12-31"), "1990-01-01");
    assert_eq!(ask("Denmark", "Greenland", "1991-01-01"), Value::Null);
    let withdrawn = statement("dnk-2", "Denmark", "withdrawal", "1992-01-01", "to = \"dnk\"").replace("IV-13", "X-1");
    desk.write("dnk-2.toml", withdrawn).done(&["import", "dnk-2.toml"]);
    assert_eq!(ask("Denmark", "Greenland", "1992-01-01"), "1990-01-01");
    let pair = ["pair", "X-1", "United Kingdom", "France", "--territory", "Hong Kong", "--as-at", "1997-07-01"];
    assert!(desk.refused(&pair).contains("China was responsible for Hong Kong, and neither of the two"));
}

/// A made-up amendment of the made-up treaty: in force when two thirds have accepted it, for those that have.
const AMENDMENT: &str = "treaty = \"X-1-a\"\ndepositary = \"x\"\nadopted = { on = 1995-01-01 }\ntitle = { en = \"Amendment\" }\n\
    amendment = { of = \"X-1\", article = \"9\" }\n\
    [entry-into-force]\narticle = \"9(2)\"\nwhen = { fraction = \"2/3\", of = \"parties\", to = \"X-1\" }\nthen = \"30 days after\"\n\
    [entry-into-force.each-party]\narticle = \"9(3)\"\nfor = \"deposits after the Nth\"\nthen = \"30 days after\"\n";

#[test]
fn those_that_join_after_an_amendment_is_in_force_join_the_treaty_as_amended() {
    let acts = "X-1,Mali,accession,1981-01-01\nX-1,Chile,accession,1982-01-01\nX-1,Peru,accession,1983-01-01\n";
    let desk = examples(acts, &[AMENDMENT]);
    desk.write(
        "accepted.csv",
        "treaty,party,action,date\nX-1-a,Mali,acceptance,1996-01-01\nX-1-a,Chile,acceptance,1996-02-01\n",
    );
    desk.done(&["import", "accepted.csv"]);
    desk.write("joined.csv", "treaty,party,action,date\nX-1,Ghana,accession,2000-01-01\n")
        .done(&["import", "joined.csv"]);
    let schema = Schema::of("pair");
    let version = |one: &str, other: &str, day: &str| {
        let answer = schema.of_answer(&desk, &["pair", "X-1", one, other, "--as-at", day]);
        let version = answer["versions"][0].clone();
        let by = |at: usize| version["bound"][at]["by"].as_str().unwrap_or_default().to_owned();
        (version["since"].clone(), [by(0), by(1)])
    };
    let bound = |one: &str, other: &str| [one.to_owned(), other.to_owned()];
    assert_eq!(version("Mali", "Chile", "1996-03-01").0, Value::Null, "not in force yet");
    assert_eq!(version("Mali", "Chile", "1996-03-02"), ("1996-03-02".into(), bound("acceptance", "acceptance")));
    assert_eq!(version("Mali", "Peru", "2001-01-01"), (Value::Null, bound("acceptance", "nothing")));
    assert_eq!(version("Ghana", "Mali", "2001-01-01"), ("2000-01-01".into(), bound("joining-later", "acceptance")));
    // Between one that joined later and one that has not accepted, the treaty is as it was before (VCLT 40(5)(b)).
    assert_eq!(version("Ghana", "Peru", "2001-01-01"), (Value::Null, bound("joining-later", "nothing")));
    let said = desk.done(&["pair", "X-1", "Ghana", "Peru", "--as-at", "2001-01-01"]);
    assert!(said.contains("the treaty applies as it was before (article 40(4) and (5)"), "{said}");
}

#[test]
fn an_amendment_is_not_accepted_by_a_state_that_is_no_party() {
    let desk = examples("X-1,Mali,accession,1981-01-01\n", &[AMENDMENT]);
    let before = desk.entries();
    desk.write("accepted.csv", "treaty,party,action,date\nX-1-a,Norway,acceptance,1996-01-01\n");
    let complaint = desk.refused(&["import", "accepted.csv"]);
    for part in ["accepted.csv, line 2", "field `party`", "Norway was not a party to X-1", "VCLT 40(4)"] {
        assert!(complaint.contains(part), "`{part}` is not in:\n{complaint}");
    }
    assert_eq!(desk.entries(), before);
}
