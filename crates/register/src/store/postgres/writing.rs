//! Something being written to a PostgreSQL register.

use std::time::Duration;

use tokio_postgres::Error;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::Type;

use super::reading::{counted, each_entry, signed};
use super::said::{of_postgres, store_fault};
use super::schema::{
    ADD_CHECKPOINTS, ADD_ENTRIES, ADD_LAST_CHECKPOINT, BEGIN_WRITING, BODY, CONFIDE, COPY_ENTRIES, ERASE, HEAD,
    PRESENT, TURN, founding,
};
use super::server::Server;
use super::session::Session;
use crate::fault::RegisterError;
use crate::store::{FORMAT, Opening, Row, Signed, TakeRow, Transaction};

/// How many bytes of entries are held before they are sent, and how many checkpoints.
const BYTES_HELD: usize = 1 << 20;
const CHECKPOINTS_HELD: usize = 1_000;

/// Something being written.
pub(super) struct Writing<'a> {
    pub(super) server: &'a Server,
    pub(super) session: &'a mut Session,
    /// How long is waited for a server that goes away while it commits.
    pub(super) patience: Duration,
    head: Option<Head>,
    held: Held,
    /// Checkpoints that are still to be sent.
    checkpoints: Vec<Signed>,
    /// The last checkpoint that was added, which is sent with the commit.
    pub(super) last: Option<Signed>,
    state: State,
}

/// How far a writing has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    /// The server has given it up.
    Failed,
    Ended,
}

/// The end of the register when the writing began.
struct Head {
    signed: Signed,
    /// The entry that the checkpoint ends with.
    body: Option<String>,
    /// The entry after it, which must not be there.
    next: Option<String>,
}

/// Entries that are still to be sent.
#[derive(Default)]
struct Held {
    numbers: Vec<i64>,
    bodies: Vec<String>,
    hashes: Vec<Vec<u8>>,
    bytes: usize,
}

impl<'a> Writing<'a> {
    /// Waits for its turn, then starts to write to a register.
    pub(super) fn going_on(
        server: &'a Server,
        session: &'a mut Session,
        patience: Duration,
    ) -> Result<Self, RegisterError> {
        let mut writing = Self::new(server, session, patience)?;
        writing.head = writing.begin().map_err(|error| writing.fault(&error))?;
        Ok(writing)
    }

    /// Makes the register's shape, and starts to fill it.
    pub(super) fn founding(
        server: &'a Server,
        session: &'a mut Session,
        patience: Duration,
    ) -> Result<Self, RegisterError> {
        let place = server.place();
        if session.nature().encoding != "UTF8" {
            let because = format!(
                "the database keeps text in {}, and a register holds every script; make one with `createdb --encoding \
                 UTF8 --template template0`",
                session.nature().encoding
            );
            return Err(store_fault(place, "written", because));
        }
        let mut writing = Self::new(server, session, patience)?;
        let present = writing.begin_empty();
        if present.map_err(|error| writing.fault(&error))? {
            return Err(RegisterError::Exists { place: place.to_owned() });
        }
        let made = writing.session.run(writing.session.client().batch_execute(&founding(FORMAT)));
        made.map_err(|error| writing.fault(&error))?;
        Ok(writing)
    }

    fn new(server: &'a Server, session: &'a mut Session, patience: Duration) -> Result<Self, RegisterError> {
        if !session.nature().durable {
            let because =
                "the server runs with fsync = off and would lose what it says it has recorded; set fsync = on"
                    .to_owned();
            return Err(store_fault(server.place(), "written", because));
        }
        let (held, checkpoints) = (Held::default(), Vec::new());
        Ok(Self { server, session, patience, head: None, held, checkpoints, last: None, state: State::Open })
    }

    /// Asks for everything that a writing begins with at once: the transaction, the turn, the end of the register.
    fn begin(&mut self) -> Result<Option<Head>, Error> {
        let turn = self.session.prepare(TURN)?;
        let head = self.session.prepare(HEAD)?;
        let client = self.session.client();
        let (begun, turn, head) = self.session.run(async {
            tokio::join! { biased; client.batch_execute(BEGIN_WRITING), client.execute(&turn, &[]), client.query_opt(&head, &[]) }
        });
        begun?;
        turn?;
        let Some(row) = head? else { return Ok(None) };
        Ok(Some(Head { signed: signed(&row)?, body: row.try_get(3)?, next: row.try_get(4)? }))
    }

    /// The same where there should be no register; says whether there is something.
    fn begin_empty(&mut self) -> Result<bool, Error> {
        self.session.run(self.session.client().batch_execute(BEGIN_WRITING))?;
        self.session.run(self.session.client().batch_execute(TURN))?;
        let present = self.session.one(PRESENT, &[])?;
        present.map_or(Ok(false), |row| row.try_get(0))
    }

    fn fault(&mut self, error: &Error) -> RegisterError {
        self.state = State::Failed;
        of_postgres(self.server.place(), "written", error)
    }

    fn tried<T>(&mut self, result: Result<T, Error>) -> Result<T, RegisterError> {
        result.map_err(|error| self.fault(&error))
    }

    /// Sends the entries that are held.
    fn send_entries(&mut self) -> Result<(), RegisterError> {
        let sent = self.copy_entries();
        self.tried(sent)?;
        self.held = Held::default();
        Ok(())
    }

    fn copy_entries(&mut self) -> Result<(), Error> {
        let Held { numbers, bodies, hashes, .. } = &self.held;
        if numbers.is_empty() {
            return Ok(());
        }
        let statement = self.session.prepare(COPY_ENTRIES)?;
        let client = self.session.client();
        self.session.run(async {
            let sink = client.copy_in(&statement).await?;
            let mut writer = Box::pin(BinaryCopyInWriter::new(sink, &[Type::INT8, Type::TEXT, Type::BYTEA]));
            for ((number, body), hash) in numbers.iter().zip(bodies).zip(hashes) {
                writer.as_mut().write(&[number, body, hash]).await?;
            }
            writer.as_mut().finish().await.map(drop)
        })
    }

    /// Sends the checkpoints that are held.
    fn send_checkpoints(&mut self) -> Result<(), RegisterError> {
        let sent = self.add_checkpoints();
        self.tried(sent)?;
        self.checkpoints.clear();
        Ok(())
    }

    fn add_checkpoints(&mut self) -> Result<(), Error> {
        if self.checkpoints.is_empty() {
            return Ok(());
        }
        let statement = self.session.prepare(ADD_CHECKPOINTS)?;
        let sizes: Vec<i64> = self.checkpoints.iter().map(|signed| counted(signed.size)).collect();
        let frontiers: Vec<&[u8]> = self.checkpoints.iter().map(|signed| &*signed.frontier).collect();
        let notes: Vec<&str> = self.checkpoints.iter().map(|signed| &*signed.note).collect();
        let client = self.session.client();
        self.session.run(client.execute(&statement, &[&sizes, &frontiers, &notes])).map(drop)
    }

    /// Asks for everything that a writing ends with at once. A server that refuses one part gives up what follows.
    fn end(&mut self) -> Result<(), Error> {
        let add_entries = self.session.prepare(ADD_ENTRIES)?;
        let add_checkpoint = self.session.prepare(ADD_LAST_CHECKPOINT)?;
        let Held { numbers, bodies, hashes, .. } = &self.held;
        let last = self.last.as_ref();
        let client = self.session.client();
        self.state = State::Ended;
        let (added, signed, committed) = self.session.run(async {
            let entries = async {
                if numbers.is_empty() { Ok(0) } else { client.execute(&add_entries, &[numbers, bodies, hashes]).await }
            };
            let checkpoint = async {
                let Some(Signed { size, frontier, note }) = last else { return Ok(0) };
                client.execute(&add_checkpoint, &[&counted(*size), frontier, note]).await
            };
            tokio::join! { biased; entries, checkpoint, client.batch_execute("COMMIT") }
        });
        added.and(signed).map(drop).and(committed)
    }

    /// How many entries there were before.
    pub(super) fn size_before(&self) -> u64 {
        self.head.as_ref().map_or(0, |head| head.signed.size)
    }
}

impl Transaction for Writing<'_> {
    fn last_checkpoint(&mut self) -> Result<Option<Signed>, RegisterError> {
        Ok(self.last.clone().or_else(|| self.head.as_ref().map(|head| head.signed.clone())))
    }

    fn read(&mut self, take: TakeRow<'_>) -> Result<(), RegisterError> {
        self.send_entries()?;
        each_entry(self.session, self.server.place(), 0, take)
    }

    fn body(&mut self, number: u64) -> Result<Option<String>, RegisterError> {
        match &self.head {
            Some(head) if number == head.signed.size => return Ok(head.body.clone()),
            Some(head) if number == head.signed.size + 1 && self.held.numbers.is_empty() && self.last.is_none() => {
                return Ok(head.next.clone());
            }
            _ => {}
        }
        self.send_entries()?;
        let row = self.session.one(BODY, &[counted(number)]);
        let body = row.and_then(|row| row.map(|row| row.try_get(0)).transpose());
        self.tried(body)
    }

    fn add(&mut self, row: Row<'_>) -> Result<(), RegisterError> {
        self.held.numbers.push(counted(row.number));
        self.held.bodies.push(row.body.to_owned());
        self.held.hashes.push(row.hash.to_owned());
        self.held.bytes += row.body.len() + row.hash.len();
        if self.held.bytes >= BYTES_HELD { self.send_entries() } else { Ok(()) }
    }

    fn add_checkpoint(&mut self, signed: &Signed) -> Result<(), RegisterError> {
        // The last goes with the commit.
        self.checkpoints.extend(self.last.replace(signed.clone()));
        if self.checkpoints.len() >= CHECKPOINTS_HELD { self.send_checkpoints() } else { Ok(()) }
    }

    fn confide(&mut self, opening: &Opening) -> Result<(), RegisterError> {
        let statement = self.session.prepare(CONFIDE);
        let statement = self.tried(statement)?;
        let Opening { commitment, entry, salt, words } = opening;
        let client = self.session.client();
        let kept = self.session.run(client.execute(&statement, &[commitment, &counted(*entry), salt, words]));
        self.tried(kept).map(drop)
    }

    fn erase(&mut self, commitment: &str) -> Result<bool, RegisterError> {
        let statement = self.session.prepare(ERASE);
        let statement = self.tried(statement)?;
        let erased = self.session.run(self.session.client().execute(&statement, &[&commitment]));
        self.tried(erased).map(|erased| erased > 0)
    }

    fn commit(mut self: Box<Self>) -> Result<(), RegisterError> {
        if self.state == State::Failed {
            // To commit what the server has given up would say yes and record nothing.
            let because = "a part of what was to be recorded was refused".to_owned();
            return Err(store_fault(self.server.place(), "written", because));
        }
        self.send_checkpoints()?;
        match self.end() {
            Ok(()) => Ok(()),
            Err(error) => self.settle(&error),
        }
    }
}

impl Drop for Writing<'_> {
    fn drop(&mut self) {
        if self.state != State::Ended {
            // Where the server can't be told, the connection is gone and the server knows.
            drop(self.session.run(self.session.client().batch_execute("ROLLBACK")));
        }
    }
}
