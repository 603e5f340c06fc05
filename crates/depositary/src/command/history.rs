//! `history`: what was believed when, and through which entries.

use law::answer::{HistoryAnswer, RecordingAnswer, StepAnswer};
use law::history::History;
use papers::un_date::ENGLISH;
use register::Location;

use super::Answer;
use super::recorded;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::History) -> Result<Answer, Failure> {
    let (entries, record) = super::entries(location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let treaty = &record.treaty(&asked.treaty)?.treaty;
    let party = match &asked.state {
        Some(state) => Some(record.code(record.parties.resolve(state, Some(as_at.day()))?)),
        None => None,
    };
    let history = History::of(&entries, &treaty.treaty, party, as_at);
    let answer = HistoryAnswer::of(&history, &record.parties);
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, rows(&answer)?)?,
        Format::Table => printing::answer(&for_people(&answer, treaty.title_in("en")))?,
    }
    Ok(Answer::Done)
}

const HEAD_CSV: [&str; 8] = ["from", "to", "recorded", "recorder", "what", "field", "before", "after"];

const HEAD: [&str; 4] = ["Entries", "Recorded", "What was recorded", "What it changed"];

/// How many entries of one step are told one by one.
const MOST_TOLD: usize = 6;

/// A row for each change; one without a change for a step that changed nothing.
fn rows(answer: &HistoryAnswer) -> Result<Vec<Vec<String>>, Failure> {
    let mut rows = Vec::new();
    for step in &answer.steps {
        let what = told(step).join("; ");
        let head = [step.from.to_string(), step.to.to_string(), step.recorded.to_string(), step.recorder.clone(), what];
        if step.changes.is_empty() {
            rows.push(head.iter().cloned().chain([(); 3].map(|()| String::new())).collect());
        }
        for change in &step.changes {
            rows.push(head.iter().cloned().chain(recorded::change_as_csv(change)?).collect());
        }
    }
    Ok(rows)
}

/// What was recorded in a step, in words: one by one where there are few entries.
fn told(step: &StepAnswer) -> Vec<String> {
    let all: Vec<&RecordingAnswer> = step.entries.iter().chain(&step.besides).collect();
    let besides: Vec<&RecordingAnswer> = step.besides.iter().collect();
    let one_by_one = |some: &[RecordingAnswer]| some.iter().map(recorded::entry).collect::<Vec<_>>();
    match (step.entries.len(), all.len()) {
        (_, 0..=MOST_TOLD) => all.into_iter().map(recorded::entry).collect(),
        (1..=MOST_TOLD, _) => {
            let mut told = one_by_one(&step.entries);
            told.push(format!("and, on which it rests, {}", recorded::many(&besides)));
            told
        }
        _ => vec![recorded::many(&all)],
    }
}

fn for_people(answer: &HistoryAnswer, title: &str) -> String {
    let about = match (&answer.name, &answer.party) {
        (Some(name), Some(party)) => format!("{name} ({party}) and {}", answer.treaty),
        _ => format!("{} {title}", answer.treaty),
    };
    let head = format!("{about}\nAs at {}, as it was believed after each step", ENGLISH.write(answer.as_at.day()));
    if answer.steps.is_empty() {
        return format!("{head}\nNothing has been recorded that bears on it.");
    }
    let row = |step: &StepAnswer| {
        let entries =
            if step.from == step.to { step.from.to_string() } else { format!("{} to {}", step.from, step.to) };
        let changes = match step.changes.as_slice() {
            [] => "no change in the answer".to_owned(),
            changes => changes.iter().map(recorded::change).collect::<Vec<_>>().join("\n"),
        };
        vec![
            entries,
            format!("{}\nby {}", recorded::moment(step.recorded), step.recorder),
            told(step).join("\n"),
            changes,
        ]
    };
    format!("{head}\n\n{}", printing::table(&HEAD, answer.steps.iter().map(row)))
}
