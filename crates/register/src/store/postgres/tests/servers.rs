//! Servers of other kinds: encrypted, careless, following another.

use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::{append, found, key, now, place, state};
use crate::fault::RegisterError;
use crate::follower::Follower;
use crate::register::Register;
use crate::store::server::{Server, done};
use crate::verification::Expected;

#[test]
fn encryption_is_asked_for_and_checked_as_the_address_says() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let server = Server::start(&[]);
    let location = place(&server.database());
    drop(found(&location, &key()));
    let folder = server.folder();
    let by_network = |parameters: &str| {
        let name = location.to_string();
        let name = name.rsplit('/').next().unwrap();
        Register::open(&place(&format!("postgres://postgres@localhost:{port}/{name}?hostaddr=127.0.0.1&{parameters}")))
            .map(drop)
            .map_err(|error| error.to_string())
    };
    let network = format!("port={port}");
    server.stop();
    server.run(&["listen_addresses=127.0.0.1", &network]);
    by_network("sslmode=disable").unwrap();
    by_network("sslmode=prefer").unwrap();
    assert!(by_network("sslmode=require").unwrap_err().contains("TLS"));

    for (name, host) in [("right", "localhost"), ("other", "example.org")] {
        done(Command::new("openssl").stderr(Stdio::null()).args(["req", "-x509", "-nodes", "-newkey", "ec"]).args([
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-days",
            "2",
            "-subj",
            "/CN=test",
            "-addext",
            &format!("subjectAltName=DNS:{host}"),
            "-keyout",
            &format!("{}/{name}.key", folder.display()),
            "-out",
            &format!("{}/{name}.crt", folder.display()),
        ]));
        done(Command::new("chown").arg("--reference").arg(folder).arg(folder.join(format!("{name}.key"))));
    }
    let serve_with = |name: &str| {
        server.stop();
        server.run(&[
            "listen_addresses=127.0.0.1",
            &network,
            "ssl=on",
            &format!("ssl_cert_file={}/{name}.crt", folder.display()),
            &format!("ssl_key_file={}/{name}.key", folder.display()),
        ]);
    };
    let root = |name: &str| format!("sslrootcert={}/{name}.crt", folder.display().to_string().replace('/', "%2F"));
    serve_with("right");
    let (right, other) = (root("right"), root("other"));
    for accepted in ["sslmode=disable", "sslmode=prefer", "sslmode=require", ""] {
        by_network(accepted).unwrap();
    }
    for mode in ["require", "verify-ca", "verify-full"] {
        by_network(&format!("sslmode={mode}&{right}")).unwrap();
        let refused = by_network(&format!("sslmode={mode}&{other}")).unwrap_err();
        assert!(refused.contains("certificate"), "{refused}");
    }
    assert!(by_network("sslmode=verify-full").unwrap_err().contains("certificate"));
    assert!(by_network("sslmode=require&sslrootcert=system").unwrap_err().contains("certificate"));

    serve_with("other");
    by_network(&format!("sslmode=verify-ca&{other}")).unwrap();
    let refused = by_network(&format!("sslmode=verify-full&{other}")).unwrap_err();
    assert!(refused.contains("certificate not valid for name"), "{refused}");
}

#[test]
fn a_server_that_loses_what_it_says_it_has_recorded_is_not_written_to() {
    let server = Server::start(&["fsync=off"]);
    let (location, key) = (place(&server.database()), key());
    let made = Register::create::<RegisterError>(&location, &key, now(), "founder", |_| Ok(()));
    assert!(made.unwrap_err().to_string().contains("fsync"));
    server.stop();
    server.run(&[]);
    drop(found(&location, &key));
    server.stop();
    server.run(&["fsync=off"]);
    let mut register = Register::open(&location).unwrap();
    assert_eq!(register.entries().unwrap().len(), 1);
    assert!(register.write(&key).map(drop).unwrap_err().to_string().contains("fsync"));
}

#[test]
fn a_replica_is_read_and_followed_and_not_written_to() {
    let server = Server::start(&[]);
    let (database, key) = (server.database(), key());
    let mut register = found(&place(&database), &key);
    let replica = server.replica();
    let location = place(&replica.same(&database));

    let mut follower = Follower::of(&location).unwrap();
    assert_eq!(follower.next(0, Duration::from_mins(1)).unwrap(), Some(1));
    assert_eq!(follower.next(1, Duration::from_millis(50)).unwrap(), None);
    let (tells, told) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || tells.send(follower.next(1, Duration::from_mins(1)).unwrap()).unwrap());
        append(&mut register, &key, state("AAA")).unwrap();
        assert_eq!(told.recv().unwrap(), Some(2));
    });

    let mut read = Register::open(&location).unwrap();
    assert_eq!(read.entries().unwrap(), register.entries().unwrap());
    assert!(read.verify(&Expected::default()).unwrap().passed());
    let refused = read.write(&key).map(drop).unwrap_err().to_string();
    assert!(refused.contains("for reading only"), "{refused}");
    let refused = read.cosign(1, "x").unwrap_err().to_string();
    assert!(refused.contains("for reading only"), "{refused}");
}
