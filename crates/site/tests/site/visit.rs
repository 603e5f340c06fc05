//! Visiting the pages without a network.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::Response;
use tower::ServiceExt;

use crate::register::Packaged;

/// What came back.
pub(crate) struct Visit {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Visit {
    /// The words of the page, its tags left out and its blanks made one.
    pub(crate) fn words(&self) -> String {
        let mut words = String::new();
        for piece in self.body.split('<') {
            words.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A header as text; empty when there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("plain"))
    }

    /// The page's title, which is what bookmarks show.
    pub(crate) fn title(&self) -> &str {
        let (_, rest) = self.body.split_once("<title>").expect("a title");
        rest.split_once("</title>").expect("its end").0
    }

    /// The figure of one of the counts.
    pub(crate) fn count(&self, of: &str) -> usize {
        let (_, rest) = self.body.split_once(&format!("<dt>{of}</dt><dd><b>")).expect("the count");
        rest.split_once("</b>").expect("its end").0.parse().expect("a figure")
    }
}

/// Asks the packaged register.
pub(crate) async fn visit(address: &str) -> Visit {
    visit_of(Packaged::new(), address).await
}

/// Asks a register.
pub(crate) async fn visit_of(register: Packaged, address: &str) -> Visit {
    let request = Request::get(address).body(Body::empty()).expect("an address");
    read(site::router(register.shared()).oneshot(request).await.expect("an answer")).await
}

/// Reads an answer to its end.
pub(crate) async fn read(response: Response) -> Visit {
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a body");
    let body = String::from_utf8_lossy(&bytes).into_owned();
    Visit { status: parts.status, headers: parts.headers, body }
}
