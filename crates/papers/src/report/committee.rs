//! The paragraph on a treaty's body: its seats and since when, its members, its next election.

use law::committee::{Capacity, Committee, Holder, SeatsBecause};

use super::composer::ReportError;
use super::subject::Subject;
use super::telling::{Telling, counted, in_words_below_ten};
use crate::document::{Grounds, Paragraph};
use crate::enumeration::list;
use crate::number_words::nth;

/// The body on the day.
pub(super) fn told(subject: &Subject<'_>) -> Result<Paragraph, ReportError> {
    let treaty = subject.treaty()?;
    let committee = Committee::of(treaty, subject.record, subject.as_at)
        .ok_or_else(|| ReportError::no_clause(subject.definition, "the body"))?;
    let mut telling = Telling::on(Grounds::Body(treaty.treaty.treaty.clone()), subject.as_at);
    say_seats(&mut telling, &committee, subject);
    say_members(&mut telling, &committee, subject);
    say_next_election(&mut telling, &committee);
    Ok(telling.told())
}

/// "Under article 72 … the Committee has 14 seats since 1 July 2009, the day of entry into force for the forty-first State
/// party; before that it had ten."
fn say_seats(telling: &mut Telling, committee: &Committee<'_>, subject: &Subject<'_>) {
    let name = &committee.body.name;
    let Some(seats) = committee.seats() else {
        telling.say(&format!("The {name} has no seats yet."));
        return;
    };
    telling.say(&format!("Under article {}, the {name} has ", seats.article));
    telling.figure("seats", seats.seats.to_string());
    telling.say(" seats since ");
    telling.day("seats-since", seats.from.day());
    telling.say(&because(seats, subject));
    let before = committee.capacities.iter().rfind(|capacity| capacity.from < seats.from);
    if let Some(before) = before {
        telling.say(&format!("; before that it had {}", before.seats));
    }
    telling.say(".");
}

fn because(seats: &Capacity<'_>, subject: &Subject<'_>) -> String {
    match &seats.because {
        SeatsBecause::EntryIntoForce => format!(", the day of entry into force of {}", subject.the_treaty()),
        SeatsBecause::InForceFor { nth: number, parties } => {
            let names: Vec<&str> = parties.iter().map(|party| subject.name(*party)).collect();
            match names.as_slice() {
                [only] => format!(", the day of entry into force for the {} State party, {only}", nth(*number)),
                _ => format!(
                    ", the day of entry into force for the {} State party ({} on one day)",
                    nth(*number),
                    list(&names)
                ),
            }
        }
        SeatsBecause::DepositBy { nth: number, .. } => format!(", the day of the {} deposit", nth(*number)),
        SeatsBecause::EntryIntoForceOf(other) => format!(", the day of entry into force of {other}"),
    }
}

fn say_members(telling: &mut Telling, committee: &Committee<'_>, subject: &Subject<'_>) {
    let day = subject.as_at.day();
    let mut serving: Vec<&Holder<'_>> = committee.composition.serving(day).collect();
    serving.sort_by(|one, other| one.member.name.cmp(&other.member.name));
    let unnamed = usize::from(committee.composition.unnamed_on(day));
    let unfilled = committee.unfilled();
    if serving.is_empty() && unnamed == 0 {
        telling.say(" No election of its members is recorded.");
        return;
    }
    telling.say(" On ");
    telling.day("as-at", day);
    telling.say(" it had ");
    telling.figure("members", counted(serving.len() + unnamed, "member", "members"));
    let mut each: Vec<String> = serving.iter().map(|holder| member(holder, subject)).collect();
    match (each.is_empty(), unnamed) {
        (_, 0) => {}
        (true, _) => telling.say(", whom no source of the register names"),
        (false, 1) => each.push("one more, whom no source of the register names".to_owned()),
        (false, _) => each.push(format!("{} more, whom no source of the register names", in_words_below_ten(unnamed))),
    }
    if !each.is_empty() {
        telling.say(&format!(": {}", list(&each)));
    }
    telling.say(".");
    if unfilled.new > 0 {
        telling.say(" To ");
        telling.figure("unfilled", counted(usize::from(unfilled.new), "seat", "seats"));
        telling.say(" nobody had been elected yet.");
    }
}

fn member(holder: &Holder<'_>, subject: &Subject<'_>) -> String {
    let state = subject.name_of(holder.member.nominated_by);
    match &holder.member.name {
        Some(name) => format!("{name} ({state})"),
        None => format!("a national of {state}"),
    }
}

/// When members are to be elected next, or were to be.
pub(super) fn say_next_election(telling: &mut Telling, committee: &Committee<'_>) {
    let Some(next) = &committee.next_election else { return };
    let is_over = next.due_by < committee.as_at.day();
    telling.say(&format!(" By article {}, the next election ", next.article));
    telling.say(if is_over { "was to be held by " } else { "is to be held by " });
    telling.day("next-election", next.due_by);
    if let Some(seats) = next.seats {
        telling.say(", for ");
        telling.figure("seats-to-fill", counted(usize::from(seats), "seat", "seats"));
    }
    telling.say(if is_over { "; the register holds no record of it." } else { "." });
}
