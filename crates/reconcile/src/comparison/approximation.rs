//! Numbers that are not meant as exact counts of the day: "more than 40", "ratification by 20 States".

use law::calendar::{AsAt, Date};
use law::entry_into_force::EntryIntoForce;
use law::reason::Unasked;

use super::participation::{number, other_senses, status};
use super::{Asked, Judged, Value};
use crate::claims::{Bound, Claim, Role};

/// A count in words that give no exact number. It agrees where what is on record bears them out.
pub fn bounded(claim: &Claim, role: Role, bound: Bound, said: u32, asked: &Asked<'_>) -> Judged {
    let status = match status(claim, asked) {
        Ok(status) => status,
        Err(judged) => return judged,
    };
    let said = usize::try_from(said).unwrap_or(usize::MAX);
    let registered = number(role, &status, asked);
    let register = Some(Value::Number(registered as u64));
    let holds = |registered: usize| holds(bound, said, registered);
    match holds(registered) {
        Some(true) => return Judged::agrees(register).because(format!("there are {registered} on record")),
        None => return Judged::unclear(register, "the text gives no exact number"),
        Some(false) => {}
    }
    let other = other_senses(role).iter().any(|other| holds(number(*other, &status, asked)) == Some(true));
    if other || status.past_complete_to().is_some() {
        return Judged::unclear(register, "the text gives no exact number, and the words may be meant otherwise");
    }
    let why = format!("as at {} there are {registered} on record, not {} {said}", status.as_at, bound.words());
    Judged::differs(register, why)
}

/// Whether words like "more than 40" are borne out by a number; `None` where it can't be said.
fn holds(bound: Bound, said: usize, registered: usize) -> Option<bool> {
    let near = registered.abs_diff(said).saturating_mul(10) <= said;
    match bound {
        Bound::Exactly => Some(registered == said),
        Bound::MoreThan => Some(registered > said),
        Bound::AtLeast => Some(registered >= said),
        Bound::FewerThan => Some(registered < said),
        Bound::Almost => (near && registered < said).then_some(true),
        Bound::About => near.then_some(true),
    }
}

/// How many instruments are said to have brought a treaty into force: as many as it asks for, or as many as there were by
/// then.
pub fn threshold(claim: &Claim, said: u32, asked: &Asked<'_>) -> Judged {
    let Some(treaty) = asked.treaty(claim.treaty.as_ref()) else {
        return Judged::unclear(None, "it can't be told which treaty of the register is meant");
    };
    let clause = treaty.treaty.entry_into_force.as_ref();
    let Some((clause, needed)) = clause.and_then(|clause| Some((clause, clause.when.instruments()?))) else {
        return Judged::unclear(None, "the register holds no number of instruments that the treaty asks for");
    };
    let needed = u32::from(needed.count);
    let register = Some(Value::Number(u64::from(needed)));
    if said == needed {
        return Judged::agrees(register).because(format!("article {}", clause.article));
    }
    let entry = EntryIntoForce::of(treaty, asked.record, AsAt::new(Date::MAX), &mut Unasked).date;
    let by_then = entry.map(|day| number(Role::Contracting, &asked.status(treaty, day.day()), asked));
    match by_then {
        Some(by_then) if said < needed || usize::try_from(said).is_ok_and(|said| said > by_then) => Judged::differs(
            register,
            format!("by article {} it takes {needed}, and by then there were {by_then}", clause.article),
        ),
        _ => Judged::unclear(register, "the text may count the instruments that there were by then"),
    }
}
