//! Steps of reports that the treaty does not allow are refused with the article, and nothing is recorded; what a source may
//! have left out is asked about.

use crate::convention::convention;

fn step(party: &str, reports: &str, step: &str, date: &str, more: &str) -> String {
    format!(
        "[[report]]\ntreaty = \"IV-13\"\nparty = \"{party}\"\nreports = [{reports}]\nstep = \"{step}\"\ndate = {date}\n{more}\n"
    )
}

fn received(party: &str, date: &str) -> String {
    step(party, "1", "submitted", date, "")
}

#[test]
fn what_the_convention_does_not_allow_is_refused() {
    let desk = convention();
    let before = desk.entries();
    let kyrgyzstan = |reports: &str, what: &str, date: &str, more: &str| step("Kyrgyzstan", reports, what, date, more);
    for (records, parts) in [
        // For a State that was no party, or not yet: deposit alone obliges nobody to report.
        (received("Norway", "2010-01-05"), &["field `party`", "only States parties report (article 73(1))"][..]),
        (
            received("Kyrgyzstan", "2003-12-31"),
            &[
                "field `date`",
                "Kyrgyzstan became a party to IV-13 on 2004-01-01",
                "(article 73(1))",
                "write 2004-01-01 or a later day",
            ],
        ),
        (received("Egypt", "2003-06-30"), &["Egypt became a party to IV-13 on 2003-07-01", "(article 73(1))"]),
        (received("Egypt", "2999-01-01"), &["field `date`", "still to come"]),
        // Out of order.
        (
            received("Kyrgyzstan", "2006-01-01") + &kyrgyzstan("1", "considered", "2005-06-01", ""),
            &["consideration can't come before submission", "(article 73(1))", "write 2006-01-01 or a later day"],
        ),
        (
            received("Kyrgyzstan", "2006-01-01") + &kyrgyzstan("1", "concluding-observations", "2007-01-01", ""),
            &[
                "concluding observations can't come before consideration",
                "(article 73(1))",
                "`considered-without-report` first",
            ],
        ),
        (
            received("Kyrgyzstan", "2006-01-01") + &kyrgyzstan("1", "replies", "2007-01-01", ""),
            &["replies to the list of issues can't come before list of issues", "(article 73(1))"],
        ),
        // What says nothing that can be.
        (kyrgyzstan("0", "submitted", "2006-01-01", ""), &["field `reports`", "1 is the initial one"]),
        (kyrgyzstan("1, 3", "submitted", "2006-01-01", ""), &["field `reports`", "follow each other"]),
        (kyrgyzstan("1", "due-set", "2006-01-01", ""), &["field `due`"]),
        (
            kyrgyzstan("1", "due-set", "2006-01-01", "due = 2005-12-31"),
            &["field `due`", "write 2006-01-01 or a later day"],
        ),
        (kyrgyzstan("1", "sent", "2006-01-01", ""), &["`sent` is not a step of a report", "submitted"]),
        (
            received("Egypt", "2006-01-01").replace("IV-13", "IV-1"),
            &["field `treaty`", "IV-1 has no clause on reports"],
        ),
    ] {
        desk.write("reports.toml", &records);
        let complaint = desk.refused(&["import", "reports.toml"]);
        for part in parts.iter().chain(&["nothing was recorded"]) {
            assert!(complaint.contains(part), "`{part}` is not in:\n{complaint}");
        }
        assert_eq!(desk.entries(), before, "something was recorded: {records}");
    }
}

#[test]
fn what_a_source_may_have_left_out_is_recorded_and_asked_about() {
    for (records, part) in [
        (
            step("Kyrgyzstan", "1", "considered", "2006-01-01", ""),
            "consideration can't come before submission or acceptance of the simplified procedure",
        ),
        (
            received("Kyrgyzstan", "2005-06-01") + &received("Kyrgyzstan", "2006-01-01"),
            "report 1 is received already by the submission of 2005-06-01",
        ),
        (step("Kyrgyzstan", "2", "submitted", "2010-01-01", ""), "report 1 is not received by 2010-01-01"),
    ] {
        let desk = convention();
        let before = desk.entries();
        desk.write("reports.toml", &records);
        let said = desk.run(&["import", "reports.toml"]);
        assert_eq!(said.code, 0, "{}", said.err);
        let told = said.out + &said.err;
        assert!(told.contains("queried") && told.contains(part), "`{part}` is not in:\n{told}");
        assert!(desk.entries() > before);
    }
}

#[test]
fn a_state_that_has_left_reports_no_more_and_what_was_begun_goes_on() {
    let desk = convention();
    desk.write("notice.csv", "treaty,party,action,date\nIV-13,Egypt,denunciation,2012-03-05\n")
        .done(&["import", "notice.csv"]);
    desk.write("begun.toml", received("Egypt", "2013-03-31")).done(&["import", "begun.toml"]);
    let before = desk.entries();
    // Effective on 1 April 2013.
    desk.write("late.toml", step("Egypt", "2", "submitted", "2013-04-01", ""));
    let complaint = desk.refused(&["import", "late.toml"]);
    assert!(
        complaint.contains("had not been a party to IV-13 since 2013-04-01") && complaint.contains("article 89"),
        "{complaint}"
    );
    assert_eq!(desk.entries(), before);
    desk.write("pending.toml", step("Egypt", "1", "considered", "2013-09-01", "")).done(&["import", "pending.toml"]);
    assert_eq!(desk.entries(), before + 1);
}
