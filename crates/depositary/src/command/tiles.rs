//! `tiles`: the log as plain files.

use register::{Location, Register};

use super::Answer;
use crate::arguments::Tiles;
use crate::failure::Failure;
use crate::printing;

/// Publishes what is new.
pub fn run(location: &Location, asked: &Tiles) -> Result<Answer, Failure> {
    let published = Register::open(location)?.publish(&asked.dir)?;
    printing::answer(&format!(
        "{}: {} entries published, {} of them new; {} files written",
        asked.dir.display(),
        published.entries,
        published.entries - published.before,
        published.files
    ))?;
    Ok(Answer::Done)
}
