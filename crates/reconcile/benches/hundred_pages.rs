//! A text of a hundred pages compared with a register of six hundred treaties, beside a mere search of the same text for every
//! name of a party and title of a treaty.
//!
//! `cargo bench -p reconcile --bench hundred_pages`

#![expect(clippy::unwrap_used, reason = "a bench that can't be set up must stop")]

#[path = "../tests/reconcile/packaged.rs"]
#[expect(dead_code, reason = "the tests use the register as it is")]
mod packaged;
#[path = "../tests/reconcile/texts.rs"]
#[expect(dead_code, reason = "the tests use the other texts")]
mod texts;

use divan::Bencher;
use law::entry::{Content, Entry};
use law::record::{KnownAt, Record};
use law::treaty::{Treaty, TreatyId};

/// Words of an ordinary page of a report.
const WORDS_OF_A_PAGE: usize = 400;
const PAGES: usize = 100;
const TREATIES: usize = 600;

fn main() {
    divan::main();
}

/// The packaged register, its treaties and acts again and again under other names.
fn register() -> Record {
    let mut entries = packaged::entries();
    let treaty = |entry: &Entry| match &entry.content {
        Content::Treaty(treaty) => Some((**treaty).clone()),
        _ => None,
    };
    let treaties: Vec<Treaty> = entries.iter().filter_map(treaty).collect();
    let packaged = entries.clone();
    let template = entries.last().unwrap().clone();
    for round in 1.. {
        for treaty in &treaties {
            if (round - 1) * treaties.len() >= TREATIES - treaties.len() {
                return Record::of(entries, KnownAt::Everything);
            }
            copy(treaty, round, &packaged, &template, &mut entries);
        }
    }
    Record::of(entries, KnownAt::Everything)
}

fn copy(treaty: &Treaty, round: usize, packaged: &[Entry], template: &Entry, entries: &mut Vec<Entry>) {
    let id: TreatyId = format!("R{round}-{}", treaty.treaty).parse().unwrap();
    let mut other = treaty.clone();
    other.treaty = id.clone();
    for title in other.title.values_mut().chain(other.short_title.values_mut()) {
        *title = format!("Regional {round} {title}");
    }
    let mut put = |content: Content| {
        let number = entries.last().map_or(1, |last| last.number + 1);
        entries.push(Entry { number, content, ..template.clone() });
    };
    put(Content::Treaty(Box::new(other)));
    for entry in packaged {
        if let Content::Act(act) = &entry.content
            && act.treaty == treaty.treaty
        {
            let mut act = act.clone();
            act.treaty = id.clone();
            put(Content::Act(act));
        }
    }
}

/// The note of the tests, again and again.
fn text() -> String {
    let mut text = String::new();
    while text.split_whitespace().count() < WORDS_OF_A_PAGE * PAGES {
        text.push_str(&texts::english());
        text.push_str("\n\n");
    }
    text
}

#[divan::bench(sample_count = 5)]
fn reconciled(bencher: Bencher<'_, '_>) {
    let (record, text) = (register(), text());
    assert!(record.treaties().count() >= TREATIES);
    bencher.bench(|| reconcile::reconcile("text", text.as_bytes(), &record, reconcile::Question::default()).unwrap());
}

#[divan::bench(sample_count = 5)]
fn every_name_searched_for(bencher: Bencher<'_, '_>) {
    let (record, text) = (register(), text());
    let names = record.parties.iter().flat_map(|(_, party)| party.names.iter().map(|name| name.name.clone()));
    let titles = record.treaties().map(|treaty| treaty.treaty.title_in("en").to_owned());
    let names: Vec<String> = names.chain(titles).collect();
    let search = |name: &String| memchr::memmem::find_iter(text.as_bytes(), name).count();
    bencher.bench(|| names.iter().map(search).sum::<usize>());
}
