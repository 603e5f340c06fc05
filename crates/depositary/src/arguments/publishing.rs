//! What concerns the log's publication and witnesses, and attachments.

use std::path::PathBuf;

use clap::Args;

/// Where attachments are kept.
#[derive(Debug, Args)]
pub struct AttachmentsAt {
    /// Where attachments are kept: a folder, or a bucket in S3-compatible storage, written s3: and two slashes,
    /// bucket/prefix?endpoint=…&region=…; a folder beside the register, if not given.
    #[arg(long, value_name = "FOLDER|URL", env = "DEPOSITARY_ATTACHMENTS")]
    pub attachments: Option<String>,
}

/// What an entry is recorded with.
#[derive(Debug, Args)]
pub struct Accompanying {
    /// A paper that it rests on, such as the scanned instrument: it is kept with the attachments.
    #[arg(long = "attach", value_name = "FILE")]
    pub attach: Vec<PathBuf>,
    /// Words kept in confidence: a label, which is public, and the file that holds them (- for standard input).
    #[arg(long = "confide", value_name = "LABEL=FILE")]
    pub confide: Vec<String>,
    #[command(flatten)]
    pub at: AttachmentsAt,
}

/// Arguments of `attachment`.
#[derive(Debug, Args)]
pub struct Attachment {
    /// The entry's number.
    #[arg(value_name = "ENTRY")]
    pub entry: u64,
    /// The attachment's hash, or its beginning, when the entry has several.
    #[arg(value_name = "SHA256")]
    pub sha256: Option<String>,
    /// The file to write; printed, if not given.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub at: AttachmentsAt,
}

/// Arguments of `tiles`.
#[derive(Debug, Args)]
pub struct Tiles {
    /// The folder: empty, or with what was published of this log before.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

/// Arguments of `witness`.
#[derive(Debug, Args)]
pub struct Witness {
    /// Where to listen.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8081")]
    pub listen: std::net::SocketAddr,
    /// The file with the witness's secret key; it is made if it is missing.
    #[arg(long = "witness-key", value_name = "FILE", default_value = "witness.key")]
    pub secret: PathBuf,
    /// The witness's name in a new key.
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// The public key of a log to be a witness of, or a file that holds it.
    #[arg(long = "log", required = true, value_name = "KEY|FILE")]
    pub logs: Vec<String>,
    /// The file in which the witness remembers what it signed. It must never be lost or go back while the key is used.
    #[arg(long, value_name = "FILE", default_value = "witness.state")]
    pub state: PathBuf,
}

/// Arguments of `cosign`.
#[derive(Debug, Args)]
pub struct Cosign {
    /// The witness's address, such as <https://witness.example.org>.
    #[arg(long, value_name = "URL")]
    pub witness: String,
    /// The witness's public key, or a file that holds it.
    #[arg(long, value_name = "KEY|FILE")]
    pub witness_key: String,
}
