//! The reports due under a treaty, as a file for those who work on with them.

use law::answer::{ReportAnswer, ReportsAnswer};
use law::reporting::Reporting;

use crate::address;
use crate::asked::Pairs;
use crate::fault::Fault;
use crate::pages::{asked_of, find_treaty};
use crate::reply::{Kind, Reply};
use crate::source::Source;

/// As comma-separated values: a row for each report.
pub(crate) fn csv(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    download(source, given, pairs, "csv", Kind::Csv, |answer| {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(ReportAnswer::COLUMNS).map_err(|_| Fault::broken())?;
        for report in &answer.reports {
            writer.write_record(report.row()).map_err(|_| Fault::broken())?;
        }
        let bytes = writer.into_inner().map_err(|_| Fault::broken())?;
        String::from_utf8(bytes).map_err(|_| Fault::broken())
    })
}

/// As JSON: what the command answers.
pub(crate) fn json(source: &dyn Source, given: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    download(source, given, pairs, "json", Kind::Json, |answer| {
        serde_json::to_string_pretty(answer).map_err(|_| Fault::broken())
    })
}

fn download(
    source: &dyn Source,
    given: &str,
    pairs: &Pairs,
    ending: &str,
    kind: Kind,
    write: impl FnOnce(&ReportsAnswer) -> Result<String, Fault>,
) -> Result<Reply, Fault> {
    let (asked, record) = asked_of(source, &format!("/treaties/{}/reports", address::encoded(given)), pairs)?;
    let treaty = find_treaty(source, &record, given, &asked)?;
    let id = &treaty.treaty.treaty;
    if given != id.as_str() {
        return Ok(Reply::See(asked.of(&address::reports_file(id, ending))));
    }
    let text = write(&ReportsAnswer::of(&Reporting::of(treaty, &record, asked.as_at), &record))?;
    Ok(Reply::Data { text, kind, name: format!("{id}-reports-{}.{ending}", asked.as_at) })
}
