//! `report`: a paper from its definition, from an editor's draft, or as it was locked.

use std::io::Write;
use std::path::Path;

use papers::editing::{Difference, Draft};
use papers::report::{Asked, Composition, Definition};
use register::{Location, Register};

use super::Answer;
use crate::arguments::{self, PaperFormat};
use crate::failure::Failure;
use crate::reports::Lock;
use crate::{clock, printing, reports};

/// Writes the report.
pub fn run(location: &Location, asked: &arguments::Report) -> Result<Answer, Failure> {
    if Path::new(&asked.definition).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        return as_locked(location, asked);
    }
    let definition = reports::definition(&asked.definition)?;
    let record = super::record(location, &asked.question)?;
    let mut register = Register::open(location)?;
    let question = question(asked, &definition, &record)?;
    let mut composition = reports::composed(&definition, &record, &question)?;
    if let Some(path) = &asked.draft {
        composition = drafted(path, composition, &definition, &question, &record)?;
    }
    let mut document = composition.document();
    if let Some(path) = &asked.lock {
        let as_at = definition.day(question.as_at, clock::today());
        Lock::of(&definition, &document, as_at, &record, &mut register)?.write(path)?;
        printing::remark(&format!("locked in {}", path.display()));
    }
    document.proof = reports::proof(&mut register, &record, asked.site.site.as_deref())?;
    let paper = || reports::rendered(&document, &reports::imprint(&definition, &question), asked.format);
    // A draft or a lock was what was asked for; the paper only if a file is named for it.
    match &asked.out {
        None if asked.draft.is_some() || asked.lock.is_some() => {}
        _ => put_out(&paper()?, asked)?,
    }
    Ok(Answer::Done)
}

/// What the arguments ask beyond the definition.
fn question(
    asked: &arguments::Report,
    definition: &Definition,
    record: &law::record::Record,
) -> Result<Asked, Failure> {
    let treaty = asked.treaty.as_ref().map(|treaty| record.treaty(treaty)).transpose()?;
    let as_at = definition.day(asked.question.as_at, clock::today());
    let resolve = |state: &String| record.parties.resolve(state, Some(as_at.day()));
    let state = asked.state.as_ref().map(resolve).transpose()?;
    Ok(Asked {
        as_at: asked.question.as_at,
        treaty: treaty.map(|treaty| treaty.treaty.treaty.clone()),
        state: state.map(|state| record.code(state)),
    })
}

/// The report with the editor's words in it; what changed is told.
fn drafted(
    path: &Path,
    composition: Composition,
    definition: &Definition,
    question: &Asked,
    record: &law::record::Record,
) -> Result<Composition, Failure> {
    let entries = record.last().map_or(0, |(entry, _)| entry);
    let mut fresh = Draft::of(&composition, definition.day(question.as_at, clock::today()), entries);
    (fresh.treaty, fresh.state) = (question.treaty.clone(), question.state);
    let (composition, differences) = reports::brought_up_to_date(path, composition, fresh)?;
    match differences {
        None => printing::remark(&format!("wrote the draft {}; change its texts, and give it again", path.display())),
        Some(differences) => tell(&differences, path),
    }
    Ok(composition)
}

fn tell(differences: &[Difference], path: &Path) {
    if differences.is_empty() {
        printing::remark(&format!("{}: the register says nothing else than before", path.display()));
    }
    for difference in differences {
        printing::remark(&difference.to_string());
    }
}

/// A locked report, as it was locked.
fn as_locked(location: &Location, asked: &arguments::Report) -> Result<Answer, Failure> {
    let question = &asked.question;
    let otherwise = question.as_at.is_some()
        || question.known_at != crate::point::Point::Known(law::record::KnownAt::Everything)
        || asked.treaty.is_some()
        || asked.state.is_some()
        || asked.draft.is_some()
        || asked.lock.is_some();
    if otherwise {
        return Err(Failure::Said(
            "a locked report is as it was locked: it takes no --as-at, --known-at, --treaty, --state, --draft or --lock"
                .to_owned(),
        ));
    }
    let mut register = Register::open(location)?;
    let lock = reports::locked(Path::new(&asked.definition), &mut register, asked.site.site.as_deref())?;
    put_out(&reports::rendered(&lock.document, &lock.imprint(), asked.format)?, asked)?;
    Ok(Answer::Done)
}

fn put_out(paper: &[u8], asked: &arguments::Report) -> Result<(), Failure> {
    match &asked.out {
        Some(path) => write_whole(path, paper),
        None if asked.format == PaperFormat::Pdf && printing::to_a_screen() => {
            Err(Failure::Said("a PDF is not for the screen: name a file with --out".to_owned()))
        }
        None => printing::bytes(paper),
    }
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
