//! Counts and members: who had a role on a day.

use law::act::Action;
use law::calendar::{AsAt, Date};
use law::committee::capacities;
use law::party::PartyIndex;
use law::record::RecordedAct;
use law::status::{Participant, Status};

use super::{Asked, Judged, Value};
use crate::claims::{Claim, Role};

/// Whether a participant has a role on a day.
pub fn has(role: Role, participant: &Participant<'_>, as_at: AsAt) -> bool {
    let bound_by = |wanted: fn(Action) -> bool| {
        participant.is_contracting(as_at) && participant.consent.is_some_and(|act| wanted(act.action))
    };
    match role {
        Role::Contracting => participant.is_contracting(as_at),
        Role::Party => participant.is_party(as_at),
        Role::Signatory => participant.has_signed(),
        Role::SignatoryOnly => participant.has_signed() && !participant.is_contracting(as_at),
        Role::Acceded => bound_by(|action| action == Action::Accession),
        Role::Ratified => {
            bound_by(|action| matches!(action, Action::Ratification | Action::Acceptance | Action::Approval))
        }
    }
}

/// Those that have a role on a day. States that are no more are in no published count or list, though what they signed stays
/// on record.
pub fn holders<'s, 'a>(
    role: Role,
    status: &'s Status<'a>,
    asked: &Asked<'a>,
) -> impl Iterator<Item = &'s Participant<'a>> {
    let (day, parties) = (status.as_at, &asked.record.parties);
    status.participants.iter().filter(move |one| has(role, one, day) && parties[one.party].existed_on(day.day()))
}

/// How many have a role on a day.
pub fn number<'a>(role: Role, status: &Status<'a>, asked: &Asked<'a>) -> usize {
    holders(role, status, asked).count()
}

fn value(number: usize) -> Value {
    Value::Number(number as u64)
}

/// A count. Where a list goes with it, its role has been settled by the list.
pub fn count(claim: &Claim, role: Role, number: u32, settled: bool, asked: &Asked<'_>) -> Judged {
    let status = match status(claim, asked) {
        Ok(status) => status,
        Err(judged) => return judged,
    };
    let (registered, said) = (self::number(role, &status, asked), usize::try_from(number).unwrap_or(usize::MAX));
    if registered == said {
        return Judged::agrees(Some(value(registered)));
    }
    let other = other_senses(role).iter().find(|other| !settled && self::number(**other, &status, asked) == said);
    if let Some(other) = other {
        let why = format!("{said} is the number of each {}, and {registered} of each {}", other.word(), role.word());
        return Judged::unclear(Some(value(registered)), why);
    }
    if status.past_complete_to().is_some() {
        return Judged::unclear(Some(value(registered)), "the acts on record are not complete up to this day");
    }
    if status.participants.iter().filter(|one| has(role, one, status.as_at)).count() == said {
        let why = format!("{said} with States that are no more, {registered} without them");
        return Judged::unclear(Some(value(registered)), why);
    }
    let article = if registered == 1 { "is" } else { "are" };
    let why = format!("as at {} there {article} {registered} on record, each a {}", status.as_at, role.word());
    Judged::differs(Some(value(registered)), why)
}

/// Other roles for which the same words are in use.
pub fn other_senses(role: Role) -> &'static [Role] {
    match role {
        Role::Contracting => &[Role::Ratified],
        Role::Party => &[Role::Contracting],
        Role::Signatory => &[Role::SignatoryOnly],
        Role::SignatoryOnly => &[Role::Signatory],
        Role::Acceded | Role::Ratified => &[],
    }
}

/// The status that a claim is about, or why there is none.
pub fn status<'a>(claim: &Claim, asked: &Asked<'a>) -> Result<std::rc::Rc<Status<'a>>, Judged> {
    let Some(treaty) = asked.treaty(claim.treaty.as_ref()) else {
        return Err(Judged::unclear(None, "it can't be told which treaty of the register is meant"));
    };
    let Some(day) = claim.as_at else {
        return Err(Judged::unclear(None, "the text gives no day; say with --as-at on which it speaks"));
    };
    let status = asked.status(treaty, day);
    if status.acts_recorded {
        Ok(status)
    } else {
        Err(Judged::unclear(None, "no act towards this treaty is on record"))
    }
}

/// The State named, and the treaty's status on the claim's day; or why nothing can be said.
fn named_on<'a>(
    claim: &Claim,
    party: Option<PartyIndex>,
    asked: &Asked<'a>,
) -> Result<(PartyIndex, std::rc::Rc<Status<'a>>), Judged> {
    let party = party.ok_or_else(|| Judged::unclear(None, "the name may mean more than one State"))?;
    Ok((party, status(claim, asked)?))
}

/// A State named as having a role.
pub fn member(claim: &Claim, role: Role, party: Option<PartyIndex>, asked: &Asked<'_>) -> Judged {
    let (party, status) = match named_on(claim, party, asked) {
        Ok(found) => found,
        Err(judged) => return judged,
    };
    let (participant, told, entries) = part_of(party, &status);
    let register = told.clone().map(Value::Text);
    if participant.is_some_and(|one| has(role, one, status.as_at)) {
        return Judged::agrees(register).by(entries);
    }
    let name = asked.name(party, claim.as_at);
    if role == Role::Party && participant.is_some_and(|one| one.is_contracting(status.as_at)) {
        return Judged::unclear(
            register,
            format!("{name} has deposited its instrument, and the treaty is not yet in force for it"),
        )
        .by(entries);
    }
    if status.past_complete_to().is_some() {
        return Judged::unclear(register, "the acts on record are not complete up to this day");
    }
    let why = format!(
        "as at {} {name} is no {} on record: {}",
        status.as_at,
        role.word(),
        told.unwrap_or_else(|| later(claim, party, asked))
    );
    Judged::differs(register, why).by(entries)
}

/// A State named as not having a role.
pub fn lacks(claim: &Claim, role: Role, party: Option<PartyIndex>, asked: &Asked<'_>) -> Judged {
    let (party, status) = match named_on(claim, party, asked) {
        Ok(found) => found,
        Err(judged) => return judged,
    };
    let (participant, told, entries) = part_of(party, &status);
    let register = told.clone().map(Value::Text);
    let name = asked.name(party, claim.as_at);
    let has_it = participant.is_some_and(|one| has(role, one, status.as_at));
    if has_it {
        let why = format!("as at {} {name} is a {} on record: {}", status.as_at, role.word(), told.unwrap_or_default());
        return Judged::differs(register, why).by(entries);
    }
    if role == Role::Party && participant.is_some_and(|one| one.is_contracting(status.as_at)) {
        let why = format!("{name} has deposited its instrument, and the treaty is not yet in force for it");
        return Judged::unclear(register, why).by(entries);
    }
    if status.past_complete_to().is_some() {
        return Judged::unclear(register, "the acts on record are not complete up to this day");
    }
    Judged::agrees(register).by(entries)
}

/// A State's part in the treaty, what it has done in a few words, and the entries.
fn part_of<'s, 'a>(
    party: PartyIndex,
    status: &'s Status<'a>,
) -> (Option<&'s Participant<'a>>, Option<String>, Vec<u64>) {
    let participant = status.participants.iter().find(|one| one.party == party);
    let (told, entries) = participant.map_or_else(|| (None, Vec::new()), |one| part(one, status));
    (participant, told, entries)
}

/// What a participant has done by the day, in a few words, with the entries.
fn part(one: &Participant<'_>, status: &Status<'_>) -> (Option<String>, Vec<u64>) {
    let act = |act: &RecordedAct| format!("{} {}", act.action, act.date);
    let acts: Vec<&RecordedAct> = [one.signature, one.consent].into_iter().flatten().collect();
    let entries = acts.iter().map(|act| act.entry).collect();
    let mut words: Vec<String> = acts.iter().map(|one| act(one)).collect();
    if one.standing == law::act::Standing::Reported {
        words.insert(0, "only reported, not on the depositary's record".to_owned());
    }
    if let Some(ended) = one.ended.filter(|day| status.as_at.reaches(*day)) {
        words.push(format!("no longer bound since {ended}"));
    }
    ((!words.is_empty()).then(|| words.join(", ")), entries)
}

/// What a State that had done nothing by the day did later.
fn later(claim: &Claim, party: PartyIndex, asked: &Asked<'_>) -> String {
    let acts = asked.treaty(claim.treaty.as_ref()).map_or(&[][..], |treaty| treaty.acts_of(party));
    let first = acts.iter().find(|act| act.standing.counts());
    first.map_or_else(
        || "it had done nothing towards the treaty".to_owned(),
        |act| format!("its {} was on {}", act.action, act.date),
    )
}

/// How many members a treaty's body has.
pub fn seats(claim: &Claim, number: u32, outright: bool, asked: &Asked<'_>) -> Judged {
    let Some(treaty) = asked.treaty(claim.treaty.as_ref()) else {
        return Judged::unclear(None, "it can't be told which treaty of the register is meant");
    };
    let Some(body) = &treaty.treaty.body else {
        return Judged::unclear(None, "the register knows of no body of this treaty");
    };
    let day = claim.as_at.unwrap_or(Date::MAX);
    let all = capacities(body, treaty, asked.record, AsAt::new(Date::MAX));
    let now = all.iter().rfind(|capacity| capacity.from.day() <= day).or(all.first());
    let Some(now) = now else { return Judged::unclear(None, "the register can't tell its seats") };
    let register = Some(Value::Number(u64::from(now.seats)));
    if u32::from(now.seats) == number {
        return Judged::agrees(register).because(format!("article {}", now.article));
    }
    let some_day = all.iter().any(|capacity| u32::from(capacity.seats) == number);
    if outright && !some_day {
        return Judged::differs(register, format!("the body has {} seats by article {}", now.seats, now.article));
    }
    if some_day && !outright {
        return Judged::agrees(register).because("a number of seats that the treaty provides for");
    }
    Judged::unclear(register, "the body has another number of seats on the day")
}
