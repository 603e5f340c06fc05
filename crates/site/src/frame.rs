//! What all pages have around their content.

use law::record::Record;

use crate::asked::Asked;
use crate::day::Day;
use crate::known::moment_in_words;
use crate::style;

/// The frame of a page.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// What the browser's tab and a bookmark say.
    pub(crate) title: String,
    /// The address of the style sheet.
    pub(crate) style: &'static str,
    /// What the answer rests on.
    pub(crate) foot: Option<Foot>,
}

/// What an answer rests on, at the foot of its page.
#[derive(Debug, Clone)]
pub(crate) struct Foot {
    /// The day asked about.
    pub(crate) as_at: Day,
    /// The last entry known.
    pub(crate) entry: u64,
    /// When that was recorded, in words.
    pub(crate) recorded: String,
    /// Up to when the register was to be read, in words, when the visitor said so.
    pub(crate) known: Option<String>,
    /// The address that gives this same answer for good.
    pub(crate) for_good: Option<String>,
}

impl Frame {
    /// A frame without a foot, for pages that answer nothing from the record.
    pub(crate) fn bare(title: &str) -> Self {
        Self { title: format!("{title} · Treaty register"), style: style::ADDRESS.as_str(), foot: None }
    }

    /// The frame of a page that answers from the record. `path` is the page's address without its question, when the
    /// question decides the answer.
    pub(crate) fn of(title: &str, record: &Record, asked: &Asked, path: Option<&str>) -> Self {
        let foot = record.last().map(|(entry, recorded)| Foot {
            as_at: asked.as_at.into(),
            entry,
            recorded: moment_in_words(recorded),
            known: asked.known.as_ref().map(crate::known::Known::words),
            for_good: path.map(|path| asked.for_good(path, entry)),
        });
        let title = if asked.names_day {
            format!("{title}, as at {}", Day::from(asked.as_at).words())
        } else {
            title.to_owned()
        };
        Self { foot, ..Self::bare(&title) }
    }
}

/// The form by which a visitor asks about another day, and later about another state of knowledge.
#[derive(Debug, Clone)]
pub(crate) struct When {
    /// The page's address without its question.
    pub(crate) path: String,
    /// The day asked about, in figures; empty when what was asked is no day.
    pub(crate) day: String,
    /// What is passed on: the order of the rows.
    pub(crate) sort: Option<String>,
    /// What else is passed on: a page's own choice of rows.
    pub(crate) also: Vec<(&'static str, String)>,
    /// Up to when the register is read, as the address has it; empty when it does not say.
    pub(crate) known: String,
    /// The day that the address names, if it names one.
    pub(crate) named_day: Option<String>,
    /// Days worth asking about.
    pub(crate) notable: Vec<NotableDay>,
}

/// A day worth asking about.
#[derive(Debug, Clone)]
pub(crate) struct NotableDay {
    /// What happened on it.
    pub(crate) what: String,
    /// The day.
    pub(crate) day: Day,
    /// The same page on that day.
    pub(crate) address: String,
    /// Whether it is the day asked about.
    pub(crate) current: bool,
}

impl When {
    /// The form of a page.
    pub(crate) fn of(path: &str, asked: &Asked, notable: Vec<NotableDay>) -> Self {
        let day = Day::from(asked.as_at).figures();
        let order = asked.order;
        Self {
            path: path.to_owned(),
            sort: (order != crate::table::Order::default()).then(|| order.written()),
            also: Vec::new(),
            known: asked.known.as_ref().map(|known| known.written.clone()).unwrap_or_default(),
            named_day: asked.names_day.then(|| day.clone()),
            day,
            notable,
        }
    }
}
