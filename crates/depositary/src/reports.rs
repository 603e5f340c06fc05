//! Reports: finding a definition, composing it, writing it in a form.

use law::calendar::AsAt;
use law::record::Record;
use papers::report::{Definition, compose};

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

/// A report in one of its forms.
pub fn render(
    definition: &Definition,
    record: &Record,
    as_at: Option<AsAt>,
    format: PaperFormat,
) -> Result<Vec<u8>, Failure> {
    let document = compose(definition, record, as_at)?;
    Ok(match format {
        PaperFormat::Html => papers::html::render(&document).into_bytes(),
        PaperFormat::Pdf => papers::pdf::render(&document, &definition.imprint(as_at.unwrap_or(definition.as_at)))?,
    })
}
