//! A treaty's final clauses in words, article by article.

use law::final_clauses::{Body, Declaration, EntryIntoForceClause, Family, Interval, IntervalReading};
use law::treaty::Treaty;
use papers::condition::{event, or};
use papers::enumeration::list;
use papers::number_words::nth;

use crate::notes::sentence;

/// What one article provides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    /// The article and paragraph.
    pub(crate) article: String,
    /// What it is about.
    pub(crate) about: &'static str,
    /// What it provides, as sentences.
    pub(crate) provides: Vec<String>,
}

/// The clauses that the register holds of a treaty.
pub(crate) fn clauses(treaty: &Treaty) -> Vec<Clause> {
    let mut clauses = participation(treaty);
    if let Some(clause) = &treaty.entry_into_force {
        clauses.extend(entry_into_force(clause));
    }
    clauses.extend(leaving(treaty));
    clauses.extend(changing(treaty));
    clauses.extend(treaty.declarations.values().map(declaration));
    clauses.extend(body(treaty));
    clauses
}

fn clause(article: &str, about: &'static str, provides: Vec<String>) -> Clause {
    Clause { article: article.to_owned(), about, provides }
}

fn participation(treaty: &Treaty) -> Vec<Clause> {
    let participation = &treaty.participation;
    let open_to = participation.open_to.as_deref().map(|whom| format!("Open to {whom}."));
    let signature = participation.signature.as_ref().map(|signature| {
        let needed: Vec<&str> = signature.subject_to.iter().map(|action| action.noun()).collect();
        let follows = match needed.as_slice() {
            [] => "Binding on signature.".to_owned(),
            needed => format!("Signature is subject to {}.", or(needed)),
        };
        clause(&signature.article, "Signature", open_to.into_iter().chain([follows]).collect())
    });
    let accession = participation.accession.as_ref().map(|accession| {
        clause(&accession.article, "Accession", vec!["Open to accession by those that have not signed.".to_owned()])
    });
    signature.into_iter().chain(accession).collect()
}

fn entry_into_force(rule: &EntryIntoForceClause) -> Vec<Clause> {
    let event = event(&rule.when);
    let mut provides = vec![sentence(&format!("{} {event}", when(rule.then.text())))];
    provides.extend(rule.not_before.as_ref().map(|earliest| format!("Not before: {earliest}.")));
    let treaty = clause(&rule.article, "Entry into force", provides);
    let Some(each) = &rule.each_party else { return vec![treaty] };
    let whom = match each.family {
        Family::AfterEntryIntoForce => "deposits after the entry into force",
        Family::AfterTheLastNeeded => "deposits after the last one needed",
        Family::EveryDeposit => "every deposit",
    };
    let mut provides = vec![format!("For {whom}: {} the party’s own deposit.", when(each.then.text()))];
    provides.extend(each.interval.as_ref().map(in_between));
    provides.extend(each.party_to.as_ref().map(|other| format!("Only a party to {other} can be bound.")));
    vec![treaty, clause(&each.article, "Entry into force for each party", provides)]
}

/// What the register does where the clause is silent.
fn in_between(interval: &Interval) -> String {
    let words = |reading: IntervalReading| match reading {
        IntervalReading::WithTheTreaty => "it takes effect with the treaty",
        IntervalReading::OwnPeriod => "its own period runs",
    };
    let mut says = format!(
        "On a deposit between the last one needed and the entry into force the clause is silent; the register reads it so \
         that {}",
        words(interval.reading)
    );
    if let Some(other) = interval.other {
        says.push_str(&format!(", the other reading being that {}", words(other)));
    }
    if let Some(standing) = &interval.standing {
        says.push_str(&format!(" ({standing})"));
    }
    says.push('.');
    says
}

fn leaving(treaty: &Treaty) -> Option<Clause> {
    let rule = treaty.denunciation.as_ref()?;
    let mut provides: Vec<String> =
        rule.not_before.iter().map(|floor| format!("Not earlier than {}.", floor.text())).collect();
    provides.push(format!("Takes effect {} receipt of the notice.", when(rule.effect.text())));
    if !rule.survives.is_empty() {
        provides.push(format!("Not affected: {}.", list(&rule.survives)));
    }
    Some(clause(&rule.article, "Denunciation", provides))
}

fn changing(treaty: &Treaty) -> Vec<Clause> {
    let revision = treaty.revision.as_ref().map(|rule| {
        let not_before = rule.not_before.as_ref().map(|floor| format!("Not earlier than {floor}."));
        let conference = rule.conference.as_ref().map(|share| format!("Conference: {share}."));
        let in_force = rule.in_force.as_ref().map(|needed| format!("In force on {needed}."));
        let standing = rule.standing.as_ref().map(|standing| as_note(standing));
        clause(&rule.article, "Revision", [not_before, conference, in_force, standing].into_iter().flatten().collect())
    });
    let reservations = treaty.reservations.as_ref().map(|rule| {
        let by = rule.forbidden_by.as_ref().map(|article| format!(" (article {article})")).unwrap_or_default();
        let forbidden = (!rule.forbidden.is_empty()).then(|| format!("Not permitted{by}: {}.", list(&rule.forbidden)));
        let withdrawal = rule.withdrawal.as_ref().map(|rule| format!("A withdrawal takes effect {}.", rule.effect));
        clause(&rule.article, "Reservations", [forbidden, withdrawal].into_iter().flatten().collect())
    });
    let settlement = treaty.settlement.as_ref().map(|rule| {
        let means = format!("By {}.", list(&rule.means));
        let opt_out = rule.opt_out.as_ref();
        let opt_out = opt_out.map(|article| format!("A State may declare itself not bound (article {article})."));
        let standing = rule.standing.as_ref().map(|standing| as_note(standing));
        clause(&rule.article, "Disputes", [Some(means), opt_out, standing].into_iter().flatten().collect())
    });
    revision.into_iter().chain(reservations).chain(settlement).collect()
}

fn declaration(rule: &Declaration) -> Clause {
    let mut provides = vec![format!("On {}.", rule.subject)];
    if let Some(threshold) = &rule.in_force {
        let nth = nth(threshold.when.declarations);
        provides.push(format!("In force {} the {nth} declaration.", when(threshold.then.text())));
    }
    clause(&rule.article, "Optional declaration", provides)
}

fn body(treaty: &Treaty) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = treaty.body.iter().flat_map(of_body).collect();
    if let Some(rule) = &treaty.reports {
        let provides = vec![format!("Initial report: {}.", rule.initial), format!("Then: {}.", rule.periodic)];
        clauses.push(clause(&rule.article, "Reports of States parties", provides));
    }
    clauses
}

fn of_body(body: &Body) -> Vec<Clause> {
    let seats = body.seats.iter().map(|seats| format!("{} members from {}.", seats.seats, seats.from));
    let mut provides = vec![format!("{}.", body.name)];
    provides.extend(seats);
    provides.push(format!("Term of {}.", body.term));
    let mut clauses = vec![clause(&body.article, "Treaty body", provides)];
    if let Some(rule) = &body.elections {
        let then = rule.then.as_ref().map(|then| format!(", then {then}")).unwrap_or_default();
        let list = rule.list.as_ref().map(|list| format!(", listed {list}")).unwrap_or_default();
        let provides = vec![
            format!("First election {}{then}.", rule.first),
            format!("Nominations invited {}, open {}{list}.", rule.invitation, rule.nominations),
            format!("Quorum: {}. Elected by: {}.", rule.quorum, rule.majority),
        ];
        clauses.push(clause(&rule.article, "Elections", provides));
    }
    if let Some(rule) = &body.officers {
        clauses.push(clause(&rule.article, "Officers", vec![format!("Term of {}.", rule.term)]));
    }
    clauses
}

/// A period as it stands before what it runs from: "on the 30th day after", "3 months after".
fn when(wording: &str) -> String {
    let bare = wording.strip_prefix("on ").unwrap_or(wording);
    let bare = bare.strip_prefix("the ").unwrap_or(bare);
    let names_a_day = bare.split_whitespace().take(2).any(|word| word == "day");
    if names_a_day { format!("on the {bare}") } else { bare.to_owned() }
}

fn as_note(standing: &str) -> String {
    format!("({standing})")
}
