//! How this program asks others over HTTP: briefly, and with certificates that the system trusts.

use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::ring;
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// How long an answer may take to begin.
const PATIENCE: Duration = Duration::from_secs(30);

/// A client for the server with that address. It follows nobody elsewhere, and leaves it to the caller what a status
/// means.
pub(crate) fn client_for(address: &str) -> Agent {
    let mut config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(concat!("depositary/", env!("CARGO_PKG_VERSION")))
        .timeout_connect(Some(PATIENCE))
        .timeout_recv_response(Some(PATIENCE))
        .timeout_per_read(Some(PATIENCE))
        .timeout_per_write(Some(PATIENCE));
    if address.starts_with("https:") {
        let trusted = rustls_native_certs::load_native_certs().certs;
        let trusted = trusted.iter().map(|certificate| Certificate::from_der(certificate).to_owned());
        let tls = TlsConfig::builder()
            .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()))
            .root_certs(RootCerts::from(trusted));
        config = config.tls_config(tls.build());
    }
    config.build().new_agent()
}

/// What went wrong, without the address: an address may hold a signature.
pub(crate) fn without_address(error: ureq::Error) -> String {
    match error {
        ureq::Error::BadUri(_) => "it is no address of a web server".to_owned(),
        ureq::Error::HostNotFound => "there is no server of that name".to_owned(),
        other => other.to_string(),
    }
}
