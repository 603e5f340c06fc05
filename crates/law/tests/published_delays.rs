//! Periods counted here against dates that depositaries published.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use law::calendar::{Date, MonthEnd, Wording, parse_day};

fn day(text: &str) -> Date {
    parse_day(text).unwrap()
}

/// Wording, day of the act, published day of effect, and the treaty that it is from.
const PUBLISHED: &[(&str, &str, &str, &str)] = &[
    ("30th day after", "1979-05-02", "1979-06-01", "C.N.97-1979: United Kingdom, ratification"),
    ("30th day after", "1990-08-03", "1990-09-02", "Rights of the Child, article 49(1)"),
    ("30th day after", "2008-04-03", "2008-05-03", "Rights of Persons with Disabilities, article 45(1)"),
    ("30 days after", "2001-11-11", "2001-12-11", "Fish Stocks Agreement, article 40(1)"),
    ("30th day after", "2016-10-05", "2016-11-04", "Paris Agreement, article 21(1)"),
    ("30 days after", "2005-07-14", "2005-08-13", "Fish Stocks Agreement: Belize"),
    ("30 days after", "2003-12-19", "2004-01-18", "Fish Stocks Agreement: Austria"),
    ("ninetieth day after", "1950-10-14", "1951-01-12", "Genocide, article 13"),
    ("90th day after", "1993-12-21", "1994-03-21", "Climate Change, article 23(1)"),
    ("90th day after", "2005-09-15", "2005-12-14", "Corruption, article 68(1)"),
    ("90th day after", "2004-11-29", "2005-02-27", "Tobacco Control, article 36(1)"),
    ("90 days after", "2004-11-18", "2005-02-16", "Kyoto Protocol, article 25(1)"),
    ("90 days after", "2020-10-24", "2021-01-22", "Prohibition of Nuclear Weapons, article 15(1)"),
    ("120 days after", "2025-09-19", "2026-01-17", "Marine Biological Diversity, article 68(1)"),
    ("180 days after", "1996-10-31", "1997-04-29", "Chemical Weapons, article XXI(1)"),
    ("3 months after", "1975-12-23", "1976-03-23", "Civil and Political Rights, article 49(1)"),
    ("3 months after", "2000-09-22", "2000-12-22", "Optional Protocol on Discrimination against Women, article 16(1)"),
    ("3 months after", "2014-01-14", "2014-04-14", "Third Optional Protocol on the Rights of the Child, article 19(1)"),
    ("1 month after", "2005-01-31", "2005-02-28", "Sale of Children: Benin (Netherlands Treaty Database)"),
    ("1 month after", "2006-03-31", "2006-04-30", "Sale of Children: Burkina Faso (Netherlands Treaty Database)"),
    (
        "6 months after",
        "2002-08-30",
        "2003-02-28",
        "Certain Conventional Weapons, Protocol IV: Guatemala (United Kingdom)",
    ),
    ("12 months after", "1993-11-16", "1994-11-16", "Law of the Sea, article 308(1)"),
    ("12 months after", "2016-09-08", "2017-09-08", "Ballast Water Management"),
    ("2 years after", "1973-12-13", "1975-12-13", "Reduction of Statelessness, article 18(1)"),
    ("1 year after", "2025-06-02", "2026-06-02", "Rome Statute: Hungary, notice of withdrawal"),
    (
        "first day of the month following a period of 3 months after",
        "2003-03-14",
        "2003-07-01",
        "Migrant Workers, article 87(1)",
    ),
    (
        "first day of the month following a period of 3 months after",
        "2009-03-18",
        "2009-07-01",
        "Migrant Workers: Niger",
    ),
    (
        "first day of the month following a period of 3 months after",
        "2009-07-27",
        "2009-11-01",
        "Migrant Workers: Nigeria",
    ),
    (
        "first day of the month following the expiration of 12 months after",
        "1986-12-11",
        "1988-01-01",
        "Sale of Goods, article 99(1)",
    ),
    (
        "first day of the month following the expiration of 12 months after",
        "2022-08-29",
        "2023-09-01",
        "Judgments Convention",
    ),
    (
        "first day of the month following the expiration of 12 months after",
        "2024-06-27",
        "2025-07-01",
        "Judgments Convention: United Kingdom",
    ),
    (
        "first day of the month following the expiration of 12 months after",
        "2023-09-01",
        "2024-10-01",
        "Judgments Convention: a deposit on a first",
    ),
    ("first day of the month after the 60th day following", "2002-04-11", "2002-07-01", "Rome Statute, article 126(1)"),
    (
        "first day of the 6th month after the month of",
        "1998-09-16",
        "1999-03-01",
        "Anti-Personnel Mines, article 17(1)",
    ),
    ("first day of the 6th month after the month of", "2010-02-16", "2010-08-01", "Cluster Munitions, article 17(1)"),
    ("first day of the 3rd calendar month after", "2014-01-24", "2014-04-01", "Child Abduction: Japan"),
    ("first day of the 3rd calendar month after", "1996-08-14", "1996-11-01", "Child Abduction: Iceland"),
];

#[test]
fn every_published_date_is_derived() {
    for (wording, from, published, treaty) in PUBLISHED {
        let wording: Wording = wording.parse().unwrap();
        let reckoned = wording.delay().reckon(day(from), MonthEnd::LastDay).unwrap();
        assert_eq!(reckoned.to, day(published), "{treaty}: {wording} {from}");
    }
}

#[test]
fn a_month_without_such_a_day_is_settled_as_the_file_says() {
    let month: Wording = "1 month after".parse().unwrap();
    let from = day("2005-01-31");
    let to = |choice| month.delay().reckon(from, choice).map(|reckoned| reckoned.to);
    assert_eq!(to(MonthEnd::LastDay), Ok(day("2005-02-28")));
    assert_eq!(to(MonthEnd::NextDay), Ok(day("2005-03-01")));
    let refusal = to(MonthEnd::Refuse).unwrap_err().to_string();
    assert!(refusal.contains("2005-01-31") && refusal.contains("depositary"), "{refusal}");
}

#[test]
fn a_period_of_months_is_added_in_one_go() {
    // Month by month, 31 January would drift to 28 March.
    let two: Wording = "2 months after".parse().unwrap();
    assert_eq!(two.delay().reckon(day("2023-01-31"), MonthEnd::LastDay).unwrap().to, day("2023-03-31"));
}

#[test]
fn the_end_of_the_calendar_is_an_error_and_not_a_panic() {
    for text in [
        "30 days after",
        "3 months after",
        "first day of the month following",
        "first day of the 6th month after the month of",
    ] {
        let wording: Wording = text.parse().unwrap();
        assert!(wording.delay().reckon(day("9999-12-31"), MonthEnd::LastDay).is_err(), "{text}");
    }
}
