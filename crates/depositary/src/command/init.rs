//! `init`: a register, empty or with the packaged facts.

use law::record::Record;
use register::{Location, Register, Writing};

use super::Answer;
use crate::arguments::Init;
use crate::failure::Failure;
use crate::intake::{Form, Intake};
use crate::{packaged, printing};

/// Makes the register.
pub fn run(location: &Location, init: &Init) -> Result<Answer, Failure> {
    let recorder = init.recorder.name();
    let register = Register::create(location, |writing| if init.empty { Ok(()) } else { fill(writing, &recorder) })?;
    let entries = register.last_number()?;
    printing::answer(&match entries {
        0 => format!("{location}: an empty register"),
        entries => format!("{location}: {entries} entries"),
    })?;
    Ok(Answer::Done)
}

/// Records the packaged facts.
pub fn fill(writing: &mut Writing<'_>, recorder: &str) -> Result<(), Failure> {
    Intake::prepare(&packaged::everything(), &Form::Own, &Record::default())?.record(writing, recorder)
}
