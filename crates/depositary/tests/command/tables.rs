//! Status tables as the Treaty Collection publishes them.

use crate::desk::Desk;

/// A register with one treaty of the usual kind, and no acts.
fn with_a_treaty() -> Desk {
    let desk = Desk::bare();
    desk.done(&["init", "--empty"]);
    desk.write(
        "treaty.toml",
        r#"
treaty = "X-1"
depositary = "Secretary-General of the United Nations"
adopted = { on = 2000-01-01 }
[title]
en = "Convention on Examples"
[entry-into-force]
article = "3(1)"
when = { instruments = 2 }
then = "30th day after"
[entry-into-force.each-party]
article = "3(2)"
for = "deposits after the Nth"
then = "30th day after"
"#,
    );
    desk.done(&["import", "treaty.toml"]);
    desk
}

fn consents(desk: &Desk, day: &str) -> Vec<(String, String, String)> {
    let status = desk.json(&["status", "X-1", "--as-at", day]);
    let participants = status["participants"].as_array().unwrap().iter().filter(|one| !one["consent"].is_null());
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    participants
        .map(|one| (text(&one["party"]), text(&one["consent"]["action"]), text(&one["consent"]["date"])))
        .collect()
}

fn triple(party: &str, action: &str, date: &str) -> (String, String, String) {
    (party.to_owned(), action.to_owned(), date.to_owned())
}

#[test]
fn a_csv_table_with_letters_in_any_order() {
    let desk = with_a_treaty();
    desk.write(
        "table.csv",
        "Participant,\"Signature, Succession to signature(d)\",\"Accession(a), Acceptance(A), Approval(AA), Ratification\"\n\
         Chad,1 Feb 2000,5 Mar 2001\nGhana,,7 Apr 2001 a\nMali,2 Feb 2000,8 May 2001 A\nNetherlands,,9 Jun 2001 AA\n\
         Montenegro,23 Oct 2006 d,\n",
    );
    desk.done(&["import", "--treaty", "X-1", "table.csv"]);
    assert_eq!(
        consents(&desk, "2010-01-01"),
        [
            triple("TCD", "ratification", "2001-03-05"),
            triple("GHA", "accession", "2001-04-07"),
            triple("MLI", "acceptance", "2001-05-08"),
            triple("NLD", "approval", "2001-06-09"),
        ]
    );
    let status = desk.json(&["status", "X-1", "--as-at", "2010-01-01"]);
    assert_eq!(status["entry_into_force"]["date"], "2001-05-07");
    assert_eq!(status["counts"]["signatories"], 3);
    let again = desk.done(&["import", "--treaty", "X-1", "table.csv"]);
    assert!(again.contains("nothing new to record") && again.contains("unchanged"), "{again}");
}

#[test]
fn an_xml_table_with_its_traps() {
    let desk = with_a_treaty();
    desk.write(
        "table.xml",
        r#"<?xml version="1.0" encoding="ISO-8859-1"?>
<MTDSG><Treaty><Header><ExternalData><Conclusion>New York, 1 January 20001</Conclusion>
<EIF><Labeltext>7 May 2001, except for article 9; 8 June 2001 for article 9</Labeltext></EIF></ExternalData></Header>
<Participants><Table><TGroup>
<Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry><Entry>Ratification, Accession(a), Succession(d)</Entry></Row></Thead>
<Tbody><Rows>
<Row><Entry>Chad&lt;superscript&gt;3&lt;/superscript&gt;</Entry><Entry>1 Feb	2000 </Entry><Entry>5 Mar 20012</Entry></Row>
<Row><Entry>Ghana</Entry><Entry/><Entry> 7 Apr 2001 a&lt;superscript&gt;4, 5&lt;/superscript&gt;</Entry></Row>
<Row><Entry>Mali</Entry><Entry></Entry><Entry>[8 May 2001 a]</Entry></Row>
<Row><Entry>C&#244;te d'Ivoire</Entry><Entry>1 Mar 2000</Entry><Entry></Entry></Row>
</Rows></Tbody></TGroup></Table></Participants>
<SpecialTables><Table><TGroup><Thead><Row><Entry>Participant</Entry><Entry>Ratification</Entry></Row></Thead>
<Tbody><Rows><Row><Entry>Norway</Entry><Entry>1 Jan 2002</Entry></Row></Rows></Tbody></TGroup></Table></SpecialTables>
<EndNotes><Table><Row><Entry>Participant</Entry></Row><Row><Entry>Peru</Entry></Row></Table></EndNotes>
</Treaty></MTDSG>"#,
    );
    desk.done(&["import", "--treaty", "X-1", "table.xml"]);
    assert_eq!(
        consents(&desk, "2010-01-01"),
        [
            triple("TCD", "ratification", "2001-03-05"),
            triple("GHA", "accession", "2001-04-07"),
            triple("MLI", "accession", "2001-05-08"),
        ]
    );
    let now = desk.json(&["status", "X-1"]);
    assert_eq!(now["counts"]["parties"], 2, "what stands in square brackets is withdrawn: {now}");
    let names: Vec<&str> =
        now["participants"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Chad", "Côte d'Ivoire", "Ghana", "Mali"]);
}

#[test]
fn what_a_table_does_not_explain_is_listed_and_never_guessed() {
    let desk = with_a_treaty();
    let cases = [
        ("Participant,\"Ratification, Accession(a)\"\nChad,5 Mar 2001 q\n", vec!["line 2", "Chad", "letter `q`"]),
        ("Participant,\"Ratification, Accession(a)\"\nAtlantis,5 Mar 2001 a\n", vec!["line 2", "`Atlantis`"]),
        (
            "Participant,\"Ratification, Ascension(a)\"\nChad,5 Mar 2001 a\n",
            vec!["`Ascension(a)`", "nothing is guessed"],
        ),
        (
            "Participant,\"Ratification, Accession(a)\"\nChad,spring 2001\n",
            vec!["line 2", "`spring 2001`", "5 Jun 2003 a"],
        ),
        ("State,Ratification\nChad,5 Mar 2001\n", vec!["`Participant`, not `State`"]),
        ("", vec!["Participant"]),
    ];
    let before = desk.entries();
    for (table, parts) in cases {
        desk.write("table.csv", table);
        let complaint = desk.refused(&["import", "--treaty", "X-1", "table.csv"]);
        for part in parts {
            assert!(complaint.contains(part), "`{part}` is not in:\n{complaint}");
        }
    }
    assert_eq!(desk.entries(), before);
    desk.write("table.xml", "<a><b>");
    desk.refused(&["import", "--treaty", "X-1", "table.xml"]);
    desk.write("table.xml", "<a/>");
    assert!(desk.refused(&["import", "--treaty", "X-1", "table.xml"]).contains("no table of participants"));
}

#[test]
fn xml_that_is_cut_off_nested_or_decoyed_is_no_table() {
    let table = |rows: &str| {
        format!(
            "<Treaty><Participants><Table><TGroup><Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry>\
             <Entry>Ratification, Accession(a)</Entry></Row></Thead><Tbody><Rows>{rows}</Rows></Tbody></TGroup></Table></Participants></Treaty>"
        )
    };
    let row =
        "<Row><Entry>Chad<superscript>3</superscript></Entry><Entry/><Entry>5 Mar 2001 a<sup>4</sup></Entry></Row>";
    let desk = with_a_treaty();
    let whole = table(row);
    desk.write("cut.xml", &whole[..whole.find("5 Mar").unwrap()]);
    assert!(
        desk.refused(&["import", "--treaty", "X-1", "cut.xml"]).contains("ends in the middle"),
        "nothing half-imported"
    );
    desk.write("deep.xml", format!("{}{whole}", "<a>".repeat(100_000)));
    assert!(desk.refused(&["import", "--treaty", "X-1", "deep.xml"]).contains("nested more than"));
    let decoy =
        table("<Row><Entry>Mali</Entry><Entry/><Entry>1 Jan 1999</Entry></Row>").replace("Treaty>", "Declarations>");
    desk.write("decoy.xml", format!("<MTDSG>{decoy}{whole}</MTDSG>"));
    desk.done(&["import", "--treaty", "X-1", "decoy.xml"]);
    assert_eq!(consents(&desk, "2010-01-01"), [triple("TCD", "accession", "2001-03-05")]);
}

#[test]
fn names_with_footnotes_and_those_that_have_withdrawn() {
    let desk = with_a_treaty();
    desk.write(
        "table.csv",
        "Participant,\"Ratification, Accession(a)1\"\nChad3,5 Jun 2003 a\n\"Ghana 3, 4\",5 Jun 20031 a\n[Mali] 4,5 Jun 2003a\n\
         Norway,[5 Jun 2003 a] 7 Aug 2010 a\n",
    );
    desk.done(&["import", "--treaty", "X-1", "table.csv"]);
    let now = desk.json(&["status", "X-1"]);
    assert_eq!(now["counts"]["parties"], 3, "Mali stands in brackets: {now}");
    let norway = now["participants"].as_array().unwrap().iter().find(|one| one["party"] == "NOR").unwrap();
    assert_eq!(norway["consent"]["date"], "2010-08-07");
}

#[test]
fn a_short_row_would_shift_its_dates_and_is_refused() {
    let desk = with_a_treaty();
    desk.write("table.csv", "Participant,Signature,Ratification\r\nGhana,1 Jan 1990\r\n");
    assert!(
        desk.refused(&["import", "--treaty", "X-1", "table.csv"])
            .contains("line 2: the row has 2 fields and the head has 3")
    );
    desk.write("table.csv", "Participant;Ratification\nGhana;1 Jan 1990\n");
    assert!(desk.refused(&["import", "--treaty", "X-1", "table.csv"]).contains("parted by commas"));
}
