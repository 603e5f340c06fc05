//! `copy`, `backup` and `restore`: a register brought to another place, verified on both sides.

use register::{Location, Register};

use super::Answer;
use crate::arguments::{Backup, Restore};
use crate::failure::Failure;
use crate::point::checkpoint_in;
use crate::printing;

/// Copies the register to another place.
pub fn run(from: &Location, to: &Location) -> Result<Answer, Failure> {
    copy(Register::open(from)?, to)
}

/// Writes a copy to a file.
pub fn back_up(location: &Location, asked: &Backup) -> Result<Answer, Failure> {
    copy(Register::open(location)?, &Location::file(&asked.file))
}

/// Makes the register again from a copy.
pub fn restore(location: &Location, asked: &Restore) -> Result<Answer, Failure> {
    let mut from = Register::open(&Location::file(&asked.file))?;
    if let Some(path) = &asked.checkpoint {
        let note = checkpoint_in(path).map_err(|error| Failure::file(path, "read", &error))?;
        from.point_of(&note)?;
    }
    copy(from, location)
}

fn copy(mut from: Register, to: &Location) -> Result<Answer, Failure> {
    let verification = register::copy(&mut from, to)?;
    if let Some(fault) = verification.faults.first() {
        return Err(Failure::Said(format!("the copy at {to} is not as recorded: {fault}; remove it and try again")));
    }
    let register::Verification { entries, root, .. } = verification;
    printing::answer(&format!("{to}: {entries} entries, all as recorded\nroot of the log: {root}"))?;
    Ok(Answer::Done)
}
