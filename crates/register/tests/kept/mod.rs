//! A register in a folder of its own, to which entries can be added.

use std::path::PathBuf;

use law::act::{Act, Action, DayOfAct, Standing};
use law::calendar::{DateOfAct, DateOfKnowledge};
use law::entry::{Content, Draft};
use register::log::SigningKey;
use register::{Location, Register, RegisterError};

pub(crate) struct Kept {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) key: SigningKey,
    pub(crate) register: Register,
}

pub(crate) fn now() -> DateOfKnowledge {
    DateOfKnowledge::new(jiff::Timestamp::now())
}

pub(crate) fn ratification(number: u64) -> Draft {
    let act = Act {
        treaty: "X-1".parse().unwrap(),
        party: "MLI".parse().unwrap(),
        action: Action::Ratification,
        date: DayOfAct::On(DateOfAct::new("2003-06-05".parse().unwrap())),
        effective: None,
        received: None,
        note: Some(format!("number {number}")),
    };
    Draft { standing: Standing::Deposited, sources: vec!["a paper".to_owned()], content: Content::Act(act) }
}

impl Kept {
    /// A register that holds its first entry alone.
    pub(crate) fn new(origin: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = SigningKey::generate(origin).unwrap();
        let location = Location::file(folder.path().join("register.db"));
        let register = Register::create::<RegisterError>(&location, &key, now(), "founder", |_| Ok(())).unwrap();
        Self { folder, key, register }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Adds entries together until there are so many.
    pub(crate) fn grow_to(&mut self, size: u64) {
        let mut writing = self.register.write(&self.key).unwrap();
        for number in writing.last_number()..size {
            writing.add(ratification(number), "officer", now()).unwrap();
        }
        writing.commit().unwrap();
    }
}
