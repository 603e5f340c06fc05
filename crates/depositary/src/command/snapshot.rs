//! `snapshot`: what a large register says, kept beside it so that it is ready sooner.

use register::log::SigningKey;
use register::{Location, Register};

use super::Answer;
use crate::failure::Failure;
use crate::keys::KeyPlace;
use crate::printing;

/// From how many entries on a snapshot is kept after an import: smaller registers are read as fast.
const WORTH_KEEPING: u64 = 20_000;

/// Keeps one.
pub fn run(location: &Location, place: &KeyPlace) -> Result<Answer, Failure> {
    Register::open(location)?.keep_snapshot(&place.key()?)?;
    printing::answer(&format!("{location}: its snapshot is kept at {}", location.beside("snapshot").display()))?;
    Ok(Answer::Done)
}

/// Keeps one where that is worth while. That it can't be kept is no reason to say that nothing was recorded.
pub fn after_import(register: &mut Register, key: &SigningKey) {
    let kept = match register.last_number() {
        Ok(entries) if entries < WORTH_KEEPING => Ok(()),
        Ok(_) => register.keep_snapshot(key),
        Err(error) => Err(error),
    };
    if let Err(error) = kept {
        printing::remark(&format!("recorded, but no snapshot could be kept: {error}"));
    }
}
