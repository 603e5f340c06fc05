//! All that the typesetter may see: one template, one document as data, two typefaces. No files, no packages,
//! no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_kit::fonts::{FontStore, embedded};

/// The typefaces that the template asks for: one for text, one for what is typed as it stands. What one lacks is taken
/// from the other.
const TYPEFACES: [&str; 2] = ["Libertinus Serif", "DejaVu Sans Mono"];

static FONTS: LazyLock<FontStore> = LazyLock::new(|| {
    let mut fonts = FontStore::new();
    fonts.extend(embedded().filter(|(_, about)| TYPEFACES.contains(&about.family.as_str())));
    fonts
});

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("paper.typ")));

/// The world that one paper is typeset in.
pub(super) struct Typesetter {
    library: LazyHash<Library>,
}

impl Typesetter {
    /// The paper is JSON, which the template reads from `sys.inputs` as data: nothing in it is ever parsed as
    /// markup.
    pub(super) fn new(paper: Vec<u8>) -> Self {
        let mut inputs = Dict::new();
        inputs.insert("paper".into(), Value::Bytes(Bytes::new(paper)));
        // Lets the first cell of a row be tagged as the head of its row.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(inputs).with_features(features).build();
        Self { library: LazyHash::new(library) }
    }
}

impl World for Typesetter {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        FONTS.book()
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
