//! Answers as data: the stable shapes in which programs get them. Fields may be added and are never taken away; a date
//! not known or not reached is null.

mod activities;
mod clocks;
mod committee;
mod declarations;
mod difference;
mod explain;
mod history;
mod mandates;
mod pair;
mod recording;
mod reports;
mod state;
mod statements;
mod status;

pub use activities::{ActivitiesAnswer, ActivitiesAsked, ActivityAnswer};
pub use clocks::{CalendarAnswer, CalendarAsked, CalendarDayAnswer};
pub use committee::{
    BallotAnswer, ByResolutionAnswer, ClockAnswer, CommitteeAnswer, ElectedAnswer, ElectionAnswer, GenderAnswer,
    MeetingAnswer, MemberAnswer, NextElectionAnswer, OfficerAnswer, OtherActAnswer, RegionAnswer, RemarkAnswer,
    SeatsAnswer, StatesPartiesAnswer, UnfilledAnswer, UnnamedAnswer, VotesAnswer,
};
pub use declarations::{DeclarationsAnswer, DeclaredAnswer, ThresholdAnswer, UnderArticleAnswer};
pub use difference::{DifferenceAnswer, ParticipantDifferenceAnswer, PointAnswer, TreatyDifferenceAnswer};
pub use explain::ExplainAnswer;
pub use history::{HistoryAnswer, StepAnswer};
pub use mandates::{DischargeAnswer, MandateAnswer, MandatesAnswer};
pub use pair::{
    AppliesAnswer, ObjectionAnswer, PairAnswer, PairAsked, ReservationAnswer, TerritoryAnswer, VersionAnswer,
    VersionBoundAnswer,
};
pub use recording::{CorrectionAnswer, RecordingAnswer, RectificationAnswer, SaidAnswer};
pub use reports::{
    BasisAnswer, ComplianceAnswer, DueDateAnswer, ReportAnswer, ReportUnderTreatyAnswer, ReportingPartyAnswer,
    ReportsAnswer, ReportsOfStateAnswer, SetAnswer, StepOfReportAnswer, TallyAnswer,
};
pub use state::{StateAnswer, TreatyOfState};
pub use statements::{StatementAnswer, StatementsAnswer, StatementsAsked};
pub use status::{
    ConsentAnswer, CountsAnswer, EntryIntoForceAnswer, PartAnswer, ParticipantAnswer, ReportedAnswer, StatusAnswer,
};
