//! One file for each thing that the command does.

mod activities;
mod attachment;
mod calendar;
mod check_treaties;
mod checkpoint;
mod committee;
mod confidence;
mod copy;
mod cosign;
mod declarations;
mod demo;
mod diff;
mod explain;
mod history;
mod import;
mod init;
mod mandates;
mod manual;
mod migrate;
mod pair;
mod prove;
mod reconcile;
mod recorded;
mod replace_key;
mod report;
mod reports;
mod serve;
mod snapshot;
mod state;
mod statements;
mod status;
mod tiles;
mod verify;
mod what_if;
mod witness;

pub use prove::proof_in;
pub use report::write_whole;

use std::process::ExitCode;

use law::calendar::AsAt;
use law::entry::{Content, Entry};
use law::record::{KnownAt, Record, TreatyRecord};
use register::{Location, Register};

use crate::arguments::{Arguments, Command, Question};
use crate::clock;
use crate::failure::Failure;
use crate::keys::KeyPlace;

/// How a question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It was done, or the answer is yes.
    Done,
    /// The answer is no: a verification failed, differences were found.
    No,
}

impl From<Answer> for ExitCode {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Done => Self::SUCCESS,
            Answer::No => Self::from(1),
        }
    }
}

/// Does what the arguments ask for.
pub fn run(arguments: Arguments) -> Result<Answer, Failure> {
    let register = &arguments.register;
    let key = KeyPlace::of(register, arguments.key.as_deref());
    match arguments.command {
        Command::Demo(demo) => demo::run(&demo),
        Command::Init(init) => init::run(register, &key, &init),
        Command::Import(import) => import::run(register, &key, &import),
        Command::Record(record) => import::run_one(register, &key, &record),
        Command::Status(status) => status::run(register, &status),
        Command::State(state) => state::run(register, &state),
        Command::Explain(explain) => explain::run(register, &explain),
        Command::WhatIf(what_if) => what_if::run(register, &what_if),
        Command::Committee(committee) => committee::run(register, &committee),
        Command::Reports(reports) => reports::run(register, &reports),
        Command::Declarations(declarations) => declarations::run(register, &declarations),
        Command::Statements(statements) => statements::run(register, &statements),
        Command::Pair(pair) => pair::run(register, &pair),
        Command::Calendar(calendar) => calendar::run(register, &calendar),
        Command::Mandates(mandates) => mandates::run(register, &mandates),
        Command::Reconcile(reconcile) => reconcile::run(register, &reconcile),
        Command::Activities(activities) => activities::run(register, &activities),
        Command::History(history) => history::run(register, &history),
        Command::Diff(diff) => diff::run(register, &diff),
        Command::CheckTreaties(check) => check_treaties::run(register, &check),
        Command::Report(report) => report::run(register, &report),
        Command::Verify(verify) => verify::run(register, &verify),
        Command::Checkpoint(checkpoint) => checkpoint::run(register, &checkpoint),
        Command::Prove(prove) => prove::run(register, &prove),
        Command::Attachment(attachment) => attachment::run(register, &attachment),
        Command::Tiles(tiles) => tiles::run(register, &tiles),
        Command::Witness(witness) => witness::run(&witness),
        Command::Cosign(cosign) => cosign::run(register, &cosign),
        Command::Snapshot => snapshot::run(register, &key),
        Command::Copy(copy) => copy::run(register, &copy.to),
        Command::Backup(backup) => copy::back_up(register, &backup),
        Command::Restore(restore) => copy::restore(register, &restore),
        Command::Migrate(migrate) => migrate::run(register, &key, &migrate),
        Command::ReplaceKey(replace) => replace_key::run(register, &key, &replace),
        Command::Disclose(disclose) => confidence::disclose(register, &disclose),
        Command::Erase(erase) => confidence::erase(register, &key, &erase),
        Command::Serve(serve) => serve::run(register, &serve),
        Command::Completions(completions) => manual::completions(&completions),
        Command::Man(man) => manual::pages(&man),
    }
}

/// The day that a question is about.
fn as_at(question: &Question) -> AsAt {
    question.as_at.unwrap_or_else(clock::today)
}

/// The treaty of that name; where it is the name of a State instead, how to ask the command about a State.
fn treaty_or_hint<'r>(text: &str, record: &'r Record, command: &str) -> Result<&'r TreatyRecord, Failure> {
    record.treaty(text).map_err(|unknown| match record.parties.resolve(text, None) {
        Ok(_) => Failure::Said(format!("{unknown}; for a State: `depositary {command} --state \"{text}\"`")),
        Err(_) => unknown.into(),
    })
}

/// What the register holds, as known at the point that a question names.
fn record(register: &Location, question: &Question) -> Result<Record, Failure> {
    let mut open = Register::open(register)?;
    let known_at = question.known_at.in_register(&mut open)?;
    something_known(open.record(known_at)?, register, known_at)
}

/// What the register holds about one treaty, as known at the point that a question names.
fn record_about(treaty: &str, register: &Location, question: &Question) -> Result<Record, Failure> {
    let mut open = Register::open(register)?;
    let known_at = question.known_at.in_register(&mut open)?;
    something_known(open.record_about(treaty, known_at)?, register, known_at)
}

/// What had been recorded by the point that a question names, with the parties and treaties of it.
fn entries(register: &Location, question: &Question) -> Result<(Vec<Entry>, Record), Failure> {
    let mut open = Register::open(register)?;
    let known_at = question.known_at.in_register(&mut open)?;
    let mut entries = open.entries()?;
    entries.retain(|entry| known_at.includes(entry.number, entry.recorded));
    let is_act = |entry: &&Entry| matches!(entry.content, Content::Act(_));
    let mut record = Record::of(entries.iter().filter(|entry| !is_act(entry)).cloned(), KnownAt::Everything);
    if let Some(last) = entries.last() {
        record.known_up_to(last.number, last.recorded);
    }
    Ok((entries, something_known(record, register, known_at)?))
}

fn something_known(record: Record, register: &Location, known_at: KnownAt) -> Result<Record, Failure> {
    match (record.last(), known_at) {
        (None, KnownAt::Everything) => {
            Err(Failure::Said(format!("{register} holds no entries yet; `depositary import` records some")))
        }
        (None, _) => Err(Failure::Said(
            "nothing had been recorded by then: the register's first entry is later than --known-at".to_owned(),
        )),
        _ => Ok(record),
    }
}
