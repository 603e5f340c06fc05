//! Where in a file something stands.

use std::fmt;
use std::sync::Arc;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as the user named it.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: Option<usize>,
}

impl Place {
    /// A place somewhere in a file.
    #[must_use]
    pub fn file(name: &str) -> Self {
        Self { file: name.into(), line: None }
    }

    /// That line of the same file.
    #[must_use]
    pub fn at_line(&self, line: usize) -> Self {
        Self { file: Arc::clone(&self.file), line: Some(line) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ", line {line}"))
    }
}

/// Counts lines on the way through a file, forwards only, so that a long file is gone through once. Lines end as any
/// machine ends them: LF, CRLF or CR.
pub(crate) struct LineCounter<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> LineCounter<'a> {
    pub(crate) fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, line: 1 }
    }

    /// The line in which a byte stands; a byte behind the last one asked about stays on that one's line.
    pub(crate) fn line_of(&mut self, byte: usize) -> usize {
        let to = byte.min(self.bytes.len());
        while self.at < to {
            let (this, next) = (self.bytes[self.at], self.bytes.get(self.at + 1));
            if this == b'\n' || (this == b'\r' && next != Some(&b'\n')) {
                self.line += 1;
            }
            self.at += 1;
        }
        self.line
    }

    /// The line of the first byte at or after this one that is no line ending: where a record begins.
    pub(crate) fn line_of_record(&mut self, byte: usize) -> usize {
        let endings =
            self.bytes.get(byte..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let start = byte + endings.count();
        self.line_of(start)
    }
}

/// Something with the place where it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// Where.
    pub place: Place,
    /// What.
    pub what: T,
}

#[cfg(test)]
mod tests {
    use super::LineCounter;

    #[test]
    fn lines_end_as_any_machine_ends_them() {
        for text in ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc"] {
            let mut counter = LineCounter::of(text.as_bytes());
            assert_eq!(counter.line_of(text.find('b').unwrap()), 2, "{text:?}");
            assert_eq!(counter.line_of(text.find('c').unwrap()), 3, "{text:?}");
        }
        let mut counter = LineCounter::of(b"a\n\n\r\nb");
        assert_eq!(counter.line_of_record(1), 4);
    }
}
