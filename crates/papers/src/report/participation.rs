//! The paragraph on participation: who is bound, who has signed, and on whose word.

use law::mandates::session_after;
use law::record::Record;
use law::status::{Participant, Status};

use super::composer::ReportError;
use super::section::{ReportedActs, Tables};
use super::subject::Subject;
use super::telling::{Telling, in_words_below_ten, states};
use crate::document::{Grounds, Inline, Note, Paragraph};

/// The lists of States, by name, with a note to each that stands there on a report alone.
pub(super) fn told(
    subject: &Subject<'_>,
    reported: ReportedActs,
    tables: Option<&Tables>,
    notes: &mut Vec<Note>,
) -> Result<Paragraph, ReportError> {
    let status = subject.status()?;
    let bound: Vec<&Participant<'_>> = status.contracting().collect();
    let signed: Vec<&Participant<'_>> = status
        .participants
        .iter()
        .filter(|participant| {
            let only_signed = participant.has_signed() && !participant.is_contracting(status.as_at);
            only_signed || (reported == ReportedActs::Marked && is_reported_signature(participant))
        })
        .collect();
    let the_treaty = subject.the_treaty();
    let telling = Telling::on(Grounds::Treaty(status.treaty.treaty.clone()), subject.as_at);
    let mut lists = Lists { telling, status: &status, record: subject.record, notes };
    lists.telling.say("As at ");
    lists.telling.day("as-at", subject.as_at.day());
    lists.telling.say(", ");
    lists.telling.figure("contracting", states(bound.len()));
    lists.telling.say(&format!(" had ratified {the_treaty} or acceded to it"));
    lists.names(&bound);
    lists.telling.say(" In addition, ");
    lists.telling.figure("signatories-not-contracting", states(signed.len()));
    lists.telling.say(&format!(" had signed {the_treaty} and not yet ratified it"));
    lists.names(&signed);
    let session = session_after(subject.issued.day());
    if let Some(tables) = tables.filter(|tables| tables.session.is_none() || tables.session == session) {
        lists.tables(tables);
    }
    Ok(lists.telling.told())
}

fn is_reported_signature(participant: &Participant<'_>) -> bool {
    !participant.standing.counts() && participant.signature.is_some()
}

struct Lists<'a, 'b> {
    telling: Telling,
    status: &'a Status<'b>,
    record: &'a Record,
    notes: &'a mut Vec<Note>,
}

impl Lists<'_, '_> {
    /// ", namely, A, B and C." with a note mark behind each name that needs one.
    fn names(&mut self, participants: &[&Participant<'_>]) {
        let last = participants.len().saturating_sub(1);
        for (at, participant) in participants.iter().enumerate() {
            self.telling.say(match at {
                0 => ", namely, ",
                at if at == last => " and ",
                _ => ", ",
            });
            self.telling.say(participant.name.in_text());
            if !participant.standing.counts() {
                self.mark(participant);
            }
        }
        self.telling.say(".");
    }

    fn tables(&mut self, tables: &Tables) {
        self.telling.say(&format!(
            " The particulars of each signature, ratification and accession are on the web site of {} (",
            tables.keeper
        ));
        let address = format!("http://{}", tables.site);
        self.telling.put(Inline::Link { text: tables.site.clone(), address });
        self.telling.say(").");
    }

    fn mark(&mut self, participant: &Participant<'_>) {
        let number = self.notes.iter().filter(|note| note.mark != "*").count() + 1;
        let content = vec![Inline::Text(self.note(participant))];
        self.telling.put(Inline::NoteMark(self.notes.len()));
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
        let count = if count == 10 { "ten".to_owned() } else { in_words_below_ten(count) };
        format!(
            "The signature of {} rests on one source alone, and no table of the depositary shows it: {}. On the depositary's \
             record the States that had signed and not ratified were {count} on that day.",
            participant.name.in_text(),
            sources.join("; ")
        )
    }
}
