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

/// A status table in the Treaty Collection's XML.
fn xml(rows: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><root><Treaty><Header><ExternalData>\
         <Titlesect>International Convention</Titlesect></ExternalData></Header><Participants><Table><TGroup>\
         <Thead><Row><Entry>Participant</Entry><Entry>Signature, Succession to signature(d)</Entry>\
         <Entry>Ratification, Accession(a), Succession(d)</Entry></Row></Thead><Tbody><Rows>{rows}</Rows></Tbody>\
         </TGroup></Table></Participants></Treaty></root>"
    )
}

#[test]
fn the_treaty_collections_xml_is_compared_act_by_act() {
    let (desk, schema) = (Desk::packaged(), Schema::of("reconcile"));
    let row = |cells: [&str; 3]| format!("<Row>{}</Row>", cells.map(|cell| format!("<Entry>{cell}</Entry>")).concat());
    let mexico = row(["Mexico", "22 May 1991", "8 Mar 1999"]);
    let morocco = row(["Morocco &lt;superscript&gt;2&lt;/superscript&gt;", "15 Aug 1991", "21 Jun 1993"]);
    let (egypt, wrong) = (row(["Egypt", "", "19 Feb 1993 a"]), row(["Egypt", "", "19 Mar 1993 a"]));
    let asked = |file: &str| {
        let said = desk.run(&["reconcile", file, "--as-at", "1993-12-31", "--format", "json"]);
        let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        schema.must_accept(&["reconcile"], &answer);
        answer
    };
    // Chile, Mexico, Morocco and the Philippines had signed by then; Egypt and Morocco had deposited.
    let others = [row(["Chile", "24 Sep 1993", ""]), row(["Philippines", "15 Nov 1993", ""])].concat();
    let without_later = mexico.replace("8 Mar 1999", "");
    desk.write("IV-13.en.xml", xml(&[&*without_later, &*morocco, &*egypt, &*others].concat()));
    let answer = asked("IV-13.en.xml");
    assert_eq!((&answer["differing"], &answer["agreeing"]), (&0.into(), &6.into()), "{answer}");
    desk.write("IV-13.en.xml", xml(&[&*without_later, &*morocco, &*wrong, &*others].concat()));
    let answer = asked("IV-13.en.xml");
    let differing: Vec<_> =
        answer["claims"].as_array().unwrap().iter().filter(|claim| claim["agrees"] == false).collect();
    assert_eq!(differing.len(), 1, "{answer}");
    assert_eq!(differing[0]["register"], "accession 1993-02-19");
    // A State that the table lacks is a difference as well.
    desk.write("IV-13.en.xml", xml(&[&*without_later, &*egypt, &*others].concat()));
    assert_eq!(asked("IV-13.en.xml")["differences"], 1);
}

#[test]
fn a_page_marks_each_claim_and_shows_the_difference() {
    let desk = Desk::packaged();
    desk.write("note.txt", with_an_error().replace("Mali acceded", "<b>Mali</b> acceded"));
    let said = desk.run(&["reconcile", "note.txt", "--format", "html"]);
    assert_eq!(said.code, 1, "{}", said.err);
    let page = said.out;
    assert!(page.contains("<b>One difference of substance</b>"), "{page}");
    assert!(page.contains("<mark class=\"differs\">11 States</mark>"), "{page}");
    assert!(page.contains("<mark class=\"differs\">Sudan</mark>"), "{page}");
    assert!(page.contains("<mark class=\"agrees\">22 States</mark>"), "{page}");
    assert!(page.contains("only reported, not on the depositary"), "{page}");
    // The text is data: what looks like markup in it is shown as it stands.
    assert!(page.contains("&#60;b&#62;") && !page.contains("<b>Mali</b>"), "{page}");
    let marks = page.matches("<mark class=").count();
    assert!(marks >= 14, "{marks} marks");
}
