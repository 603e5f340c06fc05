//! The log of a register in memory, as the command publishes one.

use law::entry::Entry;
use register::log::{Checkpoint, Note, ProofFile, SigningKey, TilePath, Tree, cosign, encode_bundle, leaf_hash};
use site::{LogKey, LogState, PublishedLog, SourceError};

/// A log that is made anew from the entries whenever it is asked.
pub(crate) struct LogOf {
    bodies: Vec<String>,
    key: SigningKey,
    witness: SigningKey,
    damaged: bool,
}

impl LogOf {
    pub(crate) fn entries(entries: &[Entry]) -> Self {
        let key = |name| SigningKey::generate(name).expect("a key");
        let bodies = entries.iter().map(|entry| register::canonical_form(entry).expect("canonical")).collect();
        Self { bodies, key: key("example.org/log"), witness: key("example.org/<witness>"), damaged: false }
    }

    pub(crate) fn damaged() -> Self {
        Self { damaged: true, ..Self::entries(&[]) }
    }

    pub(crate) fn public_key(&self) -> String {
        self.key.verifier().to_string()
    }

    fn tree(&self) -> Result<Tree, SourceError> {
        if self.damaged {
            return Err(SourceError::new("Entry 7 is not what was recorded: its <hash> differs"));
        }
        Ok(Tree::of(self.bodies.iter().map(|body| leaf_hash(body.as_bytes()))))
    }

    fn note(&self, size: u64) -> Result<Note, SourceError> {
        let root = self.tree()?.root(size).expect("a size that the tree had");
        let checkpoint = Checkpoint::new(self.key.name(), size, root).expect("a checkpoint");
        let mut note = checkpoint.sign(&self.key).expect("signed");
        note.add(cosign(&note, &self.witness, 1_800_000_000).expect("cosigned")).expect("short");
        Ok(note)
    }
}

impl PublishedLog for LogOf {
    fn state(&self) -> Result<LogState, SourceError> {
        let tree = self.tree()?;
        let entries = tree.size();
        Ok(LogState {
            origin: self.key.name().to_owned(),
            entries,
            root: tree.root(entries).expect("its own size").to_string(),
            checkpoint: self.note(entries)?.to_string(),
            witnesses: vec![self.witness.name().to_owned()],
            keys: vec![
                LogKey { key: "example.org/log+00000000+former".to_owned(), from: 1 },
                LogKey { key: self.public_key(), from: 3 },
            ],
        })
    }

    fn checkpoint_of(&self, entries: u64) -> Result<Option<String>, SourceError> {
        let covered = entries <= self.tree()?.size();
        covered.then(|| self.note(entries)).transpose().map(|note| note.map(|note| note.to_string()))
    }

    fn tile(&self, path: &str) -> Result<Option<Vec<u8>>, SourceError> {
        let tree = self.tree()?;
        let Ok(path) = path.parse::<TilePath>() else { return Ok(None) };
        if let Some(level) = path.level() {
            return Ok(tree.tile(level, path.index(), path.width()));
        }
        let Some(end) = path.needs().filter(|end| *end <= tree.size()) else { return Ok(None) };
        let end = usize::try_from(end).expect("few entries");
        let bodies = &self.bodies[end - usize::from(path.width())..end];
        Ok(Some(encode_bundle(bodies.iter().map(String::as_bytes)).expect("short entries")))
    }

    fn proof(&self, entry: u64) -> Result<Option<String>, SourceError> {
        let tree = self.tree()?;
        let Some(index) = entry.checked_sub(1).filter(|index| *index < tree.size()) else { return Ok(None) };
        let hashes = tree.inclusion(index, tree.size()).expect("an entry of it");
        let body = self.bodies[usize::try_from(index).expect("few entries")].clone().into_bytes();
        let proof = ProofFile::new(body, index, hashes, self.note(tree.size())?).expect("short");
        Ok(Some(proof.to_string()))
    }
}
