//! Days of acts, of entries into force, of the nth instrument.

use law::calendar::{AsAt, Date};
use law::consent::PartyHistory;
use law::entry_into_force::EntryIntoForce;
use law::party::PartyIndex;
use law::reason::Unasked;
use law::record::{RecordedAct, TreatyRecord};

use super::{Asked, Judged, Value};
use crate::claims::{Claim, Kind, Whom};
use crate::reading::Meaning;

const NO_TREATY: &str = "it can't be told which treaty of the register is meant";

/// What a State did on a day.
pub fn act(claim: &Claim, party: Option<PartyIndex>, kind: Kind, date: Date, asked: &Asked<'_>) -> Judged {
    let Some(treaty) = asked.treaty(claim.treaty.as_ref()) else { return Judged::unclear(None, NO_TREATY) };
    let Some(party) = party else { return Judged::unclear(None, "the name may mean more than one State") };
    let acts: Vec<&RecordedAct> = treaty.acts_of(party).iter().filter(|act| act.standing.counts()).collect();
    let on_the_day = |act: &&&RecordedAct| {
        act.date.exact().is_some_and(|day| day.day() == date) || act.received.is_some_and(|day| day.day() == date)
    };
    let told = |act: &RecordedAct| Some(super::Value::Text(format!("{} {}", act.action, act.date)));
    let covered = || acts.iter().filter(|act| kind.covers(act.action));
    if let Some(same) = covered().find(on_the_day) {
        return Judged::agrees(told(same)).by([same.entry]);
    }
    if let Some(other) = acts.iter().find(on_the_day) {
        let why = format!("on that day the register has its {}", other.action);
        return Judged::unclear(told(other), why).by([other.entry]);
    }
    let name = asked.name(party, Some(date));
    if let Some(other) = covered().next() {
        let why = format!("on record, {name}'s {} was on {}", other.action, other.date);
        return Judged::differs(told(other), why).by([other.entry]);
    }
    let complete = treaty.treaty.complete_to.is_none_or(|complete| date <= complete.day());
    if treaty.acts.is_empty() || !complete {
        return Judged::unclear(None, "the acts on record are not complete up to this day");
    }
    Judged::differs(None, format!("no {} by {name} is on record", kind.word()))
}

/// The entry into force of a treaty, or for a State.
pub fn entry_into_force(claim: &Claim, date: Date, party: Option<Whom>, asked: &Asked<'_>) -> Judged {
    let Some(treaty) = asked.treaty(claim.treaty.as_ref()) else { return Judged::unclear(None, NO_TREATY) };
    let derived = match party {
        None => EntryIntoForce::of(treaty, asked.record, AsAt::new(Date::MAX), &mut Unasked).date,
        Some(Whom(None)) => return Judged::unclear(None, "the name may mean more than one State"),
        Some(Whom(Some(party))) => {
            let status = asked.status(treaty, Date::MAX);
            status.participants.iter().find(|one| one.party == party).and_then(|one| one.in_force)
        }
    };
    let article = treaty.treaty.entry_into_force.as_ref().map(|clause| format!("article {}", clause.article));
    match derived.map(law::calendar::DateOfEffect::day) {
        Some(day) if day == date => {
            let judged = Judged::agrees(Some(day.into()));
            article.into_iter().fold(judged, Judged::because)
        }
        Some(day) if party.is_none() && for_one_named(claim, date, treaty, asked) => Judged::unclear(
            Some(day.into()),
            "on this day the treaty entered into force for a State that the sentence names",
        ),
        Some(day) => Judged::differs(
            Some(day.into()),
            format!("it follows from the register that this was on {day} ({})", article.unwrap_or_default()),
        ),
        None => Judged::unclear(None, "the register can't tell that day"),
    }
}

/// Whether the sentence names a State for which the treaty entered into force on a day.
fn for_one_named<'a>(claim: &Claim, date: Date, treaty: &'a TreatyRecord, asked: &Asked<'a>) -> bool {
    let status = asked.status(treaty, Date::MAX);
    let named = asked.sentence(claim).iter().filter_map(|word| match word.meaning {
        Meaning::State(party) => party,
        _ => None,
    });
    let mut named = named.filter_map(|party| status.participants.iter().find(|one| one.party == party));
    named.any(|one| one.in_force.is_some_and(|day| day.day() == date))
}

/// Which place a State has among those bound, by the day of its instrument. Several on one day share their places.
pub fn nth_state(claim: &Claim, nth: u32, party: Option<PartyIndex>, asked: &Asked<'_>) -> Judged {
    let Some(treaty) = asked.treaty(claim.treaty.as_ref()) else { return Judged::unclear(None, NO_TREATY) };
    let Some(party) = party else { return Judged::unclear(None, "the name may mean more than one State") };
    let acts = instruments(treaty);
    let Some(own) = acts.iter().find(|act| act.party == party) else {
        return Judged::unclear(None, "no instrument of this State is on record");
    };
    let before = acts.iter().filter(|act| act.counts_from() < own.counts_from()).count();
    let together = acts.iter().filter(|act| act.counts_from() == own.counts_from()).count();
    let said = usize::try_from(nth).unwrap_or(usize::MAX);
    let register = Some(Value::Number((before + 1) as u64));
    if (before + 1..=before + together).contains(&said) {
        return Judged::agrees(register).by([own.entry]);
    }
    // States that are no more may or may not be counted.
    let gone = acts.iter().any(|act| !asked.record.parties[act.party].existed_on(claim.as_at.unwrap_or(Date::MAX)));
    if gone || treaty.treaty.complete_to.is_some_and(|complete| own.counts_from().day() > complete.day()) {
        return Judged::unclear(register, "the place depends on which instruments are counted");
    }
    let why = format!("on record, its instrument of {} was number {}", own.counts_from(), before + 1);
    Judged::differs(register, why).by([own.entry])
}

/// The instruments of a treaty that count towards its entry into force, by day.
fn instruments(treaty: &TreatyRecord) -> Vec<&RecordedAct> {
    let needed = treaty.treaty.entry_into_force.as_ref().and_then(|clause| clause.when.instruments());
    let histories = treaty.by_party().filter_map(|acts| PartyHistory::of(acts, AsAt::new(Date::MAX)));
    let mut acts: Vec<&RecordedAct> = histories
        .flat_map(|history| history.tenures.into_iter().filter(|tenure| tenure.withdrawal.is_none()).take(1))
        .map(|tenure| tenure.consent)
        .filter(|act| needed.is_none_or(|needed| needed.counts(act.action)))
        .collect();
    acts.sort_by_key(|act| act.counts_from());
    acts
}

/// The nth instrument, and its day.
pub fn nth(claim: &Claim, nth: u32, date: Option<Date>, brings: bool, asked: &Asked<'_>) -> Judged {
    let Some(treaty) = asked.treaty(claim.treaty.as_ref()) else { return Judged::unclear(None, NO_TREATY) };
    let clause = treaty.treaty.entry_into_force.as_ref();
    let needed = clause.and_then(|clause| clause.when.instruments()).map(|needed| u32::from(needed.count));
    let acts = instruments(treaty);
    let place = usize::try_from(nth).ok().and_then(|nth| nth.checked_sub(1));
    let act = place.and_then(|place| acts.get(place));
    let register = act.map(|act| act.counts_from().day().into());
    if let Some(needed) = needed.filter(|needed| brings && *needed != nth) {
        let article = clause.map_or("", |clause| clause.article.as_str());
        return Judged::differs(register, format!("by article {article} it is instrument number {needed} that counts"));
    }
    match (act, date) {
        (Some(act), Some(date)) if act.counts_from().day() == date => Judged::agrees(register).by([act.entry]),
        (Some(act), Some(_)) => {
            let why = format!("instrument number {nth} on record was deposited on {}", act.counts_from());
            Judged::differs(register, why).by([act.entry])
        }
        (_, None) if brings && needed == Some(nth) => Judged::agrees(register),
        _ => Judged::unclear(register, "the register can't tell that day"),
    }
}

/// The adoption of the text.
pub fn adopted(claim: &Claim, date: Date, asked: &Asked<'_>) -> Judged {
    let Some(treaty) = asked.treaty(claim.treaty.as_ref()) else { return Judged::unclear(None, NO_TREATY) };
    let day = treaty.treaty.adopted.on.day();
    let judged = if day == date {
        Judged::agrees(Some(day.into()))
    } else {
        Judged::differs(Some(day.into()), format!("on record, the text was adopted on {day}"))
    };
    judged.by([treaty.entry])
}
