//! The command line, as people type it.

mod publishing;

pub use publishing::{Accompanying, Attachment, Cosign, Tiles, Witness};

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use law::calendar::AsAt;
use register::Location;

use crate::point::Point;
use crate::range::Points;

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
    /// Every day to come that follows from the record: reports, elections, terms, denunciation, revision.
    Calendar(Calendar),
    /// What resolutions ask of whom, how it stands, and by which record it was discharged.
    Mandates(Mandates),
    /// Compare a published text with the register: each claim that it makes, and whether the register agrees.
    Reconcile(Reconcile),
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

/// Arguments of `committee`.
#[derive(Debug, Args)]
pub struct Committee {
    /// The treaty that set the body up, such as IV-13.
    pub treaty: String,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `history`.
#[derive(Debug, Args)]
pub struct History {
    /// The treaty, such as IV-13.
    pub treaty: String,
    /// The State, by code or by any of its names; without one, the history is of the treaty itself.
    pub state: Option<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub struct Diff {
    /// The treaty, such as IV-13; without one, all treaties are compared.
    pub treaty: Option<String>,
    /// The State, by code or by any of its names: only its part is compared.
    pub state: Option<String>,
    /// The day that is asked about, or two days to compare; one left out is today.
    #[arg(long, value_name = "DATE[..DATE]", value_parser = as_at_points)]
    pub as_at: Option<Points<AsAt>>,
    /// What had been recorded by a moment, a day (its end) an entry's number or a checkpoint; or two of these to compare. One left out is
    /// everything recorded.
    #[arg(long, value_name = "POINT[..POINT]", default_value = "all", hide_default_value = true, value_parser = known_at_points)]
    pub known_at: Points<Point>,
    #[command(flatten)]
    pub printed: Printed,
}

fn as_at_points(text: &str) -> Result<Points<AsAt>, String> {
    Points::read(text, str::parse::<AsAt>)
}

fn known_at_points(text: &str) -> Result<Points<Point>, String> {
    Points::read(text, str::parse)
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

/// Where the register is published.
#[derive(Debug, Clone, Args)]
pub struct Site {
    /// The public address of the register's pages: the code on a paper leads there. Without it, the code holds the
    /// checkpoint itself.
    #[arg(long, value_name = "URL", env = "DEPOSITARY_SITE")]
    pub site: Option<String>,
}

/// Arguments of `reports`.
#[derive(Debug, Args)]
pub struct Reports {
    /// The treaty, such as IV-13; without one, name a State with --state.
    pub treaty: Option<String>,
    /// Only the reports of this State, by code or by any of its names.
    pub state: Option<String>,
    /// The reports of this State under every treaty, or under the one named.
    #[arg(long = "state", value_name = "STATE", conflicts_with = "state")]
    pub of_state: Option<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `declarations`.
#[derive(Debug, Args)]
pub struct Declarations {
    /// The treaty, such as IV-13.
    pub treaty: String,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `reconcile`.
#[derive(Debug, Args)]
pub struct Reconcile {
    /// The text: plain (UTF-8), HTML, DOCX or PDF, in English, French or Spanish.
    pub file: PathBuf,
    /// The treaty that it is about, such as IV-13; without it, the treaty that it names most often.
    #[arg(long)]
    pub treaty: Option<String>,
    /// The day as at which it speaks, where it does not say so itself; without it, the day of its issue.
    #[arg(long, value_name = "DATE")]
    pub as_at: Option<AsAt>,
    /// Look only at what had been recorded by a moment, a day (its end), an entry's number or a checkpoint.
    #[arg(long, value_name = "MOMENT|DATE|ENTRY|FILE", default_value = "all", hide_default_value = true)]
    pub known_at: Point,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `mandates`.
#[derive(Debug, Args)]
pub struct Mandates {
    /// The resolution, such as 57/201; without one, all resolutions.
    pub resolution: Option<String>,
    /// Only what is still to be done.
    #[arg(long)]
    pub open: bool,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `calendar`.
#[derive(Debug, Args)]
pub struct Calendar {
    /// The treaty, such as IV-13; without one, all treaties.
    pub treaty: Option<String>,
    /// Only what concerns this State, by code or by any of its names.
    #[arg(long, value_name = "STATE")]
    pub state: Option<String>,
    #[command(flatten)]
    pub question: Question,
    /// The first day shown; the day that the question is about, if not given.
    #[arg(long, value_name = "DATE")]
    pub from: Option<AsAt>,
    /// The last day shown.
    #[arg(long, visible_alias = "to", value_name = "DATE")]
    pub until: Option<AsAt>,
    /// The form of the calendar.
    #[arg(long, value_enum, default_value_t = CalendarFormat::Table)]
    pub format: CalendarFormat,
}

/// How a calendar is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CalendarFormat {
    /// For people.
    Table,
    /// For programs: the stable shapes.
    Json,
    /// For spreadsheets.
    Csv,
    /// For calendar programs (RFC 5545).
    Ics,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct Report {
    /// The definition: the name of a packaged one, or a file.
    pub definition: String,
    #[command(flatten)]
    pub question: Question,
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

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// A proof to check, instead of the register.
    #[arg(value_name = "PROOF", requires = "public_key")]
    pub proof: Option<PathBuf>,
    /// A checkpoint of the register, from any time: its entries must still be there.
    #[arg(long, value_name = "FILE", conflicts_with = "proof")]
    pub checkpoint: Option<PathBuf>,
    /// The public key of the register, or a file that holds it. A proof needs it; without it, a register is checked
    /// against the key that it names itself.
    #[arg(long, value_name = "KEY|FILE", env = "DEPOSITARY_PUBLIC_KEY")]
    pub public_key: Option<String>,
    /// Check every attachment too: where they are kept if nothing is named, or in another place.
    #[arg(
        long,
        value_name = "FOLDER|URL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "",
        conflicts_with = "proof"
    )]
    pub attachments: Option<String>,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `checkpoint`.
#[derive(Debug, Args)]
pub struct Checkpoint {
    /// The first checkpoint that covers so many entries, instead of the last.
    #[arg(long, value_name = "ENTRIES")]
    pub of: Option<u64>,
    /// Print the register's public key instead.
    #[arg(long, conflicts_with = "of")]
    pub public_key: bool,
    /// The file to write; printed, if not given.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Arguments of `prove`.
#[derive(Debug, Args)]
pub struct Prove {
    /// The entry's number.
    #[arg(value_name = "ENTRY")]
    pub entry: u64,
    /// The file to write; printed, if not given.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Arguments of `copy`.
#[derive(Debug, Args)]
pub struct Copy {
    /// Where to: an address like that of --register, where there is nothing yet.
    #[arg(value_name = "URL")]
    pub to: Location,
}

/// Arguments of `backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write, which must not be there yet.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Arguments of `restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// The copy.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// A checkpoint that the copy must not be older than.
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,
}

/// Arguments of `migrate`.
#[derive(Debug, Args)]
pub struct Migrate {
    #[command(flatten)]
    pub recorder: Recorder,
}

/// Arguments of `replace-key`.
#[derive(Debug, Args)]
pub struct ReplaceKey {
    /// Why: this is recorded.
    #[arg(long, value_name = "REASON")]
    pub because: String,
    #[command(flatten)]
    pub recorder: Recorder,
}

/// Arguments of `disclose`.
#[derive(Debug, Args)]
pub struct Disclose {
    /// The entry's number.
    #[arg(value_name = "ENTRY")]
    pub entry: u64,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `erase`.
#[derive(Debug, Args)]
pub struct Erase {
    /// The entry's number.
    #[arg(value_name = "ENTRY")]
    pub entry: u64,
    /// The commitment, when the entry has several.
    #[arg(long, value_name = "HASH")]
    pub commitment: Option<String>,
    /// On what ground: this is recorded.
    #[arg(long, value_name = "REASON")]
    pub because: String,
    #[command(flatten)]
    pub recorder: Recorder,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where to serve.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: std::net::SocketAddr,
    #[command(flatten)]
    pub site: Site,
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
