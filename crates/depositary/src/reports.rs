//! Reports: finding a definition, composing it, writing it in a form.

use law::calendar::AsAt;
use law::record::Record;
use papers::proof::Proof;
use papers::report::{Definition, compose};
use register::Register;

use crate::arguments::PaperFormat;
use crate::failure::Failure;
use crate::packaged::REPORTS;

/// The packaged definitions.
pub fn definitions() -> Result<Vec<Definition>, Failure> {
    REPORTS.iter().map(|file| Ok(exchange::toml_file::read_as(file.name, file.text)?)).collect()
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
        return Ok(exchange::toml_file::read_as(asked, &text)?);
    }
    let names: Vec<&str> = packaged.iter().map(|definition| definition.report.as_str()).collect();
    let near = law::nearest::nearest(asked, names.iter().copied(), 1);
    let meant = near.first().map(|near| format!("; did you mean {near}?")).unwrap_or_default();
    Err(Failure::Said(format!(
        "there is no report definition `{asked}`{meant} Packaged: {}. Or name a definition's file, ending in .toml",
        names.join(", ")
    )))
}

/// The proof that a paper carries: the checkpoint that covers everything that it was made from. It is the same for
/// ever, whatever is recorded or witnessed later.
pub fn proof(register: &mut Register, record: &Record, site: Option<&str>) -> Result<Option<Proof>, Failure> {
    let Some((entries, _)) = record.last() else { return Ok(None) };
    let checkpoint = register.bare_checkpoint_of(entries)?;
    let link = site.map(|site| format!("{}/log/checkpoint/{entries}", site.trim_end_matches('/')));
    Ok(Some(Proof { checkpoint, link, entries }))
}

/// A report in one of its forms.
pub fn render(
    definition: &Definition,
    record: &Record,
    as_at: Option<AsAt>,
    proof: Option<Proof>,
    format: PaperFormat,
) -> Result<Vec<u8>, Failure> {
    let mut document = compose(definition, record, as_at)?;
    document.proof = proof;
    Ok(match format {
        PaperFormat::Html => papers::html::render(&document).into_bytes(),
        PaperFormat::Pdf => papers::pdf::render(&document, &definition.imprint(as_at.unwrap_or(definition.as_at)))?,
    })
}
