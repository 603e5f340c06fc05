//! Days and months, as published texts write them in English, French and Spanish.

use law::calendar::Date;

use super::language::Language;
use super::token::{Joint, Token};

/// A day or a month read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// A day.
    Day(Date),
    /// A month of a year.
    Month(i16, i8),
}

#[rustfmt::skip]
const MONTHS: &[(&str, i8)] = &[
    ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7), ("august", 8),
    ("september", 9), ("october", 10), ("november", 11), ("december", 12),
    ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9),
    ("oct", 10), ("nov", 11), ("dec", 12),
    ("janv", 1), ("fevr", 2), ("avr", 4), ("juil", 7), ("ene", 1), ("abr", 4), ("ago", 8), ("dic", 12),
    ("janvier", 1), ("fevrier", 2), ("mars", 3), ("avril", 4), ("mai", 5), ("juin", 6), ("juillet", 7), ("aout", 8),
    ("septembre", 9), ("octobre", 10), ("novembre", 11), ("decembre", 12),
    ("enero", 1), ("febrero", 2), ("marzo", 3), ("abril", 4), ("mayo", 5), ("junio", 6), ("julio", 7), ("agosto", 8),
    ("septiembre", 9), ("setiembre", 9), ("octubre", 10), ("noviembre", 11), ("diciembre", 12),
];

const ROMAN_MONTHS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// Reads a date at the beginning of some tokens, with how many of them it takes.
#[must_use]
pub fn read(tokens: &[Token], language: Language) -> Option<(Dated, usize)> {
    iso(tokens)
        .or_else(|| stamped(tokens))
        .or_else(|| in_figures(tokens, language))
        .or_else(|| day_first(tokens))
        .or_else(|| month_first(tokens))
}

fn month(token: &Token) -> Option<i8> {
    MONTHS.iter().find(|(name, _)| token.is(name)).map(|(_, month)| *month)
}

fn year(token: &Token) -> Option<i16> {
    let year = token.figures().filter(|year| (1800..2200).contains(year))?;
    i16::try_from(year).ok()
}

/// The day of a month: "1", "1st", "1er", "primero".
fn day_of_month(token: &Token) -> Option<i8> {
    if token.mark {
        return None;
    }
    let digits = token.folded.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, ending) = token.folded.split_at(digits);
    let is_ending = matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er" | "o");
    if token.is("primero") || token.is("premier") {
        return Some(1);
    }
    figures.parse().ok().filter(|day| is_ending && (1..=31).contains(day))
}

fn of_parts(year: i16, month: i8, day: i8) -> Option<Dated> {
    Date::new(year, month, day).ok().map(Dated::Day)
}

/// How many of the first tokens are among some little words.
fn skipped(tokens: &[Token], words: &[&str], most: usize) -> usize {
    tokens.iter().take(most).take_while(|token| words.contains(&token.folded.as_str())).count()
}

/// "1 July 2003", "1er juillet 2003", "1 de julio de 2003".
fn day_first(tokens: &[Token]) -> Option<(Dated, usize)> {
    let day = day_of_month(tokens.first()?)?;
    let mut at = 1;
    // The sign after "1°", and what stands after the figure in "1.º".
    at += skipped(&tokens[at..], &["°", "."], 1);
    at += skipped(&tokens[at..], &["o"], 1);
    at += skipped(&tokens[at..], &["de", "of"], 1);
    let month = month(tokens.get(at)?)?;
    at += 1;
    at += skipped(&tokens[at..], &[",", ".", "de", "del", "of"], 2);
    let year = year(tokens.get(at)?)?;
    Some((of_parts(year, month, day)?, at + 1))
}

/// "July 1, 2003", "March 1998", "marzo de 1998".
fn month_first(tokens: &[Token]) -> Option<(Dated, usize)> {
    let first = tokens.first()?;
    let month = month(first)?;
    let day = tokens.get(1).and_then(day_of_month);
    if let Some(day) = day {
        let at = 2 + skipped(&tokens[2..], &[","], 1);
        if let Some(dated) = tokens.get(at).and_then(year).and_then(|year| of_parts(year, month, day)) {
            return Some((dated, at + 1));
        }
    }
    let at = 1 + skipped(&tokens[1..], &[",", ".", "de", "del", "of"], 1);
    // "may" and "mar" are words of their own.
    let is_name = first.capital || first.folded.len() > 3;
    let year = year(tokens.get(at)?).filter(|_| is_name)?;
    Some((Dated::Month(year, month), at + 1))
}

/// "2003-07-01".
fn iso(tokens: &[Token]) -> Option<(Dated, usize)> {
    let [first, second, third, ..] = tokens else { return None };
    let hyphens = [second, third].iter().all(|token| token.joined == Some(Joint::Hyphen) && token.folded.len() == 2);
    let (month, day) = (second.figures()?, third.figures()?);
    let dated = of_parts(year(first)?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
    hyphens.then_some((dated, 3))
}

/// "06-07-2013 05:00:24": the Treaty Collection puts the day first, and the hour of its stamp tells that it is its own.
fn stamped(tokens: &[Token]) -> Option<(Dated, usize)> {
    let [day, month, year_token, hour, colon, ..] = tokens else { return None };
    let hyphens = [month, year_token].iter().all(|token| token.joined == Some(Joint::Hyphen));
    let time = hour.folded.len() == 2 && hour.figures().is_some() && colon.is(":") && colon.joined == Some(Joint::Bare);
    if !hyphens || !time {
        return None;
    }
    let (month, day) = (i8::try_from(month.figures()?).ok()?, i8::try_from(day.figures()?).ok()?);
    Some((of_parts(year(year_token)?, month, day)?, 3))
}

/// "1.VII.2003", "14.3.2003", "14/03/2003". In English, figures that could be either way round are not read.
fn in_figures(tokens: &[Token], language: Language) -> Option<(Dated, usize)> {
    let [first, mark, second, other, third, ..] = tokens else { return None };
    let bare = [mark, second, other, third].iter().all(|token| token.joined == Some(Joint::Bare));
    let parted = (mark.is(".") || mark.is("/")) && mark.folded == other.folded;
    if !bare || !parted {
        return None;
    }
    let year = year(third)?;
    let one = i8::try_from(first.figures()?).ok()?;
    if let Some(month) = ROMAN_MONTHS.iter().zip(1..).find(|(roman, _)| second.is(roman)).map(|(_, month)| month) {
        return Some((of_parts(year, month, one)?, 5));
    }
    let two = i8::try_from(second.figures()?).ok()?;
    let (day, month) = match (one, two) {
        (13.., _) => (one, two),
        (_, 13..) => (two, one),
        _ if language != Language::English || mark.is(".") || one == two => (one, two),
        _ => return None,
    };
    Some((of_parts(year, month, day)?, 5))
}
