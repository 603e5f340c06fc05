//! Whether the connection to a PostgreSQL server is encrypted, and how it is known that it is the right server. The
//! words are those of `sslmode` and `sslrootcert` in the PostgreSQL manual, section 34.19 (libpq, SSL support).

use std::fmt::Display;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{verify_server_cert_signed_by_trust_anchor, verify_server_name};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};
use tokio_postgres::config::SslMode;
use tokio_postgres_rustls::MakeRustlsConnect;

/// What is checked of the certificate that a server shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Checked {
    /// Nothing: the network is trusted to lead to the right server.
    Nothing,
    /// That an authority that is trusted gave it.
    Authority,
    /// That, and that it is for the server's own name.
    Name,
}

/// How a connection is to be encrypted.
pub(super) struct Encryption {
    pub(super) mode: SslMode,
    pub(super) connector: MakeRustlsConnect,
}

impl Encryption {
    /// What `sslmode` and `sslrootcert` of an address ask for.
    pub(super) fn asked(mode: Option<&str>, root: Option<&str>) -> Result<Self, String> {
        let file = root.filter(|root| *root != "system");
        let (mode, checked) = match mode {
            None | Some("prefer") => (SslMode::Prefer, Checked::Nothing),
            Some("disable") => (SslMode::Disable, Checked::Nothing),
            Some("require") if root.is_none() => (SslMode::Require, Checked::Nothing),
            Some("require" | "verify-ca") if file.is_some() => (SslMode::Require, Checked::Authority),
            // Anybody can have a certificate of one of the system's authorities: only the name in it says something.
            Some("require" | "verify-ca" | "verify-full") => (SslMode::Require, Checked::Name),
            Some(_) => {
                return Err("sslmode is one of disable, prefer, require, verify-ca and verify-full".to_owned());
            }
        };
        let provider = Arc::new(ring::default_provider());
        let authorities = if checked == Checked::Nothing { Authorities::none() } else { Authorities::of(file)? };
        let verifier = Verifier { provider: Arc::clone(&provider), authorities, checked };
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        Ok(Self { mode, connector: MakeRustlsConnect::new(config) })
    }
}

/// Whose certificates are trusted.
#[derive(Debug)]
struct Authorities {
    store: RootCertStore,
    /// The certificates in the file that the address names.
    named: Vec<CertificateDer<'static>>,
}

impl Authorities {
    fn none() -> Self {
        Self { store: RootCertStore::empty(), named: Vec::new() }
    }

    /// Those in a file, or the system's.
    fn of(file: Option<&str>) -> Result<Self, String> {
        let mut authorities = Self::none();
        match file {
            None => drop(authorities.store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs)),
            Some(file) => {
                let fault = |error: &dyn Display| format!("the certificates in {file}, named by sslrootcert: {error}");
                for certificate in CertificateDer::pem_file_iter(file).map_err(|error| fault(&error))? {
                    let certificate = certificate.map_err(|error| fault(&error))?;
                    authorities.store.add(certificate.clone()).map_err(|error| fault(&error))?;
                    authorities.named.push(certificate);
                }
            }
        }
        if authorities.store.is_empty() {
            let what = "no authority's certificate is at hand to check the server's with; name a file with sslrootcert";
            return Err(what.to_owned());
        }
        Ok(authorities)
    }
}

/// Checks what is asked for of the certificate that a server shows. That the server holds the certificate's key is always
/// checked.
#[derive(Debug)]
struct Verifier {
    provider: Arc<CryptoProvider>,
    authorities: Authorities,
    checked: Checked,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        _: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let Authorities { store, named } = &self.authorities;
        let parsed = ParsedCertificate::try_from(certificate)?;
        // A certificate that vouches for itself, as the PostgreSQL manual makes one, is trusted where it is named.
        if self.checked != Checked::Nothing && !named.contains(certificate) {
            let algorithms = self.provider.signature_verification_algorithms.all;
            verify_server_cert_signed_by_trust_anchor(&parsed, store, intermediates, now, algorithms)?;
        }
        if self.checked == Checked::Name {
            verify_server_name(&parsed, name)?;
        }
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
