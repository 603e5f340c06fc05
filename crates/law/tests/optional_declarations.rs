//! Optional declarations: who made them, how many count on a day, since when the article is in force.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod recorded;

use law::act::{DayOfAct, Standing};
use law::calendar::AsAt;
use law::optional_declarations::{OptionalDeclarations, ProposedDeclaration, UnderArticle, examine};
use law::record::Record;
use law::report_act::{DeclarationDeed, OptionalDeclaration};

use recorded::{made, packaged, with_records};

fn under<'a>(record: &'a Record, treaty: &str, article: &str, as_at: &str) -> UnderArticle<'a> {
    let all = OptionalDeclarations::of(record.treaty(treaty).unwrap(), record, as_at.parse().unwrap());
    all.articles.into_iter().find(|one| one.article == article).unwrap()
}

fn who(article: &UnderArticle<'_>) -> Vec<String> {
    article.declarations.iter().map(|one| one.name.name.clone()).collect()
}

#[test]
fn who_had_declared_under_articles_76_and_77_of_the_migrant_workers_convention_by_march_2015() {
    let record = with_records("IV-13", &[&packaged("records/icrmw-declarations.toml")]);
    let interstate = under(&record, "IV-13", "76", "2015-03-14");
    assert_eq!(who(&interstate), ["El Salvador", "Guatemala", "Mexico"]);
    assert_eq!((interstate.count, interstate.needed, interstate.remaining), (3, Some(10), Some(7)));
    let individual = under(&record, "IV-13", "77", "2015-03-14");
    assert_eq!(who(&individual), ["El Salvador", "Guatemala", "Mexico", "Uruguay"]);
    assert_eq!((individual.count, individual.remaining, individual.in_force), (4, Some(6), None));
    // The days of these declarations are not known, and none is counted before the day by which it had been made.
    assert_eq!(under(&record, "IV-13", "77", "2015-03-13").count, 0);
    // Turkey announced that it would recognize the Committee's competence later: that is no declaration.
    assert!(
        !who(&individual).iter().chain(&who(&interstate)).any(|name| name.contains("Turk") || name.contains("Türk"))
    );
    assert!("announced".parse::<DeclarationDeed>().unwrap_err().to_string().contains("a promise to make one is none"));
}

/// A treaty in force since 1 February 2000 for five States; three declarations bring article 41 into force.
const CLAUSES: &str = "[entry-into-force]\narticle = \"49\"\nwhen = { instruments = 2 }\nthen = \"1 month after\"\n\
    [entry-into-force.each-party]\narticle = \"49\"\nfor = \"deposits after entry into force\"\nthen = \"1 month after\"\n\
    [denunciation]\narticle = \"50\"\neffect = \"1 year after\"\n\
    [declarations.41]\narticle = \"41(1) and (2)\"\nsubject = \"communications\"\n\
    in-force = { when = { declarations = 3 }, then = \"on the day of\" }\n\
    [declarations.42]\narticle = \"42\"\nsubject = \"inquiries\"\n";
const ACTS: &str = "Mali,accession,1999-12-01\nChile,accession,2000-01-01\nPeru,accession,2001-01-01\nEgypt,accession,2001-01-01\nIndia,signature,1999-01-01";

fn declared(party: &str, date: &str, deed: &str) -> String {
    format!(
        "[[declaration]]\ntreaty = \"X-1\"\nparty = \"{party}\"\narticle = \"41\"\ndate = \"{date}\"\ndeed = \"{deed}\"\n"
    )
}

#[test]
fn the_article_is_in_force_from_the_day_on_which_there_are_enough() {
    let rows = [
        declared("Mali", "1999-12-01", "made"),
        declared("Chile", "2000-03-01", "made"),
        declared("Peru", "2001-01-01", "made"),
    ];
    let record = made(CLAUSES, ACTS, &[&rows.concat()]);
    let on = |as_at: &str| {
        let article = under(&record, "X-1", "41", as_at);
        (article.count, article.remaining, article.in_force.map(|day| day.to_string()))
    };
    // A declaration made with the instrument counts once the treaty is in force for the State.
    assert_eq!(on("1999-12-31"), (0, Some(3), None));
    assert_eq!(on("2000-02-01"), (1, Some(2), None));
    assert_eq!(on("2000-03-01"), (2, Some(1), None));
    assert_eq!(on("2001-01-31"), (2, Some(1), None));
    assert_eq!(on("2001-02-01"), (3, Some(0), Some("2001-02-01".to_owned())));
    let reached = under(&record, "X-1", "41", "2024-01-01").reached.unwrap();
    assert_eq!(reached, DayOfAct::On("2001-02-01".parse().unwrap()));
    // An article that needs no number has no count to reach.
    let without = under(&record, "X-1", "42", "2024-01-01");
    assert_eq!((without.needed, without.remaining, without.in_force), (None, None, None));
}

#[test]
fn a_withdrawn_declaration_counts_no_more_and_an_article_in_force_stays_so() {
    let rows = [
        declared("Mali", "2001-03-01", "made"),
        declared("Chile", "2001-03-01", "made"),
        declared("Chile", "2001-04-01", "withdrawn"),
        declared("Peru", "2001-05-01", "made"),
        declared("Chile", "2001-06-01", "made"),
        declared("Peru", "2002-01-01", "withdrawn"),
    ];
    let record = made(CLAUSES, ACTS, &[&rows.concat()]);
    let on = |as_at: &str| {
        let article = under(&record, "X-1", "41", as_at);
        (article.count, article.in_force.map(|day| day.to_string()))
    };
    assert_eq!(on("2001-03-31"), (2, None));
    assert_eq!(on("2001-04-01"), (1, None), "it counts no more from the day of receipt of its withdrawal");
    assert_eq!(on("2001-05-01"), (2, None));
    assert_eq!(on("2001-06-01"), (3, Some("2001-06-01".to_owned())));
    assert_eq!(on("2002-01-01"), (2, Some("2001-06-01".to_owned())));
    let all = under(&record, "X-1", "41", "2024-01-01");
    let chile: Vec<Option<String>> = all
        .declarations
        .iter()
        .filter(|one| one.name.name == "Chile")
        .map(|one| one.withdrawn.map(|kept| kept.what.date.to_string()))
        .collect();
    assert_eq!(chile, [Some("2001-04-01".to_owned()), None], "two declarations, of which one was withdrawn");
}

#[test]
fn one_that_has_left_or_is_only_said_to_have_declared_is_not_counted() {
    let rows = [
        declared("Mali", "2001-03-01", "made"),
        declared("Chile", "2001-03-01", "made"),
        format!("{}standing = \"reported\"\n", declared("Peru", "2001-05-01", "made")),
    ];
    let notice = "treaty,party,action,date\nX-1,Mali,denunciation,2003-01-01\n";
    let record = made(CLAUSES, ACTS, &[&rows.concat(), notice]);
    let count = |as_at: &str| under(&record, "X-1", "41", as_at).count;
    assert_eq!((count("2003-06-01"), count("2004-01-01")), (2, 1));
}

fn finding(record: &Record, party: &str, article: &str, date: &str, deed: DeclarationDeed) -> Option<(String, String)> {
    let declaration = OptionalDeclaration {
        treaty: "X-1".parse().unwrap(),
        party: record.code(record.parties.resolve(party, None).unwrap()),
        article: article.to_owned(),
        date: date.parse().unwrap(),
        deed,
        note: None,
    };
    let proposed = [ProposedDeclaration { declaration: &declaration, standing: Standing::Deposited }];
    let findings = examine(&proposed, record, AsAt::new("2024-01-01".parse().unwrap()));
    assert!(findings.iter().all(|finding| finding.refused));
    findings.into_iter().next().map(|finding| (finding.field.to_owned(), finding.message))
}

#[test]
fn what_is_refused_says_why() {
    let record = made(CLAUSES, ACTS, &[&declared("Mali", "2001-03-01", "made")]);
    let refused = |party: &str, article: &str, date: &str, deed| finding(&record, party, article, date, deed);
    let (is_made, is_withdrawn) = (DeclarationDeed::Made, DeclarationDeed::Withdrawn);
    assert_eq!(refused("Chile", "41", "2001-03-01", is_made), None);
    assert_eq!(refused("Mali", "41", "2001-03-02", is_withdrawn), None);
    for (party, article, date, deed, field, part) in [
        ("Chile", "43", "2001-03-01", is_made, "article", "only under 41 and 42"),
        ("India", "41", "2001-03-01", is_made, "party", "India was not a party to X-1 on 2001-03-01"),
        ("Chile", "41", "1999-12-31", is_made, "party", "article 41(1) and (2)"),
        ("Chile", "41", "2024-01-02", is_made, "date", "still to come"),
        ("Chile", "41", "../2001-03-01", is_made, "date", "only what is reported or unconfirmed may lack one"),
        ("Mali", "41", "2002-03-01", is_made, "deed", "made already"),
        ("Mali", "41", "2001-02-01", is_made, "deed", "made again later"),
        ("Mali", "42", "2002-03-01", is_withdrawn, "deed", "Mali had made no declaration under article 42 of X-1"),
        ("Mali", "41", "2001-02-01", is_withdrawn, "deed", "by 2001-02-01"),
    ] {
        let (at, message) = refused(party, article, date, deed).unwrap();
        assert!(at == field && message.contains(part), "{party} {article} {date}: {at}: {message}");
    }
}
