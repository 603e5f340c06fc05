//! `checkpoint`: the signed note that stands for everything recorded.

use std::path::Path;

use register::{Location, Register};

use super::Answer;
use super::write_whole;
use crate::arguments::Checkpoint;
use crate::failure::Failure;
use crate::printing;

/// Prints it, or writes it to a file.
pub fn run(location: &Location, asked: &Checkpoint) -> Result<Answer, Failure> {
    let mut register = Register::open(location)?;
    let text = if asked.public_key {
        let log = register.log()?;
        let key = log.keys.current().map(ToString::to_string);
        key.ok_or_else(|| Failure::Said("no entry of the register names its key; run `depositary verify`".to_owned()))?
            + "\n"
    } else {
        register.checkpoint_of(asked.of.unwrap_or(u64::MAX))?
    };
    give(&text, asked.out.as_deref())
}

/// Prints a text, or writes it to a file.
pub fn give(text: &str, out: Option<&Path>) -> Result<Answer, Failure> {
    match out {
        Some(path) => write_whole(path, text.as_bytes())?,
        None => printing::bytes(text.as_bytes())?,
    }
    Ok(Answer::Done)
}
