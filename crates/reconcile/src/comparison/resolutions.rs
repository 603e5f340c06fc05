//! Resolutions, their days, the sessions that they speak of, and documents.

use law::calendar::Date;
use law::mandates::session_after;
use law::resolution::Resolution;

use super::{Asked, Judged, Value};
use crate::claims::{Claim, Found, Said, SessionOf};
use crate::reading::language::Language;
use crate::reading::number;
use crate::reading::symbol::plain;
use crate::reading::token::tokens;

/// A resolution, with its day where the text gives one.
pub fn resolution(symbol: &str, date: Option<Date>, asked: &Asked<'_>) -> Judged {
    let wanted = plain(symbol);
    let kept = asked.record.resolutions().filter(|kept| plain(&kept.what.symbol) == wanted).last();
    let known = kept.map(|kept| {
        (kept.what.date, Some(kept.entry), format!("resolution {} of {}", kept.what.symbol, kept.what.organ))
    });
    let known = known.or_else(|| {
        let adopting = |by: &String| plain(by) == wanted;
        let treaty = asked.record.treaties().find(|treaty| treaty.treaty.adopted.by.as_ref().is_some_and(adopting))?;
        let of = format!("the resolution by which {} was adopted", treaty.treaty.treaty);
        Some((treaty.treaty.adopted.on.day(), Some(treaty.entry), of))
    });
    let Some((day, entry, named)) = known else {
        return Judged::unclear(None, "the register holds no resolution with this symbol");
    };
    let register = Some(Value::Text(format!("{wanted}, {day}")));
    match date {
        Some(date) if date != day => Judged::differs(register, format!("{named} was adopted on {day}")).by(entry),
        _ => Judged::agrees(register).by(entry),
    }
}

/// A document that the register names.
pub fn document(symbol: &str, asked: &Asked<'_>) -> Judged {
    let named = asked.record.activities().find(|kept| kept.what.document.as_deref() == Some(symbol));
    match named {
        Some(kept) => Judged::agrees(Some(Value::Text(symbol.to_owned()))).by([kept.entry]),
        None => Judged::unclear(None, "the register names no such document"),
    }
}

/// A session of an organ.
pub fn session(claim: &Claim, number: u32, of: &SessionOf, found: &Found, asked: &Asked<'_>) -> Judged {
    let nothing = || Judged::unclear(None, "the register says nothing of this session");
    match of {
        SessionOf::Resolutions(symbols) => {
            let sessions: Vec<u32> = symbols.iter().flat_map(|symbol| asked_by(symbol, asked)).collect();
            match sessions.first() {
                _ if sessions.contains(&number) => Judged::agrees(Some(Value::Number(u64::from(number)))),
                Some(other) => Judged::differs(
                    Some(Value::Number(u64::from(*other))),
                    format!("the resolution named speaks of session {other}"),
                ),
                None => nothing(),
            }
        }
        SessionOf::Text { of_assembly } => {
            let named = found.claims.iter().filter_map(|claim| match &claim.said {
                Said::Resolution(symbol, _) => Some(symbol),
                _ => None,
            });
            let mut sessions = named.flat_map(|symbol| asked_by(symbol, asked));
            if sessions.any(|session| session == number) {
                Judged::agrees(Some(Value::Number(u64::from(number))))
                    .because("a resolution that the text names asks for a report at this session")
            } else {
                by_day(claim, number, *of_assembly, found).unwrap_or_else(nothing)
            }
        }
        SessionOf::Occasion => super::activities::session(claim, number, asked).unwrap_or_else(nothing),
    }
}

/// A session of the General Assembly in the head of a text, by the text's own day: the next one, or the one that was being held.
fn by_day(claim: &Claim, number: u32, of_assembly: bool, found: &Found) -> Option<Judged> {
    let issued = found.claims.iter().find_map(|claim| match claim.said {
        Said::Dated(day) => Some(day),
        _ => None,
    });
    let next = u32::from(session_after(issued.or(claim.as_at).filter(|_| of_assembly)?)?);
    let register = Some(Value::Number(u64::from(next)));
    if next == number {
        return Some(Judged::agrees(register).because("the session that opens next after the text's day"));
    }
    let held = number + 1 == next;
    let why = format!("the session that opens next after the text's day is number {next}");
    Some(if held || issued.is_none() { Judged::unclear(register, why) } else { Judged::differs(register, why) })
}

fn asked_by(symbol: &str, asked: &Asked<'_>) -> Vec<u32> {
    let wanted = plain(symbol);
    let kept = asked.record.resolutions().filter(|kept| plain(&kept.what.symbol) == wanted).last();
    kept.map_or_else(Vec::new, |kept| of_resolution(&kept.what))
}

fn of_resolution(resolution: &Resolution) -> Vec<u32> {
    resolution.paragraphs.iter().flat_map(|paragraph| sessions_in(&paragraph.what)).collect()
}

/// The sessions that words of the register name: "at its fifty-eighth session".
pub fn sessions_in(words: &str) -> Vec<u32> {
    let tokens = tokens(words);
    let session = |at: usize| {
        let number = number::read(&tokens[at..], Language::English).filter(|number| number.ordinal)?;
        let next = tokens.get(at + number.length)?;
        next.is("session").then_some(number.value)
    };
    (0..tokens.len()).filter_map(session).collect()
}
