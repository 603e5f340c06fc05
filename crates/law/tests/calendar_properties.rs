//! What must hold of every period, from every day.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use jiff::ToSpan;
use law::calendar::{Date, Delay, MonthEnd};
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = Date> {
    (0..100_000_i32).prop_map(|days| Date::constant(1900, 1, 1).checked_add(days.days()).unwrap())
}

fn any_delay() -> impl Strategy<Value = Delay> {
    prop_oneof![
        Just(Delay::OnTheDay),
        (0..400_u16).prop_map(Delay::Days),
        (0..60_u16).prop_map(Delay::Months),
        (0..60_u16).prop_map(Delay::FirstOfMonthAfterMonths),
        (0..400_u16).prop_map(Delay::FirstOfMonthAfterDays),
        (1..24_u16).prop_map(Delay::FirstOfNthMonth),
    ]
}

proptest! {
    #[test]
    fn a_later_deposit_never_takes_effect_earlier(one in any_day(), other in any_day(), delay in any_delay()) {
        let (first, second) = (one.min(other), one.max(other));
        let to = |day| delay.reckon(day, MonthEnd::LastDay).unwrap().to;
        prop_assert!(to(first) <= to(second));
    }

    #[test]
    fn effect_never_comes_before_the_act(day in any_day(), delay in any_delay()) {
        prop_assert!(delay.reckon(day, MonthEnd::LastDay).unwrap().to >= day);
    }

    #[test]
    fn the_first_of_the_month_following_is_a_first_and_strictly_later(day in any_day(), months in 0..60_u16) {
        let end = Delay::Months(months).reckon(day, MonthEnd::LastDay).unwrap().to;
        let first = Delay::FirstOfMonthAfterMonths(months).reckon(day, MonthEnd::LastDay).unwrap().to;
        prop_assert_eq!(first.day(), 1);
        prop_assert!(first > end);
        prop_assert!(first <= end.checked_add(31.days()).unwrap());
    }

    #[test]
    fn a_period_of_months_ends_on_the_same_day_or_on_the_last(day in any_day(), months in 0..60_u16) {
        let end = Delay::Months(months).reckon(day, MonthEnd::LastDay).unwrap().to;
        prop_assert!(end.day() == day.day() || end == end.last_of_month());
    }

    #[test]
    fn the_steps_lead_to_the_result(day in any_day(), delay in any_delay()) {
        let reckoned = delay.reckon(day, MonthEnd::LastDay).unwrap();
        prop_assert_eq!(reckoned.steps().last().map_or(day, |step| step.to()), reckoned.to);
    }
}
