//! Servers of other kinds: encrypted, careless, following another.

use std::fs;
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

/// A server with certificates of several kinds.
struct Encrypted {
    server: Server,
    database: String,
    port: u16,
}

impl Encrypted {
    fn new() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server = Server::start(&[]);
        let database = server.database();
        drop(found(&place(&database), &key()));
        let encrypted = Self { server, database, port };
        fs::write(encrypted.file("conf"), "[req]\ndistinguished_name = name\n[name]\n").unwrap();
        encrypted.make("authority", "CA:TRUE", "authority", None);
        encrypted.make("stranger", "CA:TRUE", "stranger", None);
        encrypted.make("right", "CA:FALSE", "localhost", Some("authority"));
        encrypted.make("other", "CA:FALSE", "example.org", Some("authority"));
        encrypted.make("alone", "CA:TRUE", "localhost", None);
        encrypted
    }

    fn file(&self, name: &str) -> String {
        self.server.folder().join(name).display().to_string()
    }

    /// Makes a certificate, and its key.
    fn make(&self, name: &str, constraints: &str, host: &str, by: Option<&str>) {
        let (key, certificate) = (self.file(&format!("{name}.key")), self.file(&format!("{name}.crt")));
        let mut make = Command::new("openssl");
        make.args(["req", "-x509", "-nodes", "-days", "2", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);
        make.args([
            "-config",
            &self.file("conf"),
            "-subj",
            &format!("/CN={name}"),
            "-keyout",
            &key,
            "-out",
            &certificate,
        ]);
        make.args(["-addext", &format!("basicConstraints=critical,{constraints}")]);
        make.args(["-addext", &format!("subjectAltName=DNS:{host}")]).stderr(Stdio::null());
        if let Some(by) = by {
            make.args(["-CA", &self.file(&format!("{by}.crt")), "-CAkey", &self.file(&format!("{by}.key"))]);
        }
        done(&mut make);
        done(Command::new("chown").arg("--reference").arg(self.server.folder()).arg(&key));
    }

    /// Starts the server again, so that it shows that certificate, or can't encrypt.
    fn shows(&self, name: Option<&str>) {
        self.server.stop();
        let port = format!("port={}", self.port);
        let certificate = format!("ssl_cert_file={}", self.file(&format!("{}.crt", name.unwrap_or_default())));
        let key = format!("ssl_key_file={}", self.file(&format!("{}.key", name.unwrap_or_default())));
        let settings = ["listen_addresses=127.0.0.1", &port, "ssl=on", &certificate, &key];
        self.server.run(if name.is_some() { &settings } else { &settings[..2] });
    }

    /// Opens the register by the network.
    fn opened(&self, mode: &str, root: &str) -> Result<(), String> {
        let name = self.database.rsplit('/').next().unwrap();
        let mut address =
            format!("postgres://postgres@localhost:{}/{name}?hostaddr=127.0.0.1&sslmode={mode}", self.port);
        if !root.is_empty() {
            let root = if root == "system" { root.to_owned() } else { self.file(&format!("{root}.crt")) };
            address.push_str(&format!("&sslrootcert={}", root.replace('/', "%2F")));
        }
        Register::open(&place(&address)).map(drop).map_err(|error| error.to_string())
    }
}

#[test]
fn encryption_is_asked_for_and_checked_as_the_address_says() {
    let server = Encrypted::new();
    let (yes, no_encryption) = (None, Some("does not support TLS"));
    let (unknown, for_another, for_authorities) =
        (Some("UnknownIssuer"), Some("not valid for name"), Some("CaUsedAsEnd"));
    let cases = [
        (None, "disable", "", yes),
        (None, "prefer", "", yes),
        (None, "require", "", no_encryption),
        (None, "verify-full", "authority", no_encryption),
        (Some("right"), "disable", "", yes),
        (Some("right"), "prefer", "", yes),
        (Some("right"), "require", "", yes),
        (Some("right"), "require", "authority", yes),
        (Some("right"), "verify-ca", "authority", yes),
        (Some("right"), "verify-full", "authority", yes),
        (Some("right"), "require", "stranger", unknown),
        (Some("right"), "verify-ca", "stranger", unknown),
        (Some("right"), "verify-full", "stranger", unknown),
        (Some("right"), "verify-full", "", unknown),
        (Some("right"), "require", "system", unknown),
        (Some("other"), "require", "authority", yes),
        (Some("other"), "verify-ca", "authority", yes),
        (Some("other"), "verify-full", "authority", for_another),
        (Some("alone"), "verify-full", "alone", yes),
        (Some("alone"), "verify-full", "authority", for_authorities),
    ];
    let mut shown = Some("nothing yet");
    for (shows, mode, root, because) in cases {
        if shows != shown {
            server.shows(shows);
            shown = shows;
        }
        match (server.opened(mode, root), because) {
            (Ok(()), None) => {}
            (Err(error), Some(because)) if error.contains(because) => {}
            (found, _) => panic!("{shows:?}, {mode}, {root}: {found:?}"),
        }
    }
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
