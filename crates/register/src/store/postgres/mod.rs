//! A register in a PostgreSQL database: one database holds one register, in the schema `depositary`.

mod encryption;
mod reading;
mod said;
mod schema;
mod server;
mod session;
mod settling;
mod writing;

#[cfg(test)]
mod tests;

use std::time::Duration;

use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use self::reading::{counted, each_entry, opening, signed};
use self::said::of_postgres;
use self::schema::{
    BEGIN_READING, BODY, CHECKPOINT, CHECKPOINTS, COSIGN, COSIGNATURES, FORGET, FORMAT_NUMBER, GUARDS, GUARDS_FOUND,
    LAST_CHECKPOINT, OPENINGS, PRESENT,
};
use self::server::Server;
use self::session::Session;
use self::writing::Writing;
use super::{FORMAT, Opening, Signed, Store, TakeRow, Transaction};
use crate::fault::RegisterError;
use crate::location::PostgresAddress;
use crate::verification::Fault;

/// How long a server that goes away while it commits is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a server that does not tell what is recorded is looked at.
const GLANCE: Duration = Duration::from_millis(20);

/// A register in a PostgreSQL database.
pub(crate) struct PostgresStore {
    server: Server,
    /// The connection, made anew when it has ended.
    session: Option<Session>,
    patience: Duration,
}

impl PostgresStore {
    /// Begins a register that will be in that database; until it is filled, nobody sees any of it.
    pub(crate) fn make(address: &PostgresAddress) -> Result<Self, RegisterError> {
        let server = Server::of(address)?;
        let session = server.connect("written")?;
        Ok(Self { server, session: Some(session), patience: PATIENCE })
    }

    /// Opens a register.
    pub(crate) fn open(address: &PostgresAddress) -> Result<Self, RegisterError> {
        let server = Server::of(address)?;
        let session = server.find()?;
        let mut store = Self { server, session: Some(session), patience: PATIENCE };
        let place = store.server.place().to_owned();
        match store.ask("opened", format_found)? {
            Format::NoSchema => Err(RegisterError::Missing { place }),
            Format::Unknown => {
                let because = "its schema `depositary` was made by another program".to_owned();
                Err(RegisterError::NotARegister { place, because })
            }
            Format::Number(found) if found > FORMAT => Err(RegisterError::Newer { place, found, known: FORMAT }),
            Format::Number(found) if found < FORMAT => Err(RegisterError::Older { place, found, known: FORMAT }),
            Format::Number(_) => Ok(store),
        }
    }

    /// The server, and a connection to it that stands.
    fn connected(&mut self, doing: &'static str) -> Result<(&Server, &mut Session), RegisterError> {
        let Self { server, session, .. } = self;
        if let Some(ended) = session.take_if(|session| !session.stands()) {
            ended.end();
        }
        let session = match session {
            Some(session) => session,
            None => session.insert(server.connect(doing)?),
        };
        Ok((server, session))
    }

    fn ask<T>(
        &mut self,
        doing: &'static str,
        question: impl FnOnce(&mut Session) -> Result<T, Error>,
    ) -> Result<T, RegisterError> {
        let (server, session) = self.connected(doing)?;
        question(session).map_err(|error| of_postgres(server.place(), doing, &error))
    }

    /// Starts to write, one way or the other.
    fn start<'a>(
        &'a mut self,
        how: impl FnOnce(&'a Server, &'a mut Session, Duration) -> Result<Writing<'a>, RegisterError>,
    ) -> Result<Box<dyn Transaction + 'a>, RegisterError> {
        let patience = self.patience;
        let (server, session) = self.connected("written")?;
        Ok(Box::new(how(server, session, patience)?))
    }
}

impl Drop for PostgresStore {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            session.end();
        }
    }
}

/// What the place of a register says of its format.
enum Format {
    NoSchema,
    Unknown,
    Number(i64),
}

fn format_found(session: &mut Session) -> Result<Format, Error> {
    let Some(present) = session.one(PRESENT, &[])? else { return Ok(Format::NoSchema) };
    match (present.try_get(0)?, present.try_get(1)?) {
        (false, _) => return Ok(Format::NoSchema),
        (true, false) => return Ok(Format::Unknown),
        (true, true) => {}
    }
    match session.one(FORMAT_NUMBER, &[])? {
        Some(row) => Ok(Format::Number(row.try_get(0)?)),
        None => Ok(Format::Unknown),
    }
}

impl Store for PostgresStore {
    fn found(&mut self) -> Result<Box<dyn Transaction + '_>, RegisterError> {
        self.start(Writing::founding)
    }

    fn publish(self: Box<Self>) -> Result<(), RegisterError> {
        // It was published when it was committed.
        Ok(())
    }

    fn read(&mut self, after: u64, take: TakeRow<'_>) -> Result<Option<Signed>, RegisterError> {
        let (server, session) = self.connected("read")?;
        let fault = |error: Error| of_postgres(server.place(), "read", &error);
        session.run(session.client().batch_execute(BEGIN_READING)).map_err(fault)?;
        let read =
            each_entry(session, server.place(), after, take).and_then(|()| last_checkpoint(session).map_err(fault));
        let ended = session.run(session.client().batch_execute("COMMIT")).map_err(fault);
        let last = read?;
        ended?;
        Ok(last)
    }

    fn checkpoint(&mut self, size: u64) -> Result<Option<Signed>, RegisterError> {
        if size == u64::MAX {
            return self.last_checkpoint();
        }
        self.ask("read", |session| session.one(CHECKPOINT, &[counted(size)])?.as_ref().map(signed).transpose())
    }

    fn last_checkpoint(&mut self) -> Result<Option<Signed>, RegisterError> {
        self.ask("read", last_checkpoint)
    }

    fn each_checkpoint(
        &mut self,
        take: &mut dyn FnMut(Signed) -> Result<(), RegisterError>,
    ) -> Result<(), RegisterError> {
        let (server, session) = self.connected("read")?;
        let fault = |error: &Error| of_postgres(server.place(), "read", error);
        session.each(CHECKPOINTS, &[], &fault, &mut |row| take(signed(row).map_err(|error| fault(&error))?))
    }

    fn body(&mut self, number: u64) -> Result<Option<String>, RegisterError> {
        self.ask("read", |session| session.one(BODY, &[counted(number)])?.map(|row| row.try_get(0)).transpose())
    }

    fn cosignatures(&mut self, size: u64) -> Result<Vec<String>, RegisterError> {
        self.ask("read", |session| {
            let lines = session.prepare(COSIGNATURES)?;
            let rows = session.run(session.client().query(&lines, &[&counted(size)]))?;
            rows.iter().map(|row| row.try_get(0)).collect()
        })
    }

    fn cosign(&mut self, size: u64, line: &str) -> Result<(), RegisterError> {
        self.ask("written", |session| {
            let cosign = session.prepare(COSIGN)?;
            session.run(session.client().execute(&cosign, &[&counted(size), &line])).map(drop)
        })
    }

    fn openings(&mut self, entry: u64) -> Result<Vec<Opening>, RegisterError> {
        self.ask("read", |session| {
            let openings = session.prepare(OPENINGS)?;
            let rows = session.run(session.client().query(&openings, &[&counted(entry)]))?;
            rows.iter().map(|row| opening(row, entry)).collect()
        })
    }

    /// What was erased is then no longer in the table's file. The server's log of what it writes and its replicas follow
    /// in time, by the server's own settings; backups made before are for whoever keeps them.
    fn forget(&mut self) -> Result<(), RegisterError> {
        self.ask("written", |session| session.run(session.client().batch_execute(FORGET)))
    }

    fn begin(&mut self) -> Result<Box<dyn Transaction + '_>, RegisterError> {
        self.start(Writing::going_on)
    }

    fn faults(&mut self) -> Result<Vec<Fault>, RegisterError> {
        self.ask("read", |session| {
            let guards = session.prepare(GUARDS_FOUND)?;
            let rows = session.run(session.client().query(&guards, &[]))?;
            let mut faults = Vec::new();
            for guard in GUARDS {
                let mut stands = false;
                for row in &rows {
                    let (name, table): (&str, &str) = (row.try_get(0)?, row.try_get(1)?);
                    let (kind, source): (i16, &str) = (row.try_get(2)?, row.try_get(3)?);
                    stands |= name == guard.name && guard.holds(table, kind, source);
                }
                if !stands {
                    let what = format!("the guard `{}` has been removed from the database", guard.name);
                    faults.push(Fault { entry: None, what });
                }
            }
            Ok(faults)
        })
    }

    fn wait(&mut self, patience: Duration) -> Result<(), RegisterError> {
        let listened = self.ask("read", |session| match session.listen(patience) {
            // A server that follows another tells nothing.
            Err(error) if error.code() == Some(&SqlState::READ_ONLY_SQL_TRANSACTION) => Ok(false),
            listened => listened.map(|()| true),
        })?;
        if !listened {
            std::thread::sleep(GLANCE.min(patience));
        }
        Ok(())
    }
}

fn last_checkpoint(session: &mut Session) -> Result<Option<Signed>, Error> {
    session.one(LAST_CHECKPOINT, &[])?.as_ref().map(signed).transpose()
}
