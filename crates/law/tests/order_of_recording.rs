//! The status on a day never depends on the order in which acts were recorded.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod shuffled;

use jiff::{Timestamp, ToSpan};
use law::answer::StatusAnswer;
use law::calendar::{AsAt, Date, DateOfKnowledge};
use law::entry::{Content, Draft};
use law::party::Parties;
use law::record::{KnownAt, Record};
use law::status::Status;
use proptest::prelude::*;
use proptest::sample::Index;
use shuffled::shuffled;

fn packaged(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../../data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The packaged parties, treaty and acts, as drafts.
fn drafts() -> Vec<Draft> {
    let text = |name: &str| String::from_utf8(packaged(name)).unwrap();
    let mut written = exchange::toml_file::read("parties.toml", &text("parties.toml")).unwrap();
    written.extend(exchange::toml_file::read("IV-13.toml", &text("treaties/IV-13.toml")).unwrap());
    let foundations = exchange::resolve(written, &Parties::default()).unwrap();
    let mut parties = Parties::default();
    for draft in &foundations {
        if let Content::Party(party) = &draft.what.content {
            parties.add(party.clone());
        }
    }
    let acts = exchange::acts_csv::read("IV-13.csv", &packaged("acts/IV-13.csv")).unwrap();
    let acts = exchange::resolve(acts, &parties).unwrap();
    foundations.into_iter().chain(acts).map(|draft| draft.what).collect()
}

/// The answer on a day, when the drafts were recorded in this order. Entry numbers, which tell the order, are left out.
fn answer(drafts: &[Draft], as_at: Date) -> serde_json::Value {
    let entries = drafts
        .iter()
        .zip(1..)
        .map(|(draft, number)| draft.clone().entered(number, DateOfKnowledge::new(Timestamp::UNIX_EPOCH), "test"));
    let record = Record::of(entries, KnownAt::Everything);
    let treaty = record.treaty("IV-13").unwrap();
    let status = Status::of(treaty, &record, AsAt::new(as_at));
    let mut answer = serde_json::to_value(StatusAnswer::of(&status, &record)).unwrap();
    for participant in answer["participants"].as_array_mut().unwrap() {
        for reported in
            participant.get_mut("reported").and_then(|reported| reported.as_array_mut()).into_iter().flatten()
        {
            reported.as_object_mut().unwrap().remove("entry");
        }
    }
    answer
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn makes_no_difference(choices in prop::collection::vec(any::<Index>(), 64..128), days in 0..13_500_i32) {
        let day = Date::constant(1990, 1, 1).checked_add(days.days()).unwrap();
        let drafts = drafts();
        let in_order = answer(&drafts, day);
        prop_assert_eq!(answer(&shuffled(drafts, &choices), day), in_order);
    }
}
