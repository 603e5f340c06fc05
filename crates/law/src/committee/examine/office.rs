//! Vacancies, appointments, who may hold an office, and sessions.

use super::{Case, Fault};
use crate::body_act::Member;
use crate::calendar::Date;
use crate::committee::composition::Vacated;
use crate::final_clauses::{Approval, FilledBy, Vacancies};
use crate::party::fold;

impl Case<'_, '_> {
    /// Only a member's seat falls vacant.
    pub(super) fn vacancy(&self, member: &Member, faults: &mut Vec<Fault>) {
        let to_serve =
            self.before.holders.iter().any(|holder| holder.is_to_serve_after(self.day) && holder.member.may_be(member));
        if !to_serve {
            self.must_serve(member, "member", faults);
        }
    }

    /// Somebody must be a member on the day. Where some members are not named, the person may be one of them.
    pub(super) fn must_serve(&self, member: &Member, field: &'static str, faults: &mut Vec<Fault>) {
        if self.before.serving(self.day).any(|holder| holder.member.may_be(member)) {
            return;
        }
        let namesake = self.before.serving(self.day).find(|holder| holder.member.nominated_by == member.nominated_by);
        let message = format!("{} was no member on {} (article {})", self.whom(member), self.day, self.body.article);
        let unnamed = self.before.unnamed_on(self.day);
        faults.push(match namesake {
            Some(holder) => Fault::refused(field, message).instead(self.whom(holder.member)),
            None if unnamed > 0 => {
                Fault::queried(field, format!("{message} as far as members are named; {unnamed} are not"))
            }
            None => Fault::refused(field, message),
        });
    }

    /// The State whose national's seat fell vacant appoints another of its nationals, with the approval that it takes.
    pub(super) fn appointment(
        &self,
        instead_of: &Member,
        member: &Member,
        approved: Option<Date>,
        faults: &mut Vec<Fault>,
    ) {
        let Some(clause) = &self.body.vacancies else { return };
        if clause.filled_by == FilledBy::Election {
            let message =
                format!("a vacant seat is filled by election (article {}), not by appointment", clause.article);
            faults.push(Fault::refused("member", message));
            return;
        }
        let open = |vacated: &&Vacated<'_>| !vacated.filled && vacated.member.may_be(instead_of);
        match self.before.vacated.iter().find(open) {
            None => {
                let message = format!(
                    "no vacancy of the seat of {} is recorded by {} (article {})",
                    self.whom(instead_of),
                    self.day,
                    clause.article
                );
                faults.push(Fault::refused("instead-of", message).instead("a [[vacancy]] first".to_owned()));
            }
            Some(vacated) => self.within_the_term(vacated, approved, clause, faults),
        }
        self.is_another(instead_of, member, clause, faults);
        if member.nominated_by != instead_of.nominated_by {
            let message = format!(
                "{} appoints to the seat of {}: the State party that nominated the member appoints another (article {})",
                self.name(member.nominated_by),
                self.whom(instead_of),
                clause.article
            );
            faults.push(Fault::refused("nominated-by", message).instead(self.name(instead_of.nominated_by)));
        }
        self.nationality(member, faults);
        self.approval(clause, approved, faults);
    }

    /// An appointment is for the rest of the term, so that there must be a rest.
    fn within_the_term(
        &self,
        vacated: &Vacated<'_>,
        approved: Option<Date>,
        clause: &Vacancies,
        faults: &mut Vec<Fault>,
    ) {
        let begins = approved.unwrap_or(self.day);
        if begins > vacated.term_to {
            let message = format!(
                "an appointment is for the rest of the term, which ended on {}, before {begins} (article {})",
                vacated.term_to, clause.article
            );
            faults.push(Fault::refused("date", message));
        }
    }

    /// Who is appointed is somebody else, and no member already.
    fn is_another(&self, instead_of: &Member, member: &Member, clause: &Vacancies, faults: &mut Vec<Fault>) {
        let Some(name) = &member.name else { return };
        let same = |other: &Member| other.name.as_ref().is_some_and(|other| fold(other) == fold(name));
        let article = &clause.article;
        if same(instead_of) {
            let message = format!("{name} left the seat: another expert is appointed to it (article {article})");
            faults.push(Fault::refused("member", message));
        } else if let Some(holder) = self.before.serving(self.day).find(|holder| same(holder.member)) {
            let message = format!(
                "{} is a member until {} already, and one person holds one seat (article {article})",
                self.whom(holder.member),
                holder.term_to
            );
            faults.push(Fault::refused("member", message));
        }
    }

    fn approval(&self, clause: &Vacancies, approved: Option<Date>, faults: &mut Vec<Fault>) {
        let Some(whose) = clause.approval else { return };
        match approved {
            None => {
                let whose = match whose {
                    Approval::Body => "the body",
                    Approval::Parties => "the majority of the States parties",
                };
                let message = format!("the appointment needs the approval of {whose} (article {})", clause.article);
                faults.push(Fault::refused("approved", message).instead("the day of the approval".to_owned()));
            }
            Some(day) if day < self.day => {
                let message =
                    format!("approved on {day}, before the appointment of {} (article {})", self.day, clause.article);
                faults.push(Fault::refused("approved", message));
            }
            Some(_) => {}
        }
    }

    /// The body meets once it has seats, and a session does not end before it begins.
    pub(super) fn session(&self, to: Option<Date>, faults: &mut Vec<Fault>) {
        let article = self.body.sessions.as_ref().map_or(&self.body.article, |clause| &clause.article);
        if let Some(to) = to.filter(|to| *to < self.day) {
            let message = format!("the session ends on {to}, before it begins on {}", self.day);
            faults.push(Fault::refused("to", message).instead(format!("{} or a later day", self.day)));
        }
        if self.seats().is_none() && self.body.is_set_up_by_the_treaty() {
            let message = format!("the body had no seats on {} yet, and can't have met (article {article})", self.day);
            faults.push(Fault::refused("date", message));
        }
    }
}
