//! The server goes away between being asked to commit and saying that it has.

use std::time::Duration;

use super::proxy::{Proxy, Way};
use super::{found, impatient, key, now, place, state};
use crate::fault::RegisterError;
use crate::location::Location;
use crate::log::SigningKey;
use crate::register::Register;
use crate::store::Store as _;
use crate::store::server::Server;
use crate::verification::Expected;
use crate::writing::{LastSigned, Writing};

/// A register that is reached by a way on which things get lost, and directly too.
struct Lost {
    proxy: Proxy,
    key: SigningKey,
    location: Location,
    directly: Location,
}

impl Lost {
    fn new() -> Self {
        let database = Server::shared().database();
        let proxy = Proxy::to(Server::shared().folder());
        let location = proxy.location(&database);
        let (directly, key) = (place(&database), key());
        drop(found(&directly, &key));
        Self { proxy, key, location, directly }
    }

    fn append(&self, register: &mut Register, way: Way) -> Result<(), RegisterError> {
        let mut writing = register.write(&self.key)?;
        writing.add(state("AAA"), "officer", now())?;
        self.proxy.becomes(way);
        writing.commit()
    }

    /// How many entries there are in truth.
    fn entries(&self) -> u64 {
        let verification = Register::open(&self.directly).unwrap().verify(&Expected::default()).unwrap();
        assert!(verification.passed(), "{:?}", verification.faults);
        verification.entries
    }
}

#[test]
fn a_commit_whose_answer_is_lost_is_found_to_have_been_made() {
    let lost = Lost::new();
    let mut register = Register::open(&lost.location).unwrap();
    lost.append(&mut register, Way::LosesTheAnswer).unwrap();
    assert_eq!(lost.entries(), 2);
    lost.append(&mut register, Way::Through).unwrap();
    assert_eq!(lost.entries(), 3);
}

#[test]
fn a_commit_that_is_lost_is_found_not_to_have_been_made() {
    let lost = Lost::new();
    let mut register = Register::open(&lost.location).unwrap();
    let refused = lost.append(&mut register, Way::LosesTheCommit);
    assert!(matches!(&refused, Err(RegisterError::Store { .. })), "{refused:?}");
    assert_eq!(lost.entries(), 1);
    lost.append(&mut register, Way::Through).unwrap();
    assert_eq!(lost.entries(), 2);
}

/// The server has been asked, and is not done when it is asked again: only the turn tells when it is.
#[test]
fn a_commit_that_is_still_under_way_is_waited_for() {
    let lost = Lost::new();
    let mut register = Register::open(&lost.location).unwrap();
    lost.append(&mut register, Way::DelaysTheCommit).unwrap();
    assert_eq!(lost.entries(), 2);
}

#[test]
fn a_server_that_stays_away_leaves_it_unsure() {
    let lost = Lost::new();
    let mut store = impatient(&lost.location, Duration::from_millis(300));
    let mut signed = LastSigned::default();
    let mut writing = Writing::going_on(store.begin().unwrap(), "there".to_owned(), &lost.key, &mut signed).unwrap();
    for code in ["AAA", "BBB"] {
        writing.add(state(code), "officer", now()).unwrap();
    }
    lost.proxy.becomes(Way::LosesTheAnswerForGood);
    let unsure = writing.commit();
    assert!(matches!(&unsure, Err(RegisterError::Unsure { first: 2, last: 3, .. })), "{unsure:?}");
    assert_eq!(lost.entries(), 3);
    lost.proxy.becomes(Way::Through);
    assert_eq!(store.last_checkpoint().unwrap().unwrap().size, 3);
}

#[test]
fn founding_is_settled_in_the_same_way() {
    for (way, entries) in [(Way::LosesTheAnswer, Some(1)), (Way::LosesTheCommit, None)] {
        let database = Server::shared().database();
        let proxy = Proxy::to(Server::shared().folder());
        let made = Register::create::<RegisterError>(&proxy.location(&database), &key(), now(), "founder", |_| {
            proxy.becomes(way);
            Ok(())
        });
        assert_eq!(made.is_ok(), entries.is_some(), "{made:?}");
        let found = Register::open(&place(&database)).and_then(|mut register| register.last_number());
        assert_eq!(found.ok(), entries);
    }
}
