//! Word documents: a zip archive in which `word/document.xml` holds the text.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::gathering::Gathering;
use super::{Paragraph, Unreadable};

/// The longest `document.xml` read, in bytes. An archive may unpack to far more than it is.
const LONGEST_PART: u64 = 200_000_000;

/// The paragraphs of a document, and then of its footnotes.
pub fn paragraphs(bytes: &[u8]) -> Result<Vec<Paragraph>, Unreadable> {
    let refuse = |fault: &dyn std::fmt::Display| Unreadable::NotDocx(fault.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|fault| refuse(&fault))?;
    let mut gathering = Gathering::default();
    let document = part(&mut archive, "word/document.xml")?
        .ok_or_else(|| Unreadable::NotDocx("there is no word/document.xml in it".to_owned()))?;
    take(&document, &mut gathering).map_err(|fault| refuse(&fault))?;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = part(&mut archive, name)? {
            take(&notes, &mut gathering).map_err(|fault| refuse(&fault))?;
        }
    }
    Ok(gathering.paragraphs())
}

fn part(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut content = Vec::new();
    file.take(LONGEST_PART + 1).read_to_end(&mut content).map_err(|fault| Unreadable::NotDocx(fault.to_string()))?;
    if content.len() as u64 > LONGEST_PART {
        return Err(Unreadable::NotDocx(format!("{name} unpacks to more than {} megabytes", LONGEST_PART / 1_000_000)));
    }
    Ok(Some(content))
}

/// Takes the text of a part. What was deleted under tracked changes is no part of it.
fn take(xml: &[u8], gathering: &mut Gathering) -> Result<(), quick_xml::Error> {
    let mut reader = Reader::from_reader(xml);
    let (mut in_text, mut in_table, mut buffer) = (false, 0_u32, Vec::new());
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => in_text = true,
                "tbl" => in_table += 1,
                _ => {}
            },
            Event::Empty(tag) if matches!(tag.local_name().as_ref(), "tab" | "br" | "cr") => {
                gathering.take(' ', None);
            }
            Event::Empty(tag) if tag.local_name().as_ref() == "noBreakHyphen" => gathering.take('-', None),
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "tbl" => in_table = in_table.saturating_sub(1),
                "tc" => gathering.end_cell(None),
                "p" if in_table > 0 => gathering.take(' ', None),
                "p" | "tr" => gathering.end_paragraph(),
                _ => {}
            },
            Event::Text(text) if in_text => gathering.take_all(&text),
            Event::GeneralRef(entity) if in_text => take_entity(&entity, gathering),
            Event::CData(text) if in_text => gathering.take_all(&text),
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// Takes a character that is written by name or number. Entities that a document declares for itself are not followed.
fn take_entity(entity: &quick_xml::events::BytesRef<'_>, gathering: &mut Gathering) {
    if let Ok(Some(character)) = entity.resolve_char_ref() {
        gathering.take(character, None);
    } else if let Some(known) = quick_xml::escape::resolve_xml_entity(entity) {
        gathering.take_all(known);
    }
}
