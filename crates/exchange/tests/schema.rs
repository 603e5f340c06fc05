//! The JSON Schemas of the files that people write: everything packaged is as they say, and what the register refuses
//! they refuse too.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use exchange::toml_file;
use serde_json::{Value, json};

fn at_root(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

fn files(folder: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(at_root(folder)).unwrap().map(|file| file.unwrap().path()).collect();
    found.retain(|path| path.is_file());
    found.sort();
    assert!(!found.is_empty(), "{folder} is empty");
    found
}

fn text(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// A schema, ready to be asked.
struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    /// Reads a schema; one that is no schema is refused here.
    fn read(path: impl AsRef<Path>) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        // Otherwise 30 February would be a date.
        compiler.enable_format_assertions();
        compiler.add_resource("schema.json", serde_json::from_str(&text(path)).unwrap()).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn named(name: &str) -> Self {
        Self::read(at_root(&format!("docs/schemas/{name}.schema.json")))
    }

    /// What is wrong with a TOML text, if anything.
    fn complaint(&self, toml: &str) -> Option<String> {
        let json = as_json(toml::Value::Table(toml.parse().unwrap()));
        self.schemas.validate(&json, self.index).err().map(|error| format!("{error:#}"))
    }

    fn accepts(&self, toml: &str) -> bool {
        self.complaint(toml).is_none()
    }

    #[track_caller]
    fn must_accept(&self, what: &str, toml: &str) {
        assert_eq!(self.complaint(toml), None, "{what}");
    }
}

/// TOML as JSON: its own dates become texts.
fn as_json(toml: toml::Value) -> Value {
    match toml {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, as_json(value))).collect(),
    }
}

#[test]
fn every_packaged_file_is_as_its_schema_says() {
    for (folder, schema) in [("data/treaties", "treaty"), ("data/records", "records"), ("data/reports", "report")] {
        let schema = Schema::named(schema);
        for path in files(folder) {
            schema.must_accept(&path.display().to_string(), &text(&path));
        }
    }
    let parties = text(at_root("data/parties.toml"));
    Schema::named("parties").must_accept("the parties", &parties);
    Schema::named("records").must_accept("the parties are records too", &parties);
}

#[test]
fn acts_decisions_and_corrections_as_the_guide_writes_them() {
    let records = Schema::named("records");
    let guide = text(at_root("docs/acts.md"));
    let examples: Vec<&str> = guide.split("```toml\n").skip(1).map(|rest| rest.split_once("```").unwrap().0).collect();
    assert!(examples.len() >= 3, "{} examples", examples.len());
    for example in examples {
        records.must_accept(example, example);
        assert!(toml_file::read("example.toml", example).is_ok(), "{example}");
    }
}

/// What must not pass: a packaged file, what is damaged in it, and how.
const DAMAGED_TREATIES: [(&str, &str, &str); 16] = [
    ("IV-13", "treaty     = \"IV-13\"", "treaty = \"IV/13\""),
    ("IV-13", "depositary =", "depository ="),
    ("IV-13", "[title]", "[titel]"),
    ("IV-13", "on = 1990-12-18", "on = \"18 December 1990\""),
    ("IV-13", "\"last day of the month\"", "\"last day\""),
    ("IV-13", "subject-to = [\"ratification\"]", "subject-to = [\"ratified\"]"),
    ("IV-13", "accession = { article = \"86(2)\" }", "accession = {}"),
    ("IV-13", "instruments = 20", "instruments = \"twenty\""),
    ("IV-13", "instruments = 20", "instruments = 20, parties = 20"),
    ("IV-13", "[entry-into-force]\narticle = \"87(1)\"", "[entry-into-force]"),
    ("IV-13", "for      = \"deposits after entry into force\"", "for = \"later deposits\""),
    ("IV-13", "reading = \"with the treaty\"", "reading = \"both\""),
    ("IV-13", "not-before = \"5 years after entry into force for the party\"", "not-before = \"5 years\""),
    ("IV-13", "declarations = 10", "declarations = -1"),
    ("CETS-201", "at-least = 3, from", "from"),
    ("CETS-201", "\"ALB\", \"AND\"", "\"Albania\", \"AND\""),
];

#[test]
fn what_the_register_refuses_in_a_treaty_the_schema_refuses() {
    let treaty = Schema::named("treaty");
    for (name, from, to) in DAMAGED_TREATIES {
        let whole = text(at_root(&format!("data/treaties/{name}.toml")));
        let damaged = whole.replacen(from, to, 1);
        assert_ne!(damaged, whole, "{name} has no `{from}`");
        assert!(!treaty.accepts(&damaged), "{name}: the schema accepts `{to}`");
        assert!(toml_file::read(name, &damaged).is_err(), "{name}: the register accepts `{to}`");
    }
}

#[test]
fn what_the_register_refuses_in_records_the_schemas_refuse() {
    for (schema, file, from, to) in [
        ("parties", "parties.toml", "code = \"AFG\"", "code = \"Afghanistan\""),
        ("parties", "parties.toml", "kind = \"State\"", "kind = \"Kingdom\""),
        ("parties", "parties.toml", "member = 1946-11-19", "member = \"1946\""),
        ("parties", "parties.toml", "names = [{ name = \"Afghanistan\" }]", "names = []"),
        ("parties", "parties.toml", "formal =", "official ="),
        ("records", "records/status-2003.toml", "standing = \"reported\"", "standing = \"heard\""),
        ("records", "records/status-2003.toml", "verb = \"adopts\"", "verb = \"adopted\""),
        ("records", "records/status-2003.toml", "date   = 1990-12-18", ""),
        ("records", "records/status-2003.toml", "\"1998-03/..\"", "\"March 1998\""),
        ("records", "records/status-2003.toml", "\"1998-03/..\"", "\"1998-03/open\""),
        ("records", "records/status-2003.toml", "kind       = \"report\"", "kind = \"reports\""),
    ] {
        let whole = text(at_root(&format!("data/{file}")));
        let damaged = whole.replacen(from, to, 1);
        assert_ne!(damaged, whole, "{file} has no `{from}`");
        assert!(!Schema::named(schema).accepts(&damaged), "{file}: the schema accepts `{to}`");
        assert!(toml_file::read(file, &damaged).is_err(), "{file}: the register accepts `{to}`");
    }
    for nothing in ["", "sources = [\"…\"]", "act = []"] {
        assert!(!Schema::named("records").accepts(nothing), "{nothing:?}");
        assert!(toml_file::read("nothing.toml", nothing).is_err(), "{nothing:?}");
    }
}

#[test]
fn a_damaged_definition_of_a_report_is_refused() {
    let report = Schema::named("report");
    let whole = text(at_root("data/reports/status-2003.toml"));
    for (from, to) in [
        ("as-at  = 2003-06-10", "as-at = \"10 June 2003\""),
        ("organ        = \"General Assembly\"", ""),
        ("shows = \"submitted-under\"", "shows = \"submitted\""),
        ("shows = \"entry-into-force\"", "shows = \"entry-into-force\"\nof = \"IV-13\""),
        ("reported = \"marked\"", "reported = \"counted\""),
        ("link   = \"furthermore\"", "link = \"moreover\""),
        ("within = \"12 months\"", "in = \"12 months\""),
    ] {
        let damaged = whole.replacen(from, to, 1);
        assert_ne!(damaged, whole, "the definition has no `{from}`");
        assert!(!report.accepts(&damaged), "the schema accepts `{to}`");
    }
}

/// A treaty's file with the least that it must hold, what is asked about, and the lists and weights that it may name.
fn treaty_with(asked: &str) -> String {
    format!(
        "treaty = \"IV-99\"\ndepositary = \"the depositary\"\nadopted = {{ on = 2000-01-01 }}\ntitle = {{ en = \"…\" }}\n{asked}\n"
    )
}

fn entry_into_force(when: &str, more: &str) -> String {
    let clause = format!("[entry-into-force]\narticle = \"1\"\nwhen = {when}\nthen = \"30th day after\"\n{more}");
    let named = "[lists]\nthese = [\"MLI\"]\n[weights.fleet]\nunit = \"tons\"\nvalues = {}";
    treaty_with(&format!("{clause}\n{named}"))
}

/// The schema and the register say the same of a treaty's file.
#[track_caller]
fn both(treaty: &Schema, accept: bool, asked: &str, toml: &str) {
    let complaint = treaty.complaint(toml);
    let read = toml_file::read("IV-99.toml", toml);
    assert_eq!(complaint.is_none(), accept, "the schema, of {asked}: {complaint:?}");
    assert_eq!(read.is_ok(), accept, "the register, of {asked}: {read:?}");
}

#[test]
fn a_condition_is_what_the_register_takes_for_one() {
    let treaty = Schema::named("treaty");
    let cases = [
        (true, "{ instruments = 20 }"),
        (true, "{ instruments = 20, of = [\"ratification\", \"accession\"] }"),
        (true, "{ parties = 55 }"),
        (true, "{ instruments = 40, including = { every = \"these\" } }"),
        (true, "{ instruments = 5, including = { at-least = 3, from = \"these\" } }"),
        (true, "{ every = \"signatories\" }"),
        (true, "{ share = \"55.5\", of = \"tonnage\", weights = \"fleet\" }"),
        (true, "{ share = 55, weights = \"fleet\" }"),
        (true, "{ share = 0.02, weights = \"fleet\" }"),
        (true, "{ fraction = \"2/3\", of = \"parties\", to = \"IV-11\", counted = \"at adoption\" }"),
        (true, "{ fraction = \"3/4\", to = \"IV-11\" }"),
        (false, "{ instruments = 5, weights = \"fleet\" }"),
        (false, "{ every = \"these\", including = { every = \"these\" } }"),
        (true, "{ in-force = \"IV-15\" }"),
        (true, "{ all = [{ parties = 55 }, { any = [{ instruments = 1 }, { in-force = \"IV-15\" }] }] }"),
        (false, "{}"),
        (false, "{ of = [\"ratification\"] }"),
        (false, "{ instruments = 20, every = \"these\" }"),
        (false, "{ instruments = 20, of = \"ratification\" }"),
        (false, "{ instruments = 20, of = [\"ratify\"] }"),
        (false, "{ instruments = 65536 }"),
        (false, "{ instruments = 2.5 }"),
        (false, "{ instruments = 5, including = { every = \"these\", from = \"these\" } }"),
        (false, "{ instruments = 5, including = { at-least = 3 } }"),
        (false, "{ share = \"55\" }"),
        (false, "{ share = \"55 %\", weights = \"fleet\" }"),
        (false, "{ share = -1, weights = \"fleet\" }"),
        (false, "{ fraction = \"two thirds\" }"),
        (false, "{ fraction = \"0/3\" }"),
        (false, "{ fraction = \"2/3\", counted = \"later\" }"),
        (false, "{ in-force = \"IV 15\" }"),
        (false, "{ all = [] }"),
        (false, "{ any = [{ instruments = 1 }, {}] }"),
        (false, "{ number = 20 }"),
        (false, "20"),
    ];
    for (accept, when) in cases {
        both(&treaty, accept, when, &entry_into_force(when, ""));
    }
}

#[test]
fn a_wording_is_what_can_be_counted() {
    let treaty = Schema::named("treaty");
    let cases = [
        (true, "on the day of"),
        (true, "30th day after"),
        (true, "thirtieth day following the date of"),
        (true, "on the ninetieth day after the date of expiry of"),
        (true, "ninety days after"),
        (true, "3 months after"),
        (true, "one year after the date of"),
        (true, "twenty-four months following"),
        (true, "first day of the month following"),
        (true, "on the first day of the month after the end of"),
        (true, "first day of the month following a period of 3 months after"),
        (true, "first day of the month following the expiration of a period of three months after the date of"),
        (true, "first day of the month after the 60th day following"),
        (true, "first day of the month following twelve months after"),
        (true, "first day of the sixth month after the month of"),
        (true, "first day of the third calendar month after"),
        (true, "first day of the 3rd calendar month following the deposit"),
        (false, ""),
        (false, "soon after"),
        (false, "three weeks after"),
        (false, "30th days after"),
        (false, "thirty day after"),
        (false, "3 months before"),
        (false, "months after"),
        (false, "first day of the week following"),
        (false, "second day of the month following"),
        (true, "first day of the sixth month after"),
        (true, "one hundred and twenty days after"),
        (true, "one day after"),
        (true, "three months from the date of"),
        (true, "on the date of"),
        (false, "½ day after"),
    ];
    for (accept, wording) in cases {
        let clause = format!("[denunciation]\narticle = \"1\"\neffect = \"{wording}\"");
        both(&treaty, accept, wording, &treaty_with(&clause));
    }
}

#[test]
fn an_earliest_day_is_one_that_the_register_can_tell() {
    let treaty = Schema::named("treaty");
    let cases = [
        (true, "1989-01-01"),
        (true, "\"1989-01-01\""),
        (true, "\"entry into force of IV-15\""),
        (false, "\"entry into force of\""),
        (false, "\"1 January 1989\""),
        (false, "\"2 years after signature\""),
        (false, "1989"),
    ];
    for (accept, day) in cases {
        both(&treaty, accept, day, &entry_into_force("{ parties = 1 }", &format!("not-before = {day}")));
    }
    for (accept, opened, day) in [
        (true, "opened = { on = 2000-01-02 }", "2 years after opening for signature"),
        (true, "opened = { on = 2000-01-02 }", "on the day of opening for signature"),
        (false, "", "2 years after opening for signature"),
        (false, "opened = { on = 2000-01-02 }", "2 weeks after opening for signature"),
    ] {
        let clause = entry_into_force("{ parties = 1 }", &format!("not-before = \"{day}\""));
        both(&treaty, accept, day, &format!("{opened}\n{clause}"));
    }
    for (accept, floor) in [
        (true, "5 years after entry into force for the party"),
        (true, "one year after entry into force for the State"),
        (true, "10 years after entry into force"),
        (true, "90 days after entry into force"),
        (false, "5 years after entry into force for a party"),
        (false, "5 years after the entry into force"),
        (false, "5 years"),
        (false, "5 weeks after entry into force"),
        (false, "entry into force"),
    ] {
        let clause = format!("[denunciation]\narticle = \"1\"\nnot-before = \"{floor}\"\neffect = \"6 months after\"");
        both(&treaty, accept, floor, &treaty_with(&clause));
    }
}

#[test]
fn lists_and_weights_are_taken_in_either_form() {
    let treaty = Schema::named("treaty");
    let cases = [
        (true, "lists = { these = [\"MLI\", \"CSK\"] }"),
        (true, "lists = { these = { members = [\"MLI\"], article = \"1\", source = \"…\" } }"),
        (false, "lists = { these = [\"Mali\"] }"),
        (false, "lists = { these = { article = \"1\" } }"),
        (false, "lists = { these = { members = [\"MLI\"], unit = \"…\" } }"),
        (false, "lists = { these = \"MLI\" }"),
        (true, "weights = { fleet = { unit = \"tons\", values = { MLI = 1, NOR = \"2.5\", FRA = 0.5 } } }"),
        (true, "weights = { fleet = { unit = \"tons\", total = 1000, from = 1990-01-01, values = {} } }"),
        (
            true,
            "weights = { fleet = [{ unit = \"tons\", values = {} }, { unit = \"tons\", from = 1990-01-01, values = {} }] }",
        ),
        (false, "weights = { fleet = { values = { MLI = 1 } } }"),
        (false, "weights = { fleet = { unit = \"tons\", values = { Mali = 1 } } }"),
        (false, "weights = { fleet = { unit = \"tons\", values = { MLI = \"much\" } } }"),
        (false, "weights = { fleet = { unit = \"tons\", values = {}, since = 1990-01-01 } }"),
        (true, "parent = \"IV-9\""),
        (true, "amends = \"IV-9\""),
        (false, "parent = \"IV-9\"\namends = \"IV-9\""),
    ];
    for (accept, asked) in cases {
        both(&treaty, accept, asked, &treaty_with(asked));
    }
}

/// Every schema in a folder, by its file's name.
fn schemas_in(folder: &str) -> BTreeMap<String, Value> {
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, serde_json::from_str(&text(&path)).unwrap())
    };
    files(folder).into_iter().map(read).collect()
}

#[test]
fn what_several_schemas_define_is_the_same_in_all() {
    for folder in ["docs/schemas", "docs/schemas/answers"] {
        let mut known: BTreeMap<String, (String, Value)> = BTreeMap::new();
        for (file, schema) in schemas_in(folder) {
            // Reads it as a schema of its draft, too.
            Schema::read(at_root(folder).join(&file));
            for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
                let (first, same) = known.entry(name.clone()).or_insert_with(|| (file.clone(), definition.clone()));
                assert_eq!(same, definition, "`{name}` in {first} and in {file}");
            }
        }
    }
}

#[test]
fn every_property_is_explained() {
    for folder in ["docs/schemas", "docs/schemas/answers"] {
        for (file, schema) in schemas_in(folder) {
            let mut unexplained = Vec::new();
            look_for_unexplained(&schema, &schema, &mut unexplained);
            assert_eq!(unexplained, Vec::<String>::new(), "{file}");
        }
    }
}

fn look_for_unexplained(part: &Value, whole: &Value, unexplained: &mut Vec<String>) {
    let explains = |schema: &Value| schema.get("description").is_some() || schema.get("title").is_some();
    let Value::Object(keywords) = part else {
        part.as_array().into_iter().flatten().for_each(|item| look_for_unexplained(item, whole, unexplained));
        return;
    };
    // What is read under a condition only narrows a property that is explained elsewhere.
    let narrowing = ["if", "then", "not", "dependentSchemas", "examples"];
    for (keyword, value) in keywords.iter().filter(|(keyword, _)| !narrowing.contains(&keyword.as_str())) {
        look_for_unexplained(value, whole, unexplained);
        if keyword != "properties" {
            continue;
        }
        for (name, property) in value.as_object().unwrap() {
            let referred = property["$ref"].as_str().and_then(|to| whole.pointer(to.trim_start_matches('#')));
            let fixed = property.get("const").is_some() || *property == json!({ "minItems": 1 });
            if !fixed && !explains(property) && !referred.is_some_and(explains) {
                unexplained.push(name.clone());
            }
        }
    }
}
