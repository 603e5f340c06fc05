//! What can go wrong with a command, and the exit code that says so.

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

use register::RegisterError;

/// A command that was not carried out.
#[derive(Debug)]
pub enum Failure {
    /// The register can't be made, read or added to.
    Register(RegisterError),
    /// Files have faults; all of them are listed and nothing was recorded.
    Files(Vec<exchange::Fault>),
    /// Something else that a person can put right.
    Said(String),
}

impl Failure {
    /// A failure to read or write a file.
    pub fn file(path: &Path, doing: &str, error: &std::io::Error) -> Self {
        Self::Said(format!("{} can't be {doing}: {error}", path.display()))
    }

    /// Bad input or usage, in every case.
    pub fn exit_code() -> ExitCode {
        ExitCode::from(2)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Register(error) => error.fmt(f),
            Self::Said(message) => f.write_str(message),
            Self::Files(faults) => {
                for fault in faults {
                    writeln!(f, "{fault}")?;
                }
                let (number, noun) = (faults.len(), if faults.len() == 1 { "fault" } else { "faults" });
                write!(f, "{number} {noun}; nothing was recorded")
            }
        }
    }
}

impl From<RegisterError> for Failure {
    fn from(error: RegisterError) -> Self {
        Self::Register(error)
    }
}

/// Whatever explains itself to a person.
macro_rules! said {
    ($($error:ty),*) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::Said(error.to_string())
            }
        })*
    };
}

said!(
    law::record::UnknownTreaty,
    law::party::UnknownParty,
    papers::report::ReportError,
    papers::pdf::PdfError,
    register::KeyFileError,
    register::PublishingError,
    register::attachments::AttachmentError,
    register::attachments::CheckError,
    register::witness::MemoryError,
    register::log::CheckpointError,
    register::log::KeyError,
    register::log::NoteError,
    register::log::ProofError,
    serde_json::Error,
    csv::Error,
    exchange::Fault
);
