//! Attachments in storage that speaks the S3 protocol, of whatever maker.

use std::io::Read;
use std::time::Duration;

use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};
use ureq::http::Response;
use ureq::{Agent, Body};

use super::AttachmentError;
use super::place::BucketAddress;
use crate::web_client::{client_for, without_address};

/// How long a signed request may be used: long enough for a large file on a slow line.
const VALID: Duration = Duration::from_mins(15);
/// How much is read of what storage says against a request, in bytes.
const LONGEST_COMPLAINT: u64 = 64 * 1024;

/// A bucket, and the credentials for it.
pub(super) struct Storage {
    bucket: Bucket,
    credentials: Credentials,
    prefix: String,
    client: Agent,
}

impl std::fmt::Debug for Storage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Storage").field("bucket", &self.bucket.name()).finish_non_exhaustive()
    }
}

impl Storage {
    /// The storage at an address, with the credentials of the environment.
    pub(super) fn at(address: &BucketAddress) -> Result<Self, AttachmentError> {
        let read = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        let (Some(id), Some(secret)) = (read("AWS_ACCESS_KEY_ID"), read("AWS_SECRET_ACCESS_KEY")) else {
            return Err(AttachmentError::Credentials { place: address.to_string() });
        };
        Self::with(address, Credentials::new(id, secret))
    }

    fn with(address: &BucketAddress, credentials: Credentials) -> Result<Self, AttachmentError> {
        let place = |because: String| AttachmentError::Place { because };
        // A maker's own names for buckets are names of hosts; servers of one's own seldom have such names.
        let (endpoint, style) = match address.endpoint() {
            Some(endpoint) => (endpoint.to_owned(), UrlStyle::Path),
            None => (format!("https://s3.{}.amazonaws.com", address.region()), UrlStyle::VirtualHost),
        };
        let client = client_for(&endpoint);
        let endpoint = endpoint.parse().map_err(|_| place("its endpoint is no address of a web server".to_owned()))?;
        let bucket = Bucket::new(endpoint, style, address.bucket().to_owned(), address.region().to_owned())
            .map_err(|error| place(error.to_string()))?;
        Ok(Self { bucket, credentials, prefix: address.prefix().to_owned(), client })
    }

    fn object(&self, name: &str) -> String {
        if self.prefix.is_empty() { name.to_owned() } else { format!("{}/{name}", self.prefix) }
    }

    /// What an object holds, up to so many bytes; nothing when it is not there.
    pub(super) fn read(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, String> {
        let object = self.object(name);
        let address = self.bucket.get_object(Some(&self.credentials), &object).sign(VALID);
        let mut response = self.client.get(address.as_str()).call().map_err(without_address)?;
        if response.status().is_success() {
            let mut bytes = Vec::new();
            response.into_body().into_reader().take(most).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
            return Ok(Some(bytes));
        }
        match (response.status().as_u16(), complaint(&mut response).as_str()) {
            (404, "NoSuchKey" | "") => Ok(None),
            (status, code) => Err(refused(status, code)),
        }
    }

    /// Writes an object.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let object = self.object(name);
        let address = self.bucket.put_object(Some(&self.credentials), &object).sign(VALID);
        let mut response = self.client.put(address.as_str()).send(bytes).map_err(without_address)?;
        if response.status().is_success() {
            return Ok(());
        }
        Err(refused(response.status().as_u16(), &complaint(&mut response)))
    }
}

/// The code of what storage says against a request. The rest of it may repeat the request, and is not shown.
fn complaint(response: &mut Response<Body>) -> String {
    let said = response.body_mut().with_config().limit(LONGEST_COMPLAINT).read_to_string().unwrap_or_default();
    let code = said.split_once("<Code>").and_then(|(_, rest)| rest.split_once("</Code>")).map_or("", |(code, _)| code);
    code.chars().filter(char::is_ascii_alphanumeric).take(60).collect()
}

fn refused(status: u16, code: &str) -> String {
    let means = match code {
        "NoSuchBucket" => "there is no such bucket",
        "InvalidAccessKeyId" | "SignatureDoesNotMatch" => "the credentials are not those of the storage",
        "AccessDenied" => "the credentials do not allow it",
        "RequestTimeTooSkewed" => "the clock of this machine is wrong",
        _ => "the storage refused",
    };
    match code {
        "" => format!("{means} (status {status})"),
        code => format!("{means} (status {status}, {code})"),
    }
}
