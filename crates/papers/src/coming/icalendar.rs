//! A calendar as a feed that calendar programs read (RFC 5545): all-day events, with every property that makes two feeds
//! differ given from outside, so that the same register gives the same bytes.

use ::icalendar::{Calendar, Component, Event, Parameter, Property};
use law::calendar::Date;

/// A calendar.
#[derive(Debug)]
pub struct Feed {
    /// Its name.
    pub name: String,
    /// The day as at which it was drawn up.
    pub drawn_up: Date,
    /// Its events.
    pub events: Vec<AllDay>,
}

/// An event of a whole day.
#[derive(Debug)]
pub struct AllDay {
    /// What stays the same when its day or its words change, and is no other event's.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// What it is.
    pub summary: String,
    /// By which rule.
    pub description: String,
    /// What kind of event.
    pub category: &'static str,
}

/// The feed as text: lines end with CR and LF, and none is longer than 75 octets.
#[must_use]
pub fn write(feed: &Feed) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", concat!("-//depositary//treaty register ", env!("CARGO_PKG_VERSION"), "//EN")),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &plain(&feed.name)),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    let stamp = format!("{}T000000Z", digits(feed.drawn_up));
    for event in &feed.events {
        calendar.push(component(event, &stamp));
    }
    calendar.done().to_string()
}

fn component(event: &AllDay, stamp: &str) -> Event {
    let mut component = Event::new();
    component.uid(&plain(&event.uid));
    component.add_property("DTSTAMP", stamp);
    component.append_property(whole_day("DTSTART", event.day));
    // The first day after the event; without it, an event that begins on a day lasts that day all the same.
    if let Ok(end) = event.day.tomorrow() {
        component.append_property(whole_day("DTEND", end));
    }
    component.summary(&plain(&event.summary));
    component.description(&plain(&event.description));
    component.add_property("CATEGORIES", event.category);
    // A deadline takes up nobody's time.
    component.add_property("TRANSP", "TRANSPARENT");
    component.done()
}

fn whole_day(key: &str, day: Date) -> Property {
    Property::new(key, digits(day)).append_parameter(Parameter::new("VALUE", "DATE")).done()
}

/// The day as eight digits.
fn digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// Text in which no character can be taken for the end of a line, or for anything but text.
fn plain(text: &str) -> String {
    let apart = text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c });
    apart.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use ical::parser::ical::component::IcalEvent;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn event(uid: &str, on: &str, summary: &str) -> AllDay {
        let description = "Article 73(1)(a); see C.N.1.2003, paragraph 2".to_owned();
        AllDay { uid: uid.to_owned(), day: day(on), summary: summary.to_owned(), description, category: "report" }
    }

    fn feed(events: Vec<AllDay>) -> String {
        write(&Feed { name: "Treaty clocks: a, b; c".to_owned(), drawn_up: day("2003-06-10"), events })
    }

    /// The events as an independent reader reads them.
    fn read(text: &str) -> Vec<IcalEvent> {
        let calendar = ical::IcalParser::new(text.as_bytes()).next().unwrap().unwrap();
        assert!(calendar.properties.iter().any(|property| property.name == "PRODID"));
        calendar.events
    }

    fn value(event: &IcalEvent, name: &str) -> String {
        let property = event.properties.iter().find(|property| property.name == name).unwrap();
        property.value.clone().unwrap()
    }

    fn unescaped(text: &str) -> String {
        text.replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n").replace("\\\\", "\\")
    }

    #[test]
    fn an_independent_reader_finds_the_days_and_the_words() {
        let text = feed(vec![
            event("IV-13.report.CIV.1@depositary", "2025-01-01", "Initial report of Côte d’Ivoire, due; a \\ b"),
            event("IV-13.report.MLI.1@depositary", "2004-12-31", &"é".repeat(200)),
        ]);
        let events = read(&text);
        assert_eq!(events.len(), 2);
        let start = events[0].properties.iter().find(|property| property.name == "DTSTART").unwrap();
        assert_eq!(start.params.clone().unwrap(), [("VALUE".to_owned(), vec!["DATE".to_owned()])]);
        assert_eq!((value(&events[0], "DTSTART"), value(&events[0], "DTEND")), ("20250101".into(), "20250102".into()));
        assert_eq!((value(&events[1], "DTSTART"), value(&events[1], "DTEND")), ("20041231".into(), "20050101".into()));
        assert_eq!(value(&events[0], "DTSTAMP"), "20030610T000000Z");
        assert_eq!(unescaped(&value(&events[0], "SUMMARY")), "Initial report of Côte d’Ivoire, due; a \\ b");
        assert_eq!(value(&events[1], "SUMMARY"), "é".repeat(200), "folding loses nothing");
        assert!(unescaped(&value(&events[0], "DESCRIPTION")).contains("Article 73(1)(a); see C.N.1.2003, paragraph 2"));
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_end_with_cr_and_lf() {
        let summaries = ["é".repeat(200), "a".repeat(300), " ".repeat(10), "word ".repeat(60), "老虎".repeat(50)];
        let events = summaries.iter().enumerate().map(|(at, text)| event(&format!("{at}"), "2025-01-01", text));
        let text = feed(events.collect());
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
        assert_eq!(read(&text).len(), summaries.len());
    }

    #[test]
    fn no_text_breaks_out_of_its_line() {
        let text = feed(vec![event("a\r\nb", "2025-01-01", "x\r\nBEGIN:VEVENT\rSUMMARY:y\u{0}\u{7f}\u{2028}z\nw")]);
        assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 1);
        let events = read(&text);
        assert_eq!(value(&events[0], "SUMMARY"), "x BEGIN:VEVENT SUMMARY:y z w");
        assert_eq!(value(&events[0], "UID"), "a b");
    }

    #[test]
    fn the_last_day_of_all_has_no_day_after_it() {
        let events = read(&feed(vec![event("a", "9999-12-31", "x")]));
        assert_eq!(value(&events[0], "DTSTART"), "99991231");
        assert!(events[0].properties.iter().all(|property| property.name != "DTEND"));
    }

    #[test]
    fn the_same_calendar_is_the_same_bytes() {
        let once = || feed(vec![event("a", "2025-01-01", "x")]);
        assert_eq!(once(), once());
    }
}
