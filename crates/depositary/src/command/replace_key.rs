//! `replace-key`: from now on, another key signs.

use register::log::SigningKey;
use register::{Location, Register};

use super::Answer;
use crate::arguments::ReplaceKey;
use crate::failure::Failure;
use crate::keys::KeyPlace;
use crate::{clock, printing};

/// Makes a new key, hands the log over to it, and puts it in the place of the old one.
pub fn run(location: &Location, place: &KeyPlace, asked: &ReplaceKey) -> Result<Answer, Failure> {
    let mut register = Register::open(location)?;
    let old = place.key()?;
    let new = SigningKey::generate(old.name())?;
    let mut writing = register.write(&old)?;
    let entry = writing.replace_key(&new, &asked.because, &asked.recorder.name(), clock::now())?;
    // The new key is safe before anything depends on it; if nothing comes of it, the old one is at its side.
    let aside = register::keep_key(place.path(), &new)?;
    writing.commit()?;
    let aside = aside.map(|aside| format!("\n{}: the old key", aside.display())).unwrap_or_default();
    printing::done(&format!(
        "recorded entry {entry}: {} signs from here on\n{}: the new key{aside}",
        new.verifier(),
        place.path().display()
    ))?;
    Ok(Answer::Done)
}
