//! Composing a report from its definition and a record.

use law::calendar::AsAt;
use law::record::{Record, TreatyRecord};
use law::status::Status;

use super::definition::{Definition, Section};
use super::{activities, entry_into_force, participation, resolution};
use crate::document::{Block, Document, Inline, Masthead, Note, Paragraph};
use crate::un_date::ENGLISH;

/// A report that can't be composed, because the register lacks something that its definition names.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the report `{report}` shows {what}, which the register does not hold; import it, or ask for a later point of the register"
)]
pub struct ReportError {
    report: String,
    what: String,
}

/// Composes a report as at the day asked for, or at the day that its definition gives.
///
/// # Errors
/// When the register does not hold the treaty, or a resolution or activity that the definition names.
pub fn compose(definition: &Definition, record: &Record, as_at: Option<AsAt>) -> Result<Document, ReportError> {
    let as_at = as_at.unwrap_or(definition.as_at);
    let treaty = record.treaty_by_id(&definition.treaty);
    let treaty = treaty.ok_or_else(|| lacking(definition, format!("the treaty {}", definition.treaty)))?;
    let composer = Composer {
        definition,
        record,
        treaty,
        status: Status::of(treaty, record, as_at),
        issued: AsAt::new(definition.issued(as_at)),
    };
    composer.document()
}

fn lacking(definition: &Definition, what: String) -> ReportError {
    ReportError { report: definition.report.clone(), what }
}

struct Composer<'a> {
    definition: &'a Definition,
    record: &'a Record,
    treaty: &'a TreatyRecord,
    status: Status<'a>,
    issued: AsAt,
}

impl Composer<'_> {
    fn document(&self) -> Result<Document, ReportError> {
        let head = &self.definition.masthead;
        let mut notes: Vec<Note> = Vec::new();
        let item = head.item.as_ref().map(|item| {
            let mut item = vec![Inline::text(item)];
            if let Some(note) = &head.item_note {
                item.push(Inline::NoteMark(notes.len()));
                notes.push(Note { mark: "*".to_owned(), content: vec![Inline::text(note)] });
            }
            item
        });
        let summary = self.sections(&self.definition.summary, &mut notes)?;
        let body = self.sections(&self.definition.section, &mut notes)?;
        let title = self.treaty.treaty.title_in("en");
        Ok(Document {
            language: "en".to_owned(),
            masthead: Masthead {
                organization: head.organization.clone(),
                organ: head.organ.clone(),
                symbol: head.symbol.clone(),
                distribution: head.distribution.clone(),
                date: ENGLISH.write(self.issued.day()),
                original: head.original.clone(),
                session: head.session.clone(),
                item,
            },
            item_title: head.item_title.clone(),
            title: self.definition.title.replace("{treaty}", title),
            by_line: self.definition.by.clone(),
            summary,
            body: body.into_iter().zip(1..).map(|(content, number)| Block::Numbered { number, content }).collect(),
            notes,
            colophon: vec![vec![Inline::text(self.colophon())]],
            proof: None,
        })
    }

    fn sections(&self, sections: &[Section], notes: &mut Vec<Note>) -> Result<Vec<Paragraph>, ReportError> {
        let mut introduced = false;
        let mut paragraphs = Vec::with_capacity(sections.len());
        for section in sections {
            let mut paragraph = self.section(section, notes)?;
            if !introduced {
                introduced = introduce(&mut paragraph, self.treaty.treaty.title_in("en"));
            }
            paragraphs.push(paragraph);
        }
        Ok(paragraphs)
    }

    fn section(&self, section: &Section, notes: &mut Vec<Note>) -> Result<Paragraph, ReportError> {
        match section {
            Section::Resolution { of, lead, link } => {
                let kept = self.resolution(of)?;
                Ok(vec![Inline::Text(resolution::asked(&kept.what, lead.as_deref(), *link))])
            }
            Section::SubmittedUnder { of } => {
                let kept = self.resolution(of)?;
                Ok(vec![Inline::Text(resolution::submitted_under(&kept.what))])
            }
            Section::EntryIntoForce {} => {
                Ok(vec![Inline::Text(entry_into_force::told(self.treaty, self.record, &self.status, self.issued))])
            }
            Section::Participation { reported, tables } => {
                Ok(participation::told(&self.status, self.record, *reported, tables.as_ref(), notes))
            }
            Section::Activities { of, lead } => {
                let found: Result<Vec<_>, ReportError> = of.iter().map(|id| self.activity(id)).collect();
                Ok(vec![Inline::Text(activities::told(&found?, lead.as_deref()))])
            }
        }
    }

    fn resolution(&self, symbol: &str) -> Result<&law::record::Kept<law::resolution::Resolution>, ReportError> {
        let found = self.record.resolution(symbol);
        found.ok_or_else(|| lacking(self.definition, format!("the resolution {symbol}")))
    }

    fn activity(&self, id: &str) -> Result<&law::activity::Activity, ReportError> {
        let found = self.record.activity(id);
        found.map(|kept| &kept.what).ok_or_else(|| lacking(self.definition, format!("the activity `{id}`")))
    }

    fn colophon(&self) -> String {
        let as_at = ENGLISH.write(self.status.as_at.day());
        let up_to = match self.record.last() {
            Some((entry, _)) => format!(", as known up to entry {entry} of the register"),
            None => String::new(),
        };
        format!("Participation as at {as_at}{up_to}. Every figure follows from the acts recorded there.")
    }
}

/// Puts the treaty's full title where the text first speaks of "the Convention". Says whether it did.
fn introduce(paragraph: &mut Paragraph, title: &str) -> bool {
    for inline in paragraph {
        if let Inline::Text(text) = inline
            && let Some(at) = text.find("the Convention")
        {
            text.replace_range(at..at + "the Convention".len(), &format!("the {title} (“the Convention”)"));
            return true;
        }
    }
    false
}
