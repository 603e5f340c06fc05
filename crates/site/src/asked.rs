//! What an address asks: the day, up to when the register is read, and the order of the rows.

use law::calendar::{AsAt, DateFault, parse_day};
use law::record::{KnownAt, NotAPoint};

use crate::known::Known;
use crate::table::Order;

/// The names and values behind the question mark of an address.
pub(crate) type Pairs = Vec<(String, String)>;

/// What an address asks.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// The day asked about.
    pub(crate) as_at: AsAt,
    /// Whether the address names that day; otherwise it is today.
    pub(crate) names_day: bool,
    /// Up to when the register is read, when the address says so.
    pub(crate) known: Option<Known>,
    /// The order of the rows.
    pub(crate) order: Order,
}

/// What an address asks wrongly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Misasked {
    /// The day.
    Day {
        /// What is wrong with it.
        fault: DateFault,
        /// Up to when the register was to be read, which was right or not said.
        known: Option<Known>,
    },
    /// Up to when the register is to be read.
    Known {
        /// What is wrong with it.
        fault: NotAPoint,
        /// The day, which was right or not said.
        as_at: Option<AsAt>,
    },
}

impl Asked {
    /// Reads what an address asks. A name without a value asks nothing; of a name that comes twice the last counts.
    pub(crate) fn read(pairs: &Pairs, today: AsAt) -> Result<Self, Misasked> {
        let day = value(pairs, "as-at").map(parse_day);
        let known = value(pairs, "known-at").map(Known::read);
        match (day, known) {
            (Some(Err(fault)), known) => Err(Misasked::Day { fault, known: known.and_then(Result::ok) }),
            (day, Some(Err(fault))) => Err(Misasked::Known { fault, as_at: day.and_then(Result::ok).map(AsAt::new) }),
            (day, known) => {
                let named = day.and_then(Result::ok).map(AsAt::new);
                Ok(Self {
                    as_at: named.unwrap_or(today),
                    names_day: named.is_some(),
                    known: known.and_then(Result::ok),
                    order: value(pairs, "sort").map(Order::read).unwrap_or_default(),
                })
            }
        }
    }

    /// Up to when the register is read.
    pub(crate) fn known_at(&self) -> KnownAt {
        self.known.as_ref().map_or(KnownAt::Everything, |known| known.at)
    }

    /// A page asked the same question.
    pub(crate) fn of(&self, path: &str) -> String {
        with(path, [self.day_pair(), self.known_pair()])
    }

    /// The same page in another order.
    pub(crate) fn ordered(&self, path: &str, order: Order) -> String {
        let order = (order != Order::default()).then(|| ("sort", order.written()));
        with(path, [self.day_pair(), self.known_pair(), order])
    }

    /// The same page in the same order on another day.
    pub(crate) fn on(&self, path: &str, day: AsAt) -> String {
        Self { as_at: day, names_day: true, ..self.clone() }.ordered(path, self.order)
    }

    /// The same page in the same order, as at today whenever it is asked for.
    pub(crate) fn on_any_today(&self, path: &str) -> String {
        Self { names_day: false, ..self.clone() }.ordered(path, self.order)
    }

    /// A page asked the same question and more: an order or a choice of rows of its own.
    pub(crate) fn asking(&self, path: &str, more: &[(&'static str, String)]) -> String {
        let own = [self.day_pair(), self.known_pair()];
        with(path, own.into_iter().chain(more.iter().cloned().map(Some)))
    }

    /// The address that gives this same answer for good: with the day, and with the last entry that it rests on.
    pub(crate) fn for_good(&self, path: &str, last_entry: u64) -> String {
        let known = ("known-at", last_entry.to_string());
        with(path, [Some(("as-at", self.as_at.to_string())), Some(known)])
    }

    fn day_pair(&self) -> Option<(&'static str, String)> {
        self.names_day.then(|| ("as-at", self.as_at.to_string()))
    }

    fn known_pair(&self) -> Option<(&'static str, String)> {
        self.known.as_ref().map(|known| ("known-at", known.written.clone()))
    }
}

/// The last value of a name, unless it is blank.
pub(crate) fn value<'a>(pairs: &'a Pairs, name: &str) -> Option<&'a str> {
    let (_, value) = pairs.iter().rfind(|(given, _)| given == name)?;
    Some(value.trim()).filter(|value| !value.is_empty())
}

/// Every value that gets here is made of figures, letters, hyphens, full stops and colons, which need no encoding.
fn with(path: &str, pairs: impl IntoIterator<Item = Option<(&'static str, String)>>) -> String {
    let mut address = path.to_owned();
    for (at, (name, value)) in pairs.into_iter().flatten().enumerate() {
        address.push(if at == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        address.push_str(&value);
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &[(&str, &str)]) -> Result<Asked, Misasked> {
        let pairs = text.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Asked::read(&pairs, AsAt::new("2026-03-01".parse().unwrap()))
    }

    #[test]
    fn an_address_without_a_day_asks_about_today_and_its_links_do_too() {
        let asked = asked(&[("as-at", " "), ("sort", "consent")]).unwrap();
        assert_eq!(asked.as_at.to_string(), "2026-03-01");
        assert_eq!(asked.of("/states/MLI"), "/states/MLI");
        assert_eq!(asked.on_any_today("/x"), "/x?sort=consent");
        assert_eq!(asked.for_good("/x", 7), "/x?as-at=2026-03-01&known-at=7");
    }

    #[test]
    fn the_last_value_counts_and_is_passed_on() {
        let asked = asked(&[("as-at", "2001-01-01"), ("as-at", "2003-06-10"), ("known-at", "0312")]).unwrap();
        assert_eq!(asked.of("/states/MLI"), "/states/MLI?as-at=2003-06-10&known-at=312");
    }

    #[test]
    fn what_was_right_is_kept_when_the_rest_was_wrong() {
        let Misasked::Day { fault, known } = asked(&[("as-at", "2003-02-30"), ("known-at", "9")]).unwrap_err() else {
            panic!("the day is wrong")
        };
        assert_eq!((fault.nearest().len(), known.unwrap().written.as_str()), (1, "9"));
        assert!(matches!(asked(&[("known-at", "soon")]), Err(Misasked::Known { as_at: None, .. })));
    }
}
