//! Published texts compared with a register of the packaged facts.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod forms;
mod hostile;
mod languages;
mod packaged;
mod planted;
mod published;
mod readings;
mod texts;

use std::sync::LazyLock;

use law::record::Record;
use reconcile::answer::{ClaimAnswer, Reconciliation};
use reconcile::comparison::Verdict;
use reconcile::{Question, reconcile};

/// The register, made once for all tests.
static REGISTER: LazyLock<Record> = LazyLock::new(packaged::register);

/// A text compared with the register.
fn compared(text: impl AsRef<[u8]>) -> Reconciliation {
    reconcile("a text", text.as_ref(), &REGISTER, Question::default()).unwrap()
}

/// The words quoted for each claim that differs.
fn differing(answer: &Reconciliation) -> Vec<&str> {
    of(answer, Verdict::Differs).map(|claim| claim.at.quote.as_str()).collect()
}

/// The claims with a verdict.
fn of(answer: &Reconciliation, verdict: Verdict) -> impl Iterator<Item = &ClaimAnswer> {
    answer.claims.iter().filter(move |claim| claim.verdict == verdict)
}

/// What each claim with a verdict is, its words and why, for messages of tests.
fn told(answer: &Reconciliation) -> String {
    let claims = answer.claims.iter().filter(|claim| claim.verdict != Verdict::Agrees);
    let lines =
        claims.map(|claim| format!("{:?} {:?} {}: {:?}\n", claim.verdict, claim.at.quote, claim.claim, claim.why));
    lines.collect()
}
