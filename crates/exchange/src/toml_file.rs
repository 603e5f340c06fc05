//! TOML files: a treaty with its final clauses, or a file of records (parties, acts, decisions, resolutions,
//! activities, what is done in and for treaty bodies, reports of States parties, optional declarations, statements,
//! territories, corrections).

use law::act::Standing;
use law::activity::Activity;
use law::entry::Content;
use law::mandates::Discharge;
use law::nearest::nearest;
use law::party::Party;
use law::resolution::Resolution;
use law::territory::Territory;
use law::treaty::Treaty;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, Deserializer, ValueDeserializer};

use crate::body_rows::{
    AppointmentRow, BodyRow, ElectionRow, LineEnds, LotRow, MeetingRow, NominationRow, OfTheFile, OfficersRow,
    SessionRow, VacancyRow,
};
use crate::fault::Fault;
use crate::place::{LineCounter, Located, Place};
use crate::report_rows::{DeclarationRow, ReportRow};
use crate::statement_rows::StatementRow;
use crate::written::{ActRow, CorrectionRow, DecisionRow, Written};

/// A file of records.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Records {
    /// The papers and publications that everything in the file rests on.
    #[serde(default)]
    sources: Vec<String>,
    /// On whose word everything but acts is in the file.
    #[serde(default)]
    standing: Option<Standing>,
    #[serde(default)]
    party: Vec<Spanned<Party>>,
    #[serde(default)]
    act: OneOrMore<ActRow>,
    #[serde(default)]
    decision: OneOrMore<DecisionRow>,
    #[serde(default)]
    correction: OneOrMore<CorrectionRow>,
    #[serde(default)]
    resolution: Vec<Spanned<Resolution>>,
    #[serde(default)]
    activity: Vec<Spanned<Activity>>,
    #[serde(default)]
    discharge: Vec<Spanned<Discharge>>,
    #[serde(default)]
    meeting: OneOrMore<MeetingRow>,
    #[serde(default)]
    nomination: OneOrMore<NominationRow>,
    #[serde(default)]
    election: OneOrMore<ElectionRow>,
    #[serde(default)]
    lot: OneOrMore<LotRow>,
    #[serde(default)]
    vacancy: OneOrMore<VacancyRow>,
    #[serde(default)]
    appointment: OneOrMore<AppointmentRow>,
    #[serde(default)]
    officers: OneOrMore<OfficersRow>,
    #[serde(default)]
    session: OneOrMore<SessionRow>,
    #[serde(default)]
    report: OneOrMore<ReportRow>,
    #[serde(default)]
    declaration: OneOrMore<DeclarationRow>,
    #[serde(default)]
    statement: OneOrMore<StatementRow>,
    #[serde(default)]
    territory: Vec<Spanned<Territory>>,
}

/// Reads a TOML file, whichever of the two it is: a treaty's file says `treaty = "…"` at its head.
///
/// # Errors
/// Every fault that can be told; TOML's own stop at the first.
pub fn read(file: &str, text: &str) -> Result<Vec<Located<Written>>, Vec<Fault>> {
    let place = Place::file(file);
    let fault = |error: &toml::de::Error| vec![explain(error, text, &place)];
    let document = DeTable::parse(text).map_err(|error| fault(&error))?;
    if document.get_ref().contains_key("treaty") {
        return read_treaty(document, text, &place).map(|written| vec![written]);
    }
    let records = Records::deserialize(Deserializer::from(document)).map_err(|error| fault(&error))?;
    let written = records.into_written(text, &place);
    if written.is_empty() {
        let message = "there is nothing in it to record".to_owned();
        let instead = Some("`treaty = …` at the head of a treaty's file, or [[act]], [[party]], [[decision]], [[correction]], [[resolution]], [[activity]], [[discharge]], [[meeting]], [[nomination]], [[election]], [[lot]], [[vacancy]], [[appointment]], [[officers]], [[session]], [[report]], [[declaration]], [[statement]] or [[territory]]".to_owned());
        return Err(vec![Fault { place, field: None, message, instead }]);
    }
    let faults: Vec<Fault> = written.iter().filter_map(fault_of_party).collect();
    if faults.is_empty() { Ok(written) } else { Err(faults) }
}

/// Reads a TOML file of a shape that another room defines, such as the definition of a report.
///
/// # Errors
/// The first fault of the file, with its line and key.
pub fn read_as<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, Fault> {
    toml::from_str(text).map_err(|error| explain(&error, text, &Place::file(file)))
}

/// Reads a treaty's file. A `[correction]` in it says that the file is right instead of what an earlier entry says.
fn read_treaty(mut document: Spanned<DeTable<'_>>, text: &str, place: &Place) -> Result<Located<Written>, Vec<Fault>> {
    let fault = |error: &toml::de::Error| vec![explain(error, text, place)];
    let correction = document.get_mut().remove("correction");
    let treaty = Treaty::deserialize(Deserializer::from(document)).map_err(|error| fault(&error))?;
    let at_fault = |place: Place, field: &str, message: String| {
        vec![Fault { place, field: Some(field.to_owned()), message, instead: None }]
    };
    if let Some((field, message)) = treaty.fault() {
        return Err(at_fault(place.at_line(1), field, message));
    }
    let Some(correction) = correction else { return Ok(of_treaty(treaty, place)) };
    let place = place.at_line(LineCounter::of(text.as_bytes()).line_of(correction.span().start));
    let row = CorrectionRow::deserialize(ValueDeserializer::from(correction)).map_err(|error| fault(&error))?;
    if row.instead.is_some() {
        let message = "what is right instead is the treaty's file itself: leave out [correction.instead]";
        return Err(at_fault(place, "instead", message.to_owned()));
    }
    let what = Written::Correction(Box::new(CorrectionRow { treaty: Some(Box::new(treaty)), ..row }));
    Ok(Located { place, what })
}

fn of_treaty(treaty: Treaty, place: &Place) -> Located<Written> {
    let what = Written::Complete {
        standing: Standing::Published,
        sources: treaty.sources.clone(),
        content: Box::new(Content::Treaty(Box::new(treaty))),
    };
    Located { place: place.at_line(1), what }
}

fn fault_of_party(written: &Located<Written>) -> Option<Fault> {
    let Written::Complete { content, .. } = &written.what else { return None };
    let Content::Party(party) = content.as_ref() else { return None };
    let message = party.fault()?;
    Some(Fault { place: written.place.clone(), field: Some("names".to_owned()), message, instead: None })
}

impl Records {
    fn into_written(self, text: &str, place: &Place) -> Vec<Located<Written>> {
        let standing = self.standing.unwrap_or(Standing::Published);
        let sources = self.sources;
        let lines = LineEnds::of(text);
        let at = |start: usize| lines.place(place, start);
        let complete =
            |content: Content| Written::Complete { standing, sources: sources.clone(), content: Box::new(content) };
        let mut written = Vec::new();
        let mut put = |start: usize, what: Written| written.push(Located { place: at(start), what });
        for party in self.party {
            put(party.span().start, complete(Content::Party(party.into_inner())));
        }
        for territory in self.territory {
            put(territory.span().start, complete(Content::Territory(territory.into_inner())));
        }
        for act in self.act.0 {
            put(act.span().start, Written::Act(act.into_inner()));
        }
        for decision in self.decision.0 {
            put(decision.span().start, Written::Decision(decision.into_inner()));
        }
        for resolution in self.resolution {
            put(resolution.span().start, complete(Content::Resolution(resolution.into_inner())));
        }
        for activity in self.activity {
            put(activity.span().start, complete(Content::Activity(activity.into_inner())));
        }
        for discharge in self.discharge {
            put(discharge.span().start, complete(Content::Discharge(discharge.into_inner())));
        }
        let file = OfTheFile { standing: self.standing, sources: sources.clone(), lines: lines.clone() };
        let mut done = Vec::new();
        done.extend(self.nomination.each(BodyRow::Nomination));
        done.extend(self.meeting.each(BodyRow::Meeting));
        done.extend(self.election.each(BodyRow::Election));
        done.extend(self.lot.each(BodyRow::Lot));
        done.extend(self.vacancy.each(BodyRow::Vacancy));
        done.extend(self.appointment.each(BodyRow::Appointment));
        done.extend(self.session.each(BodyRow::Session));
        done.extend(self.officers.each(BodyRow::Officers));
        for (start, row) in done {
            put(start, Written::Body(Box::new(row), file.clone()));
        }
        for report in self.report.0 {
            put(report.span().start, Written::Report(Box::new(report.into_inner()), file.clone()));
        }
        for declaration in self.declaration.0 {
            put(declaration.span().start, Written::Declaration(Box::new(declaration.into_inner()), file.clone()));
        }
        for statement in self.statement.0 {
            put(statement.span().start, Written::Statement(Box::new(statement.into_inner()), file.clone()));
        }
        for correction in self.correction.0 {
            put(correction.span().start, Written::Correction(Box::new(correction.into_inner())));
        }
        written
    }
}

/// `[act]` for one, `[[act]]` for more.
#[derive(Debug)]
struct OneOrMore<T>(Vec<Spanned<T>>);

impl<T> OneOrMore<T> {
    /// Each with where it begins, as one of several kinds.
    fn each<R>(self, kind: fn(T) -> R) -> impl Iterator<Item = (usize, R)> {
        self.0.into_iter().map(move |row| (row.span().start, kind(row.into_inner())))
    }
}

impl<T> Default for OneOrMore<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMore<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for Either<T> {
            type Value = OneOrMore<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a table, or an array of tables")
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(OneOrMore(items))
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let table = T::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(OneOrMore(vec![Spanned::new(0..0, table)]))
            }
        }
        deserializer.deserialize_any(Either(std::marker::PhantomData))
    }
}

/// What a TOML error says, with the line, the key on that line, and the nearest right key.
fn explain(error: &toml::de::Error, text: &str, place: &Place) -> Fault {
    let start = error.span().map(|span| span.start);
    let place =
        start.map_or_else(|| place.clone(), |byte| place.at_line(LineCounter::of(text.as_bytes()).line_of(byte)));
    let line = place.line.and_then(|line| text.lines().nth(line - 1)).unwrap_or_default();
    let key = line.split_once('=').map(|(key, _)| key.trim()).filter(|key| !key.is_empty() && !key.starts_with('#'));
    let message = error.message().replace('\n', " ");
    let unknown = message.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`'));
    let unknown = unknown.or_else(|| message.strip_prefix("unknown variant `").and_then(|rest| rest.split_once('`')));
    let instead = unknown.and_then(|(given, rest)| {
        let allowed = rest.split('`').skip(1).step_by(2);
        nearest(given, allowed, 1).pop().map(|near| format!("`{near}`"))
    });
    let instead = instead.map(|near| if message.contains(&near) { format!("{near} instead") } else { near });
    let field = match unknown {
        Some((given, _)) if message.starts_with("unknown field") => Some(given.to_owned()),
        _ => key.map(ToOwned::to_owned),
    };
    Fault { place, field, message, instead }
}
