//! The paragraphs on declarations under articles that come into force by a number of their own.

use law::optional_declarations::{OptionalDeclarations, UnderArticle};
use law::record::{Kept, TreatyRecord};
use law::report_act::{DeclarationDeed, OptionalDeclaration};

use super::composer::ReportError;
use super::composition::Content;
use super::subject::Subject;
use super::telling::{Telling, counted, in_words_below_ten, states};
use crate::document::{Grounds, Paragraph};
use crate::enumeration::list;

/// A paragraph for each article.
pub(super) fn told(subject: &Subject<'_>) -> Result<Vec<Content>, ReportError> {
    let treaty = subject.treaty()?;
    let declarations = OptionalDeclarations::of(treaty, subject.record, subject.as_at);
    if declarations.articles.is_empty() {
        return Err(ReportError::no_clause(subject.definition, "optional declarations"));
    }
    Ok(declarations.articles.iter().map(|under| Content::Paragraph(paragraph(under, treaty, subject))).collect())
}

fn paragraph(under: &UnderArticle<'_>, treaty: &TreatyRecord, subject: &Subject<'_>) -> Paragraph {
    let mut telling = Telling::on(Grounds::Treaty(treaty.treaty.treaty.clone()), subject.as_at);
    telling.say("As at ");
    telling.day("as-at", subject.as_at.day());
    telling.say(", ");
    telling.figure("declarations", states(under.count));
    telling.say(&format!(" had made the declaration under article {}", under.clause.article));
    let counting = under.declarations.iter().filter(|declared| declared.counts(subject.as_at));
    let names: Vec<&str> = counting.map(|declared| declared.name.in_text()).collect();
    if !names.is_empty() {
        telling.say(&format!(": {}", list(&names)));
    }
    telling.say(".");
    say_undated(&mut telling, under, treaty, subject);
    match (under.in_force, under.remaining, under.needed) {
        (Some(day), ..) => {
            let has = if subject.as_at.reaches(day) { "came into force" } else { "are to come into force" };
            telling.say(&format!(" The provisions {has} on "));
            telling.day("in-force", day.day());
            telling.say(".");
        }
        (None, Some(remaining), Some(needed)) => {
            telling.say(&format!(
                " The provisions come into force once {} have declared so: ",
                states(usize::from(needed))
            ));
            telling.figure("remaining", in_words_below_ten(remaining));
            telling.say(if remaining == 1 { " more is needed." } else { " more are needed." });
        }
        _ => {}
    }
    telling.told()
}

/// Declarations of which the register knows only a later day by which they had been made: some may have been made by the day
/// asked about.
fn say_undated(telling: &mut Telling, under: &UnderArticle<'_>, treaty: &TreatyRecord, subject: &Subject<'_>) {
    let made_by_later = |kept: &&Kept<OptionalDeclaration>| {
        let OptionalDeclaration { article, date, deed, .. } = &kept.what;
        *article == under.article
            && *deed == DeclarationDeed::Made
            && date.exact().is_none()
            && !subject.as_at.follows(date.at_latest())
    };
    let undated = subject.record.declarations(&treaty.treaty.treaty).filter(made_by_later).count();
    if undated > 0 {
        telling.say(" Of ");
        telling.figure("undated", counted(undated, "more declaration", "more declarations"));
        telling.say(" the register knows only a later day by which it was made: it may have been made by then.");
    }
}
