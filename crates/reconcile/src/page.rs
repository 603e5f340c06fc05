//! A text compared with the register, side by side: on one side the text with its claims marked, on the other what the register has to say
//! on each.

use askama::Template;

use crate::answer::{ClaimAnswer, Reconciliation};
use crate::comparison::Verdict;
use crate::source::SourceText;

/// The rules for an [`article`], all of them about `.side-by-side` and what is inside it.
pub const STYLE_SHEET: &str = include_str!("../templates/side_by_side.css");

#[derive(Template)]
#[template(path = "side_by_side.html")]
struct Article<'a> {
    answer: &'a Reconciliation,
    paragraphs: Vec<ParagraphShown<'a>>,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    title: &'a str,
    style: &'static str,
    article: String,
}

struct ParagraphShown<'a> {
    runs: Vec<Run>,
    claims: Vec<ClaimShown<'a>>,
}

/// Words of which the same claims are made, or none.
struct Run {
    words: String,
    verdict: Option<&'static str>,
}

struct ClaimShown<'a> {
    verdict: &'static str,
    claim: &'a str,
    value: Option<String>,
    register: Option<String>,
    why: Option<&'a str>,
    substance: Option<usize>,
}

/// An HTML `article` for a page that brings its own frame and [`STYLE_SHEET`]. Every word of the text is escaped.
///
/// # Errors
/// Those of writing to memory: none are known.
pub fn article(answer: &Reconciliation, text: &SourceText) -> Result<String, askama::Error> {
    let paragraphs = text.paragraphs.iter().zip(1..).map(|(paragraph, number)| {
        let claims: Vec<&ClaimAnswer> = answer.claims.iter().filter(|claim| claim.at.paragraph == number).collect();
        ParagraphShown { runs: runs(&paragraph.text, &claims), claims: together(claims.into_iter().map(shown)) }
    });
    Article { answer, paragraphs: paragraphs.collect() }.render()
}

/// A complete page that needs no other file.
///
/// # Errors
/// Those of [`article`].
pub fn page(answer: &Reconciliation, text: &SourceText) -> Result<String, askama::Error> {
    Page { title: &answer.source, style: STYLE_SHEET, article: article(answer, text)? }.render()
}

/// The words of a paragraph, cut wherever a claim begins or ends. Of several claims on the same words the worst marks them.
fn runs(text: &str, claims: &[&ClaimAnswer]) -> Vec<Run> {
    let characters: Vec<char> = text.chars().collect();
    let ends = claims.iter().flat_map(|claim| [claim.at.from, claim.at.to]);
    let mut cuts: Vec<usize> = ends.chain([0, characters.len()]).map(|cut| cut.min(characters.len())).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let run = |pair: &[usize]| {
        let (from, to) = (*pair.first()?, *pair.last()?);
        let about = claims.iter().filter(|claim| claim.at.from <= from && to <= claim.at.to);
        let verdict = about.map(|claim| claim.verdict).max_by_key(|verdict| gravity(*verdict)).map(Verdict::word);
        Some(Run { words: characters.get(from..to)?.iter().collect(), verdict })
    };
    cuts.windows(2).filter_map(run).collect()
}

const fn gravity(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Agrees => 0,
        Verdict::Unclear => 1,
        Verdict::Differs => 2,
    }
}

/// Claims as shown, those that agree without more to say one after the other: a list of forty States is one line.
fn together<'a>(claims: impl Iterator<Item = ClaimShown<'a>>) -> Vec<ClaimShown<'a>> {
    let mut together: Vec<ClaimShown<'a>> = Vec::new();
    for claim in claims {
        let same = |before: &&mut ClaimShown<'_>| {
            [&**before, &claim].iter().all(|one| one.verdict == "agrees" && one.why.is_none())
                && before.claim == claim.claim
        };
        match (together.last_mut().filter(same), &claim.value) {
            (Some(ClaimShown { value: Some(values), .. }), Some(value)) => {
                values.push_str("; ");
                values.push_str(value);
            }
            _ => together.push(claim),
        }
    }
    together
}

fn shown(claim: &ClaimAnswer) -> ClaimShown<'_> {
    ClaimShown {
        verdict: claim.verdict.word(),
        claim: &claim.claim,
        value: claim.value.as_ref().map(ToString::to_string),
        register: claim.register.as_ref().map(ToString::to_string),
        why: claim.why.as_deref(),
        substance: claim.substance,
    }
}
