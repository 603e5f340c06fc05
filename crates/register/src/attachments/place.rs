//! Where attachments are kept, as a user names it.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use percent_encoding::percent_decode_str;

use super::AttachmentError;

/// The region when an address names none: what most servers of one's own take.
const REGION: &str = "us-east-1";

/// The place of attachments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttachmentsPlace {
    /// A folder.
    Folder(PathBuf),
    /// Storage that speaks the S3 protocol.
    Bucket(BucketAddress),
}

/// A bucket in storage, and under which prefix attachments are in it. Credentials are never part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BucketAddress {
    bucket: String,
    prefix: String,
    endpoint: Option<String>,
    region: String,
}

impl BucketAddress {
    /// The bucket.
    #[must_use]
    pub fn bucket(&self) -> &str {
        &self.bucket
    }

    /// What the names of all attachments begin with; may be empty.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The address of the server, if it is not Amazon's.
    #[must_use]
    pub fn endpoint(&self) -> Option<&str> {
        self.endpoint.as_deref()
    }

    /// The region.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.region
    }
}

impl FromStr for AttachmentsPlace {
    type Err = AttachmentError;

    fn from_str(text: &str) -> Result<Self, AttachmentError> {
        let place = |because: &str| AttachmentError::Place { because: because.to_owned() };
        match text.strip_prefix("s3://") {
            Some(rest) => bucket_address(rest).map(Self::Bucket).map_err(place),
            None if text.is_empty() => Err(place("it is empty")),
            None if text.contains("://") => Err(place("only folders and s3:// are known")),
            None => Ok(Self::Folder(text.into())),
        }
    }
}

/// What follows `s3://`.
fn bucket_address(rest: &str) -> Result<BucketAddress, &'static str> {
    let (path, question) = rest.split_once('?').unwrap_or((rest, ""));
    let (bucket, prefix) = path.split_once('/').unwrap_or((path, ""));
    if path.contains('@') {
        return Err("credentials are read from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, never from an address");
    }
    let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    if !(3..=63).contains(&bucket.len()) || !is_name(bucket) || bucket.contains("..") {
        return Err("a bucket has a name of 3 to 63 letters, figures, hyphens and full stops");
    }
    let prefix = prefix.trim_end_matches('/');
    let is_part = |part: &str| !part.is_empty() && part != "." && part != ".." && is_name(part);
    if !prefix.is_empty() && !prefix.split('/').all(is_part) {
        return Err("a prefix is made of letters, figures, hyphens and full stops, with / between its parts");
    }
    let mut address = BucketAddress {
        bucket: bucket.to_owned(),
        prefix: prefix.to_owned(),
        endpoint: None,
        region: REGION.to_owned(),
    };
    for pair in question.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').ok_or("after the ? stand endpoint=… and region=…")?;
        let value = percent_decode_str(value).decode_utf8().map_err(|_| "a value after the ? is not UTF-8")?;
        match name {
            "endpoint" if is_endpoint(&value) => address.endpoint = Some(value.trim_end_matches('/').to_owned()),
            "endpoint" => return Err("its endpoint is not like https://storage.example.org or http://127.0.0.1:9000"),
            "region" if !value.is_empty() && is_name(&value) => address.region = value.into_owned(),
            "region" => return Err("its region is not like eu-west-1"),
            _ => return Err("after the ? stand endpoint=… and region=…, and nothing else"),
        }
    }
    Ok(address)
}

fn is_endpoint(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.contains(['@', '?', '#', ' ']) && !rest.contains(char::is_control)
    })
}

impl fmt::Display for BucketAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}", self.bucket)?;
        if self.prefix.is_empty() { Ok(()) } else { write!(f, "/{}", self.prefix) }
    }
}

impl fmt::Display for AttachmentsPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(path) => path.display().fmt(f),
            Self::Bucket(address) => address.fmt(f),
        }
    }
}
