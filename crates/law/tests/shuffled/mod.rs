//! Drafts in another order of recording.

use law::entry::Draft;
use proptest::sample::Index;

/// The drafts in an order that the indices choose.
pub fn shuffled(mut drafts: Vec<Draft>, choices: &[Index]) -> Vec<Draft> {
    let mut order = Vec::with_capacity(drafts.len());
    for choice in choices.iter().cycle() {
        if drafts.is_empty() {
            break;
        }
        order.push(drafts.swap_remove(choice.index(drafts.len())));
    }
    order
}
