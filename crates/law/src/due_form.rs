//! Whether an act may be recorded: the depositary examines whether a paper is in due form (VCLT 77(1)(d)) and asks
//! what can't be right, before anything enters the register.
//!
//! Acts are examined together, with what the register holds already and in the order of their days, so that the order
//! in which a file lists them does not matter.

use std::collections::HashMap;

use crate::act::{Act, Action, DayOfAct, Standing};
use crate::bound::{Bound, earliest_denunciation};
use crate::calendar::{AsAt, DateOfAct, DateOfEffect};
use crate::consent::PartyHistory;
use crate::entry_into_force::EntryIntoForce;
use crate::party::{Party, PartyCode, PartyIndex};
use crate::reason::Unasked;
use crate::record::{Record, RecordedAct, TreatyRecord};
use crate::state::part_in;
use crate::treaty::{Treaty, TreatyId};

/// An act that is to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct Proposal<'a> {
    /// The act.
    pub act: &'a Act,
    /// On whose word.
    pub standing: Standing,
}

/// What is wrong with a proposed act, or what the depositary would query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which proposal.
    pub proposal: usize,
    /// The particular at fault: `treaty`, `party`, `action`, `date`, `received`.
    pub field: &'static str,
    /// What is wrong, with the article or the entry that says so.
    pub message: String,
    /// The nearest right thing.
    pub instead: Option<String>,
    /// Whether the act can't be recorded; otherwise it is only queried.
    pub refused: bool,
    /// Whether it rests on a clause of the treaty's file rather than on the acts themselves, so that the depositary's own
    /// table, which shows the act, has the better of it.
    pub by_clause: bool,
}

impl Finding {
    pub(crate) fn refused(proposal: usize, field: &'static str, message: String, instead: Option<String>) -> Self {
        Self { proposal, field, message, instead, refused: true, by_clause: false }
    }

    /// Refused because of a clause of the treaty's file.
    fn refused_by_clause(proposal: usize, field: &'static str, message: String, instead: Option<String>) -> Self {
        Self { proposal, field, message, instead, refused: true, by_clause: true }
    }

    pub(crate) fn queried(proposal: usize, field: &'static str, message: String) -> Self {
        Self { proposal, field, message, instead: None, refused: false, by_clause: false }
    }
}

/// Examines proposed acts together against what a record holds. `today` is the day on which they are to be recorded.
///
/// The findings are in the order of the proposals.
#[must_use]
pub fn examine(proposals: &[Proposal<'_>], record: &Record, today: AsAt) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut groups: HashMap<(&TreatyId, PartyCode), Vec<usize>> = HashMap::new();
    for (at, proposal) in proposals.iter().enumerate() {
        let act = proposal.act;
        let (Some(treaty), Some(party)) = (record.treaty_by_id(&act.treaty), record.parties.by_code(act.party)) else {
            findings.push(unknown(at, act, record));
            continue;
        };
        alone(at, proposal, &treaty.treaty, &record.parties[party], today, &mut findings);
        groups.entry((&act.treaty, act.party)).or_default().push(at);
    }
    for ((treaty, code), members) in groups {
        if let (Some(treaty), Some(party)) = (record.treaty_by_id(treaty), record.parties.by_code(code)) {
            let sequence = Sequence::of(&members, proposals, treaty.acts_of(party));
            sequence.examine(&record.parties[party], &mut findings);
        }
    }
    if !findings.iter().any(|finding| finding.refused) {
        in_time(proposals, record, &mut findings);
    }
    accepted_by_parties(proposals, record, &mut findings);
    findings.sort_by_key(|finding| finding.proposal);
    findings
}

fn unknown(at: usize, act: &Act, record: &Record) -> Finding {
    if record.treaty_by_id(&act.treaty).is_none() {
        return match record.treaty(act.treaty.as_str()) {
            Ok(known) => {
                let message =
                    format!("the register holds no treaty `{}`; identifiers are written in one way", act.treaty);
                Finding::refused(at, "treaty", message, Some(known.treaty.treaty.to_string()))
            }
            Err(unknown) => {
                let nearest = unknown.nearest().first().cloned();
                Finding::refused(at, "treaty", unknown.to_string(), nearest)
            }
        };
    }
    Finding::refused(at, "party", format!("the register holds no party with the code {}", act.party), None)
}

/// What can be said of an act without looking at any other.
fn alone(at: usize, proposal: &Proposal<'_>, treaty: &Treaty, party: &Party, today: AsAt, findings: &mut Vec<Finding>) {
    let Proposal { act, standing } = proposal;
    let (day, adopted) = (act.date.at_latest(), treaty.adopted.on);
    let name = party.name_on(day.day()).in_text();
    if day < adopted {
        let message = format!(
            "the {} of {name} is dated {day}, before {} was adopted on {adopted}",
            act.action.noun(),
            treaty.treaty
        );
        findings.push(Finding::refused(at, "date", message, Some(format!("{adopted} or a later day"))));
    }
    if !today.follows(day) {
        let message = format!("the {} of {name} is dated {day}, which is still to come", act.action.noun());
        findings.push(Finding::refused(at, "date", message, Some(format!("{today} or an earlier day"))));
    }
    if let Some(received) = act.received.filter(|received| !today.follows(*received) || *received < day) {
        let message =
            format!("received on {received}: a paper of {day} is received on that day or later, and not after today");
        findings.push(Finding::refused(at, "received", message, Some(day.to_string())));
    }
    if matches!(act.date, DayOfAct::By(_)) && *standing == Standing::Deposited {
        let message =
            "a depositary knows the day of its own acts; only what is reported or unconfirmed may lack one".to_owned();
        findings.push(Finding::refused(
            at,
            "date",
            message,
            Some(format!("{day}, or the standing `unconfirmed` or `reported`")),
        ));
    }
    if let Some(effective) =
        act.effective.filter(|effective| effective.day() < day.day() && act.action != Action::Succession)
    {
        let message = format!(
            "the {} of {name} is dated {day} and can't have effect from {effective}: only a succession has effect from before it",
            act.action.noun()
        );
        findings.push(Finding::refused(at, "effective", message, Some(format!("{day} or a later day"))));
    }
    if let Some(from) = party.existed.and_then(|span| span.from).filter(|from| day.day() < *from) {
        let message = format!("{name} came into being on {from}, after this act of {day}");
        findings.push(Finding::queried(at, "date", message));
    }
    if let Some(refusal) = treaty.participation.refuses(act.action) {
        let allowed: Vec<&str> = refusal.allowed.iter().map(|action| action.word()).collect();
        let message = format!(
            "{} provides for {}, not for {} (article {})",
            treaty.treaty,
            allowed.join(" or "),
            act.action.word(),
            refusal.articles.join(" and ")
        );
        findings.push(Finding::refused_by_clause(at, "action", message, Some(allowed.join(" or "))));
    }
    if let Some(until) = party.existed.and_then(|span| span.until).filter(|until| day.day() >= *until) {
        let heirs: Vec<String> =
            party.succeeded_by.iter().chain(&party.continued_by).map(ToString::to_string).collect();
        let message = format!("{name} was no more from {until} on");
        let instead = if heirs.is_empty() { None } else { Some(heirs.join(" or ")) };
        findings.push(Finding::refused(at, "party", message, instead));
    }
}

/// Where an act of a sequence comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Register(u64),
    Proposal(usize),
}

/// One act of one party in the order of days.
#[derive(Debug, Clone, Copy)]
struct Link {
    origin: Origin,
    action: Action,
    standing: Standing,
    counts_from: DateOfAct,
    date: DayOfAct,
}

impl Link {
    fn describe(&self) -> String {
        match self.origin {
            Origin::Register(entry) => format!("{} of {} (entry {entry})", self.action.noun(), self.date),
            Origin::Proposal(_) => format!("{} of {} in the same import", self.action.noun(), self.date),
        }
    }
}

/// The acts of one party towards one treaty, recorded and proposed, by day.
struct Sequence {
    links: Vec<Link>,
}

impl Sequence {
    fn of(members: &[usize], proposals: &[Proposal<'_>], recorded: &[RecordedAct]) -> Self {
        let from_register = recorded.iter().map(|act| Link {
            origin: Origin::Register(act.entry),
            action: act.action,
            standing: act.standing,
            counts_from: act.counts_from(),
            date: act.date,
        });
        let from_proposals = members.iter().map(|at| {
            let Proposal { act, standing } = proposals[*at];
            Link {
                origin: Origin::Proposal(*at),
                action: act.action,
                standing,
                counts_from: act.received.unwrap_or_else(|| act.date.at_latest()),
                date: act.date,
            }
        });
        let mut links: Vec<Link> = from_register.chain(from_proposals).collect();
        links.sort_by_key(|link| {
            (link.counts_from, link.action.place_in_a_day(), link.action, matches!(link.origin, Origin::Proposal(_)))
        });
        Self { links }
    }

    fn examine(&self, party: &Party, findings: &mut Vec<Finding>) {
        let mut walk = Walk { party, signed: None, bound: None, notice: None, findings };
        for (place, link) in self.links.iter().enumerate() {
            let same = |other: &&Link| {
                other.action == link.action && other.date == link.date && other.standing == link.standing
            };
            if let Some(twin) = self.links[..place].iter().find(same) {
                walk.refuse(
                    link,
                    twin,
                    "action",
                    format!("this {} is recorded already: {}", link.action.noun(), twin.describe()),
                );
            } else if link.standing.counts() {
                walk.step(link);
            }
        }
    }
}

/// The state of one party's participation while its acts are walked through.
struct Walk<'a> {
    party: &'a Party,
    signed: Option<Link>,
    bound: Option<Link>,
    notice: Option<Link>,
    findings: &'a mut Vec<Finding>,
}

impl Walk<'_> {
    fn step(&mut self, link: &Link) {
        if link.action.signs() {
            self.sign(link);
        }
        if link.action.expresses_consent() {
            self.consent(link);
        }
        match (link.action, self.bound, self.notice) {
            (Action::WithdrawalOfInstrument | Action::Denunciation, None, _) => {
                let message = format!("{} had deposited no instrument by {}", self.name(link), link.date);
                self.blame(link, "action", message, None);
            }
            (Action::WithdrawalOfInstrument, Some(_), _) => self.bound = None,
            (Action::Denunciation, Some(_), Some(notice)) => {
                let message = format!("notice had been given already: {}", notice.describe());
                self.refuse(link, &notice, "action", message);
            }
            (Action::Denunciation, Some(_), None) => self.notice = Some(*link),
            (Action::WithdrawalOfDenunciation, _, None) => {
                let message = format!("{} had given no notice of denunciation by {}", self.name(link), link.date);
                self.blame(link, "action", message, Some("denunciation".to_owned()));
            }
            (Action::WithdrawalOfDenunciation, _, Some(_)) => self.notice = None,
            _ => {}
        }
    }

    fn sign(&mut self, link: &Link) {
        if let Some(first) = self.signed.filter(|_| link.action != Action::DefinitiveSignature) {
            let message = format!("{} has signed already: {}", self.name(link), first.describe());
            self.refuse(link, &first, "action", message);
        } else {
            self.signed = Some(*link);
        }
        if let (Some(bound), Origin::Proposal(at)) = (self.bound, link.origin) {
            let message = format!("{} signs after it was bound already: {}", self.name(link), bound.describe());
            self.findings.push(Finding::queried(at, "date", message));
        }
    }

    fn consent(&mut self, link: &Link) {
        if let (Some(first), None) = (self.bound, self.notice) {
            let message = format!("{} is bound already: {}", self.name(link), first.describe());
            self.refuse(link, &first, "action", message);
            return;
        }
        self.query_kind(link);
        self.bound = Some(*link);
        self.notice = None;
    }

    /// A State that has signed ratifies, and one that has not accedes: the difference is one of history only, so that
    /// the other word is queried and not refused.
    fn query_kind(&mut self, link: &Link) {
        let Origin::Proposal(at) = link.origin else { return };
        let query = match (link.action, self.signed) {
            (Action::Ratification | Action::Acceptance | Action::Approval, None) => {
                format!("{} had not signed by {}: a State that has not signed accedes", self.name(link), link.date)
            }
            (Action::Accession, Some(signature)) => {
                format!("{} had signed ({}): a State that has signed ratifies", self.name(link), signature.date)
            }
            _ => return,
        };
        self.findings.push(Finding::queried(at, "action", query));
    }

    fn name(&self, link: &Link) -> String {
        self.party.name_on(link.counts_from.day()).in_text().to_owned()
    }

    /// Refuses a proposal that contradicts another act. Where the later of the two is on the register already, it is the
    /// earlier one that is proposed.
    fn refuse(&mut self, later: &Link, earlier: &Link, field: &'static str, message: String) {
        let (blamed, other) = match (later.origin, earlier.origin) {
            (Origin::Proposal(_), _) => (later, earlier),
            _ => (earlier, later),
        };
        let message = if std::ptr::eq(blamed, later) {
            message
        } else {
            format!("{} comes before a later act that leaves no room for it: {}", blamed.describe(), other.describe())
        };
        let instead = match other.origin {
            Origin::Register(entry) => Some(format!("a correction of entry {entry}, if that one is wrong")),
            Origin::Proposal(_) => Some("one of the two rows".to_owned()),
        };
        self.blame(blamed, field, message, instead);
    }

    fn blame(&mut self, link: &Link, field: &'static str, message: String, instead: Option<String>) {
        if let Origin::Proposal(at) = link.origin {
            self.findings.push(Finding::refused(at, field, message, instead));
        }
    }
}

/// An amendment is accepted by parties to the treaty that it amends (VCLT 40(4)). Where no act towards that treaty is
/// recorded, nobody can say who they are.
fn accepted_by_parties(proposals: &[Proposal<'_>], record: &Record, findings: &mut Vec<Finding>) {
    let amended = |proposal: &Proposal<'_>| {
        let amendment = record.treaty_by_id(&proposal.act.treaty)?.treaty.amendment.as_ref()?;
        proposal.act.action.expresses_consent().then_some(&amendment.of)
    };
    if proposals.iter().all(|proposal| amended(proposal).is_none()) {
        return;
    }
    let supposed = record.supposing(proposals);
    for (at, proposal) in proposals.iter().enumerate() {
        let Some(of) = amended(proposal) else { continue };
        let (act, as_at) = (proposal.act, AsAt::new(proposal.act.date.at_latest().day()));
        let treaty = supposed.treaty_by_id(of).filter(|treaty| !treaty.acts.is_empty());
        let Some((treaty, party)) = treaty.zip(supposed.parties.by_code(act.party)) else { continue };
        let part = part_in(treaty, party, &supposed, as_at).map(|(_, part)| part);
        if part.is_none_or(|part| !part.is_contracting(as_at)) {
            let name = supposed.parties[party].name_on(as_at.day()).in_text();
            let message = format!(
                "{name} was not a party to {of} on {as_at}, and {} amends it: only parties to the treaty amended accept an \
                 amendment (VCLT 40(4))",
                act.treaty
            );
            let instead = Some(format!("an act towards {of} first"));
            findings.push(Finding::refused_by_clause(at, "party", message, instead));
        }
    }
}

/// Some acts have a time: a denunciation not before the treaty allows one, and the withdrawal of an instrument or of a
/// denunciation only before that has taken effect. When that is depends on what follows from the other acts, so it is looked
/// at only when the acts are otherwise in order.
fn in_time(proposals: &[Proposal<'_>], record: &Record, findings: &mut Vec<Finding>) {
    let has_a_time = |action| {
        matches!(action, Action::Denunciation | Action::WithdrawalOfDenunciation | Action::WithdrawalOfInstrument)
    };
    if !proposals.iter().any(|proposal| has_a_time(proposal.act.action)) {
        return;
    }
    let supposed = record.supposing(proposals);
    for (at, proposal) in proposals.iter().enumerate() {
        let act = proposal.act;
        if !has_a_time(act.action) || !proposal.standing.counts() || act.date.exact().is_none() {
            continue;
        }
        let (Some(treaty), Some(party)) = (supposed.treaty_by_id(&act.treaty), supposed.parties.by_code(act.party))
        else {
            continue;
        };
        let received = act.received.unwrap_or_else(|| act.date.at_latest());
        let finding = match act.action {
            Action::Denunciation => too_early(treaty, party, received, &supposed).map(|earliest| {
                let article = treaty.treaty.denunciation.as_ref().map_or("", |clause| clause.article.as_str());
                let message =
                    format!("received on {received}, before {earliest}, the first day that article {article} allows");
                Finding::refused_by_clause(at, "date", message, Some(format!("{earliest} or a later day")))
            }),
            action => too_late(action, treaty, party, received, &supposed).map(|since| {
                let message = format!(
                    "received on {received}, when what it withdraws had had effect since {since}; what has effect can't be withdrawn"
                );
                Finding::refused_by_clause(at, "date", message, Some(format!("a day before {since}")))
            }),
        };
        findings.extend(finding);
    }
}

/// Since when an instrument, or a denunciation, had had effect on the day before it was withdrawn.
fn too_late(
    action: Action,
    treaty: &TreatyRecord,
    party: PartyIndex,
    received: DateOfAct,
    record: &Record,
) -> Option<DateOfEffect> {
    let before = AsAt::new(received.day().yesterday().ok()?);
    let history = PartyHistory::of(treaty.acts_of(party), before)?;
    let treaty_in_force = EntryIntoForce::of(treaty, record, before, &mut Unasked);
    let bound = Bound::of(&history, treaty_in_force, treaty, record, before, &mut Unasked);
    let since = if action == Action::WithdrawalOfInstrument { bound.in_force } else { bound.ended };
    since.filter(|since| since.day() <= received.day())
}

fn too_early(treaty: &TreatyRecord, party: PartyIndex, received: DateOfAct, record: &Record) -> Option<DateOfAct> {
    let as_at = AsAt::new(received.day());
    let history = PartyHistory::of(treaty.acts_of(party), as_at)?;
    let treaty_in_force = EntryIntoForce::of(treaty, record, as_at, &mut Unasked);
    let bound = Bound::of(&history, treaty_in_force, treaty, record, as_at, &mut Unasked);
    let earliest = earliest_denunciation(treaty, bound.in_force?, treaty_in_force.date?)?;
    (received < earliest).then_some(earliest)
}
