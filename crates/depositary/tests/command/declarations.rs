//! Optional declarations under articles 76 and 77 of the Migrant Workers Convention: two counters to ten.

use serde_json::{Value, json};

use crate::convention::convention;
use crate::desk::Desk;

/// How many declarations count under an article, and how many are wanting.
fn counter(desk: &Desk, article: &str, day: &str) -> (Value, Value, Value) {
    let answer = desk.json(&["declarations", "IV-13", "--as-at", day]);
    let of_it = answer["articles"].as_array().unwrap().iter().find(|one| one["article"] == article).cloned().unwrap();
    (of_it["count"].clone(), of_it["remaining"].clone(), of_it["in_force"].clone())
}

fn made(state: &str, article: &str, deed: &str, date: &str) -> String {
    format!(
        "[[declaration]]\ntreaty = \"IV-13\"\nparty = \"{state}\"\narticle = \"{article}\"\ndeed = \"{deed}\"\ndate = {date}\n"
    )
}

#[test]
fn each_article_has_a_counter_of_its_own() {
    let desk = Desk::packaged();
    assert_eq!(counter(&desk, "76", "2015-03-14"), (3.into(), 7.into(), Value::Null));
    assert_eq!(counter(&desk, "77", "2015-03-14"), (4.into(), 6.into(), Value::Null));
    // Turkey only announced that it would declare later.
    let answer = desk.json(&["declarations", "IV-13"]);
    assert!(!answer.to_string().contains("TUR"), "{answer}");
    let said = desk.done(&["declarations", "IV-13", "--as-at", "2015-03-14"]);
    assert!(said.contains("4 declarations count; in force with 10, of which 6 are wanting"), "{said}");
}

#[test]
fn the_tenth_declaration_brings_the_article_into_force_on_its_day() {
    let desk = convention();
    let declare = |states: &[&str], deed: &str, date: &str| {
        let all: String = states.iter().map(|state| made(state, "77", deed, date)).collect();
        desk.write("declared.toml", all).done(&["import", "declared.toml"]);
    };
    declare(
        &["Mali", "Egypt", "Ghana", "Peru", "Chile", "Mexico", "Uruguay", "Guinea", "Belize"],
        "made",
        "2016-01-05",
    );
    assert_eq!(counter(&desk, "77", "2016-01-04"), (0.into(), 10.into(), Value::Null));
    assert_eq!(counter(&desk, "77", "2016-01-05"), (9.into(), 1.into(), Value::Null));
    // A withdrawal takes one away from its day on; the State may declare again.
    declare(&["Mali"], "withdrawn", "2016-06-01");
    assert_eq!((counter(&desk, "77", "2016-05-31").0, counter(&desk, "77", "2016-06-01").0), (9.into(), 8.into()));
    declare(&["Mali"], "made", "2017-02-01");
    declare(&["Senegal"], "made", "2017-03-01");
    assert_eq!(counter(&desk, "77", "2017-02-28"), (9.into(), 1.into(), Value::Null));
    assert_eq!(counter(&desk, "77", "2017-03-01"), (10.into(), 0.into(), "2017-03-01".into()));
    assert_eq!(counter(&desk, "76", "2017-03-01").0, 0, "a declaration under one article is none under the other");
}

#[test]
fn a_reported_declaration_or_withdrawal_is_in_no_count() {
    let desk = convention();
    let reported = made("Mali", "76", "made", "2016-01-05") + "standing = \"reported\"\n";
    let withdrawal = made("Mexico", "76", "withdrawn", "2016-02-05") + "standing = \"reported\"\n";
    let stands = made("Mexico", "76", "made", "2015-01-05");
    desk.write("reported.toml", reported + &withdrawal + &stands).done(&["import", "reported.toml"]);
    assert_eq!(counter(&desk, "76", "2017-01-01"), (1.into(), 9.into(), Value::Null));
}

#[test]
fn what_no_article_provides_for_is_refused_and_nothing_recorded() {
    let desk = Desk::packaged();
    let before = desk.entries();
    for (file, parts) in [
        (
            made("Norway", "77", "made", "2016-01-05"),
            &["field `party`", "only States parties declare (article 77(8))"][..],
        ),
        (made("Mali", "77", "made", "2003-06-04"), &["Mali was not a party", "article 77(8)"]),
        (made("Mali", "75", "made", "2016-01-05"), &["field `article`", "only under 76 and 77"]),
        (made("Mexico", "77", "made", "2016-01-05"), &["field `deed`", "made already"]),
        (made("Mali", "77", "withdrawn", "2016-01-05"), &["had made no declaration under article 77(8)"]),
        (made("Mali", "77", "announced", "2016-01-05"), &["`announced`"]),
    ] {
        desk.write("one.toml", &file);
        let complaint = desk.refused(&["import", "one.toml"]);
        for part in parts {
            assert!(complaint.contains(part), "`{part}` is not in:\n{complaint}");
        }
    }
    assert_eq!(desk.entries(), before);
    let none = desk.json(&["declarations", "IV-1"]);
    assert_eq!(none["articles"], json!([]));
}
