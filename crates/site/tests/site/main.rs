//! The pages as a visitor gets them, from a register made of the packaged files.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that can't be set up has failed")]

mod body_page;
mod calendar_pages;
mod faults;
mod headers;
mod log;
mod log_of;
mod mandates_pages;
mod pairs_pages;
mod register;
mod reports_page;
mod state_pages;
mod treaty_page;
mod visit;
