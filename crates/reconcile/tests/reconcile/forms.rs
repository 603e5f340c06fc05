//! The same note as plain text, a page, a Word document and a PDF.

use std::io::Write;

use reconcile::source::{Form, SourceText, Unreadable};
use reconcile::{Question, reconcile};

use crate::texts::{SIGNATORIES, english};
use crate::{REGISTER, compared, differing, told};

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim)
}

fn page(text: &str) -> String {
    let paragraphs: String = paragraphs(text).map(|words| format!("<p>{words}<sup>1</sup></p>\n")).collect();
    let paragraphs = paragraphs.replace("Bosnia and", "Bosnia&nbsp;&amp;");
    format!(
        "<!DOCTYPE html><html><head><title>22 States</title><style>p {{}}</style></head><body>{paragraphs}</body></html>"
    )
}

fn docx(text: &str) -> Vec<u8> {
    let body: String = paragraphs(text).map(|words| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")).collect();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    write!(archive, "<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>").unwrap();
    archive.finish().unwrap().into_inner()
}

/// A PDF of one page, in a font that it names and does not carry.
fn pdf(text: &str) -> Vec<u8> {
    let mut content = "BT /F1 9 Tf 40 800 Td 11 TL\n".to_owned();
    for paragraph in paragraphs(text) {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if line.len() + word.len() > 95 {
                content.push_str(&format!("({line}) Tj T*\n"));
                line.clear();
            }
            line.push_str(&word.replace('(', "\\(").replace(')', "\\)"));
            line.push(' ');
        }
        content.push_str(&format!("({}) Tj T* T*\n", line.trim_end()));
    }
    content.push_str("ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[5 0 R]>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    for (object, number) in objects.iter().zip(1..) {
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    file.push_str("trailer<</Root 1 0 R>>\n%%EOF");
    file.into_bytes()
}

#[test]
fn the_form_of_a_file_makes_no_difference() {
    let text = english();
    let plain = compared(&text);
    for (bytes, form) in [(page(&text).into_bytes(), Form::Html), (docx(&text), Form::Docx), (pdf(&text), Form::Pdf)] {
        let answer = compared(&bytes);
        assert_eq!(answer.form, form);
        assert_eq!((answer.differences, answer.agreeing), (0, plain.agreeing), "{form:?}\n{}", told(&answer));
    }
}

#[test]
fn an_error_is_found_in_every_form() {
    let text = english().replace("Sierra Leone, ", "Sierra Leone, the Sudan, ").replace("10 States", "11 States");
    for bytes in [text.clone().into_bytes(), page(&text).into_bytes(), docx(&text), pdf(&text)] {
        let answer = compared(&bytes);
        assert_eq!(answer.differences, 1, "{}", told(&answer));
        assert_eq!(differing(&answer), ["11 States", "Sudan"]);
    }
}

#[test]
fn places_are_those_of_the_file() {
    let text = english();
    for file in [text.clone(), page(&text), format!("\u{feff}# **Étude**\n\n{text}")] {
        let answer = compared(&file);
        let characters: Vec<char> = file.chars().collect();
        for claim in &answer.claims {
            let range = claim.at.file.unwrap();
            let words: String = characters[range.from as usize..range.to as usize].iter().collect();
            let words = words.replace("&nbsp;", " ").replace("&amp;", "&");
            assert_eq!(words.split_whitespace().collect::<Vec<_>>(), claim.at.quote.split(' ').collect::<Vec<_>>());
        }
    }
}

#[test]
fn pages_and_texts_in_older_encodings_are_read() {
    let text = crate::texts::FRENCH.replace('’', "'");
    let right = compared(&text).agreeing;
    let latin: Vec<u8> = page(&text).chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let said = String::from("<meta charset=\"iso-8859-1\">").into_bytes();
    let wide: Vec<u8> = "\u{feff}"
        .chars()
        .chain(text.chars())
        .flat_map(|c| u16::try_from(u32::from(c)).unwrap().to_le_bytes())
        .collect();
    for bytes in [latin.clone(), [b"<html>".to_vec(), said, latin].concat(), wide] {
        let answer = compared(&bytes);
        assert_eq!((answer.differences, answer.agreeing), (0, right), "{}", told(&answer));
    }
}

#[test]
fn the_number_of_a_paragraph_is_told() {
    let answer = compared(english());
    let count = answer.claims.iter().find(|claim| claim.at.quote == "22 States").unwrap();
    assert_eq!(count.at.number.as_deref(), Some("2"));
}

#[test]
fn items_of_a_list_after_a_colon_are_the_list() {
    let items: String = SIGNATORIES
        .split(", ")
        .flat_map(|some| some.split(" and T"))
        .map(|name| {
            let name = if name == "urkey" { "Turkey" } else { name };
            format!("<li>{name}</li>")
        })
        .collect();
    let opening = format!(
        "<h1>{}</h1><p>As at 10 June 2003 the following 10 States had signed the Convention and not ratified it:</p>",
        crate::texts::TITLE
    );
    let answer = compared(format!("<html>{opening}<ul>{items}</ul><p>Chile ratified it on 21 March 2005.</p>"));
    assert_eq!((answer.differences, answer.agreeing), (0, 13), "{}", told(&answer));
    let without = items.replace("<li>Togo</li>", "");
    assert_eq!(compared(format!("<html>{opening}<ul>{without}</ul>")).differences, 1);
}

#[test]
fn days_in_a_table_are_claims() {
    let table = "| Participant | Signature | Ratification, Accession(a) |\n|---|---|---|\n\
                 | Chile | 24 Sep 1993 | 21 Apr 2005 |\n| Mali | | 5 Jun 2003 a |\n";
    let answer = compared(format!("# {}\n\n{table}", crate::texts::TITLE));
    assert_eq!((answer.agreeing, answer.differing), (2, 1), "{}", told(&answer));
    assert_eq!(differing(&answer), ["21 Apr 2005"]);
}

#[test]
fn what_is_no_text_is_refused_with_what_to_do() {
    let refused = |bytes: &[u8]| reconcile("a file", bytes, &REGISTER, Question::default()).unwrap_err().to_string();
    assert_eq!(
        refused(b"22 States\xff"),
        "the file is not text in UTF-8 (byte 9 can't be read), nor PDF, DOCX or HTML; save it in one of these"
    );
    assert!(refused(b"PK\x03\x04no archive").starts_with("the file begins as a DOCX file but can't be read as one"));
    assert!(refused(b"%PDF-1.4 no pages").starts_with("the file begins as a PDF but can't be read as one"));
    assert_eq!(SourceText::read(b" \n \n").unwrap_err(), Unreadable::Empty);
}
