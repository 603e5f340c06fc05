//! What became of a writing whose end nobody heard of: the server went away between being asked to commit and saying
//! that it had.

use std::time::{Duration, Instant};

use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use super::reading::counted;
use super::said::{chain, lost, of_postgres, store_fault};
use super::schema::{BEGIN_WRITING, NOTE, TURN};
use super::writing::Writing;
use crate::fault::RegisterError;
use crate::store::Signed;

/// How long is waited between two attempts to reach a server.
const PAUSE: Duration = Duration::from_millis(100);

impl Writing<'_> {
    /// Says what became of it. A server that refused says so itself; where it went away, it is asked when it is back.
    pub(super) fn settle(&mut self, error: &Error) -> Result<(), RegisterError> {
        let place = self.server.place();
        let Some(last) = self.last.clone().filter(|_| lost(error)) else {
            return Err(of_postgres(place, "written", error));
        };
        let until = Instant::now() + self.patience;
        loop {
            let because = match self.kept(&last, until) {
                Ok(true) => return Ok(()),
                Ok(false) => {
                    let because = format!("the connection was lost before anything was recorded ({})", chain(error));
                    return Err(store_fault(place, "written", because));
                }
                Err(because) => because,
            };
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let first = self.size_before() + 1;
                return Err(RegisterError::Unsure { place: place.to_owned(), first, last: last.size, because });
            }
            std::thread::sleep(PAUSE.min(left));
        }
    }

    /// Whether the register holds exactly that checkpoint. Before it is looked for, the turn is waited for: only then
    /// has whatever the server still had to do with this writing come to its end.
    fn kept(&mut self, last: &Signed, until: Instant) -> Result<bool, String> {
        let fresh = self.server.connect("written").map_err(|error| error.to_string())?;
        std::mem::replace(self.session, fresh).end();
        let left = until.saturating_duration_since(Instant::now()).as_millis().max(1);
        let turn = format!("{BEGIN_WRITING}; SET LOCAL lock_timeout = {left}; {TURN}");
        let waited = self.session.run(self.session.client().batch_execute(&turn));
        let found = waited.and_then(|()| match self.session.one(NOTE, &[counted(last.size)]) {
            // Where the register itself was being made, there may be none.
            Err(error) if error.code() == Some(&SqlState::UNDEFINED_TABLE) => Ok(None),
            found => found?.map(|row| row.try_get::<_, String>(0)).transpose(),
        });
        // Where this can't be said, the connection is gone and the turn with it.
        drop(self.session.run(self.session.client().batch_execute("ROLLBACK")));
        found.map(|note| note.as_ref() == Some(&last.note)).map_err(|error| chain(&error))
    }
}
