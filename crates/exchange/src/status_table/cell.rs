//! A cell of a status table: dates with letters, some in square brackets, with footnote figures fused to them.

use law::calendar::Date;

/// One date in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) date: Date,
    /// The letters behind the date; empty: the column's default action.
    pub(super) letters: String,
    /// Whether square brackets show the participation as withdrawn.
    pub(super) withdrawn: bool,
}

const MONTHS: [(&str, &str); 12] = [
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may", "may"),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
];

/// The dates of a cell, in order.
pub(super) fn entries(cell: &str) -> Result<Vec<Entry>, String> {
    let not_a_date = || {
        let shown: String = cell.chars().take(60).collect();
        format!("`{shown}` is not a date of a status table, such as `5 Jun 2003 a`")
    };
    let spaced = cell.replace('[', " [ ").replace(']', " ] ").replace([',', ';'], " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut found: Vec<Entry> = Vec::new();
    let (mut at, mut bracket) = (0, false);
    while let Some(word) = words.get(at) {
        match *word {
            "[" if !bracket => bracket = true,
            "]" if bracket => bracket = false,
            day if month_of(words.get(at + 1)).is_some() => {
                let (date, fused) = date(day, words.get(at + 1), words.get(at + 2)).ok_or_else(not_a_date)?;
                at += 2;
                let letters = if fused.is_empty() { take_letters(&words, &mut at) } else { fused };
                found.push(Entry { date, letters, withdrawn: bracket });
            }
            // The figure of a footnote stands behind a date, never before the first.
            figure if is_figure(figure) && !found.is_empty() => take_late_letters(&words, &mut at, &mut found),
            _ => return Err(not_a_date()),
        }
        at += 1;
    }
    if bracket { Err(not_a_date()) } else { Ok(found) }
}

/// The letters that stand behind a date, without the figures of footnotes fused to them.
fn take_letters(words: &[&str], at: &mut usize) -> String {
    let Some(word) = words.get(*at + 1) else { return String::new() };
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    if !is_letters(letters) {
        return String::new();
    }
    *at += 1;
    letters.to_owned()
}

/// The letters of a date may stand behind the figure of its footnote: "5 Jun 2003 1 a".
fn take_late_letters(words: &[&str], at: &mut usize, found: &mut [Entry]) {
    if let Some(entry) = found.last_mut()
        && entry.letters.is_empty()
    {
        entry.letters = take_letters(words, at);
    }
}

/// A date, and the letters that are fused to its year.
fn date(day: &str, month: Option<&&str>, year: Option<&&str>) -> Option<(Date, String)> {
    let day: i8 = day.parse().ok()?;
    let month = month_of(month)?;
    let (year, rest) = year?.split_at_checked(4)?;
    let year: i16 = year.parse().ok()?;
    // Behind the year there may be the figure of a footnote (20031), or letters (2003a), and nothing else.
    let letters = rest.trim_matches(|c: char| c.is_ascii_digit());
    if !letters.is_empty() && !is_letters(letters) {
        return None;
    }
    Some((Date::new(year, month, day).ok()?, letters.to_owned()))
}

fn month_of(word: Option<&&str>) -> Option<i8> {
    let word = word?.trim_end_matches('.').to_lowercase();
    let is_it = |(short, long): &(&str, &str)| word == *short || word == *long || (word == "sept" && *short == "sep");
    MONTHS.iter().zip(1_i8..).find(|(month, _)| is_it(month)).map(|(_, number)| number)
}

fn is_letters(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_figure(word: &str) -> bool {
    word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Vec<(String, String, bool)> {
        entries(cell)
            .unwrap()
            .into_iter()
            .map(|entry| (entry.date.to_string(), entry.letters, entry.withdrawn))
            .collect()
    }

    fn one(date: &str, letters: &str, withdrawn: bool) -> Vec<(String, String, bool)> {
        vec![(date.to_owned(), letters.to_owned(), withdrawn)]
    }

    #[test]
    fn dates_letters_brackets_and_footnotes() {
        for cell in [
            "5 Jun 2003 a",
            "5 June 2003 a",
            "5 Jun 20031 a",
            "5 Jun 2003a",
            "5 Jun 2003 a3",
            "5 Jun 2003 a 12",
            "5 Jun 2003 1 a",
            "5 Jun 2003 a 1, 2",
        ] {
            assert_eq!(read(cell), one("2003-06-05", "a", false), "{cell}");
        }
        for cell in [" 5  Jun\t2003 ", "5 Jun 2003", "5 Jun 20034", "5 Jun 2003 31"] {
            assert_eq!(read(cell), one("2003-06-05", "", false), "{cell}");
        }
        assert_eq!(read("[20 Jan 2021 A]"), one("2021-01-20", "A", true));
        assert_eq!(read("5 June 2003 AA"), one("2003-06-05", "AA", false));
        assert_eq!(read("5 Sept 2003"), one("2003-09-05", "", false));
        assert_eq!(read(""), Vec::new());
        assert_eq!(read("[1 Jan 1990 a] 5 Jun 2003 a").len(), 2);
        assert_eq!(read("1 Jan 1990, 5 Jun 2003 a").len(), 2);
        assert_eq!(read("1 Jan 1990 3 5 Jun 2003 a").len(), 2, "note 3, then the fifth of June");
    }

    #[test]
    fn anything_else_is_refused() {
        for cell in [
            "soon",
            "5 Jun",
            "31 Feb 2003",
            "5 Juin 2003",
            "5 Junk 2003",
            "2003-06-05",
            "5 Jun 2003/6",
            "[5 Jun 2003 a",
            "5 Jun 2003 a]",
            "5 Jun 2003 abc",
            "3",
        ] {
            assert!(entries(cell).is_err(), "{cell}");
        }
    }
}
