//! Rectifications as people write them: with an act that is right instead, or in the treaty's own file.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use boon::{Compiler, Schemas};
use exchange::{Fault, Located, Written, resolve, toml_file};
use law::entry::{Content, Correction, Draft};
use law::party::{Parties, Party};

fn at_root(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../../{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// An act corrected, and these papers.
fn records(papers: &str) -> String {
    format!(
        "[correction]\ncorrects = 12\nbecause = \"the day was misprinted\"\n[correction.instead]\ntreaty = \"IV-13\"\n\
         party = \"MLI\"\naction = \"accession\"\ndate = 2003-06-05\n[correction.rectification]\n{papers}"
    )
}

const PAPERS: &str = "symbol = \"C.N.1.2004.TREATIES-1\"\ncirculated = 2003-09-01\nobjections-until = 2003-11-30\n\
                      proces-verbal = 2003-12-02\n";

fn schema_accepts(schema: &str, toml: &str) -> bool {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    let schema = at_root(&format!("docs/schemas/{schema}.schema.json"));
    compiler.add_resource("schema.json", serde_json::from_str(&schema).unwrap()).unwrap();
    let index = compiler.compile("schema.json", &mut schemas).unwrap();
    let table: toml::Table = toml.parse().unwrap();
    schemas.validate(&as_json(toml::Value::Table(table)), index).is_ok()
}

/// TOML as JSON: its own dates become texts.
fn as_json(toml: toml::Value) -> serde_json::Value {
    match toml {
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, as_json(value))).collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

fn read(text: &str) -> Result<Vec<Located<Draft>>, Vec<Fault>> {
    let mali: Party = toml::from_str("code = \"MLI\"\nkind = \"State\"\nnames = [{ name = \"Mali\" }]").unwrap();
    let mut parties = Parties::default();
    parties.add(mali);
    toml_file::read("file.toml", text).and_then(|written: Vec<Located<Written>>| resolve(written, &parties))
}

fn correction(text: &str) -> (Correction, Option<usize>) {
    let Located { place, what } = read(text).unwrap().remove(0);
    match what.content {
        Content::Correction(correction) => (correction, place.line),
        other => unreachable!("{other:?}"),
    }
}

#[track_caller]
fn complaint(text: &str) -> String {
    let faults = read(text).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults[0].to_string()
}

#[test]
fn an_act_may_be_rectified() {
    let text = records(PAPERS);
    assert!(schema_accepts("records", &text));
    let (correction, _) = correction(&text);
    let papers = correction.rectification.clone().unwrap();
    assert_eq!(papers.symbol, "C.N.1.2004.TREATIES-1");
    assert_eq!(papers.proces_verbal.to_string(), "2003-12-02");
    // What is recorded is read as it was written.
    let recorded = serde_json::to_string(&correction).unwrap();
    assert_eq!(serde_json::from_str::<Correction>(&recorded).unwrap(), correction);
}

#[test]
fn a_correction_without_papers_is_recorded_as_ever() {
    let text = records(PAPERS);
    let plain = text.split("[correction.rectification]").next().unwrap();
    let recorded = serde_json::to_string(&correction(plain).0).unwrap();
    assert!(!recorded.contains("rectification"), "{recorded}");
}

#[test]
fn a_text_is_not_rectified_before_the_time_for_objections_is_over() {
    let early = complaint(&records(&PAPERS.replace("2003-12-02", "2003-11-29")));
    assert!(early.contains("field `proces-verbal`") && early.contains("article 79(2)(a)"), "{early}");
    assert!(early.ends_with("write 2003-11-30 or a later day"), "{early}");
    let no_time = complaint(&records(&PAPERS.replace("2003-11-30", "2003-09-01")));
    assert!(no_time.contains("field `objections-until`") && no_time.contains("article 79(2)"), "{no_time}");
    assert!(complaint(&records(&PAPERS.replace("C.N.1.2004.TREATIES-1", " "))).contains("field `symbol`"));
    assert!(complaint(&records(&PAPERS.replace("2003-09-01", "2003-09-31"))).contains("field `circulated`"));
}

#[test]
fn there_must_be_something_right_instead() {
    let text = records(PAPERS);
    let (head, rest) = text.split_once("[correction.instead]").unwrap();
    let nothing = format!("{head}{}", &rest[rest.find("[correction.rectification]").unwrap()..]);
    assert!(!schema_accepts("records", &nothing));
    let said = complaint(&nothing);
    assert!(said.contains("article 79(4)") && said.contains("the treaty's file as rectified"), "{said}");
}

#[test]
fn what_is_no_particular_of_a_rectification_is_refused() {
    for (from, to, said) in [
        ("symbol", "symbols", "write `symbol`"),
        ("objections-until", "objections_until", "write `objections-until`"),
        ("proces-verbal = 2003-12-02\n", "", "proces-verbal"),
    ] {
        let damaged = records(&PAPERS.replacen(from, to, 1));
        assert!(!schema_accepts("records", &damaged), "{damaged}");
        assert!(complaint(&damaged).contains(said), "{}", complaint(&damaged));
    }
}

/// The file of the Migrant Workers Convention with a correction at its end.
fn treaty_file(correction: &str) -> String {
    let treaty = at_root("data/treaties/IV-13.toml").replacen("instruments = 20", "instruments = 21", 1);
    format!("{treaty}\n[correction]\n{correction}")
}

#[test]
fn a_treaty_may_be_rectified_by_its_own_file() {
    let text = treaty_file(&format!(
        "corrects = 301\nbecause = \"the number was misprinted\"\n[correction.rectification]\n{PAPERS}"
    ));
    assert!(schema_accepts("treaty", &text));
    let (correction, line) = correction(&text);
    assert_eq!(correction.corrects, 301);
    assert_eq!(text.lines().nth(line.unwrap() - 1), Some("[correction]"));
    assert!(correction.rectification.is_some());
    let instead = *correction.instead.unwrap();
    let Content::Treaty(treaty) = instead else { unreachable!("{instead:?}") };
    let clean = text.split("[correction]").next().unwrap();
    assert_eq!(*treaty, toml::from_str(clean).unwrap());
}

#[test]
fn the_file_of_a_treaty_is_checked_as_ever() {
    let corrects = "corrects = 301\nbecause = \"misprinted\"\n";
    let titel = complaint(&treaty_file(corrects).replacen("[title]", "[titel]", 1));
    assert!(titel.starts_with("file.toml, line ") && titel.contains("write `title`"), "{titel}");
    let because = complaint(&treaty_file("corrects = 301\nbecaus = \"misprinted\"\n"));
    let line = treaty_file("").lines().count() + 2;
    assert!(because.starts_with(&format!("file.toml, line {line}")), "{because}");
    let both = treaty_file(&format!(
        "{corrects}[correction.instead]\ntreaty = \"IV-13\"\nparty = \"MLI\"\naction = \"accession\"\ndate = 2003-06-05\n"
    ));
    assert!(!schema_accepts("treaty", &both));
    assert!(complaint(&both).contains("leave out [correction.instead]"), "{}", complaint(&both));
}

#[test]
fn what_the_guide_to_time_writes_can_be_recorded() {
    let guide = at_root("docs/time.md");
    let mut parties = Parties::default();
    for draft in toml_file::read("parties.toml", &at_root("data/parties.toml")).unwrap() {
        if let Written::Complete { content, .. } = draft.what
            && let Content::Party(party) = *content
        {
            parties.add(party);
        }
    }
    let examples: Vec<&str> = guide.split("```toml\n").skip(1).map(|rest| rest.split_once("```").unwrap().0).collect();
    assert_eq!(examples.len(), 2);
    for example in examples {
        assert!(schema_accepts("records", example), "{example}");
        assert!(resolve(toml_file::read("example.toml", example).unwrap(), &parties).is_ok(), "{example}");
    }
    let of_text = guide.split("    [correction]\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let (correction, _) = correction(&treaty_file(of_text));
    assert!(correction.rectification.is_some());
}
