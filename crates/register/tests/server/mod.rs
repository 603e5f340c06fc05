//! A PostgreSQL server for tests and benchmarks: its own, in a folder of its own, on a socket of its own. It stops and is
//! removed when whoever started it ends, however that comes about.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio_postgres::NoTls;

/// A server.
pub(crate) struct Server {
    folder: PathBuf,
    /// Stops the server when this process ends: its standard input ends then.
    _keeper: Child,
}

impl Server {
    /// The one server of this process.
    pub(crate) fn shared() -> &'static Self {
        static SHARED: OnceLock<Server> = OnceLock::new();
        SHARED.get_or_init(|| Self::start(&[]))
    }

    /// Starts a server of its own, with settings as `postgres -c` takes them.
    pub(crate) fn start(settings: &[&str]) -> Self {
        let folder = folder();
        let data = folder.join("data");
        // The database's files must be durable as on any server; that the empty ones are need not be waited for.
        done(
            postgres("initdb")
                .args(["--username=postgres", "--auth=trust", "--encoding=UTF8"])
                .args(["--no-locale", "--no-sync", "--pgdata"])
                .arg(&data),
        );
        Self::around(folder, settings)
    }

    /// Starts a server that follows this one.
    pub(crate) fn replica(&self) -> Self {
        let folder = folder();
        let host = &self.folder;
        done(
            postgres("pg_basebackup")
                .args(["--username=postgres", "--write-recovery-conf", "--checkpoint=fast", "--no-sync", "--host"])
                .arg(host)
                .arg("--pgdata")
                .arg(folder.join("data")),
        );
        Self::around(folder, &[])
    }

    fn around(folder: PathBuf, settings: &[&str]) -> Self {
        let server = Self { _keeper: keeper(&folder), folder };
        server.run(settings);
        server
    }

    /// Starts it again, after it was stopped or killed.
    pub(crate) fn run(&self, settings: &[&str]) {
        let settings: String = settings.iter().map(|setting| format!(" -c {setting}")).collect();
        let folder = self.folder.display();
        let options = format!("-k {folder} -c listen_addresses= -c max_connections=40{settings}");
        let log = self.folder.join("log");
        let mut start = postgres("pg_ctl");
        start.args(["start", "--wait", "--silent", "--options", &options, "--log"]).arg(&log);
        let started = start.arg("--pgdata").arg(self.folder.join("data")).stdin(Stdio::null()).status().unwrap();
        assert!(started.success(), "{}", std::fs::read_to_string(log).unwrap_or_default());
    }

    /// Kills every process of it at once, as a loss of power would end them.
    pub(crate) fn kill(&self) {
        let lock = self.folder.join("data").join("postmaster.pid");
        let parent = std::fs::read_to_string(&lock).unwrap().lines().next().unwrap().to_owned();
        let children = std::fs::read_to_string(format!("/proc/{parent}/task/{parent}/children")).unwrap();
        let all: Vec<&str> = std::iter::once(&*parent).chain(children.split_whitespace()).collect();
        // A child may have ended by itself meanwhile, and then there is nothing to kill.
        Command::new("kill").arg("-KILL").args(&all).stderr(Stdio::null()).status().unwrap();
        while all.iter().any(|process| runs(process)) {
            std::thread::yield_now();
        }
        // After a loss of power there is no process of the number in these, which here there may be for a moment.
        std::fs::remove_file(lock).unwrap();
        std::fs::remove_file(self.folder.join(".s.PGSQL.5432.lock")).unwrap();
    }

    /// Stops it as an operator in a hurry would.
    pub(crate) fn stop(&self) {
        done(&mut stopping(&self.folder));
    }

    /// The folder that it has its sockets in.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The address of a new, empty database.
    pub(crate) fn database(&self) -> String {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("register_{}_{number}", std::process::id());
        ask(&self.same("/postgres"), &format!("CREATE DATABASE {name}")).unwrap();
        self.same(&name)
    }

    /// The address of the database that has the same name as another on another server.
    pub(crate) fn same(&self, other: &str) -> String {
        let folder = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://postgres@{folder}/{}", other.rsplit('/').next().unwrap())
    }
}

/// Asks the server something, as any other program could, and returns the first value that it answers with.
pub(crate) fn ask(address: &str, statements: &str) -> Result<Option<String>, tokio_postgres::Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(address, NoTls).await?;
        tokio::spawn(connection);
        let answers = client.simple_query(statements).await?;
        Ok(answers.into_iter().find_map(|answer| match answer {
            tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
            _ => None,
        }))
    })
}

/// A program of the server. Root may not run it; Debian has a user for it.
pub(crate) fn postgres(program: &str) -> Command {
    let folders = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<_> = folders.map(|folder| folder.path().join("bin").join(program)).collect();
    found.retain(|path| path.exists());
    found.sort();
    let program = found.pop().unwrap_or_else(|| program.into());
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(program).current_dir("/");
    command
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

/// Whether there is such a process, and it is more than a name that nobody has asked after yet.
fn runs(process: &str) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, state)| !state.starts_with('Z'))
}

/// An empty folder that the server may write to. Its name is short: a socket's may not be long.
fn folder() -> PathBuf {
    let folder = tempfile::Builder::new().prefix("pg").tempdir_in("/tmp").unwrap().keep();
    if is_root() {
        done(Command::new("chown").arg("postgres:postgres").arg(&folder));
    }
    folder
}

fn keeper(folder: &Path) -> Child {
    let stop = stopping(folder);
    let (program, arguments) = (stop.get_program(), stop.get_args());
    Command::new("sh")
        .args(["-c", "read -r _; folder=$1; shift; \"$@\"; rm -rf \"$folder\"", "keeper"])
        .arg(folder)
        .arg(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .current_dir("/")
        .spawn()
        .unwrap()
}

fn stopping(folder: &Path) -> Command {
    let mut command = postgres("pg_ctl");
    command.args(["stop", "--silent", "--mode=immediate", "--pgdata"]).arg(folder.join("data"));
    command
}

/// Runs a command to its end.
pub(crate) fn done(command: &mut Command) {
    let ran = command.stdin(Stdio::null()).stdout(Stdio::null()).status();
    assert!(ran.as_ref().is_ok_and(std::process::ExitStatus::success), "{command:?}: {ran:?}");
}
