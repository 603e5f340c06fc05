//! What a treaty's clause on its body does not allow is refused with the article, and nothing is recorded.

use crate::convention::{Clerk, of_the_convention, with_the_sixth_meeting};

fn person(name: &str, state: &str) -> String {
    format!("{{ name = \"{name}\", nominated-by = \"{state}\" }}")
}

/// An election on 30 June 2015, when the Convention was in force for 47 States and seven terms were about to end.
fn election(seats: u16, elected: &[String], more: &str) -> String {
    format!(
        "[[election]]\ndate = 2015-06-30\nseats = {seats}\nterm-from = 2016-01-01\nterm-to = 2019-12-31\nelected = [{}]\n{more}\n",
        elected.join(", ")
    )
}

fn round(number: u16, voting: u16, votes: &[(&str, &str, u16)]) -> String {
    let given = |(name, state, votes): &(&str, &str, u16)| {
        format!("{{ name = \"{name}\", nominated-by = \"{state}\", votes = {votes} }}")
    };
    let votes: Vec<String> = votes.iter().map(given).collect();
    format!("[[election.ballot]]\nround = {number}\nvoting = {voting}\nvotes = [{}]\n", votes.join(", "))
}

#[test]
fn a_ballot_with_more_votes_than_voters() {
    let clerk = Clerk::new();
    let one = |voting, votes: &[(&str, &str, u16)]| election(1, &[person("A. B.", "Egypt")], &round(1, voting, votes));
    clerk.refuses(
        &one(40, &[("A. B.", "Egypt", 41)]),
        &["field `ballot`", "A. B. (Egypt) has 41 votes, and 40 States voted (article 72(4))"],
    );
    clerk.refuses(
        &one(40, &[("A. B.", "Egypt", 30), ("C. D.", "Mali", 11)]),
        &["41 votes are more than 40 States can cast for 1 seats (40) (article 72(4))"],
    );
    // 48 States had deposited by then, and for one of them the Convention was not in force.
    clerk.refuses(
        &one(48, &[("A. B.", "Egypt", 40)]),
        &["48 States voted, and IV-13 was in force for 47 on 2015-06-30 (48 had deposited) (article 72(4))"],
    );
}

#[test]
fn a_ballot_that_elects_nobody() {
    let clerk = Clerk::new();
    let one = |rounds: &str| election(1, &[person("A. B.", "Egypt")], rounds);
    clerk.refuses(
        &one(&round(1, 46, &[("A. B.", "Egypt", 23), ("C. D.", "Mali", 22)])),
        &["field `elected`", "A. B. (Egypt) had 23 votes", "is 24 of 46 (article 72(4))"],
    );
    clerk.refuses(
        &one(&round(1, 46, &[("A. B.", "Egypt", 10), ("C. D.", "Mali", 36)])),
        &["C. D. (Mali) had 36 and is not", "article 72(4)"],
    );
    // The quorum of 47 is 32: so many must have been represented, and nothing says that they were.
    clerk.refuses(
        &one(&round(1, 31, &[("A. B.", "Egypt", 31)])),
        &["31 States voted, fewer than the quorum of 32", "article 72(4)", "[[meeting]]"],
    );
    clerk.refuses(
        "[[meeting]]\nnumber = 7\ndate = 2015-06-30\npresent = 31\n",
        &["field `present`", "two thirds of the States parties is 32 of the 47", "article 72(4)"],
    );
    clerk.refuses("[[meeting]]\nnumber = 1\ndate = 2003-06-30\n", &["no State party on 2003-06-30", "article 72(3)"]);
    let twice = round(1, 40, &[("A. B.", "Egypt", 15)]) + &round(1, 40, &[("A. B.", "Egypt", 30)]);
    clerk.refuses(&one(&twice), &["round 1 is written twice; write round 2"]);
}

#[test]
fn a_second_national_of_a_state() {
    let clerk = Clerk::new();
    let (one, other) = (person("A. B.", "Egypt"), person("C. D.", "Egypt"));
    clerk.refuses(
        &election(2, &[one.clone(), other], ""),
        &["C. D. (Egypt) is nominee number 2 of Egypt elected", "(article 72(2)(a))"],
    );
    let nomination = |name: &str| {
        format!(
            "[[nomination]]\ndate = 2015-03-01\nelection = 2015-06-30\nname = \"{name}\"\nnominated-by = \"Mali\"\n"
        )
    };
    clerk.refuses(
        &(nomination("A. B.") + &nomination("C. D.")),
        &["nomination number 2 of Mali", "a State party may nominate 1 (article 72(2)(a))"],
    );
    let both = round(1, 40, &[("A. B.", "Egypt", 30), ("C. D.", "Egypt", 5)]);
    clerk.refuses(&election(1, &[one], &both), &["C. D. (Egypt) is nominee number 2 of Egypt", "(article 72(2)(a))"]);
    let of_another = person("A. B.", "Egypt").replace(" }", ", national-of = \"Mali\" }");
    clerk.refuses(
        &election(1, &[of_another], ""),
        &["A. B. (Egypt) is a national of Mali, and a State party nominates its own nationals (article 72(2)(a))"],
    );
}

#[test]
fn one_person_in_two_seats() {
    let clerk = Clerk::new();
    let again = person("Prasad Kariyawasam", "Sri Lanka");
    clerk.refuses(
        &election(1, &[again], ""),
        &["Prasad Kariyawasam (Sri Lanka) is a member until 2017-12-31 already", "(article 72)"],
    );
    let twice = [person("A. B.", "Egypt"), person("A. B.", "Mali")];
    clerk.refuses(
        &election(2, &twice, ""),
        &["A. B. is elected twice, as nominee of Egypt and of Mali", "(article 72)"],
    );
    let twice_in_a_round = round(1, 40, &[("A. B.", "Egypt", 30), ("A. B.", "Egypt", 10)]);
    clerk.refuses(
        &election(1, &[person("A. B.", "Egypt")], &twice_in_a_round),
        &["round 1: A. B. (Egypt) stands in it twice (article 72(2)(a))"],
    );
}

#[test]
fn a_nominee_of_a_state_that_is_no_party_on_the_day() {
    let clerk = Clerk::new();
    clerk.refuses(
        &election(1, &[person("A. B.", "Norway")], ""),
        &["Norway was no State party to IV-13 on 2015-06-30 (article 72(2)(a))"],
    );
    // Madagascar had deposited on 13 May 2015, and became a party on 1 September.
    clerk.refuses(
        &election(1, &[person("A. B.", "Madagascar")], ""),
        &["Madagascar had deposited by 2015-06-30, and IV-13 was not in force for it yet", "(article 72(2)(a))"],
    );
    clerk.refuses(
        "[[nomination]]\ndate = 2015-03-01\nelection = 2015-06-30\nname = \"A. B.\"\nnominated-by = \"Norway\"\n",
        &["field `nominated-by`", "Norway was no State party", "(article 72(2)(a))"],
    );
    let stands = round(1, 40, &[("A. B.", "Egypt", 30), ("C. D.", "Norway", 10)]);
    clerk.refuses(
        &election(1, &[person("A. B.", "Egypt")], &stands),
        &["field `ballot`", "Norway was no State party", "(article 72(2)(a))"],
    );
}

#[test]
fn a_term_of_the_wrong_length() {
    let clerk = Clerk::new();
    let one = |to: &str| election(1, &[person("A. B.", "Egypt")], "").replace("2019-12-31", to);
    clerk.refuses(
        &one("2020-12-31"),
        &["a term from 2016-01-01 to 2020-12-31 is longer than 4 years (article 72(5)(a)); write 2019-12-31"],
    );
    clerk.refuses(
        &one("2017-12-31"),
        &["a term from 2016-01-01 to 2017-12-31 is shorter than 4 years (article 72(5)(a))", "write 2019-12-31"],
    );
    clerk.refuses(&one("2015-12-31"), &["ends on 2015-12-31, before it begins on 2016-01-01"]);
    clerk.refuses(
        "[[lot]]\ndate = 2013-05-30\nelection = 2013-05-30\nterm-to = 2015-12-31\nmembers = [{ nominated-by = \"Mali\" }]\n",
        &["article 72(5)(a) and (b) shortens no terms of those elected on 2013-05-30"],
    );
}

#[test]
fn more_elected_than_seats_and_more_seats_than_there_are() {
    let clerk = Clerk::new();
    let two = [person("A. B.", "Egypt"), person("C. D.", "Mexico")];
    clerk.refuses(&election(1, &two, ""), &["2 are elected to 1 seats (article 72)"]);
    clerk.refuses(
        &election(8, &two, ""),
        &[
            "8 seats are more than were to be filled: of 14 seats since 2009-07-01 (article 72(1)(b)), 7 are held",
            "write 7 or fewer",
        ],
    );
    clerk.refuses(&election(0, &[], ""), &["at least one seat (article 72)"]);
    // On the eve of the entry into force for Niger there are ten.
    let eleven =
        "[[election]]\ndate = 2009-06-30\nseats = 11\nunnamed = 11\nterm-from = 2010-01-01\nterm-to = 2013-12-31\n";
    clerk.refuses(eleven, &["11 seats are more", "of 10 seats since 2003-07-01 (article 72(1)(b))"]);
}

#[test]
fn an_override_records_what_the_rule_does_not_allow_with_its_reason() {
    let desk = with_the_sixth_meeting();
    let records = election(1, &[person("A. B.", "Norway")], "")
        .replace("seats = 1", "seats = 1\noverride = \"as the meeting decided\"");
    desk.write("body.toml", of_the_convention(&records)).done(&["import", "body.toml"]);
    let answer = desk.json(&["committee", "IV-13", "--as-at", "2016-01-01"]);
    let remarks = answer["remarks"].as_array().unwrap();
    let in_spite = remarks.iter().find(|one| one["kind"] == "in-spite").unwrap()["message"].as_str().unwrap();
    assert!(in_spite.contains("article 72(2)(a)") && in_spite.contains("as the meeting decided"), "{in_spite}");
}
