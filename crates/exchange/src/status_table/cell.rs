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

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The dates of a cell, in order.
pub(super) fn entries(cell: &str) -> Result<Vec<Entry>, String> {
    let spaced = cell.replace('[', " [ ").replace(']', " ] ").replace(',', " ");
    let mut words = spaced.split_whitespace().peekable();
    let mut found: Vec<Entry> = Vec::new();
    let mut bracket = false;
    while let Some(word) = words.next() {
        match word {
            "[" => bracket = true,
            "]" => bracket = false,
            day => {
                let (month, year) = (words.next(), words.next());
                let date = date(day, month, year).ok_or_else(|| not_a_date(cell))?;
                let letters = words.next_if(|word| is_letters(word)).unwrap_or_default().to_owned();
                // A footnote's figures may stand behind the letters.
                while words.next_if(|word| is_footnote(word) && !starts_a_date(word)).is_some() {}
                found.push(Entry { date, letters, withdrawn: bracket });
            }
        }
    }
    Ok(found)
}

fn not_a_date(cell: &str) -> String {
    let shown: String = cell.chars().take(60).collect();
    format!("`{shown}` is not a date of a status table, such as `5 Jun 2003 a`")
}

fn date(day: &str, month: Option<&str>, year: Option<&str>) -> Option<Date> {
    let day: i8 = day.parse().ok()?;
    let month = month?.trim_end_matches('.').to_lowercase();
    let month = MONTHS.iter().zip(1_i8..).find(|(name, _)| month.starts_with(**name)).map(|(_, number)| number)?;
    // The figure of a footnote may be fused to the year: 20031 is 2003 and note 1.
    let year: i16 = year?.get(..4)?.parse().ok()?;
    Date::new(year, month, day).ok()
}

fn is_letters(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_footnote(word: &str) -> bool {
    word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn starts_a_date(word: &str) -> bool {
    word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
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
        assert_eq!(read("5 Jun 2003 a"), one("2003-06-05", "a", false));
        assert_eq!(read(" 5  Jun\t2003 "), one("2003-06-05", "", false));
        assert_eq!(read("[20 Jan 2021 A]"), one("2021-01-20", "A", true));
        assert_eq!(read("5 Jun 20031 a"), one("2003-06-05", "a", false));
        assert_eq!(read("5 June 2003 AA"), one("2003-06-05", "AA", false));
        assert_eq!(read(""), Vec::new());
        assert_eq!(read("[1 Jan 1990 a] 5 Jun 2003 a").len(), 2);
        assert_eq!(read("1 Jan 1990, 5 Jun 2003 a").len(), 2);
    }

    #[test]
    fn anything_else_is_refused() {
        for cell in ["soon", "5 Jun", "31 Feb 2003", "5 Juin", "2003-06-05"] {
            assert!(entries(cell).is_err(), "{cell}");
        }
    }
}
