//! The paragraph on participation: who is bound, who has signed, and on whose word.

use law::record::Record;
use law::status::{Participant, Status};

use super::definition::{ReportedActs, Tables};
use crate::document::{Inline, Note, Paragraph};
use crate::number_words::cardinal;
use crate::un_date::ENGLISH;

/// The lists of States, by name, with a note to each that stands there on a report alone.
pub(super) fn told(
    status: &Status<'_>,
    record: &Record,
    reported: ReportedActs,
    tables: Option<&Tables>,
    notes: &mut Vec<Note>,
) -> Paragraph {
    let bound: Vec<&Participant<'_>> = status.contracting().collect();
    let signed: Vec<&Participant<'_>> = status
        .participants
        .iter()
        .filter(|participant| {
            let only_signed = participant.has_signed() && !participant.is_contracting(status.as_at);
            only_signed || (reported == ReportedActs::Marked && is_reported_signature(participant))
        })
        .collect();
    let as_at = ENGLISH.write(status.as_at.day());
    let mut telling = Telling { words: String::new(), paragraph: Vec::new(), status, record, notes };
    telling.words = format!("As at {as_at}, {} had ratified the Convention or acceded to it", states(bound.len()));
    telling.names(&bound);
    telling
        .words
        .push_str(&format!(" In addition, {} had signed the Convention and not yet ratified it", states(signed.len())));
    telling.names(&signed);
    if let Some(tables) = tables {
        telling.words.push_str(&format!(
            " The particulars of each signature, ratification and accession are on the web site of {} (",
            tables.keeper
        ));
        telling.put(Inline::Link { text: tables.site.clone(), address: format!("http://{}", tables.site) });
        telling.words.push_str(").");
    }
    telling.finish()
}

fn is_reported_signature(participant: &Participant<'_>) -> bool {
    !participant.standing.counts() && participant.signature.is_some()
}

fn states(number: usize) -> String {
    match number {
        0 => "no State".to_owned(),
        1 => "one State".to_owned(),
        2..=9 => format!("{} States", u8::try_from(number).map(cardinal).unwrap_or_default()),
        _ => format!("{number} States"),
    }
}

struct Telling<'a, 'b> {
    words: String,
    paragraph: Paragraph,
    status: &'a Status<'b>,
    record: &'a Record,
    notes: &'a mut Vec<Note>,
}

impl Telling<'_, '_> {
    /// ", namely, A, B and C." with a note mark behind each name that needs one.
    fn names(&mut self, participants: &[&Participant<'_>]) {
        let last = participants.len().saturating_sub(1);
        for (at, participant) in participants.iter().enumerate() {
            self.words.push_str(match at {
                0 => ", namely, ",
                at if at == last => " and ",
                _ => ", ",
            });
            self.words.push_str(participant.name.in_text());
            if !participant.standing.counts() {
                self.mark(participant);
            }
        }
        self.words.push('.');
    }

    fn mark(&mut self, participant: &Participant<'_>) {
        let number = self.notes.iter().filter(|note| note.mark != "*").count() + 1;
        let content = vec![Inline::Text(self.note(participant))];
        self.put(Inline::NoteMark(self.notes.len()));
        self.notes.push(Note { mark: number.to_string(), content });
    }

    fn note(&self, participant: &Participant<'_>) -> String {
        let sources: Vec<&str> = participant
            .reported
            .iter()
            .filter_map(|act| self.record.particulars(act.entry))
            .flat_map(|more| more.sources.iter().map(String::as_str))
            .collect();
        let count = self.status.counts.signatories_not_contracting;
        let count = u8::try_from(count).ok().filter(|count| *count <= 10).map_or_else(|| count.to_string(), cardinal);
        format!(
            "The signature of {} rests on one source alone, and no table of the depositary shows it: {}. On the depositary's \
             record the States that had signed and not ratified were {count} on that day.",
            participant.name.in_text(),
            sources.join("; ")
        )
    }

    fn put(&mut self, inline: Inline) {
        self.paragraph.push(Inline::Text(std::mem::take(&mut self.words)));
        self.paragraph.push(inline);
    }

    fn finish(mut self) -> Paragraph {
        if !self.words.is_empty() {
            self.paragraph.push(Inline::Text(self.words));
        }
        self.paragraph
    }
}
