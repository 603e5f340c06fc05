//! Entries on their way from the thread that reads and checks them to the one that reads what they say.

use law::record::Gathering;

use crate::canonical::gather;
use crate::fault::RegisterError;
use crate::store::Row;

/// How many batches may wait: enough that neither thread stands idle, few enough that memory stays small.
pub(crate) const BATCHES_UNDER_WAY: usize = 8;

/// How many bytes make a batch.
const BATCH: usize = 256 * 1024;

/// The canonical forms of some entries, one after another.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    text: String,
    /// The number of each entry, and where its text ends.
    entries: Vec<(u64, usize)>,
}

impl Batch {
    pub(crate) fn add(&mut self, row: &Row<'_>) {
        self.text.push_str(row.body);
        self.entries.push((row.number, self.text.len()));
    }

    pub(crate) fn is_full(&self) -> bool {
        self.text.len() >= BATCH
    }

    /// Gathers the entries.
    pub(crate) fn gather(&self, gathering: &mut Gathering, place: &str) -> Result<(), RegisterError> {
        let mut start = 0;
        for (number, end) in &self.entries {
            let said = gather(&self.text[start..*end], gathering);
            let because = match said {
                Ok(said) if said == *number => None,
                Ok(said) => Some(format!("it says that it is entry {said}")),
                Err(error) => Some(format!("it can't be read: {error}")),
            };
            if let Some(because) = because {
                return Err(RegisterError::Damaged { place: place.to_owned(), entry: Some(*number), because });
            }
            start = *end;
        }
        Ok(())
    }
}
