//! One connection to a server.

use std::collections::HashMap;
use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use tokio::runtime::{Handle, Runtime};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio_postgres::tls::TlsStream;
use tokio_postgres::{AsyncMessage, Client, Config, Connection, Error, Row, SimpleQueryMessage, Socket, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::schema::LISTEN;
use crate::fault::RegisterError;

/// How every session is set. What is recorded must be durable, however the server is set for others. The tables are read
/// by their keys alone, and their statistics, which are old after an import, must not tempt the server to do otherwise.
/// A writer whose machine has vanished must not keep others waiting for hours.
const SETTINGS: &str = "
SELECT set_config('synchronous_commit', 'on', false)
WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply');
SET search_path = pg_catalog;
SET lock_timeout = '60s';
SET statement_timeout = 0;
SET enable_seqscan = off;
SET plan_cache_mode = force_generic_plan;
SET jit = off;
SET tcp_keepalives_idle = 30;
SET tcp_keepalives_interval = 10;
SET tcp_keepalives_count = 3;
SELECT current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding;
";

/// How long a connection that is no longer needed may take to say goodbye.
const GOODBYE: Duration = Duration::from_millis(200);

/// How many rows are taken from the connection at a time; an entry has 64 KiB at most.
const ROWS: usize = 256;

/// How often what has come in is looked at before a connection is taken to stand: once to see that something has, once
/// to read it, once to end.
const LOOKS: usize = 3;

/// What a server is like, as far as a register depends on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Nature {
    /// Whether it makes sure that what it writes is on the disk.
    pub(super) durable: bool,
    /// The encoding of the database.
    pub(super) encoding: String,
}

impl Nature {
    fn of(answers: &[SimpleQueryMessage]) -> Self {
        let mut nature = Self::default();
        for answer in answers {
            if let SimpleQueryMessage::Row(row) = answer
                && let (Ok(Some(fsync)), Ok(Some(encoding))) = (row.try_get("fsync"), row.try_get("encoding"))
            {
                nature = Self { durable: fsync == "on", encoding: encoding.to_owned() };
            }
        }
        nature
    }
}

/// One connection, and what was prepared on it. It is driven by the thread that uses it, so that nothing is handed from
/// one thread to another on the way to the disk.
pub(super) struct Session {
    runtime: Runtime,
    client: Client,
    driver: JoinHandle<()>,
    rung: Arc<Notify>,
    statements: HashMap<&'static str, Statement>,
    nature: Nature,
    listening: bool,
}

impl Session {
    /// Connects.
    pub(super) fn connect(runtime: Runtime, config: &Config, tls: &MakeRustlsConnect) -> Result<Self, Error> {
        let connected = run(&runtime, async {
            let (client, connection) = config.connect(tls.clone()).await?;
            let rung = Arc::new(Notify::new());
            let driver = tokio::spawn(drive(connection, Arc::clone(&rung)));
            let answers = client.simple_query(SETTINGS).await?;
            Ok((client, driver, rung, Nature::of(&answers)))
        });
        match connected {
            Ok((client, driver, rung, nature)) => {
                Ok(Self { runtime, client, driver, rung, statements: HashMap::new(), nature, listening: false })
            }
            Err(error) => {
                runtime.shutdown_background();
                Err(error)
            }
        }
    }

    /// Ends the session. It is not left to be dropped, since that would block where a program serves pages.
    pub(super) fn end(self) {
        let Self { runtime, client, driver, .. } = self;
        drop(client);
        // The server is told that it is no accident; where it can't be, it finds out.
        drop(run(&runtime, async { tokio::time::timeout(GOODBYE, driver).await }));
        runtime.shutdown_background();
    }

    pub(super) fn nature(&self) -> &Nature {
        &self.nature
    }

    pub(super) fn client(&self) -> &Client {
        &self.client
    }

    /// Waits for an answer of the server.
    pub(super) fn run<F>(&self, future: F) -> F::Output
    where
        F: Future + Send,
        F::Output: Send,
    {
        run(&self.runtime, future)
    }

    /// Whether the connection still stands, as far as can be seen from here.
    pub(super) fn stands(&self) -> bool {
        // Nothing is read from the connection but while something is awaited, that it has ended included.
        self.run(async {
            for _ in 0..LOOKS {
                tokio::task::yield_now().await;
            }
        });
        !self.client.is_closed()
    }

    /// Prepares a statement, once.
    pub(super) fn prepare(&mut self, text: &'static str) -> Result<Statement, Error> {
        if let Some(statement) = self.statements.get(text) {
            return Ok(statement.clone());
        }
        let statement = self.run(self.client.prepare(text))?;
        self.statements.insert(text, statement.clone());
        Ok(statement)
    }

    /// The row that a statement finds, if it finds one.
    pub(super) fn one(&mut self, text: &'static str, parameters: &[i64]) -> Result<Option<Row>, Error> {
        let statement = self.prepare(text)?;
        self.run(async {
            let stream = self.client.query_raw(&statement, parameters.iter().copied()).await?;
            Ok(stream.try_collect::<Vec<_>>().await?.pop())
        })
    }

    /// Hands over the rows that a statement finds, a few at a time, so that neither side holds all of them. What is
    /// done with a row may itself ask a server something.
    pub(super) fn each(
        &mut self,
        text: &'static str,
        parameters: &[i64],
        fault: &dyn Fn(&Error) -> RegisterError,
        take: &mut dyn FnMut(&Row) -> Result<(), RegisterError>,
    ) -> Result<(), RegisterError> {
        let statement = self.prepare(text).map_err(|error| fault(&error))?;
        let stream = self.run(self.client.query_raw(&statement, parameters.iter().copied()));
        let mut stream = Box::pin(stream.map_err(|error| fault(&error))?);
        loop {
            let rows: Result<Vec<Row>, Error> = self.run(async {
                let mut rows = Vec::with_capacity(ROWS);
                while rows.len() < ROWS
                    && let Some(row) = stream.try_next().await?
                {
                    rows.push(row);
                }
                Ok(rows)
            });
            let rows = rows.map_err(|error| fault(&error))?;
            rows.iter().try_for_each(&mut *take)?;
            if rows.len() < ROWS {
                return Ok(());
            }
        }
    }

    /// Waits until something may have been recorded, or the connection ended, but no longer than that. The first time
    /// it only asks to be told: what was recorded before is not told, and whoever waits must look once more.
    pub(super) fn listen(&mut self, patience: Duration) -> Result<(), Error> {
        if self.listening {
            // That nothing came in time is no error.
            drop(self.run(async { tokio::time::timeout(patience, self.rung.notified()).await }));
        } else {
            self.run(self.client.batch_execute(LISTEN))?;
            self.listening = true;
        }
        Ok(())
    }
}

/// Keeps a connection going, and rings when the server says that something was recorded, or nothing any more.
async fn drive<S>(mut connection: Connection<Socket, S>, rung: Arc<Notify>)
where
    S: TlsStream + Unpin,
{
    loop {
        match poll_fn(|context| connection.poll_message(context)).await {
            Some(Ok(AsyncMessage::Notification(_))) => rung.notify_one(),
            Some(Ok(_)) => {}
            // What was being asked of the server is told by itself that the connection ended.
            Some(Err(_)) | None => break,
        }
    }
    rung.notify_one();
}

/// Waits for what is to come.
fn run<F>(runtime: &Runtime, future: F) -> F::Output
where
    F: Future + Send,
    F::Output: Send,
{
    if Handle::try_current().is_err() {
        return runtime.block_on(future);
    }
    // A thread that is already driving something else, such as one that serves pages, must not drive this as well.
    let waited = std::thread::scope(|scope| scope.spawn(|| runtime.block_on(future)).join());
    waited.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
