//! Something between a register and its server that loses what they say to each other.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use super::place;
use crate::location::Location;

/// What becomes of what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It is passed on.
    Through,
    /// A commit is not passed on, and the connection ends.
    LosesTheCommit,
    /// The answer to a commit is not passed on, and the connection ends.
    LosesTheAnswer,
    /// The same, and nobody gets through any more.
    LosesTheAnswerForGood,
    /// The connection ends, and the commit reaches the server only when somebody else waits for their turn.
    DelaysTheCommit,
    /// Nobody gets through.
    Closed,
}

/// A way to a server.
pub(super) struct Proxy {
    folder: tempfile::TempDir,
    state: Arc<State>,
}

struct State {
    server: PathBuf,
    way: Mutex<Way>,
    changed: Condvar,
}

impl Proxy {
    /// A way to the server with its socket in that folder.
    pub(super) fn to(server: &std::path::Path) -> Self {
        let folder = tempfile::Builder::new().prefix("pg").tempdir_in("/tmp").unwrap();
        let listener = UnixListener::bind(folder.path().join(".s.PGSQL.5432")).unwrap();
        let server = server.join(".s.PGSQL.5432");
        let state = Arc::new(State { server, way: Mutex::new(Way::Through), changed: Condvar::new() });
        let kept = Arc::clone(&state);
        thread::spawn(move || listener.incoming().map_while(Result::ok).for_each(|client| connect(&kept, client)));
        Self { folder, state }
    }

    /// A database by this way.
    pub(super) fn location(&self, database: &str) -> Location {
        let folder = self.folder.path().display().to_string().replace('/', "%2F");
        place(&format!("postgres://postgres@{folder}/{}", database.rsplit('/').next().unwrap()))
    }

    pub(super) fn becomes(&self, way: Way) {
        self.state.set(way);
    }
}

impl State {
    fn way(&self) -> Way {
        *self.way.lock().unwrap()
    }

    fn set(&self, way: Way) {
        *self.way.lock().unwrap() = way;
        self.changed.notify_all();
    }
}

fn connect(state: &Arc<State>, client: UnixStream) {
    if state.way() == Way::Closed {
        return;
    }
    let server = UnixStream::connect(&state.server).unwrap();
    let (from_client, to_server) = (client.try_clone().unwrap(), server.try_clone().unwrap());
    let kept = Arc::clone(state);
    thread::spawn(move || ask(&kept, from_client, to_server));
    let kept = Arc::clone(state);
    thread::spawn(move || answer(&kept, server, client));
}

/// What the register says to the server.
fn ask(state: &State, mut client: UnixStream, mut server: UnixStream) {
    let mut said = vec![0; 65_536];
    while let Ok(length) = client.read(&mut said)
        && length > 0
    {
        let said = &said[..length];
        let commits = has(said, b"COMMIT\0");
        match state.way() {
            Way::LosesTheCommit if commits => {
                state.set(Way::Through);
                end(&client);
                break;
            }
            Way::DelaysTheCommit if commits => {
                end(&client);
                let way = state.way.lock().unwrap();
                drop(state.changed.wait_while(way, |way| *way == Way::DelaysTheCommit).unwrap());
            }
            Way::DelaysTheCommit if has(said, b"SET LOCAL lock_timeout") => {
                server.write_all(said).unwrap();
                state.set(Way::Through);
                continue;
            }
            _ => {}
        }
        if server.write_all(said).is_err() {
            break;
        }
    }
    // The server may still have something to do, and does it only while it can answer.
    drop(server.shutdown(Shutdown::Write));
}

/// What the server says to the register.
fn answer(state: &State, mut server: UnixStream, mut client: UnixStream) {
    let mut said = vec![0; 65_536];
    while let Ok(length) = server.read(&mut said)
        && length > 0
    {
        let said = &said[..length];
        let committed = has(said, b"COMMIT\0");
        match state.way() {
            Way::LosesTheAnswer if committed => {
                state.set(Way::Through);
                break;
            }
            Way::LosesTheAnswerForGood if committed => {
                state.set(Way::Closed);
                break;
            }
            _ => {}
        }
        // Nobody may be there to hear it.
        drop(client.write_all(said));
    }
    end(&client);
}

fn has(said: &[u8], what: &[u8]) -> bool {
    said.windows(what.len()).any(|found| found == what)
}

fn end(stream: &UnixStream) {
    // It may have ended already.
    drop(stream.shutdown(Shutdown::Both));
}
