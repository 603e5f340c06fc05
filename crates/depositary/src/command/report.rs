//! `report`: a paper from its definition.

use std::io::Write;
use std::path::Path;

use register::{Location, Register};

use super::Answer;
use crate::arguments::{self, PaperFormat};
use crate::failure::Failure;
use crate::{printing, reports};

/// Writes the report.
pub fn run(location: &Location, asked: &arguments::Report) -> Result<Answer, Failure> {
    let definition = reports::definition(&asked.definition)?;
    let record = super::record(location, &asked.question)?;
    let proof = reports::proof(&mut Register::open(location)?, &record, asked.site.site.as_deref())?;
    let paper = reports::render(&definition, &record, asked.question.as_at, proof, asked.format)?;
    match &asked.out {
        Some(path) => write_whole(path, &paper)?,
        None if asked.format == PaperFormat::Pdf && printing::to_a_screen() => {
            return Err(Failure::Said("a PDF is not for the screen: name a file with --out".to_owned()));
        }
        None => printing::bytes(&paper)?,
    }
    Ok(Answer::Done)
}

/// Writes a file, whole or not at all: a reader never finds half a paper under its name.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fault = |error: std::io::Error| Failure::file(path, "written", &error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(fault)?;
    file.write_all(bytes).map_err(fault)?;
    readable_by_all(file.as_file()).map_err(fault)?;
    file.persist(path).map_err(|error| fault(error.error))?;
    Ok(())
}

/// A temporary file is made for its owner's eyes only; a paper is for everybody's.
fn readable_by_all(file: &std::fs::File) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    file.sync_all()
}
