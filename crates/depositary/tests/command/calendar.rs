//! The calendar: every day to come that follows from the record, and the feed that calendar programs read.

use std::collections::BTreeSet;

use ical::parser::ical::component::IcalEvent;
use serde_json::Value;

use crate::desk::Desk;

/// The days of one kind, with the code of the State where it concerns one.
fn days(calendar: &Value, what: &str) -> Vec<String> {
    let clocks = calendar["clocks"].as_array().unwrap().iter().filter(|one| one["what"] == what);
    let written = |one: &Value| match one["party"].as_str() {
        Some(party) => format!("{} {party}", one["day"].as_str().unwrap()),
        None => one["day"].as_str().unwrap().to_owned(),
    };
    clocks.map(written).collect()
}

#[test]
fn everything_ahead_of_the_convention_before_its_entry_into_force() {
    let desk = Desk::packaged();
    let calendar = desk.json(&["calendar", "IV-13", "--as-at", "2003-06-10"]);
    for (what, day) in [
        ("entry-into-force", "2003-07-01"),
        ("seats", "2003-07-01"),
        ("invitation", "2003-09-01"),
        ("nominations", "2003-11-01"),
        ("list-of-nominees", "2003-12-01"),
        ("first-election", "2004-01-01"),
        ("revision-possible", "2008-07-01"),
    ] {
        assert_eq!(days(&calendar, what), [day], "{what}");
    }
    let reports = days(&calendar, "report");
    assert_eq!(reports.len(), 23, "22 States, one of them on two readings");
    assert!(reports.contains(&"2004-07-01 MLI".to_owned()) && reports.contains(&"2004-10-01 MLI".to_owned()));
    assert_eq!(days(&calendar, "denunciation-possible").len(), 22);
    let clocks = calendar["clocks"].as_array().unwrap();
    assert!(clocks.windows(2).all(|pair| pair[0]["day"].as_str() <= pair[1]["day"].as_str()), "by day");
    assert!(clocks.iter().all(|one| one["article"].is_string()), "each by an article");
    let on_one_day: Vec<&str> = clocks
        .iter()
        .filter(|one| one["what"] == "report" && one["day"] == "2004-07-01")
        .map(|one| one["name"].as_str().unwrap())
        .collect();
    assert_eq!(on_one_day[..4], ["Azerbaijan", "Belize", "Bolivia", "Bosnia and Herzegovina"], "in the order of names");
}

#[test]
fn the_committee_after_the_fourth_meeting() {
    let desk = Desk::packaged();
    let calendar = desk.json(&["calendar", "IV-13", "--as-at", "2010-01-01", "--to", "2013-12-31"]);
    assert_eq!(days(&calendar, "election"), ["2011-12-31"]);
    assert_eq!(days(&calendar, "end-of-terms"), ["2011-12-31", "2013-12-31"]);
    assert_eq!(calendar["until"], "2013-12-31");
    let thresholds = calendar["thresholds"].as_array().unwrap();
    assert_eq!(thresholds.len(), 2, "articles 76 and 77 wait for ten declarations, and have no day");
}

#[test]
fn a_calendar_begins_and_ends_where_asked() {
    let desk = Desk::packaged();
    let asked = ["calendar", "IV-13", "--as-at", "2009-03-18", "--from", "2009-07-01", "--until", "2009-07-01"];
    let calendar = desk.json(&asked);
    assert_eq!((&calendar["from"], &calendar["until"]), (&"2009-07-01".into(), &"2009-07-01".into()));
    assert!(calendar["clocks"].as_array().unwrap().iter().all(|one| one["day"] == "2009-07-01"));
    assert_eq!(days(&calendar, "seats"), ["2009-07-01"], "the Committee grows");
    let same = desk.json(&["calendar", "IV-13", "--as-at", "2009-03-18", "--until", "2009-06-30"]);
    assert_eq!(days(&same, "seats"), Vec::<String>::new());
    for (from, until, part) in [
        ("2009-03-17", "2010-01-01", "ask with --as-at 2009-03-17"),
        ("2010-01-01", "2009-12-31", "would end on 2009-12-31, before it begins on 2010-01-01"),
    ] {
        let complaint = desk.refused(&["calendar", "IV-13", "--as-at", "2009-03-18", "--from", from, "--until", until]);
        assert!(complaint.contains(part), "{complaint}");
    }
}

#[test]
fn a_states_calendar_holds_its_own_days_and_those_of_all_parties() {
    let desk = Desk::packaged();
    let calendar = desk.json(&["calendar", "--state", "Mali", "--as-at", "2009-01-01"]);
    let clocks = calendar["clocks"].as_array().unwrap();
    assert!(clocks.iter().all(|one| one["party"].is_null() || one["party"] == "MLI"));
    let treaties: BTreeSet<&str> = clocks.iter().map(|one| one["treaty"].as_str().unwrap()).collect();
    assert!(treaties.contains("IV-13") && treaties.contains("IV-11"), "{treaties:?}");
    let under_one = desk.json(&["calendar", "IV-13", "--state", "Mali", "--as-at", "2009-01-01"]);
    let of_the_convention = clocks.iter().filter(|one| one["treaty"] == "IV-13").count();
    assert_eq!(under_one["clocks"].as_array().unwrap().len(), of_the_convention);
    let norway = desk.json(&["calendar", "IV-13", "--state", "Norway", "--as-at", "2009-01-01"]);
    assert_eq!(norway["clocks"].as_array().unwrap().len(), 0, "it is no party");
}

/// A feed, with its events as a reader of another make reads them.
fn feed(desk: &Desk, asked: &[&str]) -> (String, Vec<IcalEvent>) {
    let asked: Vec<&str> = ["calendar"].iter().chain(asked).chain(&["--format", "ics"]).copied().collect();
    let text = desk.done(&asked);
    let mut calendars = ical::IcalParser::new(text.as_bytes());
    let calendar = calendars.next().unwrap().unwrap();
    assert!(calendars.next().is_none(), "one calendar");
    (text, calendar.events)
}

fn value<'e>(event: &'e IcalEvent, name: &str) -> &'e str {
    let mut named = event.properties.iter().filter(|property| property.name == name);
    let value = named.next().and_then(|property| property.value.as_deref());
    assert!(named.next().is_none(), "{name} stands once");
    value.unwrap_or_else(|| unreachable!("no {name} in {event:?}"))
}

fn uids(events: &[IcalEvent]) -> Vec<&str> {
    events.iter().map(|event| value(event, "UID")).collect()
}

#[test]
fn a_feed_of_all_treaties_is_as_rfc_5545_has_it() {
    let desk = Desk::packaged();
    let (text, events) = feed(&desk, &["--as-at", "2005-01-01"]);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && text.ends_with("\r\nEND:VCALENDAR\r\n"));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "lines end with CR and LF");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(|c| c.is_control() && c != '\t'), "{line:?}");
    }
    assert_eq!(events.len(), desk.json(&["calendar", "--as-at", "2005-01-01"])["clocks"].as_array().unwrap().len());
    let all: BTreeSet<&str> = uids(&events).into_iter().collect();
    assert_eq!(all.len(), events.len(), "no identifier stands for two events");
    for event in &events {
        assert_eq!(value(event, "DTSTAMP"), "20050101T000000Z");
        let (start, end) = (value(event, "DTSTART"), value(event, "DTEND"));
        assert!(start.len() == 8 && start < end, "{start} {end}: whole days");
        // Commas, semicolons and backslashes in text are escaped.
        for name in ["SUMMARY", "DESCRIPTION"] {
            let bare = value(event, name).replace("\\\\", "").replace("\\,", "").replace("\\;", "").replace("\\n", "");
            assert!(!bare.contains([',', ';', '\\']), "{}", value(event, name));
        }
    }
}

#[test]
fn each_event_says_by_which_article_it_is_due() {
    let desk = Desk::packaged();
    for day in ["2003-06-10", "2010-01-01", "2026-01-01"] {
        for event in feed(&desk, &["--as-at", day]).1 {
            let description = value(&event, "DESCRIPTION");
            assert!(description.starts_with("Article "), "{}: {description}", value(&event, "UID"));
        }
    }
    let (_, events) = feed(&desk, &["IV-13", "--as-at", "2003-06-10"]);
    let egypt = events.iter().find(|event| value(event, "UID") == "IV-13.report.EGY.1@depositary").unwrap();
    assert_eq!(value(egypt, "DTSTART"), "20040701");
    assert_eq!(value(egypt, "SUMMARY"), "Initial report of Egypt due: Migrant Workers Convention");
    assert_eq!(value(egypt, "DESCRIPTION"), "Article 73(1)(a)\\; Migrant Workers Convention (IV-13)");
}

#[test]
fn an_event_keeps_its_identifier_between_runs_registers_and_days() {
    let desk = Desk::packaged();
    let (once, events) = feed(&desk, &["IV-13", "--as-at", "2009-03-17"]);
    assert_eq!(feed(&desk, &["IV-13", "--as-at", "2009-03-17"]).0, once, "the same bytes");
    assert_eq!(feed(&Desk::packaged(), &["IV-13", "--as-at", "2009-03-17"]).0, once, "of another register too");
    // A day later Niger has deposited: there is more in the calendar, and what was there has its identifier still.
    let (_, later) = feed(&desk, &["IV-13", "--as-at", "2009-03-18"]);
    let later: BTreeSet<&str> = uids(&later).into_iter().collect();
    assert!(uids(&events).iter().all(|uid| later.contains(uid)));
    assert!(later.contains("IV-13.seats.2009-07-01@depositary"));
}

#[test]
fn a_due_date_that_moves_moves_its_event() {
    let desk = Desk::packaged();
    let event = |day: &str| {
        let (_, events) = feed(&desk, &["IV-13", "--state", "Kyrgyzstan", "--as-at", day]);
        let of_it = events.into_iter().find(|event| value(event, "UID") == "IV-13.report.KGZ.1@depositary");
        of_it.map(|event| value(&event, "DTSTART").to_owned())
    };
    desk.write(
        "set.toml",
        "[[report]]\ntreaty = \"IV-13\"\nparty = \"Kyrgyzstan\"\nreports = [1]\nstep = \"due-set\"\ndate = 2004-12-01\ndue = 2006-04-01\n",
    );
    desk.done(&["import", "set.toml"]);
    assert_eq!(event("2004-11-30").as_deref(), Some("20050101"));
    assert_eq!(event("2004-12-01").as_deref(), Some("20060401"));
}
