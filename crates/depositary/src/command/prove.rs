//! `prove`: a file by which anybody can check that an entry is on record.

use register::log::ProofFile;
use register::{Location, Register};

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
    let (_, body) = register.entry(number)?;
    let log = register.log()?;
    let index = number - 1;
    let hashes = log.tree.inclusion(index, log.tree.size()).map_err(|error| Failure::Said(error.to_string()))?;
    let checkpoint = register.checkpoint_of(log.tree.size())?.parse()?;
    Ok(ProofFile::new(body.into_bytes(), index, hashes, checkpoint)?)
}
