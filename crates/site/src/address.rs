//! The addresses of the pages. They are stable: lawyers cite them.

use law::party::PartyCode;
use law::treaty::TreatyId;

/// The page of a treaty.
pub(crate) fn treaty(id: &TreatyId) -> String {
    format!("/treaties/{id}")
}

/// The page that says why a treaty is in force for a party, or is not.
pub(crate) fn explanation(id: &TreatyId, party: PartyCode) -> String {
    format!("/treaties/{id}/{party}")
}

/// The page of a treaty's body.
pub(crate) fn body(id: &TreatyId) -> String {
    format!("/treaties/{id}/body")
}

/// The page of the reports due under a treaty.
pub(crate) fn reports_due(id: &TreatyId) -> String {
    format!("/treaties/{id}/reports")
}

/// The reports due under a treaty, as a file.
pub(crate) fn reports_file(id: &TreatyId, ending: &str) -> String {
    format!("/treaties/{id}/reports.{ending}")
}

/// The page of the statements under a treaty.
pub(crate) fn statements(id: &TreatyId) -> String {
    format!("/treaties/{id}/statements")
}

/// The page of a treaty between its parties.
pub(crate) fn pairs(id: &TreatyId) -> String {
    format!("/treaties/{id}/pairs")
}

/// The page of a treaty between two States.
pub(crate) fn pair(id: &TreatyId, one: PartyCode, other: PartyCode) -> String {
    format!("/treaties/{id}/pairs/{one}/{other}")
}

/// The coming days of a treaty.
pub(crate) fn treaty_calendar(id: &TreatyId) -> String {
    format!("/treaties/{id}/calendar")
}

/// The coming days of a State.
pub(crate) fn state_calendar(code: PartyCode) -> String {
    format!("/states/{code}/calendar")
}

/// The coming days of all treaties, as a feed.
pub(crate) const ALL_FEED: &str = "/calendar.ics";

/// The coming days of a treaty, as a feed.
pub(crate) fn treaty_feed(id: &TreatyId) -> String {
    format!("/treaties/{id}/calendar.ics")
}

/// The coming days of a treaty's body, as a feed.
pub(crate) fn body_feed(id: &TreatyId) -> String {
    format!("/treaties/{id}/body.ics")
}

/// The coming days of a State, as a feed.
pub(crate) fn state_feed(code: PartyCode) -> String {
    format!("/states/{code}/calendar.ics")
}

/// The page of a State.
pub(crate) fn state(code: PartyCode) -> String {
    format!("/states/{code}")
}

/// The page of a report.
pub(crate) fn report(name: &str) -> String {
    format!("/reports/{name}")
}

/// A report as PDF.
pub(crate) fn report_pdf(name: &str) -> String {
    format!("/reports/{name}.pdf")
}

/// A report with every figure leading to its reasons.
pub(crate) fn report_preview(name: &str) -> String {
    format!("/reports/{name}/preview")
}

/// What resolutions ask.
pub(crate) const MANDATES: &str = "/mandates";

/// The page of a resolution. Symbols have slashes, which stay as they are.
pub(crate) fn resolution(symbol: &str) -> String {
    format!("/resolutions/{}", encoded_symbol(symbol))
}

/// The page of one thing that a resolution asks.
pub(crate) fn duty(symbol: &str, paragraph: &str) -> String {
    format!("/duties/{}/of/{}", encoded(paragraph), encoded_symbol(symbol))
}

fn encoded_symbol(symbol: &str) -> String {
    symbol.split('/').map(encoded).collect::<Vec<String>>().join("/")
}

/// A published text compared with the register.
pub(crate) fn text(name: &str) -> String {
    format!("/texts/{}", encoded(name))
}

/// What a visitor typed, as it may stand in an address.
pub(crate) fn encoded(typed: &str) -> String {
    let mut address = String::with_capacity(typed.len());
    for byte in typed.bytes().take(200) {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}
