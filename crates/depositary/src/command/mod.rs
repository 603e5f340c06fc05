//! One file for each thing that the command does.

mod check_treaties;
mod demo;
mod explain;
mod import;
mod init;
mod manual;
mod report;
mod serve;
mod state;
mod status;
mod verify;
mod what_if;

use std::process::ExitCode;

use law::calendar::AsAt;
use law::record::{KnownAt, Record};
use register::{Location, Register};

use crate::arguments::{Arguments, Command, Question};
use crate::clock;
use crate::failure::Failure;

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
    match arguments.command {
        Command::Demo(demo) => demo::run(&demo),
        Command::Init(init) => init::run(register, &init),
        Command::Import(import) => import::run(register, &import),
        Command::Record(record) => import::run_one(register, &record),
        Command::Status(status) => status::run(register, &status),
        Command::State(state) => state::run(register, &state),
        Command::Explain(explain) => explain::run(register, &explain),
        Command::WhatIf(what_if) => what_if::run(register, &what_if),
        Command::CheckTreaties(check) => check_treaties::run(register, &check),
        Command::Report(report) => report::run(register, &report),
        Command::Verify(verify) => verify::run(register, &verify),
        Command::Serve(serve) => serve::run(register, &serve),
        Command::Completions(completions) => manual::completions(&completions),
        Command::Man(man) => manual::pages(&man),
    }
}

/// The day that a question is about.
fn as_at(question: &Question) -> AsAt {
    question.as_at.unwrap_or_else(clock::today)
}

/// What the register holds, as known at the point that a question names.
fn record(register: &Location, question: &Question) -> Result<Record, Failure> {
    something_known(Register::open(register)?.record(question.known_at)?, register, question)
}

/// What the register holds about one treaty, as known at the point that a question names.
fn record_about(treaty: &str, register: &Location, question: &Question) -> Result<Record, Failure> {
    something_known(Register::open(register)?.record_about(treaty, question.known_at)?, register, question)
}

fn something_known(record: Record, register: &Location, question: &Question) -> Result<Record, Failure> {
    match (record.last(), question.known_at) {
        (None, KnownAt::Everything) => {
            Err(Failure::Said(format!("{register} holds no entries yet; `depositary import` records some")))
        }
        (None, _) => Err(Failure::Said(
            "nothing had been recorded by then: the register's first entry is later than --known-at".to_owned(),
        )),
        _ => Ok(record),
    }
}
