//! Whether the connection to a PostgreSQL server is encrypted, and how it is known that it is the right server. The
//! words are those of `sslmode` and `sslrootcert` in the PostgreSQL manual, section 34.19 (libpq, SSL support).

use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{WebPkiServerVerifier, verify_server_cert_signed_by_trust_anchor};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};
use tokio_postgres::config::SslMode;
use tokio_postgres_rustls::MakeRustlsConnect;

/// What an address asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Never encrypted.
    Disable,
    /// Encrypted where the server can.
    Prefer,
    /// Encrypted, or no connection.
    Require,
    /// Encrypted, with a certificate by an authority that is trusted.
    VerifyAuthority,
    /// Encrypted, with such a certificate for the server's own name.
    VerifyName,
}

/// How a connection is to be encrypted.
pub(super) struct Encryption {
    pub(super) mode: SslMode,
    pub(super) connector: MakeRustlsConnect,
}

impl Encryption {
    /// What `sslmode` and `sslrootcert` of an address ask for.
    pub(super) fn asked(mode: Option<&str>, root: Option<&str>) -> Result<Self, String> {
        let asked = match mode {
            None | Some("prefer") => Asked::Prefer,
            Some("disable") => Asked::Disable,
            Some("require") if root.is_some() => Asked::VerifyAuthority,
            Some("require") => Asked::Require,
            Some("verify-ca") => Asked::VerifyAuthority,
            Some("verify-full") => Asked::VerifyName,
            Some(_) => {
                return Err("sslmode is one of disable, prefer, require, verify-ca and verify-full".to_owned());
            }
        };
        let provider = Arc::new(ring::default_provider());
        let verifier: Arc<dyn ServerCertVerifier> = match asked {
            Asked::Disable | Asked::Prefer | Asked::Require => {
                Arc::new(AnyName { provider: Arc::clone(&provider), trusted: None })
            }
            // Anybody can have a certificate from one of the system's authorities: only the name in it says something.
            Asked::VerifyAuthority if root.is_some_and(|root| root != "system") => {
                Arc::new(AnyName { provider: Arc::clone(&provider), trusted: Some(authorities(root)?) })
            }
            Asked::VerifyAuthority | Asked::VerifyName => {
                WebPkiServerVerifier::builder_with_provider(Arc::new(authorities(root)?), Arc::clone(&provider))
                    .build()
                    .map_err(|error| error.to_string())?
            }
        };
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .dangerous()
            .with_custom_certificate_verifier(verifier)
            .with_no_client_auth();
        let mode = match asked {
            Asked::Disable => SslMode::Disable,
            Asked::Prefer => SslMode::Prefer,
            Asked::Require | Asked::VerifyAuthority | Asked::VerifyName => SslMode::Require,
        };
        Ok(Self { mode, connector: MakeRustlsConnect::new(config) })
    }
}

/// The authorities whose certificates are trusted: those in a file, or the system's.
fn authorities(root: Option<&str>) -> Result<RootCertStore, String> {
    let mut store = RootCertStore::empty();
    match root.filter(|root| *root != "system") {
        None => {
            store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
        Some(file) => {
            let of_file = |error: String| format!("the certificates in {file}, named by sslrootcert: {error}");
            let certificates = CertificateDer::pem_file_iter(file).map_err(|error| of_file(error.to_string()))?;
            for certificate in certificates {
                let certificate = certificate.map_err(|error| of_file(error.to_string()))?;
                store.add(certificate).map_err(|error| of_file(error.to_string()))?;
            }
        }
    }
    if store.is_empty() {
        return Err(
            "no authority's certificate is at hand to check the server's with; name a file with sslrootcert".to_owned()
        );
    }
    Ok(store)
}

/// Takes the certificate of whatever server answers, or only one by a trusted authority. Whoever uses it trusts the network
/// to lead to the right server, as the manual says of `require` and `verify-ca`. That the server holds the certificate's key
/// is checked all the same.
#[derive(Debug)]
struct AnyName {
    provider: Arc<CryptoProvider>,
    trusted: Option<RootCertStore>,
}

impl ServerCertVerifier for AnyName {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if let Some(trusted) = &self.trusted {
            let certificate = ParsedCertificate::try_from(certificate)?;
            let algorithms = self.provider.signature_verification_algorithms.all;
            verify_server_cert_signed_by_trust_anchor(&certificate, trusted, intermediates, now, algorithms)?;
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
