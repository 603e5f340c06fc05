//! Whatever is done to a register, and at whichever call something happens: nothing comes of it, or all.

use super::contents::found;
use super::trial::{Hands, OPERATIONS, Operation, again, in_memory};
use super::{Fate, Happening};

#[test]
fn every_operation_is_all_or_nothing_when_a_call_fails() {
    for operation in &OPERATIONS {
        at_every_call(operation, &|_| Happening::Failure);
    }
}

#[test]
fn every_operation_is_all_or_nothing_when_the_power_goes() {
    for operation in &OPERATIONS {
        at_every_call(operation, &|folder| Happening::PowerCut {
            folder: folder.join("inside"),
            found: folder.join("found"),
        });
    }
}

fn at_every_call(operation: &Operation, happening: &dyn Fn(&std::path::Path) -> Happening) {
    let (hands, template) = (Hands::new(), in_memory());
    operation.prepare(&hands, template.path());
    let before = found(&template.path().join(operation.file));
    let (calls, after) = {
        let folder = again(template.path());
        let (inside, fate) = (folder.path().join("inside"), Fate::new(0, Happening::Nothing));
        operation.perform(&hands, &inside, &|store| fate.befalls(Box::new(store))).unwrap();
        (fate.calls(), found(&inside.join(operation.file)))
    };
    assert_ne!(before, after);
    let mut all = 0;
    for call in 1..=calls {
        let folder = again(template.path());
        let (inside, fate) = (folder.path().join("inside"), Fate::new(call, happening(folder.path())));
        let said = operation.perform(&hands, &inside, &|store| fate.befalls(Box::new(store)));
        said.expect_err("something happened, and nobody was told");
        let left = folder.path().join("found");
        let left = if left.exists() { left } else { inside };
        all += u64::from(operation.nothing_or_all(&hands, &left, &before, &after));
    }
    println!("{}: {calls} calls; nothing came of {}, all of {all}", operation.name, calls - all);
    assert!(all < calls, "{}: it never came to nothing", operation.name);
}
