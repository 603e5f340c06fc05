//! QR codes (ISO/IEC 18004) as runs of dark modules, for renderings to draw as vector shapes.

use qrcodegen::{QrCode as Encoded, QrCodeEcc};

/// The margin that a reader needs around the code, in modules (ISO/IEC 18004, section 9.1).
pub(crate) const QUIET_ZONE: u32 = 4;

/// More characters than the largest code holds in any encoding, so a longer text need not be tried.
const MOST_CHARACTERS: usize = 7_089;

/// A code, without its margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QrCode {
    /// How many modules the code has on each side.
    pub(crate) side: u32,
    /// All dark modules.
    pub(crate) dark: Vec<Run>,
}

/// Dark modules that stand side by side in one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    /// The column of the first, from the left.
    pub(crate) x: u32,
    /// The row, from the top.
    pub(crate) y: u32,
    /// How many there are.
    pub(crate) length: u32,
}

impl QrCode {
    /// A code that holds the text, so that at least 15 per cent of it may be damaged, or 7 per cent when the text is
    /// long; `None` if no code is large enough.
    pub(crate) fn holding(text: &str) -> Option<Self> {
        if text.len() > MOST_CHARACTERS {
            return None;
        }
        let levels = [QrCodeEcc::Medium, QrCodeEcc::Low];
        let encoded = levels.into_iter().find_map(|level| Encoded::encode_text(text, level).ok())?;
        let rows = (0..encoded.size()).zip(0..);
        Some(Self {
            side: encoded.size().unsigned_abs(),
            dark: rows.flat_map(|(row, y)| dark_in_row(&encoded, row, y)).collect(),
        })
    }

    /// How many modules the code with its margin has on each side.
    pub(crate) fn side_with_margin(&self) -> u32 {
        self.side + 2 * QUIET_ZONE
    }
}

fn dark_in_row(encoded: &Encoded, row: i32, y: u32) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let columns = (0..encoded.size()).zip(0..).filter(|(column, _)| encoded.get_module(*column, row));
    for (_, x) in columns {
        match runs.last_mut() {
            Some(run) if run.x + run.length == x => run.length += 1,
            _ => runs.push(Run { x, y, length: 1 }),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{QUIET_ZONE, QrCode};

    /// What a reader finds, with its level of error correction (0 is M, 1 is L), when each module is four pixels wide.
    fn read(code: &QrCode) -> (String, u16) {
        let side = code.side_with_margin() as usize;
        let mut dark = vec![false; side * side];
        for run in &code.dark {
            let [x, y, length] = [run.x + QUIET_ZONE, run.y + QUIET_ZONE, run.length].map(|number| number as usize);
            dark[y * side..][x..x + length].fill(true);
        }
        let is_dark = |x: usize, y: usize| dark[y / 4 * side + x / 4];
        let mut image = rqrr::PreparedImage::prepare_from_bitmap(side * 4, side * 4, is_dark);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        let (about, text) = grids[0].decode().expect("the code is sound");
        (text, about.ecc_level)
    }

    #[test]
    fn a_reader_finds_the_text() {
        for text in ["", "https://example.org/proof/1204", "example.org\n1204\n\n— example.org AbC+/=\n"] {
            let code = QrCode::holding(text).expect("there is room");
            assert_eq!(read(&code).0, text);
        }
    }

    #[test]
    fn a_long_text_has_less_error_correction() {
        // Version 40 holds 2,331 bytes at level M and 2,953 at level L.
        let [most_at_m, most_at_l] = ["é".repeat(1_165), "é".repeat(1_476)];

        assert_eq!(read(&QrCode::holding(&most_at_m).expect("there is room")), (most_at_m, 0));
        assert_eq!(read(&QrCode::holding(&most_at_l).expect("there is room")), (most_at_l, 1));
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert_eq!(QrCode::holding(&"é".repeat(1_477)), None);
        assert_eq!(QrCode::holding(&"1".repeat(7_090)), None);
        assert!(QrCode::holding(&"1".repeat(7_089)).is_some());
    }
}
