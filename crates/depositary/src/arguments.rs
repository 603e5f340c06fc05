//! The command line, as people type it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use law::calendar::AsAt;
use law::record::KnownAt;
use register::Location;

/// Keeps a treaty register and derives from it what the law says follows.
#[derive(Debug, Parser)]
#[command(name = "depositary", version, propagate_version = true, max_term_width = 100)]
pub struct Arguments {
    /// The register.
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "DEPOSITARY_REGISTER",
        default_value = "sqlite:depositary.db"
    )]
    pub register: Location,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a register of the Migrant Workers Convention with its 2003 report, and serve it.
    Demo(Demo),
    /// Make a register that holds the packaged parties, treaties, acts and records.
    Init(Init),
    /// Record what files hold: treaties and records (TOML), acts (CSV). All of it, or nothing.
    Import(Import),
    /// Record one act, decision, correction, resolution or activity (TOML or CSV).
    Record(RecordOne),
    /// The status of a treaty on a day: in force or not, since when, for whom.
    Status(Status),
    /// One State's whole treaty record on a day.
    State(State),
    /// Why a treaty is in force, or in force for a State, since its day.
    Explain(Explain),
    /// What would follow if some acts were done: dates, thresholds, seats, reports.
    WhatIf(WhatIf),
    /// Derive the entry into force of every treaty and compare it with the published date.
    CheckTreaties(CheckTreaties),
    /// Write a report from its definition.
    Report(Report),
    /// Check the whole register against its chain of hashes.
    Verify(Verify),
    /// Serve the public pages.
    Serve(Serve),
    /// Print completions for a shell.
    Completions(Completions),
    /// Write the manual pages.
    Man(Man),
}

/// Which day, and which point of the register, a question is about.
#[derive(Debug, Clone, Copy, Args)]
pub struct Question {
    /// The day that the question is about; today, if not given.
    #[arg(long, value_name = "DATE")]
    pub as_at: Option<AsAt>,
    /// Look only at what had been recorded by a moment, a day (its end) or an entry's number.
    #[arg(long, value_name = "MOMENT|DATE|ENTRY", default_value = "all", hide_default_value = true, value_parser = known_at)]
    pub known_at: KnownAt,
}

fn known_at(text: &str) -> Result<KnownAt, law::record::NotAPoint> {
    if text == "all" { Ok(KnownAt::Everything) } else { text.parse() }
}

/// How an answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// For programs: the stable shapes.
    Json,
    /// For spreadsheets.
    Csv,
}

/// How an answer is printed.
#[derive(Debug, Clone, Copy, Args)]
pub struct Printed {
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Who records.
#[derive(Debug, Clone, Args)]
pub struct Recorder {
    /// Who records this; the account's name, if not given.
    #[arg(long, value_name = "NAME", env = "DEPOSITARY_RECORDER")]
    recorder: Option<String>,
}

impl Recorder {
    /// The name to record under.
    pub fn name(&self) -> String {
        let account = || ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        let named = self.recorder.clone().or_else(account).filter(|name| !name.trim().is_empty());
        named.unwrap_or_else(|| "not named".to_owned())
    }
}

/// Arguments of `demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// The folder for the register and the report.
    #[arg(long, value_name = "DIR", default_value = "depositary-demo")]
    pub dir: PathBuf,
    /// Where to serve; another port is taken when this one is in use.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: std::net::SocketAddr,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// Put nothing into the register.
    #[arg(long)]
    pub empty: bool,
    #[command(flatten)]
    pub recorder: Recorder,
}

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The files.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The files are status tables of this treaty, as the United Nations Treaty Collection publishes them (CSV, XML).
    #[arg(long, value_name = "TREATY")]
    pub treaty: Option<String>,
    #[command(flatten)]
    pub recorder: Recorder,
}

/// Arguments of `record`.
#[derive(Debug, Args)]
pub struct RecordOne {
    /// The file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub recorder: Recorder,
}

/// Arguments of `status`.
#[derive(Debug, Args)]
pub struct Status {
    /// The treaty, such as IV-13.
    pub treaty: String,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `state`.
#[derive(Debug, Args)]
pub struct State {
    /// The State, by code or by any of its names.
    #[arg(value_name = "STATE")]
    pub party: String,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// The treaty, such as IV-13.
    pub treaty: String,
    /// The State, by code or by any of its names; without one, the treaty itself is explained.
    pub state: Option<String>,
    #[command(flatten)]
    pub question: Question,
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = ExplainFormat::Prose)]
    pub format: ExplainFormat,
}

/// Arguments of `what-if`.
#[derive(Debug, Args)]
pub struct WhatIf {
    /// The treaty, such as IV-13.
    pub treaty: String,
    /// An act to suppose: "STATE, ACTION, DATE".
    #[arg(long = "act", required = true, value_name = "STATE, ACTION, DATE")]
    pub acts: Vec<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `check-treaties`.
#[derive(Debug, Args)]
pub struct CheckTreaties {
    /// One treaty, with every published date of a party that is not what the treaty's rule gives.
    pub treaty: Option<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// How an explanation is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// Sentences.
    #[value(alias = "table")]
    Prose,
    /// For programs: the stable shape.
    Json,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct Report {
    /// The definition: the name of a packaged one, or a file.
    pub definition: String,
    #[command(flatten)]
    pub question: Question,
    /// The form of the paper.
    #[arg(long, value_enum, default_value_t = PaperFormat::Html)]
    pub format: PaperFormat,
    /// The file to write; printed, if not given.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// The form of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperFormat {
    /// A web page that stands alone.
    Html,
    /// A tagged PDF for print and archives (PDF/A-2a, PDF/UA-1).
    Pdf,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where to serve.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: std::net::SocketAddr,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    pub shell: clap_complete::Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub struct Man {
    /// The folder to write to.
    #[arg(long, value_name = "DIR", default_value = "man")]
    pub dir: PathBuf,
}
