//! Reservations × reactions: the table in `reservations.md`, which a lawyer can read, put to the register row by row.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod recorded;

use std::fmt::Write;

use law::answer::{AppliesAnswer, PairAnswer, PairAsked};
use law::calendar::AsAt;
use law::pairs::Pairs;
use law::record::Record;

use recorded::made;

/// One row, its cells by their columns.
struct Row<'a> {
    number: &'a str,
    treaty: &'a str,
    made: &'a str,
    then: &'a str,
    chile: &'a str,
    on: &'a str,
    in_force: &'a str,
    mali: &'a str,
    other: &'a str,
    article: &'a str,
}

fn rows() -> Vec<Row<'static>> {
    let table = include_str!("reservations.md").lines().filter(|line| line.starts_with("| ")).skip(1);
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let &[number, treaty, made, then, chile, on, in_force, mali, other, article] = cells.as_slice() else {
            unreachable!("ten cells are wanted: {line}")
        };
        Row { number, treaty, made, then, chile, on, in_force, mali, other, article }
    };
    table.map(row).collect()
}

/// What the treaty says of reservations.
fn clause(treaty: &str) -> String {
    let says = match treaty {
        "" => return String::new(),
        "withdrawal on receipt" => "withdrawal = { effect = \"on receipt\" }",
        "authorizes 5" => "authorized = [\"5\"]",
        "acceptance by all parties" => "acceptance = \"all parties\"",
        "acceptance by the organ" => "acceptance = \"organ\"",
        "objections within 6 months" => "objections = \"6 months after\"",
        "inadmissible if 2/3 object" => "inadmissible-if = \"2/3\"",
        other => unreachable!("{other}"),
    };
    format!("[reservations]\narticle = \"20\"\n{says}\n")
}

/// A day, and that of circulation after a stroke.
fn days(text: &str) -> String {
    match text.split_once(" / ") {
        Some((date, circulated)) => format!("date = {date}\ncirculated = {circulated}\n"),
        None => format!("date = {text}\n"),
    }
}

fn statement(id: &str, party: &str, kind: &str, rest: &str) -> String {
    format!("[[statement]]\nid = \"{id}\"\ntreaty = \"X-1\"\nparty = \"{party}\"\nkind = \"{kind}\"\n{rest}")
}

fn list(articles: &str) -> String {
    let articles: Vec<String> =
        articles.split([',', ' ']).filter(|one| !matches!(*one, "" | "and")).map(|one| format!("\"{one}\"")).collect();
    format!("articles = [{}]\n", articles.join(", "))
}

fn record(row: &Row<'_>) -> Record {
    let mut said = String::new();
    let (at, rest) = row.made.split_once(' ').unwrap();
    let (when, articles) = rest.split_once(" to ").unwrap_or((rest, "5"));
    let rest = format!("at = \"{at}\"\neffect = \"excludes\"\n{}{}", days(when), list(articles));
    said += &statement("R", "Mali", "reservation", &rest);
    if let Some(when) = row.then.strip_prefix("withdraws it ") {
        said += &statement("W", "Mali", "withdrawal", &format!("to = \"R\"\n{}", days(when)));
    } else if let Some(when) = row.then.strip_prefix("confirms it ") {
        said += &statement("K", "Mali", "confirmation", &format!("to = \"R\"\n{}", days(when)));
    } else if let Some((article, when)) = row.then.strip_prefix("withdraws ").and_then(|rest| rest.split_once(' ')) {
        said += &statement("W", "Mali", "withdrawal", &format!("to = \"R\"\n{}{}", days(when), list(article)));
    } else {
        assert_eq!(row.then, "", "row {}", row.number);
    }
    let mut bound = "2000-02-01";
    for event in row.chile.split("; ") {
        let (verb, rest) = event.split_once(' ').unwrap_or((event, ""));
        let (when, how) = rest.split_once(" excluding ").unwrap_or((rest, ""));
        match verb {
            "silence" => {}
            "bound" => bound = when,
            "accepts" => said += &statement("A", "Chile", "acceptance", &format!("to = \"R\"\n{}", days(when))),
            "objects" => {
                let extent = match how {
                    "" => String::new(),
                    "the treaty" => "extent = \"excludes-treaty\"\n".to_owned(),
                    articles => format!("extent = \"excludes-provisions\"\n{}", list(articles)),
                };
                said += &statement("O", "Chile", "objection", &format!("to = \"R\"\n{extent}{}", days(when)));
            }
            "withdraws" => {
                let when = rest.strip_prefix("it ").unwrap();
                said += &statement("V", "Chile", "withdrawal", &format!("to = \"O\"\n{}", days(when)));
            }
            other => unreachable!("row {}: {other}", row.number),
        }
    }
    let clauses = format!(
        "[entry-into-force]\narticle = \"1\"\nwhen = {{ instruments = 1 }}\nthen = \"on the day of\"\n\
         [entry-into-force.each-party]\narticle = \"1\"\nfor = \"deposits after the Nth\"\nthen = \"on the day of\"\n{}",
        clause(row.treaty)
    );
    let acts = format!(
        "Egypt,accession,2000-01-01\nMali,signature,1999-06-01\nMali,ratification,2001-03-01\nChile,accession,{bound}\nPeru,accession,2000-02-01"
    );
    made(&clauses, &acts, &[&said])
}

fn asked(record: &Record, on: &str) -> PairAnswer {
    let as_at: AsAt = on.parse().unwrap();
    let treaty = record.treaty("X-1").unwrap();
    let pairs = Pairs::of(treaty, record, as_at);
    let state = |name| record.parties.resolve(name, None).unwrap();
    PairAnswer::of(&pairs, [state("Mali"), state("Chile")], treaty, record, &PairAsked::default())
}

/// How one State is bound towards the other, in the words of the table.
fn one_way(answer: &PairAnswer, party: &str, other: &str) -> String {
    if !answer.in_force {
        return "–".to_owned();
    }
    let mut says = String::new();
    for reservation in &answer.reservations {
        let mine = |one: &&AppliesAnswer| one.party.as_str() == party && one.towards.as_str() == other;
        let provisions = reservation
            .applies
            .iter()
            .find(mine)
            .map_or_else(|| reservation.statement.articles.join(", "), |one| one.provisions.join(", "));
        let word = match reservation.consequence {
            "reserved" => "reserved",
            "not-to-that-extent" => "not to that extent",
            "provisions-excluded" => "excluded",
            "not-established" => "not yet",
            other => unreachable!("{other}"),
        };
        write!(says, "{provisions} {word}").unwrap();
    }
    if says.is_empty() { "as written".to_owned() } else { says }
}

#[test]
fn every_row_of_the_table_is_what_the_register_says() {
    let rows = rows();
    assert!(rows.len() >= 25, "{} rows", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let answer = asked(&record(row), row.on);
        let in_force = answer.since.map_or_else(|| "no".to_owned(), |day| day.to_string());
        let says = (in_force, one_way(&answer, "MLI", "CHL"), one_way(&answer, "CHL", "MLI"));
        let wanted = (row.in_force.to_owned(), row.mali.to_owned(), row.other.to_owned());
        if says != wanted {
            wrong.push(format!("row {}, article {}: {says:?}, and not {wanted:?}", row.number, row.article));
        }
        assert!(row.article.starts_with(['1', '2']), "row {} names no article", row.number);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn in_whichever_order_the_two_are_named_the_treaty_is_in_force_alike() {
    for row in rows() {
        let record = record(&row);
        let treaty = record.treaty("X-1").unwrap();
        let pairs = Pairs::of(treaty, &record, row.on.parse().unwrap());
        for one in 0..pairs.members().len() {
            for other in 0..pairs.members().len() {
                assert_eq!(pairs.between(one, other).since, pairs.between(other, one).since, "row {}", row.number);
            }
        }
    }
}

#[test]
fn others_are_not_affected_between_themselves() {
    for row in rows() {
        let record = record(&row);
        let treaty = record.treaty("X-1").unwrap();
        let pairs = Pairs::of(treaty, &record, "2030-01-01".parse().unwrap());
        let place = |name| pairs.place(record.parties.resolve(name, None).unwrap()).unwrap();
        let (peru, egypt) = (place("Peru"), place("Egypt"));
        assert_eq!(
            pairs.between(peru, egypt).since.unwrap().to_string(),
            "2000-02-01",
            "row {} (VCLT 21(2))",
            row.number
        );
        assert_eq!(pairs.applied(peru, egypt).count(), 0);
    }
}
