//! Documents: one document model, rendered to HTML and PDF.
//!
//! A paper is composed as a [`document::Document`] and then rendered by [`html`] for screens or by [`pdf`] for
//! print and archives. [`un_date`], [`enumeration`] and [`number_words`] write dates, lists and numbers the way
//! the documents of the United Nations do. [`coming`] tells of the days to come, in words and as a feed.

pub mod coming;
pub mod condition;
pub mod discharge;
pub mod document;
pub mod editing;
pub mod enumeration;
pub mod explanation;
pub mod html;
pub mod number_words;
pub mod outreach;
pub mod pair;
pub mod pdf;
pub mod proof;
pub mod report;
pub mod statement;
pub mod un_date;
pub mod when;

mod plain_text;
mod qr_code;
mod web_address;
mod wording;
