//! The depositary's examination of what is drafted.

use law::act::Standing;
use law::calendar::AsAt;
use law::due_form::{Finding, Proposal};
use law::entry::{Content, Draft};
use law::optional_declarations::ProposedDeclaration;
use law::record::Record;
use law::reporting::ProposedStep;
use law::statement::Proposed;
use law::{committee, due_form, optional_declarations, reporting, statement};

/// Examines drafts together, on the parties and treaties among them.
pub fn examine(drafts: &[Draft], today: AsAt) {
    let mut ground = Record::default();
    drafts.iter().for_each(|draft| ground.suppose(&draft.content));
    let acts: Vec<_> = proposed(drafts, |content, standing, _| match content {
        Content::Act(act) => Some(Proposal { act, standing }),
        _ => None,
    });
    said(&due_form::examine(&acts, &ground, today), acts.len());
    let ground = ground.supposing(&acts);
    let bodies = proposed(drafts, |content, standing, sources| match content {
        Content::Body(act) => Some(committee::Proposed { act, standing, sources }),
        _ => None,
    });
    said(&committee::examine(&bodies, &ground, today), bodies.len());
    let steps = proposed(drafts, |content, standing, _| match content {
        Content::Report(act) => Some(ProposedStep { act, standing }),
        _ => None,
    });
    said(&reporting::examine(&steps, &ground, today), steps.len());
    let declarations = proposed(drafts, |content, standing, _| match content {
        Content::Declaration(declaration) => Some(ProposedDeclaration { declaration, standing }),
        _ => None,
    });
    said(&optional_declarations::examine(&declarations, &ground, today), declarations.len());
    let statements = proposed(drafts, |content, standing, _| match content {
        Content::Statement(statement) => Some(Proposed { statement, standing }),
        _ => None,
    });
    said(&statement::examine(&statements, &ground, today), statements.len());
}

/// What the drafts say, or say instead, of one kind.
fn proposed<'a, T>(drafts: &'a [Draft], of: impl Fn(&'a Content, Standing, &'a [String]) -> Option<T>) -> Vec<T> {
    let says = |draft: &'a Draft| match &draft.content {
        Content::Correction(correction) => correction.instead.as_deref(),
        content => Some(content),
    };
    drafts.iter().filter_map(|draft| of(says(draft)?, draft.standing, &draft.sources)).collect()
}

fn said(findings: &[Finding], proposals: usize) {
    assert!(findings.iter().all(|finding| finding.proposal < proposals && !finding.message.is_empty()));
}
