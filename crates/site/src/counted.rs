//! The instruments counted towards a treaty's entry into force, as a table.

use law::reason::{Instrument, Reason, WhyLeftOut};
use law::treaty::TreatyId;
use papers::number_words::nth;

use crate::address;
use crate::asked::Asked;
use crate::day::Day;

/// The instruments counted.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    /// The article.
    pub(crate) article: String,
    /// How many are needed.
    pub(crate) needed: u16,
    /// How many are counted.
    pub(crate) count: usize,
    /// The day on which there were enough.
    pub(crate) reached: Option<Day>,
    /// One row for each instrument.
    pub(crate) rows: Vec<CountedRow>,
    /// Those left out.
    pub(crate) left_out: Vec<LeftOutRow>,
}

/// An instrument counted.
#[derive(Debug, Clone)]
pub(crate) struct CountedRow {
    /// Its place in the count, or the places that it shares with others of the same day.
    pub(crate) place: String,
    /// The party's name on the day of the instrument.
    pub(crate) name: String,
    /// The page that says why the treaty is in force for it.
    pub(crate) why: String,
    /// What was done.
    pub(crate) noun: &'static str,
    /// The day of deposit.
    pub(crate) day: Day,
    /// Whether that is the day on which there were enough.
    pub(crate) of_that_day: bool,
    /// Whether it is the instrument of the party that the page is about.
    pub(crate) own: bool,
}

/// An instrument left out.
#[derive(Debug, Clone)]
pub(crate) struct LeftOutRow {
    /// The party's name on the day of the instrument.
    pub(crate) name: String,
    /// What was done.
    pub(crate) noun: &'static str,
    /// The day.
    pub(crate) day: Day,
    /// Why it is not counted.
    pub(crate) why: &'static str,
}

impl Counted {
    /// The count among reasons; `None` when nothing was counted.
    pub(crate) fn among(reasons: &[Reason], treaty: &TreatyId, own: Option<&str>, asked: &Asked) -> Option<Self> {
        let (article, needed, instruments) = reasons.iter().find_map(|reason| match reason {
            Reason::Counted { article, needed, instruments, .. } => Some((article, *needed, instruments)),
            _ => None,
        })?;
        let reached = reasons.iter().find_map(|reason| match reason {
            Reason::Reached { on, .. } => Some(*on),
            _ => None,
        });
        let rows = in_places(instruments).map(|(place, instrument)| CountedRow {
            place,
            name: instrument.name.clone(),
            why: asked.of(&address::explanation(treaty, instrument.party)),
            noun: instrument.action.noun(),
            day: instrument.date.at_latest().into(),
            of_that_day: reached == Some(instrument.date.at_latest()),
            own: own == Some(instrument.party.as_str()),
        });
        Some(Self {
            article: article.clone(),
            needed,
            count: instruments.len(),
            reached: reached.map(Day::from),
            rows: rows.collect(),
            left_out: reasons.iter().filter_map(left_out).collect(),
        })
    }

    /// The place of the last instrument needed: "twentieth".
    pub(crate) fn last_needed(&self) -> String {
        nth(self.needed)
    }
}

/// Each instrument with its place. Those of one day have no order among themselves and share their places.
fn in_places(instruments: &[Instrument]) -> impl Iterator<Item = (String, &Instrument)> {
    let days = instruments.chunk_by(|one, other| one.date.at_latest() == other.date.at_latest());
    days.scan(0, |before, same_day| {
        let (first, last) = (*before + 1, *before + same_day.len());
        *before = last;
        Some(same_day.iter().map(move |instrument| {
            let place = if first == last { first.to_string() } else { format!("{first}–{last}") };
            (place, instrument)
        }))
    })
    .flatten()
}

fn left_out(reason: &Reason) -> Option<LeftOutRow> {
    let Reason::LeftOut { instrument, why } = reason else { return None };
    Some(LeftOutRow {
        name: instrument.name.clone(),
        noun: instrument.action.noun(),
        day: instrument.date.at_latest().into(),
        why: match why {
            WhyLeftOut::Reported => "it is reported, and not on the depositary’s record",
            WhyLeftOut::OtherKind => "the clause does not count acts of that kind",
            WhyLeftOut::Withdrawn => "it was withdrawn before there were enough",
            WhyLeftOut::Organization => {
                "an organization’s instrument is not counted as additional to those of its member States"
            }
        },
    })
}
