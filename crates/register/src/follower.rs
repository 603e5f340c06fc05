//! Following a register: knowing soon when something has been recorded, by whomever.

use std::time::{Duration, Instant};

use crate::fault::RegisterError;
use crate::location::Location;
use crate::register::open_store;
use crate::store::Store;

/// How long is waited before a place that could not be read is tried again.
const PAUSE: Duration = Duration::from_millis(100);

/// Somebody who follows a register. It looks by itself, by its own connection, and writes nothing.
pub struct Follower {
    store: Box<dyn Store>,
}

impl Follower {
    /// Follows the register that is kept there.
    ///
    /// # Errors
    /// When there is none, when it is something else, or when it can't be read.
    pub fn of(location: &Location) -> Result<Self, RegisterError> {
        Ok(Self { store: open_store(location)? })
    }

    /// How many entries the register holds, as soon as they are more than `after`; none when they are no more when
    /// patience runs out. They are durable. A place that goes away meanwhile is looked for until then.
    ///
    /// # Errors
    /// When the register can't be read when patience runs out.
    pub fn next(&mut self, after: u64, patience: Duration) -> Result<Option<u64>, RegisterError> {
        let begun = Instant::now();
        loop {
            let size = self.store.last_checkpoint().map(|last| last.map_or(0, |signed| signed.size));
            let left = patience.saturating_sub(begun.elapsed());
            match size {
                Ok(size) if size > after => return Ok(Some(size)),
                Ok(_) if left.is_zero() => return Ok(None),
                Err(error) if left.is_zero() => return Err(error),
                _ => {}
            }
            // Whether it was the looking or the waiting that failed, the next look says why.
            if size.is_err() || self.store.wait(left).is_err() {
                std::thread::sleep(PAUSE.min(left));
            }
        }
    }
}
