//! Reports: finding a definition, composing it, writing it in a form.

mod drafts;
mod locks;

use exchange::{Fault, Place};
use law::record::Record;
use papers::document::Document;
use papers::pdf::Imprint;
use papers::proof::Proof;
use papers::report::{Asked, Composition, Definition, WrittenDefinition, compose};
use register::Register;

use crate::arguments::PaperFormat;
use crate::clock;
use crate::failure::Failure;
use crate::packaged::REPORTS;

pub use drafts::brought_up_to_date;
pub use locks::{Lock, locked};

/// The packaged definitions.
pub fn definitions() -> Result<Vec<Definition>, Failure> {
    let mut definitions: Vec<Definition> = Vec::new();
    let mut written: Vec<(&str, WrittenDefinition)> = Vec::new();
    for file in REPORTS {
        written.push((file.name, exchange::toml_file::read_as(file.name, file.text)?));
    }
    // Those that are like another come after it.
    written.sort_by_key(|(_, definition)| definition.like.is_some());
    for (name, one) in written {
        let completed = completed(name, one, &definitions)?;
        definitions.push(completed);
    }
    // Those of a day come first, and then those that are drawn up on any.
    definitions.sort_by(|one, other| (one.as_at.is_none(), &one.report).cmp(&(other.as_at.is_none(), &other.report)));
    Ok(definitions)
}

/// The definition with that name, or in that file.
pub fn definition(asked: &str) -> Result<Definition, Failure> {
    let packaged = definitions()?;
    if let Some(found) = packaged.iter().find(|definition| definition.report == asked) {
        return Ok(found.clone());
    }
    let path = std::path::Path::new(asked);
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
        let text = std::fs::read_to_string(path).map_err(|error| Failure::file(path, "read", &error))?;
        return Ok(completed(asked, exchange::toml_file::read_as(asked, &text)?, &packaged)?);
    }
    let names: Vec<&str> = packaged.iter().map(|definition| definition.report.as_str()).collect();
    let near = law::nearest::nearest(asked, names.iter().copied(), 1);
    let meant = near.first().map(|near| format!("; did you mean {near}?")).unwrap_or_default();
    Err(Failure::Said(format!(
        "there is no report definition `{asked}`{meant} Packaged: {}. Or name a definition's file, ending in .toml, or a locked report, ending in .json",
        names.join(", ")
    )))
}

/// A definition in full: what it does not say itself is as that one says it which it is like.
fn completed(file: &str, written: WrittenDefinition, others: &[Definition]) -> Result<Definition, Fault> {
    let at_fault = |field: &str, message: String, instead: Option<String>| Fault {
        place: Place::file(file),
        field: Some(field.to_owned()),
        message,
        instead,
    };
    let other = match &written.like {
        None => None,
        Some(like) => Some(others.iter().find(|other| other.report == *like).ok_or_else(|| {
            let names: Vec<&str> = others.iter().map(|other| other.report.as_str()).collect();
            let message = format!("there is no report definition `{like}` to be like");
            at_fault("like", message, Some(format!("one of {}", names.join(", "))))
        })?),
    };
    written.completed(other).map_err(|key| {
        let message = format!("the definition has no `{key}`, and is like no other that has one");
        at_fault(key, message, None)
    })
}

/// A report, composed as at the day asked for, at the day that its definition gives, or today.
pub fn composed(definition: &Definition, record: &Record, asked: &Asked) -> Result<Composition, Failure> {
    Ok(compose(definition, record, asked, clock::today())?)
}

/// What the report's file says about itself.
pub fn imprint(definition: &Definition, asked: &Asked) -> Imprint {
    definition.imprint(definition.day(asked.as_at, clock::today()))
}

/// The proof that a paper carries: the checkpoint that covers everything that it was made from. It is the same for
/// ever, whatever is recorded or witnessed later.
pub fn proof(register: &mut Register, record: &Record, site: Option<&str>) -> Result<Option<Proof>, Failure> {
    let Some((entries, _)) = record.last() else { return Ok(None) };
    proof_of(register, entries, site).map(Some)
}

/// The proof of a paper that was made from the first so many entries.
fn proof_of(register: &mut Register, entries: u64, site: Option<&str>) -> Result<Proof, Failure> {
    let checkpoint = register.bare_checkpoint_of(entries)?;
    let link = site.map(|site| format!("{}/log/checkpoint/{entries}", site.trim_end_matches('/')));
    Ok(Proof { checkpoint, link, entries })
}

/// A paper in one of its forms.
pub fn rendered(document: &Document, imprint: &Imprint, format: PaperFormat) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        PaperFormat::Html => papers::html::render(document).into_bytes(),
        PaperFormat::Pdf => papers::pdf::render(document, imprint)?,
    })
}
