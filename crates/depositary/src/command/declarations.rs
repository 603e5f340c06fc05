//! `declarations`: who has made the optional declarations of a treaty, and how many more bring an article into force.

use law::answer::{DeclarationsAnswer, DeclaredAnswer, ThresholdAnswer, UnderArticleAnswer};
use law::optional_declarations::OptionalDeclarations;
use papers::un_date::ENGLISH;
use register::Location;

use super::Answer;
use super::status::or_nothing;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::Declarations) -> Result<Answer, Failure> {
    let record = super::record_about(&asked.treaty, location, &asked.question)?;
    let treaty = record.treaty(&asked.treaty)?;
    let declarations = OptionalDeclarations::of(treaty, &record, super::as_at(&asked.question));
    let answer = DeclarationsAnswer::of(&declarations, &record);
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.articles.iter().flat_map(csv_rows))?,
        Format::Table => printing::answer(&for_people(&answer))?,
    }
    Ok(Answer::Done)
}

const HEAD_CSV: [&str; 8] = ["article", "party", "name", "made", "withdrawn", "counts_from", "counts", "standing"];

const HEAD: [&str; 5] = ["State", "Made", "Withdrawn", "Counts from", "Remarks"];

fn csv_rows(article: &UnderArticleAnswer) -> Vec<Vec<String>> {
    let row = |declared: &DeclaredAnswer| {
        vec![
            article.threshold.article.clone(),
            declared.party.to_string(),
            declared.name.clone(),
            declared.made.to_string(),
            or_nothing(declared.withdrawn),
            or_nothing(declared.counts_from),
            declared.counts.to_string(),
            declared.standing.to_string(),
        ]
    };
    article.declarations.iter().map(row).collect()
}

fn for_people(answer: &DeclarationsAnswer) -> String {
    let on = ENGLISH.write(answer.as_at.day());
    let head = format!("{} {}\nAs at {on}", answer.treaty, answer.title);
    if answer.articles.is_empty() {
        return format!("{head}: the treaty has no article under which a declaration can be made.");
    }
    let row = |declared: &DeclaredAnswer| {
        let standing = if declared.counts { declared.standing.to_string() } else { "not counted".to_owned() };
        let remarks = declared.note.as_ref().map_or(standing.clone(), |note| format!("{standing}: {note}"));
        vec![
            declared.name.clone(),
            declared.made.to_string(),
            or_nothing(declared.withdrawn),
            or_nothing(declared.counts_from),
            remarks,
        ]
    };
    let about = |article: &UnderArticleAnswer| {
        let ThresholdAnswer { clause, subject, .. } = &article.threshold;
        let table = match article.declarations.as_slice() {
            [] => "Nobody has declared.".to_owned(),
            declarations => printing::table(&HEAD, declarations.iter().map(row)),
        };
        format!("Article {clause}, {subject}: {}\n{table}", how_many(&article.threshold))
    };
    let articles: Vec<String> = answer.articles.iter().map(about).collect();
    format!("{head}\n\n{}", articles.join("\n\n"))
}

fn how_many(threshold: &ThresholdAnswer) -> String {
    let count = match threshold.count {
        1 => "1 declaration counts".to_owned(),
        count => format!("{count} declarations count"),
    };
    match (threshold.needed, threshold.in_force, threshold.remaining) {
        (None, ..) => count,
        (Some(_), Some(since), _) => format!("{count}; in force since {}", ENGLISH.write(since.day())),
        (Some(needed), None, remaining) => {
            format!("{count}; in force with {needed}, of which {} are wanting", or_nothing(remaining))
        }
    }
}
