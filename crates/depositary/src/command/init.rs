//! `init`: a register, empty or with the packaged facts.

use law::record::Record;
use register::{Location, Register, Writing};

use super::Answer;
use crate::arguments::Init;
use crate::failure::Failure;
use crate::intake::{Form, Intake};
use crate::keys::KeyPlace;
use crate::{clock, packaged, printing};

/// Makes the register.
pub fn run(location: &Location, place: &KeyPlace, init: &Init) -> Result<Answer, Failure> {
    let recorder = init.recorder.name();
    let mut register =
        make(location, place, &recorder, |writing| if init.empty { Ok(()) } else { fill(writing, &recorder) })?;
    let entries = register.last_number()?;
    printing::answer(&match entries {
        1 => format!("{location}: an empty register, whose one entry names its key"),
        entries => format!("{location}: {entries} entries"),
    })?;
    printing::answer(&format!("{}: its key; keep it safe, and apart from the register", place.path().display()))?;
    Ok(Answer::Done)
}

/// Makes a register with a key of its own.
pub fn make(
    location: &Location,
    place: &KeyPlace,
    recorder: &str,
    fill: impl FnOnce(&mut Writing<'_>) -> Result<(), Failure>,
) -> Result<Register, Failure> {
    let key = KeyPlace::new_key()?;
    Register::create(location, &key, clock::now(), recorder, |writing| {
        fill(writing)?;
        // Kept only now: until here, nothing can have taken the place of another register's key for nothing.
        place.keep(&key).map_err(Failure::from)
    })
}

/// Records the packaged facts.
pub fn fill(writing: &mut Writing<'_>, recorder: &str) -> Result<(), Failure> {
    Intake::prepare(&packaged::everything(), &Form::Own, &Record::default())?.record(writing, recorder)
}
