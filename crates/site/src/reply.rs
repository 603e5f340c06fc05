//! How an answer is sent: as a page or a file that a browser may keep, but asks about before it shows it again.

use axum::body::Bytes;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use crate::style::FOR_A_YEAR;

/// The register may grow at any time and a day ends at midnight, so that whoever keeps a page asks before showing it.
const ASK_FIRST: &str = "public, no-cache";

/// An answer.
#[derive(Debug)]
pub(crate) enum Reply {
    /// A page.
    Page(String),
    /// A PDF document, with the name under which it is to be kept.
    Pdf {
        /// The document.
        bytes: Vec<u8>,
        /// The name of the file.
        name: String,
    },
    /// A text for programs, with the name of the file that it is to be kept in, if it is to be.
    Text {
        /// The text.
        text: String,
        /// The name of the file.
        name: Option<String>,
    },
    /// What programs read, with the name of the file that it is to be kept in.
    Data {
        /// The data.
        text: String,
        /// What they are.
        kind: Kind,
        /// The name of the file.
        name: String,
    },
    /// Bytes that never change under their address.
    ForGood(Vec<u8>),
    /// The address that gives the answer. Names change hands, so that nobody may remember it for good.
    See(String),
}

/// What data are, as programs are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// iCalendar (RFC 5545).
    Calendar,
    /// Comma-separated values (RFC 4180).
    Csv,
    /// JSON.
    Json,
}

impl Kind {
    const fn media_type(self) -> &'static str {
        match self {
            Self::Calendar => "text/calendar; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json => "application/json",
        }
    }
}

impl Reply {
    /// Sends it; a browser that has the same already is told so.
    pub(crate) fn send(self, asked: &HeaderMap) -> Response {
        match self {
            Self::Page(page) => kept(page.into(), "text/html; charset=utf-8", asked),
            Self::Pdf { bytes, name } => named(kept(bytes.into(), "application/pdf", asked), "inline", &name),
            Self::Text { text, name } => {
                let response = kept(text.into(), "text/plain; charset=utf-8", asked);
                match name {
                    Some(name) => named(response, "attachment", &name),
                    None => response,
                }
            }
            Self::Data { text, kind, name } => named(kept(text.into(), kind.media_type(), asked), "attachment", &name),
            Self::ForGood(bytes) => {
                let headers = [(CONTENT_TYPE, "application/octet-stream"), (CACHE_CONTROL, FOR_A_YEAR)];
                (headers, bytes).into_response()
            }
            Self::See(address) => Redirect::to(&address).into_response(),
        }
    }
}

/// With the name of the file, and whether it is to be shown or kept.
fn named(mut response: Response, how: &str, name: &str) -> Response {
    if let Ok(value) = HeaderValue::try_from(format!("{how}; filename=\"{name}\"")) {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    response
}

fn kept(body: Bytes, kind: &'static str, asked: &HeaderMap) -> Response {
    let tag = format!("W/\"{}\"", fingerprint(&body));
    let same = asked.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let is_kept = same.flat_map(|value| value.split(',')).any(|known| known.trim() == tag);
    let headers = [(CACHE_CONTROL, ASK_FIRST.to_owned()), (ETAG, tag)];
    if is_kept {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, [(CONTENT_TYPE, kind)], body).into_response()
}

/// A short text that differs when the content does (FNV-1a, 64 bits). It guards against nothing but staleness.
pub(crate) fn fingerprint(content: &[u8]) -> String {
    let hash = content
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}
