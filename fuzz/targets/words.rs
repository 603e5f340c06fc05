//! What people type: days, periods, shares, identifiers, names, addresses. What is not understood is answered.

#![no_main]

use std::fmt::{Debug, Display};
use std::str::FromStr;
use std::sync::LazyLock;

use law::act::{Action, DayOfAct};
use law::calendar::{AsAt, Date, DateOfAct, MonthEnd, Wording};
use law::final_clauses::{EarliestDay, Fraction, Percent};
use law::party::{Parties, PartyCode};
use law::record::{KnownAt, Record};
use law::treaty::TreatyId;
use law::when::When;
use libfuzzer_sys::fuzz_target;
use register::Location;

static PARTIES: LazyLock<Parties> = LazyLock::new(fuzz::a_few);

fuzz_target!(|text: &str| {
    read::<DateOfAct>(text);
    read::<DayOfAct>(text);
    read::<AsAt>(text);
    read::<EarliestDay>(text);
    read::<Fraction>(text);
    read::<Percent>(text);
    read::<PartyCode>(text);
    read::<TreatyId>(text);
    read::<When>(text);
    if let Some(wording) = read::<Wording>(text) {
        for day in [Date::MIN, Date::constant(2024, 1, 31), Date::MAX] {
            let reckoned = wording.delay().reckon(day, MonthEnd::NextDay);
            assert!(reckoned.is_ok_and(|reckoning| reckoning.to >= day) || reckoned.is_err());
        }
    }
    let _ = text.parse::<Action>().map_err(|unknown| (unknown.to_string(), unknown.nearest().map(str::to_owned)));
    let _ = text.parse::<KnownAt>().map_err(|unknown| unknown.to_string());
    let _ = text.parse::<Location>().map(|location| location.to_string()).map_err(|fault| fault.to_string());
    for day in [None, Some(Date::constant(1990, 1, 1))] {
        let _ = PARTIES.resolve(text, day).map_err(|unknown| (unknown.to_string(), unknown.nearest().len()));
    }
    let _ = Record::default().treaty(text).map_err(|unknown| unknown.to_string());
});

/// What is read is read again from what it is shown as.
fn read<T: FromStr<Err: Display> + Display + PartialEq + Debug>(text: &str) -> Option<T> {
    match text.parse::<T>() {
        Ok(read) => {
            let again = read.to_string().parse::<T>().map_err(|error| error.to_string());
            assert_eq!(again.as_ref(), Ok(&read));
            Some(read)
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            None
        }
    }
}
