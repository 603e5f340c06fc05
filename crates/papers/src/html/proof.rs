//! The checkpoint that the paper rests on, with its code.

use crate::proof::{Code, Proof};
use crate::qr_code::{QUIET_ZONE, QrCode};
use crate::wording;

use super::inline::{escape, run};
use super::notes::NoteCalls;

/// Pixels, 28 mm at 96 to the inch: as wide as the code alone must be to be read off a page with ease.
const LEAST_WIDTH: u32 = 106;

/// The whole section. The checkpoint keeps its lines whatever the width, so that it can be copied.
pub(super) fn section(proof: &Proof, calls: &mut NoteCalls<'_>) -> String {
    let shown = proof.shown();
    let told: String = shown.told.iter().map(|paragraph| format!("<p>{}</p>\n", run(paragraph, calls))).collect();
    let lines: Vec<String> = shown.lines.iter().map(|line| escape(line)).collect();
    format!(
        "<section class=\"proof\" aria-labelledby=\"paper-proof\">\n<div>\n<h2 id=\"paper-proof\">{heading}</h2>\n\
         {told}<pre>{checkpoint}\n</pre>\n</div>\n{code}</section>\n",
        heading = wording::PROOF,
        checkpoint = lines.join("\n"),
        code = shown.code.as_ref().map(svg).unwrap_or_default(),
    )
}

/// The code as a drawing that is dark on light whatever the colours of the page, as readers need it, and whose modules
/// are whole pixels wide.
fn svg(code: &Code) -> String {
    let side = code.drawn.side_with_margin();
    let pixels = side * LEAST_WIDTH.div_ceil(code.drawn.side).max(2);
    format!(
        "<svg class=\"qr-code\" role=\"img\" aria-labelledby=\"paper-code\" viewBox=\"0 0 {side} {side}\" \
         width=\"{pixels}\" height=\"{pixels}\" shape-rendering=\"crispEdges\">\
         <title id=\"paper-code\">{description}</title><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path fill=\"#000\" d=\"{dark}\"/></svg>\n",
        description = escape(&code.description),
        dark = path(&code.drawn),
    )
}

fn path(code: &QrCode) -> String {
    let runs = code.dark.iter().map(|run| {
        let (x, y, length) = (run.x + QUIET_ZONE, run.y + QUIET_ZONE, run.length);
        format!("M{x} {y}h{length}v1h-{length}z")
    });
    runs.collect()
}
