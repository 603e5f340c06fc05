//! Registers of the first format, which were a chain and had no log: only read, to be brought forward.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::sqlite::{of_sqlite, open_any_format};
use super::{Row, TakeRow};
use crate::fault::RegisterError;

/// A register of the first format.
#[derive(Debug)]
pub(crate) struct FirstFormat {
    connection: Connection,
    path: PathBuf,
}

impl FirstFormat {
    /// Opens a register of the first format; `None` when it is of another.
    pub(crate) fn open(path: &Path) -> Result<Option<Self>, RegisterError> {
        let (connection, found) = open_any_format(path)?;
        Ok((found == 1).then(|| Self { connection, path: path.to_owned() }))
    }

    /// Hands over every entry, with its hash in the chain. Others can't write from then on.
    pub(crate) fn read(&mut self, take: TakeRow<'_>) -> Result<(), RegisterError> {
        let fault = |source: rusqlite::Error| of_sqlite(&self.path, "read", &source);
        self.connection
            .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;")
            .map_err(fault)?;
        let mut select =
            self.connection.prepare("SELECT number, body, hash FROM entry ORDER BY number").map_err(fault)?;
        let mut rows = select.query([]).map_err(fault)?;
        while let Some(row) = rows.next().map_err(fault)? {
            let number = row.get::<_, i64>(0).map_err(fault)?.cast_unsigned();
            let body: String = row.get(1).map_err(fault)?;
            let hash: Vec<u8> = row.get(2).map_err(fault)?;
            take(Row { number, body: &body, hash: &hash })?;
        }
        Ok(())
    }

    /// Keeps the file under another name beside its own, where its successor will be.
    pub(crate) fn keep_beside(self) -> Result<PathBuf, RegisterError> {
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(".format-1");
        let kept = self.path.with_file_name(name);
        let doing =
            |because: String| RegisterError::Store { place: kept.display().to_string(), doing: "written", because };
        self.connection.execute_batch("ROLLBACK;").map_err(|error| doing(error.to_string()))?;
        let Self { connection, path } = self;
        // Closing puts what is in the write-ahead log into the file.
        connection.close().map_err(|(_, error)| doing(error.to_string()))?;
        match std::fs::hard_link(&path, &kept) {
            // An earlier attempt came as far as this.
            Err(error) if error.kind() == ErrorKind::AlreadyExists && are_the_same(&path, &kept).unwrap_or(false) => {}
            linked => linked.map_err(|error| doing(error.to_string()))?,
        }
        Ok(kept)
    }
}

/// Whether two files hold the same.
fn are_the_same(one: &Path, other: &Path) -> std::io::Result<bool> {
    let (mut one, mut other) = (BufReader::new(File::open(one)?), BufReader::new(File::open(other)?));
    loop {
        let (left, right) = (one.fill_buf()?, other.fill_buf()?);
        let length = left.len().min(right.len());
        if length == 0 || left[..length] != right[..length] {
            return Ok(left.len() == right.len() && length == 0);
        }
        one.consume(length);
        other.consume(length);
    }
}
