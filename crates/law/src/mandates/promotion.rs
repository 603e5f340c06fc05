//! Whether an activity or a body that promotes treaties may be recorded.

use super::examination::{Wrong, known, paragraph_of};
use crate::activity::Activity;
use crate::promoter::{Entrusted, Membership, Promoter};
use crate::record::Record;

/// An activity has organizers, says once whether it has an end, and serves a paragraph that there is. An organizer that has the
/// name of a promoting body is of that body's kind.
pub(super) fn of_activity(activity: &Activity, record: &Record) -> Result<(), Wrong> {
    let nameless = |name: &&str| name.trim().is_empty();
    let names = activity.organizer_names();
    if names.is_empty() || names.iter().any(nameless) {
        let message = if names.is_empty() {
            format!("the activity {} has no organizer", activity.id)
        } else {
            format!("an organizer of the activity {} has no name", activity.id)
        };
        let instead = "who did it, as in running text: [\"the Secretary-General\"]";
        return Err(("organizers", message, Some(instead.to_owned())));
    }
    for organizer in &activity.organizers {
        let Some(body) = record.promoter_called(&organizer.name, &activity.treaty) else { continue };
        if let Some(kind) = organizer.kind.filter(|kind| *kind != body.what.kind) {
            let (id, known) = (&body.what.id, body.what.kind.word());
            let message =
                format!("{} is on record as `{known}` (promoter {id}), not `{}`", organizer.name, kind.word());
            return Err(("organizers", message, Some(format!("kind = \"{known}\""))));
        }
    }
    if activity.says_its_end_twice() {
        let message =
            "an interval says already whether it has an end, and so `ongoing` has no place beside it".to_owned();
        return Err(("ongoing", message, Some("an interval alone, as in date = \"1998-03/..\"".to_owned())));
    }
    if activity
        .addressed_to
        .as_ref()
        .is_some_and(|to| matches!(to, crate::activity::Addressees::States(all) if all.is_empty()))
    {
        let message = format!("the activity {} is addressed to a list without a State", activity.id);
        return Err(("addressed-to", message, Some("States, as in [\"Mali\"], or \"all-states\"".to_owned())));
    }
    served(activity.serves.as_deref(), activity.serves_paragraph.as_deref(), ["serves", "serves-paragraph"], record)
}

/// A promoting body has a name that no other has, at least one treaty, members within the time that it existed, and mandates
/// that are on record.
pub(super) fn of_promoter(body: &Promoter, record: &Record) -> Result<(), Wrong> {
    let called = || std::iter::once(&body.name).chain(&body.also);
    if body.id.trim().is_empty() || called().any(|name| name.trim().is_empty()) {
        let instead = "a name as in running text: \"the Special Rapporteur on the human rights of migrants\"";
        return Err(("name", format!("the body `{}` has no name", body.id), Some(instead.to_owned())));
    }
    if body.treaties.is_empty() {
        let message = format!("the body {} promotes no treaty", body.id);
        return Err(("treaties", message, Some("treaties = [\"IV-13\"]".to_owned())));
    }
    for treaty in &body.treaties {
        record.treaty(treaty.as_str()).map_err(|unknown| ("treaties", unknown.to_string(), None))?;
    }
    let others = || record.current_promoters().filter(|kept| kept.what.id != body.id);
    for (name, treaty) in called().flat_map(|name| body.treaties.iter().map(move |treaty| (name, treaty))) {
        if let Some(other) = others().find(|kept| kept.what.is_called(name, treaty)) {
            let message = format!("the body {} is called `{name}` already, where {treaty} is promoted", other.what.id);
            return Err(("name", message, None));
        }
    }
    for member in &body.members {
        in_time(member, body)?;
    }
    body.members
        .iter()
        .enumerate()
        .try_for_each(|(at, member)| once(member, body.members.get(at + 1..).unwrap_or_default()))?;
    body.mandates.iter().try_for_each(|mandate| entrusted(mandate, record))
}

/// Nobody belongs to a body that does not exist yet or any more.
fn in_time(member: &Membership, body: &Promoter) -> Result<(), Wrong> {
    let (Some(term), Some(existed)) = (member.term, body.existed) else { return Ok(()) };
    let before = existed.earliest().is_some_and(|first| term.earliest().is_some_and(|day| day < first));
    let after = existed.latest().is_some_and(|last| !term.may_have_begun_by(last));
    if before || after {
        let message = format!("the term of {} is {term}, and the body is on record for {existed}", member.name);
        return Err(("term", message, None));
    }
    Ok(())
}

/// Nobody holds the same office twice at once.
fn once(member: &Membership, others: &[Membership]) -> Result<(), Wrong> {
    let twice = |other: &&Membership| {
        let certainly_apart = |one: &Membership, next: &Membership| {
            one.term
                .zip(next.term)
                .is_some_and(|(one, next)| one.latest().zip(next.earliest()).is_some_and(|(end, start)| end <= start))
        };
        other.name == member.name
            && other.office == member.office
            && !certainly_apart(member, other)
            && !certainly_apart(other, member)
    };
    match others.iter().find(twice) {
        Some(other) => {
            let term = other.term.map(|term| format!(" ({term})")).unwrap_or_default();
            Err(("member", format!("{} is a member twice at once{term}", member.name), None))
        }
        None => Ok(()),
    }
}

fn entrusted(mandate: &Entrusted, record: &Record) -> Result<(), Wrong> {
    if mandate.by.is_none() && mandate.resolution.is_none() {
        let message = "a mandate without a resolution says by whom it was entrusted".to_owned();
        return Err(("by", message, Some("by = \"the Commission on Human Rights\"".to_owned())));
    }
    let resolution = mandate.resolution.as_deref();
    if mandate.paragraph.is_none() {
        return resolution.map_or(Ok(()), |symbol| known("resolution", symbol, record).map(drop));
    }
    served(resolution, mandate.paragraph.as_deref(), ["resolution", "paragraph"], record)
}

/// The paragraph that is named is one of the resolution that is named.
fn served(
    symbol: Option<&str>,
    paragraph: Option<&str>,
    [field, field_of_paragraph]: [&'static str; 2],
    record: &Record,
) -> Result<(), Wrong> {
    let Some(paragraph) = paragraph else { return Ok(()) };
    let symbol = symbol.ok_or_else(|| {
        let message = "it names a paragraph, and not the resolution".to_owned();
        (field, message, Some(format!("{field} = \"57/201\"")))
    })?;
    paragraph_of(field_of_paragraph, known(field, symbol, record)?, paragraph).map(drop)
}
