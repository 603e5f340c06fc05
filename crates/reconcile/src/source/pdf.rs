//! PDF: the characters drawn on each page, with where they stand.

mod lines;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Rect};

use self::lines::{Drawn, Lines};
use super::{LONGEST, Paragraph, Unreadable};

/// A font without shapes, for the fonts that a file names and does not carry: the characters are read, not how they look.
const BLANK: &[u8] = include_bytes!("pdf/blank.ttf");

/// The most pages read.
const MOST_PAGES: usize = 5_000;

/// The paragraphs of a PDF.
pub fn paragraphs(bytes: &[u8]) -> Result<Vec<Paragraph>, Unreadable> {
    // The reader is made for broken files; should one stop it all the same, the file is refused and nothing more.
    let read = catch_unwind(AssertUnwindSafe(|| lines(bytes)));
    let lines = read.unwrap_or_else(|_| Err(Unreadable::NotPdf("its content breaks off".to_owned())))?;
    Ok(lines.paragraphs())
}

fn lines(bytes: &[u8]) -> Result<Lines, Unreadable> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|fault| Unreadable::NotPdf(format!("{fault:?}")))?;
    let settings = InterpreterSettings {
        font_resolver: Arc::new(|_| Some((Arc::new(BLANK), 0))),
        render_annotations: false,
        ..InterpreterSettings::default()
    };
    let cache = InterpreterCache::new();
    let mut lines = Lines::default();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        let area = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context = Context::new(Affine::IDENTITY, area, &cache, pdf.xref(), settings.clone());
        let mut reader = Reader::default();
        interpret_page(page, &mut context, &mut reader);
        lines.add_page(reader.drawn);
        if lines.is_longer_than(LONGEST) {
            break;
        }
    }
    Ok(lines)
}

/// Something to draw on that keeps the characters alone.
#[derive(Default)]
struct Reader {
    drawn: Vec<Drawn>,
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        if self.drawn.len() >= LONGEST {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(character)) => character.to_string(),
            Some(BfString::String(text)) => text,
            None => return,
        };
        let placed = transform * glyph_transform;
        let [across, slant, _, up, ..] = placed.as_coeffs();
        let foot = placed.translation();
        let width = match glyph {
            Glyph::Outline(outline) => f64::from(outline.advance_width().unwrap_or(500.0)),
            Glyph::Type3(_) => 500.0,
        };
        // Fonts are drawn on a square of a thousand units.
        let size = up.abs().max(slant.abs()) * 1000.0;
        self.drawn.push(Drawn { text, x: foot.x, y: foot.y, size, width: width * across.hypot(slant) });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
