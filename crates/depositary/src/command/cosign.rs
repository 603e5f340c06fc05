//! `cosign`: a witness's word that the log lost nothing.

use register::witness::{AskingError, ask};
use register::{Location, Register};

use super::Answer;
use crate::arguments::Cosign;
use crate::failure::Failure;
use crate::keys::public_key;
use crate::printing;

/// Asks the witness for its cosignature on the last checkpoint, checks it, and keeps it with the register.
pub fn run(location: &Location, asked: &Cosign) -> Result<Answer, Failure> {
    let witness = public_key(&asked.witness_key)?;
    let mut register = Register::open(location)?;
    let log = register.log()?;
    match ask(&asked.witness, &witness, &log) {
        Ok(cosigned) => {
            register.cosign(cosigned.size, &cosigned.line)?;
            printing::answer(&format!("{} cosigned the checkpoint of {} entries", witness.name(), cosigned.size))?;
            Ok(Answer::Done)
        }
        // The witness was asked, and the answer is no.
        Err(no @ (AskingError::Ahead { .. } | AskingError::OtherPast { .. })) => {
            printing::complain(&no.to_string());
            Ok(Answer::No)
        }
        Err(error) => Err(Failure::Said(error.to_string())),
    }
}
