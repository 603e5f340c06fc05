//! Secret ballots: who voted, how many votes there can be, and whom they elect.

use super::{Case, Fault};
use crate::body_act::{Ballot, Done, Elected, Member, Votes};

impl Case<'_, '_> {
    /// What can be said of one round by its numbers.
    pub(super) fn ballot(&self, ballot: &Ballot, seats: u16, meeting: Option<u16>, faults: &mut Vec<Fault>) {
        let Some(clause) = &self.body.elections else { return };
        let Ballot { round, voting, votes, .. } = ballot;
        let mut refuse = |message: String| faults.push(Fault::refused("ballot", message));
        let in_force = self.parties.in_force.len();
        if usize::from(*voting) > in_force {
            refuse(format!(
                "round {round}: {voting} States voted, and {} was in force for {in_force} on {} ({} had deposited) (article {})",
                self.treaty.treaty.treaty,
                self.day,
                self.parties.deposited.len(),
                clause.voting_article()
            ));
        }
        let article = clause.voting_article();
        let of_ballot = ballot.seats.unwrap_or(seats);
        if of_ballot > seats {
            refuse(format!(
                "round {round}: {of_ballot} seats are more than the election's {seats} (article {article})"
            ));
        }
        for given in votes.iter().filter(|given| given.votes > *voting) {
            let whom = self.whom(&given.nominee);
            refuse(format!(
                "round {round}: {whom} has {} votes, and {voting} States voted (article {article})",
                given.votes
            ));
        }
        let cast = votes.iter().map(|given| u64::from(given.votes)).sum::<u64>();
        let most = u64::from(*voting) * u64::from(of_ballot);
        if cast > most {
            refuse(format!(
                "round {round}: {cast} votes are more than {voting} States can cast for {of_ballot} seats ({most}) (article {article})"
            ));
        }
        self.voting_and_present(ballot, meeting, faults);
        self.balloted(ballot, faults);
    }

    /// Those voted for: nominees of States parties, of each so many as it may nominate, each of them once.
    fn balloted(&self, ballot: &Ballot, faults: &mut Vec<Fault>) {
        let (round, article) = (ballot.round, self.nominations_article());
        let most = self.body.nominations.as_ref().and_then(|clause| clause.per_state);
        for (place, Votes { nominee, .. }) in ballot.votes.iter().enumerate() {
            self.must_be_party(nominee.nominated_by, "ballot", article, faults);
            let fellows = || {
                let earlier = ballot.votes[..place].iter().map(|given| &given.nominee);
                earlier.filter(|other| other.nominated_by == nominee.nominated_by)
            };
            if fellows().any(|other| other.may_be(nominee)) {
                let message = format!("round {round}: {} stands in it twice (article {article})", self.whom(nominee));
                faults.push(Fault::refused("ballot", message));
            } else if let Some(most) = most.filter(|most| fellows().count() >= usize::from(*most)) {
                let message = format!(
                    "round {round}: {} is nominee number {} of {}; a State party may nominate {most} (article {article})",
                    self.whom(nominee),
                    fellows().count() + 1,
                    self.name(nominee.nominated_by)
                );
                faults.push(Fault::refused("ballot", message));
            }
        }
    }

    fn voting_and_present(&self, ballot: &Ballot, meeting: Option<u16>, faults: &mut Vec<Fault>) {
        let Some(clause) = &self.body.elections else { return };
        let Ballot { round, voting, .. } = ballot;
        let present = meeting.and_then(|number| self.meeting_of_number(number)).and_then(|item| match item.act.done {
            Done::Meeting { present, .. } => present,
            _ => None,
        });
        let quorum = clause.quorum.means().of(self.parties.in_force.len());
        match present {
            Some(present) if *voting > present => {
                let message = format!(
                    "round {round}: {voting} States voted, and {present} were represented (article {})",
                    clause.voting_article()
                );
                faults.push(Fault::refused("ballot", message));
            }
            None if usize::from(*voting) < quorum => {
                let message = format!(
                    "round {round}: {voting} States voted, fewer than the quorum of {quorum}, and how many were represented is not recorded (article {})",
                    clause.voting_article()
                );
                let instead =
                    "`present = ` in a [[meeting]] of the election's number, if more were represented than voted";
                faults.push(Fault::refused("ballot", message).instead(instead.to_owned()));
            }
            _ => {}
        }
    }

    /// Whether the ballots elect those who are said to be elected: by the majority that it takes, and by the most votes.
    pub(super) fn result(&self, ballots: &[Ballot], elected: &[Elected], some_unnamed: bool, faults: &mut Vec<Fault>) {
        let Some(clause) = self.body.elections.as_ref().filter(|_| !ballots.is_empty()) else { return };
        for one in elected {
            let Some((ballot, given)) = last_votes(ballots, &one.member) else {
                let message = format!("no ballot gives {} any votes", self.whom(&one.member));
                faults.push(Fault::queried("elected", message));
                continue;
            };
            let needed = clause.majority.means().of(usize::from(ballot.voting));
            if usize::from(given.votes) < needed {
                let message = format!(
                    "{} had {} votes, and the {} is {needed} of {} (article {})",
                    self.whom(&one.member),
                    given.votes,
                    clause.majority,
                    ballot.voting,
                    clause.voting_article()
                );
                faults.push(Fault::refused("elected", message));
            }
            let passed_over = ballot.votes.iter().find(|other| {
                other.votes > given.votes && !elected.iter().any(|one| one.member.may_be(&other.nominee))
            });
            if let Some(other) = passed_over.filter(|_| !some_unnamed) {
                let message = format!(
                    "{} had {} votes and is elected, and {} had {} and is not: those with the most votes are elected (article {})",
                    self.whom(&one.member),
                    given.votes,
                    self.whom(&other.nominee),
                    other.votes,
                    clause.voting_article()
                );
                faults.push(Fault::refused("elected", message));
            }
        }
    }
}

/// Rounds are told apart by their numbers.
pub(super) fn rounds(ballots: &[Ballot], faults: &mut Vec<Fault>) {
    for (place, ballot) in ballots.iter().enumerate() {
        if ballots[..place].iter().any(|other| other.round == ballot.round) {
            let message = format!("round {} is written twice", ballot.round);
            faults.push(Fault::refused("ballot", message).instead(format!("round {}", place + 1)));
        }
    }
}

/// The votes of a nominee in the last round in which there are any.
fn last_votes<'b>(ballots: &'b [Ballot], member: &Member) -> Option<(&'b Ballot, &'b Votes)> {
    let votes = |ballot: &'b Ballot| Some((ballot, ballot.votes.iter().find(|given| given.nominee.may_be(member))?));
    ballots.iter().filter_map(votes).max_by_key(|(ballot, _)| ballot.round)
}
