//! Examining steps in the examination of reports, and optional declarations, before they are recorded.

use exchange::{Fault, Located};
use law::due_form::Finding;
use law::entry::{Content, Correction, Draft};
use law::optional_declarations::{self, ProposedDeclaration};
use law::record::Record;
use law::report_act::{OptionalDeclaration, ReportAct};
use law::reporting::{self, ProposedStep};

use crate::clock;

/// What is wrong, and what would be queried.
#[derive(Debug, Default)]
pub struct Examined {
    /// What can't be recorded.
    pub refused: Vec<Fault>,
    /// What can, and asks for a second look.
    pub queried: Vec<Fault>,
}

/// Whether there is anything of the kind.
pub fn any(drafts: &[Located<Draft>]) -> bool {
    drafts.iter().any(|draft| {
        let content = &draft.what.content;
        report_of(content).is_some() || declaration_of(content).is_some()
    })
}

/// Examines what is to be recorded, `ground` being the record with the acts of the same import.
pub fn examine(drafts: &[Located<Draft>], ground: &Record) -> Examined {
    let today = clock::today();
    let mut examined = Examined::default();
    let reports: Vec<(&Located<Draft>, ProposedStep<'_>)> = drafts.iter().filter_map(step).collect();
    let steps: Vec<ProposedStep<'_>> = reports.iter().map(|(_, step)| *step).collect();
    for finding in reporting::examine(&steps, ground, today) {
        examined.take(reports[finding.proposal].0, finding);
    }
    let declarations: Vec<(&Located<Draft>, ProposedDeclaration<'_>)> = drafts.iter().filter_map(declared).collect();
    let deeds: Vec<ProposedDeclaration<'_>> = declarations.iter().map(|(_, declared)| *declared).collect();
    for finding in optional_declarations::examine(&deeds, ground, today) {
        examined.take(declarations[finding.proposal].0, finding);
    }
    examined
}

impl Examined {
    pub(crate) fn take(&mut self, draft: &Located<Draft>, finding: Finding) {
        let Finding { field, message, instead, refused, .. } = finding;
        let fault = Fault { place: draft.place.clone(), field: Some(field.to_owned()), message, instead };
        if refused { self.refused.push(fault) } else { self.queried.push(fault) }
    }
}

fn step(draft: &Located<Draft>) -> Option<(&Located<Draft>, ProposedStep<'_>)> {
    let act = report_of(&draft.what.content)?;
    Some((draft, ProposedStep { act, standing: draft.what.standing }))
}

fn declared(draft: &Located<Draft>) -> Option<(&Located<Draft>, ProposedDeclaration<'_>)> {
    let declaration = declaration_of(&draft.what.content)?;
    Some((draft, ProposedDeclaration { declaration, standing: draft.what.standing }))
}

/// A step, also where it is what is right instead.
pub fn report_of(content: &Content) -> Option<&ReportAct> {
    match content {
        Content::Report(act) => Some(act),
        Content::Correction(Correction { instead: Some(content), .. }) => report_of(content),
        _ => None,
    }
}

/// A declaration, also where it is what is right instead.
pub fn declaration_of(content: &Content) -> Option<&OptionalDeclaration> {
    match content {
        Content::Declaration(declaration) => Some(declaration),
        Content::Correction(Correction { instead: Some(content), .. }) => declaration_of(content),
        _ => None,
    }
}
