//! Asking a witness for its cosignature.

use crate::log::{
    AddCheckpoint, Checkpoint, CosignatureError, Note, NoteError, NoteSignature, TreeError, VerifierKey, cosigned_at,
};
use crate::register::Log;
use crate::web_client::{client_for, without_address};

/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 64 * 1024;

/// There is no cosignature.
#[derive(Debug, thiserror::Error)]
pub enum AskingError {
    /// The witness can't be asked.
    #[error("the witness at {witness} can't be asked: {because}")]
    Unreachable {
        /// Its address.
        witness: String,
        /// Why.
        because: String,
    },
    /// The witness answered otherwise than the specification has it.
    #[error("the witness at {witness} refuses, with status {status}: {said}")]
    Refused {
        /// Its address.
        witness: String,
        /// The status.
        status: u16,
        /// What it says.
        said: String,
    },
    /// The witness has seen more than there is.
    #[error(
        "the witness has seen {known} entries of this log, and the register holds {size}: the register has been rolled \
         back. Restore it from a copy that is not older"
    )]
    Ahead {
        /// How many the witness has seen.
        known: u64,
        /// How many there are.
        size: u64,
    },
    /// The witness has seen something else.
    #[error(
        "the witness has seen {known} entries of this log, and they are not the first {known} of this register: one of \
         them has another past. Run `depositary verify` with a checkpoint from elsewhere"
    )]
    OtherPast {
        /// How many the witness has seen.
        known: u64,
    },
    /// What the witness answered is no cosignature of it.
    #[error("the answer of the witness holds no cosignature with its key: {0}")]
    NotCosigned(#[from] CosignatureError),
    /// The register's own checkpoint or tree is at fault.
    #[error("the register's checkpoint can't be shown to a witness: {0}")]
    Own(String),
}

impl From<TreeError> for AskingError {
    fn from(error: TreeError) -> Self {
        Self::Own(error.to_string())
    }
}

/// A cosignature that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// How many entries the checkpoint covers.
    pub size: u64,
    /// When the witness signed, in seconds since 1970.
    pub time: u64,
    /// The line of the note.
    pub line: String,
}

/// Asks the witness at an address for its cosignature on the last checkpoint of a log, and checks it.
///
/// # Errors
/// [`AskingError`] when the witness can't be asked, refuses, or answers something else.
pub fn ask(address: &str, witness: &VerifierKey, log: &Log) -> Result<Cosigned, AskingError> {
    let own = |error: &dyn std::fmt::Display| AskingError::Own(error.to_string());
    let mut note: Note = log.checkpoint.parse().map_err(|error: NoteError| own(&error))?;
    let checkpoint: Checkpoint = note.text().parse().map_err(|error| own(&error))?;
    let size = checkpoint.size();
    let asking = Asking { address: address.trim_end_matches('/'), log, note: &note, size };
    // Who does not know what the witness cosigned last asks as if it were nothing, and is told.
    let answer = match asking.post(0)? {
        Answer::Knows(known) if known > size => return Err(AskingError::Ahead { known, size }),
        Answer::Knows(known) => match asking.post(known)? {
            Answer::Cosigned(lines) => lines,
            Answer::NotConsistent => return Err(AskingError::OtherPast { known }),
            Answer::Knows(same) if same == known => return Err(AskingError::OtherPast { known }),
            Answer::Knows(_) => {
                let because = "somebody else has it cosign this log at the same time; try again".to_owned();
                return Err(AskingError::Unreachable { witness: address.to_owned(), because });
            }
        },
        Answer::NotConsistent => return Err(AskingError::OtherPast { known: 0 }),
        Answer::Cosigned(lines) => lines,
    };
    let is_own = |signature: &NoteSignature| signature.is_by(witness);
    let line = answer.lines().filter_map(|line| line.parse::<NoteSignature>().ok()).find(is_own);
    let line = line.ok_or_else(|| not_by(witness))?;
    note.add(line.clone()).map_err(CosignatureError::from)?;
    let time = cosigned_at(&note, witness)?;
    Ok(Cosigned { size, time, line: line.to_string() })
}

fn not_by(witness: &VerifierKey) -> CosignatureError {
    NoteError::NotBy { name: witness.name().to_owned(), id: witness.id() }.into()
}

/// What is asked.
struct Asking<'a> {
    address: &'a str,
    log: &'a Log,
    note: &'a Note,
    size: u64,
}

/// What a witness says.
enum Answer {
    /// The lines of its cosignatures.
    Cosigned(String),
    /// Another size is what it cosigned last.
    Knows(u64),
    /// What it cosigned last does not go on to this.
    NotConsistent,
}

impl Asking<'_> {
    fn post(&self, old: u64) -> Result<Answer, AskingError> {
        let proof = self.log.tree.consistency(old, self.size)?;
        let request = AddCheckpoint { old, proof, checkpoint: self.note.clone() };
        let unreachable = |error: ureq::Error| AskingError::Unreachable {
            witness: self.address.to_owned(),
            because: without_address(error),
        };
        let client = client_for(self.address);
        let mut response = client
            .post(format!("{}/add-checkpoint", self.address))
            .header("Content-Type", "text/plain; charset=utf-8")
            .send(request.to_string())
            .map_err(unreachable)?;
        let status = response.status().as_u16();
        let said = response.body_mut().with_config().limit(LONGEST_ANSWER).read_to_string().map_err(unreachable)?;
        match (status, said.trim().parse()) {
            (200, _) => Ok(Answer::Cosigned(said)),
            (409, Ok(known)) => Ok(Answer::Knows(known)),
            (422, _) => Ok(Answer::NotConsistent),
            _ => {
                let said: String = said.chars().filter(|c| !c.is_control()).take(200).collect();
                Err(AskingError::Refused { witness: self.address.to_owned(), status, said })
            }
        }
    }
}
