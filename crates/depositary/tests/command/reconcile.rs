//! A published text compared with the packaged register.

use crate::desk::Desk;
use crate::schemas::Schema;

const NOTE: &str = "Note on the International Convention on the Protection of the Rights of All Migrant Workers and Members of \
    Their Families\n\n\
    1. It came into force on 1 July 2003. As at 10 June 2003 it had been ratified by 22 States.\n\n\
    2. A further 10 States had signed it without ratifying it: Burkina Faso, Comoros, Guinea-Bissau, Sao Tome and Principe, \
    Sierra Leone, Togo, Chile, Paraguay, Bangladesh and Turkey. Mali acceded on 5 June 2003.\n";

fn with_an_error() -> String {
    NOTE.replace("10 States", "11 States").replace("Sierra Leone, ", "Sierra Leone, the Sudan, ")
}

#[test]
fn a_text_that_agrees_is_answered_with_nought() {
    let desk = Desk::packaged();
    desk.write("note.txt", NOTE);
    let said = desk.run(&["reconcile", "note.txt"]);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("0 differ, 0 unclear; 0 differences of substance"), "{}", said.out);
}

#[test]
fn a_text_that_differs_is_answered_with_one_and_where() {
    let desk = Desk::packaged();
    desk.write("note.txt", with_an_error());
    let said = desk.run(&["reconcile", "note.txt"]);
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    assert!(said.out.contains("2 differ, 0 unclear; 1 difference of substance"), "{}", said.out);
    assert!(said.out.contains("para. 2"), "{}", said.out);
    assert!(said.out.contains("only reported, not on the depositary's record"), "{}", said.out);
}

#[test]
fn what_was_not_yet_known_is_not_held_against_a_text() {
    let desk = Desk::packaged();
    desk.write("note.txt", NOTE);
    let refused = desk.refused(&["reconcile", "note.txt", "--known-at", "2000-01-01"]);
    assert!(refused.contains("nothing had been recorded by then"), "{refused}");
}

#[test]
fn the_answer_is_as_its_schema_says() {
    let (desk, schema) = (Desk::packaged(), Schema::of("reconcile"));
    for (text, asked) in [
        (NOTE.to_owned(), vec!["reconcile", "note.txt"]),
        (with_an_error(), vec!["reconcile", "note.txt"]),
        ("As at no day, it was ratified by 22 States.".to_owned(), vec!["reconcile", "note.txt", "--treaty", "IV-13"]),
        (format!("<!doctype html><p>{NOTE}"), vec!["reconcile", "note.txt", "--as-at", "2003-06-10"]),
    ] {
        desk.write("note.txt", text);
        let said = desk.run(&[asked.as_slice(), &["--format", "json"]].concat());
        let answer = serde_json::from_str(&said.out).unwrap();
        schema.must_accept(&asked, &answer);
        assert_eq!(said.code, i32::from(answer["differing"] != 0), "{answer}");
    }
}

#[test]
fn a_status_table_is_compared_act_by_act() {
    let (desk, schema) = (Desk::packaged(), Schema::of("reconcile"));
    let table = "Participant,\"Signature, Succession to signature(d)\",\"Ratification, Accession(a), Succession(d)\"\n\
        Chile,24 Sep 1993,21 Apr 2005\nMali,,5 Jun 2003 a\nMexico,22 May 1991,8 Mar 1999 a\n";
    desk.write("table.csv", table);
    let said = desk.run(&["reconcile", "table.csv", "--treaty", "IV-13", "--as-at", "1992-01-01", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    schema.must_accept(&["reconcile"], &answer);
    // Chile's ratification was in March; Mexico's instrument was a ratification; Morocco had signed by then.
    let differing = answer["claims"].as_array().unwrap().iter().filter(|claim| claim["agrees"] == false);
    let lines: Vec<_> =
        differing.map(|claim| (claim["at"]["paragraph"].as_u64(), claim["register"].as_str())).collect();
    assert_eq!(
        lines,
        [
            (Some(2), Some("ratification 2005-03-21")),
            (Some(4), Some("ratification 1999-03-08")),
            (Some(4), Some("Morocco: signature 1991-08-15")),
        ]
    );
    assert_eq!((said.code, &answer["agreeing"]), (1, &serde_json::json!(3)));
    desk.write("IV-13.csv", table);
    assert_eq!(desk.run(&["reconcile", "IV-13.csv"]).code, 1);
    assert!(desk.refused(&["reconcile", "table.csv"]).contains("say it with --treaty"));
}

#[test]
fn bad_input_is_refused() {
    let desk = Desk::packaged();
    desk.write("note.txt", b"22 States\xff");
    assert!(desk.refused(&["reconcile", "note.txt"]).contains("the file is not text in UTF-8"));
    assert!(desk.refused(&["reconcile", "nothing.txt"]).contains("nothing.txt can't be read"));
    desk.write("note.txt", NOTE);
    assert!(
        desk.refused(&["reconcile", "note.txt", "--treaty", "IV-31"]).contains("the register holds no treaty `IV-31`")
    );
}
