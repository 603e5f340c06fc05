//! What only a server can do to a register: end a connection, go away, stand on another machine.

mod commit;
mod killed;
mod proxy;
mod servers;

use std::time::Duration;

use super::PostgresStore;
use crate::fault::RegisterError;
use crate::location::{Location, PostgresAddress};
use crate::register::Register;
use crate::store::contract::fixture::{append, found, key, now, state};
use crate::store::server::{Server, ask};
use crate::verification::Expected;

fn address(location: &Location) -> &PostgresAddress {
    let Location::Postgres(address) = location else { panic!("{location} is elsewhere") };
    address
}

fn place(address: &str) -> Location {
    address.parse().unwrap()
}

/// Ends every connection of this program to that database.
fn end_connections(database: &str) {
    let end = "SET statement_timeout = 0;
               SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity
               WHERE datname = current_database() AND application_name = 'depositary'";
    assert_ne!(ask(database, end).unwrap().as_deref(), Some("0"));
}

#[test]
fn a_connection_that_has_ended_is_made_anew() {
    let (database, key) = (Server::shared().database(), key());
    let mut register = found(&place(&database), &key);
    end_connections(&database);
    assert_eq!(register.last_number().unwrap(), 1);
    end_connections(&database);
    assert_eq!(append(&mut register, &key, state("AAA")).unwrap(), 2);
    end_connections(&database);
    assert_eq!(register.entries().unwrap().len(), 2);
}

#[test]
fn a_connection_that_ends_before_the_commit_leaves_nothing() {
    let (database, key) = (Server::shared().database(), key());
    let mut register = found(&place(&database), &key);
    let mut writing = register.write(&key).unwrap();
    writing.add(state("AAA"), "officer", now()).unwrap();
    end_connections(&database);
    let ended = writing.commit();
    assert!(matches!(&ended, Err(RegisterError::Store { doing: "written", .. })), "{ended:?}");
    assert_eq!(register.last_number().unwrap(), 1);
    assert_eq!(append(&mut register, &key, state("AAA")).unwrap(), 2);
}

#[test]
fn a_connection_that_ends_while_entries_are_read_is_said_to() {
    let (database, key) = (Server::shared().database(), key());
    let location = place(&database);
    let mut register = found(&location, &key);
    let mut writing = register.write(&key).unwrap();
    for number in 0..40_000 {
        let mut draft = state("AAA");
        draft.sources.push(format!("{number:>500}"));
        writing.add(draft, "officer", now()).unwrap();
    }
    writing.commit().unwrap();

    let mut store = crate::register::open_store(&location).unwrap();
    let read = store.read(0, &mut |row| {
        if row.number == 1 {
            end_connections(&database);
        }
        Ok(())
    });
    assert!(matches!(&read, Err(RegisterError::Store { doing: "read", .. })), "{read:?}");
    assert_eq!(store.last_checkpoint().unwrap().unwrap().size, 40_001);
    let mut count = 0;
    let refused = store.read(0, &mut |_| {
        count += 1;
        Err(RegisterError::Address { address: String::new() })
    });
    assert!(matches!(refused, Err(RegisterError::Address { .. })), "what the reader says is passed on: {refused:?}");
    assert_eq!(count, 1);
    assert_eq!(store.last_checkpoint().unwrap().unwrap().size, 40_001);
}

/// Threads that serve pages drive something already, and must not be asked to drive a second thing.
#[test]
fn a_register_can_be_used_where_pages_are_served() {
    let location = place(&Server::shared().database());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let key = key();
        let mut register = found(&location, &key);
        assert_eq!(append(&mut register, &key, state("AAA")).unwrap(), 2);
        drop(register);
        let read = tokio::task::spawn_blocking(move || Register::open(&location).unwrap().entries().unwrap().len());
        assert_eq!(read.await.unwrap(), 2);
    });
}

#[test]
fn what_is_recorded_is_durable_however_the_database_is_set() {
    let database = Server::shared().database();
    let name = database.rsplit('/').next().unwrap();
    drop(found(&place(&database), &key()));
    for (set, used) in
        [("off", "on"), ("local", "on"), ("remote_write", "on"), ("on", "on"), ("remote_apply", "remote_apply")]
    {
        ask(&database, &format!("ALTER DATABASE {name} SET synchronous_commit = {set}")).unwrap();
        let mut store = PostgresStore::open(address(&place(&database))).unwrap();
        let found = store.ask("read", |session| session.one("SHOW synchronous_commit", &[])).unwrap().unwrap();
        assert_eq!(found.get::<_, &str>(0), used, "{set}");
    }
}

#[test]
fn what_a_database_sets_for_others_does_not_stop_a_register() {
    let (database, key) = (Server::shared().database(), key());
    let name = database.rsplit('/').next().unwrap();
    let mut register = found(&place(&database), &key);
    ask(&database, &format!("ALTER DATABASE {name} SET default_transaction_isolation = 'serializable'")).unwrap();
    ask(&database, &format!("ALTER DATABASE {name} SET statement_timeout = 100")).unwrap();
    ask(&database, &format!("ALTER DATABASE {name} SET default_transaction_read_only = on")).unwrap();
    end_connections(&database);
    assert_eq!(append(&mut register, &key, state("AAA")).unwrap(), 2);
    assert!(register.verify(&Expected::default()).unwrap().passed());
}

#[test]
fn places_that_are_no_registers_are_told_apart() {
    let database = Server::shared().database();
    let opened = |address: &str| Register::open(&place(address)).map(drop);
    assert!(matches!(opened(&database), Err(RegisterError::Missing { .. })));
    assert!(matches!(opened(&Server::shared().same("/no_such_database")), Err(RegisterError::Missing { .. })));
    ask(&database, "CREATE SCHEMA depositary").unwrap();
    assert!(matches!(opened(&database), Err(RegisterError::NotARegister { .. })));
    let made = Register::create::<RegisterError>(&place(&database), &key(), now(), "founder", |_| Ok(()));
    assert!(matches!(made, Err(RegisterError::Exists { .. })));

    let latin = Server::shared().same("/latin");
    ask(&database, "DROP DATABASE IF EXISTS latin").unwrap();
    ask(&database, "CREATE DATABASE latin ENCODING LATIN1 TEMPLATE template0").unwrap();
    let made = Register::create::<RegisterError>(&place(&latin), &key(), now(), "founder", |_| Ok(()));
    assert!(made.unwrap_err().to_string().contains("every script"));
}

#[test]
fn what_is_wrong_with_an_address_is_said_without_the_password() {
    let wrong = [
        "postgres://officer:s3cret@localhost:port/db",
        "postgres://officer:s3cret@localhost/db?sslmode=verify",
        "postgres://officer:s3cret@localhost/db?sslmode=verify-ca&sslrootcert=/no/such/file",
        "postgres://officer:s3cret@localhost/db?no_such_parameter=s3cret",
        "postgres://officer:s3cret@127.0.0.1:1/db",
        "postgres://officer:s3cret@%2Fno%2Fsuch%2Ffolder/db",
    ];
    for address in wrong {
        let error = Register::open(&place(address)).unwrap_err();
        let said = format!("{error} {error:?}");
        assert!(matches!(error, RegisterError::Store { doing: "opened", .. }), "{said}");
        assert!(!said.contains("s3cret"), "{said}");
    }
}

/// A store that does not wait long for a server that went away.
fn impatient(location: &Location, patience: Duration) -> PostgresStore {
    let mut store = PostgresStore::open(address(location)).unwrap();
    store.patience = patience;
    store
}
