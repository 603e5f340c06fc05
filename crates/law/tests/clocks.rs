//! Clocks: every day that follows from the record.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod recorded;

use law::calendar::AsAt;
use law::clocks::{self, Clock, What};
use law::record::Record;

use recorded::{made, packaged, with_records};

fn day(text: &str) -> AsAt {
    text.parse().unwrap()
}

fn of_treaty(record: &Record, treaty: &str, as_at: &str) -> Vec<Clock> {
    clocks::of_treaty(record.treaty(treaty).unwrap(), record, day(as_at))
}

/// The days of one kind, with the party where it concerns one.
fn days(clocks: &[Clock], word: &str, record: &Record) -> Vec<String> {
    let written = |clock: &Clock| match clock.party {
        Some(party) => format!("{} {}", clock.day, record.code(party)),
        None => clock.day.to_string(),
    };
    clocks.iter().filter(|clock| clock.what.word() == word).map(written).collect()
}

#[test]
fn the_floors_of_denunciation_and_of_revision() {
    let record = with_records("IV-13", &[]);
    let clocks = of_treaty(&record, "IV-13", "2005-01-01");
    let floors = days(&clocks, "denunciation-possible", &record);
    assert!(floors.contains(&"2008-07-01 EGY".to_owned()) && floors.contains(&"2009-01-01 KGZ".to_owned()));
    // A notice received on 1 July 2008 has effect on the first of the month after twelve months from then.
    assert!(days(&clocks, "denunciation-earliest-effect", &record).contains(&"2009-08-01 EGY".to_owned()));
    assert_eq!(days(&clocks, "revision-possible", &record), ["2008-07-01"]);
    let egypt = clocks.iter().find(|clock| clock.what == What::DenunciationPossible).unwrap();
    assert_eq!(egypt.article.as_deref(), Some("89"));
}

#[test]
fn one_that_has_given_notice_has_an_end_and_no_floor() {
    let notice = "treaty,party,action,date\nIV-13,Egypt,denunciation,2012-03-05\n";
    let record = with_records("IV-13", &[notice]);
    let clocks = of_treaty(&record, "IV-13", "2012-06-01");
    assert_eq!(days(&clocks, "end-of-participation", &record), ["2013-04-01 EGY"]);
    assert!(!days(&clocks, "denunciation-possible", &record).iter().any(|one| one.ends_with("EGY")));
    assert!(!days(&clocks, "report", &record).iter().any(|one| one.starts_with("2014") && one.ends_with("EGY")));
    let after = of_treaty(&record, "IV-13", "2013-04-01");
    let egypt = record.parties.resolve("Egypt", None).unwrap();
    assert!(after.iter().all(|clock| clock.party != Some(egypt)), "nothing is due from one that has left");
}

#[test]
fn what_lies_ahead_when_enough_have_deposited_and_the_treaty_is_not_in_force_yet() {
    let record = with_records("IV-13", &[]);
    let clocks = of_treaty(&record, "IV-13", "2003-06-10");
    assert_eq!(days(&clocks, "entry-into-force", &record), ["2003-07-01"]);
    let reports = days(&clocks, "report", &record);
    assert!(reports.contains(&"2004-07-01 EGY".to_owned()));
    // Mali: both readings.
    assert!(reports.contains(&"2004-07-01 MLI".to_owned()) && reports.contains(&"2004-10-01 MLI".to_owned()));
    let other = |clock: &&Clock| matches!(clock.what, What::Report { other_reading: true, .. });
    assert_eq!(clocks.iter().filter(other).map(|clock| clock.day.to_string()).collect::<Vec<_>>(), ["2004-10-01"]);
    // The first election within six months: by 1 January 2004.
    assert_eq!(days(&clocks, "first-election", &record), ["2004-01-01"]);
    assert!(clocks.windows(2).all(|pair| pair[0].day <= pair[1].day), "by day");
}

#[test]
fn before_anything_can_be_said_there_is_no_clock() {
    let record = with_records("IV-13", &[]);
    assert_eq!(of_treaty(&record, "IV-13", "2003-03-13"), []);
}

#[test]
fn a_report_received_waits_for_nothing() {
    let rows = "[[report]]\ntreaty = \"IV-13\"\nparty = \"Kyrgyzstan\"\nreports = [1]\nstep = \"submitted\"\ndate = 2004-06-01\n\
                [[report]]\ntreaty = \"IV-13\"\nparty = \"Kyrgyzstan\"\nreports = [1]\nstep = \"list-of-issues\"\ndate = 2004-07-01\ndue = 2004-10-01\n";
    let record = with_records("IV-13", &[rows]);
    let kyrgyzstan = record.parties.resolve("Kyrgyzstan", None).unwrap();
    let to_come = |as_at: &str, word: &str| {
        let clocks = of_treaty(&record, "IV-13", as_at);
        let mine = clocks.iter().filter(|clock| clock.party == Some(kyrgyzstan) && clock.what.word() == word);
        mine.filter(|clock| clock.is_to_come(day(as_at))).map(|clock| clock.day.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(to_come("2004-05-31", "report"), ["2005-01-01"]);
    assert!(to_come("2004-06-01", "report").is_empty());
    assert_eq!(to_come("2004-07-01", "replies"), ["2004-10-01"]);
    assert!(to_come("2004-10-02", "replies").is_empty(), "it is past");
}

#[test]
fn objections_to_a_correction_and_to_an_amendment() {
    let clauses = "[entry-into-force]\narticle = \"19\"\nwhen = { deemed-accepted = 2005-07-01, unless-objected-by = \"1/3\", to = \"X-2\" }\nthen = \"on the day of\"\n";
    let other = "treaty = \"X-2\"\ndepositary = \"x\"\nadopted = { on = 1980-01-01 }\ntitle = { en = \"Parent\" }\n";
    let record = made(clauses, "Mali,objection,2004-01-01", &[other]);
    assert_eq!(days(&of_treaty(&record, "X-1", "2004-06-01"), "objections", &record), ["2005-07-01"]);
    let correction = "[correction]\ncorrects = 1\nbecause = \"a slip\"\n[correction.instead]\ntreaty = \"IV-13\"\nparty = \"Malta\"\naction = \"accession\"\n\
        date = 2003-05-20\n[correction.rectification]\nsymbol = \"C.N.1.2004.TREATIES-1\"\ncirculated = 2003-09-01\nobjections-until = 2003-11-30\nproces-verbal = 2003-12-02\n";
    let record = with_records("IV-13", &[correction]);
    let objections = |as_at: &str| days(&of_treaty(&record, "IV-13", as_at), "objections", &record);
    assert_eq!((objections("2003-08-31"), objections("2003-09-01")), (Vec::new(), vec!["2003-11-30".to_owned()]));
}

#[test]
fn what_concerns_one_state_is_its_own_and_what_concerns_all_the_parties() {
    let record = with_records("IV-13", &[&packaged("records/cmw-reports.toml")]);
    let mali = record.parties.resolve("Mali", None).unwrap();
    let clocks = clocks::of_party(mali, &record, day("2005-01-01"));
    assert!(clocks.iter().all(|clock| clock.party.is_none_or(|party| party == mali)));
    assert!(clocks.iter().any(|clock| clock.what == What::RevisionPossible));
    assert_eq!(
        days(&clocks, "report", &record),
        ["2004-07-01 MLI", "2004-10-01 MLI", "2009-07-01 MLI", "2009-10-01 MLI"]
    );
    let norway = record.parties.resolve("Norway", None).unwrap();
    assert_eq!(clocks::of_party(norway, &record, day("2005-01-01")), []);
}
