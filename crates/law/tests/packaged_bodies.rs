//! What is packaged of treaty bodies, reports and declarations, on many days: it fits the treaties' own rules, and what is
//! answered of it holds together.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod packaged;

use jiff::ToSpan;
use law::answer::{CommitteeAnswer, DeclarationsAnswer};
use law::calendar::{AsAt, Date};
use law::clocks;
use law::committee::{self, Committee, Proposed};
use law::optional_declarations::OptionalDeclarations;
use law::record::{Record, TreatyRecord};
use law::reporting::{self, Category, ProposedStep, Reporting};

use packaged::record;

/// Every third month from before the first of the treaties to after the last of the elections.
fn days() -> impl Iterator<Item = AsAt> {
    (0..240).map(|quarter| AsAt::new(Date::constant(1968, 1, 1).checked_add((quarter * 3).months()).unwrap()))
}

fn with_a_body() -> impl Iterator<Item = &'static TreatyRecord> {
    record().treaties().filter(|treaty| treaty.treaty.body.is_some())
}

#[test]
fn what_is_packaged_of_bodies_is_what_their_treaties_allow() {
    let today: AsAt = "2026-01-01".parse().unwrap();
    let mut acts = 0;
    for treaty in with_a_body() {
        let body = Committee::of(treaty, record(), today).unwrap();
        let refused: Vec<_> = body.remarks.iter().filter(|(_, finding)| finding.refused).collect();
        assert!(refused.is_empty(), "{}: {refused:?}", treaty.treaty.treaty);
        acts += record().body_acts(&treaty.treaty.treaty).count();
    }
    assert!(acts > 15, "{acts} acts are packaged");
    // Recorded a second time they are what is recorded already, and nothing else is wrong with them.
    let migrants = record().treaty("IV-13").unwrap();
    let kept: Vec<_> = record().body_acts(&migrants.treaty.treaty).collect();
    let again: Vec<Proposed<'_>> =
        kept.iter().map(|kept| Proposed { act: &kept.what, standing: kept.standing, sources: &kept.sources }).collect();
    let found = committee::examine(&again, record(), today);
    for (at, proposed) in again.iter().enumerate() {
        assert!(found.iter().any(|finding| finding.proposal == at && finding.refused), "{:?}", proposed.act);
    }
}

#[test]
fn the_packaged_steps_of_reports_are_in_order_and_are_not_recorded_twice() {
    let migrants = record().treaty("IV-13").unwrap();
    let kept: Vec<_> = record().report_acts(&migrants.treaty.treaty).collect();
    let again: Vec<ProposedStep<'_>> =
        kept.iter().map(|kept| ProposedStep { act: &kept.what, standing: kept.standing }).collect();
    let found = reporting::examine(&again, record(), "2026-01-01".parse().unwrap());
    let refused: Vec<&str> = found.iter().filter(|one| one.refused).map(|one| one.message.as_str()).collect();
    assert_eq!(refused.len(), again.len());
    assert!(refused.iter().all(|message| message.contains("recorded already")), "{refused:#?}");
}

#[test]
fn no_body_has_more_members_than_seats_on_any_day() {
    for treaty in with_a_body() {
        for day in days() {
            let committee = Committee::of(treaty, record(), day).unwrap();
            let answer = CommitteeAnswer::of(&committee, treaty, record());
            let held = answer.members.len() + usize::from(answer.unnamed_members);
            let unfilled = committee.unfilled();
            let open = usize::from(unfilled.new + unfilled.vacated + unfilled.unrecorded);
            assert_eq!(held + open, usize::from(answer.seats.unwrap_or(0)), "{} on {day}", treaty.treaty.treaty);
            assert_eq!(answer.seats.is_some(), committee.seats().is_some());
            let parties = &answer.states_parties;
            assert!(parties.in_force <= parties.deposited, "{} on {day}", treaty.treaty.treaty);
            assert!(
                parties.quorum.is_none_or(|quorum| quorum <= parties.in_force),
                "{} on {day}",
                treaty.treaty.treaty
            );
            let seats: Vec<(Date, u16)> =
                committee.capacities.iter().map(|capacity| (capacity.from.day(), capacity.seats)).collect();
            assert!(seats.windows(2).all(|pair| pair[0] < pair[1] && pair[0].1 < pair[1].1), "{seats:?}");
            if let Some(next) = &committee.next_election {
                let before = [next.letter_by, next.nominations_close, next.list_by, Some(next.due_by)];
                let before: Vec<Date> = before.into_iter().flatten().collect();
                assert!(before.is_sorted(), "{} on {day}: {before:?}", treaty.treaty.treaty);
            }
        }
    }
}

#[test]
fn every_report_is_in_one_category_and_the_counts_add_up() {
    for treaty in record().treaties().filter(|treaty| treaty.treaty.reports.is_some()) {
        for day in days().step_by(8) {
            let reporting = Reporting::of(treaty, record(), day);
            let compliance = reporting.compliance();
            let staying: Vec<_> = reporting.parties.iter().filter(|party| !party.has_left).collect();
            assert_eq!(compliance.obligations as usize, staying.len());
            let counted: u32 = Category::ALL.iter().map(|category| compliance.reports.of(*category)).sum();
            assert_eq!(counted as usize, staying.iter().map(|party| party.reports.len()).sum::<usize>());
            for party in &reporting.parties {
                let numbers: Vec<u16> = party.reports.iter().map(|report| report.number).collect();
                assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");
                for report in &party.reports {
                    assert!(report.due_dates.iter().filter(|due| due.operative).count() <= 1);
                    let overdue = report.category.is_overdue();
                    assert_eq!(
                        overdue,
                        report.received.is_none()
                            && report.due().is_some_and(|due| due.day < day.day())
                            && !party.has_left
                    );
                }
            }
        }
    }
}

#[test]
fn clocks_stand_by_day_and_name_their_article() {
    for day in days().step_by(16) {
        let all = clocks::of_all(record(), day);
        assert!(all.windows(2).all(|pair| pair[0].day <= pair[1].day));
        let nameless: Vec<_> = all.iter().filter(|clock| clock.is_to_come(day) && clock.article.is_none()).collect();
        assert!(nameless.is_empty(), "{nameless:?}");
    }
}

#[test]
fn the_packaged_declarations_count_as_often_as_they_are_made_and_not_withdrawn() {
    let migrants = record().treaty("IV-13").unwrap();
    let on = |day: &str| counts(migrants, record(), day.parse().unwrap());
    assert_eq!(on("2015-03-13"), [0, 0]);
    assert_eq!(on("2015-03-14"), [3, 4]);
}

fn counts(treaty: &TreatyRecord, record: &Record, day: AsAt) -> Vec<usize> {
    let declarations = OptionalDeclarations::of(treaty, record, day);
    DeclarationsAnswer::of(&declarations, record).articles.iter().map(|article| article.threshold.count).collect()
}
