//! The command as people use it: the real binary, real files, real registers.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first thing that is wrong")]

mod attachments;
mod bad_input;
mod copies;
mod demo;
mod desk;
mod explain;
mod import;
mod killed;
mod papers;
mod published;
mod schemas;
mod site;
mod snapshot;
mod status;
mod storage;
mod tables;
mod treaties;
mod two_axes;
mod verify;
mod witnesses;
