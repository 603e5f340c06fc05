//! A status table, taken apart into acts by whoever knows its form, against the acts on record.

use std::collections::HashSet;

use law::act::{Act, DayOfAct};
use law::calendar::{AsAt, Date};
use law::party::PartyIndex;
use law::record::{Record, RecordedAct, TreatyRecord};
use law::status::{Participant, Status};

use crate::answer::{At, ClaimAnswer, Reconciliation};
use crate::comparison::{Judged, Value, Verdict};
use crate::source::Form;

/// An act as a row of a table has it.
#[derive(Debug, Clone)]
pub struct Row {
    /// The line of the file.
    pub line: usize,
    /// The act.
    pub act: Act,
}

/// Compares a table. It speaks as at a day, or else as at the day of its latest act.
#[must_use]
pub fn compare(
    source: &str,
    rows: &[Row],
    treaty: &TreatyRecord,
    record: &Record,
    as_at: Option<Date>,
) -> Reconciliation {
    let latest = rows.iter().filter_map(|row| row.act.date.exact()).map(law::calendar::DateOfAct::day).max();
    let day = as_at.or(latest);
    let status = Status::of(treaty, record, AsAt::new(day.unwrap_or(Date::MAX)));
    let mut claims: Vec<ClaimAnswer> = rows.iter().map(|row| claim(row, treaty, record)).collect();
    claims.extend(left_out(rows, &status, record));
    for claim in &mut claims {
        (claim.treaty, claim.as_at) = (Some(treaty.treaty.treaty.clone()), day);
    }
    let mut number = 0;
    for claim in claims.iter_mut().filter(|claim| claim.verdict == Verdict::Differs) {
        number += 1;
        claim.substance = Some(number);
    }
    Reconciliation {
        source: source.to_owned(),
        form: Form::Table,
        language: "en",
        as_at: day,
        as_at_from: if as_at.is_some() { "question" } else { "latest act" },
        agreeing: count(&claims, Verdict::Agrees),
        differing: count(&claims, Verdict::Differs),
        unclear: count(&claims, Verdict::Unclear),
        differences: number,
        claims,
    }
}

fn count(claims: &[ClaimAnswer], verdict: Verdict) -> usize {
    claims.iter().filter(|claim| claim.verdict == verdict).count()
}

fn claim(row: &Row, treaty: &TreatyRecord, record: &Record) -> ClaimAnswer {
    let Row { line, act } = row;
    let party = record.parties.by_code(act.party);
    let name = party.map_or_else(|| act.party.to_string(), |party| name(record, party));
    let value = format!("{name}: {}", act.date);
    let judged = judge(act, party, treaty);
    answer(*line, act.action.word().to_owned(), Some(value), judged)
}

fn answer(line: usize, claim: String, value: Option<String>, judged: Judged) -> ClaimAnswer {
    let quote = value.clone().unwrap_or_default();
    let to = quote.chars().count();
    let at = At { paragraph: line, number: None, from: 0, to, file: None, quote };
    ClaimAnswer::judged(at, claim, value.map(Value::Text), judged)
}

fn name(record: &Record, party: PartyIndex) -> String {
    record.parties[party].name_on(Date::MAX).name.clone()
}

fn judge(act: &Act, party: Option<PartyIndex>, treaty: &TreatyRecord) -> Judged {
    let acts = party.map_or(&[][..], |party| treaty.acts_of(party));
    let told = |act: &RecordedAct| Some(Value::Text(format!("{} {}", act.action, act.date)));
    let counted = || acts.iter().filter(|other| other.standing.counts());
    let Some(day) = act.date.exact() else { return over(act.date, acts) };
    let same_day = |other: &&RecordedAct| other.date.exact() == Some(day) || other.received == Some(day);
    if let Some(same) = counted().filter(|other| other.action == act.action).find(same_day) {
        return Judged::agrees(told(same)).by([same.entry]);
    }
    if let Some(other) = counted().find(same_day) {
        return Judged::differs(told(other), format!("on record it is a {}", other.action)).by([other.entry]);
    }
    if let Some(other) = counted().find(|other| other.action == act.action) {
        return Judged::differs(told(other), format!("on record it was on {}", other.date)).by([other.entry]);
    }
    if treaty.treaty.complete_to.is_some_and(|complete| complete < day) {
        return Judged::unclear(None, "the acts on record are not complete up to this day");
    }
    Judged::differs(None, format!("no {} is on record", act.action))
}

/// A participation that the table shows as over, without saying since when.
fn over(by: DayOfAct, acts: &[RecordedAct]) -> Judged {
    use law::act::Action::{Denunciation, WithdrawalOfInstrument};
    let ends = |act: &&RecordedAct| {
        matches!(act.action, Denunciation | WithdrawalOfInstrument) && act.counts_from() <= by.at_latest()
    };
    match acts.iter().find(ends) {
        Some(end) => Judged::agrees(Some(Value::Text(format!("{} {}", end.action, end.date)))).by([end.entry]),
        None => Judged::unclear(None, "no end of the participation is on record, and the table gives no day for it"),
    }
}

/// The States bound, or signatories, on the day, that the table lacks.
fn left_out(rows: &[Row], status: &Status<'_>, record: &Record) -> Vec<ClaimAnswer> {
    let in_table: HashSet<PartyIndex> = rows.iter().filter_map(|row| record.parties.by_code(row.act.party)).collect();
    let absent = |one: &&Participant<'_>| {
        (one.is_contracting(status.as_at) || one.has_signed())
            && !one.has_ended(status.as_at)
            // What a State signed that is no more stands in the notes of a table.
            && record.parties[one.party].existed_on(status.as_at.day())
            && !in_table.contains(&one.party)
    };
    let last = rows.last().map_or(1, |row| row.line);
    let told = |one: &Participant<'_>| {
        let acts: Vec<&RecordedAct> = [one.signature, one.consent].into_iter().flatten().collect();
        let words: Vec<String> = acts.iter().map(|act| format!("{} {}", act.action, act.date)).collect();
        let register = Some(Value::Text(format!("{}: {}", one.name.name, words.join(", "))));
        let why = format!("the table lacks {}", one.name.name);
        answer(
            last,
            "participant left out".to_owned(),
            None,
            Judged::differs(register, why).by(acts.iter().map(|act| act.entry)),
        )
    };
    status.participants.iter().filter(absent).map(told).collect()
}
