//! Reports due: the days that follow from each State's entry into force, what was received, what is overdue.

use serde_json::{Value, json};

use crate::convention::convention;
use crate::desk::{Desk, data};

fn report<'a>(answer: &'a Value, code: &str, number: u64) -> &'a Value {
    let reports = answer["reports"].as_array().unwrap().iter();
    let mut of_it = reports.filter(|one| one["party"] == code && one["number"] == number);
    of_it.next().unwrap_or_else(|| unreachable!("{code} owes no report {number}"))
}

/// The States by the day on which they ratified or acceded, as the packaged list of acts has them.
fn deposits() -> Vec<(String, String)> {
    let mut acts = csv::Reader::from_path(data("acts/IV-13.csv")).unwrap();
    let rows = acts.records().map(|row| row.unwrap());
    let bound = rows.filter(|row| matches!(&row[2], "ratification" | "accession"));
    bound.map(|row| (row[1].to_owned(), row[3].to_owned())).collect()
}

/// The first day of the month that follows three months after a day, so many years later: by counting months alone.
fn first_of_the_month_after_three(day: &str, years: u32) -> String {
    let parts: Vec<u32> = day.split('-').map(|part| part.parse().unwrap()).collect();
    let months = parts[0] * 12 + (parts[1] - 1) + 4;
    format!("{:04}-{:02}-01", months / 12 + years, months % 12 + 1)
}

#[test]
fn the_initial_report_of_every_state_is_due_a_year_after_its_own_entry_into_force() {
    let desk = Desk::packaged();
    let answer = desk.json(&["reports", "IV-13", "--as-at", "2026-01-01"]);
    let deposits = deposits();
    assert_eq!(answer["parties"].as_array().unwrap().len(), deposits.len());
    let mut with_the_convention = 0;
    for (state, deposited) in &deposits {
        let code = desk.json(&["reports", "IV-13", state, "--as-at", "2026-01-01"])["parties"][0]["party"].clone();
        let code = code.as_str().unwrap();
        // Until the Convention was in force, its own day counts: 1 July 2003.
        let with_it = deposited.as_str() < "2003-07-01";
        let due = if with_it { "2004-07-01".to_owned() } else { first_of_the_month_after_three(deposited, 1) };
        let initial = report(&answer, code, 1);
        assert_eq!(initial["due_dates"][0]["day"], due, "{state}, which deposited on {deposited}");
        assert_eq!(initial["due_dates"][0]["article"], "73(1)(a)", "{state}");
        assert_eq!(initial["due_on_the_other_reading"].is_null(), state != "Mali", "{state}");
        with_the_convention += usize::from(with_it && state != "Mali");
    }
    assert_eq!(with_the_convention, 21);
}

#[test]
fn nigeria_was_due_on_1_november_2010() {
    let desk = Desk::packaged();
    let answer = desk.json(&["reports", "IV-13", "Nigeria", "--as-at", "2010-11-01"]);
    assert_eq!(answer["parties"][0]["in_force"], "2009-11-01");
    let initial = report(&answer, "NGA", 1);
    assert_eq!((&initial["due"], &initial["category"]), (&"2010-11-01".into(), &"not-yet-due".into()));
    let next_day = desk.json(&["reports", "IV-13", "Nigeria", "--as-at", "2010-11-02"]);
    let initial = report(&next_day, "NGA", 1);
    assert_eq!((&initial["category"], &initial["days_overdue"]), (&"non-reporting".into(), &1.into()));
    // The initial and the second report came as one.
    let after = desk.json(&["reports", "IV-13", "Nigeria", "--as-at", "2023-05-01"]);
    for number in [1, 2] {
        let combined = report(&after, "NGA", number);
        assert_eq!((&combined["kind"], &combined["combined"]), (&"combined".into(), &json!([1, 2])));
        assert_eq!(combined["considered"], "2023-03-29");
    }
}

#[test]
fn mali_has_both_readings() {
    let desk = Desk::packaged();
    let answer = desk.json(&["reports", "IV-13", "Mali", "--as-at", "2014-05-01"]);
    let party = &answer["parties"][0];
    assert_eq!(
        (&party["in_force"], &party["in_force_on_the_other_reading"]),
        (&"2003-07-01".into(), &"2003-10-01".into())
    );
    let initial = report(&answer, "MLI", 1);
    assert_eq!((&initial["due"], &initial["due_on_the_other_reading"]), (&"2004-07-01".into(), &"2004-10-01".into()));
    let readings: Vec<&Value> = initial["due_dates"].as_array().unwrap().iter().map(|due| &due["reading"]).collect();
    assert_eq!(readings, ["with the treaty", "own period"]);
    assert_eq!((&initial["considered"], &initial["received_by"]), (&"2006-04-25".into(), &"2005-12-16".into()));
    let second = report(&answer, "MLI", 2);
    assert_eq!(
        (&second["considered"], &second["concluding_observations"]),
        (&"2014-04-02".into(), &"2014-04-11".into())
    );
    let table = desk.done(&["reports", "IV-13", "Mali", "--as-at", "2014-05-01"]);
    assert!(table.contains("2004-07-01 (or 2004-10-01)"), "{table}");
}

#[test]
fn a_register_that_does_not_hold_every_step_says_so() {
    let desk = convention();
    let table = desk.done(&["reports", "IV-13", "--as-at", "2010-11-02"]);
    assert!(table.contains("43 duties to report, 42 with overdue reports; compliance 2.3 %"), "{table}");
    assert!(table.contains("Only what the register holds is counted"), "{table}");
}

/// Records for a State whose initial report was due on 1 January 2005.
fn step(step: &str, date: &str, more: &str) -> String {
    format!(
        "[[report]]\ntreaty = \"IV-13\"\nparty = \"Kyrgyzstan\"\nreports = [1]\nstep = \"{step}\"\ndate = {date}\n{more}\n"
    )
}

#[test]
fn a_report_is_timely_late_or_overdue_by_the_day_that_counts() {
    let stands = |records: &str, day: &str| {
        let desk = convention();
        if !records.is_empty() {
            desk.write("records.toml", records).done(&["import", "records.toml"]);
        }
        let answer = desk.json(&["reports", "IV-13", "Kyrgyzstan", "--as-at", day]);
        let report = report(&answer, "KGZ", 1).clone();
        (report["category"].as_str().unwrap().to_owned(), report["due"].clone(), report["days_late"].clone())
    };
    let on_the_day = step("submitted", "2005-01-01", "");
    let a_day_late = step("submitted", "2005-01-02", "");
    let put_off = step("due-set", "2004-12-01", "due = 2006-04-01\nsymbol = \"A\"\n");
    let due = |day: &str| Value::from(day);
    assert_eq!(stands("", "2005-01-01"), ("not-yet-due".into(), due("2005-01-01"), Value::Null));
    assert_eq!(stands("", "2005-01-02").0, "non-reporting");
    assert_eq!(stands(&on_the_day, "2005-01-02").0, "timely");
    assert_eq!(stands(&a_day_late, "2005-01-02"), ("late".into(), due("2005-01-01"), 1.into()));
    // What the Committee set stands in place of the treaty's day, from the day on which it was set.
    assert_eq!(stands(&put_off, "2005-01-02"), ("not-yet-due".into(), due("2006-04-01"), Value::Null));
    assert_eq!(stands(&put_off, "2004-11-30").1, due("2005-01-01"));
    assert_eq!(stands(&(put_off + &a_day_late), "2005-01-02").0, "timely");
}

#[test]
fn a_states_whole_profile_across_treaties() {
    let desk = Desk::packaged();
    let answer = desk.json(&["reports", "--state", "Mali", "--as-at", "2012-01-01"]);
    let mut treaties: Vec<&str> =
        answer["reports"].as_array().unwrap().iter().map(|one| one["treaty"].as_str().unwrap()).collect();
    treaties.dedup();
    for treaty in ["IV-2", "IV-3", "IV-4", "IV-8", "IV-9", "IV-11", "IV-13", "IV-15", "IV-16"] {
        assert!(treaties.contains(&treaty), "{treaty} is not among {treaties:?}");
    }
    assert_eq!(answer["compliance"]["obligations"], treaties.len());
    assert_eq!((&answer["party"], &answer["name"]), (&"MLI".into(), &"Mali".into()));
}

#[test]
fn what_is_asked_amiss_is_answered_with_how_to_ask() {
    let desk = Desk::packaged();
    for (asked, part) in [
        (&["reports", "Mali"][..], "for a State: `depositary reports --state \"Mali\"`"),
        (&["reports"], "Name a treaty, as in `depositary reports IV-13`, or a State"),
        (&["reports", "IV-13", "Malty"], "did you mean Malta (MLT)"),
        (&["reports", "IV-13", "Mali", "--state", "Egypt"], "cannot be used with"),
        (&["calendar", "Mali"], "for a State: `depositary calendar --state \"Mali\"`"),
    ] {
        let complaint = desk.refused(asked);
        assert!(complaint.contains(part), "{asked:?}: {complaint}");
    }
    assert!(desk.done(&["reports", "IV-1"]).contains("Its parties owe no reports"));
    let norway = desk.done(&["reports", "IV-13", "Norway"]);
    assert!(norway.contains("nobody owes a report"), "{norway}");
}

#[test]
fn the_examples_of_the_documentation_are_what_the_command_prints() {
    let desk = Desk::packaged();
    let text = std::fs::read_to_string(data("../docs/reporting.md")).unwrap();
    let mut examples = 0;
    for block in text.split("```console\n").skip(1) {
        let (asked, printed) = block.split_once("\n```").unwrap().0.split_once('\n').unwrap();
        let asked: Vec<&str> = asked.strip_prefix("$ depositary ").unwrap().split(' ').collect();
        if asked[0] == "import" {
            desk.write(asked[1], step("submitted", "2003-12-31", ""));
            assert_eq!(desk.refused(&asked).trim_end(), printed);
        } else {
            assert_eq!(desk.done(&asked).trim_end(), printed, "{asked:?}");
        }
        examples += 1;
    }
    assert_eq!(examples, 3);
}
