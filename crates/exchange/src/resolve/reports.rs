//! Finding the States, steps and days that rows about reports and optional declarations name.

use law::act::{DayOfAct, Standing};
use law::calendar::DateOfAct;
use law::entry::{Content, Draft};
use law::report_act::{DeclarationDeed, NoSuchWord, OptionalDeclaration, ReportAct, ReportStep};
use law::treaty::TreatyId;

use super::Reading;
use crate::body_rows::OfTheFile;
use crate::report_rows::{DeclarationRow, ReportRow};
use crate::written::Text;

impl Reading<'_> {
    /// A step in the examination of a report.
    pub(super) fn report(&mut self, row: ReportRow, file: &OfTheFile) -> Option<Draft> {
        let treaty = self.parse::<TreatyId>("treaty", &row.treaty);
        let date = self.day::<DayOfAct>("date", &row.date);
        let party = self.party(&row.party, date);
        let step = self.word::<ReportStep>("step", &row.step);
        let due = self.optional_day::<DateOfAct>("due", row.due.as_ref());
        let standing = self.standing_in(row.standing.as_ref(), file, Standing::Published);
        let act = ReportAct {
            treaty: treaty?,
            party: party?,
            reports: row.reports,
            date: date?,
            step: step?,
            symbol: row.symbol,
            due: due?.map(DateOfAct::day),
            note: row.note,
        };
        Some(Draft { standing: standing?, sources: sources(row.source, file), content: Content::Report(act) })
    }

    /// An optional declaration, or its withdrawal.
    pub(super) fn declaration(&mut self, row: DeclarationRow, file: &OfTheFile) -> Option<Draft> {
        let treaty = self.parse::<TreatyId>("treaty", &row.treaty);
        let date = self.day::<DayOfAct>("date", &row.date);
        let party = self.party(&row.party, date);
        let deed = self.word::<DeclarationDeed>("deed", &row.deed);
        let standing = self.standing_in(row.standing.as_ref(), file, Standing::Deposited);
        let declaration = OptionalDeclaration {
            treaty: treaty?,
            party: party?,
            article: row.article.0.trim().to_owned(),
            date: date?,
            deed: deed?,
            note: row.note,
        };
        let content = Content::Declaration(declaration);
        Some(Draft { standing: standing?, sources: sources(row.source, file), content })
    }

    /// The standing that a row states, or its file, or the usual one.
    pub(super) fn standing_in(&mut self, text: Option<&Text>, file: &OfTheFile, usual: Standing) -> Option<Standing> {
        match text {
            Some(text) => self.standing(Some(text)),
            None => Some(file.standing.unwrap_or(usual)),
        }
    }

    pub(super) fn word<T: std::str::FromStr<Err = NoSuchWord>>(&mut self, field: &str, text: &Text) -> Option<T> {
        match text.0.parse() {
            Ok(word) => Some(word),
            Err(unknown) => {
                let instead = unknown.nearest().map(|word| format!("`{word}`"));
                // The list of all words follows, and the nearest is in it: it is named apart all the same.
                let message = match &instead {
                    Some(near) => format!("{unknown} (did you mean {near}?)"),
                    None => unknown.to_string(),
                };
                self.fault(field, message, instead)
            }
        }
    }
}

/// The paper that a row names, or those of its file.
pub(super) fn sources(source: Option<String>, file: &OfTheFile) -> Vec<String> {
    source.map_or_else(|| file.sources.clone(), |source| vec![source])
}
