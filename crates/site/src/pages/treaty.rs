//! The page of a treaty: in force or not, for whom, since when, why.

use askama::Template;
use law::calendar::AsAt;
use law::entry_into_force::EntryIntoForce;
use law::final_clauses::InstrumentsNeeded;
use law::reason::Unasked;
use law::record::{Record, TreatyRecord};
use law::status::{Counts, Explanation, Status};
use law::treaty::Treaty;
use papers::explanation::{capitalised, paragraphs};
use papers::number_words::nth;

use super::{asked_of, find_treaty, laid_out, moved};
use crate::act_shown::PartShown;
use crate::address;
use crate::answer::TreatyAnswer;
use crate::asked::{Asked, Pairs};
use crate::clauses::{Clause, clauses};
use crate::day::Day;
use crate::fault::{Fault, Near};
use crate::frame::{Frame, NotableDay, When};
use crate::notes::{Note, Notes};
use crate::reply::Reply;
use crate::source::Source;
use crate::table::Head;

#[derive(Template)]
#[template(path = "treaty.html")]
struct Page<'a> {
    frame: Frame,
    treaty: &'a Treaty,
    as_at: Day,
    answer: TreatyAnswer,
    counts: Counts,
    reported: usize,
    acts_recorded: bool,
    complete_to: Option<Day>,
    when: When,
    why: Vec<String>,
    heads: Vec<Head>,
    rows: Vec<PartShown>,
    with_ended: bool,
    notes: Vec<Note>,
    adopted: Day,
    registered: Option<Day>,
    languages: Vec<String>,
    clauses: Vec<Clause>,
    pages: Vec<Near>,
}

/// The page.
pub(crate) fn reply(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}", crate::address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    let path = address::treaty(id);
    if let Some(moved) = moved(given, id.as_str(), &path, &asked) {
        return Ok(moved);
    }
    laid_out(&page(source, treaty, &record, &asked, &path))
}

fn page<'a>(source: &dyn Source, treaty: &'a TreatyRecord, record: &'a Record, asked: &Asked, path: &str) -> Page<'a> {
    let mut status = Status::of(treaty, record, asked.as_at);
    asked.order.sort(&mut status.participants);
    let mut notes = Notes::new(record);
    let rows: Vec<PartShown> = status
        .participants
        .iter()
        .map(|participant| PartShown::of_participant(participant, treaty, record, asked, &mut notes))
        .collect();
    let with_ended = rows.iter().any(|row| row.ended.is_some());
    let particulars = &treaty.treaty;
    Page {
        frame: Frame::of(particulars.short_title_in("en"), record, asked, Some(path)),
        treaty: particulars,
        as_at: asked.as_at.into(),
        answer: TreatyAnswer::of(treaty, record, &status),
        acts_recorded: status.acts_recorded,
        complete_to: status.past_complete_to().map(Day::from),
        counts: status.counts,
        reported: status.reported().count(),
        when: When::of(path, asked, notable_days(source.today(), treaty, record, asked, path)),
        why: paragraphs(&Explanation::of_treaty(treaty, record, asked.as_at), treaty, None, record, asked.as_at),
        heads: Head::of_participants(asked, path, with_ended),
        rows,
        with_ended,
        notes: notes.into_list(),
        adopted: particulars.adopted.on.into(),
        registered: particulars.registered.as_ref().map(|registration| registration.on.into()),
        languages: particulars.authentic.iter().map(|tag| language(tag)).collect(),
        clauses: clauses(particulars),
        pages: pages(particulars, asked),
    }
}

/// The other pages about a treaty.
fn pages(treaty: &Treaty, asked: &Asked) -> Vec<Near> {
    let id = &treaty.treaty;
    let near = |name: &str, path: String| Near { name: name.to_owned(), address: asked.of(&path) };
    let body = treaty.body.as_ref().map(|body| near(&body.name, address::body(id)));
    let reports = treaty.reports.as_ref().map(|_| near("Reports of States parties", address::reports_due(id)));
    let calendar = near("Calendar", address::treaty_calendar(id));
    let statements = near("Statements", address::statements(id));
    let pairs = near("Between parties", address::pairs(id));
    body.into_iter().chain(reports).chain([calendar, statements, pairs]).collect()
}

/// The days on which most changed, as far as they are known today.
fn notable_days(today: AsAt, treaty: &TreatyRecord, record: &Record, asked: &Asked, path: &str) -> Vec<NotableDay> {
    let entry = EntryIntoForce::of(treaty, record, today.max(asked.as_at), &mut Unasked);
    let needed = treaty.treaty.entry_into_force.as_ref().map(|clause| clause.when.instruments());
    let adopted = Some(("Adoption".to_owned(), AsAt::new(treaty.treaty.adopted.on.day())));
    let enough = entry.reached.zip(needed);
    let enough = enough.map(|(on, needed)| (threshold_called(needed), AsAt::new(on.day())));
    let in_force = entry.date.map(|day| ("Entry into force".to_owned(), AsAt::new(day.day())));
    let days = [adopted, enough, in_force].into_iter().flatten();
    let mut notable: Vec<NotableDay> = days
        .map(|(what, day)| NotableDay {
            what,
            day: day.into(),
            address: asked.on(path, day),
            current: asked.as_at == day,
        })
        .collect();
    notable.push(NotableDay {
        what: "Today".to_owned(),
        day: today.into(),
        address: asked.on_any_today(path),
        current: asked.as_at == today,
    });
    notable
}

/// The day on which a condition was met, by the number of instruments where that is all of it.
fn threshold_called(needed: Option<&InstrumentsNeeded>) -> String {
    needed
        .map_or_else(|| "Conditions met".to_owned(), |needed| format!("{} instrument", capitalised(&nth(needed.count))))
}

/// The name of a language in English; a tag that isn't known stands for itself.
fn language(tag: &str) -> String {
    let name = match tag {
        "ar" => "Arabic",
        "zh" => "Chinese",
        "en" => "English",
        "fr" => "French",
        "ru" => "Russian",
        "es" => "Spanish",
        "de" => "German",
        "pt" => "Portuguese",
        other => other,
    };
    name.to_owned()
}
