//! What the pages need from the outside: the record, the day, and the papers.

use std::fmt;
use std::sync::Arc;

use law::calendar::AsAt;
use law::record::{KnownAt, Record};
use papers::proof::Proof;
use papers::report::{Asked as ReportAsked, Composition};
use reconcile::answer::Reconciliation;
use reconcile::source::SourceText;

use crate::published_log::PublishedLog;

/// What the pages answer from. Every method may take its time: none is called on a thread that other visitors wait for.
pub trait Source: Send + Sync + 'static {
    /// The record as known at a certain point.
    ///
    /// # Errors
    /// When the register can't be read, or is not what was written to it.
    fn record(&self, known_at: KnownAt) -> Result<Arc<Record>, SourceError>;

    /// The day on which the visitor asks. It is the day that a page is about when the address names none.
    fn today(&self) -> AsAt;

    /// The reports that can be drawn up, in the order in which they are to be listed.
    fn reports(&self) -> &[ReportListing];

    /// A report, as at its own day unless another is asked for, from the record as known at a certain point; `None` when
    /// there is no such report.
    ///
    /// # Errors
    /// When the register can't be read or the report can't be drawn up.
    fn report(&self, name: &str, asked: &ReportAsked, known_at: KnownAt) -> Result<Option<DrawnUp>, SourceError>;

    /// The same report as PDF.
    ///
    /// # Errors
    /// When the register can't be read or the report can't be drawn up.
    fn report_pdf(&self, name: &str, asked: &ReportAsked, known_at: KnownAt) -> Result<Option<Vec<u8>>, SourceError>;

    /// The names of the published texts that are compared with the register, in order.
    fn texts(&self) -> Vec<String>;

    /// A published text compared with the register, as at the day that it names itself unless another is asked for; `None`
    /// when there is no such text.
    ///
    /// # Errors
    /// When the register or the text can't be read.
    fn text(&self, name: &str, as_at: Option<AsAt>, known_at: KnownAt) -> Result<Option<ComparedText>, SourceError>;

    /// The log that the register is.
    fn log(&self) -> &dyn PublishedLog;
}

/// A report that can be drawn up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportListing {
    /// The name by which addresses have it: letters, figures and hyphens.
    pub name: String,
    /// The title.
    pub title: String,
    /// The day that it is about unless another is asked for; `None`: today.
    pub as_at: Option<AsAt>,
    /// Whether it is on whichever State is asked for.
    pub on_a_state: bool,
}

/// A report that has been drawn up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnUp {
    /// What it says.
    pub composition: Composition,
    /// The checkpoint that it rests on.
    pub proof: Option<Proof>,
}

/// A published text with what the register has to say on it.
#[derive(Debug, Clone)]
pub struct ComparedText {
    /// What the comparison came to.
    pub answer: Reconciliation,
    /// The text.
    pub text: SourceText,
}

/// Why there is no answer, in words for the visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceError(String);

impl SourceError {
    /// The reason, as a sentence without its full stop.
    pub fn new(reason: impl fmt::Display) -> Self {
        Self(reason.to_string())
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SourceError {}
