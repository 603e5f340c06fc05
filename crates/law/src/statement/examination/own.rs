//! What a State says of its own part: reservations and opt-outs, their confirmation, modification and withdrawal.

use super::super::{Occasion, Statement, StatementKind, Touch, covers, overlap};
use super::case::{Case, Trouble};
use crate::act::DayOfAct;
use crate::record::RecordedAct;
use crate::reservation::{act_of_the_kind, day_made, occasion};

/// A reservation is formulated when signing, ratifying, accepting, approving or acceding (VCLT 19), or late.
pub(super) fn reservation(case: &Case<'_>) -> Option<Trouble> {
    accompanies_its_act(case).or_else(|| match case.statement.kind {
        StatementKind::OptOut => is_permitted(case),
        _ => is_not_forbidden(case),
    })
}

fn accompanies_its_act(case: &Case<'_>) -> Option<Trouble> {
    let at = occasion(case.statement, case.treaty, case.author);
    let (day, name) = (case.day, case.name());
    let Some(action) = at.action() else { return was_bound(case) };
    let by = day.at_latest();
    let act = match at {
        Occasion::Signature => signature(case),
        _ => act_of_the_kind(action, by, case.treaty, case.author),
    };
    let Some(act) = act else {
        let message = match case.statement.at {
            Some(_) => format!(
                "there is no {} of {name} by {day} that it could accompany: a reservation is formulated when signing or \
                 expressing consent to be bound (VCLT 19)",
                at.noun()
            ),
            None => format!(
                "{name} had neither signed {} nor expressed its consent to be bound by {day}: a reservation is formulated \
                 when it does (VCLT 19)",
                case.id()
            ),
        };
        let later = later_act(case, action);
        let trouble = Trouble::refused("date", message);
        return Some(match later {
            Some(later) => trouble.instead(&format!("{}, the day of its {}", later.counts_from(), at.noun())),
            None => trouble,
        });
    };
    let after = day.exact().is_some_and(|day| day > act.counts_from() && day > act.date.at_latest());
    (after && case.statement.at.is_some()).then(|| {
        let message = format!(
            "the {} of {name} was on {}, and this is dated {day}: what is made after it does not accompany it (VCLT 19)",
            at.noun(),
            act.counts_from()
        );
        Trouble::refused("at", message).instead("at = \"later\": it is circulated, and stands if nobody objects in time")
    })
}

fn signature<'a>(case: &Case<'a>) -> Option<&'a RecordedAct> {
    let by = case.day.at_latest();
    let signed = |act: &&RecordedAct| act.action.signs() && act.standing.counts() && act.counts_from() <= by;
    case.treaty.acts_of(case.author).iter().rfind(signed)
}

fn later_act<'a>(case: &Case<'a>, action: crate::act::Action) -> Option<&'a RecordedAct> {
    case.treaty.acts_of(case.author).iter().find(|act| act.action == action && act.standing.counts())
}

fn was_bound(case: &Case<'_>) -> Option<Trouble> {
    if case.is_contracting() {
        return None;
    }
    let (name, day) = (case.name(), case.day);
    let ended = case.part(case.author).and_then(|part| part.ended).filter(|ended| case.as_at().reaches(*ended));
    let message = match ended {
        Some(ended) => format!("{name} was no longer bound by {} from {ended} on, and this is dated {day}", case.id()),
        None => {
            format!("{name} was not bound by {} on {day}: only who is bound can be late with a reservation", case.id())
        }
    };
    Some(Trouble::refused("party", message))
}

/// An opt-out is one only where the treaty permits it.
fn is_permitted(case: &Case<'_>) -> Option<Trouble> {
    let Statement { articles, .. } = case.statement;
    let clause = case.treaty.treaty.settlement.as_ref();
    let Some((clause, by)) = clause.and_then(|clause| Some((clause, clause.opt_out.as_ref()?))) else {
        let message = format!("{} has no article under which a State may declare itself not bound", case.id());
        return Some(Trouble::refused("kind", message).instead("`reservation`"));
    };
    if articles.is_empty() {
        let message =
            format!("it does not say of which article; article {by} permits it of article {}", clause.article);
        return Some(Trouble::refused("articles", message).instead(&format!("articles = [\"{}\"]", clause.article)));
    }
    let other = articles.iter().find(|article| !overlap(article, &clause.article))?;
    let message = format!("article {by} permits to opt out of article {}, not of article {other}", clause.article);
    Some(Trouble::refused("articles", message).instead(&clause.article))
}

fn is_not_forbidden(case: &Case<'_>) -> Option<Trouble> {
    let Statement { articles, effect, .. } = case.statement;
    let clause = case.treaty.treaty.reservations.as_ref()?;
    if let Some(refused) = clause.refuses(articles, *effect == Some(Touch::Excludes)) {
        let message = format!(
            "article {} of {} forbids it: {} (VCLT 19); the depositary returns it",
            refused.by,
            case.id(),
            refused.what
        );
        return Some(Trouble::refused("articles", message));
    }
    let undecided = |forbidden: &&String| *forbidden != "excluding any Part";
    let rest: Vec<&str> = clause.forbidden.iter().filter(undecided).map(String::as_str).collect();
    let opt_out = case.treaty.treaty.settlement.as_ref().filter(|settlement| settlement.opt_out.is_some());
    if let Some(settlement) = opt_out.filter(|settlement| articles.iter().any(|one| overlap(one, &settlement.article)))
    {
        let by = settlement.opt_out.as_deref().unwrap_or_default();
        let message = format!("article {by} permits to opt out of article {}: is it an opt-out?", settlement.article);
        return Some(Trouble::queried("kind", message));
    }
    let by = clause.forbidden_by.as_deref().unwrap_or(&clause.article);
    (articles.is_empty() && !rest.is_empty()).then(|| {
        let message = format!("it names no provision, and article {by} forbids reservations {}", rest.join(", or "));
        Trouble::queried("articles", message)
    })
}

/// The author's own statement that this one names.
fn own<'a>(case: &Case<'a>, rule: &str) -> Result<&'a Statement, Trouble> {
    let target = case.target(rule)?;
    if target.party != case.statement.party {
        let message = format!("{} is a statement of {}, not of {}", target.id, target.party, case.statement.party);
        return Err(Trouble::refused("to", message));
    }
    if case.is_before(target.counts_from()) {
        let message = format!("{} was made on {}, after this", target.id, target.counts_from());
        return Err(Trouble::refused("date", message).instead(&format!("{} or a later day", target.counts_from())));
    }
    Ok(target)
}

/// A reservation made on signature is confirmed when its author expresses its consent to be bound, and at no other time
/// (VCLT 23(2)).
pub(super) fn confirmation(case: &Case<'_>) -> Option<Trouble> {
    let target = match own(case, "a confirmation is of a reservation made on signature (VCLT 23(2))") {
        Ok(target) => target,
        Err(trouble) => return Some(trouble),
    };
    let at = occasion(target, case.treaty, case.author);
    if target.kind != StatementKind::Reservation || at != Occasion::Signature {
        let made = match at {
            Occasion::Later => "after its author’s consent to be bound".to_owned(),
            at => format!("on {}", at.noun()),
        };
        let message = format!(
            "{} is a {} made {made}: only a reservation made on signature needs confirmation (VCLT 23(2))",
            target.id,
            target.kind.noun(),
        );
        return Some(Trouble::refused("to", message));
    }
    if let Some(first) = case.standing_already(StatementKind::Confirmation, &target.id) {
        return Some(Trouble::refused("to", format!("{} is confirmed already, by {}", target.id, first.id)));
    }
    let consents = |act: &&RecordedAct| act.action.expresses_consent() && act.standing.counts();
    let mut acts = case.treaty.acts_of(case.author).iter().filter(consents);
    let made = day_made(target, case.treaty, case.record).at_latest();
    let Some(act) = acts.find(|act| act.counts_from() >= made) else {
        let message = format!(
            "{} has not expressed its consent to be bound by {}: a reservation is confirmed when it does (VCLT 23(2))",
            case.name(),
            case.day
        );
        return Some(Trouble::refused("date", message));
    };
    let on = act.counts_from();
    let DayOfAct::On(day) = case.day else { return None };
    (day != on && day != act.date.at_latest()).then(|| {
        let when = if day > on { "after" } else { "before" };
        let message = format!(
            "the {} of {} was on {on}, and this confirmation is dated {day}, {when} it: a reservation is confirmed when \
             consent to be bound is expressed (VCLT 23(2))",
            act.action.noun(),
            case.name()
        );
        Trouble::refused("date", message).instead(&on.to_string())
    })
}

/// A modification is of a reservation of one's own that stands.
pub(super) fn modification(case: &Case<'_>) -> Option<Trouble> {
    let target = match own(case, "a modification is of a reservation that was made") {
        Ok(target) => target,
        Err(trouble) => return Some(trouble),
    };
    if target.kind != StatementKind::Reservation {
        let message = format!("{} is no reservation but a {}", target.id, target.kind.noun());
        return Some(Trouble::refused("to", message));
    }
    if case.is_withdrawn_by_now(&target.id) {
        let message = format!("{} had been withdrawn; there is nothing to modify", target.id);
        return Some(Trouble::refused("to", message));
    }
    was_bound(case).or_else(|| is_not_forbidden(case))
}

/// What was said may be taken back, in whole or in part (VCLT 22); an acceptance may not.
pub(super) fn withdrawal(case: &Case<'_>) -> Option<Trouble> {
    let target = match own(case, "a withdrawal is of something that was said (VCLT 22)") {
        Ok(target) => target,
        Err(trouble) => return Some(trouble),
    };
    let final_ =
        matches!(target.kind, StatementKind::Acceptance | StatementKind::Withdrawal | StatementKind::Confirmation);
    if final_ {
        let message = format!(
            "{} is a {}, which can't be withdrawn: reservations and objections can (VCLT 22)",
            target.id,
            target.kind.noun()
        );
        return Some(Trouble::refused("to", message));
    }
    if case.is_withdrawn_by_now(&target.id) {
        return Some(Trouble::refused("to", format!("{} had been withdrawn already", target.id)));
    }
    let outside = |article: &&String| !target.articles.iter().any(|own| covers(own, article) || covers(article, own));
    let stray = case.statement.articles.iter().find(outside).filter(|_| !target.articles.is_empty())?;
    let message = format!("{} does not concern article {stray}", target.id);
    Some(Trouble::refused("articles", message).instead(&target.articles.join(", ")))
}
