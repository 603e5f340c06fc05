//! What imports record.

use crate::desk::{Desk, data};

#[test]
fn an_empty_register_takes_what_acts_name_from_the_packaged_data() {
    let desk = Desk::bare();
    desk.done(&["init", "--empty"]);
    assert_eq!(desk.entries(), 1, "the entry that names the key");
    std::fs::copy(data("acts/IV-13.csv"), desk.path("acts.csv")).unwrap();
    let said = desk.done(&["import", "acts.csv"]);
    assert!(said.contains("from the packaged data") && said.contains("IV-13"), "{said}");
    let status = desk.json(&["status", "IV-13", "--as-at", "2024-01-01"]);
    assert_eq!(status["counts"]["parties"], 59);
}

#[test]
fn the_same_file_again_changes_nothing() {
    let desk = Desk::packaged();
    std::fs::copy(data("treaties/IV-13.toml"), desk.path("treaty.toml")).unwrap();
    let before = desk.entries();
    let said = desk.done(&["import", "treaty.toml"]);
    assert!(said.contains("nothing new") && said.contains("1 unchanged"), "{said}");
    assert_eq!(desk.entries(), before);
}

#[test]
fn a_treaty_written_in_the_same_manner_works_without_new_code() {
    let desk = Desk::packaged();
    desk.write(
        "treaty.toml",
        r#"
treaty = "X-1"
depositary = "Secretary-General of the United Nations"
adopted = { on = 2000-01-01 }
[title]
en = "Convention on Examples"
[participation]
signature = { article = "1", subject-to = ["ratification"] }
accession = { article = "2" }
[entry-into-force]
article = "3(1)"
when = { instruments = 2, of = ["ratification", "accession"] }
then = "30th day after"
[entry-into-force.each-party]
article = "3(2)"
for = "deposits after the Nth"
then = "30th day after"
"#,
    );
    desk.write(
        "acts.csv",
        "treaty,party,action,date\nX-1,Ghana,accession,2000-03-01\nX-1,Mali,accession,2000-02-01\n\
         X-1,Norway,accession,2000-03-05\nX-1,Chad,accession,2001-01-31\n",
    );
    desk.done(&["import", "treaty.toml", "acts.csv"]);
    let status = desk.json(&["status", "X-1", "--as-at", "2002-01-01"]);
    assert_eq!(status["entry_into_force"]["date"], "2000-03-31");
    let in_force: Vec<&str> =
        status["participants"].as_array().unwrap().iter().map(|one| one["in_force"].as_str().unwrap()).collect();
    assert_eq!(in_force, ["2001-03-02", "2000-03-31", "2000-03-31", "2000-04-04"], "Chad, Ghana, Mali, Norway");
}

#[test]
fn a_correction_equals_having_recorded_it_right() {
    let wrong = Desk::packaged();
    wrong.write("act.csv", "treaty,party,action,date\nIV-13,Malta,accession,2010-01-05\n");
    wrong.done(&["record", "act.csv"]);
    let entry = wrong.entries();
    wrong.write(
        "correction.toml",
        format!(
            "[correction]\ncorrects = {entry}\nbecause = \"the day was misread\"\n[correction.instead]\ntreaty = \"IV-13\"\n\
             party = \"Malta\"\naction = \"accession\"\ndate = 2010-02-05\n"
        ),
    );
    wrong.done(&["record", "correction.toml"]);
    let right = Desk::packaged();
    right.write("act.csv", "treaty,party,action,date\nIV-13,Malta,accession,2010-02-05\n");
    right.done(&["record", "act.csv"]);
    let participants = |desk: &Desk| desk.json(&["status", "IV-13", "--as-at", "2024-01-01"])["participants"].clone();
    assert_eq!(participants(&wrong), participants(&right));
    let believed = wrong.json(&["status", "IV-13", "--as-at", "2024-01-01", "--known-at", &entry.to_string()]);
    let malta = believed["participants"].as_array().unwrap().iter().find(|one| one["party"] == "MLT").unwrap();
    assert_eq!(malta["consent"]["date"], "2010-01-05", "what was believed before stays on record");
}

#[test]
fn record_takes_one_thing() {
    let desk = Desk::packaged();
    desk.write(
        "two.csv",
        "treaty,party,action,date\nIV-13,Malta,accession,2010-01-05\nIV-13,Norway,accession,2010-01-05\n",
    );
    assert!(desk.refused(&["record", "two.csv"]).contains("`record` takes one"));
}

#[test]
fn what_a_depositary_would_query_is_said_and_recorded() {
    let desk = Desk::packaged();
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Norway,ratification,2010-01-05\n");
    let said = desk.run(&["import", "act.csv"]);
    assert_eq!(said.code, 0);
    assert!(
        said.err.contains("queried: act.csv, line 2, field `action`") && said.err.contains("accedes"),
        "{}",
        said.err
    );
}
