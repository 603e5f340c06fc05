//! What a server or its connection says went wrong, turned into what a person needs to know.

use std::error::Error as _;

use tokio_postgres::Error;
use tokio_postgres::error::{DbError, Severity, SqlState};

use crate::fault::RegisterError;

/// A fault of the place, in words.
pub(super) fn store_fault(place: &str, doing: &'static str, because: String) -> RegisterError {
    RegisterError::Store { place: place.to_owned(), doing, because }
}

/// Turns what the database says into what a person needs to know.
pub(super) fn of_postgres(place: &str, doing: &'static str, error: &Error) -> RegisterError {
    let because = match error.as_db_error() {
        Some(said) if [SqlState::DATA_CORRUPTED, SqlState::INDEX_CORRUPTED].contains(said.code()) => {
            let because = format!("the server says: {}", said.message());
            return RegisterError::Damaged { place: place.to_owned(), entry: None, because };
        }
        Some(said) => because(said),
        None if lost(error) => format!("the connection to the server was lost ({})", chain(error)),
        None => chain(error),
    };
    store_fault(place, doing, because)
}

fn because(said: &DbError) -> String {
    let code = said.code();
    let message = said.message();
    if *code == SqlState::LOCK_NOT_AVAILABLE {
        "somebody else has been writing to it for a minute; try again when they are done".to_owned()
    } else if [SqlState::READ_ONLY_SQL_TRANSACTION, SqlState::FEATURE_NOT_SUPPORTED].contains(code) {
        // The second is what a server that follows another says of the beginning of a transaction that writes.
        format!("the database is for reading only ({message}); write to the server that it follows")
    } else if *code == SqlState::DISK_FULL {
        format!("the server's disk is full ({message}); make room, then try again")
    } else if [SqlState::INVALID_PASSWORD, SqlState::INVALID_AUTHORIZATION_SPECIFICATION].contains(code) {
        format!("the server refuses the user ({message}); put the password in the address or in PGPASSWORD")
    } else if *code == SqlState::INVALID_CATALOG_NAME {
        format!("the server says: {message}; make it with `createdb`, then try again")
    } else if ends_connection(said) {
        format!("the server ended the connection ({message})")
    } else {
        let hint = said.hint().map(|hint| format!(" ({hint})")).unwrap_or_default();
        format!("{message}{hint}")
    }
}

/// Whether nothing more comes through the connection. What was last asked of the server may have been done or not.
pub(super) fn lost(error: &Error) -> bool {
    match error.as_db_error() {
        Some(said) => ends_connection(said),
        None => error.is_closed() || error.source().is_some_and(<dyn std::error::Error>::is::<std::io::Error>),
    }
}

fn ends_connection(said: &DbError) -> bool {
    matches!(said.parsed_severity(), Some(Severity::Fatal | Severity::Panic))
}

/// An error and what it came from, as one sentence.
pub(super) fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(&format!(": {cause}"));
        source = cause.source();
    }
    text
}
