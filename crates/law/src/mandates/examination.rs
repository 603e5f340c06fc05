//! Whether what is said of a mandate may be recorded: it must exist, and have existed, and be discharged by a record.

use super::promotion::{of_activity, of_promoter};
use super::{Discharge, DischargedBy, MeetingOf, Outcome, owed_since};
use crate::activity::Activity;
use crate::body_act::Done;
use crate::calendar::AsAt;
use crate::due_form::Finding;
use crate::entry_into_force::EntryIntoForce;
use crate::nearest::nearest;
use crate::promoter::Promoter;
use crate::reason::Unasked;
use crate::record::Record;
use crate::resolution::{OperativePart, Resolution};

/// What is to be recorded.
#[derive(Debug, Clone, Copy)]
pub enum Proposed<'a> {
    /// A discharge.
    Discharge(&'a Discharge),
    /// An activity.
    Activity(&'a Activity),
    /// A body that promotes treaties.
    Promoter(&'a Promoter),
    /// A resolution.
    Resolution(&'a Resolution),
}

/// The field at fault, what is wrong, and the nearest right thing.
pub(super) type Wrong = (&'static str, String, Option<String>);

/// Examines what is proposed against a record that holds the resolutions, activities and promoting bodies of the same import too. `today` is the
/// day on which it is to be recorded.
#[must_use]
pub fn examine(proposed: &[Proposed<'_>], record: &Record, today: AsAt) -> Vec<Finding> {
    let wrong = |one: &Proposed<'_>| match one {
        Proposed::Discharge(discharge) => of_discharge(discharge, record, today),
        Proposed::Activity(activity) => of_activity(activity, record),
        Proposed::Promoter(promoter) => of_promoter(promoter, record),
        Proposed::Resolution(resolution) => of_resolution(resolution, record),
    };
    let found = proposed.iter().enumerate().filter_map(|(at, one)| Some((at, wrong(one).err()?)));
    found.map(|(at, (field, message, instead))| Finding::refused(at, field, message, instead)).collect()
}

pub(super) fn known<'r>(field: &'static str, symbol: &str, record: &'r Record) -> Result<&'r Resolution, Wrong> {
    record.resolution(symbol).map(|kept| &kept.what).ok_or_else(|| {
        let symbols = record.resolutions().map(|kept| kept.what.symbol.as_str());
        let near = nearest(symbol, symbols, 1).first().map(|near| (*near).to_owned());
        (field, format!("the register holds no resolution `{symbol}`"), near)
    })
}

pub(super) fn paragraph_of<'r>(
    field: &'static str,
    resolution: &'r Resolution,
    named: &str,
) -> Result<(usize, &'r OperativePart), Wrong> {
    resolution.paragraph(named).ok_or_else(|| {
        let known = resolution.paragraphs.iter().flat_map(|part| part.id.iter().chain(&part.number));
        let known: Vec<&str> = known.map(String::as_str).collect();
        let instead = if known.is_empty() { None } else { Some(known.join(", ")) };
        (field, format!("resolution {} has no paragraph `{named}`", resolution.symbol), instead)
    })
}

fn of_discharge(discharge: &Discharge, record: &Record, today: AsAt) -> Result<(), Wrong> {
    let resolution = known("resolution", &discharge.resolution, record)?;
    let (_, part) = paragraph_of("paragraph", resolution, &discharge.paragraph)?;
    let (symbol, date) = (&resolution.symbol, discharge.date);
    if !part.verb.asks() {
        let message = format!("that paragraph of resolution {symbol} asks nothing of anybody: it {}", part.verb.past());
        return Err(("paragraph", message, None));
    }
    if date > today.day() {
        return Err(("date", format!("{date} is still to come"), None));
    }
    if date < resolution.date {
        let message =
            format!("on {date} the duty did not exist: resolution {symbol} was adopted on {}", resolution.date);
        return Err(("date", message, Some(format!("a day from {} on", resolution.date))));
    }
    if owed_since(resolution, part, record, AsAt::new(date)).is_none() && discharge.status != Outcome::NotApplicable {
        let message = format!("on {date} the duty was not owed yet: it depends on the entry into force of the treaty");
        return Err(("date", message, None));
    }
    match (&discharge.by, discharge.status) {
        (Some(by), _) => discharged(by, discharge, record),
        (None, Outcome::Completed | Outcome::InProgress) => {
            let message = "it does not say by what: a duty is discharged by a record".to_owned();
            let instead = "by = { activity = \"…\" }, { in-force = \"IV-13\" } or { meeting = { treaty = \"IV-13\", number = 1 } }";
            Err(("by", message, Some(instead.to_owned())))
        }
        (None, Outcome::NotImplemented | Outcome::NotApplicable) if discharge.note.is_none() => {
            Err(("note", "it does not say why".to_owned(), None))
        }
        (None, _) => Ok(()),
    }
}

/// The record that is named must be there, and not be later than what it did.
fn discharged(by: &DischargedBy, discharge: &Discharge, record: &Record) -> Result<(), Wrong> {
    let date = discharge.date;
    let later =
        |what: &str, day: &dyn std::fmt::Display| Err(("by", format!("{what} is of {day}, later than {date}"), None));
    match by {
        DischargedBy::Activity(id) => {
            let ids = || record.activities().map(|kept| kept.what.id.as_str());
            let kept = record.activity(id).ok_or_else(|| {
                let near = nearest(id, ids(), 1).first().map(|near| (*near).to_owned());
                ("by", format!("the register holds no activity `{id}`"), near)
            })?;
            match kept.what.when().filter(|when| !when.may_have_begun_by(date)) {
                Some(when) => later(&format!("the activity {id}"), &when),
                None => Ok(()),
            }
        }
        DischargedBy::InForce(id) => {
            let treaty = record.treaty(id.as_str()).map_err(|unknown| ("by", unknown.to_string(), None))?;
            let day = EntryIntoForce::of(treaty, record, AsAt::new(date), &mut Unasked).date;
            match day.filter(|day| day.day() <= date) {
                Some(_) => Ok(()),
                None => Err(("by", format!("the treaty {id} was not in force on {date}"), None)),
            }
        }
        DischargedBy::Meeting(MeetingOf { treaty, number }) => {
            let is_it = |done: &Done| matches!(done, Done::Meeting { number: known, .. } if known == number);
            let kept = record.body_acts(treaty).find(|kept| is_it(&kept.what.done)).ok_or_else(|| {
                ("by", format!("the register holds no meeting {number} of the States parties to {treaty}"), None)
            })?;
            let day = kept.what.date.at_latest().day();
            if day > date { later(&format!("meeting {number}"), &day) } else { Ok(()) }
        }
    }
}

fn of_resolution(resolution: &Resolution, record: &Record) -> Result<(), Wrong> {
    let mut names: Vec<&String> = resolution.paragraphs.iter().filter_map(|part| part.id.as_ref()).collect();
    names.sort_unstable();
    if let Some(twice) = names.windows(2).find_map(|pair| (pair[0] == pair[1]).then_some(pair[0])) {
        let message = format!("two paragraphs of resolution {} are called {twice}", resolution.symbol);
        return Err(("paragraph", message, None));
    }
    let until = |part: &OperativePart| part.by.filter(|by| by.latest().is_none());
    if let Some(by) = resolution.paragraphs.iter().find_map(until) {
        let message = format!("`{by}` is no last day: what is asked until then would never be due");
        return Err(("by", message, Some("a date, as in by = \"2003-12\"".to_owned())));
    }
    for renewed in resolution.paragraphs.iter().filter_map(|part| part.renews.as_ref()) {
        let earlier = known("renews", &renewed.resolution, record)?;
        paragraph_of("renews", earlier, &renewed.paragraph)?;
        if earlier.date > resolution.date {
            let message = format!("resolution {} is later than {}", earlier.symbol, resolution.symbol);
            return Err(("renews", message, None));
        }
    }
    Ok(())
}
