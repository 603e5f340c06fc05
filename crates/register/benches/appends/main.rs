//! Recording in both places that keep registers, beside `pgbench` with a bare insert of one row on the same server, and
//! an import beside a bare COPY of the same rows. The figures are ratios of one run on one machine:
//! `cargo bench -p register --bench appends`; `-- 100000` imports fewer than a million.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first thing that is wrong")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

#[path = "../../tests/server/mod.rs"]
#[expect(dead_code, reason = "tests do more with a server than a benchmark does")]
mod server;

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use law::act::{Act, Action, DayOfAct, Standing};
use law::calendar::{DateOfAct, DateOfKnowledge};
use law::entry::{Content, Draft};
use law::record::KnownAt;
use register::log::SigningKey;
use register::{Accompanied, Expected, Location, Recorder, Register, RegisterError};

use server::{Server, ask, postgres};

/// How long each way of recording is measured.
const LONG: Duration = Duration::from_secs(5);

fn main() {
    let entries = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(1_000_000_u32);
    let server = Server::start(&["max_wal_size=4GB"]);
    let folder = tempfile::tempdir().unwrap();
    appends(&server, &Location::file(folder.path().join("register.db")));
    imports(&server, entries);
}

fn appends(server: &Server, file: &Location) {
    println!("Appends a second, each durable before the next");
    let database = server.database();
    let bare: Vec<f64> = [1, 8].map(|clients| pgbench(server, &database, clients)).to_vec();
    report("bare insert, pgbench, 1 client", bare[0], bare[0]);
    report("bare insert, pgbench, 8 clients", bare[1], bare[1]);
    let location: Location = server.database().parse().unwrap();
    for (place, location) in [("PostgreSQL", &location), ("SQLite", file)] {
        let key = SigningKey::generate("bench").unwrap();
        drop(Register::create::<RegisterError>(location, &key, now(), "bench", |_| Ok(())).unwrap());
        report(&format!("{place}, 1 writer"), writers(location, &key, 1), bare[0]);
        report(&format!("{place}, 8 writers"), writers(location, &key, 8), bare[1]);
        for threads in [8, 64] {
            let recorder = Recorder::start(Register::open(location).unwrap(), key.clone(), now).unwrap();
            let record = |number| {
                recorder.record(act(number), Accompanied::default(), "bench").unwrap();
            };
            let each = || record;
            report(&format!("{place}, {threads} threads, one recorder"), counted(threads, each), bare[1]);
        }
        assert!(Register::open(location).unwrap().verify(&Expected::default()).unwrap().passed());
    }
}

fn writers(location: &Location, key: &SigningKey, threads: u32) -> f64 {
    counted(threads, || {
        let mut register = Register::open(location).unwrap();
        move |number| {
            let mut writing = register.write(key).unwrap();
            writing.add(act(number), "bench", now()).unwrap();
            writing.commit().unwrap();
        }
    })
}

/// How often a second so many threads do something.
fn counted<F: FnMut(u32) + Send>(threads: u32, mut each: impl FnMut() -> F) -> f64 {
    let start = Instant::now();
    let counts: u32 = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads)
            .map(|_| {
                let mut act = each();
                scope.spawn(move || (0..).take_while(|_| start.elapsed() < LONG).inspect(|number| act(*number)).count())
            })
            .collect();
        threads.into_iter().map(|thread| u32::try_from(thread.join().unwrap()).unwrap()).sum()
    });
    f64::from(counts) / start.elapsed().as_secs_f64()
}

/// How many rows a second pgbench inserts, each by itself.
fn pgbench(server: &Server, database: &str, clients: u32) -> f64 {
    let table =
        "CREATE TABLE IF NOT EXISTS bare (number bigserial PRIMARY KEY, body text NOT NULL, hash bytea NOT NULL)";
    ask(database, table).unwrap();
    let script = server.folder().join("script.sql");
    let insert = format!("INSERT INTO bare (body, hash) VALUES ('{}', '\\x{}');", body(7), "00".repeat(32));
    fs::write(&script, insert).unwrap();
    let clients = clients.to_string();
    let output = postgres("pgbench")
        .args(["--no-vacuum", "--protocol=prepared", "--client", &clients, "--jobs", "2", "--time"])
        .arg(LONG.as_secs().to_string())
        .arg("--file")
        .arg(&script)
        .arg(database)
        .stderr(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let line = text.lines().find(|line| line.starts_with("tps = ")).unwrap();
    line.split_whitespace().nth(2).unwrap().parse().unwrap()
}

fn imports(server: &Server, entries: u32) {
    println!("{entries} entries at once");
    let database = server.database();
    ask(&database, "CREATE TABLE bare (number bigint PRIMARY KEY, body text NOT NULL, hash bytea NOT NULL)").unwrap();
    let file = server.folder().join("rows.tsv");
    let row = |number| format!("{}\t{}\t\\\\x{}\n", number + 1, body(number).replace('\\', "\\\\"), "00".repeat(32));
    fs::write(&file, (0..entries).map(row).collect::<String>()).unwrap();
    let copied = timed(|| {
        let mut copy = Command::new("psql");
        copy.arg(&database).args(["--quiet", "--command", &format!("\\copy bare FROM '{}'", file.display())]);
        server::done(&mut copy);
    });
    seconds("bare COPY of the same rows, psql", copied, copied);

    let location: Location = server.database().parse().unwrap();
    let key = SigningKey::generate("bench").unwrap();
    let imported = timed(|| {
        Register::create::<RegisterError>(&location, &key, now(), "bench", |writing| {
            (0..entries).try_for_each(|number| writing.add(act(number), "bench", now()).map(drop))
        })
        .unwrap();
    });
    seconds("recorded, logged and signed", imported, copied);
    let mut register = Register::open(&location).unwrap();
    let read = timed(|| drop(register.record(KnownAt::Everything).unwrap()));
    seconds("read, checked against the log", read, copied);
    let verified = timed(|| assert!(register.verify(&Expected::default()).unwrap().passed()));
    seconds("verified", verified, copied);
    drop(register);
    let more = writers(&location, &key, 1);
    println!("{more:>10.0} appends a second after that");
}

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn report(what: &str, found: f64, beside: f64) {
    println!("{found:>10.0}  {:>5.2}  {what}", found / beside);
}

fn seconds(what: &str, found: Duration, beside: Duration) {
    println!("{:>9.2}s  {:>5.2}  {what}", found.as_secs_f64(), found.as_secs_f64() / beside.as_secs_f64());
}

fn now() -> DateOfKnowledge {
    DateOfKnowledge::new("2026-01-01T00:00:00Z".parse().unwrap())
}

/// An act, as imports have them by the thousand.
fn act(number: u32) -> Draft {
    let letters = [number / 26 / 26 % 26, number / 26 % 26, number % 26];
    let code: String = letters.map(|letter| char::from(b'A' + u8::try_from(letter).unwrap())).iter().collect();
    let day = jiff::civil::date(1950 + i16::try_from(number % 70).unwrap(), 1 + i8::try_from(number % 12).unwrap(), 3);
    Draft {
        standing: Standing::Published,
        sources: vec!["United Nations Treaty Collection, status table".to_owned()],
        content: Content::Act(Act {
            action: Action::Accession,
            date: DayOfAct::On(DateOfAct::new(day)),
            effective: None,
            note: None,
            party: code.parse().unwrap(),
            received: None,
            treaty: format!("X-{}", number % 1_000 + 1).parse().unwrap(),
        }),
    }
}

/// An entry of the size that such an act has.
fn body(number: u32) -> String {
    register::canonical_form(&act(number).entered(u64::from(number) + 2, now(), "bench")).unwrap()
}
