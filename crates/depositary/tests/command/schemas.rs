//! The answers that programs get are as their published schemas say.

use boon::{Compiler, SchemaIndex, Schemas};
use rusqlite::Connection;
use serde_json::Value;

use crate::desk::{Desk, data};

/// The schema of an answer, ready to be asked.
pub struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    pub fn of(answer: &str) -> Self {
        let path = data("../docs/schemas/answers").join(format!("{answer}.schema.json"));
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        // Otherwise 30 February would be a date.
        compiler.enable_format_assertions();
        let schema = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        compiler.add_resource("schema.json", schema).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    pub fn accepts(&self, answer: &Value) -> bool {
        self.schemas.validate(answer, self.index).is_ok()
    }

    #[track_caller]
    pub fn must_accept(&self, asked: &[&str], answer: &Value) {
        let complaint = self.schemas.validate(answer, self.index).err().map(|error| format!("{error:#}"));
        assert_eq!(complaint, None, "{asked:?}");
    }

    /// Asks the command, and the schema of what it answers.
    #[track_caller]
    pub fn of_answer(&self, desk: &Desk, asked: &[&str]) -> Value {
        let answer = desk.json(asked);
        self.must_accept(asked, &answer);
        answer
    }
}

/// Every packaged treaty of the register.
pub fn treaties() -> Vec<String> {
    let files = std::fs::read_dir(data("treaties")).unwrap();
    files.map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn the_status_of_every_treaty() {
    let (desk, schema) = (Desk::packaged(), Schema::of("status"));
    for treaty in treaties() {
        schema.of_answer(&desk, &["status", &treaty]);
    }
    for day in ["1990-12-17", "2003-03-13", "2003-06-10", "2003-07-01", "2024-01-01"] {
        schema.of_answer(&desk, &["status", "IV-13", "--as-at", day]);
    }
    // A signature that is only reported, and no day for it.
    let reported = schema.of_answer(&desk, &["status", "IV-13", "--as-at", "2003-06-10"]);
    assert_eq!(reported["counts"]["reported_only"], 1);
}

#[test]
fn the_record_of_a_state() {
    let (desk, schema) = (Desk::packaged(), Schema::of("state"));
    for (state, day) in [
        ("Mali", "2003-06-10"),
        ("the Sudan", "2003-06-10"),
        ("Czechoslovakia", "1990-01-01"),
        ("European Union", "2024-01-01"),
        ("Serbia", "2024-01-01"),
        ("Niue", "1950-01-01"),
    ] {
        schema.of_answer(&desk, &["state", state, "--as-at", day]);
    }
}

#[test]
fn the_reasons_for_every_treaty_and_for_many_parties() {
    let (desk, schema) = (Desk::packaged(), Schema::of("explain"));
    desk.write(
        "decision.toml",
        "[decision]\ntreaty = \"IV-13\"\nparty = \"Kyrgyzstan\"\nin-force = 2004-02-01\nbecause = \"as notified\"\ndate = 2003-10-01\n",
    );
    desk.done(&["record", "decision.toml"]);
    let mut kinds: Vec<String> = Vec::new();
    let mut ask = |asked: &[&str]| {
        let answer = schema.of_answer(&desk, asked);
        let reasons = answer["reasons"].as_array().unwrap().iter();
        kinds.extend(reasons.map(|reason| reason["reason"].as_str().unwrap().to_owned()));
    };
    for treaty in treaties() {
        ask(&["explain", &treaty]);
    }
    for (treaty, state, day) in [
        ("IV-13", "Egypt", "2024-01-01"),
        ("IV-13", "Mali", "2003-06-10"),
        ("IV-13", "Kyrgyzstan", "2024-01-01"),
        ("IV-13", "Norway", "2024-01-01"),
        ("IV-13", "the Sudan", "2003-06-10"),
        ("IV-13", "Chile", "2003-06-10"),
        ("IV-4", "Czechoslovakia", "2000-01-01"),
        ("IV-4", "Slovakia", "2000-01-01"),
        ("IV-5", "Jamaica", "2000-01-01"),
        ("IV-15-a", "Spain", "2020-01-01"),
    ] {
        ask(&["explain", treaty, state, "--as-at", day]);
    }
    kinds.sort();
    kinds.dedup();
    for kind in
        ["consent", "counted", "reached", "reckoned", "interval", "decided", "subject-to", "left-out", "no-acts"]
    {
        assert!(kinds.iter().any(|known| known == kind), "no `{kind}` among {kinds:?}");
    }
}

#[test]
fn what_would_follow() {
    let (desk, schema) = (Desk::packaged(), Schema::of("what-if"));
    let answer = schema
        .of_answer(&desk, &["what-if", "IV-13", "--act", "Norway, accession, 2009-03-17", "--as-at", "2009-03-17"]);
    let changes: Vec<&str> =
        answer["consequences"].as_array().unwrap().iter().map(|one| one["change"].as_str().unwrap()).collect();
    for change in ["count", "participant", "report-due", "seats"] {
        assert!(changes.contains(&change), "no `{change}` among {changes:?}");
    }
    let before_the_twentieth = schema
        .of_answer(&desk, &["what-if", "IV-13", "--act", "Norway, accession, 2003-02-28", "--as-at", "2003-03-13"]);
    let brought_forward = before_the_twentieth["consequences"].as_array().unwrap().iter();
    assert!(brought_forward.into_iter().any(|one| one["change"] == "entry-into-force"), "{before_the_twentieth}");
    schema.of_answer(&desk, &["what-if", "IV-13", "--act", "Egypt, denunciation, 2024-01-15"]);
}

/// A register with everything that a history or a comparison can hold: an act, a decision, a correction, a
/// rectification.
fn with_a_history() -> Desk {
    let desk = Desk::packaged();
    let start = desk.entries();
    let act =
        "treaty = \"IV-13\"\nparty = \"Malta\"\naction = \"accession\"\ndate = 2003-05-20\nreceived = 2003-06-05\n";
    let files = [
        format!("[act]\n{act}"),
        format!(
            "[correction]\ncorrects = {}\nbecause = \"misread\"\n[correction.instead]\n{act}effective = 2004-01-01\n\
             [correction.rectification]\nsymbol = \"C.N.1.2004.TREATIES-1\"\ncirculated = 2003-09-01\n\
             objections-until = 2003-11-30\nproces-verbal = 2003-12-02\n",
            start + 1
        ),
        "[decision]\ntreaty = \"IV-13\"\nin-force = 2003-08-01\nbecause = \"as notified\"\ndate = 2003-05-01\n"
            .to_owned(),
        format!("[correction]\ncorrects = {}\nbecause = \"no instrument\"\n", start + 2),
    ];
    for file in files {
        desk.write("one.toml", file).done(&["record", "one.toml"]);
    }
    desk
}

#[test]
fn what_was_believed_when() {
    let (desk, schema) = (with_a_history(), Schema::of("history"));
    let of_treaty = schema.of_answer(&desk, &["history", "IV-13", "--as-at", "2003-07-01"]);
    assert_eq!(of_treaty["steps"].as_array().unwrap().len(), 5, "{of_treaty:#}");
    for (treaty, state) in [("IV-13", "Malta"), ("IV-13", "the Sudan"), ("IV-4", "Slovakia"), ("IV-13", "Niue")] {
        schema.of_answer(&desk, &["history", treaty, state]);
    }
    let mut answer = of_treaty;
    answer["steps"][0]["changes"][0]["after"] = "1 July 2003".into();
    assert!(!schema.accepts(&answer));
}

#[test]
fn two_points_compared() {
    let (desk, schema) = (with_a_history(), Schema::of("diff"));
    for asked in [
        &["diff", "--known-at", "0.."][..],
        &["diff", "--as-at", "1990-01-01..2024-01-01"],
        &["diff", "IV-13", "Mali", "--as-at", "2003-06-01..2004-01-01", "--known-at", "5000.."],
        &["diff", "--as-at", "2003-01-01..2003-01-01"],
    ] {
        let arguments: Vec<&str> = asked.iter().copied().chain(["--format", "json"]).collect();
        let said = desk.run(&arguments);
        let answer: Value = serde_json::from_str(&said.out).unwrap();
        schema.must_accept(asked, &answer);
        assert_eq!(said.code == 1, !answer["treaties"].as_array().unwrap().is_empty(), "{asked:?}: {}", said.err);
    }
}

#[test]
fn every_treaty_checked() {
    let (desk, schema) = (Desk::packaged(), Schema::of("check-treaties"));
    let all = schema.of_answer(&desk, &["check-treaties"]);
    let unequal = |line: &Value| !line["parties"]["unequal"].as_array().unwrap().is_empty();
    assert!(all["treaties"].as_array().unwrap().iter().any(unequal), "no unequal date to look at");
    schema.of_answer(&desk, &["check-treaties", "IV-9"]);
}

#[test]
fn a_register_checked_whether_it_is_as_recorded_or_not() {
    let (desk, schema) = (Desk::packaged(), Schema::of("verify"));
    schema.of_answer(&desk, &["verify"]);
    let connection = Connection::open(desk.path("depositary.db")).unwrap();
    connection.execute_batch("DROP TRIGGER entry_is_never_deleted; DELETE FROM entry WHERE number = 300;").unwrap();
    drop(connection);
    let said = desk.run(&["verify", "--format", "json"]);
    assert_eq!(said.code, 1, "{}", said.err);
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(answer["verified"], false);
    schema.must_accept(&["verify"], &answer);
}

#[test]
fn another_answer_is_refused_and_a_new_field_is_not() {
    let (desk, schema) = (Desk::packaged(), Schema::of("explain"));
    let answer = desk.json(&["explain", "IV-13", "Mali", "--as-at", "2003-06-10"]);
    assert!(schema.accepts(&answer));
    let altered = |alter: &dyn Fn(&mut Value)| {
        let mut copy = answer.clone();
        alter(&mut copy);
        schema.accepts(&copy)
    };
    assert!(altered(&|answer| answer["added-later"] = true.into()));
    assert!(altered(&|answer| answer["reasons"][0]["added-later"] = true.into()));
    assert!(!altered(&|answer| answer["date"] = "1 July 2003".into()));
    assert!(!altered(&|answer| answer["reasons"][0]["reason"] = "because".into()));
    assert!(!altered(&|answer| {
        answer.as_object_mut().unwrap().remove("prose");
    }));
    assert!(!Schema::of("status").accepts(&answer), "an explanation is no status");
}
