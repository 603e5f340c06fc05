//! What `cases.json` holds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A file, and how its verification must come out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Case {
    pub file: String,
    pub kind: Kind,
    /// The file with the public key.
    pub key: String,
    /// The checkpoints between which a proof of consistency is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    pub expected: Expected,
    pub why: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A proof that an entry is in a log.
    Inclusion,
    /// The hashes that show how a log grew from one checkpoint to another.
    Consistency,
    /// A signed note: whether the key signed it.
    Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expected {
    Valid,
    Invalid,
}

pub use Expected::{Invalid, Valid};

/// The files, and the cases that they make.
#[derive(Default)]
pub struct Vectors {
    files: BTreeMap<String, String>,
    cases: Vec<Case>,
}

impl Vectors {
    pub fn file(&mut self, file: &str, text: &str) {
        assert!(self.files.insert(file.to_owned(), text.to_owned()).is_none(), "{file} twice");
    }

    /// The verification of a file with a key.
    pub fn case(&mut self, kind: Kind, file: &str, key: &str, expected: Expected, why: &str) {
        let (file, key, why) = (file.to_owned(), key.to_owned(), why.to_owned());
        self.cases.push(Case { file, kind, key, old: None, new: None, expected, why });
    }

    /// A proof, verified with the log's key.
    pub fn proof(&mut self, name: &str, expected: Expected, why: &str, text: &str) {
        let file = format!("{name}.proof");
        self.file(&file, text);
        self.case(Kind::Inclusion, &file, "key.vkey", expected, why);
    }

    /// A note, verified with the log's key.
    pub fn note(&mut self, file: &str, expected: Expected, why: &str, text: &str) {
        self.file(file, text);
        self.case(Kind::Note, file, "key.vkey", expected, why);
    }

    /// A proof of consistency between two checkpoints, verified with the log's key.
    pub fn grown(&mut self, name: &str, (old, new): (&str, &str), expected: Expected, why: &str, text: &str) {
        let file = format!("{name}.hashes");
        self.file(&file, text);
        let (old, new) = (Some(format!("{old}.checkpoint")), Some(format!("{new}.checkpoint")));
        let (key, why) = ("key.vkey".to_owned(), why.to_owned());
        self.cases.push(Case { file, kind: Kind::Consistency, key, old, new, expected, why });
    }

    pub fn into_files(mut self) -> BTreeMap<String, String> {
        let cases = serde_json::to_string_pretty(&self.cases).unwrap();
        self.file("cases.json", &format!("{cases}\n"));
        self.files
    }
}
