//! Nominees and those elected: whose nationals they are, how many of one State, how often one person.

use super::election::elected_in;
use super::{Case, Fault};
use crate::body_act::{Done, Elected, Member};
use crate::calendar::Date;
use crate::final_clauses::{Nominees, ReElectionAllowed};
use crate::party::fold;

impl Case<'_, '_> {
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
    pub(super) fn fellow_nationals(&self, one: &Elected, earlier: &[Elected], faults: &mut Vec<Fault>) {
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

    /// Nobody holds two seats: not by being elected twice at once, nor while an earlier term runs on.
    pub(super) fn one_seat_for_each(&self, one: &Elected, earlier: &[Elected], faults: &mut Vec<Fault>) {
        let Some(name) = &one.member.name else { return };
        let same = |other: &Member| other.name.as_ref().is_some_and(|other| fold(other) == fold(name));
        let article = &self.body.article;
        let twice =
            earlier.iter().find(|other| same(&other.member) && other.member.nominated_by != one.member.nominated_by);
        if let Some(other) = twice {
            let message = format!(
                "{name} is elected twice, as nominee of {} and of {}; one person holds one seat (article {article})",
                self.name(other.member.nominated_by),
                self.name(one.member.nominated_by)
            );
            faults.push(Fault::refused("elected", message));
        }
        let holds = self.before.holders.iter().find(|holder| same(holder.member) && holder.serves_on(one.term_from));
        if let Some(holder) = holds {
            let message = format!(
                "{} is a member until {} already, and one person holds one seat (article {article})",
                self.whom(holder.member),
                holder.term_to
            );
            faults.push(Fault::refused("elected", message));
        }
    }

    /// Where members may be re-elected once, a third election is too many.
    pub(super) fn re_election(&self, member: &Member, faults: &mut Vec<Fault>) {
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
    pub(super) fn was_nominated(&self, member: &Member, faults: &mut Vec<Fault>) {
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

    /// A nomination: by a State party, of so many as it may nominate, before the election.
    pub(super) fn nomination(&self, election: Date, nominee: &Member, faults: &mut Vec<Fault>) {
        let article = self.nominations_article();
        self.must_be_party(nominee.nominated_by, "nominated-by", article, faults);
        self.nationality(nominee, faults);
        if election < self.day {
            let message = format!("nominated on {}, after the election of {election} (article {article})", self.day);
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
