//! What keeps a register: checks, proofs, copies, keys, confidences.

use std::path::PathBuf;

use clap::Args;
use register::Location;

use super::{Printed, Recorder};

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
