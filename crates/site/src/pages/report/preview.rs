//! The preview of a report, for its drafter: every figure leads to its reasons, and every paragraph says which section of
//! the definition it comes from.

use askama::Template;
use papers::document::{Document, Figure, Grounds, Inline};
use papers::report::Composition;

use super::{Question, question};
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::fault::Fault;
use crate::frame::{Frame, When};
use crate::pages::laid_out;
use crate::reply::Reply;
use crate::source::{DrawnUp, Source};

#[derive(Template)]
#[template(path = "report_preview.html")]
struct Page<'a> {
    frame: Frame,
    title: &'a str,
    report: String,
    when: When,
    article: String,
    paragraphs: Vec<ParagraphShown>,
}

/// A paragraph, with what it draws from the register.
struct ParagraphShown {
    section: String,
    figures: Vec<FigureShown>,
}

struct FigureShown {
    role: String,
    words: String,
    address: String,
}

/// The page.
pub(crate) fn reply(source: &dyn Source, name: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let question = match question(source, name, pairs)? {
        Ok(question) => question,
        Err(choice) => return Ok(choice),
    };
    let DrawnUp { composition, proof } = question.drawn_up(source)?;
    let record = source.record(question.asked.known_at())?;
    let reasons = |figure: &Figure| reasons(figure, &question);
    let paragraphs = paragraphs(&composition, &reasons);
    let document = Document { proof, ..composition.document() };
    let path = address::report_preview(&question.report.name);
    laid_out(&Page {
        frame: question.frame(&record),
        title: &question.report.title,
        report: question.of(&question.path),
        when: question.when(&path, source),
        article: papers::html::fragment_with_reasons(&document, &reasons),
        paragraphs,
    })
}

/// Where the reasons of a figure are, as at its day and from what was known.
fn reasons(figure: &Figure, question: &Question<'_>) -> String {
    let asked = Asked { as_at: figure.as_at, names_day: true, ..question.asked.clone() };
    let path = match &figure.grounds {
        Grounds::Treaty(treaty) => address::treaty(treaty),
        Grounds::Party(treaty, party) => address::explanation(treaty, *party),
        Grounds::Body(treaty) => address::body(treaty),
        Grounds::Reports(treaty) => address::reports_due(treaty),
        Grounds::Mandates => address::MANDATES.to_owned(),
        Grounds::State(party) => address::state(*party),
    };
    asked.of(&path)
}

fn paragraphs(composition: &Composition, address: &dyn Fn(&Figure) -> String) -> Vec<ParagraphShown> {
    let figure = |inline: &Inline| match inline {
        Inline::Figure(figure) => Some(FigureShown {
            role: figure.role.replace('-', " "),
            words: figure.words.clone(),
            address: address(figure),
        }),
        _ => None,
    };
    let shown = composition.paragraphs().map(|(section, paragraph)| ParagraphShown {
        section: section.to_owned(),
        figures: paragraph.iter().filter_map(figure).collect(),
    });
    shown.collect()
}
