//! Whether a step in the examination of a report may be recorded: only States parties report, only until they leave, and
//! a step comes after what it presupposes.

use std::collections::BTreeMap;

use crate::act::{DayOfAct, Standing};
use crate::calendar::{AsAt, Date, DateOfAct};
use crate::due_form::Finding;
use crate::party::{PartyCode, PartyIndex};
use crate::record::{Record, TreatyRecord};
use crate::report_act::{ReportAct, ReportStep};
use crate::state::part_in;
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
        let links = links(&members, proposed, treaty, party, record);
        let article = record.treaty_by_id(treaty).and_then(|known| known.treaty.reports.as_ref());
        let article = article.map_or("", |clause| clause.article.as_str());
        repeated(&links, &mut findings);
        in_order(&links, article, &mut findings);
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
    let in_order = reports.windows(2).all(|pair| pair[0] < pair[1]);
    if reports.is_empty() || !in_order || !reports.iter().all(|number| (1..=MOST).contains(number)) {
        let message = format!(
            "{reports:?} does not say which reports it is about: 1 is the initial one, and combined reports are listed in order"
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
        _ => None,
    }
}

/// A step for a State that was not a party on the day.
fn out_of_time(
    act: &ReportAct,
    proposed: &[ProposedStep<'_>],
    treaty: &TreatyRecord,
    party: PartyIndex,
    record: &Record,
) -> Option<Trouble> {
    let clause = treaty.treaty.reports.as_ref()?;
    let day = act.date.at_latest();
    let as_at = AsAt::new(day.day());
    let name = record.parties[party].name_on(day.day()).in_text();
    let part = part_in(treaty, party, record, as_at).map(|(_, participant)| participant);
    if part.as_ref().is_some_and(|participant| participant.is_party(as_at)) {
        return None;
    }
    let (article, id) = (&clause.article, &treaty.treaty.treaty);
    let ended = part.as_ref().filter(|one| one.has_ended(as_at)).and_then(|one| one.ended);
    if let Some(ended) = ended {
        if is_pending(act, proposed, ended.day(), record) {
            return None;
        }
        let by = treaty.treaty.denunciation.as_ref().map_or(article, |clause| &clause.article);
        let message = format!(
            "{name} had not been a party to {id} since {ended}: nothing new about it is begun from then on (article {by})"
        );
        return Some(("date", message, Some(format!("a day before {ended}"))));
    }
    let since = part.and_then(|participant| participant.in_force);
    let message = match since {
        Some(since) => format!(
            "{name} became a party to {id} on {since}, and only States parties report (article {article}); {day} is earlier"
        ),
        None => format!("{name} was not a party to {id} on {day}, and only States parties report (article {article})"),
    };
    let instead = since.map(|since| format!("{since} or a later day"));
    Some((if since.is_some() { "date" } else { "party" }, message, instead))
}

/// Whether the matter was under consideration before the State left: it then goes on.
fn is_pending(act: &ReportAct, proposed: &[ProposedStep<'_>], ended: Date, record: &Record) -> bool {
    let begun = |other: &ReportAct| {
        (&other.treaty, other.party) == (&act.treaty, act.party)
            && other.date.at_latest().day() < ended
            && matches!(other.step, ReportStep::Submitted | ReportStep::Replies | ReportStep::Considered)
            && other.reports.iter().any(|number| act.reports.contains(number))
    };
    !matches!(act.step, ReportStep::DueSet | ReportStep::Submitted | ReportStep::SimplifiedProcedure)
        && (record.report_acts(&act.treaty).any(|kept| begun(&kept.what))
            || proposed.iter().any(|other| begun(other.act)))
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
    let rule = format!("{step} comes after {} (article {article})", nouns.join(" or "));
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
