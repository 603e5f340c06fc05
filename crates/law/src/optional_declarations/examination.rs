//! Whether an optional declaration, or its withdrawal, may be recorded.

use std::collections::BTreeMap;

use crate::act::{DayOfAct, Standing};
use crate::calendar::{AsAt, DateOfAct};
use crate::due_form::Finding;
use crate::nearest::nearest;
use crate::party::PartyCode;
use crate::record::{Record, TreatyRecord};
use crate::report_act::{DeclarationDeed, OptionalDeclaration};
use crate::state::part_in;
use crate::treaty::TreatyId;

/// A declaration, or a withdrawal of one, that is to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct ProposedDeclaration<'a> {
    /// The declaration.
    pub declaration: &'a OptionalDeclaration,
    /// On whose word.
    pub standing: Standing,
}

/// The field at fault, what is wrong, and the nearest right thing.
type Trouble = (&'static str, String, Option<String>);

/// Examines proposed declarations together against what a record holds. `today` is the day on which they are to be
/// recorded.
///
/// The findings are in the order of the proposals.
#[must_use]
pub fn examine(proposed: &[ProposedDeclaration<'_>], record: &Record, today: AsAt) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut groups: BTreeMap<(&TreatyId, &str, PartyCode), Vec<usize>> = BTreeMap::new();
    for (at, ProposedDeclaration { declaration, standing }) in proposed.iter().enumerate() {
        let troubles = [
            under_the_treaty(declaration, record),
            in_time(declaration, *standing, today),
            by_a_party(declaration, record),
        ];
        let troubles: Vec<Trouble> = troubles.into_iter().flatten().collect();
        if troubles.is_empty() {
            let key = (&declaration.treaty, declaration.article.as_str(), declaration.party);
            groups.entry(key).or_default().push(at);
        }
        let refused = |(field, message, instead)| Finding::refused(at, field, message, instead);
        findings.extend(troubles.into_iter().map(refused));
    }
    for ((treaty, article, party), members) in groups {
        in_sequence(&links(&members, proposed, (treaty, article, party), record), record, &mut findings);
    }
    findings.sort_by_key(|finding| finding.proposal);
    findings
}

/// The treaty must be there, and have the article.
fn under_the_treaty(declaration: &OptionalDeclaration, record: &Record) -> Option<Trouble> {
    let OptionalDeclaration { treaty: id, article, .. } = declaration;
    let treaty = match record.treaty(id.as_str()) {
        Err(unknown) => return Some(("treaty", unknown.to_string(), unknown.nearest().first().cloned())),
        Ok(treaty) => &treaty.treaty,
    };
    if treaty.treaty != *id {
        let message = format!("the register holds no treaty `{id}`; identifiers are written in one way");
        return Some(("treaty", message, Some(treaty.treaty.to_string())));
    }
    if treaty.declarations.contains_key(article) {
        return None;
    }
    let articles: Vec<&str> = treaty.declarations.keys().map(String::as_str).collect();
    let Some(first) = articles.first() else {
        return Some(("article", format!("{id} has no article under which a declaration can be made"), None));
    };
    let message = format!("{id} has no declaration under an article {article}: only under {}", articles.join(" and "));
    let near = nearest(article, articles.iter().copied(), 1).pop().unwrap_or(first);
    Some(("article", message, Some(near.to_owned())))
}

fn in_time(declaration: &OptionalDeclaration, standing: Standing, today: AsAt) -> Option<Trouble> {
    let date = declaration.date;
    if !today.follows(date.at_latest()) {
        let message = format!("the declaration is dated {date}, which is still to come");
        return Some(("date", message, Some(format!("{today} or an earlier day"))));
    }
    if matches!(date, DayOfAct::By(_)) && standing == Standing::Deposited {
        let message =
            "a depositary knows the day on which it received a declaration; only what is reported or unconfirmed may lack one"
                .to_owned();
        let instead = format!("{}, or the standing `unconfirmed` or `reported`", date.at_latest());
        return Some(("date", message, Some(instead)));
    }
    None
}

/// A State may declare when it deposits its instrument, and at any time after; the declaration counts once it is a party.
fn by_a_party(declaration: &OptionalDeclaration, record: &Record) -> Option<Trouble> {
    let treaty = record.treaty_by_id(&declaration.treaty)?;
    let Some(party) = record.parties.by_code(declaration.party) else {
        let message = format!("the register holds no party with the code {}", declaration.party);
        return Some(("party", message, None));
    };
    let day = declaration.date.at_latest();
    let as_at = AsAt::new(day.day());
    let part = part_in(treaty, party, record, as_at).map(|(_, participant)| participant);
    if part.as_ref().is_some_and(|participant| participant.is_contracting(as_at)) {
        return None;
    }
    let name = record.parties[party].name_on(day.day()).in_text();
    let (article, id) = (cited(treaty, &declaration.article), &treaty.treaty.treaty);
    let ended = part.filter(|one| one.has_ended(as_at)).and_then(|one| one.ended);
    let message = match ended {
        Some(ended) => {
            format!(
                "{name} was no longer a party to {id} from {ended} on; only States parties declare (article {article})"
            )
        }
        None => format!("{name} was not a party to {id} on {day}; only States parties declare (article {article})"),
    };
    Some(("party", message, None))
}

fn cited<'a>(treaty: &'a TreatyRecord, article: &'a str) -> &'a str {
    treaty.treaty.declarations.get(article).map_or(article, |clause| clause.article.as_str())
}

/// Where a declaration comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Register(u64),
    Proposal(usize),
}

/// One deed of one State under one article.
#[derive(Debug, Clone, Copy)]
struct Link<'a> {
    origin: Origin,
    declaration: &'a OptionalDeclaration,
    standing: Standing,
}

impl Link<'_> {
    fn day(&self) -> DateOfAct {
        self.declaration.date.at_latest()
    }

    fn describe(&self) -> String {
        let date = self.declaration.date;
        let deed = match self.declaration.deed {
            DeclarationDeed::Made => "the declaration",
            DeclarationDeed::Withdrawn => "the withdrawal",
        };
        match self.origin {
            Origin::Register(entry) => format!("{deed} of {date} (entry {entry})"),
            Origin::Proposal(_) => format!("{deed} of {date} in the same import"),
        }
    }
}

fn links<'a>(
    members: &[usize],
    proposed: &[ProposedDeclaration<'a>],
    (treaty, article, party): (&'a TreatyId, &str, PartyCode),
    record: &'a Record,
) -> Vec<Link<'a>> {
    let of_it = |declaration: &OptionalDeclaration| declaration.article == article && declaration.party == party;
    let recorded = record.declarations(treaty).filter(|kept| of_it(&kept.what)).map(|kept| Link {
        origin: Origin::Register(kept.entry),
        declaration: &kept.what,
        standing: kept.standing,
    });
    let proposals = members.iter().map(|at| Link {
        origin: Origin::Proposal(*at),
        declaration: proposed[*at].declaration,
        standing: proposed[*at].standing,
    });
    let mut links: Vec<Link<'a>> = recorded.chain(proposals).collect();
    links.sort_by_key(|link| (link.day(), link.declaration.deed, matches!(link.origin, Origin::Proposal(_))));
    links
}

/// A declaration is made once until it is withdrawn, and only what was made can be withdrawn. What is merely reported
/// stands in nobody's way.
fn in_sequence(links: &[Link<'_>], record: &Record, findings: &mut Vec<Finding>) {
    let mut standing: Option<&Link<'_>> = None;
    for link in links.iter().filter(|link| link.standing.counts()) {
        match (link.declaration.deed, standing) {
            (DeclarationDeed::Made, Some(first)) => {
                let message = format!("it has been made already: {}", first.describe());
                refuse(link, first, message, findings);
            }
            (DeclarationDeed::Made, None) => standing = Some(link),
            (DeclarationDeed::Withdrawn, Some(_)) => standing = None,
            (DeclarationDeed::Withdrawn, None) => {
                let Origin::Proposal(at) = link.origin else { continue };
                let OptionalDeclaration { treaty, article, party, date, .. } = link.declaration;
                let name = record.parties.by_code(*party).map_or_else(
                    || party.to_string(),
                    |index| record.parties[index].name_on(date.at_latest().day()).in_text().to_owned(),
                );
                let cited = record.treaty_by_id(treaty).map_or(article.as_str(), |known| cited(known, article));
                let message = format!("{name} had made no declaration under article {cited} of {treaty} by {date}");
                findings.push(Finding::refused(at, "deed", message, Some("`made`".to_owned())));
            }
        }
    }
}

/// Refuses whichever of the two is proposed.
fn refuse(later: &Link<'_>, earlier: &Link<'_>, message: String, findings: &mut Vec<Finding>) {
    let (at, other, message) = match (later.origin, earlier.origin) {
        (Origin::Proposal(at), _) => (at, earlier, message),
        (Origin::Register(_), Origin::Proposal(at)) => {
            (at, later, format!("it is made again later, and not withdrawn between: {}", later.describe()))
        }
        (Origin::Register(_), Origin::Register(_)) => return,
    };
    let instead = match other.origin {
        Origin::Register(entry) => format!("a correction of entry {entry}, if that one is wrong"),
        Origin::Proposal(_) => "one of the two".to_owned(),
    };
    findings.push(Finding::refused(at, "deed", message, Some(instead)));
}
