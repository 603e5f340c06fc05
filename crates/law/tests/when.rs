//! Dates as the Extended Date/Time Format has them, levels 0 and 1: the examples of its specification (Library of Congress,
//! 4 February 2019), what it leaves to level 2, and what must hold of every date.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use law::calendar::Date;
use law::when::When;
use proptest::prelude::*;

fn when(text: &str) -> When {
    text.parse().unwrap()
}

fn bounds(text: &str) -> (Option<String>, Option<String>) {
    let when = when(text);
    (when.earliest().map(|day| day.to_string()), when.latest().map(|day| day.to_string()))
}

/// Every example of levels 0 and 1, with the first and the last day that it may be.
#[test]
fn the_examples_of_the_specification_are_read_and_written_back() {
    for (text, first, last) in [
        ("1985-04-12", "1985-04-12", "1985-04-12"),
        ("1985-04", "1985-04-01", "1985-04-30"),
        ("1985", "1985-01-01", "1985-12-31"),
        ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
        ("1964/2008", "1964-01-01", "2008-12-31"),
        ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
        ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
        ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
        ("2005/2006-02", "2005-01-01", "2006-02-28"),
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-22", "2001-06-01", "2001-08-31"),
        ("2001-23", "2001-09-01", "2001-11-30"),
        ("2003-24", "2003-12-01", "2004-02-29"),
        ("1984?", "1983-01-01", "1985-12-31"),
        ("2004-06~", "2004-05-01", "2004-07-31"),
        ("2004-06-11%", "2004-06-10", "2004-06-12"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("1985-04-XX", "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("1985-04-12/..", "1985-04-12", ""),
        ("1985-04/..", "1985-04-01", ""),
        ("1985/..", "1985-01-01", ""),
        ("../1985-04-12", "", "1985-04-12"),
        ("../1985-04", "", "1985-04-30"),
        ("../1985", "", "1985-12-31"),
        ("1985-04-12/", "1985-04-12", ""),
        ("1985-04/", "1985-04-01", ""),
        ("1985/", "1985-01-01", ""),
        ("/1985-04-12", "", "1985-04-12"),
        ("/1985-04", "", "1985-04-30"),
        ("/1985", "", "1985-12-31"),
        ("-1985", "-001985-01-01", "-001985-12-31"),
    ] {
        let given = |day: &str| Some(day.to_owned()).filter(|day| !day.is_empty());
        assert_eq!(bounds(text), (given(first), given(last)), "{text}");
        assert_eq!(when(text).to_string(), text);
        let json = serde_json::to_string(&when(text)).unwrap();
        assert_eq!(
            (json.as_str(), serde_json::from_str::<When>(&json).unwrap()),
            (format!("\"{text}\"").as_str(), when(text))
        );
    }
}

#[test]
fn the_ends_of_an_interval_may_be_in_doubt_and_may_be_seasons() {
    assert_eq!(bounds("1984~/2004-06"), (Some("1983-01-01".to_owned()), Some("2004-06-30".to_owned())));
    assert_eq!(bounds("2004-02-01?/2004-02-08~"), (Some("2004-01-31".to_owned()), Some("2004-02-09".to_owned())));
    assert_eq!(bounds("2001-21/2001-22"), (Some("2001-03-01".to_owned()), Some("2001-08-31".to_owned())));
    assert_eq!(bounds("2005-02/2005-02-01").1.as_deref(), Some("2005-02-01"));
}

/// What the calendar doesn't have, with what is allowed.
#[test]
fn an_impossible_date_is_answered_with_what_is_allowed() {
    for (text, allowed) in [
        ("2002-02-30", "2002-02 has the days 01 to 28; a day not known is 2002-02-XX"),
        ("1900-02-29", "1900-02 has the days 01 to 28"),
        ("2004-02-30", "2004-02 has the days 01 to 29"),
        ("2004-06-00", "2004-06 has the days 01 to 30"),
        ("2004-06-31", "2004-06 has the days 01 to 30"),
        ("2004-06/2004-06-32", "2004-06 has the days 01 to 30"),
        ("2003-13", "months are 01 to 12, seasons 21 (spring) to 24 (winter); a month not known is 2003-XX"),
        ("2003-00", "months are 01 to 12"),
        ("2003-20", "months are 01 to 12"),
        ("2003-13-01", "months are 01 to 12"),
        ("2003-21-01", "months are 01 to 12"),
        ("2003/2002", "the earlier date comes first, as in 2002/2003"),
        ("2004-02-01/2004-01", "the earlier date comes first"),
        ("../..", "give at least one date"),
        ("/", "give at least one date"),
        ("../", "give at least one date"),
        ("Y170000002", "which counts the years -9999 to 9999"),
        ("Y-170000002", "which counts the years -9999 to 9999"),
        ("Y2002", "write a year with four digits and no Y"),
        ("9999-24", "which counts the years -9999 to 9999"),
        ("-0000", "the year before 0001 is 0000"),
        ("1985-04-12T24:00:00", "no time of day"),
        ("1985-04-12T23:20", "no time of day"),
        ("1985-04-12T23:20:30?", "no time of day"),
        ("1985-04-12T23:20:30/1986", "time of day"),
        ("3 December 2002", "did you mean 2002-12-03?"),
        ("2002-6-1", "did you mean 2002-06-01?"),
        ("20020601", "did you mean 2002-06-01?"),
    ] {
        let fault = text.parse::<When>().unwrap_err().to_string();
        assert!(fault.starts_with(&format!("`{text}` ")) && fault.contains(allowed), "{text}: {fault}");
    }
}

/// The specification's examples of level 2, its earlier draft, and what is no date at all.
#[test]
fn what_is_of_level_2_or_of_no_level_is_refused() {
    for text in [
        "Y-17E7",
        "1950S2",
        "Y171010000S3",
        "2001-34",
        "[1667,1668,1670..1672]",
        "[..1760-12-03]",
        "{1960,1961-12}",
        "2004-06~-11",
        "2004?-06-11",
        "?2004-06-~11",
        "2004-%06-11",
        "156X-12-25",
        "15XX-12-25",
        "XXXX-12-XX",
        "1XXX-XX",
        "1XXX-12",
        "1984-1X",
        "2004-06-~01/2004-06-~20",
        "2004-06-XX/2004-07-03",
        "201X/2020",
        "201x",
        "2004-xx",
        "196u",
        "1984?~",
        "2004-06-uu",
        "unknown/2006",
        "2004/open",
        "y17000",
        "",
        " ",
        "2002 ",
        "2002-12-03-04",
        "02",
        "2004-XX-11",
        "99999",
        "-999",
        "+2002",
        "２００２",
        "2002/2003/2004",
        "P2Y/2003",
        "2002…",
    ] {
        let fault = text.parse::<When>().unwrap_err().to_string();
        assert!(
            fault.contains("as in")
                || fault.contains("write")
                || fault.contains("at the end")
                || fault.contains("months are"),
            "{text}: {fault}"
        );
    }
}

#[test]
fn what_is_certain_and_what_may_be() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let year = when("2002");
    assert!(year.is_certainly_before(day("2003-01-01")) && !year.is_certainly_before(day("2002-12-31")));
    assert!(year.may_be_on(day("2002-06-01")) && !year.may_be_on(day("2001-12-31")));
    assert!(year.may_have_begun_by(day("2002-01-01")) && !year.had_certainly_begun_by(day("2002-12-30")));
    // About 2002 may be 2003, and is not taken to be 2026.
    assert!(when("2002~").may_be_on(day("2003-06-01")) && when("2002~").is_certainly_before(day("2004-01-01")));
    let campaign = when("1998-03/..");
    assert!(campaign.is_open_ended() && campaign.may_be_on(day("2026-01-01")));
    assert!(campaign.had_certainly_begun_by(day("1998-03-31")) && !campaign.had_certainly_begun_by(day("1998-03-30")));
    assert!(!when("2003/").is_open_ended() && !when("2003/").is_certainly_before(day("9999-12-31")));
    assert!(when("../2003").may_be_on(day("1800-01-01")) && when("../2003").is_certainly_before(day("2004-01-01")));
}

#[test]
fn dates_come_in_the_order_of_the_first_day_that_they_may_be() {
    let mut all = [
        "2003-07-01",
        "2003-07/..",
        "2002",
        "2003-07",
        "../1990",
        "2002?",
        "2003-07-01/2003-07-03",
        "/1989",
        "2002-XX",
    ]
    .map(when);
    all.sort_unstable();
    let written = all.map(|when| when.to_string());
    let expected = [
        "/1989",
        "../1990",
        "2002?",
        "2002",
        "2002-XX",
        "2003-07-01",
        "2003-07-01/2003-07-03",
        "2003-07",
        "2003-07/..",
    ];
    assert_eq!(written, expected);
}

fn any_date() -> impl Strategy<Value = String> {
    let year =
        (-9999_i16..=9998).prop_map(|year| format!("{}{:04}", if year < 0 { "-" } else { "" }, year.unsigned_abs()));
    let mark = prop_oneof![Just(""), Just("?"), Just("~"), Just("%")];
    let within = prop_oneof![
        Just(String::new()),
        (1..=12_u8).prop_map(|month| format!("-{month:02}")),
        (21..=24_u8).prop_map(|season| format!("-{season}")),
        (1..=12_u8, 1..=28_u8).prop_map(|(month, day)| format!("-{month:02}-{day:02}")),
    ];
    (year, within, mark).prop_map(|(year, within, mark)| format!("{year}{within}{mark}"))
}

fn any_when() -> impl Strategy<Value = String> {
    let with_x =
        ("(-?[0-9]{3}X|-?[0-9]{2}XX|[0-9]{4}-XX|[0-9]{4}-0[1-9]-XX|[0-9]{4}-XX-XX)[?~%]?").prop_map(String::from);
    // No day that February may lack.
    let time = "[0-9]{4}-0[1-9]-[12][0-8]T[01][0-9]:[0-5][0-9]:[0-5][0-9](Z|[+-]0[0-9](:[0-5][0-9])?)?";
    let ends = (any_date(), any_date()).prop_map(|(one, other)| {
        let first = |text: &str| when(text).start().unwrap().first();
        if first(&one) <= first(&other) { format!("{one}/{other}") } else { format!("{other}/{one}") }
    });
    let half = (any_date(), prop_oneof![Just(""), Just("..")], any::<bool>())
        .prop_map(|(date, other, before)| if before { format!("{other}/{date}") } else { format!("{date}/{other}") });
    prop_oneof![any_date(), with_x, time.prop_map(String::from), ends, half]
}

proptest! {
    #[test]
    fn a_date_is_shown_as_it_was_written(text in any_when()) {
        prop_assert_eq!(when(&text).to_string(), text);
    }

    /// Whatever text is read at all: nothing of it is lost, and nothing panics.
    #[test]
    fn what_is_read_is_all_of_the_text(text in "[-0-9XY/.?~%T:Z+]{0,24}|\\PC{0,12}") {
        if let Ok(when) = text.parse::<When>() {
            prop_assert_eq!(when.to_string(), text);
        }
    }

    #[test]
    fn the_first_day_is_never_after_the_last(text in any_when()) {
        let when = when(&text);
        if let (Some(first), Some(last)) = (when.earliest(), when.latest()) {
            prop_assert!(first <= last && when.may_be_on(first) && when.may_be_on(last));
        }
    }

    /// Before a day, on it, or after it: one of them always, and never before and on it both.
    #[test]
    fn a_day_is_before_within_or_after(text in any_when(), years in 0..10_000_i16) {
        let (when, day) = (when(&text), Date::new(years, 7, 1).unwrap());
        let after = !when.may_have_begun_by(day);
        prop_assert_eq!(u8::from(when.is_certainly_before(day)) + u8::from(when.may_be_on(day)) + u8::from(after), 1);
    }

    #[test]
    fn order_is_total_and_agrees_with_equality(one in any_when(), other in any_when()) {
        let (one, other) = (when(&one), when(&other));
        prop_assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
        prop_assert_eq!(one.cmp(&other).is_eq(), one == other);
    }
}
