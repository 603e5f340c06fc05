//! A paper as a web page: a gazette made for screens, which prints well too.
//!
//! Every word of the document goes through `inline::escape`, and every paragraph is written on one
//! line, so that the page without its tags reads as continuous text.

mod block;
mod chart;
mod front;
mod inline;
mod notes;
mod proof;

use crate::document::{Document, Figure};
use crate::plain_text::words_only;
use inline::escape;
use notes::NoteCalls;

/// The style of a paper, for a page that shows a [`fragment`]. Apart from the rules for the page of its own,
/// which start with `.paper-page`, all rules are about `.paper` and what is inside it.
pub const STYLE_SHEET: &str = concat!(include_str!("html/style.css"), "\n", include_str!("html/proof.css"));

/// A complete page that needs no other file.
#[must_use]
pub fn render(document: &Document) -> String {
    let about: Vec<String> = document.colophon.iter().map(|paragraph| words_only(paragraph)).collect();
    format!(
        include_str!("html/page.html"),
        language = escape(&document.language),
        title = escape(&page_title(document)),
        description = escape(&about.join(" ")),
        style = STYLE_SHEET,
        article = fragment(document),
    )
}

/// The paper alone, as an `article` with the paper's title as its `h1`, for a page that brings its own frame
/// and [`STYLE_SHEET`].
#[must_use]
pub fn fragment(document: &Document) -> String {
    article(document, NoteCalls::of(document))
}

/// The same, where every figure leads to the page that gives its reasons: `address` says where that page is.
#[must_use]
pub fn fragment_with_reasons(document: &Document, address: &dyn Fn(&Figure) -> String) -> String {
    article(document, NoteCalls::of(document).with_reasons(address))
}

fn article(document: &Document, mut calls: NoteCalls<'_>) -> String {
    let mut article = format!("<article class=\"paper\" lang=\"{}\">\n", escape(&document.language));
    front::write(&mut article, document, &mut calls);
    front::write_summary(&mut article, &document.summary, &mut calls);
    block::write(&mut article, &document.body, &mut calls);
    // Written before the notes so that a note which only the colophon calls can lead back to it.
    let colophon = front::colophon(&document.colophon, &mut calls);
    notes::write(&mut article, &document.notes, &mut calls);
    article.push_str(&colophon);
    if let Some(given) = &document.proof {
        article.push_str(&proof::section(given, &mut calls));
    }
    article.push_str("</article>");
    article
}

/// What a browser's tab and a bookmark show: the title, and the symbol that lawyers cite.
fn page_title(document: &Document) -> String {
    match &document.masthead.symbol {
        Some(symbol) => format!("{} ({symbol})", document.title),
        None => document.title.clone(),
    }
}
