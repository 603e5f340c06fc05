//! What a State says to another's reservation, or to another's consent where the treaty works pair by pair.

use super::super::{Statement, StatementKind};
use super::case::{Case, Trouble};
use crate::calendar::DateOfAct;
use crate::final_clauses::{AcceptanceNeeded, Effective, ReservationRules};
use crate::record::RecordedAct;

/// An objection is to a reservation of another State that was made and circulated, by a State that is bound or has signed.
pub(super) fn objection(case: &Case<'_>) -> Option<Trouble> {
    if case.statement.of.is_some() {
        return to_consent(case, Effective::UnlessObjectedTo);
    }
    let rule = "an objection is to a reservation that was made (VCLT 20(4))";
    let target = match others_reservation(case, rule) {
        Ok(target) => target,
        Err(trouble) => return Some(trouble),
    };
    let part = case.part(case.author);
    let may = part.is_some_and(|part| part.is_contracting(case.as_at()) || part.has_signed());
    if !may {
        let message = format!(
            "{} had neither signed {} nor was bound by it on {}: only contracting States object with effect (VCLT \
             20(4)(b)), and signatories once they are bound",
            case.name(),
            case.id(),
            case.day
        );
        return Some(Trouble::refused("party", message).instead("the kind `communication`"));
    }
    if let Some(circulated) = target.circulated.filter(|circulated| case.is_before(*circulated)) {
        let message = format!(
            "{} was circulated on {circulated}: the time for objections runs from notification (VCLT 20(5))",
            target.id
        );
        return Some(Trouble::refused("date", message).instead(&format!("{circulated} or a later day")));
    }
    if let Some(first) = case.standing_already(StatementKind::Objection, &target.id) {
        return Some(Trouble::refused("to", format!("{} has objected already, by {}", case.name(), first.id)));
    }
    if let Some(accepted) = case.standing_already(StatementKind::Acceptance, &target.id) {
        let message = format!("{} has accepted it, by {}, and an acceptance is final", case.name(), accepted.id);
        return Some(Trouble::refused("to", message));
    }
    without_effect(case, target)
}

/// Objections that have no effect are recorded, and circulated as communications.
fn without_effect(case: &Case<'_>, target: &Statement) -> Option<Trouble> {
    let rules = ReservationRules::of(case.treaty.treaty.reservations.as_ref());
    if rules.acceptance(&target.articles) == AcceptanceNeeded::NoneRequired {
        let message =
            format!("{} expressly authorizes the reservation; an objection has no effect (VCLT 20(1))", case.id());
        return Some(Trouble::queried("to", message));
    }
    let circulated = target.circulated?.exact()?;
    let month_end = case.treaty.treaty.month_end.unwrap_or_default();
    let until = DateOfAct::new(rules.objections().reckon(circulated.day(), month_end).ok()?.to);
    let bound = case.part(case.author).and_then(|part| part.consent).map(RecordedAct::counts_from);
    let until = bound.map_or(until, |bound| until.max(bound));
    let late = bound.is_some() && case.day.exact().is_some_and(|day| day > until);
    late.then(|| {
        let message = format!(
            "{}'s time to object to {} ended on {until}: the objection has no effect, and is circulated as a communication \
             (VCLT 20(5))",
            case.name(),
            target.id
        );
        Trouble::queried("date", message)
    })
}

/// An acceptance is that of a contracting State (VCLT 20(4)(a)).
pub(super) fn acceptance(case: &Case<'_>) -> Option<Trouble> {
    if case.statement.of.is_some() {
        return not_bound(case).or_else(|| to_consent(case, Effective::WhenAccepted));
    }
    let target = match others_reservation(case, "an acceptance is of a reservation that was made (VCLT 20(4))") {
        Ok(target) => target,
        Err(trouble) => return Some(trouble),
    };
    let organ = case.record.parties[case.author].kind == crate::party::PartyKind::Organization;
    if let Some(trouble) = not_bound(case).filter(|_| !organ) {
        return Some(trouble);
    }
    if let Some(first) = case.standing_already(StatementKind::Acceptance, &target.id) {
        return Some(Trouble::refused("to", format!("{} has accepted already, by {}", case.name(), first.id)));
    }
    let objection = case.standing_already(StatementKind::Objection, &target.id)?;
    let message = format!("{} has objected to it, by {}", case.name(), objection.id);
    let instead = format!("a withdrawal of {} (VCLT 22(2))", objection.id);
    Some(Trouble::refused("to", message).instead(&instead))
}

fn not_bound(case: &Case<'_>) -> Option<Trouble> {
    (!case.is_contracting()).then(|| {
        let message = format!(
            "{} was not a party to {} on {}: only a contracting State accepts (VCLT 20(4)(a))",
            case.name(),
            case.id(),
            case.day
        );
        Trouble::refused("party", message)
    })
}

/// The reservation, or modification of one, of another State that a statement names.
fn others_reservation<'a>(case: &Case<'a>, rule: &str) -> Result<&'a Statement, Trouble> {
    let target = case.target(rule)?;
    match target.kind {
        StatementKind::Reservation | StatementKind::Modification => {}
        StatementKind::OptOut => {
            let by = case.treaty.treaty.settlement.as_ref().and_then(|clause| clause.opt_out.as_deref());
            let message = format!(
                "{} is an opt-out that article {} of the treaty itself permits: nobody need accept it and nobody can object \
                 to it (VCLT 20(1))",
                target.id,
                by.unwrap_or_default()
            );
            return Err(Trouble::refused("to", message).instead("the kind `communication`"));
        }
        other => {
            let message = format!("{} is no reservation but a statement of the kind {other}: {rule}", target.id);
            return Err(Trouble::refused("to", message).instead("the kind `communication`"));
        }
    }
    if target.party == case.statement.party {
        return Err(Trouble::refused("to", format!("{} is {}'s own reservation", target.id, case.name())));
    }
    if case.is_before(target.counts_from()) {
        let message = format!("{} was made on {}, after this: {rule}", target.id, target.counts_from());
        return Err(Trouble::refused("date", message).instead(&format!("{} or a later day", target.counts_from())));
    }
    if case.is_withdrawn_by_now(&target.id) {
        return Err(Trouble::refused("to", format!("{} had been withdrawn by then", target.id)));
    }
    Ok(target)
}

/// Acceptance of another State's consent, or an objection to it, where the treaty gives it effect.
fn to_consent(case: &Case<'_>, wanted: Effective) -> Option<Trouble> {
    let of = case.statement.of?;
    if case.statement.to.is_some() {
        let message = "it is about a reservation (`to`) or about a State's consent to be bound (`of`), not about both";
        return Some(Trouble::refused("of", message.to_owned()));
    }
    let Some(clause) = case.treaty.treaty.pairs.as_ref().filter(|clause| clause.effective == wanted) else {
        let what = match wanted {
            Effective::WhenAccepted => "makes consent depend on the acceptance of others",
            Effective::UnlessObjectedTo => "lets a State object to another's consent",
        };
        return Some(Trouble::refused("of", format!("no article of {} {what}", case.id())));
    };
    let (part, party) = case.record.parties.by_code(of).map(|party| (case.part(party), party)).unzip();
    let consent = part.flatten().and_then(|part| part.consent).filter(|act| act.standing.counts());
    let name = party.map_or_else(|| of.to_string(), |party| case.name_of(party).to_owned());
    match consent {
        None => {
            let message =
                format!("{name} had not become bound by {} by {} (article {})", case.id(), case.day, clause.article);
            Some(Trouble::refused("of", message))
        }
        Some(act) if !clause.of.contains(&act.action) => {
            let kinds: Vec<&str> = clause.of.iter().map(|action| action.noun()).collect();
            let message = format!(
                "{name} became bound by {}, and article {} is about {}",
                act.action.noun(),
                clause.article,
                kinds.join(", ")
            );
            Some(Trouble::refused("of", message))
        }
        Some(_) => None,
    }
}
