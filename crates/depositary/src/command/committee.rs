//! `committee`: a treaty body: its seats, its members, its elections, and when the next one is.

use law::act::Standing;
use law::answer::{
    CommitteeAnswer, ElectionAnswer, MemberAnswer, NextElectionAnswer, OfficerAnswer, SeatsAnswer, UnnamedAnswer,
};
use law::calendar::Date;
use law::committee::Committee;
use law::party::PartyCode;
use law::record::Record;
use law::treaty::TreatyId;
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
        return Err(Failure::Said(no_body(&treaty.treaty.treaty, &record)));
    };
    let answer = CommitteeAnswer::of(&committee, treaty, &record);
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.members.iter().map(csv_row))?,
        Format::Table => printing::answer(&for_people(&answer))?,
    }
    Ok(Answer::Done)
}

/// What to say of a treaty that sets up no body: which treaties do, and which have one that a resolution set up.
fn no_body(treaty: &TreatyId, record: &Record) -> String {
    let with_a_body = |by_treaty: bool| {
        let bodies = record.treaties().filter_map(|other| Some((&other.treaty.treaty, other.treaty.body.as_ref()?)));
        let of_the_kind = bodies.filter(|(_, body)| body.is_set_up_by_the_treaty() == by_treaty);
        of_the_kind.map(|(id, _)| id.to_string()).collect::<Vec<String>>().join(", ")
    };
    let (by_treaty, by_resolution) = (with_a_body(true), with_a_body(false));
    let mut said = format!("{treaty} sets up no body");
    if !by_treaty.is_empty() {
        said.push_str(&format!("; treaties that do: {by_treaty}"));
    }
    if !by_resolution.is_empty() {
        said.push_str(&format!("; with a body that a resolution set up: {by_resolution}"));
    }
    said
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
    let set_up_by = match &answer.by_resolution {
        Some(by) => format!("set up by {}, not by the treaty", by.resolution),
        None => format!("article {}", answer.article),
    };
    let mut lines = vec![format!("{} {} ({set_up_by})", answer.treaty, answer.name)];
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
    lines.push(match &answer.next_election {
        Some(next) => next_election(next, day),
        None if answer.by_resolution.is_some() => "Next election: the treaty has no rule on it".to_owned(),
        None => "Next election: nothing can be said of it".to_owned(),
    });
    lines.extend(officers(answer));
    lines.join("\n")
}

fn seats(answer: &CommitteeAnswer) -> String {
    let now = answer.seats_through_time.iter().rfind(|seats| seats.from.day() <= answer.as_at.day());
    match (now, &answer.by_resolution) {
        (Some(now), _) => format!("{} seats since {} ({})", now.seats, written(now.from.day()), because(now)),
        (None, Some(by)) => {
            format!("{} seats by that resolution; its members are not elected under the treaty", by.seats)
        }
        (None, None) => "no seats".to_owned(),
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
