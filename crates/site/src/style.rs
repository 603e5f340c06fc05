//! The style sheet and the icon: the only files that pages need beside themselves.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::IntoResponse;

use crate::reply::fingerprint;

/// The site's own rules, and those for papers and for texts compared with the register.
static SHEET: LazyLock<String> = LazyLock::new(|| {
    [papers::html::STYLE_SHEET, reconcile::page::STYLE_SHEET, include_str!("../assets/style.css")].join("\n")
});

/// The address of the style sheet, which changes whenever the sheet does.
pub(crate) static ADDRESS: LazyLock<String> = LazyLock::new(|| format!("/style.css?{}", fingerprint(SHEET.as_bytes())));

/// What an answer says that stays the same under its address.
pub(crate) const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// The style sheet.
pub(crate) async fn sheet() -> impl IntoResponse {
    let headers = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, FOR_A_YEAR)];
    (headers, SHEET.as_str())
}

/// The icon.
pub(crate) async fn icon() -> impl IntoResponse {
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")];
    (headers, include_str!("../assets/icon.svg"))
}
