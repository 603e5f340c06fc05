//! The pages as a visitor gets them, from a register made of the packaged files.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that can't be set up has failed")]

mod faults;
mod headers;
mod register;
mod state_pages;
mod treaty_page;
mod visit;
