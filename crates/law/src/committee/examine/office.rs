//! Vacancies, appointments, and who may hold an office.

use super::{Case, Fault};
use crate::body_act::Member;
use crate::calendar::Date;
use crate::final_clauses::{Approval, FilledBy, Vacancies};

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
        let message = format!("{} was no member on {}", self.whom(member), self.day);
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
        let open = |vacated: &&crate::committee::Vacated<'_>| !vacated.filled && vacated.member.may_be(instead_of);
        if !self.before.vacated.iter().any(|vacated| open(&vacated)) {
            let message = format!("no vacancy of the seat of {} is recorded", self.whom(instead_of));
            faults.push(Fault::refused("instead-of", message).instead("a [[vacancy]] first".to_owned()));
        }
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
                let message = format!("approved on {day}, before the appointment of {}", self.day);
                faults.push(Fault::refused("approved", message));
            }
            Some(_) => {}
        }
    }
}
