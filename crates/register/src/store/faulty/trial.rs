//! What is done to registers, and what may be found when something happened meanwhile.

use std::path::Path;

use super::contents::{Found, found};
use super::copy_folder;
use crate::confidence::Confided;
use crate::copying::{copy_into, migrate_into};
use crate::fault::RegisterError;
use crate::location::Location;
use crate::log::{Note, SigningKey, cosign};
use crate::register::Register;
use crate::store::contract::fixture::{append, found as founded, key, now, ratification, state, treaty};
use crate::store::{FirstFormat, SqliteStore, Store};
use crate::writing::Accompanied;

/// The register that things are done to, in its folder.
const REGISTER: &str = "register.db";

/// How many entries are imported together.
const MANY: u32 = 60;

/// Turns a place into one where something happens.
pub(super) type Befalls<'b> = &'b dyn Fn(SqliteStore) -> Box<dyn Store>;

/// Something that is done to a register.
pub(super) struct Operation {
    pub(super) name: &'static str,
    /// The file that is made or changed by it.
    pub(super) file: &'static str,
    prepare: fn(&Hands, &Path),
    perform: fn(&Hands, &Path, Befalls<'_>) -> Result<(), RegisterError>,
}

/// What is in the hands of those who do it: the same every time, so that what comes of it is the same.
pub(super) struct Hands {
    key: SigningKey,
    next_key: SigningKey,
    witness: SigningKey,
    confided: Confided,
}

impl Hands {
    pub(super) fn new() -> Self {
        let key = key();
        Self {
            next_key: SigningKey::generate(key.name()).unwrap(),
            witness: SigningKey::generate("example.org/witness").unwrap(),
            confided: Confided::new("note", "not before the elections").unwrap(),
            key,
        }
    }
}

impl Operation {
    /// Makes what is there before.
    pub(super) fn prepare(&self, hands: &Hands, folder: &Path) {
        (self.prepare)(hands, folder);
    }

    /// Does it, in a folder.
    pub(super) fn perform(&self, hands: &Hands, folder: &Path, befalls: Befalls<'_>) -> Result<(), RegisterError> {
        (self.perform)(hands, folder, befalls)
    }

    /// Does it where nothing happens.
    pub(super) fn undisturbed(&self, hands: &Hands, folder: &Path) {
        self.perform(hands, folder, &|store| Box::new(store)).unwrap();
    }

    /// Looks at what came of it, which must be nothing or all; then it can be done again, and the next entry recorded.
    /// Says whether all came of it.
    pub(super) fn nothing_or_all(&self, hands: &Hands, folder: &Path, before: &Found, after: &Found) -> bool {
        let path = folder.join(self.file);
        let came = found(&path);
        let all = came == *after;
        assert!(all || came == *before, "{}: neither what was there before nor what was to come: {came:#?}", self.name);
        if !all {
            self.undisturbed(hands, folder);
            assert_eq!(found(&path), *after, "{}: done again", self.name);
        }
        let mut register = Register::open(&Location::file(&path)).unwrap();
        let by_either = append(&mut register, &hands.key, state("ZZZ")).or_else(|error| match error {
            RegisterError::WrongKey { .. } => append(&mut register, &hands.next_key, state("ZZZ")),
            other => Err(other),
        });
        assert_eq!(by_either.unwrap(), register.last_number().unwrap());
        drop(register);
        found(&path);
        all
    }
}

/// A folder, in memory where the system has a place for that.
pub(super) fn in_memory() -> tempfile::TempDir {
    let shared = Path::new("/dev/shm");
    if shared.is_dir() { tempfile::tempdir_in(shared).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// A copy of a folder, to do something in.
pub(super) fn again(template: &Path) -> tempfile::TempDir {
    let folder = in_memory();
    let inside = folder.path().join("inside");
    copy_folder(template, &inside);
    folder
}

fn open(folder: &Path, befalls: Befalls<'_>) -> Result<Register, RegisterError> {
    let path = folder.join(REGISTER);
    Ok(Register::over(befalls(SqliteStore::open(&path)?), &Location::file(path)))
}

/// A register of some entries, one of them with something in confidence, and a checkpoint that a witness signed.
fn a_register(hands: &Hands, folder: &Path) {
    let mut register = founded(&Location::file(folder.join(REGISTER)), &hands.key);
    for draft in [state("AAA"), treaty("X-1"), ratification("X-1", "AAA")] {
        append(&mut register, &hands.key, draft).unwrap();
    }
    let line = cosignature(hands, &mut register);
    register.cosign(4, &line).unwrap();
    confide(hands, &mut register).unwrap();
}

/// What a witness says of the last checkpoint.
fn cosignature(hands: &Hands, register: &mut Register) -> String {
    let note: Note = register.bare_checkpoint_of(u64::MAX).unwrap().parse().unwrap();
    cosign(&note, &hands.witness, 1_767_225_600).unwrap().to_string()
}

fn confide(hands: &Hands, register: &mut Register) -> Result<(), RegisterError> {
    let accompanied = Accompanied { by: Vec::new(), in_confidence: vec![hands.confided.clone()] };
    let mut writing = register.write(&hands.key)?;
    writing.add_with(state("BBB"), &accompanied, "officer", now())?;
    writing.commit()
}

pub(super) const CREATE: Operation = Operation {
    name: "create",
    file: REGISTER,
    prepare: |_, _| {},
    perform: |hands, folder, befalls| {
        let path = folder.join(REGISTER);
        let (place, store) = (Location::file(&path), befalls(SqliteStore::make(&path)?));
        Register::create_in(store, &place, &hands.key, now(), "founder", |writing| {
            [state("AAA"), treaty("X-1")].into_iter().try_for_each(|draft| {
                let added: Result<u64, RegisterError> = writing.add(draft, "founder", now());
                added.map(drop)
            })
        })
        .map(drop)
    },
};

pub(super) const APPEND: Operation = Operation {
    name: "append",
    file: REGISTER,
    prepare: a_register,
    perform: |hands, folder, befalls| append(&mut open(folder, befalls)?, &hands.key, state("CCC")).map(drop),
};

pub(super) const IMPORT: Operation = Operation {
    name: "import of many",
    file: REGISTER,
    prepare: a_register,
    perform: |hands, folder, befalls| {
        let mut register = open(folder, befalls)?;
        let mut writing = register.write(&hands.key)?;
        writing.record()?;
        for number in 0..MANY {
            let mut draft = ratification("X-1", "AAA");
            draft.sources.push(format!("paper {number}, {}", "of some length ".repeat(20)));
            writing.add(draft, "officer", now())?;
        }
        writing.commit()
    },
};

pub(super) const REPLACE_KEY: Operation = Operation {
    name: "key replacement",
    file: REGISTER,
    prepare: a_register,
    perform: |hands, folder, befalls| {
        let mut register = open(folder, befalls)?;
        let mut writing = register.write(&hands.key)?;
        writing.replace_key(&hands.next_key, "yearly rotation", "officer", now())?;
        writing.commit()
    },
};

pub(super) const CONFIDE: Operation = Operation {
    name: "confide",
    file: REGISTER,
    prepare: |hands, folder| drop(founded(&Location::file(folder.join(REGISTER)), &hands.key)),
    perform: |hands, folder, befalls| confide(hands, &mut open(folder, befalls)?),
};

pub(super) const ERASE: Operation = Operation {
    name: "erase",
    file: REGISTER,
    prepare: a_register,
    perform: |hands, folder, befalls| {
        let mut register = open(folder, befalls)?;
        let commitment = hands.confided.opening(5).commitment;
        let mut writing = register.write(&hands.key)?;
        writing.erase(5, &commitment, "a court says so", "officer", now())?;
        writing.commit()?;
        register.forget()
    },
};

pub(super) const COSIGN: Operation = Operation {
    name: "cosign",
    file: REGISTER,
    prepare: a_register,
    perform: |hands, folder, befalls| {
        let mut register = open(folder, befalls)?;
        let line = cosignature(hands, &mut Register::open(register.location())?);
        register.cosign(5, &line)
    },
};

pub(super) const COPY: Operation = Operation {
    name: "copy",
    file: "copy.db",
    prepare: a_register,
    perform: |_, folder, befalls| {
        let mut from = open(folder, befalls)?;
        let path = folder.join("copy.db");
        let verification = copy_into(befalls(SqliteStore::make(&path)?), &mut from, &Location::file(&path))?;
        assert_eq!(verification.faults, vec![]);
        Ok(())
    },
};

pub(super) const MIGRATE: Operation = Operation {
    name: "migrate",
    file: REGISTER,
    prepare: |_, folder| {
        let of_the_first_format = include_bytes!("../../../tests/formats/format-1.db");
        std::fs::write(folder.join(REGISTER), of_the_first_format).unwrap();
    },
    perform: |hands, folder, befalls| {
        let path = folder.join(REGISTER);
        let old = FirstFormat::open(&path)?.ok_or(RegisterError::NoMigration { place: String::new(), format: 2 })?;
        let store = befalls(SqliteStore::make_in_place_of(&path)?);
        migrate_into(store, old, &Location::file(path), &hands.key, || Ok(()), "officer", now()).map(drop)
    },
};

/// All of them.
pub(super) const OPERATIONS: [Operation; 9] =
    [CREATE, APPEND, IMPORT, REPLACE_KEY, CONFIDE, ERASE, COSIGN, COPY, MIGRATE];
