//! The lot that shortens the terms of some of the members elected first.

use super::{Case, Fault};
use crate::body_act::{Done, Member};
use crate::calendar::Date;
use crate::committee::composition::{Holder, Item, was_elected_on};
use crate::committee::seats::on;
use crate::final_clauses::{Drawn, Group};

impl Case<'_, '_> {
    pub(super) fn lot(&self, election: Date, members: &[Member], unnamed: u16, term_to: Date, faults: &mut Vec<Fault>) {
        let article = self.body.lot_article();
        let Some(held) = self.before.elections().find(|item| item.day() == election) else {
            let known: Vec<String> = self.before.elections().map(|item| item.day().to_string()).collect();
            let fault = Fault::refused("election", format!("no election of {election} is recorded"));
            faults.push(match known.last() {
                Some(last) => fault.instead(last.clone()),
                None => fault,
            });
            return;
        };
        if self.day < election {
            faults.push(Fault::refused(
                "date",
                format!("the lot is dated {}, before the election of {election}", self.day),
            ));
        }
        let Some(rule) = self.rule_for(held) else {
            let message = format!("article {article} shortens no terms of those elected on {election}");
            faults.push(Fault::refused("election", message));
            return;
        };
        self.number_drawn(held, rule, members.len() + usize::from(unnamed), faults);
        for member in members {
            self.drawn(held, member, term_to, rule, faults);
        }
        self.unnamed_drawn(election, unnamed, term_to, rule, faults);
    }

    /// The rule for those elected together: the first members, or those of seats that were added.
    fn rule_for(&self, held: &Item<'_>) -> Option<Drawn> {
        let rules = self.body.first_terms.as_ref()?.means();
        let seats_on = |day| on(self.capacities, day).map_or(0, |capacity| capacity.seats);
        let before = self.before.elections().take_while(|item| item.day() < held.day()).last();
        match before {
            None => rules.of(Group::First),
            Some(before) if seats_on(held.day()) > seats_on(before.day()) => rules.of(Group::Added),
            Some(_) => None,
        }
    }

    fn number_drawn(&self, held: &Item<'_>, rule: Drawn, now: usize, faults: &mut Vec<Fault>) {
        let Done::Election { seats, .. } = held.act.done else { return };
        let most = usize::from(rule.share.of(seats));
        let earlier = self.before.done.iter().filter_map(|item| match &item.act.done {
            Done::Lot { election, members, unnamed, .. } if *election == held.day() => {
                Some(members.len() + usize::from(*unnamed))
            }
            _ => None,
        });
        let all = earlier.sum::<usize>() + now;
        let article = self.body.lot_article();
        if all > most {
            let message = format!("{all} are drawn, and article {article} has {most} drawn by lot");
            faults.push(Fault::refused("members", message));
        } else if all < most {
            let message = format!(
                "{all} are drawn, and article {article} has {most} drawn by lot; where no source names the others, write `unnamed = {}`",
                most - all
            );
            faults.push(Fault::queried("members", message));
        }
    }

    fn drawn(&self, held: &Item<'_>, member: &Member, term_to: Date, rule: Drawn, faults: &mut Vec<Fault>) {
        let elected = |holder: &&Holder<'_>| was_elected_on(holder, held.day()) && holder.member.may_be(member);
        let Some(holder) = self.before.holders.iter().find(elected) else {
            let message = format!("{} was not elected on {}", self.whom(member), held.day());
            faults.push(Fault::refused("members", message));
            return;
        };
        if holder.lot.is_some() {
            faults.push(Fault::refused("members", format!("{} has been drawn already", self.whom(member))));
        }
        self.shorter_term(holder.term_from, term_to, rule, faults);
    }

    fn unnamed_drawn(&self, election: Date, unnamed: u16, term_to: Date, rule: Drawn, faults: &mut Vec<Fault>) {
        if unnamed == 0 {
            return;
        }
        let they =
            self.before.unnamed.iter().find(|they| they.elected.at_latest().day() == election && they.lot.is_none());
        match they {
            Some(they) if they.number >= unnamed => self.shorter_term(they.term_from, term_to, rule, faults),
            they => {
                let there = they.map_or(0, |they| they.number);
                let message = format!("{unnamed} are drawn who are not named, of {there} elected on {election}");
                faults.push(Fault::refused("unnamed", message));
            }
        }
    }

    fn shorter_term(&self, from: Date, term_to: Date, rule: Drawn, faults: &mut Vec<Fault>) {
        let Some(right) = rule.serve.last_day_from(from).filter(|right| *right != term_to) else { return };
        let message = format!(
            "a term from {from} that the lot shortens ends on {right}, not on {term_to} (article {})",
            self.body.lot_article()
        );
        let fault = Fault::refused("term-to", message).instead(right.to_string());
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }
}
