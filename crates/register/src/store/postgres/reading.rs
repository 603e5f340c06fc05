//! Rows of a PostgreSQL register as what they are.

use tokio_postgres::{Error, Row as Found};

use super::said::of_postgres;
use super::schema::ENTRIES_AFTER;
use super::session::Session;
use crate::fault::RegisterError;
use crate::store::{Opening, Row, Signed, TakeRow};

/// A number as the database counts, whose integers have a sign. No register has so many entries that it matters.
pub(super) fn counted(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A checkpoint.
pub(super) fn signed(row: &Found) -> Result<Signed, Error> {
    Ok(Signed { size: row.try_get::<_, i64>(0)?.cast_unsigned(), frontier: row.try_get(1)?, note: row.try_get(2)? })
}

/// What opens a commitment of an entry.
pub(super) fn opening(row: &Found, entry: u64) -> Result<Opening, Error> {
    Ok(Opening { commitment: row.try_get(0)?, entry, salt: row.try_get(1)?, words: row.try_get(2)? })
}

/// Hands over every entry after a number, in order.
pub(super) fn each_entry(
    session: &mut Session,
    place: &str,
    after: u64,
    take: TakeRow<'_>,
) -> Result<(), RegisterError> {
    let fault = |error: &Error| of_postgres(place, "read", error);
    session.each(ENTRIES_AFTER, &[counted(after)], &fault, &mut |row| {
        let unreadable = |error: Error| fault(&error);
        let number = row.try_get::<_, i64>(0).map_err(unreadable)?.cast_unsigned();
        let body = row.try_get(1).map_err(unreadable)?;
        let hash = row.try_get(2).map_err(unreadable)?;
        take(Row { number, body, hash })
    })
}
