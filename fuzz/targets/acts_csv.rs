//! Tables of acts and of published dates.

#![no_main]

use std::sync::LazyLock;

use exchange::{Fault, acts_csv, acts_loaded, published_csv, toml_file};
use law::entry::Content;
use law::record::Record;
use libfuzzer_sys::fuzz_target;

/// Some parties and a treaty, to load acts on.
static GROUND: LazyLock<Record> = LazyLock::new(|| {
    let mut record = Record::default();
    let parties = fuzz::a_few();
    parties.iter().for_each(|(_, party)| record.suppose(&Content::Party(party.clone())));
    let file = include_str!("../../data/treaties/IV-13.toml");
    for written in toml_file::read("IV-13.toml", file).expect("a packaged treaty") {
        if let exchange::Written::Complete { content, .. } = written.what {
            record.suppose(&content);
        }
    }
    record
});

fuzz_target!(|bytes: &[u8]| {
    match acts_csv::read("acts.csv", bytes) {
        Ok(written) => drop(fuzz::entered(written)),
        Err(faults) => said(&faults),
    }
    let mut record = GROUND.clone();
    match acts_loaded::load("acts.csv", bytes, &mut record) {
        Ok(loaded) => assert_eq!(loaded, record.treaties().map(|treaty| treaty.acts.len()).sum::<usize>()),
        Err(faults) => said(&faults),
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Err(fault) = published_csv::read("published.csv", text)
    {
        said(&[fault]);
    }
});

fn said(faults: &[Fault]) {
    assert!(faults.iter().all(|fault| !fault.to_string().is_empty()) && !faults.is_empty());
}
