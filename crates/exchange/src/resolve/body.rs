//! Finding the States, days and standings that rows about a treaty body name.

use law::act::{DayOfAct, Standing};
use law::body_act::{Ballot, BodyAct, Done, Elected, Member, Officer, Unnamed, Votes};
use law::calendar::{Date, DateOfAct};
use law::entry::{Content, Draft};
use law::party::PartyCode;
use law::treaty::TreatyId;
use toml::Spanned;

use super::Reading;
use crate::body_rows::{
    AppointmentRow, BallotRow, BodyRow, ElectedRow, ElectionRow, LineEnds, LotRow, MemberRow, OfTheFile, OfficersRow,
};
use crate::written::Text;

/// The first and the last day of terms.
type Term = (Option<Date>, Option<Date>);

impl Reading<'_> {
    /// What was done in or for a treaty body.
    pub(super) fn body(&mut self, row: &BodyRow, file: &OfTheFile) -> Option<Draft> {
        let common = row.common();
        let treaty = self.parse::<TreatyId>("treaty", common.treaty);
        let date = self.day::<DayOfAct>("date", common.date);
        let standing = match common.standing {
            Some(text) => self.standing(Some(text)),
            None => Some(file.standing.unwrap_or(Standing::Published)),
        };
        let on = date.map(|date| date.at_latest().day());
        let done = self.done(row, on, &file.lines);
        let act = BodyAct {
            treaty: treaty?,
            date: date?,
            done: done?,
            in_spite: common.in_spite.cloned(),
            note: common.note.cloned(),
        };
        let sources = common.source.map_or_else(|| file.sources.clone(), |source| vec![source.clone()]);
        Some(Draft { standing: standing?, sources, content: Content::Body(Box::new(act)) })
    }

    fn done(&mut self, row: &BodyRow, on: Option<Date>, lines: &LineEnds) -> Option<Done> {
        Some(match row {
            BodyRow::Meeting(row) => Done::Meeting {
                number: row.number,
                place: row.place.clone(),
                present: row.present,
                counted: row.counted,
            },
            BodyRow::Nomination(row) => {
                let election = self.plain_day("election", &row.election);
                let nominee = self.member(row.name.as_ref(), &row.nominated_by, row.national_of.as_ref(), on);
                Done::Nomination { election: election?, nominee: nominee? }
            }
            BodyRow::Election(row) => self.election(row, on, lines)?,
            BodyRow::Lot(row) => self.lot(row, on, lines)?,
            BodyRow::Vacancy(row) => {
                let member = self.member(row.name.as_ref(), &row.nominated_by, None, on)?;
                Done::Vacancy { member, cause: row.cause.clone() }
            }
            BodyRow::Appointment(row) => self.appointment(row, on)?,
            BodyRow::Officers(row) => self.officers(row, on, lines)?,
            BodyRow::Session(row) => {
                let to = self.optional_plain_day("to", row.to.as_ref())?;
                Done::Session { number: row.number, to, place: row.place.clone() }
            }
        })
    }

    fn election(&mut self, row: &ElectionRow, on: Option<Date>, lines: &LineEnds) -> Option<Done> {
        let from = self.optional_plain_day("term-from", row.term_from.as_ref());
        let to = self.optional_plain_day("term-to", row.term_to.as_ref());
        let term = (from.flatten(), to.flatten());
        let ballots = self.each(&row.ballot, lines, |reading, ballot| reading.ballot(ballot, on, lines));
        let elected = self.each(&row.elected, lines, |reading, one| reading.elected(one, term, on));
        let unnamed = match row.unnamed {
            0 => Some(None),
            number => self.term(term).map(|(term_from, term_to)| Some(Unnamed { number, term_from, term_to })),
        };
        from?;
        to?;
        Some(Done::Election {
            meeting: row.meeting,
            seats: row.seats,
            ballots: ballots?,
            elected: elected?,
            unnamed: unnamed?,
        })
    }

    fn ballot(&mut self, row: &BallotRow, on: Option<Date>, lines: &LineEnds) -> Option<Ballot> {
        let votes = self.each(&row.votes, lines, |reading, given| {
            let nominee = reading.member(given.name.as_ref(), &given.nominated_by, given.national_of.as_ref(), on)?;
            Some(Votes { nominee, votes: given.votes })
        })?;
        Some(Ballot { round: row.round, voting: row.voting, seats: row.seats, votes })
    }

    fn elected(&mut self, row: &ElectedRow, term: Term, on: Option<Date>) -> Option<Elected> {
        let member = self.member(row.name.as_ref(), &row.nominated_by, row.national_of.as_ref(), on);
        let from = self.optional_plain_day("term-from", row.term_from.as_ref());
        let to = self.optional_plain_day("term-to", row.term_to.as_ref());
        let (term_from, term_to) = self.term((from?.or(term.0), to?.or(term.1)))?;
        Some(Elected { member: member?, gender: row.gender, term_from, term_to })
    }

    /// Both days of a term, of each person or of the whole election.
    fn term(&mut self, term: Term) -> Option<(Date, Date)> {
        match term {
            (Some(from), Some(to)) if from <= to => Some((from, to)),
            (Some(from), Some(to)) => {
                self.fault("term-to", format!("the term ends on {to}, before it begins on {from}"), None)
            }
            (from, _) => {
                let field = if from.is_none() { "term-from" } else { "term-to" };
                let message =
                    "a member has a term: write its first and its last day, once for the whole election or for each";
                self.fault(field, message.to_owned(), None)
            }
        }
    }

    fn lot(&mut self, row: &LotRow, on: Option<Date>, lines: &LineEnds) -> Option<Done> {
        let election = self.plain_day("election", &row.election);
        let term_to = self.plain_day("term-to", &row.term_to);
        let members = self.each(&row.members, lines, |reading, row| reading.member_row(row, on));
        if row.members.is_empty() && row.unnamed == 0 {
            return self.fault("members", "a lot draws somebody: write `members`, or `unnamed = …`".to_owned(), None);
        }
        Some(Done::Lot { election: election?, members: members?, unnamed: row.unnamed, term_to: term_to? })
    }

    fn appointment(&mut self, row: &AppointmentRow, on: Option<Date>) -> Option<Done> {
        let instead_of = self.member_row(&row.instead_of, on);
        let member = self.member(row.name.as_ref(), &row.nominated_by, row.national_of.as_ref(), on);
        let approved = self.optional_plain_day("approved", row.approved.as_ref());
        Some(Done::Appointment { instead_of: instead_of?, member: member?, approved: approved? })
    }

    fn officers(&mut self, row: &OfficersRow, on: Option<Date>, lines: &LineEnds) -> Option<Done> {
        let officers = self.each(&row.officer, lines, |reading, officer| {
            let member = reading.member(officer.name.as_ref(), &officer.nominated_by, None, on)?;
            Some(Officer { office: officer.office.clone(), member })
        })?;
        Some(Done::Officers { officers })
    }

    /// Reads rows inside a record, each told by its own line; all of them, so that every fault is found.
    fn each<T, R>(
        &mut self,
        rows: &[Spanned<T>],
        lines: &LineEnds,
        read: impl Fn(&mut Reading<'_>, &T) -> Option<R>,
    ) -> Option<Vec<R>> {
        let results: Vec<Option<R>> = rows
            .iter()
            .map(|row| {
                let place = lines.place(self.place, row.span().start);
                read(&mut Reading { place: &place, parties: self.parties, faults: &mut *self.faults }, row.get_ref())
            })
            .collect();
        results.into_iter().collect()
    }

    fn member_row(&mut self, row: &MemberRow, on: Option<Date>) -> Option<Member> {
        self.member(row.name.as_ref(), &row.nominated_by, row.national_of.as_ref(), on)
    }

    fn member(
        &mut self,
        name: Option<&String>,
        nominated_by: &Text,
        national_of: Option<&Text>,
        on: Option<Date>,
    ) -> Option<Member> {
        let nominated_by = self.state("nominated-by", nominated_by, on);
        let national_of = match national_of {
            Some(text) => self.state("national-of", text, on).map(Some),
            None => Some(None),
        };
        if name.is_some_and(|name| name.trim().is_empty()) {
            return self.fault("name", "the name is empty; where a source gives none, leave it out".to_owned(), None);
        }
        Some(Member { name: name.cloned(), nominated_by: nominated_by?, national_of: national_of? })
    }

    pub(super) fn state(&mut self, field: &str, text: &Text, on: Option<Date>) -> Option<PartyCode> {
        match self.parties.resolve(&text.0, on) {
            Ok(index) => Some(self.parties[index].code),
            Err(unknown) => {
                let instead = unknown.nearest().first().cloned();
                self.fault(field, unknown.to_string(), instead)
            }
        }
    }

    fn plain_day(&mut self, field: &str, text: &Text) -> Option<Date> {
        self.day::<DateOfAct>(field, text).map(DateOfAct::day)
    }

    #[expect(clippy::option_option, reason = "a day that is not there is not a day that can't be read")]
    fn optional_plain_day(&mut self, field: &str, text: Option<&Text>) -> Option<Option<Date>> {
        self.optional_day::<DateOfAct>(field, text).map(|day| day.map(DateOfAct::day))
    }
}
