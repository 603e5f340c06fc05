//! The participation of every State in every treaty, laid out for questions about all of them at once.
//!
//! What [`Status`] derives for one treaty on one day is derived here once for all, as spans of time: from when a State is
//! bound, from when the treaty is in force for it, until when. A question about a day is then a comparison. Where a day
//! matters in another way (a decision of the depositary counts only from its own day; a State may give notice and come
//! back), the treaty is marked, and its answers come from [`Status`] itself.

use crate::bound::Bound;
use crate::calendar::{AsAt, Date, DateOfEffect};
use crate::consent::PartyHistory;
use crate::entry_into_force::EntryIntoForce;
use crate::party::PartyIndex;
use crate::reason::Unasked;
use crate::record::{Record, TreatyRecord};
use crate::status::{Counts, Status};

/// A day as a number that keeps the order of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Packed(i32);

impl Packed {
    /// A day that never comes.
    const NEVER: Self = Self(i32::MAX);

    fn of(day: Date) -> Self {
        Self(i32::from(day.year()) * 512 + i32::from(day.month()) * 32 + i32::from(day.day()))
    }

    fn of_effect(day: Option<DateOfEffect>) -> Self {
        day.map_or(Self::NEVER, |day| Self::of(day.day()))
    }

    fn day(self) -> Option<Date> {
        let (year, month, day) = (self.0.div_euclid(512), self.0.rem_euclid(512) / 32, self.0.rem_euclid(32));
        Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }
}

/// One participant's times.
#[derive(Debug, Clone, Copy)]
struct Span {
    /// The day of signature.
    signed: Packed,
    /// The day of deposit.
    bound: Packed,
    /// The day from which the treaty is in force for it: for a successor State, earlier than its deposit.
    in_force: Packed,
    /// The first day on which it is no longer bound.
    ended: Packed,
}

#[expect(clippy::needless_bitwise_bool, reason = "a million of these are compared in a row, and a branch costs more")]
impl Span {
    fn is_contracting(self, day: Packed) -> bool {
        (self.bound <= day) & (day < self.ended)
    }

    fn is_party(self, day: Packed) -> bool {
        self.is_contracting(day) & (self.in_force <= day)
    }
}

/// The participation of every State in every treaty.
#[derive(Debug, Clone)]
pub struct Participation {
    treaties: Vec<TreatySpans>,
    /// All spans, those of one treaty together.
    spans: Vec<(PartyIndex, Span)>,
    /// The same by party: the treaty's place, and the span.
    by_party: Vec<(u32, Span)>,
    /// Where each party's begin in `by_party`.
    party_starts: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct TreatySpans {
    start: u32,
    end: u32,
    /// Whether the spans say everything.
    exact: bool,
}

/// A State's part in one treaty on a day, in a State's whole record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The treaty's place, in the order of [`Record::treaties`].
    pub treaty: u32,
    /// Whether it has signed.
    pub signed: bool,
    /// Whether it is bound.
    pub contracting: bool,
    /// Whether the treaty is in force for it.
    pub party: bool,
    /// From which day the treaty is in force for it.
    pub in_force: Option<Date>,
}

impl Participation {
    /// Derives the spans of everything that a record holds.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let mut all = Self { treaties: Vec::new(), spans: Vec::new(), by_party: Vec::new(), party_starts: Vec::new() };
        for treaty in record.treaties() {
            all.add(treaty, record);
        }
        all.arrange_by_party(record.parties.len());
        all
    }

    fn add(&mut self, treaty: &TreatyRecord, record: &Record) {
        let start = place(self.spans.len());
        let ever = AsAt::new(Date::MAX);
        let in_force = EntryIntoForce::of(treaty, record, ever, &mut Unasked);
        let mut exact = treaty.decisions.iter().all(|decided| decided.decision.provision.is_some());
        for history in treaty.by_party().filter_map(|acts| PartyHistory::of(acts, ever)) {
            exact &= history.tenures.len() <= 1;
            let span = Self::span(&history, in_force, treaty, record, ever);
            self.spans.push((history.party, span));
        }
        self.treaties.push(TreatySpans { start, end: place(self.spans.len()), exact });
    }

    fn span(
        history: &PartyHistory<'_>,
        in_force: EntryIntoForce,
        treaty: &TreatyRecord,
        record: &Record,
        ever: AsAt,
    ) -> Span {
        let bound = Bound::of(history, in_force, treaty, record, ever, &mut Unasked);
        let deposited = history.last().map_or(Packed::NEVER, |tenure| Packed::of(tenure.consent.matters_from().day()));
        Span {
            signed: history.signature.map_or(Packed::NEVER, |act| Packed::of(act.counts_from().day())),
            bound: deposited,
            in_force: Packed::of_effect(bound.in_force),
            ended: Packed::of_effect(bound.ended),
        }
    }

    fn arrange_by_party(&mut self, parties: usize) {
        let mut counts = vec![0_u32; parties + 1];
        for (party, _) in &self.spans {
            counts[party.place() + 1] += 1;
        }
        for at in 1..counts.len() {
            counts[at] += counts[at - 1];
        }
        self.party_starts.clone_from(&counts);
        let nothing =
            Span { signed: Packed::NEVER, bound: Packed::NEVER, in_force: Packed::NEVER, ended: Packed::NEVER };
        self.by_party = vec![(0, nothing); self.spans.len()];
        for (treaty, range) in (0_u32..).zip(&self.treaties) {
            for (party, span) in &self.spans[range.start as usize..range.end as usize] {
                let next = &mut counts[party.place()];
                self.by_party[*next as usize] = (treaty, *span);
                *next += 1;
            }
        }
    }

    /// How many treaties there are.
    #[must_use]
    pub fn treaties(&self) -> usize {
        self.treaties.len()
    }

    /// The counts of a treaty on a day. `treaty` is its place in the order of [`Record::treaties`].
    #[must_use]
    pub fn counts(&self, treaty: usize, record: &Record, as_at: AsAt) -> Counts {
        let Some(range) = self.treaties.get(treaty) else { return Counts::default() };
        if !range.exact {
            return record
                .treaties()
                .nth(treaty)
                .map_or_else(Counts::default, |one| Status::of(one, record, as_at).counts);
        }
        let day = Packed::of(as_at.day());
        let mut counts = Counts::default();
        for (_, span) in &self.spans[range.start as usize..range.end as usize] {
            let signed = span.signed <= day;
            let contracting = span.is_contracting(day);
            counts.signatories += usize::from(signed);
            counts.contracting += usize::from(contracting);
            counts.parties += usize::from(span.is_party(day));
            counts.signatories_not_contracting += usize::from(signed && !contracting);
        }
        counts
    }

    /// A State's whole record on a day, by treaty.
    pub fn of_party(&self, party: PartyIndex, as_at: AsAt) -> impl Iterator<Item = Part> + '_ {
        let range = self.party_starts[party.place()] as usize..self.party_starts[party.place() + 1] as usize;
        let day = Packed::of(as_at.day());
        self.by_party[range].iter().filter_map(move |(treaty, span)| {
            let (signed, deposited) = (span.signed <= day, span.bound <= day);
            (signed || deposited).then(|| Part {
                treaty: *treaty,
                signed,
                contracting: span.is_contracting(day),
                party: span.is_party(day),
                in_force: if deposited { span.in_force.day() } else { None },
            })
        })
    }

    /// Every State against every treaty on a day: whether the treaty is in force for the State. A row for each treaty in the
    /// order of [`Record::treaties`], a column for each party; `matrix` is made as large as that and filled.
    pub fn matrix(&self, parties: usize, as_at: AsAt, matrix: &mut Vec<bool>) {
        matrix.clear();
        matrix.resize(self.treaties.len() * parties, false);
        let day = Packed::of(as_at.day());
        for (row, range) in matrix.chunks_exact_mut(parties.max(1)).zip(&self.treaties) {
            for (party, span) in &self.spans[range.start as usize..range.end as usize] {
                row[party.place()] |= span.is_party(day);
            }
        }
    }
}

fn place(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_keep_their_order_and_come_back() {
        let days = [Date::constant(-5, 1, 1), Date::constant(1899, 12, 31), Date::constant(1900, 1, 1), Date::MAX];
        for pair in days.windows(2) {
            assert!(Packed::of(pair[0]) < Packed::of(pair[1]));
        }
        for day in days {
            assert_eq!(Packed::of(day).day(), Some(day));
        }
        assert!(Packed::of(Date::MAX) < Packed::NEVER);
        assert_eq!(Packed::NEVER.day(), None);
    }
}
