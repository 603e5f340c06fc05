//! What was signed and deposited in the time up to a day, and for whom the treaty entered into force in it.

use law::calendar::Date;
use law::final_clauses::{Period, Worded};
use law::status::Participant;

use super::composer::ReportError;
use super::composition::Content;
use super::subject::Subject;
use super::telling::{Telling, by_day, counted, states};
use crate::document::{Grounds, Paragraph};
use crate::enumeration::list;
use crate::un_date::ENGLISH;

/// A paragraph on the acts of the time, and one on the States for which the treaty is in force.
pub(super) fn told(subject: &Subject<'_>, within: &Worded<Period>) -> Result<Vec<Content>, ReportError> {
    let status = subject.status()?;
    let time = Time { from: subject.beginning(within), to: subject.as_at.day() };
    let participants: Vec<&Participant<'_>> = status.participants.iter().filter(|one| one.standing.counts()).collect();
    Ok([acts(subject, time, &participants)?, in_force(subject, time, &participants)?]
        .into_iter()
        .map(Content::Paragraph)
        .collect())
}

#[derive(Clone, Copy)]
struct Time {
    from: Date,
    to: Date,
}

impl Time {
    fn includes(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

type Dated<'a> = Vec<(Date, &'a str)>;

/// Those of whom a day is in the time, by day and then by name.
fn dated<'a>(
    participants: &[&Participant<'a>],
    time: Time,
    day: impl Fn(&Participant<'a>) -> Option<Date>,
) -> Dated<'a> {
    let of = |one: &&Participant<'a>| day(one).filter(|day| time.includes(*day)).map(|day| (day, one.name.in_text()));
    let mut dated: Dated<'a> = participants.iter().filter_map(of).collect();
    dated.sort_by_key(|(day, _)| *day);
    dated
}

fn telling(subject: &Subject<'_>) -> Result<Telling, ReportError> {
    Ok(Telling::on(Grounds::Treaty(subject.treaty()?.treaty.treaty.clone()), subject.as_at))
}

fn acts(subject: &Subject<'_>, time: Time, participants: &[&Participant<'_>]) -> Result<Paragraph, ReportError> {
    let signed = dated(participants, time, |one| one.signature.map(|act| act.date.at_latest().day()));
    let bound = dated(participants, time, |one| one.consent.map(|act| act.date.at_latest().day()));
    let ended = dated(participants, time, |one| one.ended.map(law::calendar::DateOfEffect::day));
    let mut telling = telling(subject)?;
    telling.say(&format!("Between {} and {}, ", ENGLISH.write(time.from), ENGLISH.write(time.to)));
    telling.figure("deposits", states(bound.len()));
    telling.say(" deposited instruments of consent to be bound");
    say_dated(&mut telling, &bound);
    telling.say("; ");
    telling.figure("signatures", states(signed.len()));
    telling.say(&format!(" signed {}", subject.the_treaty()));
    say_dated(&mut telling, &signed);
    if !ended.is_empty() {
        telling.say("; ");
        telling.figure("ended", states(ended.len()));
        telling.say(" ceased to be bound");
        say_dated(&mut telling, &ended);
    }
    telling.say(".");
    Ok(telling.told())
}

/// ": A (1 May 2008) and B (3 June 2008)".
fn say_dated(telling: &mut Telling, dated: &[(Date, &str)]) {
    if !dated.is_empty() {
        let each: Vec<String> = dated.iter().map(|(day, name)| format!("{name} ({})", ENGLISH.write(*day))).collect();
        telling.say(&format!(": {}", list(&each)));
    }
}

fn in_force(subject: &Subject<'_>, time: Time, participants: &[&Participant<'_>]) -> Result<Paragraph, ReportError> {
    let status = subject.status()?;
    let the_treaty = subject.the_treaty();
    let entered = dated(participants, time, |one| one.in_force.map(law::calendar::DateOfEffect::day));
    let mut ahead: Dated<'_> = status
        .contracting()
        .filter_map(|one| one.in_force.map(|day| (day.day(), one.name.in_text())))
        .filter(|(day, _)| *day > time.to)
        .collect();
    ahead.sort_by_key(|(day, _)| *day);
    let mut telling = telling(subject)?;
    if !entered.is_empty() {
        telling.say(&format!("In that time {the_treaty} entered into force for {}. ", by_day(&entered)));
    }
    telling.say("On ");
    telling.day("as-at", time.to);
    telling.say(&format!(" {the_treaty} was in force for "));
    telling.figure("parties", states(status.counts.parties));
    if ahead.is_empty() {
        telling.say(".");
    } else {
        let more = counted(ahead.len(), "State", "States");
        telling.say(&format!(
            "; for {more} that had deposited, it was to enter into force later: for {}.",
            by_day(&ahead)
        ));
    }
    Ok(telling.told())
}
