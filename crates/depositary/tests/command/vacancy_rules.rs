//! Seats that fall vacant, who may be appointed to them, officers and sessions: what the Convention does not allow is refused
//! with the article.

use crate::convention::{Clerk, of_the_convention, with_the_sixth_meeting};

/// The resignation of a member whose term ends on 31 December 2017.
const RESIGNED: &str = "[[vacancy]]\ndate = 2014-05-01\nname = \"Prasad Kariyawasam\"\nnominated-by = \"Sri Lanka\"\ncause = \"resignation\"\n";

fn appointment(name: &str, state: &str, day: &str, more: &str) -> String {
    format!(
        "{RESIGNED}[[appointment]]\ndate = {day}\ninstead-of = {{ name = \"Prasad Kariyawasam\", nominated-by = \"Sri Lanka\" }}\n\
         name = \"{name}\"\nnominated-by = \"{state}\"\n{more}"
    )
}

#[test]
fn a_vacancy_of_somebody_who_is_no_member() {
    let clerk = Clerk::new();
    let of = |name: &str, state: &str, day: &str| {
        format!("[[vacancy]]\ndate = {day}\nname = \"{name}\"\nnominated-by = \"{state}\"\ncause = \"resignation\"\n")
    };
    clerk.refuses(&of("A. B.", "Norway", "2014-05-01"), &["A. B. (Norway) was no member on 2014-05-01 (article 72)"]);
    clerk.refuses(&of("Francisco Alba", "Mexico", "2014-05-01"), &["Francisco Alba (Mexico) was no member"]);
    clerk.refuses(
        &(RESIGNED.to_owned() + &RESIGNED.replace("05-01", "06-01")),
        &["Prasad Kariyawasam (Sri Lanka) was no member on 2014-06-01"],
    );
    clerk.refuses(
        "[[officers]]\ndate = 2014-04-07\nofficer = [{ office = \"chair\", name = \"A. B.\", nominated-by = \"Norway\" }]\n",
        &["A. B. (Norway) was no member on 2014-04-07"],
    );
}

#[test]
fn a_replacement_that_the_convention_does_not_allow() {
    let clerk = Clerk::new();
    let approved = "approved = 2014-09-01\n";
    for (records, parts) in [
        (
            appointment("A. B.", "Mali", "2014-08-01", approved),
            &["field `nominated-by`", "the State party that nominated the member appoints another (article 72(6))"][..],
        ),
        (
            appointment("A. B.", "Sri Lanka", "2014-08-01", &format!("{approved}national-of = \"India\"\n")),
            &["is a national of India", "(article 72(2)(a))"],
        ),
        (
            appointment("A. B.", "Sri Lanka", "2014-08-01", ""),
            &["the appointment needs the approval of the body (article 72(6))"],
        ),
        (
            appointment("A. B.", "Sri Lanka", "2014-08-01", "approved = 2014-07-31\n"),
            &["approved on 2014-07-31, before the appointment of 2014-08-01 (article 72(6))"],
        ),
        (
            appointment("A. B.", "Sri Lanka", "2014-04-30", approved),
            &["no vacancy of the seat", "by 2014-04-30 (article 72(6))"],
        ),
        (
            appointment("A. B.", "Sri Lanka", "2018-01-05", "approved = 2018-02-01\n"),
            &["the rest of the term, which ended on 2017-12-31", "(article 72(6))"],
        ),
        (
            appointment("Prasad Kariyawasam", "Sri Lanka", "2014-08-01", approved),
            &["another expert is appointed to it (article 72(6))"],
        ),
        (
            appointment("Ahmadou Tall", "Sri Lanka", "2014-08-01", approved),
            &["Ahmadou Tall (Senegal) is a member until 2017-12-31 already", "(article 72(6))"],
        ),
        (
            appointment("A. B.", "Sri Lanka", "2014-08-01", "approved = 2999-01-01\n"),
            &["field `approved`", "still to come"],
        ),
    ] {
        clerk.refuses(&records, parts);
    }
}

#[test]
fn a_session_that_cannot_have_been() {
    let clerk = Clerk::new();
    clerk
        .refuses("[[session]]\nnumber = 20\ndate = 2014-04-07\nto = 2014-03-31\n", &["field `to`", "before it begins"]);
    clerk.refuses(
        "[[session]]\nnumber = 20\ndate = 2003-06-30\n",
        &["no seats on 2003-06-30 yet", "article 75(3) and (4)"],
    );
}

#[test]
fn what_the_convention_allows_is_recorded_and_changes_the_composition() {
    let desk = with_the_sixth_meeting();
    desk.write(
        "body.toml",
        of_the_convention(&appointment("A. B.", "Sri Lanka", "2014-08-01", "approved = 2014-09-01\n")),
    );
    desk.done(&["import", "body.toml"]);
    let on = |day: &str| {
        let answer = desk.json(&["committee", "IV-13", "--as-at", day]);
        let members = answer["members"].as_array().unwrap().iter();
        let of_sri_lanka = members.filter(|one| one["nominated_by"] == "LKA");
        let names: Vec<String> = of_sri_lanka.map(|one| one["name"].as_str().unwrap().to_owned()).collect();
        (names, answer["unfilled"]["vacated"].as_u64().unwrap())
    };
    assert_eq!(on("2014-04-30"), (vec!["Prasad Kariyawasam".to_owned()], 0));
    assert_eq!(on("2014-05-01"), (vec![], 1));
    assert_eq!(on("2014-09-01"), (vec!["A. B.".to_owned()], 0));
    assert_eq!(on("2017-12-31").0, ["A. B."]);
    assert_eq!(on("2018-01-01").0, Vec::<String>::new());
}
