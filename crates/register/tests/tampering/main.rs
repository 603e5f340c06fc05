//! Somebody gets at the file of a register: whatever is done to it, `verify` says so, or the register says what it said
//! before.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first thing that is wrong")]

mod at_large;
mod entries;
mod every_byte;
mod place;
mod regions;
mod said;
mod sample;

/// Whether there is time for all that a machine can do in an hour.
fn is_long() -> bool {
    std::env::var_os("DEPOSITARY_LONG").is_some()
}
