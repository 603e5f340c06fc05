//! Which provisions of a treaty a text names: `article 92, paragraph 1` is 92(1).

/// The provisions that a text names, in the form in which statements have them, each once. Articles of a constitution, an act
/// or a code are not the treaty's.
pub(super) fn named(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut found: Vec<String> = Vec::new();
    let mut from = 0;
    while let Some(at) = lower[from..].find("article") {
        let start = from + at + "article".len();
        let rest = lower[start..].trim_start_matches('s').trim_start();
        let (own, length) = numbers(rest);
        let after = rest[length..].trim_start();
        if !is_of_something_else(after) {
            for one in own {
                if !found.contains(&one) {
                    found.push(one);
                }
            }
        }
        from = start;
    }
    found
}

/// Whether what follows the number says that the article is of a law and not of the treaty.
fn is_of_something_else(after: &str) -> bool {
    let Some(of) = after.strip_prefix("of ") else { return false };
    let near: String = of.chars().take(60).collect();
    ["constitution", " act", " law", "code", "statute"].iter().any(|word| near.contains(word))
        && !["this ", "the ", "the said ", "the present "].iter().any(|which| {
            near.strip_prefix(which).is_some_and(|rest| rest.starts_with("convention") || rest.starts_with("covenant"))
        })
}

/// The provisions at the beginning of a text, and how much of it says so: `92, paragraph 1`, `15, 46 and 47`, `18(3)(d)`.
fn numbers(text: &str) -> (Vec<String>, usize) {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 3 {
            break;
        }
        let article = &text[at..at + digits];
        at += digits;
        let (paragraph, length) = paragraph(&text[at..]);
        found.push(format!("{article}{paragraph}"));
        at += length;
        let joined = [" and ", ", and ", ", "].iter().find(|join| {
            let next = text[at..].strip_prefix(**join);
            next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
        });
        match joined {
            Some(join) => at += join.len(),
            None => break,
        }
    }
    (found, at)
}

/// The paragraph that follows an article's number: `(1)`, ` (2)`, `, paragraph 1`, ` paragraph 3(d)`.
fn paragraph(text: &str) -> (String, usize) {
    let mut found = String::new();
    let mut at = 0;
    let worded = text.strip_prefix(',').unwrap_or(text).trim_start();
    if let Some(rest) = worded.strip_prefix("paragraph ") {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            found = format!("({})", &rest[..digits]);
            at = text.len() - rest.len() + digits;
        }
    }
    while let Some(rest) = text[at..].trim_start().strip_prefix('(') {
        let inner = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if inner == 0 || inner > 3 || !rest[inner..].starts_with(')') {
            break;
        }
        found.push_str(&text[text.len() - rest.len() - 1..=text.len() - rest.len() + inner]);
        at = text.len() - rest.len() + inner + 1;
    }
    (found, at)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn provisions_are_read_as_statements_write_them() {
        for (text, provisions) in [
            ("not bound by article 92, paragraph 1 of this Convention which", &["92(1)"][..]),
            ("As provided for in article 92 (2), not bound by article 92 (1) of the", &["92(2)", "92(1)"]),
            ("Articles 15, 46 and 47 of the said Convention, adopted by Act No. 146", &["15", "46", "47"]),
            ("With respect to articles 46, 47, 48 and 61, paragraph 4, governing", &["46", "47", "48", "61(4)"]),
            ("the provisions of article 18 paragraph 3(d).", &["18(3)(d)"]),
            ("article 22, paragraph 4, insofar as article 33 of the Political Constitution", &["22(4)"]),
            ("no provision", &[]),
            ("article (é)", &[]),
        ] {
            assert_eq!(named(text), provisions, "{text}");
        }
    }
}
