//! Which addresses a rendered paper may lead to.

const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// The address, if it is one that a reader can follow without running anything: a web page or a mailbox.
pub(crate) fn followable(address: &str) -> Option<&str> {
    let leads_somewhere = |scheme: &&str| {
        let start = address.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && address.len() > scheme.len()
    };
    let in_one_word = !address.contains(|c: char| c.is_whitespace() || c.is_control());
    (in_one_word && SCHEMES.iter().any(leads_somewhere)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::followable;

    #[test]
    fn web_pages_and_mailboxes_can_be_followed() {
        for address in ["https://example.org/a", "HTTP://example.org", "mailto:office@example.org"] {
            assert_eq!(followable(address), Some(address));
        }
    }

    #[test]
    fn nothing_else_can() {
        for address in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.org",
            "file:///etc",
            "http://",
            "",
            "é",
            " https://a.b",
            "java\nscript:x",
        ] {
            assert_eq!(followable(address), None, "{address:?}");
        }
    }
}
