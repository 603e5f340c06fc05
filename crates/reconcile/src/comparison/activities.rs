//! What was done to promote a treaty, against the activities on record.

use std::collections::HashSet;

use law::activity::{Activity, ActivityKind};
use law::record::Kept;
use law::when::When;

use super::resolutions::sessions_in;
use super::{Asked, Judged, Value};
use crate::claims::Claim;
use crate::reading::Meaning;
use crate::reading::token::tokens;

/// An activity with its day, month or year.
pub fn activity(claim: &Claim, kind: ActivityKind, when: When, asked: &Asked<'_>) -> Judged {
    let said = words_of(claim, asked);
    let candidates = asked.record.activities().filter(|kept| {
        kept.what.kind == kind && claim.treaty.as_ref().is_none_or(|treaty| *treaty == kept.what.treaty)
    });
    let mut candidates: Vec<(usize, When, &Kept<Activity>)> =
        candidates.filter_map(|kept| kept.what.when().map(|date| (shared(&said, &kept.what), date, kept))).collect();
    candidates.sort_by_key(|(shared, ..)| std::cmp::Reverse(*shared));
    let same_day: Vec<_> = candidates.iter().filter(|(_, date, _)| is_same(when, *date)).collect();
    let told = |date: When, kept: &Kept<Activity>| {
        Some(Value::Text(format!("{date}: {} {}", kept.what.organizer_names().join(", "), kept.what.what)))
    };
    if let Some((shared, date, kept)) = same_day.first()
        && (*shared >= 3 || same_day.len() == 1)
    {
        return Judged::agrees(told(*date, kept)).by([kept.entry]);
    }
    match candidates.first() {
        Some((shared, date, kept)) if *shared >= 4 && candidates.get(1).is_none_or(|(next, ..)| next + 1 < *shared) => {
            let why = format!("what is told of is on record for {date}");
            Judged::differs(told(*date, kept), why).by([kept.entry])
        }
        Some(_) => Judged::unclear(None, "it can't be told which activity on record is meant"),
        None => Judged::unclear(None, "the register holds no activity of this kind"),
    }
}

/// A session on whose occasion something was done; `None` where the register tells of no such occasion.
pub fn session(claim: &Claim, number: u32, asked: &Asked<'_>) -> Option<Judged> {
    let said = words_of(claim, asked);
    let days: Vec<When> = asked.sentence(claim).iter().filter_map(|word| day_of(&word.meaning)).collect();
    let occasions = asked.record.activities().filter_map(|kept| {
        let occasion = kept.what.occasion.as_deref()?;
        let sessions = sessions_in(occasion);
        let same_day = kept.what.when().is_some_and(|date| days.iter().any(|day| is_same(*day, date)));
        // Words alone don't tell one occasion from another: every organ has sessions.
        let common = significant(occasion).intersection(&said).count();
        (!sessions.is_empty() && same_day && common >= 1).then_some((common, sessions, kept))
    });
    let (_, sessions, kept) = occasions.max_by_key(|(common, ..)| *common)?;
    let first = sessions.first().copied().unwrap_or_default();
    let register = Some(Value::Number(u64::from(first)));
    Some(if sessions.contains(&number) {
        Judged::agrees(register).by([kept.entry])
    } else {
        Judged::differs(register, format!("on record, the occasion was session {first}")).by([kept.entry])
    })
}

fn day_of(meaning: &Meaning) -> Option<When> {
    match meaning {
        Meaning::Day(day) => Some(When::day(*day)),
        Meaning::Month(year, month) => When::month(*year, *month),
        _ => None,
    }
}

/// Whether a date of the text is the one on record, or that at which what is on record began, as far as the text says: a
/// month holds its days.
fn is_same(said: When, on_record: When) -> bool {
    let (Some(said), Some(on_record)) = (said.start(), on_record.start()) else { return false };
    said.first() <= on_record.first() && on_record.last() <= said.last()
}

/// The words of a claim's sentence that may tell one activity from another.
fn words_of(claim: &Claim, asked: &Asked<'_>) -> HashSet<String> {
    let words = asked.sentence(claim).iter().filter(|word| word.meaning == Meaning::Word);
    words.map(|word| word.word.clone()).filter(|word| is_significant(word)).collect()
}

fn shared(said: &HashSet<String>, activity: &Activity) -> usize {
    let occasion = activity.occasion.as_deref().unwrap_or_default();
    let purpose = activity.purpose.as_deref().unwrap_or_default();
    let all = format!("{} {} {occasion} {purpose}", activity.organizer_names().join(" "), activity.what);
    significant(&all).intersection(said).count()
}

fn significant(words: &str) -> HashSet<String> {
    tokens(words)
        .into_iter()
        .filter(|token| !token.mark)
        .map(|token| token.folded)
        .filter(|word| is_significant(word))
        .collect()
}

fn is_significant(word: &str) -> bool {
    const COMMON: [&str; 12] =
        ["that", "with", "convention", "which", "their", "this", "from", "also", "during", "were", "rights", "human"];
    word.len() > 3 && !COMMON.contains(&word)
}
