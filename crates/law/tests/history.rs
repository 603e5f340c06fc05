//! A history of what was believed agrees with the status at every point of the register, and a comparison of two points
//! with the status at both.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use std::collections::HashSet;
use std::sync::OnceLock;

use jiff::{SignedDuration, Timestamp, ToSpan};
use law::act::{Act, Action, DayOfAct, Standing};
use law::calendar::{AsAt, Date, DateOfAct, DateOfEffect, DateOfKnowledge};
use law::comparison::{Between, Point, Scope, differences};
use law::decision::Decision;
use law::difference::{Answered, Field, Value};
use law::entry::{Content, Correction, Draft, Entry};
use law::history::History;
use law::party::{Parties, Party, PartyCode};
use law::record::{KnownAt, Record};
use law::status::Status;
use law::treaty::{Treaty, TreatyId};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Czechoslovakia stands for a predecessor and Czechia for its successor; the European Union for an organization.
const CODES: [&str; 6] = ["MLI", "GHA", "TCD", "CSK", "CZE", "EUU"];

/// `X-1` waits for its own instruments, in two wordings; `X-2` for its own and for `X-1`, or for `X-1` alone.
const CLAUSES: [(&str, &str); 4] = [
    ("X-1", "when = { instruments = 2 }"),
    ("X-1", "when = { instruments = 3, of = [\"accession\"] }"),
    ("X-2", "when = { all = [ { in-force = \"X-1\" }, { instruments = 1 } ] }"),
    ("X-2", "when = { fraction = \"2/3\", to = \"X-1\" }"),
];

const ACTIONS: [Action; 7] = [
    Action::Signature,
    Action::Ratification,
    Action::Accession,
    Action::Succession,
    Action::ProvisionalApplication,
    Action::Denunciation,
    Action::WithdrawalOfInstrument,
];

const FIRST: Date = Date::constant(1985, 1, 1);

fn parties() -> &'static [Party] {
    static PARTIES: OnceLock<Vec<Party>> = OnceLock::new();
    PARTIES.get_or_init(|| {
        let text = std::fs::read_to_string(format!("{}/../../data/parties.toml", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let party = |draft: Draft| match draft.content {
            Content::Party(party) if CODES.contains(&party.code.as_str()) => Some(party),
            _ => None,
        };
        let parties: Vec<Party> = resolved("parties.toml", &text).into_iter().filter_map(party).collect();
        assert_eq!(parties.len(), CODES.len());
        parties
    })
}

fn resolved(file: &str, text: &str) -> Vec<Draft> {
    let written = exchange::toml_file::read(file, text).unwrap();
    exchange::resolve(written, &Parties::default()).unwrap().into_iter().map(|draft| draft.what).collect()
}

fn treaty(wording: usize) -> Treaty {
    let (id, when) = CLAUSES[wording];
    let text = format!(
        "treaty = \"{id}\"\ndepositary = \"x\"\nadopted = {{ on = 1980-01-01 }}\ntitle = {{ en = \"Wording {wording}\" }}\n\
         [entry-into-force]\narticle = \"{wording}\"\n{when}\nthen = \"3 months after\"\n[entry-into-force.each-party]\n\
         article = \"9\"\nfor = \"deposits after the Nth\"\nthen = \"3 months after\"\n[denunciation]\narticle = \"10\"\n\
         effect = \"1 year after\"\n"
    );
    match resolved("x.toml", &text).remove(0).content {
        Content::Treaty(treaty) => *treaty,
        other => unreachable!("{other:?}"),
    }
}

fn id(text: &str) -> TreatyId {
    text.parse().unwrap()
}

fn code(text: &str) -> PartyCode {
    text.parse().unwrap()
}

fn content() -> impl Strategy<Value = Content> {
    let day = || (0..9_000_i32).prop_map(|days| FIRST.checked_add(days.days()).unwrap());
    let one_of = || (select(vec!["X-1", "X-2"]), select(CODES.to_vec()));
    let act = (one_of(), select(ACTIONS.to_vec()), day(), prop::option::of(day())).prop_map(
        |((treaty, party), action, day, received)| {
            let received = received.filter(|received| *received >= day).map(DateOfAct::new);
            let (treaty, party, date) = (id(treaty), code(party), DayOfAct::on(day));
            Content::Act(Act { treaty, party, action, date, effective: None, received, note: None })
        },
    );
    let decision = (one_of(), any::<bool>(), day(), day()).prop_map(|((treaty, party), itself, in_force, date)| {
        Content::Decision(Decision {
            treaty: id(treaty),
            party: (!itself).then(|| code(party)),
            provision: None,
            in_force: DateOfEffect::new(in_force),
            article: None,
            because: "as notified".to_owned(),
            date: DateOfAct::new(date),
        })
    });
    let party = (select(parties().to_vec()), any::<bool>()).prop_map(|(mut party, renamed)| {
        if renamed {
            party.names[0].name.push_str(" (otherwise)");
        }
        Content::Party(party)
    });
    let clauses = (0..CLAUSES.len()).prop_map(|wording| Content::Treaty(Box::new(treaty(wording))));
    prop_oneof![12 => act, 1 => decision, 1 => party, 1 => clauses]
}

/// Something to be recorded: what, on whose word, whether as a correction of something, and whether in the moment of
/// the one before.
type Event = (Content, Standing, Option<(Index, bool)>, bool);

fn events() -> impl Strategy<Value = Vec<Event>> {
    let standing = prop_oneof![6 => Just(Standing::Deposited), 1 => Just(Standing::Reported)];
    let correction = prop_oneof![3 => Just(None), 1 => any::<(Index, bool)>().prop_map(Some)];
    prop::collection::vec((content(), standing, correction, prop::bool::weighted(0.3)), 0..24)
}

/// Parties (two of them not yet) and treaties, and then the events. Nothing is corrected twice.
fn entries(events: Vec<Event>) -> Vec<Entry> {
    let known = parties().iter().filter(|party| !["TCD", "CZE"].contains(&party.code.as_str()));
    let parties = known.map(|party| Content::Party(party.clone()));
    let treaties = [0, 2].map(|wording| Content::Treaty(Box::new(treaty(wording))));
    let start = parties.chain(treaties).map(|content| (content, Standing::Published, None, true));
    let (mut entries, mut corrected, mut moment) = (Vec::new(), HashSet::new(), Timestamp::UNIX_EPOCH);
    for ((content, standing, correction, together), number) in start.chain(events).zip(1_u64..) {
        if !together {
            moment += SignedDuration::from_secs(60);
        }
        let free: Vec<u64> = (1..number).filter(|number| !corrected.contains(number)).collect();
        let content = match correction {
            Some((which, withdraws)) if !free.is_empty() => {
                let corrects = *which.get(&free);
                corrected.insert(corrects);
                let instead = (!withdraws).then(|| Box::new(content));
                Content::Correction(Correction {
                    because: "misread".to_owned(),
                    corrects,
                    instead,
                    rectification: None,
                })
            }
            _ => content,
        };
        let draft = Draft { standing, sources: Vec::new(), content };
        entries.push(draft.entered(number, DateOfKnowledge::new(moment), "test"));
    }
    entries
}

/// The answer by the whole record, as known at a point.
fn answer(entries: &[Entry], known_at: KnownAt, treaty: &TreatyId, party: Option<PartyCode>, as_at: AsAt) -> Answered {
    let record = Record::of(entries.iter().cloned(), known_at);
    let Some(treaty) = record.treaty_by_id(treaty) else { return Answered::default() };
    let status = Status::of(treaty, &record, as_at);
    let Some(party) = party else { return Answered::of_treaty(&status) };
    let part = status.participants.iter().find(|part| record.code(part.party) == party);
    part.map(Answered::of_part).unwrap_or_default()
}

fn questions() -> impl Iterator<Item = (TreatyId, Option<PartyCode>)> {
    let parties = || std::iter::once(None).chain(["MLI", "CZE"].map(code).map(Some));
    ["X-1", "X-2"].into_iter().flat_map(move |treaty| parties().map(move |party| (id(treaty), party)))
}

fn a_day() -> impl Strategy<Value = AsAt> {
    (0..12_000_i32).prop_map(|days| AsAt::new(FIRST.checked_add(days.days()).unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn a_history_says_what_was_believed_at_every_point(events in events(), as_at in a_day()) {
        let entries = entries(events);
        for (treaty, party) in questions() {
            let history = History::of(&entries, &treaty, party, as_at);
            let at = |known: KnownAt| answer(&entries, known, &treaty, party, as_at);
            prop_assert_eq!(&history.answer, &at(KnownAt::Everything));
            for step in &history.steps {
                let (from, to) = step.entries();
                prop_assert_eq!(&step.before, &at(KnownAt::Entry(from - 1)), "before entry {}", from);
                prop_assert_eq!(&step.after, &at(KnownAt::Entry(to)), "after entry {}", to);
                prop_assert_eq!(&step.after, &at(KnownAt::Moment(step.recorded)), "at {}", step.recorded);
            }
            // And nothing changed but at a step.
            let moments: HashSet<DateOfKnowledge> = entries.iter().map(|entry| entry.recorded).collect();
            for moment in moments {
                let last = history.steps.iter().rev().find(|step| step.recorded <= moment);
                let believed = last.map(|step| step.after.clone()).unwrap_or_default();
                prop_assert_eq!(believed, at(KnownAt::Moment(moment)), "at {}", moment);
            }
        }
    }

    #[test]
    fn a_comparison_says_what_differs_between_two_points(
        events in events(), days in (a_day(), a_day()), points in any::<(Index, Index)>(),
    ) {
        let entries = entries(events);
        let point = |index: Index| KnownAt::Entry(index.index(entries.len() + 1) as u64);
        let (one, other) = (point(points.0), point(points.1));
        let known = |known: KnownAt| Record::of(entries.iter().cloned(), known);
        let (was, is) = (known(one), known(other));
        let before = Point { record: &was, as_at: days.0 };
        let after = Point { record: &is, as_at: days.1 };
        for (treaty, party) in questions() {
            let scope = Scope { treaty: Some(&treaty), party };
            let found = differences(before, after, scope).pop();
            let old = answer(&entries, one, &treaty, party, days.0);
            let mut expected = old.changes_to(&answer(&entries, other, &treaty, party, days.1));
            expected.retain(|change| change.field != Field::Name || days.0 == days.1);
            let changes = found.as_ref().map(|found| match party {
                None => found.changes.clone(),
                Some(party) => {
                    assert!(found.changes.is_empty() && found.participants.iter().all(|part| part.party == party));
                    found.participants.iter().flat_map(|part| part.changes.clone()).collect()
                }
            });
            prop_assert_eq!(changes.unwrap_or_default(), expected);
        }
    }
}

/// Entries from contents, each in a moment of its own.
fn recorded(contents: impl IntoIterator<Item = Content>) -> Vec<Entry> {
    let events = contents.into_iter().map(|content| (content, Standing::Deposited, None, false));
    entries(events.collect())
}

fn accession(party: &str, day: &str) -> Content {
    let (treaty, party, date) = (id("X-1"), code(party), DayOfAct::On(day.parse().unwrap()));
    Content::Act(Act { treaty, party, action: Action::Accession, date, effective: None, received: None, note: None })
}

fn correction(corrects: u64, instead: Option<Content>) -> Content {
    let (because, instead) = ("misread".to_owned(), instead.map(Box::new));
    Content::Correction(Correction { because, corrects, instead, rectification: None })
}

#[test]
fn each_correction_is_a_step_even_where_it_changes_nothing() {
    let mali = |day: &str| accession("MLI", day);
    // Parties and treaties are entries 1 to 6.
    let entries = recorded([
        mali("2001-01-01"),
        accession("GHA", "2001-02-01"),
        correction(7, Some(mali("2001-01-02"))),
        correction(8, None),
    ]);
    let as_at: AsAt = "2010-01-01".parse().unwrap();
    let x = id("X-1");
    let steps = |party: Option<&str>| -> Vec<(u64, Vec<Field>)> {
        let history = History::of(&entries, &x, party.map(code), as_at);
        let changed = |step: &law::history::Step<'_>| step.changes().iter().map(|change| change.field).collect();
        history.steps.iter().map(|step| (step.entries().1, changed(step))).collect()
    };
    let numbers = |steps: Vec<(u64, Vec<Field>)>| steps.into_iter().map(|(entry, _)| entry).collect::<Vec<u64>>();
    // Mali's other day makes no difference to the treaty's status, and the correction is shown all the same.
    let of_treaty = steps(None);
    assert_eq!(of_treaty[3], (9, vec![]), "{of_treaty:?}");
    assert_eq!(numbers(of_treaty), [5, 7, 8, 9, 10]);
    // For Mali, Ghana's instrument brings the treaty into force and its withdrawal takes that away.
    let of_mali = steps(Some("MLI"));
    assert_eq!(of_mali[1..], [(8, vec![Field::InForce]), (9, vec![Field::ConsentDate]), (10, vec![Field::InForce])]);
    assert_eq!(numbers(steps(Some("TCD"))), Vec::<u64>::new(), "what others did is no step of Chad's");
}

#[test]
fn an_answer_may_hang_on_another_treaty() {
    let to_the_second = |party: &str| match accession(party, "2000-01-01") {
        Content::Act(act) => Content::Act(Act { treaty: id("X-2"), ..act }),
        other => other,
    };
    let entries = recorded([
        to_the_second("MLI"),
        accession("MLI", "2001-01-01"),
        accession("GHA", "2001-02-01"),
        accession("EUU", "2002-02-01"),
    ]);
    let (second, as_at) = (id("X-2"), "2010-01-01".parse().unwrap());
    let history = History::of(&entries, &second, None, as_at);
    let last = history.steps.last().unwrap();
    assert_eq!(last.entries(), (9, 9), "X-1 enters into force by Ghana's instrument, and X-2 with it");
    assert!(last.itself.is_empty());
    let date: DateOfEffect = "2001-05-01".parse().unwrap();
    assert_eq!(history.answer.get(Field::EntryIntoForce), Some(&Value::Effect(date)));

    let (was, is) = (Record::of(entries.clone(), KnownAt::Entry(8)), Record::of(entries.clone(), KnownAt::Everything));
    let (before, after) = (Point { record: &was, as_at }, Point { record: &is, as_at });
    let between = Between::of(&entries, KnownAt::Entry(8), KnownAt::Everything);
    let found = differences(before, after, Scope::default());
    let treaties: Vec<&str> = found.iter().map(|one| one.treaty.as_str()).collect();
    assert_eq!(treaties, ["X-1", "X-2"]);
    let recorded = between.concerning(&found[1], after, Scope::default());
    assert_eq!(recorded.iter().map(|one| one.entry.number).collect::<Vec<_>>(), [9, 10]);
}
