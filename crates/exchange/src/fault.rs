//! What is wrong with a file, and where.

use std::fmt;

use crate::place::Place;

/// A fault in a file: file, line, field, what is wrong, and the nearest right thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// The field, column or key.
    pub field: Option<String>,
    /// What is wrong.
    pub message: String,
    /// The nearest right thing.
    pub instead: Option<String>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.place)?;
        if let Some(field) = &self.field {
            write!(f, ", field `{field}`")?;
        }
        write!(f, ": {}", self.message)?;
        match &self.instead {
            Some(instead) if !self.message.contains(instead.as_str()) => write!(f, "; write {instead}"),
            _ => Ok(()),
        }
    }
}
