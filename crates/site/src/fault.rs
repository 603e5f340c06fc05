//! When there is no answer: what was wrong with the question, or with the register, and the nearest right thing.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use law::calendar::AsAt;

use crate::asked::Misasked;
use crate::day::Day;
use crate::frame::{Frame, NotableDay, When};
use crate::source::SourceError;

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Fault {
    /// No page has this address.
    NoSuchPage,
    /// Pages can be read, and nothing else.
    OnlyRead,
    /// The register holds nothing of that name.
    NotFound(NotFound),
    /// The address asks what can't be asked.
    Misasked {
        /// The page asked, without the question.
        path: String,
        /// What is wrong.
        what: Box<Misasked>,
    },
    /// The register can't be read.
    Source(SourceError),
}

/// Something that the register does not hold.
#[derive(Debug)]
pub(crate) struct NotFound {
    /// What was looked for, as a heading.
    pub(crate) heading: &'static str,
    /// What is missing, as a sentence.
    pub(crate) message: String,
    /// The nearest right things.
    pub(crate) near: Vec<Near>,
}

/// Something near to what was looked for.
#[derive(Debug)]
pub(crate) struct Near {
    /// Its name.
    pub(crate) name: String,
    /// Its page.
    pub(crate) address: String,
}

impl From<SourceError> for Fault {
    fn from(error: SourceError) -> Self {
        Self::Source(error)
    }
}

#[derive(Template)]
#[template(path = "fault.html")]
struct Page {
    frame: Frame,
    heading: &'static str,
    message: String,
    near: Vec<Near>,
    when: Option<When>,
}

impl Fault {
    /// Something went wrong that nobody foresaw.
    pub(crate) fn broken() -> Self {
        Self::Source(SourceError::new(
            "Something went wrong inside the site; the register itself is not changed by that",
        ))
    }

    fn into_page(self) -> (StatusCode, Page) {
        match self {
            Self::NoSuchPage => {
                let message = "No page of this register has this address.".to_owned();
                (StatusCode::NOT_FOUND, page("Not found", message))
            }
            Self::OnlyRead => {
                let message = "The pages of this register can be read; nothing can be sent to them.".to_owned();
                (StatusCode::METHOD_NOT_ALLOWED, page("For reading only", message))
            }
            Self::NotFound(NotFound { heading, message, near }) => {
                (StatusCode::NOT_FOUND, Page { near, ..page(heading, message) })
            }
            Self::Misasked { path, what } => (StatusCode::BAD_REQUEST, misasked(&path, *what)),
            Self::Source(error) => {
                (StatusCode::INTERNAL_SERVER_ERROR, page("The register cannot answer", format!("{error}.")))
            }
        }
    }
}

fn page(heading: &'static str, message: String) -> Page {
    Page { frame: Frame::bare(heading), heading, message, near: Vec::new(), when: None }
}

/// The form again, with what was right and the nearest right days.
fn misasked(path: &str, what: Misasked) -> Page {
    let asked = |day: Option<AsAt>, known: Option<crate::known::Known>| {
        let day = day.map(|day| Day::from(day).figures());
        let known = known.map(|known| known.written).unwrap_or_default();
        When {
            path: path.to_owned(),
            day: day.clone().unwrap_or_default(),
            sort: None,
            also: Vec::new(),
            known,
            named_day: day,
            notable: Vec::new(),
        }
    };
    match what {
        Misasked::Day { fault, known } => {
            let mut when = asked(None, known);
            when.notable = fault.nearest().iter().map(|day| nearest_day(&when, AsAt::new(*day))).collect();
            Page { when: Some(when), ..page("Not a date", format!("{fault}.")) }
        }
        Misasked::Known { fault, as_at } => {
            Page { when: Some(asked(as_at, None)), ..page("Not a point in the register", format!("{fault}.")) }
        }
    }
}

fn nearest_day(when: &When, day: AsAt) -> NotableDay {
    let known = if when.known.is_empty() { String::new() } else { format!("&known-at={}", when.known) };
    NotableDay {
        what: "Did you mean".to_owned(),
        day: day.into(),
        address: format!("{}?as-at={day}{known}", when.path),
        current: false,
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let (status, page) = self.into_page();
        let Ok(body) = page.render() else { return status.into_response() };
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        (status, headers, body).into_response()
    }
}
