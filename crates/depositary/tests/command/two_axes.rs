//! The day asked about, and what was known of it: late deposits, corrections, withdrawals, rectifications.

use serde_json::{Value, json};

use crate::desk::{Desk, data};

/// What is recorded of Malta after the packaged facts, each under its own entry.
struct Malta {
    desk: Desk,
    /// The last entry of the packaged facts.
    before: u64,
}

impl Malta {
    /// Malta's paper is dated 20 May 2003, reached the depositary on 5 June, and is recorded only now. Its date of
    /// receipt is misread at first; in the end the paper turns out to be no instrument at all.
    fn recorded() -> Self {
        let desk = Desk::packaged();
        let before = desk.entries();
        let paper = |received: &str| {
            format!(
                "treaty = \"IV-13\"\nparty = \"Malta\"\naction = \"accession\"\ndate = 2003-05-20\nreceived = {received}\n"
            )
        };
        desk.write("deposit.toml", format!("[act]\n{}", paper("2003-06-12")));
        desk.write(
            "correction.toml",
            format!(
                "[correction]\ncorrects = {}\nbecause = \"the stamp was misread\"\n[correction.instead]\n{}",
                before + 1,
                paper("2003-06-05")
            ),
        );
        desk.write(
            "withdrawal.toml",
            format!("[correction]\ncorrects = {}\nbecause = \"the paper was a note verbale\"\n", before + 2),
        );
        for (file, recorder) in [("deposit", "Anna"), ("correction", "Ben"), ("withdrawal", "Ben")] {
            desk.done(&["record", &format!("{file}.toml"), "--recorder", recorder]);
        }
        Self { desk, before }
    }

    /// The point of the register after so many of the entries about Malta.
    fn known(&self, entries: u64) -> String {
        (self.before + entries).to_string()
    }

    fn range(&self, from: u64, to: u64) -> String {
        format!("{}..{}", self.known(from), self.known(to))
    }
}

fn fields(changes: &Value) -> Vec<&str> {
    changes.as_array().unwrap().iter().map(|change| change["field"].as_str().unwrap()).collect()
}

#[test]
fn a_status_is_what_was_known_of_the_day() {
    let malta = Malta::recorded();
    let contracting = |as_at: &str, known: u64| {
        let known = malta.known(known);
        let status = malta.desk.json(&["status", "IV-13", "--as-at", as_at, "--known-at", &known]);
        status["counts"]["contracting"].as_u64().unwrap()
    };
    // On 10 June 2003: not recorded yet; recorded as received on 12 June; corrected to 5 June; withdrawn.
    assert_eq!([0, 1, 2, 3].map(|known| contracting("2003-06-10", known)), [22, 22, 23, 22]);
    assert_eq!([0, 1, 2, 3].map(|known| contracting("2003-06-12", known)), [22, 23, 23, 22]);
    assert_eq!(
        [0, 1, 2, 3].map(|known| contracting("2003-06-04", known)),
        [21, 21, 21, 21],
        "Mali deposited on 5 June"
    );
}

#[test]
fn a_history_shows_each_step_and_what_it_changed() {
    let malta = Malta::recorded();
    let history = malta.desk.json(&["history", "IV-13", "Malta", "--as-at", "2003-06-10"]);
    assert_eq!(history["party"], "MLT");
    let steps = history["steps"].as_array().unwrap();
    let entries: Vec<u64> = steps.iter().map(|step| step["to"].as_u64().unwrap()).collect();
    assert_eq!(entries, [1, 2, 3].map(|entry| malta.before + entry));
    // As at 10 June a paper received on 12 June had not been deposited.
    assert_eq!(steps[0]["recorder"], "Anna");
    assert_eq!(steps[0]["changes"], json!([]));
    assert_eq!(steps[0]["entries"][0]["says"]["received"], "2003-06-12");
    let set = json!([
        { "field": "consent", "before": null, "after": "accession" },
        { "field": "consent_date", "before": null, "after": "2003-05-20" },
        { "field": "consent_received", "before": null, "after": "2003-06-05" },
        { "field": "in_force", "before": null, "after": "2003-07-01" },
        { "field": "standing", "before": null, "after": "deposited" },
    ]);
    assert_eq!(steps[1]["changes"], set);
    assert_eq!(steps[1]["entries"][0]["correction"]["corrects"], malta.before + 1);
    assert_eq!(steps[1]["entries"][0]["correction"]["said"]["received"], "2003-06-12");
    assert_eq!(steps[2]["entries"][0]["says"], Value::Null);
    assert_eq!(fields(&steps[2]["changes"]), fields(&set));

    let of_treaty = malta.desk.json(&["history", "IV-13", "--as-at", "2003-06-12"]);
    let steps = of_treaty["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 4, "the packaged facts, and the three entries: {of_treaty:#}");
    assert_eq!(steps[1]["changes"], json!([{ "field": "contracting", "before": 22, "after": 23 }]));
    assert_eq!(steps[2]["changes"], json!([]), "a correction is shown even where it makes no difference");
    assert_eq!(steps[3]["changes"], json!([{ "field": "contracting", "before": 23, "after": 22 }]));

    let known = malta.known(1);
    let earlier = malta.desk.json(&["history", "IV-13", "--as-at", "2003-06-12", "--known-at", &known]);
    assert_eq!(earlier["steps"].as_array().unwrap()[..], steps[..2]);
}

#[test]
fn a_history_in_words_and_for_spreadsheets() {
    let malta = Malta::recorded();
    let words = malta.desk.done(&["history", "IV-13", "Malta", "--as-at", "2003-06-10"]);
    let (one, two) = (malta.before + 1, malta.before + 2);
    for expected in [
        "Malta (MLT) and IV-13",
        "As at 10 June 2003",
        "Malta: accession, 20 May 2003, received 12 June 2003",
        "no change in the answer",
        &format!(
            "correction of entry {one} (Malta: accession, 20 May 2003, received 12 June 2003): the stamp was misread"
        ),
        "instead: Malta: accession, 20 May 2003, received 5 June 2003",
        &format!(
            "withdrawal of entry {two} (Malta: accession, 20 May 2003, received 5 June 2003): the paper was a note verbale"
        ),
        "in force for it: none → 1 July 2003",
        "in force for it: 1 July 2003 → none",
        "by Anna",
    ] {
        assert!(words.contains(expected), "`{expected}` is not in:\n{words}");
    }
    let csv = malta.desk.done(&["history", "IV-13", "Malta", "--as-at", "2003-06-10", "--format", "csv"]);
    assert_eq!(csv.lines().next(), Some("from,to,recorded,recorder,what,field,before,after"));
    assert_eq!(csv.lines().count(), 1 + 1 + 5 + 5, "{csv}");
    assert!(csv.contains(",in_force,,2003-07-01\n"), "{csv}");
    // What was recorded in one moment is one step, and not told entry by entry.
    let start = malta.desk.done(&["history", "IV-13", "--known-at", &malta.known(0)]);
    assert!(start.contains("entries: 1 treaty, 100 acts,"), "{start}");
    assert!(start.contains("entry into force: none → 1 July 2003"), "{start}");
}

#[test]
fn two_points_of_the_register_compared() {
    let malta = Malta::recorded();
    let diff =
        |range: &str, as_at: &str| malta.desk.run(&["diff", "--known-at", range, "--as-at", as_at, "--format", "json"]);
    let said = diff(&malta.range(0, 2), "2003-07-01");
    assert_eq!(said.code, 1, "{}", said.err);
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(answer["from"]["known_to_entry"], malta.before);
    assert_eq!(answer["to"]["known_to_entry"], malta.before + 2);
    let treaties = answer["treaties"].as_array().unwrap();
    assert_eq!(treaties.len(), 1, "nothing else was recorded: {answer:#}");
    assert_eq!(treaties[0]["treaty"], "IV-13");
    assert_eq!(fields(&treaties[0]["changes"]), ["contracting", "parties"]);
    assert_eq!(treaties[0]["participants"][0]["party"], "MLT");
    assert_eq!(treaties[0]["participants"].as_array().unwrap().len(), 1);
    let recorded: Vec<u64> =
        treaties[0]["recorded"].as_array().unwrap().iter().map(|one| one["entry"].as_u64().unwrap()).collect();
    assert_eq!(recorded, [1, 2].map(|entry| malta.before + entry));
    // What was recorded and withdrawn makes no difference, and what was received later none on an earlier day.
    for (range, as_at) in [(malta.range(0, 3), "2003-07-01"), (malta.range(0, 1), "2003-06-10")] {
        let said = diff(&range, as_at);
        assert_eq!(said.code, 0, "{}", said.out);
        assert_eq!(serde_json::from_str::<Value>(&said.out).unwrap()["treaties"], json!([]));
    }
    let words = malta.desk.run(&["diff", "IV-13", "Malta", "--known-at", &format!("{}..", malta.known(2))]);
    assert_eq!(words.code, 1);
    assert!(
        words.out.contains("Recorded in between:") && words.out.contains("by Ben: withdrawal of entry"),
        "{}",
        words.out
    );
}

#[test]
fn two_days_compared() {
    let desk = Desk::packaged();
    let said = desk.run(&["diff", "IV-13", "--as-at", "2003-03-13..2003-03-14", "--format", "json"]);
    assert_eq!(said.code, 1, "{}", said.err);
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    let treaty = &answer["treaties"][0];
    assert_eq!(
        treaty["changes"],
        json!([
            { "field": "entry_into_force", "before": null, "after": "2003-07-01" },
            { "field": "contracting", "before": 19, "after": 21 },
            { "field": "signatories_not_contracting", "before": 12, "after": 10 },
        ])
    );
    let participants = treaty["participants"].as_array().unwrap();
    assert_eq!(participants.len(), 21, "the two that deposited, and the nineteen for which it will be in force");
    assert_eq!(treaty["recorded"], json!([]), "nothing was recorded in between");
    // A name that changes with the days is no difference in a State's part.
    let cabo_verde = desk.run(&["diff", "IV-13", "Cabo Verde", "--as-at", "2005-01-01..2024-01-01"]);
    assert_eq!(cabo_verde.code, 0, "{}", cabo_verde.out);
    let csv = desk.run(&["diff", "IV-13", "Mali", "--as-at", "2003-06-04..2003-06-05", "--format", "csv"]);
    assert_eq!(csv.out.lines().count(), 5, "{}", csv.out);
    assert!(csv.out.contains("IV-13,MLI,Mali,in_force,,2003-07-01"), "{}", csv.out);
    // On both axes at once.
    let both =
        desk.run(&["diff", "IV-13", "--as-at", "2003-03-14..2009-07-01", "--known-at", "0..", "--format", "json"]);
    let both: Value = serde_json::from_str(&both.out).unwrap();
    assert_eq!(both["from"], json!({ "as_at": "2003-03-14", "known_at": null, "known_to_entry": null }));
    let count = both["treaties"][0]["changes"].as_array().unwrap().iter().find(|one| one["field"] == "contracting");
    assert_eq!(count, Some(&json!({ "field": "contracting", "before": null, "after": 41 })));
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let desk = Desk::packaged();
    for (asked, said) in [
        (&["diff"][..], "only one point"),
        (&["diff", "IV-13", "--as-at", "2003-06-10", "--known-at", "100"], "--as-at 2003-06-10..2024-01-01"),
        (&["diff", "--as-at", ".."], "no point on either side"),
        (&["diff", "--as-at", "2003-06-10..10/06/2004"], "2004-06-10"),
        (&["diff", "--as-at", "2024-01-01..2003-06-10"], "write the earlier day first: 2003-06-10..2024-01-01"),
        (&["diff", "--known-at", "200..100"], "the first point is that of entry 200, and the second that of entry 100"),
        (&["diff", "--known-at", "100..yesterday"], "is not a point of the register"),
        (&["diff", "IV-31", "--known-at", "100.."], "did you mean IV-3"),
        (&["diff", "IV-13", "Malty", "--known-at", "100.."], "Malta (MLT)"),
        (&["history", "IV-31"], "did you mean IV-3"),
        (&["history", "IV-13", "Malty"], "Malta (MLT)"),
        (&["history", "IV-13", "--known-at", "2003-06-10"], "nothing had been recorded by then"),
    ] {
        let complaint = desk.refused(asked);
        assert!(complaint.contains(said), "{asked:?}: {complaint}");
    }
}

/// A treaty that was printed with the wrong period.
fn printed(period: &str) -> String {
    format!(
        "treaty = \"X-1\"\ndepositary = \"Secretary-General of the United Nations\"\nadopted = {{ on = 2000-01-01 }}\n\
         title = {{ en = \"Convention on Examples\" }}\n[entry-into-force]\narticle = \"3(1)\"\nwhen = {{ instruments = 1 }}\n\
         then = \"{period} after\"\n"
    )
}

const PAPERS: &str = "[correction.rectification]\nsymbol = \"C.N.7.2001.TREATIES-1\"\ncirculated = 2001-01-10\n\
                      objections-until = 2001-04-10\nproces-verbal = 2001-04-12\n";

#[test]
fn a_text_rectified_was_right_from_the_beginning_and_known_from_its_recording() {
    let desk = Desk::packaged();
    desk.write("treaty.toml", printed("3 months"));
    desk.done(&["import", "treaty.toml"]);
    let text = desk.entries();
    desk.write("act.csv", "treaty,party,action,date\nX-1,Mali,accession,2000-05-01\n");
    desk.done(&["import", "act.csv"]);
    let rectified = |papers: &str| {
        format!(
            "{}[correction]\ncorrects = {text}\nbecause = \"the authentic text has six\"\n{papers}",
            printed("6 months")
        )
    };
    let early = desk
        .write("early.toml", rectified(&PAPERS.replace("2001-04-12", "2001-04-01")))
        .refused(&["record", "early.toml"]);
    assert!(early.contains("article 79(2)(a)") && early.contains("write 2001-04-10 or a later day"), "{early}");
    desk.write("rectified.toml", rectified(PAPERS)).done(&["record", "rectified.toml"]);

    let known = (text + 1).to_string();
    let in_force = |known: &str| {
        // A day before the error was found: the corrected text replaces the other one from the beginning.
        let status = desk.json(&["status", "X-1", "--as-at", "2000-09-01", "--known-at", known]);
        status["entry_into_force"]["date"].as_str().unwrap().to_owned()
    };
    assert_eq!(in_force(&known), "2000-08-01");
    assert_eq!(in_force("all"), "2000-11-01");
    let history = desk.json(&["history", "X-1", "--as-at", "2000-09-01"]);
    let last = history["steps"].as_array().unwrap().last().unwrap();
    assert_eq!(last["entries"][0]["correction"]["rectification"]["proces_verbal"], "2001-04-12");
    assert_eq!(
        last["changes"],
        json!([
            { "field": "entry_into_force", "before": "2000-08-01", "after": "2000-11-01" },
            { "field": "parties", "before": 1, "after": 0 },
        ])
    );
    let words = desk.done(&["history", "X-1"]);
    let told = format!(
        "rectification C.N.7.2001.TREATIES-1, procès-verbal of 12 April 2001, of entry {text} (X-1 and its final clauses): \
         the authentic text has six; instead: X-1 and its final clauses"
    );
    assert!(words.contains(&told), "{words}");
    let diff = desk.run(&["diff", "--as-at", "2000-09-01", "--known-at", &format!("{known}.."), "--format", "json"]);
    assert_eq!(diff.code, 1, "{}", diff.err);
    let diff: Value = serde_json::from_str(&diff.out).unwrap();
    assert_eq!(diff["treaties"][0]["participants"][0]["party"], "MLI");
    assert_eq!(diff["treaties"][0]["recorded"][0]["correction"]["corrects"], text);
    // The file as it now stands is what the register holds.
    desk.write("again.toml", printed("6 months"));
    assert!(desk.done(&["import", "again.toml"]).contains("nothing new"));
}

#[test]
fn a_report_is_the_same_again_whatever_was_recorded_since() {
    let desk = Desk::packaged();
    let known = desk.entries().to_string();
    let report = |format: &str, known: &str, name: &str| {
        let name = format!("{name}.{format}");
        desk.done(&[
            "report",
            "status-2003",
            "--known-at",
            known,
            "--as-at",
            "2003-06-10",
            "--format",
            format,
            "--out",
            &name,
        ]);
        std::fs::read(desk.path(&name)).unwrap()
    };
    let first = ["html", "pdf"].map(|format| report(format, &known, "first"));
    // An act, another name of a State, a decision: everything that the report shows is touched.
    desk.write("late.csv", "treaty,party,action,date\nIV-13,Malta,accession,2003-05-05\n");
    let parties = std::fs::read_to_string(data("parties.toml")).unwrap();
    let mali = parties.split("\n\n").find(|party| party.contains("code = \"MLI\"")).unwrap();
    desk.write("mali.toml", mali.replacen("name = \"Mali\"", "name = \"Malian Federation\"", 1));
    desk.write(
        "decision.toml",
        "[decision]\ntreaty = \"IV-13\"\nin-force = 2003-08-01\nbecause = \"as notified\"\ndate = 2003-05-01\n",
    );
    for file in ["late.csv", "mali.toml", "decision.toml"] {
        desk.done(&["record", file]);
    }
    let later = desk.entries().to_string();
    assert_eq!(["html", "pdf"].map(|format| report(format, &known, "again")), first);
    let now = report("html", &later, "now");
    assert_ne!(now, first[0]);
    let now = String::from_utf8(now).unwrap();
    assert!(now.contains("1 August 2003") && now.contains("Malta"), "{now}");
}
