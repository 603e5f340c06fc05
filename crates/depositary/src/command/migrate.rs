//! `migrate`: a register that an older program made, brought forward.

use register::Location;

use super::Answer;
use crate::arguments::Migrate;
use crate::failure::Failure;
use crate::keys::KeyPlace;
use crate::{clock, printing};

/// Brings it forward, and says where the older file is kept.
pub fn run(location: &Location, place: &KeyPlace, asked: &Migrate) -> Result<Answer, Failure> {
    let key = KeyPlace::new_key()?;
    let recorder = asked.recorder.name();
    let migration = register::migrate(location, &key, || place.keep(&key), &recorder, clock::now())?;
    printing::answer(&format!(
        "{location}: {} entries of format {}, all as recorded, and their log begun with entry {}\nhash that stood for \
         them: {}\n{}: the register as it was\n{}: its key; keep it safe, and apart from the register",
        migration.entries,
        migration.of_format,
        migration.entries + 1,
        migration.head,
        migration.kept.display(),
        place.path().display(),
    ))?;
    Ok(Answer::Done)
}
