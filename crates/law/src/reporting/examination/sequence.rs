//! The steps of one State's reports in their order: a step is recorded once, and comes after what it presupposes.

use super::ProposedStep;
use crate::calendar::DateOfAct;
use crate::due_form::Finding;
use crate::party::PartyCode;
use crate::record::Record;
use crate::report_act::{ReportAct, ReportStep};
use crate::treaty::TreatyId;

/// Examines the proposed steps of one State under one treaty, together with what is recorded.
pub(super) fn examine(
    members: &[usize],
    proposed: &[ProposedStep<'_>],
    treaty: &TreatyId,
    party: PartyCode,
    record: &Record,
    findings: &mut Vec<Finding>,
) {
    let links = links(members, proposed, treaty, party, record);
    let clause = record.treaty_by_id(treaty).and_then(|known| known.treaty.reports.as_ref());
    let article = clause.map_or("", |clause| clause.article.as_str());
    repeated(&links, findings);
    received_before(&links, article, findings);
    in_order(&links, article, findings);
}

/// Where a step comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Register(u64),
    Proposal(usize),
}

/// One step of one State.
#[derive(Debug, Clone, Copy)]
struct Link<'a> {
    origin: Origin,
    act: &'a ReportAct,
}

impl Link<'_> {
    fn day(&self) -> DateOfAct {
        self.act.date.at_latest()
    }

    fn proposal(&self) -> Option<usize> {
        match self.origin {
            Origin::Proposal(at) => Some(at),
            Origin::Register(_) => None,
        }
    }

    fn describe(&self) -> String {
        let noun = self.act.step.noun();
        match self.origin {
            Origin::Register(entry) => format!("{noun} of {} (entry {entry})", self.act.date),
            Origin::Proposal(_) => format!("{noun} of {} in the same import", self.act.date),
        }
    }
}

fn links<'a>(
    members: &[usize],
    proposed: &[ProposedStep<'a>],
    treaty: &'a TreatyId,
    party: PartyCode,
    record: &'a Record,
) -> Vec<Link<'a>> {
    let of_it = record.report_acts(treaty).filter(|kept| kept.what.party == party);
    let recorded = of_it.map(|kept| Link { origin: Origin::Register(kept.entry), act: &kept.what });
    let proposals = members.iter().map(|at| Link { origin: Origin::Proposal(*at), act: proposed[*at].act });
    recorded.chain(proposals).collect()
}

/// A step that is there already.
fn repeated(links: &[Link<'_>], findings: &mut Vec<Finding>) {
    for (place, link) in links.iter().enumerate() {
        let Some(at) = link.proposal() else { continue };
        let same = |other: &&Link<'_>| {
            (other.act.step, &other.act.reports, other.act.date) == (link.act.step, &link.act.reports, link.act.date)
        };
        if let Some(twin) = links[..place].iter().find(same) {
            let message = format!("this step is recorded already: {}", twin.describe());
            let instead = match twin.origin {
                Origin::Register(entry) => format!("a correction of entry {entry}, if that one is wrong"),
                Origin::Proposal(_) => "one of the two".to_owned(),
            };
            findings.push(Finding::refused(at, "step", message, Some(instead)));
        }
    }
}

/// A report is received once, and after the one before it: whatever is otherwise is asked about.
fn received_before(links: &[Link<'_>], article: &str, findings: &mut Vec<Finding>) {
    let about = |number: u16, steps: &'static [ReportStep]| {
        links.iter().filter(move |other| steps.contains(&other.act.step) && other.act.reports.contains(&number))
    };
    for link in links.iter().filter(|link| link.act.step == ReportStep::Submitted) {
        let Some(at) = link.proposal() else { continue };
        let differs =
            |other: &&Link<'_>| other.act != link.act && (other.proposal().is_none() || other.day() <= link.day());
        let twice = |number: &u16| Some((*number, about(*number, &[ReportStep::Submitted]).find(differs)?));
        if let Some((number, other)) = link.act.reports.iter().find_map(twice) {
            let message = format!("report {number} is received already by the {}", other.describe());
            findings.push(Finding::queried(at, "reports", message));
        }
        let before = link.act.reports.first().and_then(|first| first.checked_sub(1)).filter(|before| *before > 0);
        let is_there = |before: u16| about(before, IN_HAND).any(|other| other.day() <= link.day());
        if let Some(before) = before.filter(|before| !is_there(*before)) {
            let message = format!(
                "report {before} is not received by {}: a report that stands for several is written with all their numbers (article {article})",
                link.act.date
            );
            findings.push(Finding::queried(at, "reports", message));
        }
    }
}

/// Steps after which the body no longer waits for a report.
const IN_HAND: &[ReportStep] =
    &[ReportStep::Submitted, ReportStep::Replies, ReportStep::Considered, ReportStep::ConsideredWithoutReport];

/// What a step presupposes, any one of them; and whether it can be recorded without, because a source does not give it.
const fn presupposes(step: ReportStep) -> Option<(&'static [ReportStep], Without)> {
    match step {
        ReportStep::ListOfIssues => Some((&[ReportStep::Submitted], Without::Queried)),
        ReportStep::Considered => Some((
            &[ReportStep::Submitted, ReportStep::SimplifiedProcedure, ReportStep::ListPriorToReporting],
            Without::Queried,
        )),
        ReportStep::Replies => Some((&[ReportStep::ListOfIssues, ReportStep::ListPriorToReporting], Without::Refused)),
        ReportStep::ConcludingObservations => {
            Some((&[ReportStep::Considered, ReportStep::ConsideredWithoutReport], Without::Refused))
        }
        ReportStep::FollowUp => Some((&[ReportStep::ConcludingObservations], Without::Refused)),
        _ => None,
    }
}

/// What becomes of a step when nothing that it presupposes is recorded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Without {
    Queried,
    Refused,
}

/// Every step comes after what it presupposes.
fn in_order(links: &[Link<'_>], article: &str, findings: &mut Vec<Finding>) {
    for link in links {
        let Some((wanted, without)) = presupposes(link.act.step) else { continue };
        let of_number = |number: u16| {
            links.iter().filter(move |other| wanted.contains(&other.act.step) && other.act.reports.contains(&number))
        };
        let lacking =
            link.act.reports.iter().copied().find(|number| !of_number(*number).any(|other| other.day() <= link.day()));
        let Some(number) = lacking else { continue };
        let later = of_number(number).min_by_key(|other| other.day());
        findings.extend(out_of_order(link, number, later, (wanted, without), article));
    }
}

fn out_of_order(
    link: &Link<'_>,
    number: u16,
    later: Option<&Link<'_>>,
    (wanted, without): (&[ReportStep], Without),
    article: &str,
) -> Option<Finding> {
    let (step, day) = (link.act.step.noun(), link.act.date);
    let nouns: Vec<&str> = wanted.iter().map(|step| step.noun()).collect();
    let rule = format!("{step} can't come before {} (article {article})", nouns.join(" or "));
    match (later, link.proposal()) {
        (Some(later), Some(at)) => {
            let message = format!("{rule}; report {number} has only the {}, and this is of {day}", later.describe());
            Some(Finding::refused(at, "date", message, Some(format!("{} or a later day", later.day()))))
        }
        (Some(later), None) => {
            let at = later.proposal()?;
            let message = format!("{rule}; report {number} has the {} already, which is earlier", link.describe());
            Some(Finding::refused(at, "date", message, Some(format!("{} or an earlier day", link.day()))))
        }
        (None, Some(at)) => {
            let message = format!("{rule}, and none is recorded for report {number} by {day}");
            let words: Vec<String> = wanted.iter().map(|step| format!("`{step}`")).collect();
            match without {
                Without::Queried => Some(Finding::queried(at, "step", message)),
                Without::Refused => {
                    let instead = format!("the step {} first", words.join(" or "));
                    Some(Finding::refused(at, "step", message, Some(instead)))
                }
            }
        }
        // It was recorded without, and stays so.
        (None, None) => None,
    }
}
