//! What must hold of reservations whatever was said: pairs are symmetric where the law says so, a withdrawal restores what
//! would have been, and every period begins with circulation.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod recorded;

use jiff::ToSpan;
use law::act::DayOfAct;
use law::answer::{PairAnswer, PairAsked};
use law::calendar::{AsAt, Date, DateOfAct};
use law::entry::{Content, Draft};
use law::pairs::{Cell, Pairs};
use law::record::Record;
use law::statement::{Extent, Statement, StatementKind, Touch};
use proptest::prelude::*;

use recorded::{drafts, record_of};

const STATES: [&str; 5] = ["MLI", "CHL", "PER", "EGY", "GHA"];

const TREATY: &str = "treaty = \"X-1\"\ndepositary = \"x\"\nadopted = { on = 1980-01-01 }\ntitle = { en = \"Convention\" }\n\
    [entry-into-force]\narticle = \"1\"\nwhen = { instruments = 1 }\nthen = \"on the day of\"\n\
    [entry-into-force.each-party]\narticle = \"1\"\nfor = \"deposits after the Nth\"\nthen = \"on the day of\"\n";

fn day(after: i32) -> Date {
    Date::constant(2000, 1, 1).checked_add(after.days()).unwrap()
}

/// A treaty with five parties, which accede one after another.
fn ground() -> Vec<Draft> {
    let acts: Vec<String> =
        STATES.iter().zip(0..).map(|(state, at)| format!("X-1,{state},accession,{}", day(at * 200))).collect();
    drafts(&[TREATY.to_owned(), format!("treaty,party,action,date\n{}\n", acts.join("\n"))])
}

fn said(id: &str, party: usize, kind: StatementKind, on: i32) -> Statement {
    Statement {
        id: id.to_owned(),
        treaty: "X-1".parse().unwrap(),
        party: STATES[party].parse().unwrap(),
        kind,
        date: DayOfAct::on(day(on)),
        at: None,
        received: None,
        circulated: None,
        to: None,
        of: None,
        articles: Vec::new(),
        effect: None,
        extent: None,
        territories: Vec::new(),
        summary: None,
        text: std::collections::BTreeMap::new(),
        language: None,
        inferred: false,
        note: None,
    }
}

/// A reservation of one State, made with its accession or later, and the others' reactions to it.
#[derive(Debug, Clone)]
struct Story {
    author: usize,
    late: bool,
    circulated: i32,
    reactions: Vec<(usize, Reaction, i32)>,
}

#[derive(Debug, Clone, Copy)]
enum Reaction {
    Accepts,
    Objects(Extent),
}

impl Story {
    fn statements(&self) -> Vec<Statement> {
        let made = i32::try_from(self.author).unwrap() * 200 + if self.late { 30 } else { 0 };
        let circulated = made + self.circulated;
        let mut all = vec![Statement {
            circulated: Some(DayOfAct::on(day(circulated))),
            articles: vec!["5".to_owned()],
            effect: Some(Touch::Excludes),
            ..said("r", self.author, StatementKind::Reservation, made)
        }];
        let others = self.reactions.iter().zip(0..).filter(|((party, ..), _)| *party != self.author);
        all.extend(others.map(|((party, reaction, after), at)| {
            let (kind, extent) = match reaction {
                Reaction::Accepts => (StatementKind::Acceptance, None),
                Reaction::Objects(extent) => (StatementKind::Objection, Some(*extent)),
            };
            Statement { extent, to: Some("r".to_owned()), ..said(&format!("s{at}"), *party, kind, circulated + after) }
        }));
        all
    }
}

fn record(statements: Vec<Statement>) -> Record {
    let standing = law::act::Standing::Deposited;
    let draft = |what| Draft { standing, sources: Vec::new(), content: Content::Statement(Box::new(what)) };
    record_of(ground().into_iter().chain(statements.into_iter().map(draft)))
}

fn pair(record: &Record, one: usize, other: usize, on: Date) -> PairAnswer {
    let treaty = record.treaty("X-1").unwrap();
    let state = |at: usize| record.parties.by_code(STATES[at].parse().unwrap()).unwrap();
    let pairs = Pairs::of(treaty, record, AsAt::new(on));
    PairAnswer::of(&pairs, [state(one), state(other)], treaty, record, &PairAsked::default())
}

fn extent() -> impl Strategy<Value = Extent> {
    prop_oneof![Just(Extent::Simple), Just(Extent::Provisions), Just(Extent::Treaty)]
}

fn story() -> impl Strategy<Value = Story> {
    let reaction = prop_oneof![Just(Reaction::Accepts), extent().prop_map(Reaction::Objects)];
    let reactions = prop::collection::vec((0..5_usize, reaction, 0..500_i32), 0..5);
    (0..5_usize, any::<bool>(), 0..300_i32, reactions).prop_map(|(author, late, circulated, mut reactions)| {
        let mut seen = [false; 5];
        reactions.retain(|(party, ..)| !std::mem::replace(&mut seen[*party], true));
        Story { author, late, circulated, reactions }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// The treaty is in force between two alike, whoever is named first, and a reservation changes the same provisions for
    /// its author towards the other as for the other towards it (VCLT 21(1) and (3)).
    #[test]
    fn a_pair_is_symmetric(story in story(), one in 0..5_usize, other in 0..5_usize, on in 0..2500_i32) {
        prop_assume!(one != other);
        let record = record(story.statements());
        let (there, back) = (pair(&record, one, other, day(on)), pair(&record, other, one, day(on)));
        prop_assert_eq!(there.since, back.since);
        for reservation in &there.reservations {
            let provisions: Vec<_> = reservation.applies.iter().map(|one| one.provisions.clone()).collect();
            prop_assert!(provisions.windows(2).all(|two| two[0] == two[1]));
            prop_assert!(provisions.len() != 1);
        }
        let sorted = |answer: &PairAnswer| {
            let mut all: Vec<_> = answer.reservations.iter().map(|one| (one.statement.id.clone(), one.consequence)).collect();
            all.sort();
            all
        };
        prop_assert_eq!(sorted(&there), sorted(&back));
    }

    /// From the day on which a reservation is withdrawn, everything between the two is as if it had never been made.
    #[test]
    fn a_withdrawal_restores_what_would_have_been(story in story(), one in 0..5_usize, other in 0..5_usize, later in 0..800_i32) {
        prop_assume!(one != other);
        let withdrawn = 1500;
        let mut statements = story.statements();
        statements.push(Statement { to: Some("r".to_owned()), ..said("w", story.author, StatementKind::Withdrawal, withdrawn) });
        let (with, without) = (record(statements), record(Vec::new()));
        let on = day(withdrawn + later);
        let (with, without) = (pair(&with, one, other, on), pair(&without, one, other, on));
        prop_assert_eq!(with.since, without.since);
        prop_assert_eq!((with.reservations.len(), with.objections.len()), (0, 0));
    }

    /// Making a reservation earlier, and circulating it on the same day, changes no period (VCLT 20(5)); circulating it later
    /// moves each by as many days, months apart.
    #[test]
    fn periods_begin_with_circulation(story in story(), earlier in 1..25_i32, other in 0..5_usize, on in 0..2500_i32) {
        prop_assume!(story.late && other != story.author);
        let statements = story.statements();
        let mut moved = statements.clone();
        moved[0].date = DayOfAct::on(statements[0].date.at_latest().day().checked_sub(earlier.days()).unwrap());
        let (made, moved) = (record(statements), record(moved));
        let (made, moved) = (pair(&made, story.author, other, day(on)), pair(&moved, story.author, other, day(on)));
        prop_assert_eq!(made.since, moved.since);
        let short = |answer: &PairAnswer| -> Vec<_> {
            answer.reservations.iter().map(|one| (one.consequence, one.reacted, one.open_until)).collect()
        };
        prop_assert_eq!(short(&made), short(&moved));
    }

    /// Twelve months from circulation, to the day: the last day of objection defeats, the next does not.
    #[test]
    fn one_objection_in_twelve_months_defeats_a_late_reservation(circulated in 900..2500_i32, by in 1..5_usize) {
        let last = day(circulated).checked_add(12.months()).unwrap();
        let late = Statement {
            circulated: Some(DayOfAct::on(day(circulated))),
            articles: vec!["5".to_owned()],
            ..said("r", 0, StatementKind::Reservation, circulated)
        };
        let objection = |on: Date| Statement {
            date: DayOfAct::On(DateOfAct::new(on)),
            to: Some("r".to_owned()),
            ..said("o", by, StatementKind::Objection, 0)
        };
        let standing = |objections: Vec<Statement>| {
            let record = record(std::iter::once(late.clone()).chain(objections).collect());
            pair(&record, 0, 1 + by % 4, last).reservations.len()
        };
        prop_assert_eq!(standing(vec![]), 1);
        prop_assert_eq!(standing(vec![objection(last)]), 0);
        prop_assert_eq!(standing(vec![objection(last.tomorrow().unwrap())]), 1);
    }

    /// The matrix says of each ordered pair what the pair says.
    #[test]
    fn the_matrix_is_made_of_pairs(story in story(), on in 0..2500_i32) {
        let record = record(story.statements());
        let treaty = record.treaty("X-1").unwrap();
        let pairs = Pairs::of(treaty, &record, AsAt::new(day(on)));
        let mut matrix: Vec<Cell> = Vec::new();
        pairs.matrix(&mut matrix);
        let side = pairs.members().len();
        prop_assert_eq!(matrix.len(), side * side);
        for one in 0..side {
            prop_assert_eq!(matrix[one * side + one], Cell::default());
            for other in (0..side).filter(|other| *other != one) {
                prop_assert_eq!(matrix[one * side + other].in_force, pairs.between(one, other).in_force());
                prop_assert_eq!(matrix[one * side + other].in_force, matrix[other * side + one].in_force);
            }
        }
    }
}

#[test]
fn two_thirds_of_the_parties_make_a_reservation_inadmissible_where_the_treaty_says_so() {
    let clause = "[reservations]\narticle = \"20\"\ninadmissible-if = \"2/3\"\n";
    let reserved = Statement {
        circulated: Some(DayOfAct::on(day(1))),
        articles: vec!["5".to_owned()],
        ..said("r", 0, StatementKind::Reservation, 0)
    };
    let objections = (1..5)
        .map(|by| Statement { to: Some("r".to_owned()), ..said(&format!("o{by}"), by, StatementKind::Objection, 0) });
    let objections: Vec<Statement> = objections.collect();
    let state = |objecting: usize| {
        let mut all = ground();
        let is_treaty = |draft: &&mut Draft| matches!(draft.content, Content::Treaty(_));
        let file = format!("{TREATY}{clause}");
        all.iter_mut().filter(is_treaty).for_each(|draft| *draft = drafts(std::slice::from_ref(&file)).pop().unwrap());
        let standing = law::act::Standing::Deposited;
        let said = std::iter::once(reserved.clone()).chain(objections.iter().take(objecting).cloned());
        let draft = |what| Draft { standing, sources: Vec::new(), content: Content::Statement(Box::new(what)) };
        let record = record_of(all.into_iter().chain(said.map(draft)));
        let answer = pair(&record, 0, 4, day(2000));
        (answer.reservations.len(), answer.without_effect.first().and_then(|one| one.statement.state))
    };
    // Five parties: two thirds are four.
    assert_eq!(state(3), (1, None));
    assert_eq!(state(4), (0, Some("inadmissible")));
}
