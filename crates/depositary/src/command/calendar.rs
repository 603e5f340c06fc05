//! `calendar`: every day to come that follows from the record, as a list or as a feed.

use law::answer::{CalendarAnswer, CalendarAsked, ThresholdAnswer};
use law::calendar::{AsAt, Date};
use law::clocks::{self, Clock, What};
use law::committee::Due;
use law::optional_declarations::OptionalDeclarations;
use law::party::PartyIndex;
use law::record::{Record, TreatyRecord};
use papers::coming::{feed, words};
use papers::un_date::ENGLISH;
use register::Location;

use super::Answer;
use super::status::or_nothing;
use crate::arguments::{self, CalendarFormat};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::Calendar) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let treaty = asked.treaty.as_ref().map(|treaty| super::treaty_or_hint(treaty, &record, "calendar")).transpose()?;
    let party = asked.state.as_ref().map(|state| record.parties.resolve(state, Some(as_at.day()))).transpose()?;
    let question = CalendarAsked {
        treaty: treaty.map(|treaty| treaty.treaty.treaty.clone()),
        party,
        as_at,
        from: asked.from.map(AsAt::day),
        until: asked.until.map(AsAt::day),
    };
    lies_ahead(&question)?;
    let all = match (treaty, party) {
        (Some(treaty), Some(party)) => clocks::of_party_under(treaty, party, &record, as_at),
        (Some(treaty), None) => clocks::of_treaty(treaty, &record, as_at),
        (None, Some(party)) => clocks::of_party(party, &record, as_at),
        (None, None) => clocks::of_all(&record, as_at),
    };
    let shown: Vec<Clock> = question.shown(&all).cloned().collect();
    let of = Asked { treaty, party, as_at, from: question.from.unwrap_or_else(|| as_at.day()), record: &record };
    match asked.format {
        CalendarFormat::Json => {
            printing::json(&CalendarAnswer::of(question, &shown, of.thresholds(), &record))?;
        }
        CalendarFormat::Csv => printing::csv(&HEAD_CSV, shown.iter().map(|clock| of.csv_row(clock)))?,
        CalendarFormat::Table => printing::answer(&of.for_people(&shown))?,
        CalendarFormat::Ics => printing::bytes(feed::write(&of.feed_name(), &shown, &record, as_at).as_bytes())?,
    }
    Ok(Answer::Done)
}

/// A calendar shows what lies ahead of the day asked about, so that its days come after it, and one after the other.
fn lies_ahead(question: &CalendarAsked) -> Result<(), Failure> {
    let CalendarAsked { as_at, from, until, .. } = question;
    let first = from.unwrap_or_else(|| as_at.day());
    if first < as_at.day() {
        return Err(Failure::Said(format!(
            "a calendar shows what lies ahead of the day asked about, {as_at}, and {first} is earlier; ask with --as-at {first}"
        )));
    }
    match until {
        Some(until) if *until < first => {
            Err(Failure::Said(format!("the calendar would end on {until}, before it begins on {first}")))
        }
        _ => Ok(()),
    }
}

const HEAD_CSV: [&str; 10] =
    ["day", "treaty", "what", "party", "name", "report", "number", "other_reading", "article", "heading"];

/// What was asked, and of what.
struct Asked<'a> {
    treaty: Option<&'a TreatyRecord>,
    party: Option<PartyIndex>,
    as_at: AsAt,
    from: Date,
    record: &'a Record,
}

impl Asked<'_> {
    fn name(&self, party: PartyIndex) -> &str {
        &self.record.parties[party].name_on(self.as_at.day()).name
    }

    fn heading(&self, clock: &Clock) -> String {
        let name = clock.party.map(|party| self.record.parties[party].name_on(self.as_at.day()).in_text());
        words::heading(&clock.what, name)
    }

    fn title<'t>(&'t self, clock: &'t Clock) -> &'t str {
        let treaty = self.record.treaty_by_id(&clock.treaty);
        treaty.map_or(clock.treaty.as_str(), |treaty| treaty.treaty.short_title_in("en"))
    }

    /// The thresholds that are not reached, of the treaties asked about.
    fn thresholds(&self) -> Vec<ThresholdAnswer> {
        let concerns = |treaty: &&TreatyRecord| match (self.treaty, self.party) {
            (Some(asked), _) => asked.treaty.treaty == treaty.treaty.treaty,
            (None, Some(party)) => !treaty.acts_of(party).is_empty(),
            (None, None) => true,
        };
        let mut thresholds = Vec::new();
        for treaty in self.record.treaties().filter(concerns) {
            let all = OptionalDeclarations::of(treaty, self.record, self.as_at);
            let waiting = all.articles.iter().filter(|article| article.remaining.is_some_and(|more| more > 0));
            thresholds.extend(waiting.map(|article| ThresholdAnswer::of(&treaty.treaty.treaty, article)));
        }
        thresholds
    }

    fn csv_row(&self, clock: &Clock) -> Vec<String> {
        let (report, number, other_reading) = match clock.what {
            What::Report { number, other_reading, .. } => (Some(number), None, other_reading),
            What::Replies { number } | What::FollowUp { number } => (Some(number), None, false),
            What::Body(Due::EndOfTerms(number) | Due::Seats(number)) => (None, Some(number), false),
            _ => (None, None, false),
        };
        vec![
            clock.day.to_string(),
            clock.treaty.to_string(),
            clock.what.word().to_owned(),
            or_nothing(clock.party.map(|party| self.record.code(party))),
            or_nothing(clock.party.map(|party| self.name(party))),
            or_nothing(report),
            or_nothing(number),
            other_reading.to_string(),
            clock.article.clone().unwrap_or_default(),
            self.heading(clock),
        ]
    }

    fn for_people(&self, clocks: &[Clock]) -> String {
        let whose = self.whose();
        let as_at = self.as_at.day();
        let stand = if self.from == as_at { "that day".to_owned() } else { ENGLISH.write(as_at) };
        let head = format!("{whose}\nFrom {} on, as things stand on {stand}", ENGLISH.write(self.from));
        if clocks.is_empty() {
            return format!("{head}\nNo day to come follows from the record.{}", self.waiting());
        }
        let row = |clock: &Clock| {
            let article = clock.article.as_ref().map(|article| format!("article {article}")).unwrap_or_default();
            vec![clock.day.to_string(), self.title(clock).to_owned(), self.heading(clock), article]
        };
        let table = printing::table(&["Day", "Treaty", "What", "By"], clocks.iter().map(row));
        format!("{head}\n\n{table}{}", self.waiting())
    }

    /// What has no day: the declarations that are still needed.
    fn waiting(&self) -> String {
        let mut waiting = String::new();
        for threshold in self.thresholds().iter().filter(|_| self.treaty.is_some()) {
            let (needed, count) = (or_nothing(threshold.needed), threshold.count);
            waiting.push_str(&format!(
                "\nNo day: article {} comes into force with the declaration of {needed} States parties; {count} are recorded by then.",
                threshold.article
            ));
        }
        waiting
    }

    fn whose(&self) -> String {
        match (self.treaty, self.party) {
            (Some(treaty), None) => format!("{} {}", treaty.treaty.treaty, treaty.treaty.title_in("en")),
            (Some(treaty), Some(party)) => format!("{} and {}", self.name(party), treaty.treaty.treaty),
            (None, Some(party)) => format!("{} ({})", self.name(party), self.record.code(party)),
            (None, None) => "All treaties".to_owned(),
        }
    }

    /// The name of the feed.
    fn feed_name(&self) -> String {
        match (self.treaty, self.party) {
            (Some(treaty), None) => treaty.treaty.short_title_in("en").to_owned(),
            (Some(treaty), Some(party)) => format!("{}: {}", treaty.treaty.short_title_in("en"), self.name(party)),
            (None, Some(party)) => format!("Treaties: {}", self.name(party)),
            (None, None) => "Treaties".to_owned(),
        }
    }
}
