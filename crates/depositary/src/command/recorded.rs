//! What was recorded, and what it changed, in words.

use law::answer::{CorrectionAnswer, RecordingAnswer, SaidAnswer};
use law::calendar::{DateOfAct, DateOfKnowledge};
use law::difference::{Change, Field, Value};
use papers::un_date::ENGLISH;

/// What an entry says, in words.
pub fn entry(recording: &RecordingAnswer) -> String {
    match &recording.correction {
        None => recording.says.as_ref().map(said).unwrap_or_default(),
        Some(correction) => corrected(correction, recording.says.as_ref()),
    }
}

fn corrected(correction: &CorrectionAnswer, instead: Option<&SaidAnswer>) -> String {
    let CorrectionAnswer { corrects, because, said: before, rectification } = correction;
    let before = before.as_ref().map(|before| format!(" ({})", said(before))).unwrap_or_default();
    let instead = instead.map(|instead| format!("; instead: {}", said(instead)));
    match (rectification, instead) {
        (Some(papers), instead) => format!(
            "rectification {}, procès-verbal of {}, of entry {corrects}{before}: {because}{}",
            papers.symbol,
            day(papers.proces_verbal),
            instead.unwrap_or_default()
        ),
        (None, Some(instead)) => format!("correction of entry {corrects}{before}: {because}{instead}"),
        (None, None) => format!("withdrawal of entry {corrects}{before}: {because}"),
    }
}

fn day(day: DateOfAct) -> String {
    ENGLISH.write(day.day())
}

fn said(said: &SaidAnswer) -> String {
    match said {
        SaidAnswer::Act { name, action, date, received, effective, .. } => {
            let date = date.exact().map_or_else(|| format!("not later than {}", day(date.at_latest())), day);
            let received = received.map(|received| format!(", received {}", day(received))).unwrap_or_default();
            let effective =
                effective.map(|from| format!(", with effect from {}", ENGLISH.write(from.day()))).unwrap_or_default();
            format!("{name}: {}, {date}{received}{effective}", action.noun())
        }
        SaidAnswer::Decision { name, in_force, because, date, .. } => {
            let about = name.as_deref().unwrap_or("the treaty");
            format!("{about}: decision of {}, in force {}, {because}", day(*date), ENGLISH.write(in_force.day()))
        }
        SaidAnswer::Treaty { treaty, .. } => format!("{treaty} and its final clauses"),
        SaidAnswer::Party { party, name } => format!("the party {name} ({party})"),
        SaidAnswer::Other { kind } => (*kind).to_owned(),
    }
}

/// Entries of one moment that are not told one by one: how many of which kind.
pub fn many(recordings: &[&RecordingAnswer]) -> String {
    let kind = |recording: &&&RecordingAnswer| match (&recording.correction, &recording.says) {
        (Some(_), _) => "corrections",
        (None, Some(SaidAnswer::Act { .. })) => "acts",
        (None, Some(SaidAnswer::Decision { .. })) => "decisions",
        (None, Some(SaidAnswer::Treaty { .. })) => "treaties",
        (None, Some(SaidAnswer::Party { .. })) => "parties",
        (None, _) => "others",
    };
    let of = |wanted: &str| recordings.iter().filter(|recording| kind(recording) == wanted).count();
    let counted = ["treaties", "acts", "decisions", "corrections", "parties", "others"].map(|kind| (kind, of(kind)));
    let told = counted.iter().filter(|(_, number)| *number > 0).map(|(kind, number)| match (*number, *kind) {
        (1, "treaties") => "1 treaty".to_owned(),
        (1, "parties") => "1 party".to_owned(),
        (1, kind) => format!("1 {}", kind.trim_end_matches('s')),
        (number, kind) => format!("{} {kind}", grouped(number)),
    });
    format!("{} entries: {}", grouped(recordings.len()), told.collect::<Vec<_>>().join(", "))
}

/// A number with its thousands set apart.
fn grouped(number: usize) -> String {
    let figures = number.to_string();
    let apart = |(at, figure): (usize, char)| {
        let comma = at > 0 && (figures.len() - at).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([figure])
    };
    figures.chars().enumerate().flat_map(apart).collect()
}

/// A moment of recording, to the second.
pub fn moment(recorded: DateOfKnowledge) -> String {
    recorded.moment().strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

/// A change, in words.
pub fn change(change: &Change) -> String {
    format!("{}: {} → {}", field(change.field), value(change.before.as_ref()), value(change.after.as_ref()))
}

/// A particular, in words.
pub const fn field(field: Field) -> &'static str {
    match field {
        Field::EntryIntoForce => "entry into force",
        Field::Article => "article",
        Field::Signatories => "signatories",
        Field::Contracting => "contracting States",
        Field::Parties => "parties",
        Field::SignatoriesNotContracting => "signatories not contracting",
        Field::ReportedOnly => "only reported",
        Field::Name => "name",
        Field::Signature => "signature",
        Field::SignatureKind => "kind of signature",
        Field::Consent => "consent to be bound",
        Field::ConsentDate => "date of deposit",
        Field::ConsentReceived => "received on",
        Field::InForce => "in force for it",
        Field::Ended => "no longer bound from",
        Field::Provisional => "applied provisionally since",
        Field::Standing => "standing",
    }
}

/// What a particular is, in words.
pub fn value(value: Option<&Value>) -> String {
    match value {
        None => "none".to_owned(),
        Some(Value::Act(date)) => day(*date),
        Some(Value::Effect(date)) => ENGLISH.write(date.day()),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Action(action)) => action.noun().to_owned(),
        Some(Value::Standing(standing)) => standing.to_string(),
        Some(Value::Text(text)) => text.clone(),
    }
}

/// The three cells of a change in CSV: which particular, and what it was and is, as data has them.
pub fn change_as_csv(change: &Change) -> Result<[String; 3], serde_json::Error> {
    let cell = |value: &Option<Value>| match value {
        None => Ok(String::new()),
        Some(value) => as_data(value),
    };
    Ok([as_data(&change.field)?, cell(&change.before)?, cell(&change.after)?])
}

/// The text of something that data has as a text or a number.
fn as_data(value: &impl serde::Serialize) -> Result<String, serde_json::Error> {
    Ok(match serde_json::to_value(value)? {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    })
}
