//! Cosignatures: a witness's word that, at some time, it had seen a log grow to a checkpoint and lose nothing. C2SP
//! tlog-cosignature, version 1 with Ed25519.

use crate::log::checkpoint::{Checkpoint, CheckpointError};
use crate::log::note::{Note, NoteError, NoteSignature, SignatureType, SigningKey, VerifierKey};

/// A cosignature can't be made, or does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CosignatureError {
    /// The witness did not sign the checkpoint, or what is said to be its signature is not.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// What is cosigned is no checkpoint.
    #[error("only checkpoints are cosigned: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// The time is out of range.
    #[error("{time} is not a time at which anybody cosigns: expected seconds since 1970, at most {}", i64::MAX)]
    Time {
        /// The time.
        time: u64,
    },
    /// The key is a log's.
    #[error("{name} is not the key of a witness, which is of type 0x04; ask the witness for its key")]
    LogKey {
        /// The key's name.
        name: String,
    },
}

/// Cosigns a checkpoint: says that the witness saw it at that time, in seconds since 1970, and that it is consistent
/// with every checkpoint of that log which the witness cosigned before. To see to that, and to the log's own signature,
/// is up to who calls this. The cosignature is checked with [`SigningKey::witness`].
///
/// # Errors
/// [`CosignatureError`] when the note is not a checkpoint, or the time is out of range.
pub fn cosign(checkpoint: &Note, witness: &SigningKey, time: u64) -> Result<NoteSignature, CosignatureError> {
    let _: Checkpoint = checkpoint.text().parse()?;
    if !is_time(time) {
        return Err(CosignatureError::Time { time });
    }
    let signature = witness.sign(message(checkpoint.text(), time).as_bytes());
    Ok(NoteSignature::new(&witness.witness(), [&time.to_be_bytes()[..], &signature].concat()))
}

/// When a witness cosigned a checkpoint, in seconds since 1970: the latest time, if it did so more than once.
///
/// # Errors
/// [`CosignatureError`] when the note is not a checkpoint, the witness did not cosign it, or the key is a log's.
pub fn cosigned_at(checkpoint: &Note, witness: &VerifierKey) -> Result<u64, CosignatureError> {
    if witness.signatures() != SignatureType::Cosignature {
        return Err(CosignatureError::LogKey { name: witness.name().to_owned() });
    }
    let _: Checkpoint = checkpoint.text().parse()?;
    checkpoint.verified_by(witness)?;
    let own = checkpoint.signatures().iter().filter(|signature| signature.is_by(witness));
    let latest = own.filter_map(|signature| split(signature.bytes())).map(|(time, _)| time).max();
    latest.ok_or_else(|| NoteError::NotBy { name: witness.name().to_owned(), id: witness.id() }.into())
}

/// What a witness signs: a header, which keeps it from being taken for the log's signature, the time, and the text.
pub(super) fn message(text: &str, time: u64) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// The time and the signature proper in a cosignature's bytes.
pub(super) fn split(cosignature: &[u8]) -> Option<(u64, &[u8])> {
    let (time, signature) = cosignature.split_first_chunk()?;
    let time = u64::from_be_bytes(*time);
    is_time(time).then_some((time, signature))
}

fn is_time(time: u64) -> bool {
    i64::try_from(time).is_ok()
}
