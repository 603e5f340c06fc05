//! An act and what follows from it, as a row of a table shows them.

use law::act::{Action, DayOfAct, Standing};
use law::calendar::{AsAt, DateOfEffect};
use law::record::{Record, RecordedAct, TreatyRecord};
use law::status::Participant;

use crate::address;
use crate::asked::Asked;
use crate::day::Day;
use crate::notes::Notes;
use crate::stance::Stance;

/// An act in a cell.
#[derive(Debug, Clone)]
pub(crate) struct ActShown {
    /// The day, or the day by which it had been done.
    pub(crate) day: Day,
    /// Whether only a day by which it had been done is known.
    pub(crate) by: bool,
    /// What was done, where the head of the column doesn't say it; a day of receipt that is another; on whose word.
    pub(crate) more: Vec<String>,
    /// The number of its note.
    pub(crate) note: Option<usize>,
}

impl ActShown {
    /// The act. `usual` is the kind that the column's head says already.
    pub(crate) fn of(act: &RecordedAct, usual: Option<Action>, notes: &mut Notes<'_>) -> Self {
        let noun = (Some(act.action) != usual).then(|| act.action.noun().to_owned());
        let received = act.received.filter(|received| act.date.exact() != Some(*received));
        let received = received.map(|day| format!("received {}", Day::from(day).words()));
        let standing = match act.standing {
            Standing::Unconfirmed | Standing::Reported => Some(act.standing.word().to_owned()),
            Standing::Deposited | Standing::Published => None,
        };
        Self {
            day: act.date.at_latest().into(),
            by: matches!(act.date, DayOfAct::By(_)),
            more: [noun, received, standing].into_iter().flatten().collect(),
            note: notes.call(act),
        }
    }
}

/// A day of effect in a cell: past, or still ahead on the day asked about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EffectShown {
    /// The day.
    pub(crate) day: Day,
    /// Whether it is still ahead.
    pub(crate) ahead: bool,
}

impl EffectShown {
    /// The day of effect, seen from the day asked about.
    pub(crate) fn of(day: DateOfEffect, as_at: AsAt) -> Self {
        Self { day: day.into(), ahead: !as_at.reaches(day) }
    }
}

/// The part of one participant in one treaty, as a row.
#[derive(Debug, Clone)]
pub(crate) struct PartShown {
    /// The participant's name on that day, or the treaty's title: whichever the rows of the table are about.
    pub(crate) heading: String,
    /// The page that the heading leads to.
    pub(crate) address: String,
    /// The address of the row in its page.
    pub(crate) anchor: String,
    /// Where the participant stands.
    pub(crate) stance: Stance,
    /// The page that says why.
    pub(crate) why: String,
    /// What the reasons are about, for those who hear the link without its row.
    pub(crate) why_of: String,
    /// The signature.
    pub(crate) signature: Option<ActShown>,
    /// The act of consent.
    pub(crate) consent: Option<ActShown>,
    /// The entry into force for the participant.
    pub(crate) in_force: Option<EffectShown>,
    /// The first day on which it is no longer bound.
    pub(crate) ended: Option<EffectShown>,
    /// The notes to what is reported beside what was deposited.
    pub(crate) also_reported: Vec<usize>,
}

impl PartShown {
    /// A participant, as a row of a treaty's table.
    pub(crate) fn of_participant(
        participant: &Participant<'_>,
        treaty: &TreatyRecord,
        record: &Record,
        asked: &Asked,
        notes: &mut Notes<'_>,
    ) -> Self {
        let code = record.code(participant.party);
        let name = participant.name;
        Self {
            heading: name.name.clone(),
            address: asked.of(&address::state(code)),
            anchor: code.to_string(),
            why_of: name.in_text().to_owned(),
            ..Self::part(participant, &treaty.treaty, record, asked, notes)
        }
    }

    /// A treaty, as a row of a State's table.
    pub(crate) fn of_treaty(
        treaty: &law::treaty::Treaty,
        participant: &Participant<'_>,
        record: &Record,
        asked: &Asked,
        notes: &mut Notes<'_>,
    ) -> Self {
        Self {
            heading: treaty.title_in("en").to_owned(),
            address: asked.of(&address::treaty(&treaty.treaty)),
            anchor: treaty.treaty.to_string(),
            why_of: treaty.short_title_in("en").to_owned(),
            ..Self::part(participant, treaty, record, asked, notes)
        }
    }

    fn part(
        participant: &Participant<'_>,
        treaty: &law::treaty::Treaty,
        record: &Record,
        asked: &Asked,
        notes: &mut Notes<'_>,
    ) -> Self {
        // Notes are numbered in the order in which a row is read.
        let shown = [participant.signature, participant.consent];
        let beside = participant.reported.iter().filter(|act| !shown.contains(&Some(**act)));
        let also_reported = beside.filter_map(|act| notes.call(act)).collect();
        let signature = participant.signature.map(|act| ActShown::of(act, Some(Action::Signature), notes));
        let consent = participant.consent.map(|act| ActShown::of(act, None, notes));
        Self {
            heading: String::new(),
            address: String::new(),
            anchor: String::new(),
            stance: Stance::of(participant, asked.as_at),
            why: asked.of(&address::explanation(&treaty.treaty, record.code(participant.party))),
            why_of: String::new(),
            signature,
            consent,
            in_force: participant.in_force.map(|day| EffectShown::of(day, asked.as_at)),
            ended: participant.ended.map(|day| EffectShown::of(day, asked.as_at)),
            also_reported,
        }
    }
}
