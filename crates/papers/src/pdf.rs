//! A paper as a PDF file, laid out like a parliamentary document on A4, for print and for archives.
//!
//! The file conforms to PDF/A-2a and PDF/UA-1 together, and its bytes depend on nothing but what is passed in:
//! no clock, no file and no font of the machine takes part.

mod data;
mod error;
mod proof;
mod typesetter;

use jiff::civil::Date;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::document::Document;

pub use error::PdfError;
use typesetter::Typesetter;

/// What the file says about itself outside its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// The body that issues the paper.
    pub author: String,
    /// The day that counts as the file's day of creation.
    pub issued: Date,
}

/// Lays a paper out and writes it as a PDF file.
///
/// # Errors
/// When the text has a character that the typefaces (Libertinus Serif and `DejaVu Sans Mono`) lack, since an archived
/// file must not depend on a typeface that it doesn't hold; and when the layout or the standards refuse the document
/// in any other way. The error gives the typesetter's own reasons.
pub fn render(document: &Document, imprint: &Imprint) -> Result<Vec<u8>, PdfError> {
    let typesetter = Typesetter::new(data::of(document, imprint)?);
    let pages = typst::compile::<PagedDocument>(&typesetter).output.map_err(|found| PdfError::layout(&found));
    let file = pages.and_then(|pages| {
        typst_pdf::pdf(&pages, &options(document, imprint)?).map_err(|found| PdfError::standards(&found))
    });
    // The typesetter remembers what it has laid out; a program that runs for long must not fill up with that.
    typst::comemo::evict(0);
    file
}

fn options(document: &Document, imprint: &Imprint) -> Result<PdfOptions, PdfError> {
    Ok(PdfOptions {
        ident: document.masthead.symbol.clone().map_or(Smart::Auto, Smart::Custom),
        timestamp: midnight(imprint.issued).map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|refusal| PdfError::Standards(refusal.message().to_string()))?,
        ..PdfOptions::default()
    })
}

/// The start of the day; `None` for a day that a PDF file can't name.
fn midnight(day: Date) -> Option<Datetime> {
    let [month, day_of_month] = [day.month(), day.day()].map(i8::unsigned_abs);
    Datetime::from_ymd_hms(day.year().into(), month, day_of_month, 0, 0, 0)
}
