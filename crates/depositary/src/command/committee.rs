//! `committee`: a treaty body: its seats, its members, its elections, and when the next one is.

use law::act::Standing;
use law::answer::{
    CommitteeAnswer, ElectionAnswer, MemberAnswer, NextElectionAnswer, OfficerAnswer, SeatsAnswer, UnnamedAnswer,
};
use law::calendar::Date;
use law::committee::Committee;
use law::party::PartyCode;
use papers::un_date::ENGLISH;
use register::Location;

use super::Answer;
use super::status::or_nothing;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::Committee) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let treaty = record.treaty(&asked.treaty)?;
    let Some(committee) = Committee::of(treaty, &record, super::as_at(&asked.question)) else {
        let bodies = record.treaties().filter(|other| other.treaty.body.is_some());
        let bodies: Vec<&str> = bodies.map(|other| other.treaty.treaty.as_str()).collect();
        let there = if bodies.is_empty() { String::new() } else { format!("; those that do: {}", bodies.join(", ")) };
        return Err(Failure::Said(format!("{} sets up no body{there}", treaty.treaty.treaty)));
    };
    let answer = CommitteeAnswer::of(&committee, treaty, &record);
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.members.iter().map(csv_row))?,
        Format::Table => printing::answer(&for_people(&answer))?,
    }
    Ok(Answer::Done)
}

const HEAD_CSV: [&str; 10] =
    ["name", "nominated_by", "state", "term_from", "term_to", "by_lot", "elected", "instead_of", "standing", "entry"];

const HEAD: [&str; 5] = ["Member", "Nominated by", "Term from", "Term to", "Remarks"];

const HEAD_ELECTIONS: [&str; 6] = ["Election", "Meeting", "Seats", "Named", "Not named", "States parties (quorum)"];

fn csv_row(member: &MemberAnswer) -> Vec<String> {
    vec![
        member.name.clone().unwrap_or_default(),
        member.nominated_by.to_string(),
        member.state.clone(),
        member.term_from.to_string(),
        member.term_to.to_string(),
        member.by_lot.to_string(),
        or_nothing(member.elected),
        member.instead_of.clone().unwrap_or_default(),
        member.standing.to_string(),
        or_nothing(member.entry),
    ]
}

fn written(day: Date) -> String {
    ENGLISH.write(day)
}

fn for_people(answer: &CommitteeAnswer) -> String {
    let mut parts = vec![head(answer)];
    let members = answer.members.iter().map(member_row).chain(answer.unnamed_terms.iter().map(unnamed_row));
    if answer.members.len() + answer.unnamed_terms.len() > 0 {
        parts.push(printing::table(&HEAD, members));
    }
    if !answer.elections.is_empty() {
        parts.push(printing::table(&HEAD_ELECTIONS, answer.elections.iter().map(election_row)));
    }
    let remarks: Vec<String> =
        answer.remarks.iter().map(|remark| format!("entry {}: {}", remark.entry, remark.message)).collect();
    if !remarks.is_empty() {
        parts.push(format!("What the treaty's rule has to say of what is recorded:\n{}", remarks.join("\n")));
    }
    parts.join("\n\n")
}

fn head(answer: &CommitteeAnswer) -> String {
    let mut lines = vec![format!("{} {} (article {})", answer.treaty, answer.name, answer.article)];
    let day = answer.as_at.day();
    lines.push(format!("As at {}: {}", written(day), seats(answer)));
    lines.extend(
        answer
            .seats_through_time
            .iter()
            .filter(|seats| seats.from.day() > day)
            .map(|ahead| format!("From {}: {} seats ({})", written(ahead.from.day()), ahead.seats, because(ahead))),
    );
    if answer.seats.is_some() {
        lines.push(filled(answer));
    }
    let parties = &answer.states_parties;
    let quorum = parties.quorum.map(|quorum| format!("; quorum {quorum}")).unwrap_or_default();
    lines
        .push(format!("States parties: in force for {}, deposited by {}{quorum}", parties.in_force, parties.deposited));
    lines.push(
        answer
            .next_election
            .as_ref()
            .map_or_else(|| "Next election: nothing can be said of it".to_owned(), |next| next_election(next, day)),
    );
    lines.extend(officers(answer));
    lines.join("\n")
}

fn seats(answer: &CommitteeAnswer) -> String {
    let now = answer.seats_through_time.iter().rfind(|seats| seats.from.day() <= answer.as_at.day());
    match now {
        Some(now) => format!("{} seats since {} ({})", now.seats, written(now.from.day()), because(now)),
        None => "no seats".to_owned(),
    }
}

fn because(seats: &SeatsAnswer) -> String {
    let states: Vec<&str> = seats.states.iter().map(PartyCode::as_str).collect();
    let (states, nth) = (states.join(" and "), seats.nth.unwrap_or_default());
    let what = match seats.because {
        "in-force-for-nth" => format!("entry into force for State party number {nth}: {states}"),
        "deposit-by-nth" => format!("deposit number {nth}: {states}"),
        "entry-into-force-of-other" => format!("entry into force of {}", or_nothing(seats.other.as_ref())),
        _ => "entry into force".to_owned(),
    };
    format!("article {}, {what}", seats.article)
}

fn filled(answer: &CommitteeAnswer) -> String {
    let named = answer.members.len();
    let mut said = vec![format!("{} members", named + usize::from(answer.unnamed_members))];
    if answer.unnamed_members > 0 {
        said.push(format!("{} of them not named in any source of the register", answer.unnamed_members));
    }
    let unfilled = answer.unfilled;
    for (number, what) in [
        (unfilled.new, "to which nobody is elected yet"),
        (unfilled.vacated, "vacant before the end of a term"),
        (unfilled.unrecorded, "of which no election is recorded"),
    ] {
        if number > 0 {
            said.push(format!("{number} seats {what}"));
        }
    }
    said.join("; ")
}

fn next_election(next: &NextElectionAnswer, as_at: Date) -> String {
    let which = if next.first { "First election" } else { "Next election" };
    let by = if next.due_by < as_at { "was due by" } else { "due by" };
    let seats = next.seats.map(|seats| format!(", {seats} seats")).unwrap_or_default();
    let added = if next.added > 0 && !next.first { format!(", {} of them new", next.added) } else { String::new() };
    let mut said = vec![format!("{which}: {by} {} (article {}){seats}{added}", written(next.due_by), next.article)];
    for (what, day) in [
        ("letter by", next.letter_by),
        ("nominations then close on", next.nominations_close),
        ("list by", next.list_by),
    ] {
        said.extend(day.map(|day| format!("{what} {}", written(day))));
    }
    if next.counted_from == "first-last-day" {
        said.push("counted from the last day for the first election, since none is recorded".to_owned());
    }
    said.join("; ")
}

fn officers(answer: &CommitteeAnswer) -> Option<String> {
    let first = answer.officers.first()?;
    let officer = |officer: &OfficerAnswer| {
        format!("{} {}", officer.office, officer.name.clone().unwrap_or_else(|| officer.nominated_by.to_string()))
    };
    let all: Vec<String> = answer.officers.iter().map(officer).collect();
    Some(format!("Officers since {}: {}", written(first.since), all.join(", ")))
}

fn member_row(member: &MemberAnswer) -> Vec<String> {
    let mut remarks = Vec::new();
    if member.by_lot {
        remarks.push("term shortened by lot".to_owned());
    }
    remarks.extend(member.instead_of.as_ref().map(|other| format!("appointed to the seat of {other}")));
    if member.standing == Standing::Unconfirmed {
        remarks.push("unconfirmed".to_owned());
    }
    vec![
        member.name.clone().unwrap_or_default(),
        member.state.clone(),
        member.term_from.to_string(),
        member.term_to.to_string(),
        remarks.join("; "),
    ]
}

fn unnamed_row(they: &UnnamedAnswer) -> Vec<String> {
    let remark = if they.by_lot { "term shortened by lot" } else { "" };
    vec![
        format!("{} not named", they.number),
        String::new(),
        they.term_from.to_string(),
        they.term_to.to_string(),
        remark.to_owned(),
    ]
}

fn election_row(election: &ElectionAnswer) -> Vec<String> {
    let parties = &election.states_parties;
    let quorum = parties.quorum.map(|quorum| format!(" ({quorum})")).unwrap_or_default();
    vec![
        election.date.to_string(),
        or_nothing(election.meeting),
        election.seats.to_string(),
        election.elected.len().to_string(),
        election.unnamed.to_string(),
        format!("{}{quorum}", parties.in_force),
    ]
}
