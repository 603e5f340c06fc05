//! Status tables, as CSV or as XML.

use exchange::{status_table, toml_file};
use law::calendar::{Date, DateOfAct};
use law::treaty::TreatyId;

/// A treaty of the usual kind.
const TREATY: &str = include_str!("../../data/treaties/IV-13.toml");

/// Reads a status table, records what it shows together with the treaty, and derives what follows.
pub fn table(file: &str, bytes: &[u8]) {
    let treaty: TreatyId = "IV-13".parse().expect("an identifier");
    let read_on = DateOfAct::new(Date::constant(2024, 1, 1));
    match status_table::read(file, bytes, &treaty, read_on) {
        Ok(mut written) => {
            written.extend(toml_file::read("treaty.toml", TREATY).expect("a packaged treaty"));
            crate::derive(&crate::entered(written));
        }
        Err(faults) => assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.to_string().is_empty())),
    }
}
