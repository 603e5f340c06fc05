//! A paragraph while it is being told: words, and the figures among them.

use law::calendar::{AsAt, Date};

use crate::document::{Figure, Grounds, Inline, Paragraph};
use crate::enumeration::list;
use crate::number_words::cardinal;
use crate::un_date::ENGLISH;

/// A paragraph that grows.
pub(super) struct Telling {
    words: String,
    paragraph: Paragraph,
    grounds: Grounds,
    as_at: AsAt,
}

impl Telling {
    /// A paragraph whose figures follow from the same grounds.
    pub(super) fn on(grounds: Grounds, as_at: AsAt) -> Self {
        Self { words: String::new(), paragraph: Vec::new(), grounds, as_at }
    }

    /// Says some words.
    pub(super) fn say(&mut self, words: &str) {
        self.words.push_str(words);
    }

    /// Says a figure. No two figures of a paragraph have one role.
    pub(super) fn figure(&mut self, role: &str, words: impl Into<String>) {
        let (grounds, as_at) = (self.grounds.clone(), self.as_at);
        let of_role = |inline: &&Inline| matches!(inline, Inline::Figure(figure) if figure.role.starts_with(role));
        let role = match self.paragraph.iter().filter(of_role).count() {
            0 => role.to_owned(),
            before => format!("{role}-{}", before + 1),
        };
        self.put(Inline::Figure(Figure { role, words: words.into(), grounds, as_at }));
    }

    /// Says a day.
    pub(super) fn day(&mut self, role: &str, day: Date) {
        self.figure(role, ENGLISH.write(day));
    }

    /// Puts in something that is no words.
    pub(super) fn put(&mut self, inline: Inline) {
        if !self.words.is_empty() {
            self.paragraph.push(Inline::Text(std::mem::take(&mut self.words)));
        }
        self.paragraph.push(inline);
    }

    /// The paragraph.
    pub(super) fn told(mut self) -> Paragraph {
        if !self.words.is_empty() {
            self.paragraph.push(Inline::Text(self.words));
        }
        self.paragraph
    }
}

/// "no State", "one State", "nine States", "22 States".
pub(super) fn states(number: usize) -> String {
    counted(number, "State", "States")
}

/// So many of something: in words below ten, in figures from there on.
pub(super) fn counted(number: usize, one: &str, several: &str) -> String {
    match number {
        0 => format!("no {one}"),
        1 => format!("one {one}"),
        _ => format!("{} {several}", in_words_below_ten(number)),
    }
}

/// "nine", "22".
pub(super) fn in_words_below_ten(number: usize) -> String {
    u8::try_from(number).ok().filter(|few| *few < 10).map_or_else(|| number.to_string(), cardinal)
}

/// Names of one day, then those of the next: "A and B on 1 January 2009, C on 1 April 2009 and D on 1 July 2009".
pub(super) fn by_day(dated: &[(Date, &str)]) -> String {
    let mut days: Vec<(Date, Vec<&str>)> = Vec::new();
    for (day, name) in dated {
        match days.last_mut() {
            Some((last, names)) if last == day => names.push(name),
            _ => days.push((*day, vec![name])),
        }
    }
    let of_a_day = |(day, names): &(Date, Vec<&str>)| format!("{} on {}", list(names), ENGLISH.write(*day));
    list(&days.iter().map(of_a_day).collect::<Vec<String>>())
}
