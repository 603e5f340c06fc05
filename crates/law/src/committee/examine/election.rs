//! Elections: seats, those elected, the meeting and its quorum, the timetable.

use super::ballot::rounds;
use super::{Case, Fault};
use crate::body_act::{Done, Elected, Unnamed};
use crate::committee::composition::{Composition, Item};
use crate::committee::timetable::{end_of_the_year, first_due};

impl Case<'_, '_> {
    /// A meeting of States parties needs its quorum, counted from those for which the treaty is in force.
    pub(super) fn meeting(&self, present: Option<u16>, faults: &mut Vec<Fault>) {
        let Some(clause) = &self.body.elections else { return };
        let (in_force, deposited) = (self.parties.in_force.len(), self.parties.deposited.len());
        if in_force == 0 {
            let message = format!(
                "{} had no State party on {}, and the members of its body are elected by the States parties (article {})",
                self.treaty.treaty.treaty,
                self.day,
                clause.timetable_article()
            );
            faults.push(Fault::refused("date", message));
            return;
        }
        let needed = clause.quorum.means().of(in_force);
        if let Some(present) = present.filter(|present| usize::from(*present) < needed) {
            let message = format!(
                "{present} States parties are fewer than the quorum: {} is {needed} of the {in_force} for which {} was in force on {} \
                 ({deposited} had deposited) (article {})",
                clause.quorum,
                self.treaty.treaty.treaty,
                self.day,
                clause.voting_article()
            );
            faults.push(Fault::refused("present", message).instead(format!("{needed} or more")));
        }
        if let Some(present) = present.filter(|present| usize::from(*present) > in_force) {
            let message = format!(
                "{present} States parties can't have been represented: {} was in force for {in_force} on {} ({deposited} had deposited) (article {})",
                self.treaty.treaty.treaty,
                self.day,
                clause.voting_article()
            );
            faults.push(Fault::refused("present", message).instead(format!("{in_force} or fewer")));
        }
    }

    pub(super) fn election(&self, faults: &mut Vec<Fault>) {
        let Done::Election { meeting, seats, ballots, elected, unnamed } = &self.item.act.done else { return };
        self.its_meeting(*meeting, faults);
        self.its_seats(*seats, elected, unnamed.as_ref(), faults);
        for (place, one) in elected.iter().enumerate() {
            self.elected_person(one, &elected[..place], faults);
        }
        if let Some(they) = unnamed {
            self.term(they.term_from, they.term_to, "unnamed", faults);
        }
        rounds(ballots, faults);
        for ballot in ballots {
            self.ballot(ballot, *seats, *meeting, faults);
        }
        self.result(ballots, elected, unnamed.is_some(), faults);
        self.in_time(faults);
    }

    fn its_meeting(&self, meeting: Option<u16>, faults: &mut Vec<Fault>) {
        let Some(number) = meeting else { return };
        match self.meeting_of_number(number) {
            None => {
                let message = format!("meeting {number} of the States parties is not recorded");
                faults.push(Fault::queried("meeting", message));
            }
            Some(held) if held.act.date != self.item.act.date => {
                let message = format!("meeting {number} of the States parties was held on {}", held.act.date);
                faults.push(Fault::refused("meeting", message).instead(held.act.date.to_string()));
            }
            Some(_) => {}
        }
    }

    pub(super) fn meeting_of_number(&self, wanted: u16) -> Option<&Item<'_>> {
        self.before.done.iter().find(|item| matches!(item.act.done, Done::Meeting { number, .. } if number == wanted))
    }

    fn its_seats(&self, seats: u16, elected: &[Elected], unnamed: Option<&Unnamed>, faults: &mut Vec<Fault>) {
        let filled = elected.len() + unnamed.map_or(0, |they| usize::from(they.number));
        if filled > usize::from(seats) {
            let message = format!("{filled} are elected to {seats} seats (article {})", self.body.article);
            faults.push(Fault::refused("elected", message));
        } else if filled < usize::from(seats) {
            let message = format!(
                "{filled} of {seats} seats are filled; where no source names the others, write `unnamed = {}`",
                usize::from(seats) - filled
            );
            faults.push(Fault::queried("elected", message));
        }
        if seats == 0 {
            let message = format!("an election fills at least one seat (article {})", self.body.article);
            faults.push(Fault::refused("seats", message));
        }
        let id = &self.treaty.treaty.treaty;
        let Some(capacity) = self.seats() else {
            let message = format!("{id} was not in force on {}, and its body has no seats before", self.day);
            faults.push(Fault::refused("seats", message));
            return;
        };
        let begin = Composition::terms_begin(&self.item);
        let continuing = self.before.filled_on(begin);
        let open = capacity.seats.saturating_sub(continuing);
        if seats > open {
            let message = format!(
                "{seats} seats are more than were to be filled: of {} seats since {} (article {}), {continuing} are held on {begin}",
                capacity.seats, capacity.from, capacity.article
            );
            faults.push(Fault::refused("seats", message).instead(format!("{open} or fewer")));
        }
    }

    fn elected_person(&self, one: &Elected, earlier: &[Elected], faults: &mut Vec<Fault>) {
        let member = &one.member;
        self.must_be_party(member.nominated_by, "elected", self.nominations_article(), faults);
        self.nationality(member, faults);
        self.fellow_nationals(one, earlier, faults);
        self.one_seat_for_each(one, earlier, faults);
        self.term(one.term_from, one.term_to, "elected", faults);
        self.re_election(member, faults);
        self.was_nominated(member, faults);
    }

    /// An election after its last day is queried: letters go out late, and States elect all the same.
    fn in_time(&self, faults: &mut Vec<Fault>) {
        let Some(clause) = &self.body.elections else { return };
        let due = match self.before.last_election() {
            Some(last) => end_of_the_year(last.day(), self.body),
            None => first_due(self.body, self.capacities),
        };
        if let Some(due) = due.filter(|due| self.day > *due) {
            let message = format!(
                "the election of {} comes after {due}, the last day by article {}",
                self.item.act.date,
                clause.timetable_article()
            );
            faults.push(Fault::queried("date", message));
        }
    }
}

/// Those elected in an election.
pub(super) fn elected_in<'a>(item: &Item<'a>) -> &'a [Elected] {
    match &item.act.done {
        Done::Election { elected, .. } => elected,
        _ => &[],
    }
}
