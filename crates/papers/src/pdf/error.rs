//! Why a PDF file could not be made.

use typst::diag::SourceDiagnostic;

/// Why a PDF file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The document did not fit into the form that the typesetter reads.
    #[error("the paper can't be handed to the typesetter: {0}")]
    Data(#[from] serde_json::Error),
    /// The typesetter could not lay the pages out.
    #[error("the paper can't be laid out: {0}")]
    Layout(String),
    /// The pages can't be written as PDF/A-2a and PDF/UA-1.
    #[error("the pages can't be written as PDF/A-2a and PDF/UA-1: {0}")]
    Standards(String),
}

impl PdfError {
    pub(super) fn layout(found: &[SourceDiagnostic]) -> Self {
        Self::Layout(in_words(found))
    }

    pub(super) fn standards(found: &[SourceDiagnostic]) -> Self {
        Self::Standards(in_words(found))
    }
}

/// Each diagnostic with its hints, one after the other.
fn in_words(found: &[SourceDiagnostic]) -> String {
    let each = found.iter().map(|diagnostic| {
        let hints = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v));
        format!("{}{}", diagnostic.message, hints.collect::<String>())
    });
    each.collect::<Vec<_>>().join("; ")
}
