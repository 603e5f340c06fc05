//! Whether a step in the examination of a report may be recorded: only States parties report, only until they leave, and
//! a step comes after what it presupposes.

mod party;
mod sequence;

use std::collections::BTreeMap;

use party::out_of_time;

use crate::act::{DayOfAct, Standing};
use crate::calendar::AsAt;
use crate::due_form::Finding;
use crate::party::{PartyCode, PartyIndex};
use crate::record::{Record, TreatyRecord};
use crate::report_act::{ReportAct, ReportStep};
use crate::treaty::TreatyId;

/// A step that is to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct ProposedStep<'a> {
    /// The step.
    pub act: &'a ReportAct,
    /// On whose word.
    pub standing: Standing,
}

/// The highest number that a report can have.
const MOST: u16 = 200;

/// Examines proposed steps together against what a record holds. `today` is the day on which they are to be recorded.
///
/// The findings are in the order of the proposals.
#[must_use]
pub fn examine(proposed: &[ProposedStep<'_>], record: &Record, today: AsAt) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut of_one_state: BTreeMap<(&TreatyId, PartyCode), Vec<usize>> = BTreeMap::new();
    for (at, ProposedStep { act, standing }) in proposed.iter().enumerate() {
        let mut refuse = |field, message, instead| findings.push(Finding::refused(at, field, message, instead));
        match place(act, record) {
            Err((field, message, instead)) => refuse(field, message, instead),
            Ok((treaty, party)) => {
                if let Some((field, message, instead)) = by_itself(act, *standing, today) {
                    refuse(field, message, instead);
                }
                if let Some((field, message, instead)) = out_of_time(act, proposed, treaty, party, record) {
                    refuse(field, message, instead);
                }
                of_one_state.entry((&act.treaty, act.party)).or_default().push(at);
            }
        }
    }
    for ((treaty, party), members) in of_one_state {
        sequence::examine(&members, proposed, treaty, party, record, &mut findings);
    }
    findings.sort_by_key(|finding| finding.proposal);
    findings
}

/// The field at fault, what is wrong, and the nearest right thing.
type Trouble = (&'static str, String, Option<String>);

fn place<'r>(act: &ReportAct, record: &'r Record) -> Result<(&'r TreatyRecord, PartyIndex), Trouble> {
    let treaty = match record.treaty(act.treaty.as_str()) {
        Err(unknown) => return Err(("treaty", unknown.to_string(), unknown.nearest().first().cloned())),
        Ok(treaty) => treaty,
    };
    if treaty.treaty.treaty != act.treaty {
        let message = format!("the register holds no treaty `{}`; identifiers are written in one way", act.treaty);
        return Err(("treaty", message, Some(treaty.treaty.treaty.to_string())));
    }
    if treaty.treaty.reports.is_none() {
        let message = format!("{} has no clause on reports of its parties, so that none are due under it", act.treaty);
        let instead = "a treaty whose file has [reports]".to_owned();
        return Err(("treaty", message, Some(instead)));
    }
    let party = record.parties.by_code(act.party);
    let party =
        party.ok_or_else(|| ("party", format!("the register holds no party with the code {}", act.party), None))?;
    Ok((treaty, party))
}

/// What can be said of a step without looking at anything else.
fn by_itself(act: &ReportAct, standing: Standing, today: AsAt) -> Option<Trouble> {
    let ReportAct { reports, date, step, due, .. } = act;
    let in_order = reports.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]));
    if reports.is_empty() || !in_order || !reports.iter().all(|number| (1..=MOST).contains(number)) {
        let message = format!(
            "{reports:?} does not say which reports it is about: 1 is the initial one, and reports combined in one follow each other"
        );
        return Some(("reports", message, Some("[1], or [1, 2] for two in one".to_owned())));
    }
    if !today.follows(date.at_latest()) {
        let message = format!("the {} is dated {date}, which is still to come", step.noun());
        return Some(("date", message, Some(format!("{today} or an earlier day"))));
    }
    if matches!(date, DayOfAct::By(_)) && standing == Standing::Deposited {
        let message = "only what is published, unconfirmed or reported may lack its own day".to_owned();
        return Some(("date", message, Some(date.at_latest().to_string())));
    }
    match due {
        None if *step == ReportStep::DueSet => {
            let message = "it does not say on which day the report is due".to_owned();
            Some(("due", message, Some("`due = ` and the day".to_owned())))
        }
        Some(_) if !step.sets_a_day() => {
            let message = format!("the {} sets no day until which something is due", step.noun());
            Some(("due", message, Some(format!("a step `{}` of its own", ReportStep::DueSet))))
        }
        Some(due) if *due < date.at_latest().day() => {
            let message =
                format!("a day until which something is due can't be before the {} of {date}: {due}", step.noun());
            Some(("due", message, Some(format!("{} or a later day", date.at_latest()))))
        }
        _ => None,
    }
}
