//! Charts, drawn as bars with their labels and figures, all of it text that can be read and searched.

use crate::document::{Bar, Chart};

use super::inline::escape;

/// Units of the drawing: the height of a bar with its gap, where bars begin, and how long the longest is.
const ROW: usize = 22;
const START: u32 = 190;
const LONGEST: u32 = 340;
const WIDTH: u32 = START + LONGEST + 50;

/// The chart with its caption.
pub(super) fn figure(chart: &Chart) -> String {
    let most = chart.most();
    let bars: String = chart.bars.iter().enumerate().map(|(at, one)| bar(one, at, most)).collect();
    format!(
        "<figure class=\"chart\">\n<figcaption>{caption}</figcaption>\n<svg role=\"img\" aria-label=\"{words}\" \
         viewBox=\"0 0 {WIDTH} {height}\" xmlns=\"http://www.w3.org/2000/svg\">{bars}</svg>\n</figure>\n",
        caption = escape(&chart.caption),
        words = escape(&chart.in_words()),
        height = chart.bars.len() * ROW + 4,
    )
}

fn bar(bar: &Bar, at: usize, most: u32) -> String {
    let (top, middle) = (at * ROW + 4, at * ROW + 17);
    let length = u64::from(bar.count) * u64::from(LONGEST) / u64::from(most);
    let end = u64::from(START) + length + 6;
    format!(
        "<text class=\"label\" x=\"{label}\" y=\"{middle}\">{name}</text>\
         <rect x=\"{START}\" y=\"{top}\" width=\"{length}\" height=\"16\"/>\
         <text class=\"count\" x=\"{end}\" y=\"{middle}\">{count}</text>",
        label = START - 8,
        name = escape(&bar.label),
        count = bar.count,
    )
}
