//! `verify`: is the register what was recorded?

use register::{Location, Register};
use serde::Serialize;

use super::Answer;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

#[derive(Serialize)]
struct Found {
    verified: bool,
    entries: u64,
    head: String,
    faults: Vec<FoundFault>,
}

#[derive(Serialize)]
struct FoundFault {
    entry: Option<u64>,
    what: String,
}

/// Checks.
pub fn run(location: &Location, asked: &arguments::Verify) -> Result<Answer, Failure> {
    let verification = Register::open(location)?.verify()?;
    let answer = if verification.passed() { Answer::Done } else { Answer::No };
    let fault = |fault: &register::Fault| FoundFault { entry: fault.entry, what: fault.what.clone() };
    let found = Found {
        verified: verification.passed(),
        entries: verification.entries,
        head: verification.head.to_string(),
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
        Format::Table => printing::answer(&for_people(&verification, location))?,
    }
    Ok(answer)
}

fn for_people(verification: &register::Verification, location: &Location) -> String {
    let register::Verification { entries, head, faults } = verification;
    if faults.is_empty() {
        return format!("{location}: {entries} entries, all as recorded\nhash of the last entry: {head}");
    }
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    format!("{location}: NOT as recorded\n{}", faults.join("\n"))
}
