//! An editor's draft of a report, in a file: made if it is missing, brought up to date if it is there.

use std::path::Path;

use papers::editing::{Difference, Draft};
use papers::report::Composition;

use crate::command::write_whole;
use crate::failure::Failure;

/// How long a line of a draft is: text is broken so that an editor can work in it.
const WIDTH: usize = 100;

const HEAD: &str = "\
# An editor's draft of a report. Change `text`; leave `generated` and `figures` as they are: they say what the register
# had when the draft was last brought up to date, so that your words stay and the figures among them move. An empty
# `text` leaves a paragraph out. A [[paragraph]] with nothing but `text` is your own, and stands after the one before it.
# Emphasis is *so*, a link [so](https://example.org), and [^1] calls the first note.

";

/// The report with the editor's words, and what changed since the draft was last brought up to date; `None` where there was
/// no draft: then there is one now.
pub fn brought_up_to_date(
    path: &Path,
    composition: Composition,
    mut fresh: Draft,
) -> Result<(Composition, Option<Vec<Difference>>), Failure> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            write(path, &mut fresh)?;
            return Ok((composition, None));
        }
        Err(error) => return Err(Failure::file(path, "read", &error)),
    };
    let mut draft: Draft = exchange::toml_file::read_as(&path.display().to_string(), &text)?;
    let in_file = |what: &dyn std::fmt::Display| Failure::Said(format!("{}: {what}", path.display()));
    if (draft.as_at, &draft.treaty, draft.state) != (fresh.as_at, &fresh.treaty, fresh.state) {
        return Err(in_file(&format!(
            "it is a draft as at {}, and the report was asked for as at {}; name that day with --as-at, or another file",
            draft.as_at, fresh.as_at
        )));
    }
    if fresh.entries < draft.entries {
        return Err(in_file(&format!(
            "it is up to date with entry {} of the register, and the report was asked for as known up to entry {}; a draft does not go back",
            draft.entries, fresh.entries
        )));
    }
    let differences = draft.bring_up_to_date(&composition, fresh.entries).map_err(|error| in_file(&error))?;
    let applied = draft.applied(composition);
    write(path, &mut draft)?;
    Ok((applied, Some(differences)))
}

fn write(path: &Path, draft: &mut Draft) -> Result<(), Failure> {
    for paragraph in &mut draft.paragraph {
        paragraph.text = broken(&paragraph.text);
        paragraph.generated = paragraph.generated.as_deref().map(broken);
    }
    let written = toml::to_string_pretty(draft).map_err(|error| Failure::Said(error.to_string()))?;
    write_whole(path, format!("{HEAD}{written}").as_bytes())
}

/// The text in lines of at most so many characters, as far as its words allow.
fn broken(text: &str) -> String {
    let (mut lines, mut length) = (String::with_capacity(text.len() + 16), 0);
    for word in text.split_whitespace() {
        let characters = word.chars().count();
        let fits = length + 1 + characters <= WIDTH;
        if length > 0 {
            lines.push(if fits { ' ' } else { '\n' });
            length = if fits { length + 1 } else { 0 };
        }
        lines.push_str(word);
        length += characters;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn a_text_is_broken_between_its_words_alone() {
        let text = "word ".repeat(60);
        let lines = broken(&text);
        assert!(lines.lines().all(|line| line.chars().count() <= 100) && lines.lines().count() == 3);
        assert!(lines.split_whitespace().eq(text.split_whitespace()));
    }
}
