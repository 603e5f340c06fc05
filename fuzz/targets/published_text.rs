//! A published text in any form: compared with a register of one treaty, every claim in its place, and laid out beside it.

#![no_main]

use std::sync::LazyLock;

use exchange::{acts_csv, toml_file};
use law::record::{KnownAt, Record};
use libfuzzer_sys::fuzz_target;
use reconcile::Question;
use reconcile::source::SourceText;

static RECORD: LazyLock<Record> = LazyLock::new(|| {
    let treaty = include_str!("../../data/treaties/IV-13.toml");
    let mut written = toml_file::read("IV-13.toml", treaty).expect("a packaged treaty");
    let acts = include_bytes!("../../data/acts/IV-13.csv");
    written.extend(acts_csv::read("IV-13.csv", acts).expect("packaged acts"));
    Record::of(fuzz::entered(written), KnownAt::Everything)
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = SourceText::read(bytes) else { return };
    let answer = reconcile::reconcile_text("a text", &text, &RECORD, Question::default());
    assert_eq!(answer.claims.len(), answer.agreeing + answer.differing + answer.unclear);
    assert!(answer.differences <= answer.differing);
    for claim in &answer.claims {
        let paragraph = &text.paragraphs[claim.at.paragraph - 1].text;
        assert!(claim.at.from <= claim.at.to && claim.at.to <= paragraph.chars().count());
    }
    assert!(reconcile::page::article(&answer, &text).is_ok());
});
