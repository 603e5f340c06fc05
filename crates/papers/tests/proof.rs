//! A paper's checkpoint and the code to its proof, in both formats, read as people and machines read them.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at the first thing that fails")]

mod picture;
mod read_back;
mod sample;

use papers::document::{Block, Document, Inline, Masthead};
use papers::html;
use papers::proof::Proof;
use picture::{Picture, between};
use read_back::{output, read, rendered};

/// A checkpoint as a register signs it, with the note's em dash.
const CHECKPOINT: &str = "\
treaties.example.org/register
1204
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— treaties.example.org/register Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
";

const LINK: &str = "https://treaties.example.org/checkpoints/1204";

fn proof(link: Option<&str>) -> Proof {
    Proof { checkpoint: CHECKPOINT.into(), link: link.map(str::to_owned), entries: 1204 }
}

/// A paper of several pages.
fn long_paper(proof: Proof) -> Document {
    Document { proof: Some(proof), ..sample::document() }
}

/// A paper of one page.
fn short_paper(proof: Proof) -> Document {
    Document {
        language: "en".into(),
        masthead: Masthead::default(),
        item_title: None,
        title: "Title".into(),
        by_line: None,
        summary: vec![],
        body: vec![Block::Plain(vec![Inline::text("One sentence.")])],
        notes: vec![],
        colophon: vec![],
        proof: Some(proof),
    }
}

/// The only page as an office scans it, at 300 pixels to the inch.
fn printed(document: &Document) -> Picture {
    Picture::of_pgm(&output(document, "pdftoppm", &["-gray", "-r", "300", "-singlefile"], &[]))
}

#[test]
fn the_section_keeps_its_form() {
    let page = html::fragment(&short_paper(proof(Some(LINK))));
    let section = page.split_once("<section class=\"proof\"").expect("the section").1;
    let dark = between(section, "<path fill=\"#000\" d=\"", "\"");

    insta::assert_snapshot!(section.replace(dark, "(dark modules)"));
}

#[test]
fn the_code_leads_to_the_proof() {
    let paper = short_paper(proof(Some(LINK)));

    for codes in [Picture::of_svg(&html::fragment(&paper)).codes(), printed(&paper).codes()] {
        assert_eq!(codes, [LINK]);
    }
}

#[test]
fn the_code_holds_the_checkpoint_when_the_proof_is_nowhere() {
    for link in [None, Some("javascript:alert(1)")] {
        let paper = short_paper(proof(link));

        for codes in [Picture::of_svg(&html::fragment(&paper)).codes(), printed(&paper).codes()] {
            assert_eq!(codes, [CHECKPOINT]);
        }
    }
}

#[test]
fn the_code_has_a_margin_of_four_modules() {
    let Picture { width, height, pixels } = Picture::of_svg(&html::fragment(&short_paper(proof(Some(LINK)))));
    let margin = 4 * 4;
    let dark = pixels.iter().enumerate().filter(|(_, pixel)| **pixel == 0).map(|(at, _)| (at % width, at / width));
    let (columns, rows): (Vec<usize>, Vec<usize>) = dark.unzip();

    assert_eq!((columns.iter().min(), columns.iter().max()), (Some(&margin), Some(&(width - margin - 1))));
    assert_eq!((rows.iter().min(), rows.iter().max()), (Some(&margin), Some(&(height - margin - 1))));
}

#[test]
fn the_printed_code_is_wide_enough_to_be_read() {
    let short = proof(Some(LINK));
    let long = Proof { checkpoint: CHECKPOINT.repeat(5), ..proof(None) };

    for (proof, modules, millimetres) in [(short, 33, 28.0), (long, 121, 48.4)] {
        let paper = short_paper(proof);
        let page = html::fragment(&paper);
        let structure = read(&paper, "pdfinfo", &["-struct-text"], &[]);
        let corners: Vec<f64> =
            between(&structure, "/BBox [", "]").split(' ').filter_map(|number| number.parse().ok()).collect();
        let [left, bottom, right, top] = corners[..] else { panic!("four numbers, not {corners:?}") };

        assert_eq!(between(&page, "viewBox=\"0 0 ", " "), (modules + 8).to_string());
        for points in [right - left, top - bottom] {
            assert!((points / 72.0 * 25.4 - millimetres).abs() < 0.01, "{points} points");
        }
    }
}

#[test]
fn the_checkpoint_can_be_copied_out_of_both_formats() {
    let paper = long_paper(proof(Some(LINK)));
    let page = html::fragment(&paper);
    let text = read(&paper, "pdftotext", &["-raw"], &["-"]);

    assert_eq!(between(&page, "<pre>", "</pre>"), CHECKPOINT);
    let lines: Vec<&str> = text.lines().collect();
    let checkpoint: Vec<&str> = CHECKPOINT.lines().filter(|line| !line.is_empty()).collect();
    assert!(lines.windows(checkpoint.len()).any(|window| window == checkpoint), "{text}");
}

#[test]
fn a_line_that_is_too_long_for_the_page_is_broken_and_complete() {
    let words: String = (1_000..2_000).map(|number| number.to_string()).collect();
    let paper = short_paper(Proof { checkpoint: format!("{words}\n"), ..proof(None) });
    let text = read(&paper, "pdftotext", &["-raw"], &["-"]);

    assert!(text.split_whitespace().collect::<String>().contains(&words), "{text}");
    let broken = text.lines().filter(|line| line.len() == 143 && words.contains(line));
    assert_eq!(broken.count(), words.len() / 143);
}

#[test]
fn both_formats_say_how_to_check() {
    let paper = short_paper(proof(Some(LINK)));
    let page = html::fragment(&paper);
    let text = read(&paper, "pdftotext", &["-raw"], &["-"]);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");

    assert!(page.contains("<code>depositary verify --checkpoint FILE</code> tells"));
    assert!(text.contains("in a file, depositary verify --checkpoint FILE tells whether"), "{text}");
    for words in ["Record and proof", "was made from the first 1204 entries of the register whose checkpoint", LINK] {
        assert!(page.contains(words), "{words} on the page");
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn the_number_of_entries_is_put_into_words_that_fit() {
    for (entries, words) in
        [(0, "from a register without entries, whose"), (1, "from the first entry of the register whose")]
    {
        assert!(html::fragment(&short_paper(Proof { entries, ..proof(None) })).contains(words));
    }
}

#[test]
fn the_printed_section_is_tagged() {
    let paper = short_paper(proof(Some(LINK)));
    let structure = read(&paper, "pdfinfo", &["-struct-text"], &[]);
    let objects = output(&paper, "qpdf", &["--qdf", "--object-streams=disable"], &["-"]);
    let objects = String::from_utf8_lossy(&objects);

    for tag in ["H2 \"Record and proof\"", "Code (inline)", "Link (inline)", "Figure:"] {
        assert!(structure.contains(tag), "{tag} is missing in\n{structure}");
    }
    assert!(objects.contains(&format!("/Alt (QR code: the address of the proof, {LINK})")));
}

#[test]
fn what_no_code_can_hold_is_printed_without_one() {
    let paper = short_paper(Proof { checkpoint: CHECKPOINT.repeat(20), ..proof(None) });
    let page = html::fragment(&paper);

    assert!(page.contains("<pre>treaties.example.org/register\n1204\n"));
    assert!(!page.contains("<svg"));
    assert!(!page.contains("The code"));
    assert!(!read(&paper, "pdfinfo", &["-struct-text"], &[]).contains("Figure"));
}

#[test]
fn the_file_is_sound_and_the_same_every_time() {
    let paper = long_paper(proof(None));
    let said = read(&paper, "qpdf", &["--check"], &[]);

    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    assert!(rendered(&paper) == rendered(&paper));
}

#[test]
fn nothing_is_said_of_proof_when_none_is_given() {
    let paper = sample::document();

    assert!(!html::fragment(&paper).contains("class=\"proof\""));
    assert!(!read(&paper, "pdftotext", &["-raw"], &["-"]).contains("Record and proof"));
}
