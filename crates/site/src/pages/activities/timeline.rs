//! A picture of activities in time: a row for each, a bar for what lasted, what is not exact dashed. Places along the line are
//! in hundredths of the picture's width, so that the words keep their size on any screen.

use law::answer::ActivityAnswer;
use law::calendar::Date;
use law::when::{Endpoint, When};
use papers::explanation::capitalised;
use papers::when::in_words;

/// The picture.
#[derive(Debug, Clone)]
pub(super) struct Timeline {
    /// Its height in pixels.
    pub(super) height: usize,
    /// The years marked.
    pub(super) marks: Vec<Mark>,
    /// The rows.
    pub(super) bars: Vec<Bar>,
    /// The numbers of those without a day, which are not in the picture.
    pub(super) without_day: Vec<usize>,
}

/// A year marked: its first day.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// The year.
    pub(super) year: i16,
    /// Where.
    pub(super) at: String,
    /// Whether its name stands to the left of it.
    pub(super) last: bool,
}

/// One activity.
#[derive(Debug, Clone)]
pub(super) struct Bar {
    /// Its number and when it was.
    pub(super) label: String,
    /// The line of the label, in pixels from the top.
    pub(super) label_at: usize,
    /// The top of the bar.
    pub(super) top: usize,
    /// All the time in which it may have been, where that is more than the time in which it certainly was.
    pub(super) outer: Option<Stretch>,
    /// The time in which it certainly was, where there is such a time.
    pub(super) inner: Option<Stretch>,
    /// Whether it has no end.
    pub(super) open: bool,
}

/// A part of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Where it begins.
    pub(super) from: String,
    /// How long it is.
    pub(super) width: String,
}

const HEAD: usize = 28;
const ROW: usize = 40;

/// How many years are marked at most.
const MOST_MARKS: i16 = 6;

impl Timeline {
    /// Draws activities up to a day.
    pub(super) fn of(activities: &[ActivityAnswer], as_at: Date) -> Self {
        let dated: Vec<(usize, &ActivityAnswer, When)> =
            (1..).zip(activities).filter_map(|(number, one)| Some((number, one, placed(one)?))).collect();
        let days = dated.iter().flat_map(|(_, _, when)| [when.earliest(), when.latest()]).flatten();
        let (first, last) = (days.clone().min().unwrap_or(as_at), days.max().unwrap_or(as_at));
        let open = dated.iter().any(|(_, _, when)| when.latest().is_none());
        let line = Line::over(first, if open { last.max(as_at) } else { last });
        let bar = |(row, (number, activity, when)): (usize, &(usize, &ActivityAnswer, When))| {
            let top = HEAD + row * ROW;
            let outer = line.stretch(when.earliest().unwrap_or(line.first), when.latest().unwrap_or(line.last));
            let inner = line.certain(when);
            Bar {
                label: format!(
                    "{number}. {}: {}",
                    capitalised(&in_words(when)),
                    activity.activity.word().replace('-', " ")
                ),
                label_at: top + 14,
                top: top + 20,
                outer: Some(outer).filter(|outer| inner.as_ref() != Some(outer)),
                inner,
                open: when.is_open_ended(),
            }
        };
        let bars: Vec<Bar> = dated.iter().enumerate().map(bar).collect();
        let without_day = (1..).zip(activities).filter(|(_, one)| placed(one).is_none()).map(|(number, _)| number);
        Self { height: HEAD + bars.len() * ROW + 4, marks: line.marks(), without_day: without_day.collect(), bars }
    }
}

/// When an activity was, if it has a place in the picture: one of which only a day is known by which it was has none.
fn placed(activity: &ActivityAnswer) -> Option<When> {
    let begins = |when: &When| !matches!(when, When::Interval(interval) if interval.start() == Endpoint::Unknown);
    activity.date.filter(begins)
}

/// When an activity was, in words.
pub(super) fn when_in_words(activity: &ActivityAnswer) -> String {
    activity.date.map_or_else(|| "Day not known".to_owned(), |when| capitalised(&in_words(&when)))
}

/// The days that the picture spans.
struct Line {
    first: Date,
    last: Date,
}

impl Line {
    /// Whole years, so that the marks begin and end the line.
    fn over(first: Date, last: Date) -> Self {
        Self { first: first.first_of_year(), last: last.last_of_year() }
    }

    /// How far along the line a day begins, in ten-thousandths.
    fn at(&self, day: Date) -> i64 {
        let days = |from: Date, to: Date| from.until(to).map_or(0, |span| i64::from(span.get_days()));
        let length = days(self.first, self.last).max(1) + 1;
        (days(self.first, day) * 10_000 / length).clamp(0, 10_000)
    }

    fn stretch(&self, from: Date, to: Date) -> Stretch {
        let (from, end) = (self.at(from), self.at(to.tomorrow().unwrap_or(to)));
        Stretch { from: per_cent(from), width: per_cent((end - from).max(60)) }
    }

    /// From the last day on which it may have begun to the first on which it may have ended.
    fn certain(&self, when: &When) -> Option<Stretch> {
        let sure = |date: law::when::DateExpression| date.earliest() == date.first();
        let from = when.start().filter(|date| sure(*date))?.last();
        let to = match when.end() {
            Some(date) => Some(date).filter(|date| sure(*date))?.first(),
            None if when.is_open_ended() => self.last,
            None => from,
        };
        (from <= to).then(|| self.stretch(from, to))
    }

    fn marks(&self) -> Vec<Mark> {
        let (first, last) = (self.first.year(), self.last.year());
        let years = last.saturating_sub(first).saturating_add(1);
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
        let step = step.into_iter().find(|step| years / step < MOST_MARKS).unwrap_or(10_000);
        let marked = (first..=last).filter(|year| year.rem_euclid(step) == 0);
        let mark = |year: i16| {
            let at = self.at(Date::new(year, 1, 1).unwrap_or(self.first));
            Mark { year, at: per_cent(at), last: at > 8_500 }
        };
        marked.map(mark).collect()
    }
}

/// Ten-thousandths as a percentage.
fn per_cent(ten_thousandths: i64) -> String {
    format!("{}.{:02}%", ten_thousandths / 100, ten_thousandths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(first: &str, last: &str) -> Line {
        Line::over(first.parse().unwrap(), last.parse().unwrap())
    }

    #[test]
    fn what_is_exact_is_certain_and_what_is_not_is_not() {
        let line = line("1998-03-01", "2003-08-06");
        let certain = |text: &str| line.certain(&text.parse().unwrap());
        assert!(certain("2002-12-03").is_some());
        assert!(certain("2002").is_none(), "some day of the year");
        assert!(certain("2002-12-03~").is_none());
        let campaign = certain("1998-03/..").unwrap();
        assert_eq!(campaign.from, line.stretch("1998-03-31".parse().unwrap(), line.last).from);
        assert!(certain("2002/2003").is_some(), "at the turn of the year");
    }

    #[test]
    fn the_line_spans_whole_years_and_marks_few() {
        let line = line("1998-03-01", "2003-08-06");
        assert_eq!((line.at("1998-01-01".parse().unwrap()), line.at("2004-01-01".parse().unwrap())), (0, 10_000));
        let years: Vec<i16> = line.marks().iter().map(|mark| mark.year).collect();
        assert_eq!(years, [1998, 2000, 2002]);
    }
}
