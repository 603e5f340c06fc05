//! Elections: seats, States, nationals, the meeting and its quorum, the timetable.

use super::{Case, Fault};
use crate::body_act::{Done, Elected, Member, Unnamed};
use crate::calendar::Date;
use crate::committee::composition::{Composition, Item};
use crate::committee::timetable::{end_of_the_year, first_due};
use crate::final_clauses::{Nominees, ReElectionAllowed};

impl Case<'_, '_> {
    /// A meeting of States parties needs its quorum, counted from those for which the treaty is in force.
    pub(super) fn meeting(&self, present: Option<u16>, faults: &mut Vec<Fault>) {
        let Some(clause) = &self.body.elections else { return };
        let (in_force, deposited) = (self.parties.in_force.len(), self.parties.deposited.len());
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
                "{present} States parties can't have been represented: {} was in force for {in_force} on {} ({deposited} had deposited)",
                self.treaty.treaty.treaty, self.day
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
            let message = format!("{filled} are elected to {seats} seats");
            faults.push(Fault::refused("elected", message));
        } else if filled < usize::from(seats) {
            let message = format!(
                "{filled} of {seats} seats are filled; where no source names the others, write [election.unnamed]"
            );
            faults.push(Fault::queried("elected", message));
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
        self.term(one.term_from, one.term_to, "elected", faults);
        self.re_election(member, faults);
        self.was_nominated(member, faults);
    }

    /// Whose national a nominee may be.
    pub(super) fn nationality(&self, member: &Member, faults: &mut Vec<Fault>) {
        let Some(clause) = &self.body.nominations else { return };
        let Some(other) = member.national_of.filter(|other| *other != member.nominated_by) else { return };
        match clause.of {
            Nominees::OwnNationals => {
                let message = format!(
                    "{} is a national of {}, and a State party nominates its own nationals (article {})",
                    self.whom(member),
                    self.name(other),
                    clause.article
                );
                faults.push(Fault::refused("national-of", message));
            }
            Nominees::NationalsOfParties => self.must_be_party(other, "national-of", &clause.article, faults),
        }
    }

    /// Two of one State: one election can't have more than the State could nominate, and some treaties allow one member.
    fn fellow_nationals(&self, one: &Elected, earlier: &[Elected], faults: &mut Vec<Fault>) {
        let state = one.member.national_of();
        let with_it = earlier.iter().filter(|other| other.member.nominated_by == one.member.nominated_by).count() + 1;
        let per_state = self.body.nominations.as_ref().and_then(|clause| Some((clause.per_state?, &clause.article)));
        if let Some((most, article)) = per_state.filter(|(most, _)| with_it > usize::from(*most)) {
            let message = format!(
                "{} is nominee number {with_it} of {} elected: a State party may nominate {most} for an election (article {article})",
                self.whom(&one.member),
                self.name(one.member.nominated_by)
            );
            faults.push(Fault::refused("elected", message));
            return;
        }
        let beside = self.before.holders.iter().find(|holder| {
            holder.member.national_of() == state
                && holder.serves_on(one.term_from)
                && !holder.member.may_be(&one.member)
        });
        let among = earlier.iter().filter(|other| other.member.national_of() == state).count();
        let nationals = among + usize::from(beside.is_some()) + 1;
        let clause = self.body.nationals.as_ref().filter(|clause| nationals > usize::from(clause.at_most));
        if let Some(clause) = clause {
            let message = format!(
                "{} would be national number {nationals} of {} in the body, which may have {} (article {})",
                self.whom(&one.member),
                self.name(state),
                clause.at_most,
                clause.article
            );
            faults.push(Fault::refused("elected", message));
        } else if let Some(beside) = beside {
            let message = format!(
                "{} is a member until {} already; no article forbids a second national of {}",
                self.whom(beside.member),
                beside.term_to,
                self.name(state)
            );
            faults.push(Fault::queried("elected", message));
        }
    }

    /// Where members may be re-elected once, a third election is too many.
    fn re_election(&self, member: &Member, faults: &mut Vec<Fault>) {
        let Some(clause) = self.body.re_election.as_ref().filter(|clause| clause.allowed == ReElectionAllowed::Once)
        else {
            return;
        };
        if member.name.is_none() {
            return;
        }
        let same = |one: &&Elected| one.member.name.is_some() && one.member.may_be(member);
        let times = self.before.elections().flat_map(elected_in).filter(same).count();
        if times > 1 {
            let message = format!(
                "{} has been elected {times} times already and may be re-elected once (article {})",
                self.whom(member),
                clause.article
            );
            faults.push(Fault::refused("elected", message));
        }
    }

    /// Members are elected from a list of nominees. Where nominations are recorded, it is queried who is not among them.
    fn was_nominated(&self, member: &Member, faults: &mut Vec<Fault>) {
        let mut nominees = self.before.done.iter().filter_map(|item| match &item.act.done {
            Done::Nomination { election, nominee } if *election == self.day => Some(nominee),
            _ => None,
        });
        let mut any = false;
        if !nominees.by_ref().inspect(|_| any = true).any(|nominee| nominee.may_be(member)) && any {
            let message = format!(
                "{} is elected, and no nomination of that person is recorded (article {})",
                self.whom(member),
                self.nominations_article()
            );
            faults.push(Fault::queried("elected", message));
        }
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

    /// A nomination: by a State party, of so many as it may nominate, before the election.
    pub(super) fn nomination(&self, election: Date, nominee: &Member, faults: &mut Vec<Fault>) {
        let article = self.nominations_article();
        self.must_be_party(nominee.nominated_by, "nominated-by", article, faults);
        self.nationality(nominee, faults);
        if election < self.day {
            let message = format!("nominated on {}, after the election of {election}", self.day);
            faults.push(Fault::refused("election", message));
        }
        let fellows = self.before.done.iter().filter(|item| {
            matches!(&item.act.done, Done::Nomination { election: other, nominee: fellow }
                if *other == election && fellow.nominated_by == nominee.nominated_by)
        });
        let number = fellows.count() + 1;
        let most = self.body.nominations.as_ref().and_then(|clause| clause.per_state);
        if let Some(most) = most.filter(|most| number > usize::from(*most)) {
            let message = format!(
                "this is nomination number {number} of {} for the election of {election}; a State party may nominate {most} (article {article})",
                self.name(nominee.nominated_by)
            );
            faults.push(Fault::refused("nominated-by", message));
        }
        let clause = self.body.elections.as_ref();
        let list = clause.and_then(|clause| clause.list.as_ref()?.means().0.before(election));
        if let Some((list, clause)) = list.zip(clause).filter(|(list, _)| self.day > *list && election >= self.day) {
            let message = format!(
                "nominated on {}, after {list}, the last day for the list of nominees (article {})",
                self.day,
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
