//! The transparency log of a register: what lets anybody check, without trusting whoever keeps it, that an entry is on
//! record and that nothing on record was changed or taken away.
//!
//! Every entry's canonical form is a leaf of a Merkle tree ([`tree`], RFC 6962). The keeper signs the tree's size and
//! root ([`checkpoint`], [`note`]), witnesses sign that they saw it ([`cosignature`]), and the proof of one
//! entry fits in a small text file ([`proof_file`]). The forms are those of C2SP, the Community Cryptography
//! Specification Project, so that other people's tools read them: signed-note, tlog-checkpoint, tlog-cosignature,
//! tlog-proof, tlog-tiles and tlog-witness.

pub mod add_checkpoint;
pub mod bundle;
pub mod checkpoint;
pub mod cosignature;
mod encoding;
pub mod hash_lines;
pub mod note;
pub mod proof;
pub mod proof_file;
pub mod tile;
pub mod tree;

pub use add_checkpoint::{AddCheckpoint, AddCheckpointError};
pub use bundle::{BundleError, decode_bundle, encode_bundle};
pub use checkpoint::{Checkpoint, CheckpointError};
pub use cosignature::{CosignatureError, cosign, cosigned_at};
pub use hash_lines::{HashLinesError, read_hashes, write_hashes};
pub use note::{KeyError, KeyId, Note, NoteError, NoteSignature, SignatureType, SigningKey, VerifierKey};
pub use proof::{PathError, verify_consistency, verify_inclusion};
pub use proof_file::{ProofError, ProofFile, Proven};
pub use tile::{TileError, TilePath};
pub use tree::{Frontier, FrontierError, Tree, TreeError, empty_root, leaf_hash, node_hash};
