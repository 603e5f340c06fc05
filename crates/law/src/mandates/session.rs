//! The sessions of the General Assembly.

use jiff::ToSpan;
use jiff::civil::Weekday;

use crate::calendar::Date;

/// The last day of a session, where the organ's sessions are known: that of the General Assembly ends on the eve of the next,
/// which opens on the Tuesday of the third week of September, counted from the first week with a working day in it (rule 1
/// of its rules of procedure, as amended by resolution 57/301); since the seventy-eighth session it has met in the second.
///
/// ```
/// use law::mandates::closes;
/// assert_eq!(closes("the General Assembly", 58).unwrap().to_string(), "2004-09-13");
/// assert_eq!(closes("the Human Rights Council", 58), None);
/// ```
#[must_use]
pub fn closes(organ: &str, session: u16) -> Option<Date> {
    let next = session.checked_add(1).filter(|_| organ == "the General Assembly")?;
    opens(next)?.yesterday().ok()
}

/// The session of the General Assembly that opens next after a day, where the rule gives its day of opening.
///
/// ```
/// use law::calendar::Date;
/// use law::mandates::session_after;
/// assert_eq!(session_after(Date::new(2003, 8, 6).unwrap()), Some(58));
/// assert_eq!(session_after(Date::new(2009, 7, 31).unwrap()), Some(64));
/// ```
#[must_use]
pub fn session_after(day: Date) -> Option<u16> {
    let of_the_year = u16::try_from(day.year().checked_sub(1945)?).ok()?;
    (of_the_year..=of_the_year.checked_add(1)?).find(|session| opens(*session).is_some_and(|opens| opens > day))
}

/// The first session of which the rule gives the day of opening.
const FIRST_UNDER_THE_RULE: u16 = 58;

/// The first session that opened in the second week.
const FIRST_A_WEEK_EARLIER: u16 = 78;

fn opens(session: u16) -> Option<Date> {
    if session < FIRST_UNDER_THE_RULE {
        return None;
    }
    let year = i16::try_from(session).ok()?.checked_add(1945)?;
    let first = Date::new(year, 9, 1).ok()?;
    // Weeks begin on Sunday. One of which only the Saturday is in September has no working day of September in it.
    let into_week = first.weekday().to_sunday_zero_offset();
    let back = if first.weekday() == Weekday::Saturday { -1 } else { into_week };
    let first_week = first.checked_sub(back.days()).ok()?;
    let weeks = if session < FIRST_A_WEEK_EARLIER { 2 } else { 1 };
    first_week.checked_add((weeks * 7 + 2).days()).ok()
}

#[cfg(test)]
mod tests {
    use super::opens;

    /// As the Assembly met.
    #[test]
    fn sessions_open_on_a_tuesday_of_september() {
        for (session, day) in [
            (58, "2003-09-16"),
            (59, "2004-09-14"),
            (60, "2005-09-13"),
            (63, "2008-09-16"),
            (64, "2009-09-15"),
            (70, "2015-09-15"),
            (72, "2017-09-12"),
            (75, "2020-09-15"),
            (78, "2023-09-05"),
            (79, "2024-09-10"),
        ] {
            assert_eq!(opens(session).unwrap().to_string(), day, "{session}");
        }
        assert_eq!(opens(57), None);
    }
}
