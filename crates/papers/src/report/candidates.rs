//! The list of the persons nominated for an election of a treaty's body, in alphabetical order, with the States parties that
//! nominated them, as the Secretary-General submits it to the States parties.

use law::body_act::{BodyAct, Done, Member};
use law::calendar::{AsAt, Date};
use law::committee::Committee;
use law::party::AlphabeticalOrder;

use super::committee::say_next_election;
use super::composer::ReportError;
use super::composition::Content;
use super::subject::Subject;
use super::table::{row, table};
use super::telling::{Telling, counted};
use crate::document::Grounds;
use crate::un_date::ENGLISH;

/// A paragraph on the election and the list itself.
pub(super) fn told(subject: &Subject<'_>, election: Option<AsAt>) -> Result<Vec<Content>, ReportError> {
    let treaty = subject.treaty()?;
    let Some(body) = &treaty.treaty.body else {
        return Err(ReportError::no_clause(subject.definition, "the candidates for a body"));
    };
    let nominations = nominations(subject)?;
    let election = election.map(AsAt::day).or_else(|| next(&nominations, subject.as_at.day()));
    let mut telling = Telling::on(Grounds::Body(treaty.treaty.treaty.clone()), subject.as_at);
    let clause = body.elections.as_ref().map_or(&body.article, |elections| &elections.article);
    let Some(election) = election else {
        telling.say("As at ");
        telling.day("as-at", subject.as_at.day());
        telling.say(&format!(", no nomination for an election of members of the {} is recorded.", body.name));
        if let Some(committee) = Committee::of(treaty, subject.record, subject.as_at) {
            say_next_election(&mut telling, &committee);
        }
        return Ok(vec![Content::Paragraph(telling.told())]);
    };
    let mut nominees: Vec<(&Member, Date)> =
        nominations.iter().filter(|(of, ..)| *of == election).map(|(_, member, on)| (*member, *on)).collect();
    let order = AlphabeticalOrder::english();
    nominees.sort_by(|(one, _), (other, _)| order.compare(&key(one), &key(other)));
    telling.say(&format!(
        "In accordance with article {clause}, the persons nominated by States parties for the election of members of the {} on {} are listed below in alphabetical order, with the States parties that nominated them. As at ",
        body.name,
        ENGLISH.write(election)
    ));
    telling.day("as-at", subject.as_at.day());
    telling.say(", ");
    telling.figure("nominees", counted(nominees.len(), "person", "persons"));
    telling.say(" had been nominated.");
    let line = |(member, on): &(&Member, Date)| {
        let name = member.name.clone().unwrap_or_else(|| "not named".to_owned());
        row([name, subject.name_of(member.nominated_by), ENGLISH.write(*on)])
    };
    let caption = format!("Persons nominated for the election on {}", ENGLISH.write(election));
    let list = table(caption, ["Name", "Nominated by", "Nominated on"], nominees.iter().map(line).collect());
    Ok(vec![Content::Paragraph(telling.told()), Content::Block(list)])
}

/// The election for which somebody is nominated, who, and when.
type Nomination<'a> = (Date, &'a Member, Date);

fn nominations<'a>(subject: &Subject<'a>) -> Result<Vec<Nomination<'a>>, ReportError> {
    let treaty = &subject.treaty()?.treaty.treaty;
    let done = subject.record.body_acts(treaty).filter(|kept| kept.standing.counts()).map(|kept| &kept.what);
    let of = |act: &'a BodyAct| match &act.done {
        Done::Nomination { election, nominee } => Some((*election, nominee, act.date.at_latest().day())),
        _ => None,
    };
    Ok(done.filter_map(of).filter(|(.., on)| *on <= subject.as_at.day()).collect())
}

/// The next election for which somebody is nominated; where all are over, the last.
fn next(nominations: &[Nomination<'_>], day: Date) -> Option<Date> {
    let elections = || nominations.iter().map(|(election, ..)| *election);
    elections().filter(|election| *election >= day).min().or_else(|| elections().max())
}

fn key(member: &Member) -> String {
    member.name.clone().unwrap_or_default()
}
