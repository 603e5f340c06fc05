//! Final clauses: what a treaty itself says of who may join, when it enters into force, how a party leaves, and of
//! the body and reports that it sets up. Each clause names its article.

mod amendment;
mod body;
mod declarations;
mod denunciation;
mod entry_into_force;
mod lists;
mod pairs;
mod participation;
mod reports;
mod reservations;
mod revision;
mod settlement;
mod trigger;

pub use amendment::{Amendment, Binds};
pub use body::{
    Approval, BeforeElection, Body, DayOfYear, Drawn, Elections, FilledBy, FirstTerms, FromEntryIntoForce, Group,
    Habit, LotClause, Majority, Meaning, Nationals, Nominations, Nominees, NotUnderstood, Officers, Period, Practice,
    Quorum, ReElection, ReElectionAllowed, Recurrence, Seats, SeatsFrom, Serves, Sessions, Share, Vacancies, Within,
    Worded,
};
pub use declarations::{Declaration, DeclarationThreshold, DeclarationsNeeded};
pub use denunciation::{Denunciation, Floor};
pub use entry_into_force::{
    EachParty, EarliestDay, EntryIntoForceClause, Family, Interval, IntervalReading, Organizations,
};
pub use lists::{NamedList, WeightTable, Weights};
pub use pairs::{Effective, PairsClause};
pub use participation::{AccessionClause, Participation, Refusal, SignatureClause};
pub use reports::{Cycle, Reports};
pub use reservations::{AcceptanceNeeded, Refused, ReservationRules, Reservations, Withdrawal};
pub use revision::Revision;
pub use settlement::Settlement;
pub use trigger::{
    Counted, Fraction, FractionNeeded, Including, InstrumentsNeeded, Percent, ShareNeeded, TacitAcceptance, Trigger,
};
