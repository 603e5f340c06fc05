//! Completions and manual pages, from the same definitions as the command line itself.

use clap::CommandFactory;

use super::Answer;
use crate::arguments::{Arguments, Completions, Man};
use crate::failure::Failure;
use crate::printing;

/// Prints completions for a shell.
pub fn completions(asked: &Completions) -> Result<Answer, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut Arguments::command(), "depositary", &mut script);
    printing::bytes(&script)?;
    Ok(Answer::Done)
}

/// Writes a manual page for the command and for each of its subcommands.
pub fn pages(asked: &Man) -> Result<Answer, Failure> {
    let fault = |error: std::io::Error| Failure::file(&asked.dir, "written to", &error);
    std::fs::create_dir_all(&asked.dir).map_err(fault)?;
    clap_mangen::generate_to(Arguments::command(), &asked.dir).map_err(fault)?;
    printing::answer(&format!("wrote the manual pages to {}", asked.dir.display()))?;
    Ok(Answer::Done)
}
