//! Storage that speaks the S3 protocol, on a port of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

pub const KEY: &str = "AKIAEXAMPLE";
pub const SECRET: &str = "not/a+secret+of+anybody";
pub const BUCKET: &str = "treaty-papers";
const REGION: &str = "eu-west-1";

pub struct Storage {
    endpoint: String,
    process: Child,
}

impl Storage {
    /// Starts it. `./check` installs what it needs below the target folder.
    pub fn started() -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/command/storage");
        let python = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../s3-server/bin/python");
        let mut server = Command::new(&python);
        server.arg(here.join("server.py")).args([KEY, SECRET, REGION, BUCKET]);
        let mut process = server
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("./check installs what this needs");
        let mut endpoint = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut endpoint).unwrap();
        Self { endpoint: endpoint.trim().to_owned(), process }
    }

    /// The address of a prefix in a bucket of it.
    pub fn address(&self, bucket: &str) -> String {
        format!("s3://{bucket}/scans?endpoint={}&region={REGION}", self.endpoint)
    }
}

impl Drop for Storage {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
