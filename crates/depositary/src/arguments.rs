//! The command line, as people type it.

mod keeping;
mod publishing;
mod questions;

pub use keeping::{Backup, Checkpoint, Copy, Disclose, Erase, Migrate, Prove, ReplaceKey, Restore, Verify};
pub use publishing::{Accompanying, Attachment, Cosign, Tiles, Witness};
pub use questions::{
    Activities, Calendar, CalendarFormat, CheckTreaties, Committee, Declarations, Diff, Explain, ExplainFormat,
    History, Mandates, Pair, Reconcile, ReconcileFormat, Reports, State, Statements, Status, WhatIf,
};

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use law::calendar::AsAt;
use register::Location;

use crate::point::Point;

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
    /// The file with the register's secret key, which signs what is recorded; beside the register, if not given.
    #[arg(long, global = true, value_name = "FILE", env = "DEPOSITARY_KEY")]
    pub key: Option<PathBuf>,
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
    /// A treaty body on a day: its seats, its members, its elections, and when the next one is.
    Committee(Committee),
    /// Whose report under a treaty is due, received, late or overdue; or all of one State's reports.
    Reports(Reports),
    /// Who has made the optional declarations of a treaty, and how many more bring an article into force.
    Declarations(Declarations),
    /// Reservations, objections, opt-outs and other statements towards a treaty, and what has become of them.
    Statements(Statements),
    /// Whether a treaty is in force between two States, since when, and under which reservations.
    Pair(Pair),
    /// Every day to come that follows from the record: reports, elections, terms, denunciation, revision.
    Calendar(Calendar),
    /// What resolutions ask of whom, how it stands, and by which record it was discharged.
    Mandates(Mandates),
    /// Compare a published text with the register: each claim that it makes, and whether the register agrees.
    Reconcile(Reconcile),
    /// What was done to promote treaties: by whom, when, and which request it serves.
    Activities(Activities),
    /// What was believed when: how each thing recorded changed the answer about a treaty, or a State's part in one.
    History(History),
    /// What differs between two days, or between two points of the register.
    Diff(Diff),
    /// Derive the entry into force of every treaty and compare it with the published date.
    CheckTreaties(CheckTreaties),
    /// Write a report from its definition.
    Report(Report),
    /// Check the whole register against its log, or one proof with nothing but a public key.
    Verify(Verify),
    /// Print the register's last checkpoint: a signed note that stands for everything recorded.
    Checkpoint(Checkpoint),
    /// Write the proof of an entry: a file that anybody can check without the register.
    Prove(Prove),
    /// Get a paper that an entry rests on, checked against its hash.
    Attachment(Attachment),
    /// Write the log as plain files, which any web server can hand out.
    Tiles(Tiles),
    /// Be a witness: cosign what logs show to have lost nothing.
    Witness(Witness),
    /// Have a witness cosign the register's last checkpoint.
    Cosign(Cosign),
    /// Keep a snapshot beside a large register, so that it is ready sooner.
    Snapshot,
    /// Copy the register to another place, verifying both.
    Copy(Copy),
    /// Write a verified copy of the register to a file, while it is in use.
    Backup(Backup),
    /// Make the register again from a copy, verifying both.
    Restore(Restore),
    /// Bring a register that an older depositary made forward to this one's format.
    Migrate(Migrate),
    /// Sign with a new key from now on.
    ReplaceKey(ReplaceKey),
    /// Show what was said in confidence with an entry.
    Disclose(Disclose),
    /// Erase what was said in confidence with an entry, for good.
    Erase(Erase),
    /// Serve the public pages.
    Serve(Serve),
    /// Print completions for a shell.
    Completions(Completions),
    /// Write the manual pages.
    Man(Man),
}

/// Which day, and which point of the register, a question is about.
#[derive(Debug, Clone, Args)]
pub struct Question {
    /// The day that the question is about; today, if not given.
    #[arg(long, value_name = "DATE")]
    pub as_at: Option<AsAt>,
    /// Look only at what had been recorded by a moment, a day (its end), an entry's number or a checkpoint.
    #[arg(long, value_name = "MOMENT|DATE|ENTRY|FILE", default_value = "all", hide_default_value = true)]
    pub known_at: Point,
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
    /// The files are its declarations and reservations instead, as the Treaty Collection prints them (`#State`, and text).
    #[arg(long, requires = "treaty")]
    pub declarations: bool,
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
    pub accompanying: Accompanying,
    #[command(flatten)]
    pub recorder: Recorder,
}

/// Where the register is published.
#[derive(Debug, Clone, Args)]
pub struct Site {
    /// The public address of the register's pages: the code on a paper leads there. Without it, the code holds the
    /// checkpoint itself.
    #[arg(long, value_name = "URL", env = "DEPOSITARY_SITE")]
    pub site: Option<String>,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct Report {
    /// The definition: the name of a packaged one, or a file (.toml); or a locked report (.json).
    pub definition: String,
    /// The treaty, where the definition leaves it open.
    #[arg(long, value_name = "TREATY")]
    pub treaty: Option<String>,
    /// The State, by code or by any of its names, where the definition leaves it open.
    #[arg(long, value_name = "STATE")]
    pub state: Option<String>,
    #[command(flatten)]
    pub question: Question,
    /// An editor's draft (.toml): made if it is missing, and otherwise brought up to date with the register. The editor's
    /// words stay, the figures among them move, and what changed is told.
    #[arg(long, value_name = "FILE")]
    pub draft: Option<PathBuf>,
    /// Locks the report to this point of the record, in a file (.json) from which it is made again to the same text for
    /// ever.
    #[arg(long, value_name = "FILE")]
    pub lock: Option<PathBuf>,
    #[command(flatten)]
    pub site: Site,
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

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where to serve.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: std::net::SocketAddr,
    #[command(flatten)]
    pub site: Site,
    /// A folder of published texts, which the pages show side by side with what the register says.
    #[arg(long, value_name = "DIR")]
    pub texts: Option<PathBuf>,
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
