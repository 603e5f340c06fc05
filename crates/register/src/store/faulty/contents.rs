//! What is found at a place, to compare it with what was there before.

use std::path::Path;

use crate::fault::RegisterError;
use crate::location::Location;
use crate::register::Register;
use crate::store::Opening;
use crate::verification::Expected;

/// What is found under the name of a register.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    OfAnOlderFormat,
    Register(Contents),
}

/// Everything that a register says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Contents {
    bodies: Vec<String>,
    checkpoints: Vec<String>,
    openings: Vec<Opening>,
}

/// Looks, and verifies what it finds.
pub(super) fn found(path: &Path) -> Found {
    let mut register = match Register::open(&Location::file(path)) {
        Ok(register) => register,
        Err(RegisterError::Missing { .. }) => return Found::Nothing,
        Err(RegisterError::Older { .. }) => return Found::OfAnOlderFormat,
        Err(error) => panic!("{error}"),
    };
    let verification = register.verify(&Expected::default()).unwrap();
    assert_eq!(verification.faults, vec![]);
    let mut bodies = Vec::new();
    register
        .each_checked(&mut |row| {
            bodies.push(row.body.to_owned());
            Ok(())
        })
        .unwrap();
    let last = verification.entries;
    let mut checkpoints: Vec<_> = (1..=last).map(|size| register.checkpoint_of(size).unwrap()).collect();
    checkpoints.dedup();
    let openings = (1..=last).flat_map(|entry| register.openings(entry).unwrap()).collect();
    Found::Register(Contents { bodies, checkpoints, openings })
}
