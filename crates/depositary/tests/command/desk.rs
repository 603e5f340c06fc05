//! A folder with a register, and the command run in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub struct Desk {
    folder: tempfile::TempDir,
}

/// What a run of the command said.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// What a command says.
    pub fn by(mut command: Command) -> Self {
        let Output { status, stdout, stderr } = command.output().unwrap();
        Self {
            code: status.code().expect("the command must not be killed by a signal"),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        }
    }
}

impl Desk {
    /// An empty folder.
    pub fn bare() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A folder with a register of the packaged facts.
    pub fn packaged() -> Self {
        let desk = Self::bare();
        desk.done(&["init"]);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.path(name), text).unwrap();
        self
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_depositary"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        command
            .env_remove("DEPOSITARY_REGISTER")
            .env_remove("DEPOSITARY_RECORDER")
            .env_remove("DEPOSITARY_ATTACHMENTS");
        command
    }

    /// The command, started by another program that is told which one to start and how.
    pub fn command_by(&self, program: &str, first: &[&str], arguments: &[&str]) -> Command {
        let itself = self.command(arguments);
        let mut command = Command::new(program);
        command.args(first).arg(itself.get_program()).args(itself.get_args());
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        for (name, value) in itself.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        Said::by(self.command(arguments))
    }

    /// Runs what must be done.
    pub fn done(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
        said.out
    }

    /// Runs what must be refused as bad input, and returns the complaint.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, 2, "{arguments:?} was not refused: {}", said.out);
        said.err
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let arguments: Vec<&str> = arguments.iter().copied().chain(["--format", "json"]).collect();
        serde_json::from_str(&self.done(&arguments)).unwrap()
    }

    /// The codes of some seventy States: those that have to do with IV-13.
    pub fn states(&self) -> Vec<String> {
        let parties = self.done(&["status", "IV-13", "--as-at", "2024-01-01", "--format", "csv"]);
        parties.lines().skip(1).filter_map(|line| line.split(',').next()).map(str::to_owned).collect()
    }

    /// Puts the register back as it was, from a copy of its file.
    pub fn put_back(&self, copy: &str) {
        for suffix in ["-wal", "-shm"] {
            drop(std::fs::remove_file(self.path(&format!("depositary.db{suffix}"))));
        }
        std::fs::copy(self.path(copy), self.path("depositary.db")).unwrap();
    }

    /// How many entries the register holds, all of them verified.
    pub fn entries(&self) -> u64 {
        let verified = self.json(&["verify"]);
        assert_eq!(verified["verified"], true, "{verified}");
        verified["entries"].as_u64().unwrap()
    }
}

pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name)
}
