//! What every place that keeps a register must do, asked of each of them.

#[path = "contract/fixture.rs"]
pub(super) mod fixture;
#[path = "contract/promises.rs"]
mod promises;

use fixture::{Fixture, InPostgres, InSqlite};

type Promise = (&'static str, fn(&dyn Fixture));

/// Each is asked for with a place that has no register yet.
const CONTRACT: &[Promise] = &[
    ("founding is all or nothing", promises::founding_is_all_or_nothing),
    ("what is recorded is read and verified", promises::what_is_recorded_is_read_and_verified),
    ("a writing given up leaves nothing", promises::a_writing_given_up_leaves_nothing),
    ("writers take turns", promises::writers_take_turns),
    ("many entries at once", promises::many_entries_at_once),
    ("nothing is changed, deleted or left out", promises::nothing_is_changed_deleted_or_left_out),
    ("words in confidence are kept, then erased", promises::words_in_confidence_are_kept_then_erased),
    ("witnesses' signatures are kept once", promises::signatures_of_witnesses_are_kept_once),
    ("a checkpoint of any size is found", promises::a_checkpoint_of_any_size_is_found),
    ("what others changed is found", promises::what_others_changed_is_found),
    ("missing guards are found", promises::missing_guards_are_found),
    ("other formats are refused", promises::other_formats_are_refused),
    ("a follower learns of an entry at once", promises::a_follower_learns_of_an_entry_at_once),
    ("a recorder records for many", promises::a_recorder_records_for_many),
    ("a recorder refuses one and records the others", promises::a_recorder_refuses_one_and_records_the_others),
    ("a copy is the same", promises::a_copy_is_the_same),
];

fn keeps_the_contract(fixture: &dyn Fixture) {
    for (promise, kept) in CONTRACT {
        println!("{promise}");
        kept(fixture);
    }
}

#[test]
fn sqlite_keeps_the_contract() {
    keeps_the_contract(&InSqlite::new());
}

#[test]
fn postgres_keeps_the_contract() {
    keeps_the_contract(&InPostgres::new());
}

/// From every kind of place to every other.
#[test]
fn a_register_moves_from_one_place_to_another_and_back() {
    let (file, database) = (InSqlite::new(), InPostgres::new());
    promises::a_register_moves(&file, &database);
    promises::a_register_moves(&database, &file);
}
