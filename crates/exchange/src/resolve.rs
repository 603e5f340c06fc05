//! Finding the parties, acts and days that written records name.

mod body;
mod reports;
mod statements;

use std::str::FromStr;

use law::act::{Act, Action, DayOfAct, Standing};
use law::calendar::{DateFault, DateOfAct, DateOfEffect};
use law::decision::Decision;
use law::entry::{Content, Correction, Draft};
use law::nearest::nearest;
use law::party::{Parties, PartyCode};
use law::rectification::Rectification;
use law::treaty::TreatyId;

use crate::body_rows::OfTheFile;
use crate::fault::Fault;
use crate::place::{Located, Place};
use crate::written::{ActRow, CorrectionRow, DecisionRow, RectificationRow, Text, Written};

/// Turns written records into drafts of entries.
///
/// # Errors
/// Every fault in any record: an unknown party or act, a date in another form.
pub fn resolve(written: Vec<Located<Written>>, parties: &Parties) -> Result<Vec<Located<Draft>>, Vec<Fault>> {
    let (mut drafts, mut faults) = (Vec::with_capacity(written.len()), Vec::new());
    for Located { place, what } in written {
        let mut reading = Reading { place: &place, parties, faults: &mut faults };
        let draft = match what {
            Written::Complete { standing, sources, content } => Some(Draft { standing, sources, content: *content }),
            Written::Act(row) => reading.act(row),
            Written::Decision(row) => reading.decision(row),
            Written::Body(row, file) => reading.body(&row, &file),
            Written::Report(row, file) => reading.report(*row, &file),
            Written::Declaration(row, file) => reading.declaration(*row, &file),
            Written::Statement(row, file) => reading.statement(*row, &file),
            Written::Correction(row) => reading.correction(*row),
        };
        drafts.extend(draft.map(|what| Located { place, what }));
    }
    if faults.is_empty() { Ok(drafts) } else { Err(faults) }
}

/// One record being read; what is wrong with it is noted, and reading goes on to find the rest.
struct Reading<'a> {
    place: &'a Place,
    parties: &'a Parties,
    faults: &'a mut Vec<Fault>,
}

impl Reading<'_> {
    fn act(&mut self, row: ActRow) -> Option<Draft> {
        let treaty = self.parse::<TreatyId>("treaty", &row.treaty);
        let date = self.day::<DayOfAct>("date", &row.date);
        let party = self.party(&row.party, date);
        let action = self.action(&row.action);
        let effective = self.optional_day::<DateOfEffect>("effective", row.effective.as_ref());
        let received = self.optional_day::<DateOfAct>("received", row.received.as_ref());
        let standing = self.standing(row.standing.as_ref());
        let act = Act {
            treaty: treaty?,
            party: party?,
            action: action?,
            date: date?,
            effective: effective?,
            received: received?,
            note: row.note.map(|note| note.0),
        };
        let sources = row.source.map(|source| source.0).into_iter().collect();
        Some(Draft { standing: standing?, sources, content: Content::Act(act) })
    }

    fn decision(&mut self, row: DecisionRow) -> Option<Draft> {
        let treaty = self.parse::<TreatyId>("treaty", &row.treaty);
        let date = self.day::<DateOfAct>("date", &row.date);
        let in_force = self.day::<DateOfEffect>("in-force", &row.in_force);
        let party = match &row.party {
            Some(party) => self.party(party, date.map(DayOfAct::On)).map(Some),
            None => Some(None),
        };
        let standing = self.standing(row.standing.as_ref());
        let decision = Decision {
            treaty: treaty?,
            party: party?,
            provision: row.provision.map(|provision| provision.0.trim().to_owned()),
            in_force: in_force?,
            article: row.article,
            because: row.because,
            date: date?,
        };
        let sources = row.source.into_iter().collect();
        Some(Draft { standing: standing?, sources, content: Content::Decision(decision) })
    }

    fn correction(&mut self, mut row: CorrectionRow) -> Option<Draft> {
        let rectification = match row.rectification.take() {
            Some(papers) => self.rectification(&papers).map(Some),
            None => Some(None),
        };
        let instead = self.instead(&mut row);
        let (rectification, instead) = (rectification?, instead?);
        if rectification.is_some() && instead.is_none() {
            let message = "by article 79(4) of the Vienna Convention on the Law of Treaties a corrected text replaces the \
                           defective one, and there is none here";
            let right = "[correction.instead], or put [correction] at the end of the treaty's file as rectified";
            return self.fault("rectification", message.to_owned(), Some(right.to_owned()));
        }
        let standing = instead.as_ref().map_or(Standing::Deposited, |draft| draft.standing);
        let mut sources: Vec<String> = row.source.into_iter().collect();
        sources.extend(instead.iter().flat_map(|draft| draft.sources.iter().cloned()));
        let correction = Correction {
            because: row.because,
            corrects: row.corrects,
            instead: instead.map(|draft| Box::new(draft.content)),
            rectification,
        };
        Some(Draft { standing, sources, content: Content::Correction(correction) })
    }

    /// What is right instead of what is corrected: the outer `None` says that it can't be read.
    #[expect(clippy::option_option, reason = "nothing instead is not something that can't be read")]
    fn instead(&mut self, row: &mut CorrectionRow) -> Option<Option<Draft>> {
        let (act, body) = (row.instead.take(), row.body.take());
        let (report, declaration, statement) = (row.report.take(), row.declaration.take(), row.statement.take());
        let given = [act.is_some(), body.is_some(), report.is_some(), declaration.is_some(), statement.is_some()];
        if given.into_iter().filter(|given| *given).count() > 1 {
            let message = "one entry is right instead: write [correction.instead], [correction.body], \
                           [correction.report], [correction.declaration] or [correction.statement]";
            return self.fault("instead", message.to_owned(), None);
        }
        let file = OfTheFile::default();
        let instead = match (act, body, report, declaration, statement) {
            (Some(act), ..) => self.act(act),
            (_, Some(body), ..) => self.body(&body, &file),
            (_, _, Some(report), ..) => self.report(*report, &file),
            (.., Some(declaration), _) => self.declaration(*declaration, &file),
            (.., Some(statement)) => self.statement(*statement, &file),
            _ => {
                let treaty = row.treaty.take();
                return Some(treaty.map(|treaty| Draft {
                    standing: Standing::Published,
                    sources: treaty.sources.clone(),
                    content: Content::Treaty(treaty),
                }));
            }
        };
        instead.map(Some)
    }

    fn rectification(&mut self, row: &RectificationRow) -> Option<Rectification> {
        let circulated = self.day::<DateOfAct>("circulated", &row.circulated);
        let objections_until = self.day::<DateOfAct>("objections-until", &row.objections_until);
        let proces_verbal = self.day::<DateOfAct>("proces-verbal", &row.proces_verbal);
        let rectification = Rectification {
            circulated: circulated?,
            objections_until: objections_until?,
            proces_verbal: proces_verbal?,
            symbol: row.symbol.clone(),
        };
        match rectification.fault() {
            Some((field, message, instead)) => self.fault(field, message, Some(instead)),
            None => Some(rectification),
        }
    }

    fn party(&mut self, text: &Text, date: Option<DayOfAct>) -> Option<PartyCode> {
        match self.parties.resolve(&text.0, date.map(|date| date.at_latest().day())) {
            Ok(index) => Some(self.parties[index].code),
            Err(unknown) => {
                let instead = unknown.nearest().first().cloned();
                self.fault("party", unknown.to_string(), instead)
            }
        }
    }

    fn action(&mut self, text: &Text) -> Option<Action> {
        match text.0.parse::<Action>() {
            Ok(action) => Some(action),
            Err(unknown) => {
                let instead = unknown.nearest().map(|word| format!("`{word}`"));
                self.fault("action", unknown.to_string(), instead)
            }
        }
    }

    fn standing(&mut self, text: Option<&Text>) -> Option<Standing> {
        let Some(text) = text else { return Some(Standing::Deposited) };
        let words = Standing::ALL.map(Standing::word);
        if let Some(standing) = Standing::ALL.into_iter().find(|standing| standing.word() == text.0) {
            return Some(standing);
        }
        let near = nearest(&text.0, words, 1).pop().map(|word| format!("`{word}`"));
        self.fault("standing", format!("`{text}` is not a standing; write one of: {}", words.join(", ")), near)
    }

    fn day<T: FromStr<Err = DateFault>>(&mut self, field: &str, text: &Text) -> Option<T> {
        match text.0.parse() {
            Ok(day) => Some(day),
            Err(fault) => {
                let instead = fault.nearest().first().map(ToString::to_string);
                self.fault(field, fault.to_string(), instead)
            }
        }
    }

    /// The day, if there is one: the outer `None` says that there is one and that it can't be read.
    #[expect(clippy::option_option, reason = "a day that is not there is not a day that can't be read")]
    fn optional_day<T: FromStr<Err = DateFault>>(&mut self, field: &str, text: Option<&Text>) -> Option<Option<T>> {
        match text {
            Some(text) => self.day(field, text).map(Some),
            None => Some(None),
        }
    }

    fn parse<T: FromStr>(&mut self, field: &str, text: &Text) -> Option<T>
    where
        T::Err: std::fmt::Display,
    {
        match text.0.parse() {
            Ok(value) => Some(value),
            Err(error) => self.fault(field, error.to_string(), None),
        }
    }

    fn fault<T>(&mut self, field: &str, message: String, instead: Option<String>) -> Option<T> {
        self.faults.push(Fault { place: self.place.clone(), field: Some(field.to_owned()), message, instead });
        None
    }
}
