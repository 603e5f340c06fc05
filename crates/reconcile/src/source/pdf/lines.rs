//! Putting drawn characters into lines, and lines into paragraphs.

use crate::source::gathering::Gathering;
use crate::source::line_end::LineEnd;
use crate::source::{Paragraph, printed_number};

/// A character as drawn: what it is and where its foot stands, in points from the page's lower left corner.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub text: String,
    pub x: f64,
    pub y: f64,
    pub size: f64,
    pub width: f64,
}

/// A line of a page.
#[derive(Debug, Clone)]
struct Line {
    text: String,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
    page: usize,
}

/// The lines of all pages.
#[derive(Debug, Default)]
pub struct Lines {
    all: Vec<Line>,
    pages: usize,
    bytes: usize,
}

impl Lines {
    /// Whether there is more text than so many bytes.
    pub fn is_longer_than(&self, bytes: usize) -> bool {
        self.bytes > bytes
    }

    /// Takes the characters of a page, in the order in which they are drawn.
    pub fn add_page(&mut self, drawn: Vec<Drawn>) {
        self.pages += 1;
        let mut open: Option<Line> = None;
        for one in drawn.into_iter().filter(|one| one.x.is_finite() && one.y.is_finite() && one.size > 0.0) {
            match open.as_mut() {
                Some(line) if line.goes_on_with(&one) => line.take(&one),
                _ => {
                    self.keep(open.take());
                    open = Some(Line::begun_by(one, self.pages));
                }
            }
        }
        self.keep(open);
    }

    fn keep(&mut self, line: Option<Line>) {
        if let Some(line) = line.filter(|line| !line.text.trim().is_empty()) {
            self.bytes += line.text.len();
            self.all.push(line);
        }
    }

    /// The paragraphs.
    pub fn paragraphs(&self) -> Vec<Paragraph> {
        let right = self.all.iter().map(|line| line.right).fold(0.0, f64::max);
        let mut gathering = Gathering::default();
        for (place, line) in self.all.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|place| self.all.get(place));
            if before.is_some_and(|before| line.begins_anew_after(before, right)) {
                gathering.end_paragraph();
            }
            let text = line.text.trim();
            let next = self.all.get(place + 1).map_or("", |next| next.text.as_str());
            match LineEnd::of(text, next) {
                LineEnd::Space => gathering.take_all(&format!("{text} ")),
                LineEnd::Hyphen => gathering.take_all(text),
                LineEnd::Parted => gathering.take_all(text.trim_end_matches('-')),
            }
        }
        gathering.paragraphs()
    }
}

impl Line {
    fn begun_by(one: Drawn, page: usize) -> Self {
        Self { left: one.x, right: one.x + one.width, y: one.y, size: one.size, page, text: one.text }
    }

    fn goes_on_with(&self, one: &Drawn) -> bool {
        let height = self.size.max(one.size);
        (self.y - one.y).abs() < height * 0.6 && one.x > self.right - height * 2.0
    }

    fn take(&mut self, one: &Drawn) {
        let is_mark_of_note = one.size < self.size * 0.8
            && one.y > self.y + self.size * 0.15
            && one.text.bytes().all(|byte| byte.is_ascii_digit());
        if is_mark_of_note {
            self.right = one.x + one.width;
            return;
        }
        if one.x - self.right > self.size * 0.17 && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        if one.size > self.size {
            (self.size, self.y) = (one.size, one.y);
        }
        self.right = one.x + one.width;
        self.text.push_str(&one.text);
    }

    fn begins_anew_after(&self, before: &Self, right: f64) -> bool {
        let ends_sentence = before.text.trim_end().ends_with(['.', '?', '!', ';', ':']);
        let is_short = before.right < right - (right - before.left) * 0.15;
        let is_numbered = printed_number(self.text.trim_start()).is_some();
        if self.page != before.page || self.y > before.y {
            return ends_sentence && is_short || is_numbered || (self.size - before.size).abs() > 1.0;
        }
        let gap = before.y - self.y;
        let is_wide = gap > before.size.max(self.size) * 1.75;
        is_wide || is_numbered || (ends_sentence && is_short) || (self.size - before.size).abs() > 1.0
    }
}
