//! The page of a treaty's body: its seats, who sits in it, when members must be elected next, and what has been done.

mod acts;
mod answer;
mod members;

use askama::Template;
use law::answer::{CommitteeAnswer, GenderAnswer, RegionAnswer, StatesPartiesAnswer};
use law::calendar::AsAt;
use law::committee::Committee;
use law::record::{Record, TreatyRecord};

use super::{asked_of, find_treaty, laid_out};
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::day::Day;
use crate::fault::{Fault, Near, NotFound};
use crate::frame::{Frame, NotableDay, When};
use crate::reply::Reply;
use crate::source::Source;
use acts::{ElectionShown, MeetingShown, OtherActShown};
use answer::{BodyAnswer, NextShown, SeatsShown};
use members::{MemberShown, Named, OfficerShown};

#[derive(Template)]
#[template(path = "body.html")]
struct Page<'a> {
    frame: Frame,
    treaty_address: String,
    treaty: &'a str,
    calendar: String,
    feed: String,
    name: String,
    article: Option<String>,
    as_at: Day,
    answer: BodyAnswer,
    states_parties: StatesPartiesAnswer,
    when: When,
    members: Vec<MemberShown>,
    unnamed: u16,
    elect: Vec<MemberShown>,
    officers: Vec<OfficerShown>,
    next: Option<NextShown>,
    regions: Vec<RegionAnswer>,
    gender: GenderAnswer,
    elections: Vec<ElectionShown>,
    meetings: Vec<MeetingShown>,
    other_acts: Vec<OtherActShown>,
    seats: Vec<SeatsShown>,
    remarks: Vec<String>,
}

/// The page.
pub(crate) fn reply(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}/body", address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    let path = address::body(id);
    if given != id.as_str() {
        return Ok(Reply::See(asked.of(&path)));
    }
    let committee = Committee::of(treaty, &record, asked.as_at).ok_or_else(|| no_body(treaty, &asked))?;
    let answer = CommitteeAnswer::of(&committee, treaty, &record);
    laid_out(&page(source.today(), answer, treaty, &record, &asked, &path))
}

pub(super) fn no_body(treaty: &TreatyRecord, asked: &Asked) -> Fault {
    let title = treaty.treaty.short_title_in("en");
    Fault::NotFound(NotFound {
        heading: "No body",
        message: format!("The register knows no body set up by the {title}."),
        near: vec![Near { name: title.to_owned(), address: asked.of(&address::treaty(&treaty.treaty.treaty)) }],
    })
}

fn page<'a>(
    today: AsAt,
    answer: CommitteeAnswer,
    treaty: &'a TreatyRecord,
    record: &Record,
    asked: &Asked,
    path: &str,
) -> Page<'a> {
    let id = &treaty.treaty.treaty;
    let named = Named { record, asked, treaty: id };
    let elections: Vec<ElectionShown> =
        answer.elections.iter().rev().map(|one| ElectionShown::of(one, &answer.remarks, &named)).collect();
    // What is said of an election stands with it.
    let of_elections = |entry: u64| answer.elections.iter().any(|election| election.entry == Some(entry));
    let others = answer.remarks.iter().filter(|remark| !of_elections(remark.entry));
    Page {
        frame: Frame::of(&answer.name, record, asked, Some(path)),
        treaty_address: asked.of(&address::treaty(id)),
        treaty: treaty.treaty.short_title_in("en"),
        calendar: asked.of(&address::treaty_calendar(id)),
        feed: asked.of(&address::body_feed(id)),
        as_at: asked.as_at.into(),
        states_parties: answer.states_parties,
        when: When::of(path, asked, notable(today, &answer, asked, path)),
        members: answer.members.iter().map(|member| MemberShown::of(member, &named)).collect(),
        unnamed: answer.unnamed_members,
        elect: answer.members_elect.iter().map(|member| MemberShown::of(member, &named)).collect(),
        officers: answer.officers.iter().map(|officer| OfficerShown::of(officer, &named)).collect(),
        next: answer.next_election.as_ref().map(|next| NextShown::of(next, asked.as_at)),
        gender: answer.gender,
        elections,
        meetings: answer.meetings.iter().rev().map(MeetingShown::of).collect(),
        other_acts: answer.other_acts.iter().rev().map(OtherActShown::of).collect(),
        seats: answer.seats_through_time.iter().map(|seats| SeatsShown::of(seats, &named)).collect(),
        remarks: others.map(acts::remark).collect(),
        answer: BodyAnswer::of(&answer),
        name: answer.name,
        article: answer.by_resolution.is_none().then_some(answer.article),
        regions: answer.regions,
    }
}

/// The days on which the body had other seats or members.
fn notable(today: AsAt, answer: &CommitteeAnswer, asked: &Asked, path: &str) -> Vec<NotableDay> {
    let put = |what: String, day: AsAt| NotableDay {
        what,
        day: day.into(),
        address: asked.on(path, day),
        current: asked.as_at == day,
    };
    let seats = answer.seats_through_time.iter();
    let mut notable: Vec<NotableDay> =
        seats.map(|seats| put(format!("{} seats", seats.seats), AsAt::new(seats.from.day()))).collect();
    let mut terms: Vec<_> =
        answer.elections.iter().flat_map(|one| one.elected.iter().map(|one| one.term_from)).collect();
    terms.sort_unstable();
    terms.dedup();
    notable.extend(terms.last().map(|day| put("Newest terms".to_owned(), AsAt::new(*day))));
    notable.push(super::state::today_of(today, asked, path));
    notable
}
