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

    /// The line of the same file in which a byte of its text stands.
    #[must_use]
    pub fn at_byte(&self, text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        self.at_line(before.matches('\n').count() + 1)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ", line {line}"))
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
