//! The published texts that the pages show beside what the register says: the files of one folder, and nothing else.

use std::path::PathBuf;

use law::calendar::AsAt;
use law::record::Record;
use reconcile::source::SourceText;
use site::{ComparedText, SourceError};

use crate::bounded::read_at_most;

/// A folder of published texts.
#[derive(Debug, Default)]
pub struct ServedTexts {
    folder: Option<PathBuf>,
}

impl ServedTexts {
    /// The texts of a folder; of none, no texts.
    pub fn of(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// The names of the files, in order. What can't be listed is not there.
    pub fn names(&self) -> Vec<String> {
        let Some(listed) = self.folder.as_ref().and_then(|folder| std::fs::read_dir(folder).ok()) else {
            return Vec::new();
        };
        let files = listed.filter_map(Result::ok).filter(|file| file.file_type().is_ok_and(|kind| kind.is_file()));
        let mut names: Vec<String> = files.filter_map(|file| file.file_name().into_string().ok()).collect();
        names.retain(|name| !name.starts_with('.'));
        names.sort();
        names
    }

    /// A text of that very name compared with the register.
    ///
    /// # Errors
    /// When the file can't be read, or is no text.
    pub fn compared(
        &self,
        name: &str,
        as_at: Option<AsAt>,
        record: &Record,
    ) -> Result<Option<ComparedText>, SourceError> {
        // Only what is listed is opened, so that no name leads out of the folder.
        let Some(folder) = self.folder.as_ref().filter(|_| self.names().iter().any(|listed| listed == name)) else {
            return Ok(None);
        };
        let fault = |what: &dyn std::fmt::Display| SourceError::new(format!("{name}: {what}"));
        let bytes = read_at_most(&folder.join(name), reconcile::source::LARGEST).map_err(|error| fault(&error))?;
        let text = SourceText::read(&bytes).map_err(|error| fault(&error))?;
        let question = reconcile::Question { as_at: as_at.map(AsAt::day), treaty: None };
        let answer = reconcile::reconcile_text(name, &text, record, question);
        Ok(Some(ComparedText { answer, text }))
    }
}
