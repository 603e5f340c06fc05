//! The page of the statements under a treaty: reservations, opt-outs, objections and others.

use askama::Template;
use law::answer::{StatementsAnswer, StatementsAsked};

use super::{asked_of, find_treaty, laid_out};
use crate::address;
use crate::asked::Pairs;
use crate::day::Day;
use crate::fault::Fault;
use crate::frame::{Frame, When};
use crate::reply::Reply;
use crate::source::Source;
use crate::statement_shown::StatementShown;

#[derive(Template)]
#[template(path = "statements.html")]
struct Page<'a> {
    frame: Frame,
    treaty: &'a str,
    treaty_address: String,
    pairs_address: String,
    as_at: Day,
    when: When,
    rows: Vec<Row>,
}

/// A statement, and its author's page.
struct Row {
    shown: StatementShown,
    address: String,
}

impl std::ops::Deref for Row {
    type Target = StatementShown;

    fn deref(&self) -> &StatementShown {
        &self.shown
    }
}

/// The page.
pub(crate) fn reply(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}/statements", address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    let path = address::statements(id);
    if given != id.as_str() {
        return Ok(Reply::See(asked.of(&path)));
    }
    let answer = StatementsAnswer::of(treaty, &record, asked.as_at, &StatementsAsked::default());
    let title = treaty.treaty.short_title_in("en");
    laid_out(&Page {
        frame: Frame::of(&format!("Statements under the {title}"), &record, &asked, Some(&path)),
        treaty: title,
        treaty_address: asked.of(&address::treaty(id)),
        pairs_address: asked.of(&address::pairs(id)),
        as_at: asked.as_at.into(),
        when: When::of(&path, &asked, vec![super::state::today_of(source.today(), &asked, &path)]),
        rows: answer
            .statements
            .iter()
            .map(|statement| Row {
                shown: StatementShown::of(statement),
                address: asked.of(&address::state(statement.party)),
            })
            .collect(),
    })
}
