//! A disk that is full, at whichever page: nothing comes of what was being done, and the complaint says why.

use super::contents::found;
use super::trial::{
    APPEND, CONFIDE, COPY, CREATE, ERASE, Hands, IMPORT, MIGRATE, Operation, REPLACE_KEY, again, in_memory,
};

#[test]
fn a_full_disk_loses_nothing() {
    // The rest take no page more.
    for operation in [CREATE, APPEND, IMPORT, REPLACE_KEY, CONFIDE, ERASE, COPY, MIGRATE] {
        until_there_is_room(&operation);
    }
}

fn until_there_is_room(operation: &Operation) {
    let (hands, template) = (Hands::new(), in_memory());
    operation.prepare(&hands, template.path());
    let path = |folder: &tempfile::TempDir| folder.path().join("inside").join(operation.file);
    let before = found(&template.path().join(operation.file));
    let after = {
        let folder = again(template.path());
        operation.undisturbed(&hands, &folder.path().join("inside"));
        found(&path(&folder))
    };
    for pages in 0.. {
        let folder = again(template.path());
        let inside = folder.path().join("inside");
        let said = operation.perform(&hands, &inside, &|store| {
            store.leave_room_for(pages);
            Box::new(store)
        });
        match said {
            Ok(()) => {
                println!("{}: there is room from {pages} pages on", operation.name);
                assert_eq!(found(&path(&folder)), after);
                break;
            }
            Err(error) => {
                let said = error.to_string();
                assert!(said.contains("the disk is full; make room, then try again"), "{}: {said}", operation.name);
                assert!(!operation.nothing_or_all(&hands, &inside, &before, &after));
            }
        }
    }
}
