//! Reasons in prose: why a date is what it is, in sentences that a lawyer can check against the treaty's text.

use law::act::{Action, DayOfAct};
use law::calendar::{AsAt, Date, DateOfEffect, MonthEnd, Step};
use law::final_clauses::{Family, IntervalReading};
use law::party::PartyIndex;
use law::reason::{Instrument, Reading, Reason, WhyLeftOut};
use law::record::{Record, TreatyRecord};
use law::status::Explanation;

use crate::condition::kinds;
use crate::enumeration::list;
use crate::number_words::ordinal;
use crate::un_date::ENGLISH;

/// The reasons of an explanation, one paragraph each, the last of which draws the conclusion. `party` is the party that
/// it is about; without one it is about the treaty.
#[must_use]
pub fn paragraphs(
    explanation: &Explanation,
    treaty: &TreatyRecord,
    party: Option<PartyIndex>,
    record: &Record,
    as_at: AsAt,
) -> Vec<String> {
    let name = party.map(|party| record.parties[party].name_on(as_at.day()).in_text());
    let telling = Telling { name: name.unwrap_or("the treaty"), treaty: treaty.treaty.treaty.as_str() };
    let mut paragraphs: Vec<String> = explanation.reasons.iter().map(|reason| telling.reason(reason)).collect();
    paragraphs.push(match name {
        Some(name) => conclusion_for_party(name, explanation, as_at),
        None => conclusion_for_treaty(explanation, as_at),
    });
    paragraphs
}

fn conclusion_for_treaty(explanation: &Explanation, as_at: AsAt) -> String {
    let article = in_accordance(explanation.article.as_deref());
    match explanation.date {
        Some(date) if as_at.reaches(date) => {
            format!("So the treaty has been in force since {}{article}.", effect(date))
        }
        Some(date) => format!("So the treaty will enter into force on {}{article}.", effect(date)),
        None if explanation.reasons.contains(&Reason::NoActs) => "So nothing follows for any day.".to_owned(),
        None => format!("So the treaty is not in force on {}.", day(as_at.day())),
    }
}

fn conclusion_for_party(name: &str, explanation: &Explanation, as_at: AsAt) -> String {
    let article = in_accordance(explanation.article.as_deref());
    match (explanation.date, explanation.ended) {
        (Some(date), Some(end)) if as_at.reaches(end) => {
            format!(
                "So the treaty was in force for {name} from {}{article}, and is no longer since {}.",
                effect(date),
                effect(end)
            )
        }
        (Some(date), Some(end)) => {
            format!(
                "So the treaty is in force for {name} since {}{article}, and will no longer be from {} on.",
                effect(date),
                effect(end)
            )
        }
        (Some(date), None) if as_at.reaches(date) => {
            format!("So the treaty has been in force for {name} since {}{article}.", effect(date))
        }
        (Some(date), None) => format!("So the treaty will enter into force for {name} on {}{article}.", effect(date)),
        (None, _) => format!("So the treaty is not in force for {name} on {}.", day(as_at.day())),
    }
}

fn in_accordance(article: Option<&str>) -> String {
    article.map(|article| format!(", in accordance with article {article}")).unwrap_or_default()
}

struct Telling<'a> {
    name: &'a str,
    treaty: &'a str,
}

impl Telling<'_> {
    fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::Consent { instrument } => {
                format!("{} (entry {}).", capitalised(&did(instrument)), instrument.entry)
            }
            Reason::SignedOnly { signature } => format!(
                "{} (entry {}) and has not consented to be bound: a signatory is not a party.",
                capitalised(&did(signature)),
                signature.entry
            ),
            Reason::ReportedOnly { act, sources } => reported(act, sources),
            Reason::NoActs => format!(
                "The register holds the clauses of {} and none of its acts: whether it is in force is not known here.",
                self.treaty
            ),
            Reason::NothingDone => {
                format!("{} had done nothing towards {} by that day.", capitalised(self.name), self.treaty)
            }
            Reason::Reached { on, instruments, places } => reached(on.day(), instruments, *places),
            Reason::LeftOut { instrument, why } => left_out(instrument, *why),
            Reason::Reckoned { article, wording, from, steps, .. } => {
                format!(
                    "Article {article} says “{wording}”, counted from {}: {}.",
                    day(*from),
                    arithmetic(*from, steps)
                )
            }
            Reason::AmongTheFirst { article } => format!(
                "Its instrument was among those that brought the treaty into force, which under article {article} it does on \
                 one day for all of them."
            ),
            Reason::CameLater { article, family } => came_later(article, *family),
            Reason::NotBeforeTheTreaty { own, treaty } => format!(
                "Its own date would be {}, before the treaty itself is in force; it waits for the treaty until {}.",
                effect(*own),
                effect(*treaty)
            ),
            Reason::Interval { .. } => interval(reason),
            Reason::Succession { from } => {
                format!("A successor State is bound from the date of succession, {}.", effect(*from))
            }
            Reason::Decided { entry, date, derived, article, because, .. } => {
                decided(*entry, *date, *derived, article.as_deref(), because)
            }
            Reason::Withdrawn { act } => {
                format!(
                    "It withdrew the instrument on {} (entry {}), so that it is not bound.",
                    on(act.date),
                    act.entry
                )
            }
            Reason::Denounced { notice, received } => format!(
                "{} gave notice of denunciation (entry {}), received on {}; the period runs from receipt.",
                capitalised(&notice.name_in_text),
                notice.entry,
                day(received.day())
            ),
            Reason::CeasedToExist { until, heirs } => {
                let heirs: Vec<&str> = heirs.iter().map(law::party::PartyCode::as_str).collect();
                let heirs = if heirs.is_empty() { String::new() } else { format!(" (see {})", list(&heirs)) };
                format!("That State was no more from {} on{heirs}; its acts count for the time before.", effect(*until))
            }
            Reason::NoClause => "The treaty's file has no clause on this, so that nothing can be derived.".to_owned(),
            Reason::NotReckoned { because } => format!("The period can't be counted: {because}."),
            condition => condition_told(condition),
        }
    }
}

/// The reasons that are about a condition for entry into force.
fn condition_told(reason: &Reason) -> String {
    match reason {
        Reason::Counted { .. } => counted(reason),
        Reason::EveryOf { article, list, deposited, wanting } => every_of(article, list, deposited, wanting),
        Reason::ShareOf { .. } => share_of(reason),
        Reason::FractionOf { article, fraction, of, on, parties, needed, have } => format!(
            "Article {article} requires acceptance by {fraction} of the parties to {of}. On {} these were {parties}, so that \
                 {needed} were needed; {have} had accepted.",
            day(on.day())
        ),
        Reason::DeemedAccepted { article, on, unless, of, parties, objections } => format!(
            "Under article {article} it is deemed accepted on {}, unless more than {unless} of the parties to {of} have objected by \
                 then; of {parties}, {objections} had.",
            day(on.day())
        ),
        Reason::OnTheDayNamed { article, day: on } => {
            format!("Article {article} names the day, {}, the condition having been met by then.", effect(*on))
        }
        Reason::AppliesProvisionally { act } => format!(
            "{} notified on {} that it applies the treaty provisionally (entry {}), which makes it no party.",
            capitalised(&act.name_in_text),
            on(act.date),
            act.entry
        ),
        Reason::WhicheverFirst { article } => {
            format!("Article {article} is satisfied by any one of the following, whichever comes first.")
        }
        Reason::SubjectTo { treaty, in_force } => match in_force {
            Some(date) => format!("It is subject to the entry into force of {treaty}, which is {}.", effect(*date)),
            None => format!("It is subject to the entry into force of {treaty}, which is not in force."),
        },
        Reason::Floor { article, clause, day } => match day {
            Some(date) => format!("Article {article} sets an earliest day ({clause}): {}.", effect(*date)),
            None => format!("Article {article} sets an earliest day ({clause}), which has not come."),
        },
        Reason::NotHeld { what } => {
            format!("The treaty's file names `{what}`, which it does not hold, so that nothing can be counted.")
        }
        Reason::PartyTo { article, treaty, in_force } => match in_force {
            Some(date) => format!(
                "Under article {article} only a party to {treaty} can be bound, which is in force for it since {}.",
                effect(*date)
            ),
            None => format!("Under article {article} only a party to {treaty} can be bound, and it is not one."),
        },
        _ => String::new(),
    }
}

fn counted(reason: &Reason) -> String {
    let Reason::Counted { article, needed, of, as_parties, instruments, remaining, named } = reason else {
        return String::new();
    };
    let noun = if *as_parties { "parties".to_owned() } else { format!("instruments of {}", kinds(of)) };
    let mut told = format!("Article {article} requires {needed} {noun}.");
    let listed: Vec<String> = instruments
        .iter()
        .map(|instrument| format!("{} ({}, {})", instrument.name, instrument.action.noun(), on(instrument.date)))
        .collect();
    match (instruments.len(), *remaining) {
        (0, _) => told.push_str(" None had been deposited."),
        (had, 0) => told.push_str(&format!(" Counted, {had}: {}.", listed.join("; "))),
        (had, more) => {
            told.push_str(&format!(
                " Counted so far, {had}: {}. {more} more {} needed.",
                listed.join("; "),
                is_or_are(more)
            ));
        }
    }
    if let Some(named) = named {
        told.push_str(&format!(
            " Among them {} of those that the article names were needed; {}.",
            named.needed,
            had_and_had_not(&named.deposited, &named.wanting)
        ));
    }
    told
}

fn every_of(article: &str, list: &str, deposited: &[String], wanting: &[String]) -> String {
    let number = deposited.len() + wanting.len();
    format!(
        "Article {article} requires the instruments of all {number} on the list “{list}”; {}.",
        had_and_had_not(deposited, wanting)
    )
}

fn had_and_had_not(deposited: &[String], wanting: &[String]) -> String {
    let had = if deposited.is_empty() {
        "none had deposited".to_owned()
    } else {
        format!("{} had deposited", list(deposited))
    };
    if wanting.is_empty() { had } else { format!("{had}, and {} had not", list(wanting)) }
}

fn share_of(reason: &Reason) -> String {
    let Reason::ShareOf { article, needed, of, have, contributions, source } = reason else { return String::new() };
    let listed: Vec<String> = contributions.iter().map(|one| format!("{} {}", one.name, one.share)).collect();
    let source = source.as_ref().map(|source| format!(" Weights: {source}.")).unwrap_or_default();
    format!(
        "Article {article} requires a share of {needed} per cent of {of}. Those that had deposited had {have} per cent: {}.{source}",
        listed.join("; ")
    )
}

fn reached(on: Date, instruments: &[Instrument], (first, last): (usize, usize)) -> String {
    let names: Vec<&str> = instruments.iter().map(|instrument| instrument.name_in_text.as_str()).collect();
    if let [one] = names.as_slice() {
        return format!("The number was reached on {}, with the deposit by {one}.", day(on));
    }
    let (all, none, to) = match names.len() {
        2 => ("both", "neither", "and"),
        _ => ("all", "none", "to"),
    };
    format!(
        "The number was reached on {}, when {} {all} deposited, the {} {to} {} instruments: deposits of one day have no \
         order among themselves, so that {none} of these States alone made up the number.",
        day(on),
        list(&names),
        in_words(first),
        in_words(last),
    )
}

fn left_out(instrument: &Instrument, why: WhyLeftOut) -> String {
    let because = match why {
        WhyLeftOut::Reported => "it is only reported and not on the depositary's record",
        WhyLeftOut::OtherKind => "the article does not count acts of that kind",
        WhyLeftOut::Withdrawn => "it was withdrawn before the number was reached",
        WhyLeftOut::Organization => {
            "an organization's instrument is not counted as additional to those of its member States"
        }
    };
    format!(
        "Not counted: the {} of {}, {}: {because}.",
        instrument.action.noun(),
        instrument.name_in_text,
        on(instrument.date)
    )
}

fn reported(act: &Instrument, sources: &[String]) -> String {
    let source =
        if sources.is_empty() { "a source that the entry does not name".to_owned() } else { sources.join("; ") };
    let when = match act.date {
        DayOfAct::On(date) => format!("on {}", day(date.day())),
        DayOfAct::By(date) => format!("not later than {}", day(date.day())),
    };
    format!(
        "That {} {} {when} is only reported (entry {}), by {source}. It is not on the depositary's record and does not count.",
        act.name_in_text,
        act.action.past(),
        act.entry
    )
}

fn came_later(article: &str, family: Family) -> String {
    let to_which = match family {
        Family::AfterEntryIntoForce => "after the entry into force",
        Family::AfterTheLastNeeded => "after the last one needed",
        Family::EveryDeposit => "at a time of its own",
    };
    format!(
        "Its instrument was deposited {to_which}, so that article {article} applies: its own period runs from its deposit."
    )
}

fn interval(reason: &Reason) -> String {
    let Reason::Interval { article, reached, deposited, in_force, applied, other, standing } = reason else {
        return String::new();
    };
    let mut told = format!(
        "Its deposit, on {}, came after the number was reached, on {}, and before the entry into force, on {}. Article \
         {article} speaks only of deposits after the entry into force and is silent on such a one. The register applies \
         {}.",
        day(deposited.day()),
        day(reached.day()),
        effect(*in_force),
        reading(deposited.day(), applied)
    );
    if let Some(other) = other {
        told.push_str(&format!(" The other reading is {}.", reading(deposited.day(), other)));
    }
    if let Some(standing) = standing {
        told.push_str(&format!(
            " The question is {standing}; a decision of the depositary, once recorded, overrides this choice."
        ));
    }
    told
}

fn reading(deposited: Date, reading: &Reading) -> String {
    match reading.reading {
        IntervalReading::WithTheTreaty => format!(
            "the letter of article {}, by which the treaty enters into force on one day for all who have deposited by then: {}",
            reading.article,
            effect(reading.date)
        ),
        IntervalReading::OwnPeriod => format!(
            "the analogy with article {}, by which its own period runs (“{}”): {}{}",
            reading.article,
            reading.wording.as_deref().unwrap_or_default(),
            arithmetic(deposited, &reading.steps),
            unless_reached(reading)
        ),
    }
}

/// What the steps alone don't say: that a party waits for the treaty.
fn unless_reached(reading: &Reading) -> String {
    if reading.steps.last().is_some_and(|step| step.to() == reading.date.day()) {
        String::new()
    } else {
        format!("; it waits for the treaty until {}", effect(reading.date))
    }
}

fn decided(
    entry: u64,
    date: DateOfEffect,
    derived: Option<DateOfEffect>,
    article: Option<&str>,
    because: &str,
) -> String {
    let instead = derived.map_or_else(
        || " The clauses alone give no date.".to_owned(),
        |derived| format!(" The clauses alone would give {}.", effect(derived)),
    );
    let article = article.map(|article| format!(", naming article {article}")).unwrap_or_default();
    format!("The depositary has decided for {}{article} (entry {entry}): {because}.{instead}", effect(date))
}

/// The steps of a count, as sums that can be redone: "14 March 2003 and 3 months make 14 June 2003".
#[must_use]
pub fn arithmetic(from: Date, steps: &[Step]) -> String {
    let mut at = from;
    let mut told: Vec<String> = Vec::new();
    for step in steps {
        told.push(match step {
            Step::AddDays { days, to } => format!("{} + {days} days = {}", day(at), day(*to)),
            Step::AddMonths { months, to, month_end } => {
                let settled = month_end.map(settled_month_end).unwrap_or_default();
                format!(
                    "{} + {months} {} = {}{settled}",
                    day(at),
                    if *months == 1 { "month" } else { "months" },
                    day(*to)
                )
            }
            Step::NextFirst { to } => format!("the first day of the month that follows is {}", day(*to)),
            Step::FirstOfNthMonth { nth, to } => {
                format!("the first day of the {} month after that month is {}", in_words(usize::from(*nth)), day(*to))
            }
        });
        at = step.to();
    }
    if told.is_empty() { format!("that day itself, {}", day(from)) } else { told.join("; ") }
}

fn settled_month_end(choice: MonthEnd) -> &'static str {
    match choice {
        MonthEnd::LastDay => " (the month has no such day; its last day is taken)",
        MonthEnd::NextDay => " (the month has no such day; the first of the next is taken)",
        MonthEnd::Refuse => "",
    }
}

fn did(instrument: &Instrument) -> String {
    let Instrument { name_in_text: name, action, date, .. } = instrument;
    match action {
        Action::Signature | Action::DefinitiveSignature => format!("{name} {} on {}", action.past(), on(*date)),
        Action::Succession | Action::SuccessionToSignature => {
            format!("{name} notified its {} on {}", action.noun(), on(*date))
        }
        _ => format!("{name} deposited its instrument of {} on {}", action.noun(), on(*date)),
    }
}

fn in_words(number: usize) -> String {
    u8::try_from(number).map_or_else(|_| format!("{number}th"), ordinal)
}

fn is_or_are(number: u16) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

fn on(date: DayOfAct) -> String {
    match date {
        DayOfAct::On(date) => day(date.day()),
        DayOfAct::By(date) => format!("not later than {}", day(date.day())),
    }
}

fn day(date: Date) -> String {
    ENGLISH.write(date)
}

fn effect(date: DateOfEffect) -> String {
    day(date.day())
}

/// The text with a capital at its beginning, for a sentence that opens with it.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
