//! The server that an address names, and how to reach it.

use std::borrow::Cow;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use tokio::runtime::Builder;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::error::SqlState;
use tokio_postgres::{Config, Error};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::encryption::Encryption;
use super::said::{chain, of_postgres, store_fault};
use super::session::Session;
use crate::fault::RegisterError;
use crate::location::PostgresAddress;

/// How long a server may take to answer a new connection, unless the address says otherwise.
const CONNECTING: Duration = Duration::from_secs(10);

/// Where a server listens when the address does not say: the folder of its sockets on Debian.
const SOCKETS: &str = "/var/run/postgresql";

/// A server and a database in it.
pub(super) struct Server {
    config: Config,
    connector: MakeRustlsConnect,
    place: String,
}

impl Server {
    /// The server that an address names. The password may stand in the address or in `PGPASSWORD`.
    pub(super) fn of(address: &PostgresAddress) -> Result<Self, RegisterError> {
        let place = address.to_string();
        let unreadable = |because: &str| store_fault(&place, "opened", format!("its address can't be read: {because}"));
        let parts = Parts::of(address.whole());
        let encryption =
            Encryption::asked(parts.mode.as_deref(), parts.root.as_deref()).map_err(|because| unreadable(&because))?;
        let mut config: Config = parts.rest.parse().map_err(|error: Error| {
            // What the client says of an address names its parts, never what stands in them.
            unreadable(&std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string))
        })?;
        complete(&mut config);
        let by_socket = config.get_hosts().iter().all(|host| !matches!(host, Host::Tcp(_)));
        config.ssl_mode(if by_socket { SslMode::Disable } else { encryption.mode });
        Ok(Self { config, connector: encryption.connector, place })
    }

    /// How the register is named to people.
    pub(super) fn place(&self) -> &str {
        &self.place
    }

    /// Connects.
    pub(super) fn connect(&self, doing: &'static str) -> Result<Session, RegisterError> {
        self.reach().map_err(|trouble| self.fault(doing, &trouble))
    }

    /// Connects to a database that a register should be in.
    pub(super) fn find(&self) -> Result<Session, RegisterError> {
        self.reach().map_err(|trouble| match &trouble {
            Trouble::Server(error) if error.code() == Some(&SqlState::INVALID_CATALOG_NAME) => {
                RegisterError::Missing { place: self.place.clone() }
            }
            trouble => self.fault("opened", trouble),
        })
    }

    fn reach(&self) -> Result<Session, Trouble> {
        let runtime = Builder::new_current_thread().enable_all().build().map_err(Trouble::Here)?;
        Session::connect(runtime, &self.config, &self.connector).map_err(Trouble::Server)
    }

    fn fault(&self, doing: &'static str, trouble: &Trouble) -> RegisterError {
        match trouble {
            Trouble::Here(error) => store_fault(&self.place, doing, error.to_string()),
            Trouble::Server(error) if error.as_db_error().is_some() => of_postgres(&self.place, doing, error),
            Trouble::Server(error) => {
                store_fault(&self.place, doing, format!("there is no connection to the server ({})", chain(error)))
            }
        }
    }
}

/// Why there is no connection.
enum Trouble {
    /// This machine has no means to wait for one.
    Here(std::io::Error),
    Server(Error),
}

/// Fills in what an address leaves out.
fn complete(config: &mut Config) {
    if config.get_password().is_none()
        && let Some(password) = std::env::var_os("PGPASSWORD").filter(|password| !password.is_empty())
    {
        config.password(password.as_encoded_bytes());
    }
    if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
        config.host(if std::path::Path::new(SOCKETS).is_dir() { SOCKETS } else { "localhost" });
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECTING);
    }
    if config.get_application_name().is_none() {
        config.application_name("depositary");
    }
}

/// An address, and what of it is about encryption, which this program reads by itself.
#[derive(Debug, PartialEq, Eq)]
struct Parts<'a> {
    rest: String,
    mode: Option<Cow<'a, str>>,
    root: Option<Cow<'a, str>>,
}

impl<'a> Parts<'a> {
    fn of(address: &'a str) -> Self {
        // A question mark before the @ stands in a password.
        let from = address.find('@').unwrap_or_default();
        let Some(mark) = address[from..].find('?').map(|at| from + at) else {
            return Self { rest: address.to_owned(), mode: None, root: None };
        };
        let mut parts = Self { rest: String::new(), mode: None, root: None };
        let mut others = Vec::new();
        for parameter in address[mark + 1..].split('&').filter(|parameter| !parameter.is_empty()) {
            match parameter.split_once('=') {
                Some(("sslmode", value)) => parts.mode = Some(percent_decode_str(value).decode_utf8_lossy()),
                Some(("sslrootcert", value)) => parts.root = Some(percent_decode_str(value).decode_utf8_lossy()),
                _ => others.push(parameter),
            }
        }
        parts.rest = format!("{}?{}", &address[..mark], others.join("&"));
        parts
    }
}
