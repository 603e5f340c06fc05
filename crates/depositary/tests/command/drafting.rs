//! An editor's draft of a report, and a report that is locked.

use crate::desk::Desk;

/// An accession that the depositary comes to record late.
const LATE: &str = "treaty,party,action,date\nIV-13,Japan,accession,2003-06-06\n";

fn draft(desk: &Desk) -> String {
    std::fs::read_to_string(desk.path("draft.toml")).unwrap()
}

/// The words of a draft or a page, on one line.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// Changes words of the draft's texts, which stand before what the register had, and only those.
fn edit(desk: &Desk, from: &str, to: &str) {
    let text = draft(desk);
    assert!(text.contains(from), "{from}");
    desk.write("draft.toml", text.replacen(from, to, 1));
}

#[test]
fn the_edit_stays_the_figures_move_and_the_difference_is_shown() {
    let desk = Desk::packaged();
    let said = desk.run(&["report", "status-2003", "--draft", "draft.toml"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert!(said.err.contains("wrote the draft draft.toml"), "{}", said.err);
    let untouched = desk.done(&["report", "status-2003"]);
    desk.done(&["report", "status-2003", "--draft", "draft.toml", "--out", "same.html"]);
    assert_eq!(
        std::fs::read_to_string(desk.path("same.html")).unwrap(),
        untouched,
        "a draft that nobody edited changes nothing"
    );

    edit(
        &desk,
        "22 States had ratified the Convention or acceded to it",
        "no fewer than 22 States had joined the Convention",
    );
    desk.done(&["report", "status-2003", "--lock", "locked.json", "--draft", "draft.toml"]);
    let locked = desk.done(&["report", "locked.json"]);
    assert!(words(&locked).contains("no fewer than 22 States had joined the Convention"));

    desk.write("late.csv", LATE).done(&["record", "late.csv"]);
    let said = desk.run(&["report", "status-2003", "--draft", "draft.toml", "--out", "now.html"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("participation, edited. The register:"), "{}", said.err);
    assert!(said.err.contains("[-22-] {+23+} States had"), "{}", said.err);
    assert!(said.err.contains("{+Japan,+}"), "{}", said.err);
    let now = words(&std::fs::read_to_string(desk.path("now.html")).unwrap());
    assert!(now.contains("no fewer than 23 States had joined the Convention"), "{now}");
    assert!(now.contains("Guinea, Japan, Mali"), "{now}");
    // Once told, it is not told again.
    let again = desk.run(&["report", "status-2003", "--draft", "draft.toml"]);
    assert!(again.err.contains("says nothing else than before"), "{}", again.err);
    assert_eq!(desk.done(&["report", "locked.json"]), locked, "what is locked stays as it was");
}

#[test]
fn own_paragraphs_stay_where_they_are_and_what_is_left_out_stays_out() {
    let desk = Desk::packaged();
    desk.done(&["report", "status-2003", "--draft", "draft.toml"]);
    let text = draft(&desk);
    let (before, after) = text.split_once("[[paragraph]]\nfrom = \"participation\"").unwrap();
    let own = "[[paragraph]]\ntext = \"The drafter’s own *words*, with [a place](https://example.org).\"\n\n";
    desk.write("draft.toml", format!("{before}{own}[[paragraph]]\nfrom = \"participation\"{after}"));
    let text = draft(&desk);
    let (before, after) = text.split_once("from = \"activities-4\"").unwrap();
    let (_, rest) = after.split_once("generated =").unwrap();
    desk.write("draft.toml", format!("{before}from = \"activities-4\"\ntext = \"\"\ngenerated ={rest}"));
    desk.done(&["report", "status-2003", "--draft", "draft.toml", "--out", "report.html"]);
    desk.write("late.csv", LATE).done(&["record", "late.csv"]);
    for page in ["report.html", "later.html"] {
        desk.done(&["report", "status-2003", "--draft", "draft.toml", "--out", page]);
        let html = std::fs::read_to_string(desk.path(page)).unwrap();
        let own =
            html.find("The drafter’s own <em>words</em>, with <a href=\"https://example.org\">a place</a>.").unwrap();
        assert!(
            html.find("entered into force on 1 July 2003").unwrap() < own
                && own < html.find("As at 10 June 2003").unwrap()
        );
        assert!(!html.contains("went on promoting adherence"), "it was left out");
    }
}

#[test]
fn where_both_changed_the_same_words_the_editors_stand_and_it_is_said() {
    let desk = Desk::packaged();
    desk.done(&["report", "status-2003", "--draft", "draft.toml"]);
    edit(&desk, "Guinea, Mali", "Guinea, Ghana again, Mali");
    desk.write("late.csv", LATE).done(&["record", "late.csv"]);
    let said = desk.run(&["report", "status-2003", "--draft", "draft.toml"]);
    assert!(said.err.contains("the edit stands"), "{}", said.err);
    assert!(words(&draft(&desk)).contains("Guinea, Ghana again, Mali"));
}

#[test]
fn a_draft_is_of_one_report_on_one_day_and_does_not_go_back() {
    let desk = Desk::packaged();
    desk.done(&["report", "status-2003", "--draft", "draft.toml"]);
    let as_it_was = draft(&desk);
    let complaint = desk.refused(&["report", "candidates", "--as-at", "2003-06-10", "--draft", "draft.toml"]);
    assert!(complaint.contains("a draft of the report `status-2003`"), "{complaint}");
    let complaint = desk.refused(&["report", "status-2003", "--as-at", "2004-01-01", "--draft", "draft.toml"]);
    assert!(complaint.contains("draft as at 2003-06-10"), "{complaint}");
    let entries = desk.entries().to_string();
    desk.write("late.csv", LATE).done(&["record", "late.csv"]);
    desk.done(&["report", "status-2003", "--draft", "draft.toml"]);
    let complaint = desk.refused(&["report", "status-2003", "--known-at", &entries, "--draft", "draft.toml"]);
    assert!(complaint.contains("a draft does not go back"), "{complaint}");
    desk.write("draft.toml", as_it_was.replacen("from =", "form =", 1));
    let complaint = desk.refused(&["report", "status-2003", "--draft", "draft.toml"]);
    assert!(complaint.contains("draft.toml, line ") && complaint.contains("`from`"), "{complaint}");
}

#[test]
fn a_locked_report_is_held_to_its_register_and_takes_no_other_question() {
    let (desk, other) = (Desk::packaged(), Desk::packaged());
    desk.done(&["report", "status-2003", "--lock", "locked.json"]);
    let complaint = desk.refused(&["report", "status-2003", "--lock", "locked.json"]);
    assert!(complaint.contains("is not overwritten"), "{complaint}");
    let complaint = desk.refused(&["report", "locked.json", "--as-at", "2004-01-01"]);
    assert!(complaint.contains("a locked report is as it was locked"), "{complaint}");
    let locked = std::fs::read(desk.path("locked.json")).unwrap();
    other.write("locked.json", &locked);
    let complaint = other.refused(&["report", "locked.json"]);
    assert!(complaint.contains("locked.json: "), "{complaint}");
    let text = String::from_utf8(locked).unwrap();
    desk.write("broken.json", &text[..text.len() / 2]);
    let complaint = desk.refused(&["report", "broken.json"]);
    assert!(complaint.contains("it is no locked report"), "{complaint}");
}
