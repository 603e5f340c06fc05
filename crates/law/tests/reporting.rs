//! The reports of States parties: due dates that a treaty's rule gives, that a body sets, and what was received when.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod recorded;

use law::act::DayOfAct;
use law::calendar::AsAt;
use law::record::Record;
use law::reporting::{Basis, Category, Compliance, CountedFrom, Kind, PartyReports, Profile, Report, Reporting};

use recorded::{made, packaged, with_records};

fn day(text: &str) -> AsAt {
    text.parse().unwrap()
}

fn reporting<'a>(record: &'a Record, treaty: &str, as_at: &str) -> Reporting<'a> {
    Reporting::of(record.treaty(treaty).unwrap(), record, day(as_at))
}

#[track_caller]
fn of<'r, 'a>(reporting: &'r Reporting<'a>, code: &str, record: &Record) -> &'r PartyReports<'a> {
    let found = reporting.parties.iter().find(|party| record.code(party.party).as_str() == code);
    found.unwrap_or_else(|| unreachable!("{code} is not among those that report"))
}

fn due(report: &Report<'_>) -> String {
    report.due().map_or_else(|| "none".to_owned(), |due| due.day.to_string())
}

fn dues(party: &PartyReports<'_>) -> Vec<String> {
    party.reports.iter().map(due).collect()
}

/// The State, the day from which the Convention is in force for it, and the day on which its initial report is due by
/// article 73(1)(a).
const INITIAL_REPORTS: [(&str, &str, &str); 47] = [
    ("EGY", "2003-07-01", "2004-07-01"),
    ("MAR", "2003-07-01", "2004-07-01"),
    ("SYC", "2003-07-01", "2004-07-01"),
    ("COL", "2003-07-01", "2004-07-01"),
    ("PHL", "2003-07-01", "2004-07-01"),
    ("UGA", "2003-07-01", "2004-07-01"),
    ("LKA", "2003-07-01", "2004-07-01"),
    ("BIH", "2003-07-01", "2004-07-01"),
    ("CPV", "2003-07-01", "2004-07-01"),
    ("AZE", "2003-07-01", "2004-07-01"),
    ("MEX", "2003-07-01", "2004-07-01"),
    ("SEN", "2003-07-01", "2004-07-01"),
    ("GHA", "2003-07-01", "2004-07-01"),
    ("GIN", "2003-07-01", "2004-07-01"),
    ("BOL", "2003-07-01", "2004-07-01"),
    ("URY", "2003-07-01", "2004-07-01"),
    ("BLZ", "2003-07-01", "2004-07-01"),
    ("TJK", "2003-07-01", "2004-07-01"),
    ("ECU", "2003-07-01", "2004-07-01"),
    ("SLV", "2003-07-01", "2004-07-01"),
    ("GTM", "2003-07-01", "2004-07-01"),
    ("MLI", "2003-07-01", "2004-07-01"),
    ("KGZ", "2004-01-01", "2005-01-01"),
    ("BFA", "2004-03-01", "2005-03-01"),
    ("TLS", "2004-05-01", "2005-05-01"),
    ("LBY", "2004-10-01", "2005-10-01"),
    ("TUR", "2005-01-01", "2006-01-01"),
    ("CHL", "2005-07-01", "2006-07-01"),
    ("DZA", "2005-08-01", "2006-08-01"),
    ("SYR", "2005-10-01", "2006-10-01"),
    ("HND", "2005-12-01", "2006-12-01"),
    ("PER", "2006-01-01", "2007-01-01"),
    ("LSO", "2006-01-01", "2007-01-01"),
    ("NIC", "2006-02-01", "2007-02-01"),
    ("MRT", "2007-05-01", "2008-05-01"),
    ("ARG", "2007-06-01", "2008-06-01"),
    ("ALB", "2007-10-01", "2008-10-01"),
    ("PRY", "2009-01-01", "2010-01-01"),
    ("JAM", "2009-01-01", "2010-01-01"),
    ("RWA", "2009-04-01", "2010-04-01"),
    ("NER", "2009-07-01", "2010-07-01"),
    ("NGA", "2009-11-01", "2010-11-01"),
    ("GUY", "2010-11-01", "2011-11-01"),
    ("VCT", "2011-02-01", "2012-02-01"),
    ("BGD", "2011-12-01", "2012-12-01"),
    ("IDN", "2012-09-01", "2013-09-01"),
    ("MOZ", "2013-12-01", "2014-12-01"),
];

#[test]
fn the_initial_report_of_every_state_party_to_the_migrant_workers_convention() {
    let record = with_records("IV-13", &[]);
    let reporting = reporting(&record, "IV-13", "2015-03-14");
    assert_eq!(reporting.parties.len(), INITIAL_REPORTS.len());
    for (code, in_force, initial) in INITIAL_REPORTS {
        let party = of(&reporting, code, &record);
        let first = &party.reports[0];
        assert_eq!((party.in_force.to_string(), due(first)), (in_force.to_owned(), initial.to_owned()), "{code}");
        assert_eq!((first.number, first.kind), (1, Kind::Initial), "{code}");
        let Basis::Treaty { article, counted_from, from, .. } = &first.due().unwrap().basis else { unreachable!() };
        assert_eq!(article, "73(1)(a)", "{code}");
        assert_eq!((*counted_from, from.to_string()), (CountedFrom::EntryIntoForceForTheState, in_force.to_owned()));
    }
}

#[test]
fn the_entry_into_force_for_mali_has_two_readings_and_so_has_every_due_date() {
    let record = with_records("IV-13", &[]);
    let reporting = reporting(&record, "IV-13", "2009-08-01");
    let mali = of(&reporting, "MLI", &record);
    assert_eq!(mali.other_reading.unwrap().to_string(), "2003-10-01");
    let both: Vec<(String, String)> = mali
        .reports
        .iter()
        .map(|report| (due(report), report.due_on_the_other_reading().unwrap().day.to_string()))
        .collect();
    let expected = [("2004-07-01", "2004-10-01"), ("2009-07-01", "2009-10-01"), ("2014-07-01", "2014-10-01")];
    assert_eq!(both, expected.map(|(one, other)| (one.to_owned(), other.to_owned())));
    assert!(of(&reporting, "EGY", &record).other_reading.is_none());
    // The depositary's own word settles it.
    let decision = "[decision]\ntreaty = \"IV-13\"\nparty = \"Mali\"\nin-force = 2003-10-01\nbecause = \"as notified\"\ndate = 2003-07-15\n";
    let record = with_records("IV-13", &[decision]);
    let reporting = self::reporting(&record, "IV-13", "2005-01-01");
    let mali = of(&reporting, "MLI", &record);
    assert_eq!((mali.other_reading, due(&mali.reports[0])), (None, "2004-10-01".to_owned()));
    assert_eq!(mali.reports[0].due_dates.len(), 1);
}

#[test]
fn periodic_reports_follow_every_five_years_and_the_next_is_shown() {
    let record = with_records("IV-13", &[]);
    let on = |as_at: &str| dues(of(&reporting(&record, "IV-13", as_at), "KGZ", &record));
    assert_eq!(on("2004-01-01"), ["2005-01-01"]);
    assert_eq!(on("2005-01-01"), ["2005-01-01", "2010-01-01"], "a report is due on the day, and the next after it");
    assert_eq!(on("2016-06-01"), ["2005-01-01", "2010-01-01", "2015-01-01", "2020-01-01"]);
    let reporting = reporting(&record, "IV-13", "2016-06-01");
    let second = &of(&reporting, "KGZ", &record).reports[1];
    let Basis::Treaty { article, counted_from, from, .. } = &second.due().unwrap().basis else { unreachable!() };
    assert_eq!((article.as_str(), *counted_from), ("73(1)(b)", CountedFrom::ReportBefore));
    assert_eq!(from.to_string(), "2005-01-01");
}

#[test]
fn a_report_is_overdue_from_the_day_after_it_was_due() {
    let record = with_records("IV-13", &[]);
    let first = |as_at: &str| {
        let reporting = reporting(&record, "IV-13", as_at);
        let report = &of(&reporting, "NGA", &record).reports[0];
        (report.category, report.days_late)
    };
    assert_eq!(first("2010-11-01"), (Category::NotYetDue, None));
    assert_eq!(first("2010-11-02"), (Category::NonReporting, Some(1)));
    assert_eq!(first("2011-11-01"), (Category::NonReporting, Some(365)));
}

#[test]
fn what_the_documents_say_of_mali_and_nigeria() {
    let record = with_records("IV-13", &[&packaged("records/cmw-reports.toml")]);
    let reporting = reporting(&record, "IV-13", "2024-01-01");
    let mali = of(&reporting, "MLI", &record);
    assert_eq!(mali.reports[0].received, Some(DayOfAct::By("2005-12-16".parse().unwrap())));
    assert_eq!(mali.reports[0].category, Category::Received, "its day of receipt is not known");
    assert_eq!(mali.reports[0].considered().unwrap().what.date.to_string(), "2006-04-25");
    assert_eq!(mali.reports[1].considered().unwrap().what.symbol.as_deref(), Some("CMW/C/MLI/2"));
    assert_eq!(mali.reports[2].category, Category::NonReporting);
    let nigeria = of(&reporting, "NGA", &record);
    for report in &nigeria.reports[..2] {
        assert_eq!((report.kind, &report.combined[..]), (Kind::Combined, &[1, 2][..]));
        assert_eq!(report.considered().unwrap().what.date.to_string(), "2023-03-29");
        assert_eq!(report.category, Category::Received);
    }
    assert_eq!(dues(nigeria), ["2010-11-01", "2015-11-01", "2020-11-01", "2025-11-01"]);
    // Before the Committee considered it, the report was overdue.
    let before = self::reporting(&record, "IV-13", "2023-03-28");
    assert_eq!(of(&before, "NGA", &record).reports[0].category, Category::NonReporting);
}

fn report(party: &str, reports: &str, step: &str, date: &str, due: &str) -> String {
    let due = if due.is_empty() { String::new() } else { format!("due = {due}\n") };
    format!(
        "[[report]]\ntreaty = \"IV-13\"\nparty = \"{party}\"\nreports = {reports}\nstep = \"{step}\"\ndate = \"{date}\"\n{due}"
    )
}

#[test]
fn a_date_that_the_committee_sets_counts_and_moves_the_cycle() {
    let set = report("Chile", "[2]", "due-set", "2011-10-07", "2016-10-01");
    let record = with_records("IV-13", &[&set]);
    // Before it was set, the Convention's own date stands.
    assert_eq!(
        dues(of(&reporting(&record, "IV-13", "2011-10-06"), "CHL", &record)),
        ["2006-07-01", "2011-07-01", "2016-07-01"]
    );
    let reporting = reporting(&record, "IV-13", "2018-01-01");
    let chile = of(&reporting, "CHL", &record);
    assert_eq!(dues(chile), ["2006-07-01", "2016-10-01", "2021-10-01"]);
    let second = &chile.reports[1];
    let both: Vec<(String, bool)> = second.due_dates.iter().map(|due| (due.day.to_string(), due.operative)).collect();
    assert_eq!(both, [("2011-07-01".to_owned(), false), ("2016-10-01".to_owned(), true)]);
    let Basis::Treaty { counted_from, .. } = chile.reports[2].due().unwrap().basis else { unreachable!() };
    assert_eq!(counted_from, CountedFrom::DaySetForReportBefore);
}

#[test]
fn under_the_simplified_procedure_the_replies_are_the_report() {
    let list = report("Jamaica", "[1]", "list-prior-to-reporting", "2016-09-09", "2017-09-09");
    let replies = report("Jamaica", "[1]", "replies", "2017-09-09", "");
    let record = with_records("IV-13", &[&format!("{list}{replies}")]);
    let on = |as_at: &str| {
        let reporting = reporting(&record, "IV-13", as_at);
        let report = &of(&reporting, "JAM", &record).reports[0];
        (due(report), report.category)
    };
    assert_eq!(on("2016-09-08"), ("2010-01-01".to_owned(), Category::NonReporting));
    assert_eq!(on("2017-01-01"), ("2017-09-09".to_owned(), Category::NotYetDue));
    assert_eq!(on("2017-09-09"), ("2017-09-09".to_owned(), Category::Timely));
    // The deadline for the replies does not move the cycle.
    let reporting = reporting(&record, "IV-13", "2018-01-01");
    assert_eq!(dues(of(&reporting, "JAM", &record)), ["2017-09-09", "2015-01-01", "2020-01-01"]);
}

#[test]
fn timely_or_late_is_a_matter_of_the_day_of_receipt() {
    let rows = [
        report("Kyrgyzstan", "[1]", "submitted", "2005-01-01", ""),
        report("Burkina Faso", "[1]", "submitted", "2005-03-02", ""),
        report("Timor-Leste", "[1]", "submitted", "../2005-04-30", ""),
    ];
    let record = with_records("IV-13", &[&rows.concat()]);
    let reporting = reporting(&record, "IV-13", "2006-01-01");
    let first = |code| {
        let report = &of(&reporting, code, &record).reports[0];
        (report.category, report.days_late)
    };
    assert_eq!(first("KGZ"), (Category::Timely, None));
    assert_eq!(first("BFA"), (Category::Late, Some(1)));
    assert_eq!(first("TLS"), (Category::Timely, None), "by then is early enough");
}

#[test]
fn what_is_only_reported_is_shown_and_decides_nothing() {
    let said = format!("{}standing = \"reported\"\n", report("Chile", "[1]", "submitted", "2006-06-01", ""));
    let record = with_records("IV-13", &[&said]);
    let reporting = reporting(&record, "IV-13", "2007-01-01");
    let first = &of(&reporting, "CHL", &record).reports[0];
    assert_eq!((first.category, first.steps.len()), (Category::NonReporting, 1));
}

#[test]
fn no_report_falls_due_once_a_state_has_left() {
    let notice = "treaty,party,action,date\nIV-13,Egypt,denunciation,2012-03-05\n";
    let record = with_records("IV-13", &[notice]);
    let on = |as_at: &str| {
        let reporting = reporting(&record, "IV-13", as_at);
        let egypt = of(&reporting, "EGY", &record);
        let categories: Vec<Category> = egypt.reports.iter().map(|report| report.category).collect();
        (egypt.ended.map(|day| day.to_string()), dues(egypt), categories, reporting.compliance().obligations)
    };
    let overdue = [Category::NonReporting, Category::NonReporting];
    let two = ["2004-07-01".to_owned(), "2009-07-01".to_owned()];
    let (ended, due, categories, parties) = on("2012-06-01");
    assert_eq!((ended.as_deref(), &due[..], &categories[..]), (Some("2013-04-01"), &two[..], &overdue[..]));
    let (_, due, categories, after) = on("2020-01-01");
    assert_eq!((&due[..], &categories[..]), (&two[..], &[Category::Ended, Category::Ended][..]));
    // Guyana, Saint Vincent, Bangladesh, Indonesia, Mozambique, Madagascar and later ones came; Egypt is counted no more.
    let status = law::status::Status::of(record.treaty("IV-13").unwrap(), &record, day("2020-01-01"));
    assert_eq!(usize::try_from(after).unwrap(), status.counts.parties);
    assert!(parties < after);
}

#[test]
fn the_indicator_is_that_of_the_secretariat() {
    // Three States parties, of which one has never reported, in two cycles; one is a year late; one is in time.
    let clauses = "[entry-into-force]\narticle = \"8\"\nwhen = { instruments = 3 }\nthen = \"on the day of\"\n\
                   [reports]\narticle = \"7\"\ninitial = \"1 year after entry into force for the party\"\nperiodic = \"every 5 years\"\n";
    let acts = "Mali,accession,2000-01-01\nChile,accession,2000-01-01\nPeru,accession,2000-01-01";
    let steps = ["Chile", "Peru"].map(|party| {
        let date = if party == "Chile" { "2002-01-01" } else { "2000-12-31" };
        report(party, "[1]", "submitted", date, "").replace("IV-13", "X-1")
    });
    let record = made(clauses, acts, &[&steps.concat()]);
    let compliance = |as_at: &str| reporting(&record, "X-1", as_at).compliance();
    let Compliance { obligations, overdue, reports } = compliance("2005-12-31");
    assert_eq!((obligations, overdue), (3, 1));
    assert_eq!(compliance("2005-12-31").per_mille(), Some(667));
    let counts = [Category::Timely, Category::Late, Category::NonReporting, Category::NotYetDue];
    assert_eq!(counts.map(|category| reports.of(category)), [1, 1, 1, 3]);
    // The second cycle: all three are overdue, and Mali, twice overdue, is counted once.
    assert_eq!(compliance("2006-01-02").per_mille(), Some(0));
    assert_eq!(compliance("2006-01-02").reports.of(Category::NonReporting), 4);
    assert_eq!(compliance("2000-06-01").per_mille(), Some(1000));
    assert_eq!(compliance("1999-12-31").per_mille(), None, "nobody was a party yet");
}

#[test]
fn a_report_within_that_of_another_treaty_is_no_report_of_its_own() {
    let files =
        ["IV-11", "IV-11-b"].map(|id| [packaged(&format!("treaties/{id}.toml")), packaged(&format!("acts/{id}.csv"))]);
    let record = recorded::record_of(recorded::drafts(&files.concat()));
    let reporting = reporting(&record, "IV-11-b", "2015-03-14");
    // The Philippines are a party to the Convention, and report under it; the United States are not.
    assert_eq!(of(&reporting, "PHL", &record).reports.len(), 1);
    assert!(of(&reporting, "USA", &record).reports.len() > 1);
    // Eritrea has no report under the Protocol beyond the first either.
    let profile = Profile::of(record.parties.resolve("Philippines", None).unwrap(), &record, day("2015-03-14"));
    let treaties: Vec<&str> = profile.treaties.iter().map(|(treaty, _)| treaty.treaty.as_str()).collect();
    assert_eq!(treaties, ["IV-11", "IV-11-b"]);
    assert_eq!((profile.compliance().obligations, profile.compliance().overdue), (2, 2));
}

#[test]
fn where_all_report_on_one_calendar_a_latecomer_comes_in_at_its_next_date() {
    let clauses = "[entry-into-force]\narticle = \"8\"\nwhen = { instruments = 1 }\nthen = \"on the day of\"\n\
                   [entry-into-force.each-party]\narticle = \"8\"\nfor = \"deposits after entry into force\"\nthen = \"on the day of\"\n\
                   [reports]\narticle = \"7\"\ninitial = \"1 year after entry into force\"\nperiodic = \"every 2 years\"\n";
    let record = made(clauses, "Mali,accession,2000-01-01\nChile,accession,2004-06-01", &[]);
    let reporting = reporting(&record, "X-1", "2005-06-01");
    assert_eq!(dues(of(&reporting, "MLI", &record)), ["2001-01-01", "2003-01-01", "2005-01-01", "2007-01-01"]);
    assert_eq!(dues(of(&reporting, "CHL", &record)), ["2005-01-01", "2007-01-01"]);
}

#[test]
fn a_body_that_asks_for_reports_as_it_pleases_sets_every_date_after_the_first() {
    let clauses = "[entry-into-force]\narticle = \"8\"\nwhen = { instruments = 1 }\nthen = \"on the day of\"\n\
                   [reports]\narticle = \"7\"\ninitial = \"1 year after entry into force for the party\"\nperiodic = \"whenever the Committee so requests\"\n";
    let asked = report("Mali", "[4]", "due-set", "2003-01-01", "2008-05-01").replace("IV-13", "X-1");
    let record = made(clauses, "Mali,accession,2000-01-01", &[&asked]);
    let numbers = |as_at: &str| {
        let reporting = reporting(&record, "X-1", as_at);
        let reports = of(&reporting, "MLI", &record).reports.iter();
        reports.map(|report| (report.number, due(report))).collect::<Vec<_>>()
    };
    assert_eq!(numbers("2002-12-31"), [(1, "2001-01-01".to_owned())]);
    assert_eq!(numbers("2003-01-01"), [(1, "2001-01-01".to_owned()), (4, "2008-05-01".to_owned())]);
}

#[test]
fn every_packaged_treaty_with_reports_says_when_they_are_due() {
    let mut with_reports = 0;
    for file in std::fs::read_dir(format!("{}/../../data/treaties", env!("CARGO_MANIFEST_DIR"))).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        // A cycle that is not understood would be refused here.
        with_reports += usize::from(text.contains("\n[reports]\n"));
        assert!(exchange::toml_file::read("treaty.toml", &text).is_ok());
    }
    assert!(with_reports >= 12, "{with_reports}");
}
