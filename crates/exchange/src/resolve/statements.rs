//! Finding the States, kinds and days that rows about statements name.

use law::act::{DayOfAct, Standing};
use law::entry::{Content, Draft};
use law::statement::{Extent, Occasion, Statement, StatementKind, Touch};
use law::treaty::TreatyId;

use super::Reading;
use super::reports::sources;
use crate::body_rows::OfTheFile;
use crate::statement_rows::StatementRow;
use crate::written::Text;

impl Reading<'_> {
    /// A reservation, or another statement.
    pub(super) fn statement(&mut self, row: StatementRow, file: &OfTheFile) -> Option<Draft> {
        let treaty = self.parse::<TreatyId>("treaty", &row.treaty);
        let date = self.day::<DayOfAct>("date", &row.date);
        let received = self.optional_day::<DayOfAct>("received", row.received.as_ref());
        let circulated = self.optional_day::<DayOfAct>("circulated", row.circulated.as_ref());
        let party = self.party(&row.party, date);
        let of = match &row.of {
            Some(text) => self.state("of", text, date.map(|date| date.at_latest().day())).map(Some),
            None => Some(None),
        };
        let kind = self.word::<StatementKind>("kind", &row.kind);
        let at = self.optional_word::<Occasion>("at", row.at.as_ref());
        let effect = self.optional_word::<Touch>("effect", row.effect.as_ref());
        let extent = self.optional_word::<Extent>("extent", row.extent.as_ref());
        let standing = self.standing_in(row.standing.as_ref(), file, Standing::Deposited);
        let trimmed = |texts: Vec<String>| texts.into_iter().map(|text| text.trim().to_owned()).collect();
        let statement = Statement {
            id: row.id.0.trim().to_owned(),
            treaty: treaty?,
            party: party?,
            kind: kind?,
            date: date?,
            at: at?,
            received: received?,
            circulated: circulated?,
            to: row.to.map(|to| to.0.trim().to_owned()),
            of: of?,
            articles: trimmed(row.articles),
            effect: effect?,
            extent: extent?,
            territories: trimmed(row.territories),
            summary: row.summary,
            text: row.text,
            language: row.language,
            inferred: row.inferred,
            note: row.note,
        };
        let content = Content::Statement(Box::new(statement));
        Some(Draft { standing: standing?, sources: sources(row.source, file), content })
    }

    #[expect(clippy::option_option, reason = "a word that is not there is not a word that can't be read")]
    fn optional_word<T: std::str::FromStr<Err = law::report_act::NoSuchWord>>(
        &mut self,
        field: &str,
        text: Option<&Text>,
    ) -> Option<Option<T>> {
        match text {
            Some(text) => self.word(field, text).map(Some),
            None => Some(None),
        }
    }
}
