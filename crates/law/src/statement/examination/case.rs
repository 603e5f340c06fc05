//! One statement with what is looked up about it, and what can be wrong with it.

use crate::act::DayOfAct;
use crate::calendar::{AsAt, DateOfAct};
use crate::due_form::Finding;
use crate::nearest::nearest;
use crate::party::PartyIndex;
use crate::record::{Record, TreatyRecord};
use crate::state::part_in;
use crate::status::Participant;

use super::super::{Statement, StatementKind};

/// What is wrong with a statement, or what the depositary would query.
#[derive(Debug, Clone)]
pub(super) struct Trouble {
    field: &'static str,
    message: String,
    instead: Option<String>,
    refused: bool,
}

impl Trouble {
    pub(super) fn refused(field: &'static str, message: String) -> Self {
        Self { field, message, instead: None, refused: true }
    }

    pub(super) fn queried(field: &'static str, message: String) -> Self {
        Self { field, message, instead: None, refused: false }
    }

    pub(super) fn instead(self, right: &str) -> Self {
        Self { instead: Some(right.to_owned()), ..self }
    }

    pub(super) fn finding(self, at: usize) -> Finding {
        let Self { field, message, instead, refused } = self;
        if refused { Finding::refused(at, field, message, instead) } else { Finding::queried(at, field, message) }
    }
}

/// A statement whose treaty and author are known.
pub(super) struct Case<'a> {
    pub(super) statement: &'a Statement,
    pub(super) treaty: &'a TreatyRecord,
    pub(super) author: PartyIndex,
    pub(super) record: &'a Record,
    /// The day on which the depositary had it.
    pub(super) day: DayOfAct,
}

impl<'a> Case<'a> {
    pub(super) fn of(statement: &'a Statement, record: &'a Record) -> Result<Self, Trouble> {
        let id = &statement.treaty;
        let treaty = match record.treaty(id.as_str()) {
            Ok(treaty) if treaty.treaty.treaty == *id => treaty,
            Ok(treaty) => {
                let message = format!("the register holds no treaty `{id}`; identifiers are written in one way");
                return Err(Trouble::refused("treaty", message).instead(treaty.treaty.treaty.as_str()));
            }
            Err(unknown) => return Err(Trouble::refused("treaty", unknown.to_string())),
        };
        let Some(author) = record.parties.by_code(statement.party) else {
            let message = format!("the register holds no party with the code {}", statement.party);
            return Err(Trouble::refused("party", message));
        };
        Ok(Self { statement, treaty, author, record, day: statement.counts_from() })
    }

    /// The treaty's identifier.
    pub(super) fn id(&self) -> &'a str {
        self.treaty.treaty.treaty.as_str()
    }

    /// The author's name on the day.
    pub(super) fn name(&self) -> &'a str {
        self.name_of(self.author)
    }

    pub(super) fn name_of(&self, party: PartyIndex) -> &'a str {
        self.record.parties[party].name_on(self.day.at_latest().day()).in_text()
    }

    /// The day at its latest, as a day to ask about.
    pub(super) fn as_at(&self) -> AsAt {
        AsAt::new(self.day.at_latest().day())
    }

    /// A State's part in the treaty on the day.
    pub(super) fn part(&self, party: PartyIndex) -> Option<Participant<'a>> {
        part_in(self.treaty, party, self.record, self.as_at()).map(|(_, participant)| participant)
    }

    /// Whether the author was bound on the day.
    pub(super) fn is_contracting(&self) -> bool {
        self.part(self.author).is_some_and(|part| part.is_contracting(self.as_at()))
    }

    /// Whether the statement was certainly made before a day.
    pub(super) fn is_before(&self, other: DayOfAct) -> bool {
        matches!((self.day.exact(), other.exact()), (Some(day), Some(other)) if day < other)
    }

    /// No statement about a treaty is older than the treaty.
    pub(super) fn since_adoption(&self) -> Option<Trouble> {
        let (day, adopted): (DateOfAct, DateOfAct) = (self.day.at_latest(), self.treaty.treaty.adopted.on);
        (day < adopted).then(|| {
            let message = format!("it is dated {day}, before {} was adopted on {adopted}", self.id());
            Trouble::refused("date", message).instead(&format!("{adopted} or a later day"))
        })
    }

    /// A particular that a statement of its kind doesn't have.
    pub(super) fn stray(&self) -> Option<Trouble> {
        let Statement { kind, to, of, effect, extent, .. } = self.statement;
        let about = matches!(
            kind,
            StatementKind::Objection
                | StatementKind::Acceptance
                | StatementKind::Confirmation
                | StatementKind::Modification
                | StatementKind::Withdrawal
                | StatementKind::Communication
        );
        let reaction = matches!(kind, StatementKind::Objection | StatementKind::Acceptance);
        let reserves = self.statement.reserves() || *kind == StatementKind::Modification;
        let strays = [
            ("to", to.is_some() && !about),
            ("of", of.is_some() && !reaction),
            ("effect", effect.is_some() && !reserves),
            ("extent", extent.is_some() && *kind != StatementKind::Objection),
        ];
        let (field, _) = strays.into_iter().find(|(_, stray)| *stray)?;
        Some(Trouble::refused(field, format!("`{field}` does not belong to a statement of this kind, {kind}")))
    }

    /// The statement that this one names, under the same treaty.
    pub(super) fn target(&self, rule: &str) -> Result<&'a Statement, Trouble> {
        let Some(to) = &self.statement.to else {
            let message = format!("it does not say which statement it is about: {rule}");
            return Err(Trouble::refused("to", message).instead("to = \"the short name of that statement\""));
        };
        let Some(kept) = self.record.statement(to) else {
            let message = format!("no statement called `{to}` was made: {rule}");
            let near = nearest(to, self.record.statement_ids(), 1).pop();
            let trouble = Trouble::refused("to", message);
            return Err(match near {
                Some(near) => trouble.instead(near),
                None => trouble,
            });
        };
        if kept.what.treaty != self.statement.treaty {
            let message = format!("{to} was made towards {}, not towards {}", kept.what.treaty, self.id());
            return Err(Trouble::refused("to", message));
        }
        Ok(&kept.what)
    }

    /// The other statements of the same author of a kind about a statement, whose withdrawal is not recorded.
    pub(super) fn standing_already(&self, kind: StatementKind, to: &str) -> Option<&'a Statement> {
        let mine = |other: &&Statement| {
            other.kind == kind
                && other.party == self.statement.party
                && other.to.as_deref() == Some(to)
                && other.id != self.statement.id
        };
        self.said().filter(mine).find(|other| !self.is_withdrawn_by_now(&other.id))
    }

    /// Whether a statement had been withdrawn as a whole before this one was made.
    pub(super) fn is_withdrawn_by_now(&self, id: &str) -> bool {
        self.said().any(|other| {
            other.kind == StatementKind::Withdrawal
                && other.to.as_deref() == Some(id)
                && other.articles.is_empty()
                && other.id != self.statement.id
                && other.counts_from().at_latest() <= self.day.at_latest()
        })
    }

    /// What was said towards the treaty, and counts.
    fn said(&self) -> impl Iterator<Item = &'a Statement> {
        let counted = self.record.statements(&self.treaty.treaty.treaty).filter(|kept| kept.standing.counts());
        counted.map(|kept| &kept.what)
    }
}
