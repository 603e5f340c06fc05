//! The places that keep a register, as somebody with other tools gets at them.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use law::act::Standing;
use law::calendar::DateOfKnowledge;
use law::entry::{Content, Draft};
use rusqlite::Connection;
use serde_json::json;

use crate::fault::RegisterError;
use crate::location::Location;
use crate::log::SigningKey;
use crate::register::Register;
use crate::store::server::{Server, ask};

/// A kind of place that keeps registers.
pub(in crate::store) trait Fixture: Sync {
    /// A place that has none yet.
    fn fresh(&self) -> Location;

    /// Does something to a register by other tools. Says what the place says against it.
    fn meddle(&self, location: &Location, statements: &str) -> Result<(), String>;

    /// What takes a table's guards away.
    fn unguard(&self, table: &str) -> String;

    /// What sets the format's number.
    fn set_format(&self, format: i64) -> String;

    /// What the place can be told to do to what is on record, and must refuse.
    fn forbidden(&self) -> Vec<&'static str> {
        vec![
            "UPDATE entry SET body = 'x' WHERE number = 1",
            "UPDATE entry SET number = 9 WHERE number = 2",
            "DELETE FROM entry WHERE number = 2",
            "INSERT INTO entry (number, body, hash) SELECT number + 5, body, hash FROM entry WHERE number = 2",
            "INSERT INTO entry (number, body, hash) SELECT -number, body, hash FROM entry WHERE number = 2",
            "INSERT INTO entry (number, body, hash) SELECT number, body, hash FROM entry WHERE number = 2",
            "UPDATE checkpoint SET note = 'x'",
            "DELETE FROM checkpoint",
        ]
    }
}

/// Registers in files.
pub(in crate::store) struct InSqlite {
    folder: tempfile::TempDir,
    count: AtomicU32,
}

impl InSqlite {
    pub(in crate::store) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), count: AtomicU32::new(0) }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join(format!("{}.db", self.count.fetch_add(1, Ordering::Relaxed)))
    }
}

impl Fixture for InSqlite {
    fn fresh(&self) -> Location {
        Location::file(self.path())
    }

    fn meddle(&self, location: &Location, statements: &str) -> Result<(), String> {
        let connection = Connection::open(location.path().unwrap()).unwrap();
        connection.execute_batch(statements).map_err(|error| error.to_string())
    }

    fn unguard(&self, table: &str) -> String {
        let of_both = ["is_never_changed", "is_never_deleted"];
        let follows = (table == "entry").then_some("follows_the_last");
        of_both.into_iter().chain(follows).map(|guard| format!("DROP TRIGGER {table}_{guard};")).collect()
    }

    fn set_format(&self, format: i64) -> String {
        format!("PRAGMA user_version = {format}")
    }
}

/// Registers in databases of one server.
pub(in crate::store) struct InPostgres {
    server: &'static Server,
}

impl InPostgres {
    pub(in crate::store) fn new() -> Self {
        Self { server: Server::shared() }
    }
}

impl Fixture for InPostgres {
    fn fresh(&self) -> Location {
        self.server.database().parse().unwrap()
    }

    fn meddle(&self, location: &Location, statements: &str) -> Result<(), String> {
        let Location::Postgres(address) = location else { panic!("{location} is elsewhere") };
        let said = ask(address.whole(), &format!("SET search_path = depositary; {statements}"));
        said.map(drop).map_err(|error| error.as_db_error().unwrap().message().to_owned())
    }

    fn unguard(&self, table: &str) -> String {
        format!("ALTER TABLE {table} DISABLE TRIGGER ALL;")
    }

    fn set_format(&self, format: i64) -> String {
        format!("UPDATE depositary.format SET number = {format}")
    }

    fn forbidden(&self) -> Vec<&'static str> {
        let mut forbidden = InSqlite::new().forbidden();
        forbidden.extend([
            "TRUNCATE entry",
            "TRUNCATE checkpoint",
            "SET session_replication_role = replica; DELETE FROM entry",
            "INSERT INTO format (number) VALUES (9)",
        ]);
        forbidden
    }
}

/// The key of a register.
pub(in crate::store) fn key() -> SigningKey {
    SigningKey::generate("example.org/treaties").unwrap()
}

/// When everything is recorded.
pub(in crate::store) fn now() -> DateOfKnowledge {
    DateOfKnowledge::new("2026-01-01T00:00:00Z".parse().unwrap())
}

/// A State, to be recorded.
pub(in crate::store) fn state(code: &str) -> Draft {
    of(&json!({ "kind": "party", "content": { "code": code, "kind": "state", "names": [{ "name": code }] } }))
}

/// A treaty, to be recorded.
pub(in crate::store) fn treaty(id: &str) -> Draft {
    of(&json!({ "kind": "treaty", "content": {
        "treaty": id, "title": { "en": id }, "depositary": "x", "adopted": { "on": "2000-01-01" }
    } }))
}

/// A ratification, to be recorded.
pub(in crate::store) fn ratification(treaty: &str, party: &str) -> Draft {
    of(&json!({ "kind": "act", "content": {
        "treaty": treaty, "party": party, "action": "ratification", "date": "2001-02-03"
    } }))
}

fn of(content: &serde_json::Value) -> Draft {
    let content: Content = serde_json::from_value(content.clone()).unwrap();
    Draft { standing: Standing::Deposited, sources: vec!["a paper".to_owned()], content }
}

/// A register with its first entry alone.
pub(in crate::store) fn found(location: &Location, key: &SigningKey) -> Register {
    Register::create::<RegisterError>(location, key, now(), "founder", |_| Ok(())).unwrap()
}

/// Records one entry.
pub(in crate::store) fn append(register: &mut Register, key: &SigningKey, draft: Draft) -> Result<u64, RegisterError> {
    let mut writing = register.write(key)?;
    let number = writing.add(draft, "officer", now())?;
    writing.commit()?;
    Ok(number)
}
