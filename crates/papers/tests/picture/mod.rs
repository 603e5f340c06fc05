//! Pictures in which a reader looks for a QR code.

/// A picture, row by row.
pub(crate) struct Picture {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// From 0, black, to 255, white.
    pub(crate) pixels: Vec<u8>,
}

impl Picture {
    /// The drawing that a page has, with four pixels to a module.
    pub(crate) fn of_svg(page: &str) -> Self {
        const SCALE: usize = 4;
        let side: usize = between(page, "viewBox=\"0 0 ", " ").parse().expect("a number");
        let mut picture = Self::blank(side * SCALE, side * SCALE);
        let runs = between(page, "<path fill=\"#000\" d=\"M", "z\"/>").split("zM");
        for run in runs {
            let numbers: Vec<usize> = run.split([' ', 'h', 'v', '-']).filter_map(|part| part.parse().ok()).collect();
            let [x, y, length, 1, back] = numbers[..] else { panic!("a run of modules, not {run}") };
            assert_eq!(length, back);
            for row in y * SCALE..(y + 1) * SCALE {
                let start = row * picture.width;
                picture.pixels[start + x * SCALE..start + (x + length) * SCALE].fill(0);
            }
        }
        picture
    }

    /// A picture as `pdftoppm -gray` writes it: "P5", width, height and 255, then a byte for each pixel.
    pub(crate) fn of_pgm(file: &[u8]) -> Self {
        let mut head = file.splitn(4, |byte| *byte == b'\n');
        let mut line = || String::from_utf8(head.next().expect("a line").to_vec()).expect("UTF-8");
        assert_eq!(line(), "P5");
        let size: Vec<usize> = line().split(' ').map(|number| number.parse().expect("a number")).collect();
        assert_eq!(line(), "255");
        let pixels = head.next().expect("the pixels").to_vec();
        assert_eq!(pixels.len(), size[0] * size[1]);
        Self { width: size[0], height: size[1], pixels }
    }

    fn blank(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![255; width * height] }
    }

    /// What a reader finds in the codes of the picture.
    pub(crate) fn codes(&self) -> Vec<String> {
        let pixel = |x: usize, y: usize| self.pixels[y * self.width + x];
        let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(self.width, self.height, pixel);
        prepared.detect_grids().iter().map(|grid| grid.decode().expect("the code is sound").1).collect()
    }
}

/// What stands between the first `start` and the `end` after it.
pub(crate) fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let after = text.split_once(start).expect("the start").1;
    after.split_once(end).expect("the end").0
}
