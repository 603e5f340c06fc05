//! The page that says why a treaty is in force for a party since its day, or is not.

use askama::Template;
use law::answer::{StatementsAnswer, StatementsAsked};
use law::calendar::DateOfAct;
use law::final_clauses::IntervalReading;
use law::party::PartyIndex;
use law::reason::{Reading, Reason};
use law::record::{Record, TreatyRecord};
use law::status::Explanation;
use papers::explanation::{arithmetic, capitalised, paragraphs};

use super::{asked_of, find_party, find_treaty, laid_out};
use crate::act_shown::ActShown;
use crate::address;
use crate::answer::{PartyAnswer, part};
use crate::asked::{Asked, Pairs};
use crate::counted::Counted;
use crate::day::Day;
use crate::fault::Fault;
use crate::frame::{Frame, When};
use crate::notes::{Note, Notes};
use crate::reply::Reply;
use crate::source::Source;
use crate::statement_shown::StatementShown;

#[derive(Template)]
#[template(path = "explanation.html")]
struct Page<'a> {
    frame: Frame,
    as_at: Day,
    name: &'a str,
    in_text: &'a str,
    treaty: &'a str,
    treaty_address: String,
    state_address: String,
    answer: PartyAnswer,
    when: When,
    why: Vec<String>,
    readings: Option<Readings>,
    acts: Vec<RecordedShown>,
    with_effective: bool,
    statements: Vec<StatementShown>,
    statements_address: String,
    counted: Option<Counted>,
    notes: Vec<Note>,
}

/// The readings of a clause that is silent.
struct Readings {
    article: String,
    standing: Option<String>,
    rows: Vec<ReadingShown>,
}

struct ReadingShown {
    applied: bool,
    words: &'static str,
    article: String,
    counting: String,
    day: Day,
}

/// An act on record, with the entry that recorded it.
struct RecordedShown {
    what: String,
    act: ActShown,
    effective: Option<Day>,
    entry: u64,
}

/// The page.
pub(crate) fn reply(source: &dyn Source, treaty: &str, party: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let given = format!("/treaties/{}/{}", address::encoded(treaty), address::encoded(party));
    let (asked, record) = asked_of(source, &given, pairs)?;
    let found = find_treaty(source, &record, treaty, &asked)?;
    let index = find_party(&record, party, &asked)?;
    let path = address::explanation(&found.treaty.treaty, record.code(index));
    if given != path {
        return Ok(Reply::See(asked.of(&path)));
    }
    laid_out(&page(source, found, index, &record, &asked, &path))
}

fn page<'a>(
    source: &dyn Source,
    treaty: &'a TreatyRecord,
    index: PartyIndex,
    record: &'a Record,
    asked: &Asked,
    path: &str,
) -> Page<'a> {
    let id = &treaty.treaty.treaty;
    let name = record.parties[index].name_on(asked.as_at.day());
    let code = record.code(index);
    let explanation = Explanation::of_party(treaty, index, record, asked.as_at);
    let participant = part(treaty, index, record, asked.as_at);
    let mut notes = Notes::new(record);
    let acts = acts(treaty, index, asked, &mut notes);
    let title = format!("{} and the {}", name.name, treaty.treaty.short_title_in("en"));
    Page {
        frame: Frame::of(&title, record, asked, Some(path)),
        as_at: asked.as_at.into(),
        name: &name.name,
        in_text: name.in_text(),
        treaty: treaty.treaty.short_title_in("en"),
        treaty_address: asked.of(&address::treaty(id)),
        state_address: asked.of(&address::state(code)),
        answer: PartyAnswer::of(participant.as_ref(), &explanation, asked.as_at),
        when: When::of(path, asked, vec![super::state::today_of(source.today(), asked, path)]),
        why: paragraphs(&explanation, treaty, Some(index), record, asked.as_at),
        readings: explanation.reasons.iter().find_map(readings),
        with_effective: acts.iter().any(|recorded| recorded.effective.is_some()),
        acts,
        statements: statements(treaty, index, record, asked),
        statements_address: asked.of(&address::statements(id)),
        counted: Counted::among(&explanation.reasons, id, Some(code.as_str()), asked),
        notes: notes.into_list(),
    }
}

/// What the party had said by that day: its reservations, objections and other statements.
fn statements(treaty: &TreatyRecord, index: PartyIndex, record: &Record, asked: &Asked) -> Vec<StatementShown> {
    let of_it = StatementsAsked { party: Some(index), ..StatementsAsked::default() };
    let answer = StatementsAnswer::of(treaty, record, asked.as_at, &of_it);
    answer.statements.iter().map(StatementShown::of).collect()
}

/// Everything recorded of the party that it had done by that day.
fn acts(treaty: &TreatyRecord, index: PartyIndex, asked: &Asked, notes: &mut Notes<'_>) -> Vec<RecordedShown> {
    let done = treaty.acts_of(index).iter().filter(|act| asked.as_at.follows(act.counts_from()));
    done.map(|act| RecordedShown {
        what: capitalised(act.action.noun()),
        act: ActShown::of(act, Some(act.action), notes),
        effective: act.effective.map(Day::from),
        entry: act.entry,
    })
    .collect()
}

fn readings(reason: &Reason) -> Option<Readings> {
    let Reason::Interval { article, deposited, applied, other, standing, .. } = reason else { return None };
    let rows = [(true, Some(applied)), (false, other.as_ref())];
    Some(Readings {
        article: article.clone(),
        standing: standing.clone(),
        rows: rows
            .into_iter()
            .filter_map(|(is_applied, reading)| Some(shown(reading?, *deposited, is_applied)))
            .collect(),
    })
}

fn shown(reading: &Reading, deposited: DateOfAct, applied: bool) -> ReadingShown {
    ReadingShown {
        applied,
        words: match reading.reading {
            IntervalReading::WithTheTreaty => {
                "By its letter: the treaty enters into force on one day for all that have deposited by then"
            }
            IntervalReading::OwnPeriod => {
                "By analogy with the rule for later parties: its own period runs, but never ends before the treaty is in \
                 force"
            }
        },
        article: reading.article.clone(),
        counting: counting(reading, deposited),
        day: reading.date.into(),
    }
}

/// The count from the deposit, where the reading counts a period.
fn counting(reading: &Reading, deposited: DateOfAct) -> String {
    if reading.steps.is_empty() { String::new() } else { arithmetic(deposited.day(), &reading.steps) }
}
