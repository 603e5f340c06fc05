//! Composing a report from its definition and a record.

use std::collections::BTreeMap;

use law::activity::{ActivitiesAsked, Activity};
use law::answer::ActivitiesAnswer;
use law::calendar::{AsAt, Date};
use law::final_clauses::{Period, Worded};
use law::mandates::session_after;
use law::record::{Kept, Record};
use law::resolution::Resolution;

use super::composition::{Composition, Content, Piece};
use super::definition::Definition;
use super::section::{ActivitiesShown, Once, Section, Shows};
use super::subject::{Asked, Subject};
use super::{
    activities, candidates, chart, committee, declarations, developments, entry_into_force, mandates, participation,
    reporting, resolution, state_profile, table, treaties,
};
use crate::document::{Inline, Masthead, Note, Paragraph};
use crate::explanation::capitalised;
use crate::number_words::nth;
use crate::un_date::ENGLISH;

/// A report that can't be composed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// The register lacks something that the definition names.
    #[error(
        "the report `{report}` shows {what}, which the register does not hold; import it, or ask for a later point of the register"
    )]
    Lacking {
        /// The report.
        report: String,
        /// What the register lacks.
        what: String,
    },
    /// The definition leaves open what the report is on.
    #[error("the report `{report}` is on whichever {what} is asked for, and none was: say, for instance, {example}")]
    Without {
        /// The report.
        report: String,
        /// What must be named.
        what: &'static str,
        /// How.
        example: &'static str,
    },
    /// The treaty has no clause that a section is about.
    #[error("the report `{report}` shows {what}, and the treaty's file has no clause on it; leave the section out")]
    NoClause {
        /// The report.
        report: String,
        /// What the section shows.
        what: &'static str,
    },
}

impl ReportError {
    pub(super) fn lacking(definition: &Definition, what: String) -> Self {
        Self::Lacking { report: definition.report.clone(), what }
    }

    pub(super) fn without(definition: &Definition, what: &'static str, example: &'static str) -> Self {
        Self::Without { report: definition.report.clone(), what, example }
    }

    pub(super) fn no_clause(definition: &Definition, what: &'static str) -> Self {
        Self::NoClause { report: definition.report.clone(), what }
    }
}

/// Composes a report. `today` is its day where neither the question nor the definition names one.
///
/// # Errors
/// When the register does not hold what the definition names, or the definition leaves open what was not asked for.
pub fn compose(
    definition: &Definition,
    record: &Record,
    asked: &Asked,
    today: AsAt,
) -> Result<Composition, ReportError> {
    let subject = Subject::of(definition, record, asked, today)?;
    let mut composer = Composer { subject, composition: Composition::empty(definition), seen: BTreeMap::new() };
    composer.head();
    composer.composition.summary = composer.sections(&definition.summary, "summary-")?;
    composer.composition.body = composer.sections(&definition.section, "")?;
    composer.composition.colophon = composer.colophon();
    Ok(composer.composition)
}

struct Composer<'a> {
    subject: Subject<'a>,
    composition: Composition,
    /// How many sections showed the same so far.
    seen: BTreeMap<String, u32>,
}

impl Composer<'_> {
    fn head(&mut self) {
        let head = &self.subject.definition.masthead;
        let session = (head.organ == "General Assembly").then(|| session_after(self.subject.issued.day())).flatten();
        let item = session.and_then(|session| head.item.iter().find(|item| item.session == session));
        let notes = &mut self.composition.notes;
        let shown = item.map(|item| {
            let mut shown = vec![Inline::text(&item.item)];
            if let Some(note) = &item.note {
                shown.push(Inline::NoteMark(notes.len()));
                notes.push(Note { mark: "*".to_owned(), content: vec![Inline::text(note)] });
            }
            shown
        });
        self.composition.masthead = Masthead {
            organization: head.organization.clone(),
            organ: head.organ.clone(),
            symbol: head.symbol.clone(),
            distribution: head.distribution.clone(),
            date: ENGLISH.write(self.subject.issued.day()),
            original: head.original.clone(),
            session: session.map(|session| format!("{} session", capitalised(&nth(session)))),
            item: shown,
        };
        self.composition.item_title = item.and_then(|item| item.title.clone());
        self.composition.title = self.subject.title();
    }

    fn sections(&mut self, sections: &[Section], part: &str) -> Result<Vec<Piece>, ReportError> {
        let mut pieces = Vec::new();
        for section in sections {
            if section.once == Some(Once::InForce) && !self.subject.status()?.is_in_force() {
                continue;
            }
            let kind = section.kind.word();
            let count = self.seen.entry(format!("{part}{kind}")).or_default();
            *count += 1;
            let name = if *count == 1 { format!("{part}{kind}") } else { format!("{part}{kind}-{count}") };
            let mut of_section = self.section(section)?;
            if let Some(heading) = section.heading.as_ref().filter(|_| !of_section.is_empty()) {
                of_section.insert(0, Content::Heading(heading.clone()));
            }
            pieces.extend(of_section.into_iter().map(|content| Piece { section: name.clone(), content }));
        }
        if let Some(title) = self.subject.treaty_in_full() {
            introduce(&mut pieces, &self.subject.the_treaty(), title);
        }
        Ok(pieces)
    }

    /// What a section says. Nothing is said of what is not there.
    fn section(&mut self, section: &Section) -> Result<Vec<Content>, ReportError> {
        let subject = self.subject.on(section.as_at);
        let one = |paragraph: Paragraph| vec![Content::Paragraph(paragraph)];
        Ok(match &section.shows {
            Shows::Resolution { of, lead, link, within } => {
                let resolution = &self.resolution(of)?.what;
                let recent = within.as_ref().is_none_or(|within| resolution.date >= self.since(within));
                if recent { one(resolution::asked(resolution, lead.as_deref(), *link)) } else { Vec::new() }
            }
            Shows::SubmittedUnder => resolution::submitted_under(&subject).map(one).unwrap_or_default(),
            Shows::Mandates { of, which } => mandates::told(&subject, of.as_deref(), *which)?,
            Shows::EntryIntoForce => one(entry_into_force::told(&subject)?),
            Shows::Participation { reported, tables } => {
                one(participation::told(&subject, *reported, tables.as_ref(), &mut self.composition.notes)?)
            }
            Shows::Developments { within } => developments::told(&subject, within)?,
            Shows::Activities(shown) => {
                let found = self.activities(shown)?;
                activities::told(&found, shown.lead.as_deref()).map(one).unwrap_or_default()
            }
            Shows::Committee => one(committee::told(&subject)?),
            Shows::Candidates { election } => candidates::told(&subject, *election)?,
            Shows::Reporting { listed } => reporting::told(&subject, *listed)?,
            Shows::Declarations => declarations::told(&subject)?,
            Shows::Table { of } => vec![Content::Block(table::of(&subject, *of)?)],
            Shows::Chart { of } => vec![Content::Block(chart::of(&subject, *of)?)],
            Shows::Treaties { within } => treaties::told(&subject, within),
            Shows::StateTreaties => state_profile::treaties(&subject)?,
            Shows::StateReports => state_profile::reports(&subject)?,
            Shows::Text { text } => one(vec![Inline::text(text)]),
        })
    }

    /// The first day of the time so long before the day of issue.
    fn since(&self, within: &Worded<Period>) -> Date {
        self.subject.on(Some(self.subject.issued)).beginning(within)
    }

    fn resolution(&self, symbol: &str) -> Result<&Kept<Resolution>, ReportError> {
        let Subject { definition, record, .. } = self.subject;
        record.resolution(symbol).ok_or_else(|| ReportError::lacking(definition, format!("the resolution {symbol}")))
    }

    /// The activities named, in that order, or else all, in the order of their days: of either those that pass the filter and
    /// were done by the day of issue.
    fn activities(&self, shown: &ActivitiesShown) -> Result<Vec<&Activity>, ReportError> {
        let Subject { definition, record, issued, .. } = self.subject;
        let lacking = |id: &String| ReportError::lacking(definition, format!("the activity `{id}`"));
        let find = |id: &String| record.activity(id).map(|kept| &kept.what).ok_or_else(|| lacking(id));
        let asked = ActivitiesAsked {
            treaty: definition.treaty.clone(),
            kind: shown.kind,
            by: shown.by.clone(),
            serves: shown.serves.clone(),
            from: shown.within.as_ref().map(|within| AsAt::new(self.since(within))),
            ..ActivitiesAsked::default()
        };
        let passing: Vec<String> =
            ActivitiesAnswer::of(&asked, record, issued).activities.into_iter().map(|activity| activity.id).collect();
        if shown.of.is_empty() {
            return passing.iter().map(find).collect();
        }
        let named: Result<Vec<&Activity>, ReportError> = shown.of.iter().map(find).collect();
        Ok(named?.into_iter().filter(|activity| passing.contains(&activity.id)).collect())
    }

    fn colophon(&self) -> String {
        let as_at = ENGLISH.write(self.subject.as_at.day());
        let up_to = match self.subject.record.last() {
            Some((entry, _)) => format!(", as known up to entry {entry} of the register"),
            None => String::new(),
        };
        let what = if self.subject.definition.treaty.is_some() { "Participation" } else { "The record" };
        let status = self.subject.status().ok();
        let incomplete = status.and_then(|status| status.past_complete_to()).map(|to| {
            format!(
                " The acts towards the treaty are complete up to {}: later ones may be missing.",
                ENGLISH.write(to.day())
            )
        });
        let incomplete = incomplete.unwrap_or_default();
        format!("{what} as at {as_at}{up_to}. Every figure follows from the acts recorded there.{incomplete}")
    }
}

/// Puts the treaty's full title where the text first speaks of "the Convention".
fn introduce(pieces: &mut [Piece], the_treaty: &str, title: &str) {
    let paragraphs = pieces.iter_mut().filter_map(|piece| match &mut piece.content {
        Content::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    });
    for inline in paragraphs.flatten() {
        if let Inline::Text(text) = inline
            && let Some(at) = text.find(the_treaty)
        {
            text.replace_range(at..at + the_treaty.len(), &format!("the {title} (“{the_treaty}”)"));
            return;
        }
    }
}
