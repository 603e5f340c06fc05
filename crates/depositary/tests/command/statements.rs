//! Statements: opt-outs and reservations, late ones and those defeated, and what is refused.

use serde_json::Value;

use crate::convention::convention;
use crate::desk::Desk;
use crate::schemas::Schema;

/// A `[[statement]]` of the Migrant Workers Convention.
pub fn statement(id: &str, party: &str, kind: &str, date: &str, rest: &str) -> String {
    format!(
        "[[statement]]\nid = \"{id}\"\ntreaty = \"IV-13\"\nparty = \"{party}\"\nkind = \"{kind}\"\ndate = {date}\n{rest}\n"
    )
}

fn who(answer: &Value) -> Vec<&str> {
    answer["statements"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

/// What has become of a reservation on a day.
fn state(desk: &Desk, id: &str, day: &str) -> String {
    let answer = desk.json(&["statements", "IV-13", "--as-at", day]);
    let of_it = answer["statements"].as_array().unwrap().iter().find(|one| one["id"] == id).cloned().unwrap();
    of_it["state"].as_str().unwrap().to_owned()
}

#[test]
fn who_opted_out_of_article_92_on_any_day() {
    let (desk, schema) = (Desk::packaged(), Schema::of("statements"));
    let opted_out = |day: &str| {
        schema.of_answer(&desk, &["statements", "IV-13", "--kind", "opt-out", "--article", "92", "--as-at", day])
    };
    assert_eq!(who(&opted_out("2015-03-14")), ["Morocco", "El Salvador", "Algeria", "Argentina"]);
    assert_eq!(who(&opted_out("2004-01-01")), ["Morocco", "El Salvador"]);
    assert_eq!(who(&opted_out("1993-06-20")), <[&str; 0]>::default());
    let csv = desk.done(&["statements", "IV-13", "--article", "92(1)", "--as-at", "2015-03-14", "--format", "csv"]);
    assert!(csv.lines().count() == 5 && csv.contains("IV-13-DZA-1,DZA,Algeria,opt-out,accession"), "{csv}");
    let said = desk.done(&["statements", "IV-13", "--state", "Algeria"]);
    assert!(said.contains("Algeria") && said.contains("92(1)") && said.contains("stands since 2005-04-21"), "{said}");
}

#[test]
fn what_turkey_announced_is_a_statement_and_no_declaration() {
    let desk = Desk::packaged();
    let answer = desk.json(&["statements", "IV-13", "--state", "Türkiye"]);
    let announced = answer["statements"].as_array().unwrap().iter().find(|one| one["id"] == "IV-13-TUR-4").unwrap();
    assert_eq!((&announced["kind"], &announced["state"]), (&"communication".into(), &Value::Null));
    let declarations = desk.json(&["declarations", "IV-13", "--as-at", "2015-03-14"]);
    assert!(!declarations.to_string().contains("TUR"));
}

#[test]
fn article_41_of_the_covenant_came_into_force_apart_from_the_covenant() {
    let desk = Desk::packaged();
    let article_41 =
        |day: &str| desk.json(&["declarations", "IV-4", "--as-at", day])["articles"][0]["in_force"].clone();
    assert_eq!((article_41("1979-03-27"), article_41("1979-03-28")), (Value::Null, "1979-03-28".into()));
    let status = desk.json(&["status", "IV-4", "--as-at", "1979-03-28"]);
    assert_eq!(status["entry_into_force"]["date"], "1976-03-23");
    let said = desk.done(&["declarations", "IV-4", "--as-at", "1979-03-28"]);
    assert!(said.contains("in force since 28 March 1979"), "{said}");
}

/// The Netherlands published this example: circulated on 13 May 2020, received for deposit on 13 May 2021.
fn with_a_late_reservation() -> Desk {
    let desk = convention();
    let late = statement(
        "late",
        "Mali",
        "reservation",
        "2020-05-04",
        "at = \"later\"\ncirculated = 2020-05-13\narticles = [\"18\"]\neffect = \"modifies\"",
    );
    desk.write("late.toml", late).done(&["import", "late.toml"]);
    desk
}

#[test]
fn a_late_reservation_is_received_for_deposit_twelve_months_after_its_circulation() {
    let desk = with_a_late_reservation();
    assert_eq!(state(&desk, "late", "2021-05-12"), "pending");
    let pending = desk.json(&["statements", "IV-13", "--as-at", "2020-06-01"]);
    assert_eq!(pending["statements"][0]["until"], "2021-05-13");
    assert_eq!(state(&desk, "late", "2021-05-13"), "stands");
    let pair = |day: &str| desk.json(&["pair", "IV-13", "Mali", "Chile", "--as-at", day]);
    assert_eq!(pair("2021-05-12")["reservations"].as_array().unwrap().len(), 0);
    assert_eq!(pair("2021-05-12")["without_effect"][0]["state"], "pending");
    assert_eq!(pair("2021-05-13")["reservations"][0]["consequence"], "reserved");
}

#[test]
fn one_objection_on_the_last_day_defeats_a_late_reservation_and_one_after_it_does_not() {
    for (day, becomes) in
        [("2020-05-13", "defeated"), ("2021-05-12", "defeated"), ("2021-05-13", "defeated"), ("2021-05-14", "stands")]
    {
        let desk = with_a_late_reservation();
        desk.write("objection.toml", statement("no", "Chile", "objection", day, "to = \"late\""));
        let said = desk.run(&["import", "objection.toml"]);
        assert_eq!((said.code, said.err.contains("circulated as a communication")), (0, becomes == "stands"), "{day}");
        assert_eq!(state(&desk, "late", "2022-01-01"), becomes, "objected on {day}");
        let pair = desk.json(&["pair", "IV-13", "Mali", "Peru", "--as-at", "2022-01-01"]);
        let number = pair["reservations"].as_array().unwrap().len();
        assert_eq!(number, usize::from(becomes == "stands"), "an objection by one defeats it towards everybody");
    }
}

#[test]
fn what_can_not_have_been_said_is_refused_with_the_rule_and_its_place() {
    let desk = convention();
    let reservation = "articles = [\"18\"]\neffect = \"modifies\"\ncirculated = 2003-06-20\nat = \"accession\"";
    let signed = "articles = [\"20\"]\neffect = \"excludes\"\ncirculated = 2000-12-01\nat = \"signature\"";
    let ground = [
        statement("mli", "Mali", "reservation", "2003-06-05", reservation),
        statement("tur", "Turkey", "reservation", "1999-01-13", signed),
        statement("arg", "Argentina", "opt-out", "2007-02-23", "articles = [\"92(1)\"]\nat = \"ratification\""),
        statement("chl", "Chile", "interpretative-declaration", "2005-03-21", "articles = [\"48(2)\"]"),
        "[[territory]]\nname = \"Hong Kong\"\nof = [{ party = \"GBR\", until = 1997-07-01 }, { party = \"CHN\", from = 1997-07-01 }]\n"
            .to_owned(),
    ];
    desk.write("ground.toml", ground.concat()).done(&["import", "ground.toml"]);
    let before = desk.entries();
    let at_18 = "articles = [\"18\"]\neffect = \"modifies\"";
    for (file, parts) in [
        (
            statement("x", "Chile", "objection", "2004-01-05", "to = \"mly\""),
            &["field `to`", "no statement called `mly` was made", "VCLT 20(4)", "mli"][..],
        ),
        (statement("x", "Egypt", "objection", "2005-04-05", "to = \"chl\""), &["is no reservation", "communication"]),
        (
            statement("x", "Egypt", "objection", "2008-04-05", "to = \"arg\""),
            &["opt-out", "article 92(2)", "VCLT 20(1)"],
        ),
        (
            statement("x", "Egypt", "objection", "2003-06-19", "to = \"mli\""),
            &["circulated on 2003-06-20", "VCLT 20(5)"],
        ),
        (statement("x", "Norway", "objection", "2004-01-05", "to = \"mli\""), &["field `party`", "VCLT 20(4)(b)"]),
        (statement("x", "Mali", "objection", "2004-01-05", "to = \"mli\""), &["own reservation"]),
        (
            statement("x", "Norway", "acceptance", "2004-01-05", "to = \"mli\""),
            &["field `party`", "Norway was not a party", "VCLT 20(4)(a)"],
        ),
        (statement("x", "Chile", "acceptance", "2004-01-05", "of = \"Mali\""), &["Chile was not a party"]),
        (statement("x", "Egypt", "acceptance", "2004-01-05", "of = \"Mali\""), &["field `of`", "no article of IV-13"]),
        (
            statement("x", "Turkey", "confirmation", "2004-09-28", "to = \"tur\""),
            &["field `date`", "after it", "VCLT 23(2)", "2004-09-27"],
        ),
        (statement("x", "Turkey", "confirmation", "2004-09-26", "to = \"tur\""), &["before it", "VCLT 23(2)"]),
        (statement("x", "Mali", "confirmation", "2003-06-05", "to = \"mli\""), &["made on signature", "VCLT 23(2)"]),
        (
            statement("x", "Egypt", "territorial-application", "1996-01-05", "territories = [\"Hong Kong\"]"),
            &["field `territories`", "United Kingdom", "VCLT 29"],
        ),
        (
            statement("x", "Egypt", "territorial-application", "1996-01-05", "territories = [\"Hongkong\"]"),
            &["no territory"],
        ),
        (statement("x", "Norway", "reservation", "2004-01-05", at_18), &["had neither signed IV-13", "VCLT 19"]),
        (
            statement("x", "Mali", "reservation", "2003-06-04", &format!("{at_18}\nat = \"accession\"")),
            &["field `date`", "no accession of Mali by 2003-06-04", "2003-06-05"],
        ),
        (
            statement("x", "Mali", "reservation", "2010-06-04", &format!("{at_18}\nat = \"accession\"")),
            &["field `at`", "at = \"later\""],
        ),
        (
            statement("x", "Mali", "reservation", "2003-06-05", "articles = [\"Part IV\"]\neffect = \"excludes\""),
            &["field `articles`", "article 88 of IV-13 forbids it", "Part IV"],
        ),
        (statement("x", "Mali", "opt-out", "2003-06-05", "articles = [\"18\"]"), &["permits to opt out of article 92"]),
        (statement("mli", "Mali", "reservation", "2003-06-05", at_18), &["field `id`", "there already"]),
        (statement("x", "Mali", "reservation", "2203-06-05", at_18), &["still to come"]),
        (statement("x", "Mali", "reservation", "\"../2003-06-05\"", at_18), &["only what is reported or unconfirmed"]),
        (statement("x", "Mali", "withdrawal", "2003-06-04", "to = \"mli\""), &["field `date`", "after this"]),
        (statement("x", "Chile", "withdrawal", "2006-06-04", "to = \"mli\""), &["statement of MLI, not of CHL"]),
        (
            statement("x", "Mali", "withdrawal", "2006-06-04", "to = \"mli\"\narticles = [\"22\"]"),
            &["does not concern article 22"],
        ),
        (statement("x", "Mali", "withdrawal", "2006-06-04", ""), &["field `to`", "VCLT 22"]),
        (statement("x", "Mali", "promise", "2006-06-04", ""), &["`promise` is not a kind of statement"]),
        (
            statement("x", "Egypt", "objection", "2004-01-05", "to = \"mli\"\neffect = \"excludes\""),
            &["`effect` does not belong"],
        ),
        (
            statement("x", "Egypt", "objection", "2004-01-05", "to = \"mli\"")
                + &statement("y", "Egypt", "acceptance", "2004-01-06", "to = \"mli\""),
            &["line 8", "Egypt has objected to it, by x", "a withdrawal of x"],
        ),
        (
            statement("x", "Egypt", "objection", "2004-01-05", "to = \"mli\"")
                + &statement("y", "Egypt", "objection", "2004-01-06", "to = \"mli\""),
            &["objected already"],
        ),
    ] {
        desk.write("one.toml", &file);
        let complaint = desk.refused(&["import", "one.toml"]);
        for part in parts.iter().chain(&["one.toml, line", "nothing was recorded"]) {
            assert!(complaint.contains(part), "`{part}` is not in:\n{complaint}\nof\n{file}");
        }
    }
    assert_eq!(desk.entries(), before);
}

#[test]
fn a_correction_confirms_what_was_inferred() {
    let desk = Desk::packaged();
    let of = |desk: &Desk| {
        let answer = desk.json(&["statements", "IV-13", "--state", "Uganda"]);
        (answer["statements"][0]["inferred"].clone(), answer["statements"][0]["entry"].clone())
    };
    let (inferred, entry) = of(&desk);
    assert_eq!(inferred, true);
    let instead = statement(
        "IV-13-UGA-1",
        "Uganda",
        "reservation",
        "1995-11-14",
        "articles = [\"18(3)(d)\"]\neffect = \"modifies\"\nat = \"accession\"",
    );
    let instead = instead.replace("[[statement]]", "[correction.statement]");
    let file = format!("[correction]\ncorrects = {entry}\nbecause = \"read by a lawyer\"\n{instead}");
    desk.write("correction.toml", file).done(&["record", "correction.toml"]);
    assert_eq!(of(&desk).0, false);
}

const PRINTED: &str = "#Algeria\nThe Government does not consider itself bound by article 92, paragraph 1 of this Convention \
    which provides for arbitration.Any dispute is submitted with the agreement of all.\n\n#Chile\nThe Republic of Chile makes a \
    reservation with respect to article 22, paragraph 5, of this Convention.\n\n#Turkey\nTurkey will recognize the competence of the \
    Committee on the Protection of All at a later time.\n\n#Uruguay\nUruguay has decided to recognize, pursuant to article 77 of the \
    Convention, the competence of the Committee to receive communications.\n";

#[test]
fn declarations_as_the_collection_prints_them_are_read_and_marked_as_inferred() {
    let (desk, schema) = (convention(), Schema::of("statements"));
    desk.write("printed.txt", PRINTED);
    desk.done(&["import", "--treaty", "IV-13", "--declarations", "printed.txt"]);
    let answer = schema.of_answer(&desk, &["statements", "IV-13"]);
    let told: Vec<(&str, &str, String)> = answer["statements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].as_str().unwrap(), one["kind"].as_str().unwrap(), one["articles"].to_string()))
        .collect();
    for wanted in [
        ("Algeria", "opt-out", "[\"92(1)\"]".to_owned()),
        ("Chile", "reservation", "[\"22(5)\"]".to_owned()),
        ("Türkiye", "communication", "[]".to_owned()),
    ] {
        assert!(told.contains(&wanted), "{wanted:?} is not among {told:?}");
    }
    assert!(answer["statements"].as_array().unwrap().iter().all(|one| one["inferred"] == true));
    let declarations = desk.json(&["declarations", "IV-13"]);
    assert_eq!(declarations["articles"][1]["declarations"][0]["name"], "Uruguay");
    let again = desk.done(&["import", "--treaty", "IV-13", "--declarations", "printed.txt"]);
    assert!(again.contains("nothing new to record"), "{again}");
}

#[test]
fn one_bad_line_of_printed_declarations_and_nothing_is_recorded() {
    let desk = convention();
    let before = desk.entries();
    for (text, parts) in [
        (PRINTED.replace("#Chile", "#Atlantis"), &["printed.txt, line 4", "field `party`", "Atlantis"][..]),
        (format!("Said by nobody.\n{PRINTED}"), &["printed.txt, line 1", "under no State"]),
        ("#Mali\n\n".to_owned(), &["no State says anything"]),
        (PRINTED.replace("#Chile", "#Norway"), &["printed.txt, line 5", "Norway had neither signed"]),
    ] {
        desk.write("printed.txt", text);
        let complaint = desk.refused(&["import", "--treaty", "IV-13", "--declarations", "printed.txt"]);
        for part in parts.iter().chain(&["nothing was recorded"]) {
            assert!(complaint.contains(part), "`{part}` is not in:\n{complaint}");
        }
    }
    assert_eq!(desk.entries(), before);
    assert!(desk.refused(&["import", "--declarations", "printed.txt"]).contains("--treaty"));
}
