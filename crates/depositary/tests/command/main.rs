//! The command as people use it: the real binary, real files, real registers.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first thing that is wrong")]

mod activities;
mod attachments;
mod bad_input;
mod body_rules;
mod body_schemas;
mod calendar;
mod committee;
mod convention;
mod copies;
mod declarations;
mod demo;
mod desk;
mod drafting;
mod explain;
#[cfg(target_os = "linux")]
mod full_disk;
mod import;
mod killed;
mod mandates;
mod pair;
mod papers;
mod published;
#[cfg(target_os = "linux")]
mod read_only;
mod reconcile;
mod report_rules;
mod reports;
mod schemas;
mod site;
mod snapshot;
mod statements;
mod status;
mod storage;
mod tables;
mod treaties;
mod two_axes;
mod vacancy_rules;
mod verify;
mod witnesses;
