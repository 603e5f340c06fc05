//! A draft: the paragraphs of a report in an editor's hands.

use std::collections::{BTreeMap, BTreeSet};

use law::calendar::AsAt;
use law::party::PartyCode;
use law::treaty::TreatyId;
use serde::{Deserialize, Serialize};

use super::difference::{Change, Difference};
use super::markup::{read, with_figures, written};
use super::merge::{Figures, merge};
use crate::document::{Figure, Inline, Paragraph};
use crate::report::{Composition, Content, Piece};

/// A draft of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Draft {
    /// The report's name.
    pub report: String,
    /// The day that it is as at.
    pub as_at: AsAt,
    /// The treaty, where the definition leaves it open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treaty: Option<TreatyId>,
    /// The State, where the definition leaves it open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<PartyCode>,
    /// How many entries the register had when the draft was last brought up to date.
    pub entries: u64,
    /// The paragraphs, in their order.
    #[serde(default)]
    pub paragraph: Vec<DraftParagraph>,
}

/// A paragraph of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DraftParagraph {
    /// The section that it comes from; without one, it is the editor's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The paragraph as the editor wants it; empty: it is left out.
    pub text: String,
    /// The paragraph as the register had it when the draft was last brought up to date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generated: Option<String>,
    /// The figures in it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub figures: BTreeMap<String, String>,
}

/// A draft that is of another report, or names what is not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableDraft {
    /// It is a draft of another report.
    #[error("it is a draft of the report `{given}` and not of `{wanted}`; name another file")]
    OfAnotherReport {
        /// The draft's report.
        given: String,
        /// The report asked for.
        wanted: String,
    },
    /// Two paragraphs are said to be the same.
    #[error("two paragraphs are said to be from `{0}`; the editor's own paragraphs have no `from`")]
    Twice(String),
}

/// A paragraph as the register has it now.
struct Generated {
    name: String,
    text: String,
    figures: Vec<Figure>,
}

impl Draft {
    /// The draft that an editor begins with: every paragraph as the register has it.
    #[must_use]
    pub fn of(composition: &Composition, as_at: AsAt, entries: u64) -> Self {
        let paragraph = generated(composition).into_iter().map(|one| one.unedited()).collect();
        Self { report: composition.report.clone(), as_at, treaty: None, state: None, entries, paragraph }
    }

    /// Brings the draft up to date with what the register says now, and tells what changed.
    ///
    /// # Errors
    /// When the draft is of another report, or says of two paragraphs that they are the same.
    pub fn bring_up_to_date(
        &mut self,
        composition: &Composition,
        entries: u64,
    ) -> Result<Vec<Difference>, UnreadableDraft> {
        self.check(composition)?;
        let mut differences = Vec::new();
        let now = generated(composition);
        let mut paragraphs: Vec<DraftParagraph> = Vec::new();
        let mut known = BTreeSet::new();
        for paragraph in std::mem::take(&mut self.paragraph) {
            let from = paragraph.from.clone();
            match from.as_deref().and_then(|from| now.iter().find(|one| one.name == from)) {
                Some(one) => {
                    known.insert(one.name.clone());
                    paragraphs.push(one.takes_the_place_of(paragraph, &mut differences));
                }
                None => paragraphs.extend(without_source(paragraph, &mut differences)),
            }
        }
        for (at, one) in now.iter().enumerate().filter(|(_, one)| !known.contains(&one.name)) {
            differences.push(Difference { paragraph: one.name.clone(), change: Change::New(one.text.clone()) });
            let before = now[..at].iter().rev().find_map(|before| place_of(&paragraphs, &before.name));
            paragraphs.insert(before.map_or(0, |before| before + 1), one.unedited());
        }
        self.paragraph = paragraphs;
        self.entries = entries;
        Ok(differences)
    }

    /// The report with the editor's words in it.
    #[must_use]
    pub fn applied(&self, mut composition: Composition) -> Composition {
        let notes = composition.notes.len();
        let now: Vec<(String, Vec<Figure>)> =
            generated(&composition).into_iter().map(|one| (one.name, one.figures)).collect();
        let mut place = 0;
        let mut name = |piece: &Piece| {
            let is_paragraph = matches!(piece.content, Content::Paragraph(_));
            let named = is_paragraph.then(|| now.get(place)).flatten();
            place += usize::from(is_paragraph);
            named
        };
        let mut own_first = self.own_after(None);
        let in_summary = composition.summary.len();
        let pieces: Vec<Piece> = composition.summary.drain(..).chain(composition.body.drain(..)).collect();
        let mut parts = [Vec::new(), Vec::new()];
        for (at, piece) in pieces.into_iter().enumerate() {
            let part = &mut parts[usize::from(at >= in_summary)];
            if at == in_summary {
                part.append(&mut own_first);
            }
            let Some((named, figures)) = name(&piece) else {
                part.push(piece);
                continue;
            };
            match self.paragraph.iter().find(|one| one.from.as_ref() == Some(named)) {
                Some(one) if one.is_edited() => part.extend(edited(one, figures, notes, &piece.section)),
                _ => part.push(piece),
            }
            part.extend(self.own_after(Some(named)));
        }
        let [summary, body] = parts;
        Composition { summary, body, ..composition }
    }

    fn check(&self, composition: &Composition) -> Result<(), UnreadableDraft> {
        if self.report != composition.report {
            let (given, wanted) = (self.report.clone(), composition.report.clone());
            return Err(UnreadableDraft::OfAnotherReport { given, wanted });
        }
        let mut seen = BTreeSet::new();
        let twice = self.paragraph.iter().filter_map(|one| one.from.as_ref()).find(|from| !seen.insert(*from));
        twice.map_or(Ok(()), |from| Err(UnreadableDraft::Twice(from.clone())))
    }

    /// The editor's own paragraphs that stand after another, or before all.
    fn own_after(&self, name: Option<&str>) -> Vec<Piece> {
        let from = match name {
            None => 0,
            Some(name) => place_of(&self.paragraph, name).map_or(self.paragraph.len(), |place| place + 1),
        };
        let own = self.paragraph[from..].iter().take_while(|one| one.from.is_none());
        let piece =
            |one: &DraftParagraph| Piece { section: "own".to_owned(), content: Content::Paragraph(read(&one.text, 0)) };
        own.filter(|one| !one.text.trim().is_empty()).map(piece).collect()
    }
}

impl DraftParagraph {
    /// Whether the editor has changed it.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        self.generated.as_ref().is_none_or(|generated| !is_same(generated, &self.text))
    }
}

impl Generated {
    fn unedited(&self) -> DraftParagraph {
        let figures = self.figures.iter().map(|figure| (figure.role.clone(), figure.words.clone())).collect();
        let (text, generated) = (self.text.clone(), Some(self.text.clone()));
        DraftParagraph { from: Some(self.name.clone()), text, generated, figures }
    }

    /// The figures in the order of the text, as the register has them now or as it had them.
    fn in_order(&self, then: Option<&BTreeMap<String, String>>) -> Figures {
        let words = |figure: &Figure| match then {
            None => Some(figure.words.clone()),
            Some(then) => then.get(&figure.role).cloned(),
        };
        self.figures.iter().filter_map(|figure| Some((figure.role.clone(), words(figure)?))).collect()
    }

    /// The paragraph of a draft brought up to date with this one.
    fn takes_the_place_of(&self, before: DraftParagraph, differences: &mut Vec<Difference>) -> DraftParagraph {
        let now = self.unedited();
        let Some(generated) = before.generated.clone() else { return DraftParagraph { text: before.text, ..now } };
        let mut tell = |change| differences.push(Difference { paragraph: self.name.clone(), change });
        if is_same(&generated, &self.text) {
            return DraftParagraph { text: before.text, ..now };
        }
        let after = self.text.clone();
        if !before.is_edited() {
            tell(Change::Moved { before: generated, after });
            return now;
        }
        if before.text.trim().is_empty() {
            tell(Change::MovedUnderAnEdit {
                before: generated,
                after,
                edited: String::new(),
                text: String::new(),
                contested: false,
            });
            return DraftParagraph { text: String::new(), ..now };
        }
        let (then, current) = (self.in_order(Some(&before.figures)), self.in_order(None));
        let merged = merge((&generated, &then), &before.text, (&self.text, &current));
        tell(Change::MovedUnderAnEdit {
            before: generated,
            after,
            edited: before.text,
            text: merged.text.clone(),
            contested: merged.contested,
        });
        DraftParagraph { text: merged.text, ..now }
    }
}

/// What becomes of a paragraph that the register has no longer, or never had: the editor's own stays, and so does what the
/// editor changed.
fn without_source(paragraph: DraftParagraph, differences: &mut Vec<Difference>) -> Option<DraftParagraph> {
    let Some(from) = paragraph.from.clone() else { return Some(paragraph) };
    let kept = paragraph.is_edited() && !paragraph.text.trim().is_empty();
    differences.push(Difference { paragraph: from, change: Change::Gone { text: paragraph.text.clone(), kept } });
    kept.then(|| DraftParagraph { from: None, text: paragraph.text, generated: None, figures: BTreeMap::new() })
}

/// Whether two texts have the same words: how lines are broken is of no account.
fn is_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn place_of(paragraphs: &[DraftParagraph], name: &str) -> Option<usize> {
    paragraphs.iter().position(|one| one.from.as_deref() == Some(name))
}

fn edited(one: &DraftParagraph, figures: &[Figure], notes: usize, section: &str) -> Option<Piece> {
    let paragraph = with_figures(read(&one.text, notes), figures);
    (!paragraph.is_empty()).then(|| Piece { section: section.to_owned(), content: Content::Paragraph(paragraph) })
}

/// The paragraphs of a report, each under a name: its section, and its number where the section has several.
fn generated(composition: &Composition) -> Vec<Generated> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let of = |(section, paragraph): (&str, &Paragraph), number: u32| Generated {
        name: if number == 1 { section.to_owned() } else { format!("{section}/{number}") },
        text: written(paragraph),
        figures: paragraph.iter().filter_map(as_figure).collect(),
    };
    let mut all = Vec::new();
    for (section, paragraph) in composition.paragraphs() {
        let count = counts.entry(section).or_default();
        *count += 1;
        all.push(of((section, paragraph), *count));
    }
    all
}

fn as_figure(piece: &Inline) -> Option<Figure> {
    match piece {
        Inline::Figure(figure) => Some(figure.clone()),
        _ => None,
    }
}
