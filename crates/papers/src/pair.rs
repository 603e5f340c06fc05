//! Why a treaty is in force between two States or is not, and under which reservations, in prose.

use law::answer::{PairAnswer, TerritoryAnswer, VersionAnswer};
use law::calendar::{Date, DateOfAct};
use law::pairs::PairReason;
use law::party::PartyCode;
use law::record::Record;

use crate::un_date::ENGLISH;

/// The reasons of an answer about a pair, one paragraph each, the last of which draws the conclusion.
#[must_use]
pub fn paragraphs(answer: &PairAnswer, record: &Record) -> Vec<String> {
    let telling = Telling { answer, record };
    let mut paragraphs: Vec<String> = answer.reasons.iter().map(|reason| telling.reason(reason)).collect();
    paragraphs.extend(answer.versions.iter().map(|version| telling.version(version)));
    paragraphs.extend(answer.territory.as_ref().map(|territory| telling.territory(territory)));
    paragraphs.push(telling.conclusion());
    paragraphs
}

struct Telling<'a> {
    answer: &'a PairAnswer,
    record: &'a Record,
}

/// The law that nearly every reason rests on.
const VCLT: &str = "of the Vienna Convention on the Law of Treaties";

fn day(day: Date) -> String {
    ENGLISH.write(day)
}

fn on(act: DateOfAct) -> String {
    day(act.day())
}

impl<'a> Telling<'a> {
    fn name(&self, code: PartyCode) -> &'a str {
        let party = self.record.parties.by_code(code);
        party.map_or("", |party| self.record.parties[party].name_on(self.answer.as_at.day()).in_text())
    }

    fn reason(&self, reason: &PairReason) -> String {
        let treaty = &self.answer.treaty;
        match reason {
            PairReason::InForceFor { party, since } => {
                format!("The treaty is in force for {} since {}.", self.name(*party), day(since.day()))
            }
            PairReason::NotInForceFor { party, ended: Some(ended) } => {
                format!("The treaty is no longer in force for {} since {}.", self.name(*party), day(ended.day()))
            }
            PairReason::NotInForceFor { party, ended: None } => {
                format!("The treaty is not in force for {} on {}.", self.name(*party), day(self.answer.as_at.day()))
            }
            PairReason::ReservationNotAccepted { statement, article } => format!(
                "The reservation {statement} needs an acceptance that it does not have (article {article} {VCLT}): until it \
                 has, its author is no party."
            ),
            PairReason::TreatyExcluded { statement, to, party, article } => format!(
                "By its objection {statement} to the reservation {}, {} definitely expressed that the treaty shall not enter \
                 into force between the two (article {article} {VCLT}).",
                to.as_deref().unwrap_or_default(),
                self.name(*party)
            ),
            PairReason::ConsentNotAccepted { party, of, treaty_article } => format!(
                "By article {treaty_article} of {treaty}, the accession of {} has effect only towards those that accept it, \
                 and no acceptance by {} is recorded.",
                self.name(*of),
                self.name(*party)
            ),
            PairReason::ConsentObjectedTo { statement, party, treaty_article } => format!(
                "By its objection {statement}, {} kept the treaty from having effect between the two (article \
                 {treaty_article} of {treaty}).",
                self.name(*party)
            ),
            PairReason::AcceptedFrom { from, treaty_article } => format!(
                "The accession is accepted, and the treaty enters into force between the two on {} (article \
                 {treaty_article} of {treaty}).",
                day(from.day())
            ),
            PairReason::InForceSince { since } => {
                format!("Between the two it is in force since {}.", day(since.day()))
            }
            PairReason::Reserved { .. } => self.reserved(reason),
        }
    }

    fn reserved(&self, reason: &PairReason) -> String {
        let PairReason::Reserved {
            statement,
            party,
            towards,
            state,
            reaction,
            on: since,
            until,
            consequence,
            article,
            permitted_by,
        } = reason
        else {
            return String::new();
        };
        let (author, other) = (self.name(*party), self.name(*towards));
        let since = since.map(|since| format!(" on {}", on(since))).unwrap_or_default();
        let stands = match *reaction {
            "not-needed" => match permitted_by {
                Some(article) => format!("which article {article} of {} permits", self.answer.treaty),
                None => "which the treaty itself permits".to_owned(),
            },
            "accepted" => format!("which {other} accepted{since}"),
            "deemed-accepted" => format!("to which {other} had raised no objection by the end of its time{since}"),
            "objected" => format!("to which {other} objected{since}"),
            "objection-withdrawn" => format!("to which {other} objected, and withdrew its objection{since}"),
            _ => match until {
                Some(until) => format!("to which {other} may object until {}", on(*until)),
                None => format!("to which {other} may still object, as far as the days recorded tell"),
            },
        };
        let what = format!("The statement {statement} of {author}");
        match *consequence {
            "reserved" => format!(
                "{what}, {stands}, changes the provisions that it concerns between the two, for each towards the other, to \
                 its extent (article {article} {VCLT})."
            ),
            "not-to-that-extent" => format!(
                "{what}, {stands}: the provisions that it concerns do not apply between the two to its extent (article \
                 {article} {VCLT})."
            ),
            "provisions-excluded" => format!(
                "{what}, {stands}, excluding the provisions that the objection names between the two (article {article} \
                 {VCLT})."
            ),
            "treaty-excluded" => {
                format!("{what}, {stands}, excluding the treaty between the two (article {article} {VCLT}).")
            }
            "not-established" => {
                format!("{what}, {stands}, is not established towards it yet (article {article} {VCLT}).")
            }
            _ => format!("{what} has no effect: it is {} (article {article} {VCLT}).", state.replace('-', " ")),
        }
    }

    fn version(&self, version: &VersionAnswer) -> String {
        let VersionAnswer { amendment, in_force, .. } = version;
        let bound = version.bound.iter().map(|bound| {
            let name = self.name(bound.party);
            match (bound.by, bound.since) {
                ("acceptance", Some(since)) => {
                    format!("{name} has accepted it, and is bound since {}", day(since.day()))
                }
                ("joining-later", Some(since)) => {
                    format!("{name} joined the treaty as amended, on {}", day(since.day()))
                }
                ("the-treaty", Some(since)) => {
                    format!("{name} is bound as every party is, since {}", day(since.day()))
                }
                _ => format!("{name} is not bound by it"),
            }
        });
        let bound: Vec<String> = bound.collect();
        let so = match version.since {
            Some(since) => format!("between the two the treaty applies as amended since {}", day(since.day())),
            None => "between the two the treaty applies as it was before".to_owned(),
        };
        format!(
            "The amendment {amendment} is in force since {}: {}; {so} (article 40(4) and (5) {VCLT}).",
            day(in_force.day()),
            bound.join(", ")
        )
    }

    fn territory(&self, territory: &TerritoryAnswer) -> String {
        let TerritoryAnswer { name, party, since, statement, .. } = territory;
        let of = party.map_or("nobody", |party| self.name(party));
        match (since, statement) {
            (Some(since), Some(statement)) => format!(
                "By its statement {statement}, {of} extended the treaty to {name}, where it applies since {} (article 29 {VCLT}).",
                day(since.day())
            ),
            (Some(since), None) => format!(
                "The treaty binds {of} in respect of its entire territory, {name} included, since {} (article 29 {VCLT}).",
                day(since.day())
            ),
            (None, Some(statement)) => {
                format!(
                    "By its statement {statement}, {of} excluded {name} from the treaty's application (article 29 {VCLT})."
                )
            }
            (None, None) => format!(
                "{of} is responsible for {name}, and has not extended the treaty to it: by its practice, a treaty applies there \
                 only once it says so (article 29 {VCLT})."
            ),
        }
    }

    fn conclusion(&self) -> String {
        let [one, other] = self.answer.between.map(|code| self.name(code));
        match self.answer.since {
            Some(since) => {
                format!("So the treaty has been in force between {one} and {other} since {}.", day(since.day()))
            }
            None => {
                format!("So the treaty is not in force between {one} and {other} on {}.", day(self.answer.as_at.day()))
            }
        }
    }
}
