//! `depositary`: the open-source treaty register. The command reads its arguments, wires the rooms together and prints.

mod accompaniment;
mod arguments;
mod body_examined;
mod bounded;
mod clock;
mod command;
mod corrections;
mod failure;
mod intake;
mod keys;
mod mandates_examined;
mod packaged;
mod point;
mod printing;
mod progress;
mod published;
mod range;
mod reports;
mod reports_examined;
mod served;
mod served_log;
mod served_texts;
mod statements_examined;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    match command::run(arguments) {
        Ok(answer) => answer.into(),
        Err(failure) => {
            printing::complain(&failure.to_string());
            failure::Failure::exit_code()
        }
    }
}
