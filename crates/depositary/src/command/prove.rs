//! `prove`: a file by which anybody can check that an entry is on record.

use register::log::ProofFile;
use register::{Location, Log, Register, RegisterError};

use super::Answer;
use super::checkpoint::give;
use crate::arguments::Prove;
use crate::failure::Failure;

/// Writes the proof.
pub fn run(location: &Location, asked: &Prove) -> Result<Answer, Failure> {
    let mut register = Register::open(location)?;
    let proof = proof_of(&mut register, asked.entry)?;
    give(&proof.to_string(), asked.out.as_deref())
}

/// The proof of an entry under the register's last checkpoint.
pub fn proof_of(register: &mut Register, number: u64) -> Result<ProofFile, Failure> {
    let log = register.log()?;
    let last = log.tree.size();
    if number == 0 || number > last {
        let place = register.location().to_string();
        return Err(RegisterError::NoSuchEntry { place, entry: number, last }.into());
    }
    proof_in(register, &log, number)
}

/// The proof of an entry under the last checkpoint of a log that was read. The entry must be one of it.
pub fn proof_in(register: &mut Register, log: &Log, number: u64) -> Result<ProofFile, Failure> {
    let body = register.body_in(log, number)?;
    let index = number - 1;
    let hashes = log.tree.inclusion(index, log.tree.size()).map_err(|error| Failure::Said(error.to_string()))?;
    let checkpoint = register.checkpoint_of(log.tree.size())?.parse()?;
    Ok(ProofFile::new(body.into_bytes(), index, hashes, checkpoint)?)
}
