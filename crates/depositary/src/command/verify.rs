//! `verify`: is the register what was recorded, or a proof what was signed?

use std::path::Path;

use register::log::ProofFile;
use register::{Expected, Location, Register};
use serde::Serialize;

use super::Answer;
use crate::accompaniment::attachments;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::keys::public_key;
use crate::point::checkpoint_in;
use crate::printing;

#[derive(Serialize)]
struct Found {
    verified: bool,
    entries: u64,
    /// The root of the log, which stands for all entries.
    head: String,
    key: Option<String>,
    checkpoints: u64,
    /// How many attachments were checked; `None` when that was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    attachments: Option<u64>,
    faults: Vec<FoundFault>,
}

#[derive(Serialize)]
struct FoundFault {
    entry: Option<u64>,
    what: String,
}

/// Checks.
pub fn run(location: &Location, asked: &arguments::Verify) -> Result<Answer, Failure> {
    match &asked.proof {
        Some(proof) => check_proof(proof, asked),
        None => check_register(location, asked),
    }
}

fn check_register(location: &Location, asked: &arguments::Verify) -> Result<Answer, Failure> {
    let read = |path: &std::path::PathBuf| checkpoint_in(path).map_err(|error| Failure::file(path, "read", &error));
    let expected = Expected {
        checkpoint: asked.checkpoint.as_ref().map(read).transpose()?,
        key: asked.public_key.as_deref().map(public_key).transpose()?,
    };
    let mut register = Register::open(location)?;
    let mut verification = register.verify(&expected)?;
    let attachments = match &asked.attachments {
        Some(named) => Some(check_attachments(named, location, &mut register, &mut verification.faults)?),
        None => None,
    };
    let answer = if verification.passed() { Answer::Done } else { Answer::No };
    let fault = |fault: &register::Fault| FoundFault { entry: fault.entry, what: fault.what.clone() };
    let found = Found {
        verified: verification.passed(),
        entries: verification.entries,
        head: verification.root.to_string(),
        key: verification.key.clone(),
        checkpoints: verification.checkpoints,
        attachments,
        faults: verification.faults.iter().map(fault).collect(),
    };
    match asked.printed.format {
        Format::Json => printing::json(&found)?,
        Format::Csv => {
            let rows = found
                .faults
                .iter()
                .map(|fault| vec![fault.entry.map(|entry| entry.to_string()).unwrap_or_default(), fault.what.clone()]);
            printing::csv(&["entry", "fault"], rows)?;
        }
        Format::Table => printing::answer(&for_people(&verification, attachments, location))?,
    }
    Ok(answer)
}

/// Looks at every attachment that an entry names, and says how many there are.
fn check_attachments(
    named: &str,
    location: &Location,
    register: &mut Register,
    faults: &mut Vec<register::Fault>,
) -> Result<u64, Failure> {
    let named = Some(named).filter(|named| !named.is_empty());
    let checked = attachments(named, location)?.check(register)?;
    faults.extend(checked.faults);
    Ok(checked.attachments)
}

fn for_people(verification: &register::Verification, attachments: Option<u64>, location: &Location) -> String {
    let register::Verification { entries, root, key, checkpoints, faults } = verification;
    if faults.is_empty() {
        let (were, key) = (if *checkpoints == 1 { "checkpoint" } else { "checkpoints" }, key.as_deref().unwrap_or("-"));
        let attachments = match attachments {
            None => String::new(),
            Some(1) => "\n1 attachment, as recorded".to_owned(),
            Some(several) => format!("\n{several} attachments, all as recorded"),
        };
        return format!(
            "{location}: {entries} entries, all as recorded\nroot of the log: {root}\n{checkpoints} {were}, signed by \
             {key}{attachments}"
        );
    }
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    format!("{location}: NOT as recorded\n{}", faults.join("\n"))
}

#[derive(Serialize)]
struct Proven {
    verified: bool,
    entry: Option<u64>,
    origin: Option<String>,
    size: Option<u64>,
    body: Option<serde_json::Value>,
    fault: Option<String>,
}

/// Checks one proof. The register is not opened.
fn check_proof(path: &Path, asked: &arguments::Verify) -> Result<Answer, Failure> {
    let named = asked.public_key.as_deref();
    let key =
        public_key(named.ok_or_else(|| Failure::Said("name the register's public key with --public-key".to_owned()))?)?;
    let bytes = std::fs::read(path).map_err(|error| Failure::file(path, "read", &error))?;
    let read = String::from_utf8(bytes).map_err(|_| "it is not text".to_owned());
    let read = read.and_then(|text| text.parse::<ProofFile>().map_err(|error| error.to_string()));
    let proven =
        read.and_then(|proof| proof.verify(&key).map(|proven| (proof, proven)).map_err(|error| error.to_string()));
    let (found, answer) = match proven {
        Ok((proof, proven)) => {
            let found = Proven {
                verified: true,
                entry: Some(proof.index() + 1),
                origin: Some(proven.checkpoint.origin().to_owned()),
                size: Some(proven.checkpoint.size()),
                body: serde_json::from_slice(proof.entry()).ok(),
                fault: None,
            };
            (found, Answer::Done)
        }
        Err(fault) => {
            let found =
                Proven { verified: false, entry: None, origin: None, size: None, body: None, fault: Some(fault) };
            (found, Answer::No)
        }
    };
    match asked.printed.format {
        Format::Json => printing::json(&found)?,
        Format::Csv => {
            let row = vec![
                found.verified.to_string(),
                super::status::or_nothing(found.entry),
                found.fault.clone().unwrap_or_default(),
            ];
            printing::csv(&["verified", "entry", "fault"], [row])?;
        }
        Format::Table => printing::answer(&proven_for_people(&found, path))?,
    }
    Ok(answer)
}

fn proven_for_people(found: &Proven, path: &Path) -> String {
    match (found.entry, &found.origin, found.size, &found.body) {
        (Some(entry), Some(origin), Some(size), Some(body)) => format!(
            "{}: entry {entry} of the {size} entries of {origin}, as signed\n{}",
            path.display(),
            serde_json::to_string_pretty(body).unwrap_or_default()
        ),
        _ => format!("{}: NOT proven: {}", path.display(), found.fault.as_deref().unwrap_or("the entry is not JSON")),
    }
}
