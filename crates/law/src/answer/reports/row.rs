//! A report as a row of a table, for those who read tables: the same columns wherever one is handed out.

use super::report::ReportAnswer;

impl ReportAnswer {
    /// The names of the columns.
    pub const COLUMNS: [&str; 16] = [
        "party",
        "name",
        "number",
        "kind",
        "due",
        "due_on_the_other_reading",
        "received",
        "received_by",
        "considered",
        "considered_by",
        "concluding_observations",
        "concluding_observations_by",
        "follow_up",
        "category",
        "days_overdue",
        "days_late",
    ];

    /// The row; what there is not is empty.
    #[must_use]
    pub fn row(&self) -> Vec<String> {
        vec![
            self.party.to_string(),
            self.name.clone(),
            self.number.to_string(),
            self.kind.to_owned(),
            or_empty(self.due),
            or_empty(self.due_on_the_other_reading),
            or_empty(self.received),
            or_empty(self.received_by),
            or_empty(self.considered),
            or_empty(self.considered_by),
            or_empty(self.concluding_observations),
            or_empty(self.concluding_observations_by),
            or_empty(self.follow_up),
            self.category.to_owned(),
            or_empty(self.days_overdue),
            or_empty(self.days_late),
        ]
    }
}

fn or_empty(what: Option<impl ToString>) -> String {
    what.map(|what| what.to_string()).unwrap_or_default()
}
