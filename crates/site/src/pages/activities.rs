//! The page of what was done to promote a treaty: filters, a timeline picture, and each activity.

mod filter;
mod timeline;

use askama::Template;
use law::activity::OrganizerKind;
use law::answer::{ActivitiesAnswer, ActivityAnswer, AddressedAnswer, PromotersAnswer};
use law::record::{Record, TreatyRecord};
use papers::enumeration::list;
use papers::explanation::capitalised;
use papers::when::in_words;

use super::{asked_of, find_treaty, laid_out};
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::day::Day;
use crate::fault::Fault;
use crate::frame::{Frame, When};
use crate::reply::Reply;
use crate::source::Source;
use filter::{Field, Filter};
use timeline::Timeline;

#[derive(Template)]
#[template(path = "activities.html")]
struct Page<'a> {
    frame: Frame,
    treaty_address: String,
    outreach: String,
    treaty: &'a str,
    as_at: Day,
    on_record: usize,
    when: When,
    filtered: bool,
    whole: String,
    fields: Vec<Field>,
    timeline: Timeline,
    rows: Vec<Row>,
    bodies: Vec<BodyShown>,
}

/// An activity, in words.
struct Row {
    id: String,
    number: usize,
    when: String,
    kind: String,
    sentence: String,
    facts: Vec<(&'static str, String)>,
}

/// A body that promotes the treaty.
struct BodyShown {
    name: String,
    kind: String,
    facts: Vec<(&'static str, String)>,
}

/// The page.
pub(crate) fn reply(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}/activities", address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    let path = address::activities(id);
    let filter = Filter::read(pairs, id, &record, &asked)?;
    if given != id.as_str() {
        return Ok(Reply::See(asked.asking(&path, &filter.encoded())));
    }
    let mut page = page(treaty, &record, &asked, &path, &filter);
    page.when.notable = vec![super::state::today_of(source.today(), &asked, &path)];
    laid_out(&page)
}

fn page<'a>(treaty: &'a TreatyRecord, record: &Record, asked: &Asked, path: &str, filter: &Filter) -> Page<'a> {
    let id = &treaty.treaty.treaty;
    let answer = ActivitiesAnswer::of(&filter.asked, record, asked.as_at);
    let whole = ActivitiesAnswer::of(&filter.of_treaty_alone(), record, asked.as_at);
    let promoters = PromotersAnswer::of(Some(id), record, asked.as_at);
    let title = treaty.treaty.short_title_in("en");
    let rows: Vec<Row> = (1..).zip(&answer.activities).map(|(number, activity)| row(number, activity)).collect();
    Page {
        frame: Frame::of(&format!("Activities to promote the {title}"), record, asked, Some(path)),
        treaty_address: asked.of(&address::treaty(id)),
        outreach: asked.of(&address::outreach(id)),
        treaty: title,
        as_at: asked.as_at.into(),
        on_record: whole.activities.len(),
        when: When { sort: None, also: filter.pairs(), ..When::of(path, asked, Vec::new()) },
        filtered: filter.is_set(),
        whole: asked.of(path),
        fields: filter.fields(&promoters),
        timeline: Timeline::of(&answer.activities, asked.as_at.day()),
        bodies: promoters.promoters.iter().map(BodyShown::of).collect(),
        rows,
    }
}

fn row(number: usize, activity: &ActivityAnswer) -> Row {
    let occasion = activity.occasion.as_ref().map(|occasion| format!(", {occasion}")).unwrap_or_default();
    let purpose = activity.purpose.as_ref().map(|purpose| format!(", {purpose}")).unwrap_or_default();
    let kinds: Vec<&str> = activity.organized_by.iter().filter_map(|one| one.kind).map(OrganizerKind::word).collect();
    let serves = activity.serves.as_ref().map(|symbol| {
        let paragraph = activity.serves_paragraph.as_ref().map(|named| format!(", {named}")).unwrap_or_default();
        format!("resolution {symbol}{paragraph}")
    });
    let facts = [
        ("Organizer is", (!kinds.is_empty()).then(|| kinds.join(", ").replace('-', " "))),
        ("Place", activity.place.clone()),
        ("Addressed to", activity.addressed_to.as_ref().map(addressed)),
        ("Took part", (!activity.participants.is_empty()).then(|| activity.participants.join("; "))),
        ("Outcome", activity.outcome.clone()),
        ("Serves", serves),
        ("Document", activity.document.clone()),
        ("Source", (!activity.sources.is_empty()).then(|| activity.sources.join("; "))),
        ("On record", Some(format!("entry {}, {}", activity.entry, activity.standing))),
    ];
    Row {
        id: activity.id.clone(),
        number,
        when: timeline::when_in_words(activity),
        kind: activity.activity.word().replace('-', " "),
        sentence: format!("{} {}{occasion}{purpose}.", capitalised(&list(&activity.organizers)), activity.what),
        facts: facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect(),
    }
}

fn addressed(to: &AddressedAnswer) -> String {
    match to {
        AddressedAnswer::States { states } => list(&states.iter().map(|state| state.name.as_str()).collect::<Vec<_>>()),
        AddressedAnswer::AllStates => "all States".to_owned(),
        AddressedAnswer::StatesNotParty => "States not party".to_owned(),
        AddressedAnswer::StatesParties => "States parties".to_owned(),
    }
}

impl BodyShown {
    fn of(body: &law::answer::PromoterAnswer) -> Self {
        let member = |member: &law::answer::MembershipAnswer| {
            let office = member.office.as_ref().map(|office| format!(", {office}")).unwrap_or_default();
            let term = member.term.map(|term| format!(" ({})", in_words(&term))).unwrap_or_default();
            format!("{}{office}{term}", member.name)
        };
        let mandate = |mandate: &law::answer::EntrustedAnswer| {
            let paragraph = mandate.paragraph.as_ref().map(|named| format!(", {named}")).unwrap_or_default();
            let resolution = mandate.resolution.as_ref().map(|symbol| format!("resolution {symbol}{paragraph}"));
            [resolution, mandate.by.clone(), mandate.term.map(|term| in_words(&term))]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
        };
        let members: Vec<String> = body.members.iter().map(member).collect();
        let mandates: Vec<String> = body.mandates.iter().map(mandate).collect();
        let none = || "none on record for that day".to_owned();
        let facts = [
            ("Existed", body.existed.map(|existed| in_words(&existed))),
            ("Purpose", body.purpose.clone()),
            ("Members", Some(if members.is_empty() { none() } else { members.join("; ") })),
            ("Mandates", (!mandates.is_empty()).then(|| mandates.join("; "))),
            ("Activities on record", Some(body.activities.to_string())),
            ("On record", Some(format!("entry {}, {}", body.entry, body.standing))),
        ];
        Self {
            name: capitalised(&body.name),
            kind: body.kind.word().replace('-', " "),
            facts: facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect(),
        }
    }
}
