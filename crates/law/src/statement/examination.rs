//! Whether a statement may be recorded: it must be about something that was done, by somebody who may say so, in its time.
//!
//! The depositary does not judge whether a reservation is compatible with the object and purpose of a treaty (VCLT 19(c)):
//! that is for the States, by their objections. It returns what the treaty forbids and what can't have been made.

mod case;
mod own;
mod reactions;
mod territories;

use std::collections::HashSet;

use case::{Case, Trouble};

use super::{Statement, StatementKind};
use crate::act::{DayOfAct, Standing};
use crate::calendar::AsAt;
use crate::due_form::Finding;
use crate::record::Record;

/// A statement that is to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct Proposed<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// On whose word.
    pub standing: Standing,
}

/// Examines proposed statements together against what a record holds. `today` is the day on which they are to be recorded.
///
/// The findings are in the order of the proposals.
#[must_use]
pub fn examine(proposed: &[Proposed<'_>], record: &Record, today: AsAt) -> Vec<Finding> {
    let mut ground = record.clone();
    for one in proposed {
        ground.suppose_said(one.statement, one.standing);
    }
    let mut taken: HashSet<&str> = record.statement_ids().collect();
    let mut findings = Vec::new();
    for (at, one) in proposed.iter().enumerate() {
        let mut troubles: Vec<Trouble> = Vec::new();
        troubles.extend(named(one.statement, &mut taken));
        troubles.extend(days(one, today));
        match Case::of(one.statement, &ground) {
            Err(trouble) => troubles.push(trouble),
            Ok(case) if troubles.is_empty() => troubles.extend(in_itself(&case)),
            Ok(_) => {}
        }
        findings.extend(troubles.into_iter().map(|trouble| trouble.finding(at)));
    }
    findings
}

/// A statement has a short name of its own.
fn named<'a>(statement: &'a Statement, taken: &mut HashSet<&'a str>) -> Option<Trouble> {
    let id = statement.id.as_str();
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'/');
    if id.is_empty() || id.len() > 80 || !id.bytes().all(allowed) {
        let message =
            format!("`{id}` is not a short name: write letters, figures, hyphens, points and slashes, at most 80");
        return Some(Trouble::refused("id", message).instead("one such as IV-13-MEX-1"));
    }
    let twice = || format!("a statement called {id} is there already; each has a name of its own");
    (!taken.insert(id)).then(|| Trouble::refused("id", twice()).instead("another name, or a correction of that entry"))
}

fn days(proposed: &Proposed<'_>, today: AsAt) -> Option<Trouble> {
    let Statement { date, received, circulated, .. } = proposed.statement;
    let given = [("date", Some(*date)), ("received", *received), ("circulated", *circulated)];
    for (field, day) in given.iter().filter_map(|(field, day)| Some((*field, (*day)?))) {
        if !today.follows(day.at_latest()) {
            let message = format!("{day} is still to come");
            return Some(Trouble::refused(field, message).instead(&format!("{today} or an earlier day")));
        }
        if matches!(day, DayOfAct::By(_)) && proposed.standing == Standing::Deposited {
            let message = "a depositary knows the days of what it receives and circulates; only what is reported or \
                           unconfirmed may lack one";
            let instead = format!("{}, or the standing `unconfirmed` or `reported`", day.at_latest());
            return Some(Trouble::refused(field, message.to_owned()).instead(&instead));
        }
    }
    let follows = |later: Option<DayOfAct>, earlier: DayOfAct| match (later.and_then(DayOfAct::exact), earlier.exact())
    {
        (Some(later), Some(earlier)) => later >= earlier,
        _ => true,
    };
    if !follows(*received, *date) {
        let message = format!("it was made on {date} and can't have been received before");
        return Some(Trouble::refused("received", message).instead(&date.to_string()));
    }
    let counts_from = proposed.statement.counts_from();
    (!follows(*circulated, counts_from)).then(|| {
        let message = format!("the depositary had it on {counts_from} and can't have circulated it before");
        Trouble::refused("circulated", message).instead(&format!("{counts_from} or a later day"))
    })
}

fn in_itself(case: &Case<'_>) -> Vec<Trouble> {
    let by_kind = match case.statement.kind {
        StatementKind::Reservation | StatementKind::OptOut => own::reservation(case),
        StatementKind::Modification => own::modification(case),
        StatementKind::Withdrawal => own::withdrawal(case),
        StatementKind::Confirmation => own::confirmation(case),
        StatementKind::Objection => reactions::objection(case),
        StatementKind::Acceptance => reactions::acceptance(case),
        StatementKind::Extension | StatementKind::Exclusion => territories::extended(case),
        StatementKind::Interpretative
        | StatementKind::Mandatory
        | StatementKind::Notification
        | StatementKind::Communication => None,
    };
    let stray = case.stray();
    [case.since_adoption(), stray, by_kind, territories::of_the_author(case)].into_iter().flatten().collect()
}
