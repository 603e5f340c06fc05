//! The checkpoint that the paper rests on, with its code, as the template reads it.

use serde_json::{Value, json};

use crate::document::Paragraph;
use crate::plain_text::one_line;
use crate::proof::{Code, Proof};
use crate::qr_code::QUIET_ZONE;

use super::data::inline;

/// How many characters a line of the checkpoint has in the largest letters, and how many in the smallest that can
/// still be read. The letters are as large as the longest line allows, since a line that is broken can't be copied.
const FEWEST_IN_A_LINE: usize = 105;
const MOST_IN_A_LINE: usize = 143;

/// Millimetres: how wide the code alone must be to be read off paper with ease, and its modules to be told apart.
const LEAST_WIDTH: f64 = 28.0;
const LEAST_MODULE: f64 = 0.4;

pub(super) fn of(proof: &Proof) -> Value {
    let shown = proof.shown();
    let lines: Vec<Vec<char>> = shown.lines.iter().map(|line| one_line(line).chars().collect()).collect();
    let longest = lines.iter().map(Vec::len).max().unwrap_or_default();
    let characters = longest.clamp(FEWEST_IN_A_LINE, MOST_IN_A_LINE);
    let lines: Vec<String> = lines.iter().flat_map(|line| broken(line, characters)).collect();
    json!({
        "told": shown.told.iter().map(words).collect::<Value>(),
        "checkpoint": lines.join("\n"),
        "lines": lines.len(),
        "characters": characters,
        "code": shown.code.as_ref().map(code),
    })
}

fn words(paragraph: &Paragraph) -> Value {
    paragraph.iter().map(|piece| inline(piece, "mark")).collect()
}

/// The line in pieces that fit; an empty line is one piece.
fn broken(line: &[char], characters: usize) -> Vec<String> {
    if line.is_empty() { vec![String::new()] } else { line.chunks(characters).map(String::from_iter).collect() }
}

fn code(code: &Code) -> Value {
    let drawn = &code.drawn;
    json!({
        "alt": one_line(&code.description),
        "margin": QUIET_ZONE,
        "side": drawn.side_with_margin(),
        "millimetres": (LEAST_WIDTH / f64::from(drawn.side)).max(LEAST_MODULE),
        "dark": drawn.dark.iter().map(|run| [run.x + QUIET_ZONE, run.y + QUIET_ZONE, run.length]).collect::<Vec<_>>(),
    })
}
