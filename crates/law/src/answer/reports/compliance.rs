//! How far duties to report are complied with, as data.

use serde::Serialize;

use crate::reporting::{Category, Compliance};

/// How far a duty to report is complied with, as the Secretariat measures it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ComplianceAnswer {
    /// How many duties to report there are: States parties, each under each treaty.
    pub obligations: u32,
    /// How many of them have an overdue report.
    pub overdue: u32,
    /// (1 − overdue ÷ obligations) × 100, to a tenth; null where there is no obligation.
    pub indicator: Option<f64>,
    /// The reports of the States parties, by where they stand.
    pub reports: TallyAnswer,
}

/// How many reports stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TallyAnswer {
    /// Received by their due date.
    pub timely: u32,
    /// Received after it.
    pub late: u32,
    /// Received on a day not known.
    pub received: u32,
    /// Overdue.
    pub non_reporting: u32,
    /// Not due yet.
    pub not_yet_due: u32,
}

impl ComplianceAnswer {
    /// A compliance as data.
    #[must_use]
    pub fn of(compliance: &Compliance) -> Self {
        let of = |category| compliance.reports.of(category);
        Self {
            obligations: compliance.obligations,
            overdue: compliance.overdue,
            indicator: compliance.per_mille().map(|thousandths| f64::from(thousandths) / 10.0),
            reports: TallyAnswer {
                timely: of(Category::Timely),
                late: of(Category::Late),
                received: of(Category::Received),
                non_reporting: of(Category::NonReporting),
                not_yet_due: of(Category::NotYetDue),
            },
        }
    }
}
