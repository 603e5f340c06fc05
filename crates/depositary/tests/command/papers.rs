//! The 2003 report: every fact of the published one stands in the rendered text.

use std::process::Command;

use crate::desk::Desk;

const FACTS: &str = include_str!("../facts/status-2003.txt");

fn facts() -> impl Iterator<Item = &'static str> {
    FACTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The text with tags and line breaks taken out, and a single space between words.
fn text_of(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let mut text = String::new();
    let mut inside_a_tag = true;
    for c in body.chars() {
        match c {
            '<' => inside_a_tag = true,
            '>' => inside_a_tag = false,
            c if !inside_a_tag => text.push(c),
            _ => {}
        }
    }
    one_line(&text.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\""))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn report(desk: &Desk, format: &str) -> std::path::PathBuf {
    let out = format!("report.{format}");
    desk.done(&["report", "status-2003", "--as-at", "2003-06-10", "--format", format, "--out", &out]);
    desk.path(&out)
}

fn pdf_text(path: &std::path::Path) -> String {
    let read = Command::new("pdftotext").arg(path).arg("-").output().unwrap();
    assert!(read.status.success());
    one_line(&String::from_utf8(read.stdout).unwrap())
}

#[test]
fn every_fact_stands_in_the_page() {
    let desk = Desk::packaged();
    let text = text_of(&std::fs::read_to_string(report(&desk, "html")).unwrap());
    for fact in facts() {
        assert!(text.contains(fact), "`{fact}` is not in:\n{text}");
    }
    assert!(!text.contains("twentieth State"));
}

#[test]
fn every_fact_stands_in_the_pdf() {
    let desk = Desk::packaged();
    let text = pdf_text(&report(&desk, "pdf"));
    // A page may end in the middle of a sentence, so that a fact may be parted by a foot and a head: its words then
    // stand in order, and all of them before the next fact is looked for.
    for fact in facts() {
        let words_in_order =
            fact.split(' ').try_fold(text.as_str(), |rest, word| rest.split_once(word).map(|(_, rest)| rest));
        assert!(text.contains(fact) || words_in_order.is_some(), "`{fact}` is not in:\n{text}");
    }
}

#[test]
fn the_same_bytes_every_time() {
    let desk = Desk::packaged();
    let first = std::fs::read(report(&desk, "pdf")).unwrap();
    assert_eq!(first, std::fs::read(report(&desk, "pdf")).unwrap());
}

#[test]
fn the_same_definition_on_another_day() {
    let desk = Desk::packaged();
    desk.done(&["report", "status-2003", "--as-at", "2003-03-13", "--out", "early.html"]);
    let text = text_of(&std::fs::read_to_string(desk.path("early.html")).unwrap());
    assert!(text.contains("As at 13 March 2003, 19 States had ratified"), "{text}");
    assert!(text.contains("not yet in force") && text.contains("one is still wanting"), "{text}");
    desk.done(&["report", "status-2003", "--as-at", "2009-07-31", "--out", "later.html"]);
    let text = text_of(&std::fs::read_to_string(desk.path("later.html")).unwrap());
    assert!(text.contains("As at 31 July 2009, 42 States had ratified"), "{text}");
    assert!(text.contains("31 July 2009 Original"), "a report is not issued before its own day: {text}");
    assert!(text.contains("Sixty-fourth session") && !text.contains("Item 119"), "{text}");
}

/// The forty-first State for which the Convention was in force was the Niger, on 1 July 2009, and the Committee has had 14
/// seats since that day (article 72(1)(b); document CMW/SP/8).
#[test]
fn a_right_report_of_2009_from_the_same_register() {
    let desk = Desk::packaged();
    desk.done(&["report", "status-2009", "--out", "by-name.html"]);
    let text = text_of(&std::fs::read_to_string(desk.path("by-name.html")).unwrap());
    for fact in [
        "42 States had ratified the Convention or acceded to it",
        "On 31 July 2009 the Convention was in force for 41 States",
        "the Niger (18 March 2009) and Nigeria (27 July 2009)",
        "the Niger on 1 July 2009",
        "for Nigeria on 1 November 2009",
        "has 14 seats since 1 July 2009, the day of entry into force for the forty-first State party, the Niger; before that it had 10",
    ] {
        assert!(text.contains(fact), "`{fact}` is not in:\n{text}");
    }
    // What is only true of the report to the fifty-eighth session is not told in another.
    for other in ["57/218 of", "A/58/150", "untreaty.un.org", "On 3 December 2002", "Millennium Assembly"] {
        assert!(!text.contains(other), "`{other}` is in:\n{text}");
    }
    desk.done(&["report", "status-2003", "--as-at", "2009-07-31", "--out", "by-day.html"]);
    let by_day = text_of(&std::fs::read_to_string(desk.path("by-day.html")).unwrap());
    assert_eq!(by_day, text, "it is the same definition");
}

#[test]
fn every_packaged_definition_is_drawn_up() {
    let desk = Desk::packaged();
    for name in ["status-2003", "status-2009", "reporting-compliance", "candidates", "treaties-of-the-year"] {
        let html = desk.done(&["report", name]);
        assert!(html.contains("<h1>"), "{name}");
    }
    let complaint = desk.refused(&["report", "state-profile"]);
    assert!(complaint.contains("--state"), "{complaint}");
    let profile = text_of(&desk.done(&["report", "state-profile", "--state", "Mali", "--as-at", "2010-01-01"]));
    assert!(profile.contains("Treaty profile of Mali") && profile.contains("5 June 2003, accession"), "{profile}");
}

#[test]
fn the_candidates_for_an_election_in_alphabetical_order() {
    let desk = Desk::packaged();
    desk.write(
        "nominations.toml",
        "[[nomination]]\ntreaty = \"IV-13\"\ndate = 2027-01-10\nelection = 2027-06-28\nname = \"Zoe Example\"\nnominated-by = \"Mali\"\nsource = \"s\"\n\n[[nomination]]\ntreaty = \"IV-13\"\ndate = 2027-01-12\nelection = 2027-06-28\nname = \"Ana Example\"\nnominated-by = \"Chile\"\nsource = \"s\"\n".replace("2027-01-1", "2026-01-1"),
    );
    desk.done(&["import", "nominations.toml"]);
    let text = text_of(&desk.done(&["report", "candidates", "--as-at", "2026-02-01"]));
    let (ana, zoe) = (text.find("Ana Example").unwrap(), text.find("Zoe Example").unwrap());
    assert!(ana < zoe && text.contains("two persons had been nominated"), "{text}");
    let before = text_of(&desk.done(&["report", "candidates", "--as-at", "2026-01-11"]));
    assert!(before.contains("Zoe Example") && !before.contains("Ana Example"), "{before}");
}

#[test]
fn a_definition_with_faults_is_refused_with_its_line_and_what_is_allowed() {
    let head = "report = \"mine\"\nlike = \"status-2003\"\n\n[[section]]\n";
    for (body, line, said) in [
        ("shows = \"participaton\"\n", 5, "`participation`"),
        ("shows = \"participation\"\nof = \"57/201\"\n", 4, "has no key `of`: it may have `reported`, `tables`"),
        ("shows = \"developments\"\n", 4, "needs the key `within`: `12 months`"),
        ("shows = \"developments\"\nwithin = \"a while\"\n", 6, "`a while` is not a period"),
        ("shows = \"chart\"\nof = \"rainfall\"\n", 4, "`deposits-by-year`, `groups`"),
        ("shows = \"activities\"\nkind = \"picnic\"\n", 6, "briefing"),
        ("shows = \"text\"\nas-at = \"2003-02-30\"\ntext = \"So.\"\n", 6, "2003-02-30"),
    ] {
        let desk = Desk::bare();
        desk.done(&["init", "--empty"]);
        desk.write("mine.toml", format!("{head}{body}"));
        let complaint = desk.refused(&["report", "mine.toml"]);
        assert!(complaint.contains(&format!("mine.toml, line {line}")), "line {line}: {complaint}");
        assert!(complaint.contains(said), "{said}: {complaint}");
    }
    let desk = Desk::bare();
    desk.write("mine.toml", "report = \"mine\"\nlike = \"status-2030\"\n");
    let complaint = desk.refused(&["report", "mine.toml"]);
    assert!(
        complaint.contains("no report definition `status-2030`") && complaint.contains("status-2003"),
        "{complaint}"
    );
}

#[test]
fn a_report_on_a_register_that_lacks_what_it_shows() {
    let desk = Desk::bare();
    desk.done(&["init", "--empty"]);
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Mali,accession,2003-06-05\n");
    desk.done(&["import", "act.csv"]);
    let complaint = desk.refused(&["report", "status-2003"]);
    assert!(complaint.contains("the resolution 45/158") && complaint.contains("does not hold"), "{complaint}");
}

#[test]
fn a_paper_carries_its_checkpoint_and_is_made_again_to_the_byte() {
    let desk = Desk::packaged();
    let checkpoint = desk.done(&["checkpoint", "--out", "then.checkpoint"]);
    assert!(checkpoint.is_empty());
    let note = std::fs::read_to_string(desk.path("then.checkpoint")).unwrap();
    let root = note.lines().nth(2).unwrap();
    let (html, pdf) = (report(&desk, "html"), report(&desk, "pdf"));
    let (then_html, then_pdf) = (std::fs::read(&html).unwrap(), std::fs::read(&pdf).unwrap());
    assert!(String::from_utf8(then_html.clone()).unwrap().contains(root));
    assert!(pdf_text(&pdf).contains(root));
    desk.write("act.csv", "treaty,party,action,date\nIV-13,Japan,accession,2003-01-05\n").done(&["record", "act.csv"]);
    assert_ne!(std::fs::read(report(&desk, "html")).unwrap(), then_html, "an instrument recorded late changes it");
    for (format, then) in [("html", then_html), ("pdf", then_pdf)] {
        let out = format!("again.{format}");
        let made =
            ["report", "status-2003", "--as-at", "2003-06-10", "--known-at", "then.checkpoint", "--format", format];
        desk.done(&[&made[..], &["--out", &out]].concat());
        assert!(std::fs::read(desk.path(&out)).unwrap() == then, "{format}: other bytes");
    }
}

#[test]
fn a_checkpoint_of_another_register_is_no_point_of_this_one() {
    let (one, other) = (Desk::packaged(), Desk::packaged());
    other.done(&["checkpoint", "--out", "other.checkpoint"]);
    let path = other.path("other.checkpoint");
    let complaint = one.refused(&["status", "IV-13", "--known-at", path.to_str().unwrap()]);
    assert!(complaint.contains("the checkpoint does not hold"), "{complaint}");
    one.write("nothing.txt", "nothing");
    let complaint = one.refused(&["status", "IV-13", "--known-at", "nothing.txt"]);
    assert!(complaint.contains("is no checkpoint"), "{complaint}");
}
