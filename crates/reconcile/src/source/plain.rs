//! Plain text. Blank lines part paragraphs; Markdown's marks are no part of the text.

use super::Paragraph;
use super::gathering::Gathering;
use super::line_end::LineEnd;

/// The paragraphs of a plain text.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut gathering = Gathering::default();
    let (mut at, mut before) = (0_u32, LineEnd::Space);
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let next = lines.peek().copied().filter(|next| !begins_anew(next.trim()));
        let end = LineEnd::of(line, next.unwrap_or_default());
        let indent = line.len() - line.trim_start().len();
        // A word that goes on from the line before has no space in it.
        let skipped = if before == LineEnd::Space { 0 } else { indent };
        let kept = match end {
            LineEnd::Space => line,
            LineEnd::Hyphen => line.trim_end(),
            LineEnd::Parted => line.trim_end().trim_end_matches('-'),
        };
        let start = at.saturating_add(u32::try_from(line[..skipped].chars().count()).unwrap_or(u32::MAX));
        take_line(&mut gathering, kept.get(skipped..).unwrap_or_default(), start);
        at = at.saturating_add(u32::try_from(line.chars().count()).unwrap_or(u32::MAX));
        before = end;
    }
    gathering.paragraphs()
}

fn take_line(gathering: &mut Gathering, line: &str, start: u32) {
    let trimmed = line.trim();
    let is_blank =
        trimmed.is_empty() || trimmed.chars().all(|c| matches!(c, '-' | '=' | '_' | '*' | '+' | '|' | ':' | ' '));
    if is_blank || begins_anew(trimmed) {
        gathering.end_paragraph();
    }
    if is_blank {
        return;
    }
    let tabbed = trimmed.contains('\t');
    if tabbed {
        gathering.end_paragraph();
    }
    let is_row = tabbed || trimmed.len() > 2 && trimmed.starts_with('|');
    let is_heading = trimmed.starts_with('#');
    let mut characters = line.chars().zip(start..).peekable();
    let mut before = ' ';
    while let Some((character, place)) = characters.next() {
        let next = characters.peek().map_or(' ', |(next, _)| *next);
        match character {
            '\\' if next.is_ascii_punctuation() || next.is_whitespace() => {}
            '*' | '`' => {
                let after = characters.clone().map(|(c, _)| c).find(|c| *c != '*').unwrap_or(' ');
                if before.is_alphanumeric() && after.is_alphanumeric() {
                    gathering.take(' ', Some(place));
                }
            }
            '_' if !(before.is_alphanumeric() && next.is_alphanumeric()) => {}
            '#' if before == ' ' && gathering.is_empty() => {}
            '|' if is_row && gathering.is_empty() => {}
            '|' | '\t' if is_row && !gathering.is_empty() => gathering.end_cell(Some(place)),
            // The address of a link stands in brackets right behind its text.
            ']' if next == '(' => skip_address(&mut characters),
            // The mark of a note behind a word: "Sudan[b]".
            '[' if before.is_alphanumeric() => skip_mark(&mut characters),
            '[' | ']' => {}
            _ => gathering.take(character, Some(place)),
        }
        if character != '*' {
            before = character;
        }
    }
    if is_row || is_heading {
        gathering.end_paragraph();
    }
}

/// Whether a line begins a paragraph of its own: a heading, a row, an item of a list, a numbered paragraph.
fn begins_anew(line: &str) -> bool {
    let first = line.chars().next().unwrap_or(' ');
    let item = matches!(first, '-' | '*' | '•' | '–' | '+') && line.chars().nth(1) == Some(' ');
    let lettered = line.starts_with('(') && line.find(')').is_some_and(|end| (2..=5).contains(&end));
    item || lettered || matches!(first, '#' | '|' | '•') || super::printed_number(line).is_some()
}

fn skip_mark(characters: &mut (impl Iterator<Item = (char, u32)> + Clone)) {
    let length = characters.clone().take(4).position(|(c, _)| c == ']');
    let is_mark = length.is_some_and(|length| characters.clone().take(length).all(|(c, _)| c.is_alphanumeric()));
    if let Some(length) = length.filter(|_| is_mark) {
        characters.take(length + 1).for_each(drop);
    }
}

fn skip_address(characters: &mut (impl Iterator<Item = (char, u32)> + Clone)) {
    let length = characters.clone().position(|(c, _)| c == ')');
    if let Some(length) = length {
        characters.take(length + 1).for_each(drop);
    }
}
