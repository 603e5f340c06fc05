//! What stands before the text, masthead to summary, and the colophon after it.

use crate::document::{Document, Masthead, Paragraph};
use crate::wording;

use super::inline::{escape, run};
use super::notes::NoteCalls;

/// Writes masthead, session and item, titles and by-line.
pub(super) fn write(article: &mut String, document: &Document, calls: &mut NoteCalls<'_>) {
    let masthead = &document.masthead;
    article.push_str("<header>\n");
    article.push_str(&filing(masthead));
    let agenda = [
        line("session", masthead.session.as_deref()),
        masthead.item.as_ref().map(|item| format!("<p class=\"item\">{}</p>\n", run(item, calls))),
        line("item-title", document.item_title.as_deref()),
    ];
    let agenda: String = agenda.into_iter().flatten().collect();
    if !agenda.is_empty() {
        article.push_str(&format!("<div class=\"agenda\">\n{agenda}</div>\n"));
    }
    article.push_str(&format!("<h1>{}</h1>\n", escape(&document.title)));
    article.push_str(&line("by-line", document.by_line.as_deref()).unwrap_or_default());
    article.push_str("</header>\n");
}

/// The block that a librarian files the paper by.
fn filing(masthead: &Masthead) -> String {
    let symbol = masthead.symbol.as_deref().map(symbol).unwrap_or_default();
    let labelled = |label: &str, value: &str| match value {
        "" => String::new(),
        value => format!("<p>{label} {}</p>\n", escape(value)),
    };
    let date = line("date", Some(masthead.date.as_str())).unwrap_or_default();
    format!(
        "<div class=\"masthead\">\n<p class=\"organization\">{organization}</p>\n{symbol}\
         <p class=\"organ\">{organ}</p>\n<div class=\"filing\">\n{distribution}{date}{original}</div>\n</div>\n",
        organization = escape(&masthead.organization),
        organ = escape(&masthead.organ),
        distribution = labelled(wording::DISTRIBUTION, &masthead.distribution),
        original = labelled(wording::ORIGINAL, &masthead.original),
    )
}

/// The symbol, with the letters of the organ that it starts with set apart, as printed mastheads have it.
fn symbol(symbol: &str) -> String {
    let (organ, rest) = symbol.split_at(symbol.find('/').unwrap_or(symbol.len()));
    format!("<p class=\"symbol\"><span>{}</span>{}</p>\n", escape(organ), escape(rest))
}

fn line(class: &str, text: Option<&str>) -> Option<String> {
    let text = text.filter(|text| !text.is_empty())?;
    Some(format!("<p class=\"{class}\">{}</p>\n", escape(text)))
}

/// Writes the summary in its box.
pub(super) fn write_summary(article: &mut String, summary: &[Paragraph], calls: &mut NoteCalls<'_>) {
    if summary.is_empty() {
        return;
    }
    article.push_str("<section class=\"summary\" aria-labelledby=\"paper-summary\">\n");
    article.push_str(&format!("<h2 id=\"paper-summary\">{}</h2>\n", wording::SUMMARY));
    for paragraph in summary {
        article.push_str(&format!("<p>{}</p>\n", run(paragraph, calls)));
    }
    article.push_str("</section>\n");
}

/// What the paper rests on.
pub(super) fn colophon(colophon: &[Paragraph], calls: &mut NoteCalls<'_>) -> String {
    if colophon.is_empty() {
        return String::new();
    }
    let paragraphs: String = colophon.iter().map(|paragraph| format!("<p>{}</p>\n", run(paragraph, calls))).collect();
    format!("<footer class=\"colophon\">\n{paragraphs}</footer>\n")
}
