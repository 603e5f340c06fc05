//! Every packaged treaty's file is read without a fault, and says the same after a round through the register's form.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use std::path::Path;

use exchange::{Written, toml_file};
use law::entry::Content;
use law::treaty::Treaty;

fn treaties() -> Vec<(String, Treaty)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/treaties");
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let written = toml_file::read(&name, &std::fs::read_to_string(&path).unwrap());
        let written = written.unwrap_or_else(|faults| {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            unreachable!("{}", faults.join("\n"))
        });
        for record in written {
            if let Written::Complete { content, .. } = record.what
                && let Content::Treaty(treaty) = *content
            {
                found.push((name.clone(), *treaty));
            }
        }
    }
    found
}

#[test]
fn every_file_is_read_and_named_after_its_treaty() {
    let treaties = treaties();
    assert!(treaties.len() >= 60, "{} treaties", treaties.len());
    for (name, treaty) in &treaties {
        assert_eq!(*name, format!("{}.toml", treaty.treaty));
        assert!(treaty.title.contains_key("en"), "{name}");
    }
}

#[test]
fn a_treaty_says_the_same_after_a_round_through_json() {
    for (name, treaty) in treaties() {
        let json = serde_json::to_string(&treaty).unwrap();
        assert_eq!(serde_json::from_str::<Treaty>(&json).unwrap(), treaty, "{name}");
    }
}

#[test]
fn lists_and_weights_that_a_clause_names_are_there() {
    for (name, treaty) in treaties() {
        assert_eq!(treaty.fault(), None, "{name}");
    }
}
