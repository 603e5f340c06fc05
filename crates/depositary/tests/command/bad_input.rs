//! Bad input: each is answered with file, line, field and the nearest right thing, and nothing is recorded.

use crate::desk::Desk;

/// Imports a file that must be refused, checks that nothing was recorded, and returns the complaint.
fn refused(name: &str, text: &str, parts: &[&str]) {
    let desk = Desk::packaged();
    let before = desk.entries();
    desk.write(name, text);
    let complaint = desk.refused(&["import", name]);
    for part in parts {
        assert!(complaint.contains(part), "`{part}` is not in:\n{complaint}");
    }
    assert_eq!(desk.entries(), before, "something was recorded");
}

const HEAD: &str = "treaty,party,action,date\n";

#[test]
fn an_unknown_state() {
    let text = format!("{HEAD}IV-13,Norway,signature,2004-01-05\nIV-13,Noruega,signature,2004-01-05\n");
    refused(
        "acts.csv",
        &text,
        &["acts.csv, line 3, field `party`", "`Noruega`", "Norway (NOR)", "nothing was recorded"],
    );
}

#[test]
fn a_date_in_the_wrong_form() {
    let text = format!("{HEAD}IV-13,Norway,signature,5 January 2004\n");
    refused("acts.csv", &text, &["acts.csv, line 2, field `date`", "`5 January 2004`", "2004-01-05"]);
    let text = format!("{HEAD}IV-13,Norway,signature,2004-02-30\n");
    refused("acts.csv", &text, &["line 2, field `date`", "2004-02-29"]);
}

#[test]
fn a_second_ratification() {
    let text = format!("{HEAD}IV-13,Morocco,ratification,2004-01-05\n");
    refused(
        "acts.csv",
        &text,
        &["acts.csv, line 2, field `action`", "Morocco is bound already", "1993-06-21", "correction of entry"],
    );
    let text = format!("{HEAD}IV-13,Norway,accession,2004-01-05\nIV-13,NOR,accession,2005-01-05\n");
    refused("acts.csv", &text, &["line 3, field `action`", "Norway is bound already"]);
}

#[test]
fn the_same_act_twice() {
    let text = format!("{HEAD}IV-13,Morocco,ratification,1993-06-21\n");
    refused("acts.csv", &text, &["line 2", "recorded already"]);
}

#[test]
fn a_ratification_before_adoption() {
    let text = format!("{HEAD}IV-13,Norway,accession,1990-12-17\n");
    refused(
        "acts.csv",
        &text,
        &["acts.csv, line 2, field `date`", "adopted on 1990-12-18", "1990-12-18 or a later day"],
    );
}

#[test]
fn an_act_that_is_still_to_come() {
    let text = format!("{HEAD}IV-13,Norway,accession,2999-01-01\n");
    refused("acts.csv", &text, &["line 2, field `date`", "still to come"]);
}

#[test]
fn an_act_that_the_treaty_does_not_provide_for() {
    let text = format!("{HEAD}IV-13,Norway,acceptance,2004-01-05\n");
    refused("acts.csv", &text, &["line 2, field `action`", "article 86(1)", "ratification or accession"]);
    let text = format!("{HEAD}IV-13,Norway,ratificaton,2004-01-05\n");
    refused("acts.csv", &text, &["line 2, field `action`", "did you mean `ratification`?"]);
}

#[test]
fn an_unknown_treaty() {
    let text = format!("{HEAD}IV-31,Norway,accession,2004-01-05\n");
    refused("acts.csv", &text, &["line 2, field `treaty`", "`IV-31`", "IV-13"]);
}

#[test]
fn a_denunciation_before_the_treaty_allows_one() {
    let text = format!("{HEAD}IV-13,Egypt,denunciation,2008-06-30\n");
    refused("acts.csv", &text, &["line 2, field `date`", "2008-07-01", "article 89"]);
}

#[test]
fn what_has_taken_effect_is_not_withdrawn() {
    let text = format!("{HEAD}IV-13,Egypt,withdrawal-of-instrument,2010-01-05\n");
    refused("acts.csv", &text, &["line 2, field `date`", "had had effect since 2003-07-01"]);
    let text =
        format!("{HEAD}IV-13,Egypt,denunciation,2010-01-05\nIV-13,Egypt,withdrawal-of-denunciation,2012-01-05\n");
    refused("acts.csv", &text, &["line 3, field `date`", "2011-02-01"]);
}

#[test]
fn an_effect_from_before_the_act() {
    let text = "treaty,party,action,date,effective\nIV-13,Norway,accession,2004-01-05,1999-01-01\n";
    refused("acts.csv", text, &["line 2, field `effective`", "only a succession"]);
}

#[test]
fn lines_are_counted_as_any_editor_counts_them() {
    refused(
        "acts.csv",
        "treaty,party,action,date\r\nIV-13,Norway,signature,2004-01-05\r\nIV-13,Nowhere,signature,2004-01-05\r\n",
        &["acts.csv, line 3"],
    );
    refused("acts.csv", "treaty,party,action,date\n\n\nIV-13,Nowhere,signature,2004-01-05\n", &["acts.csv, line 4"]);
}

#[test]
fn a_treaty_that_is_written_another_way() {
    refused(
        "acts.csv",
        &format!("{HEAD}iv-13,Norway,signature,2004-01-05\n"),
        &["line 2, field `treaty`", "`iv-13`", "IV-13"],
    );
}

#[test]
fn conditions_that_can_never_be_met_or_name_nobody() {
    let treaty = |when: &str, more: &str| {
        format!(
            "treaty = \"X-1\"\ndepositary = \"x\"\nadopted = {{ on = 2000-01-01 }}\ntitle = {{ en = \"x\" }}\n{more}\n[entry-into-force]\n\
             article = \"1\"\nwhen = {when}\nthen = \"on the day of\"\n"
        )
    };
    refused("t.toml", &treaty("{ instruments = 0 }", ""), &["t.toml", "field `when`", "at least one"]);
    refused(
        "t.toml",
        &treaty("{ instruments = 1, of = [\"ratificaton\"] }", ""),
        &["t.toml, line 8", "`ratification`"],
    );
    refused("t.toml", &treaty("{ every = \"l\" }", "[lists]\nl = [\"MLI\", \"ZZZ\"]"), &["no party has the code ZZZ"]);
    refused("t.toml", &treaty("{ instruments = 1, to = \"IV-1\" }", ""), &["`to` does not belong"]);
}

#[test]
fn an_entry_is_corrected_once() {
    let desk = Desk::packaged();
    desk.write(
        "c.toml",
        "[[correction]]\ncorrects = 300\nbecause = \"x\"\n[[correction]]\ncorrects = 300\nbecause = \"y\"\n",
    );
    assert!(desk.refused(&["import", "c.toml"]).contains("entry 300 is corrected already"));
}

#[test]
fn a_state_that_is_no_more() {
    let text = format!("{HEAD}IV-13,Czechoslovakia,accession,1994-01-05\n");
    refused("acts.csv", &text, &["line 2, field `party`", "CZE or SVK"]);
}

#[test]
fn every_fault_is_listed_at_once() {
    let text = format!("{HEAD}IV-13,Nowhere,accession,2004-01-05\nIV-13,Norway,acession,2004-13-01\n");
    refused(
        "acts.csv",
        &text,
        &["line 2, field `party`", "line 3, field `action`", "line 3, field `date`", "3 faults"],
    );
}

#[test]
fn a_header_that_is_not_one() {
    refused(
        "acts.csv",
        "treaty,state,action,date\nIV-13,Norway,accession,2004-01-05\n",
        &["line 1", "`state`", "party"],
    );
    refused(
        "acts.csv",
        "treaty,party,action,date\nIV-13,Norway,accession\n",
        &["line 2", "3 fields and the header has 4"],
    );
    refused("acts.csv", "", &["line 1", "treaty,party,action,date"]);
}

#[test]
fn a_treaty_file_with_a_mistake() {
    let text = std::fs::read_to_string(crate::desk::data("treaties/IV-13.toml")).unwrap();
    refused("t.toml", &text.replace("depositary =", "depositery ="), &["t.toml, line", "`depositery`", "depositary"]);
    refused(
        "t.toml",
        &text.replace("a period of 3 months", "a period of 3 moons"),
        &["t.toml, line", "field `then`", "30th day after"],
    );
    refused("t.toml", &text.replace("on = 1990-12-18", "on = 1990-12-38"), &["t.toml, line 8"]);
}

#[test]
fn a_file_that_is_none_of_these() {
    refused("acts.txt", "hello", &["acts.txt", ".toml", ".csv"]);
    refused(
        "acts.csv",
        "treaty,party,action,date\nIV-13,\u{0}\u{1},accession,2004-01-05\n",
        &["line 2, field `party`"],
    );
    let desk = Desk::packaged();
    let complaint = desk.refused(&["import", "missing.csv"]);
    assert!(complaint.contains("missing.csv can't be read"), "{complaint}");
    desk.write("latin1.csv", b"treaty,party,action,date\nIV-13,C\xf4te d'Ivoire,signature,2004-01-05\n");
    let complaint = desk.refused(&["import", "latin1.csv"]);
    assert!(complaint.contains("latin1.csv, line 2") && complaint.contains("UTF-8"), "{complaint}");
}

#[test]
fn questions_that_cannot_be_asked() {
    let desk = Desk::packaged();
    let cases: [(&[&str], &[&str]); 6] = [
        (&["state", "Malli"], &["Mali (MLI)"]),
        (&["explain", "IV-13", "Urugay"], &["Uruguay (URY)"]),
        (&["status", "IV-31"], &["IV-13"]),
        (&["status", "IV-13", "--as-at", "10/06/2003"], &["--as-at", "2003-06-10"]),
        (&["status", "IV-13", "--known-at", "yesterday"], &["--known-at", "2003-06-10"]),
        (&["report", "status-2030"], &["status-2003"]),
    ];
    for (arguments, parts) in cases {
        let complaint = desk.refused(arguments);
        for part in parts {
            assert!(complaint.contains(part), "{arguments:?}: `{part}` is not in:\n{complaint}");
        }
    }
}

#[test]
fn registers_that_cannot_be_opened() {
    let desk = Desk::bare();
    assert!(
        desk.refused(&["status", "IV-13"]).contains("no register at depositary.db; make one with `depositary init`")
    );
    desk.write("depositary.db", "this is a letter, and not a register at all, however long one makes it");
    assert!(desk.refused(&["status", "IV-13"]).contains("depositary.db is not a register"));
    assert!(desk.refused(&["init"]).contains("exists already"));
    assert!(desk.refused(&["status", "IV-13", "--register", "mysql://x"]).contains("sqlite:"));
}

#[test]
fn a_register_from_a_newer_version() {
    let desk = Desk::packaged();
    rusqlite::Connection::open(desk.path("depositary.db")).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    for arguments in [&["status", "IV-13"][..], &["verify"], &["import", "x.csv"]] {
        desk.write("x.csv", HEAD);
        let complaint = desk.refused(arguments);
        assert!(complaint.contains("format 99") && complaint.contains("newer depositary"), "{complaint}");
    }
}

#[test]
fn a_damaged_register() {
    let desk = Desk::packaged();
    let path = desk.path("depositary.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 6000].fill(0x5a);
    std::fs::write(&path, bytes).unwrap();
    let complaint = desk.refused(&["status", "IV-13"]);
    assert!(complaint.contains("depositary.db is damaged") && complaint.contains("depositary verify"), "{complaint}");
    assert_eq!(desk.run(&["verify"]).code, 1);
}

#[test]
fn a_correction_fits_the_entry_that_it_names() {
    let desk = Desk::packaged();
    let before = desk.entries();
    let act =
        "[correction.instead]\ntreaty = \"IV-13\"\nparty = \"Japan\"\naction = \"accession\"\ndate = \"2026-01-05\"\n";
    for (corrects, instead, expected) in [
        (1, "", "is about the register itself"),
        (2, act, "is of the kind `party`, and what is right instead is of the kind `act`"),
    ] {
        desk.write("wrong.toml", format!("[correction]\ncorrects = {corrects}\nbecause = \"a slip\"\n{instead}"));
        let complaint = desk.refused(&["record", "wrong.toml"]);
        assert!(complaint.contains("wrong.toml, line 1") && complaint.contains(expected), "{complaint}");
    }
    assert_eq!(desk.entries(), before);
}
