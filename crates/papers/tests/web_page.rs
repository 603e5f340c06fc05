//! A paper as a web page.

mod hostile;
mod sample;

use papers::html;

/// The page's text as a reader or a search gets it.
fn without_tags(page: &str) -> String {
    let body = page.split_once("<body").map_or(page, |(_, body)| body);
    body.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text)).collect()
}

#[test]
fn the_article_keeps_its_form() {
    insta::assert_snapshot!(html::fragment(&sample::document()));
}

#[test]
fn the_page_stands_alone() {
    let page = html::render(&sample::document());

    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    assert!(
        page.contains("<title>Status of the Convention on Examples and of its Additional Protocols (E/58/1)</title>")
    );
    assert!(page.contains(&html::fragment(&sample::document())));
    assert!(!page.contains("src="), "nothing is loaded from elsewhere");
    assert_eq!(page.matches("<h1").count(), 1);
}

#[test]
fn the_text_reads_on_without_its_tags() {
    let text = without_tags(&html::render(&sample::document()));

    assert!(text.contains("3. Since the previous report, Atlantis, Barataria, Costaguana and Erewhon have"));
    assert!(text.contains("Its text appears in the Series of Examples, vol. 1, and at example.org; an address"));
    assert!(text.contains("E/58/1\n"));
}

#[test]
fn only_web_and_mail_addresses_become_links() {
    let page = html::render(&sample::document());

    assert!(page.contains("<a href=\"https://example.org/?a=1&amp;b=2\">example.org</a>"));
    assert!(page.contains("an address such as this one is never followed"));
    assert!(!page.contains("javascript:"));
}

#[test]
fn each_note_and_its_calls_lead_to_each_other() {
    let page = html::render(&sample::document());

    assert!(page.contains("<a id=\"note-call-1\" href=\"#note-1\" role=\"doc-noteref\">*</a>"));
    assert!(page.contains("<a id=\"note-call-2-2\" href=\"#note-2\""), "a second call has an address of its own");
    assert!(page.contains("<a href=\"#note-call-2\" role=\"doc-backlink\""));
}

#[test]
fn no_text_can_become_markup() {
    let page = html::render(&hostile::document("</style><script>alert('x')</script>\u{0}\" onload=\"x"));

    assert!(!page.contains("<script"));
    assert!(!page.contains("\" onload"));
    assert!(!page.contains('\u{0}'));
}
