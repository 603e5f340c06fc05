//! The Committee on Migrant Workers, from the acts recorded alone: its seats, who sits in it, its elections and the next one.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::desk::{Desk, data};

fn committee(desk: &Desk, day: &str) -> Value {
    desk.json(&["committee", "IV-13", "--as-at", day])
}

/// The members who are named: the last name and the last day of the term.
fn members(committee: &Value) -> Vec<String> {
    let members = committee["members"].as_array().unwrap().iter();
    let named = members.filter_map(|one| Some((one["name"].as_str()?, one["term_to"].as_str()?)));
    named.map(|(name, to)| format!("{} {to}", name.rsplit(' ').next().unwrap())).collect()
}

/// How many terms end on each day, of members named or not.
fn terms(committee: &Value) -> BTreeMap<String, u64> {
    let one = |member: &Value| (member["term_to"].as_str().unwrap().to_owned(), member["number"].as_u64().unwrap_or(1));
    let all = ["members", "unnamed_terms"].into_iter().flat_map(|field| committee[field].as_array().unwrap());
    let mut terms = BTreeMap::new();
    for (to, number) in all.map(one) {
        *terms.entry(to).or_default() += number;
    }
    terms
}

#[test]
fn ten_seats_from_the_entry_into_force_and_fourteen_from_that_for_the_forty_first_state() {
    let desk = Desk::packaged();
    for (day, seats) in [
        ("2003-06-30", Value::Null),
        ("2003-07-01", 10.into()),
        // Niger had deposited; the Convention was not in force for it.
        ("2009-03-18", 10.into()),
        ("2009-06-30", 10.into()),
        ("2009-07-01", 14.into()),
        ("2024-01-01", 14.into()),
    ] {
        assert_eq!(committee(&desk, day)["seats"], seats, "{day}");
    }
    let answer = committee(&desk, "2009-06-30");
    assert_eq!(
        (&answer["states_parties"]["in_force"], &answer["states_parties"]["deposited"]),
        (&40.into(), &41.into())
    );
    let grown = json!({
        "from": "2009-07-01", "seats": 14, "article": "72(1)(b)", "because": "in-force-for-nth", "nth": 41, "states": ["NER"],
    });
    assert_eq!(answer["seats_through_time"][1], grown);
    let said = desk.done(&["committee", "IV-13", "--as-at", "2009-06-30"]);
    assert!(
        said.contains("As at 30 June 2009: 10 seats since 1 July 2003 (article 72(1)(b), entry into force)"),
        "{said}"
    );
    assert!(
        said.contains("From 1 July 2009: 14 seats (article 72(1)(b), entry into force for State party number 41: NER)"),
        "{said}"
    );
}

#[test]
fn the_first_election_was_due_by_1_january_2004_and_held_on_11_december_2003() {
    let desk = Desk::packaged();
    let before = committee(&desk, "2003-07-01");
    assert_eq!(
        before["next_election"],
        json!({
            "first": true, "due_by": "2004-01-01", "article": "72(3)", "counted_from": "entry-into-force", "seats": 10,
            "ending": 0, "added": 10, "letter_by": "2003-09-01", "nominations_close": "2003-11-01", "list_by": "2003-12-01",
        })
    );
    assert_eq!(before["unfilled"], json!({ "new": 10, "vacated": 0, "unrecorded": 0 }));
    let after = committee(&desk, "2003-12-11");
    assert_eq!((&after["elections"][0]["date"], &after["elections"][0]["seats"]), (&"2003-12-11".into(), &10.into()));
    assert_eq!(after["next_election"]["first"], false);
    let remarks = after["remarks"].as_array().unwrap();
    assert!(remarks.iter().all(|one| one["kind"] != "refused"), "held in time and for as many seats as there were");
}

#[test]
fn the_quorum_of_the_first_meeting_is_counted_from_the_22_states_parties_and_not_from_the_24_that_had_deposited() {
    let desk = Desk::packaged();
    let answer = committee(&desk, "2003-12-11");
    let parties = json!({ "on": "2003-12-11", "in_force": 22, "deposited": 24, "quorum": 15 });
    for place in
        [&answer["states_parties"], &answer["meetings"][0]["states_parties"], &answer["elections"][0]["states_parties"]]
    {
        assert_eq!(*place, parties);
    }
    assert_eq!(answer["meetings"][0]["counted"], 24, "what the press release says stands beside");
    let said = desk.done(&["committee", "IV-13", "--as-at", "2003-12-11"]);
    assert!(said.contains("States parties: in force for 22, deposited by 24; quorum 15"), "{said}");
    let before = committee(&desk, "2003-06-30");
    assert_eq!(before["states_parties"]["quorum"], Value::Null, "without States parties there is no quorum");
}

#[test]
fn nine_seats_at_the_fourth_meeting_and_seven_at_each_after_it() {
    let desk = Desk::packaged();
    let answer = committee(&desk, "2024-01-01");
    let elections = answer["elections"].as_array().unwrap().iter();
    let held: Vec<(&str, u64)> =
        elections.map(|one| (one["date"].as_str().unwrap(), one["seats"].as_u64().unwrap())).collect();
    assert_eq!(held[..3].iter().map(|(_, seats)| *seats).collect::<Vec<_>>(), [10, 5, 5]);
    assert_eq!(held[3], ("2009-12-03", 9));
    assert!(held[4..].iter().all(|(_, seats)| *seats == 7), "{held:?}");
    for day in ["2003-12-11", "2007-12-06", "2013-05-30", "2017-06-28", "2023-06-27"] {
        assert!(held.iter().any(|(held, _)| *held == day), "{day} is not among {held:?}");
    }
    // What was to be filled follows from the rule: five terms that end, and four seats that are new; then seven that end.
    for (day, seats, ending, added) in [("2009-07-01", 9, 5, 4), ("2010-01-01", 7, 7, 0), ("2012-01-01", 7, 7, 0)] {
        let next = &committee(&desk, day)["next_election"];
        assert_eq!(
            (&next["seats"], &next["ending"], &next["added"]),
            (&seats.into(), &ending.into(), &added.into()),
            "{day}"
        );
    }
    assert_eq!(committee(&desk, "2009-03-18")["next_election"]["added"], 4, "after the deposit the growth lies ahead");
    assert_eq!(committee(&desk, "2009-03-17")["next_election"]["added"], 0);
}

#[test]
fn the_composition_on_any_day() {
    let desk = Desk::packaged();
    let third =
        ["Alba 2011-12-31", "El-Borai 2011-12-31", "Jamri 2011-12-31", "Medina 2011-12-31", "Poussi 2011-12-31"];
    let fourth = [
        "Brillantes 2013-12-31",
        "Gonzalez 2013-12-31",
        "Kariyawasam 2013-12-31",
        "Sevim 2013-12-31",
        "Tall 2013-12-31",
    ];
    let fifth = [
        "Carrión-Mena 2015-12-31",
        "Jamri 2015-12-31",
        "Ladjel 2015-12-31",
        "Maguiña 2015-12-31",
        "Poussi 2015-12-31",
        "Taghizade 2015-12-31",
        "el-Borai 2015-12-31",
    ];
    let sixth = [
        "Brillantes 2017-12-31",
        "Castellanos 2017-12-31",
        "Cernadas 2017-12-31",
        "Dicko 2017-12-31",
        "Haque 2017-12-31",
        "Kariyawasam 2017-12-31",
        "Tall 2017-12-31",
    ];
    let cases = [
        ("2003-12-31", Vec::new(), vec![]),
        // Five of the first ten, by lot, for two years.
        ("2004-01-01", Vec::new(), vec![("2005-12-31", 5), ("2007-12-31", 5)]),
        ("2006-01-01", Vec::new(), vec![("2007-12-31", 5), ("2009-12-31", 5)]),
        ("2008-01-01", third.to_vec(), vec![("2009-12-31", 5), ("2011-12-31", 5)]),
        ("2009-12-31", third.to_vec(), vec![("2009-12-31", 5), ("2011-12-31", 5)]),
        // Two of the four who were added, by lot, for two years.
        ("2010-01-01", [third, fourth].concat(), vec![("2011-12-31", 7), ("2013-12-31", 7)]),
        ("2012-01-01", [&fifth[..], &fourth[..]].concat(), vec![("2013-12-31", 7), ("2015-12-31", 7)]),
        ("2014-01-01", sixth.to_vec(), vec![("2015-12-31", 7), ("2017-12-31", 7)]),
    ];
    for (day, named, ends) in cases {
        let answer = committee(&desk, day);
        let found = members(&answer);
        for member in named {
            assert!(found.iter().any(|one| one == member), "{member} is not among {found:?} on {day}");
        }
        let ends: BTreeMap<String, u64> = ends.into_iter().map(|(to, number)| (to.to_owned(), number)).collect();
        assert_eq!(terms(&answer), ends, "{day}");
        let open: u64 = answer["unfilled"].as_object().unwrap().values().map(|seats| seats.as_u64().unwrap()).sum();
        assert_eq!(ends.values().sum::<u64>() + open, answer["seats"].as_u64().unwrap(), "{day}");
    }
}

#[test]
fn the_votes_of_the_sixth_meeting_stand_with_the_majority_that_it_took() {
    let desk = Desk::packaged();
    let answer = committee(&desk, "2013-06-01");
    let sixth = answer["elections"].as_array().unwrap().last().unwrap();
    let ballot = &sixth["ballots"][0];
    assert_eq!((&ballot["voting"], &ballot["majority"]), (&45.into(), &23.into()));
    let votes: Vec<u64> =
        ballot["votes"].as_array().unwrap().iter().map(|one| one["votes"].as_u64().unwrap()).collect();
    assert_eq!(votes, [41, 39, 38, 35, 32, 30, 25]);
    assert_eq!(sixth["states_parties"]["in_force"], 46);
}

#[test]
fn what_the_deposit_of_niger_would_bring_is_said_before_it() {
    let desk = Desk::packaged();
    let asked = ["what-if", "IV-13", "--act", "Niger, accession, 2009-03-18", "--as-at", "2009-03-17"];
    let answer = desk.json(&asked);
    let changes = answer["consequences"].as_array().unwrap();
    let change = |kind: &str| changes.iter().find(|one| one["change"] == kind).cloned().unwrap_or_default();
    assert_eq!(
        change("seats"),
        json!({ "treaty": "IV-13", "change": "seats", "from": "2009-07-01", "seats": 14, "article": "72(1)(b)" })
    );
    assert_eq!(
        change("election"),
        json!({
            "treaty": "IV-13", "change": "election", "article": "72(3)", "before": "2009-12-31", "due_by": "2009-12-31",
            "seats": 9, "added": 4, "letter_by": "2009-08-31", "nominations_close": "2009-10-31", "list_by": "2009-11-30",
        })
    );
    assert_eq!(change("report-due")["due"], "2010-07-01");
    let said = desk.done(&asked);
    for part in [
        "the treaty body has 14 seats from 1 July 2009 (article 72(1)(b))",
        "next election: due by 31 December 2009 (article 72(3)), 9 seats, 4 of them new; letter by 31 August 2009",
        "Niger: initial report due by 1 July 2010 (article 73(1)(a))",
    ] {
        assert!(said.contains(part), "`{part}` is not in:\n{said}");
    }
    // Nothing of it was recorded, and the deposit of one State less leaves the Committee as it is.
    assert_eq!(committee(&desk, "2009-03-17")["seats_through_time"].as_array().unwrap().len(), 1);
    let fortieth = desk.json(&["what-if", "IV-13", "--act", "Rwanda, accession, 2008-12-15", "--as-at", "2008-12-14"]);
    let kinds = fortieth["consequences"].as_array().unwrap().iter().map(|one| one["change"].as_str().unwrap());
    assert!(kinds.into_iter().all(|kind| kind != "seats"), "{fortieth}");
}

#[test]
fn a_treaty_without_a_body_is_told_apart_from_one_whose_body_a_resolution_set_up() {
    let desk = Desk::packaged();
    let complaint = desk.refused(&["committee", "IV-5"]);
    assert!(complaint.contains("IV-5 sets up no body; treaties that do: IV-2, IV-4, IV-8, "), "{complaint}");
    assert!(complaint.contains("with a body that a resolution set up: IV-3"), "{complaint}");
    let council = desk.json(&["committee", "IV-3"]);
    assert_eq!(
        council["by_resolution"],
        json!({ "resolution": "Economic and Social Council resolution 1985/17", "seats": 18 })
    );
    assert_eq!((&council["seats"], &council["next_election"]), (&Value::Null, &Value::Null));
    let said = desk.done(&["committee", "IV-3"]);
    assert!(said.contains("set up by Economic and Social Council resolution 1985/17, not by the treaty"), "{said}");
    assert!(desk.refused(&["committee", "IV-31"]).contains("did you mean IV-3"));
}

#[test]
fn every_form_of_the_answer_names_the_same_members() {
    let desk = Desk::packaged();
    let answer = committee(&desk, "2010-01-01");
    let csv = desk.done(&["committee", "IV-13", "--as-at", "2010-01-01", "--format", "csv"]);
    let table = desk.done(&["committee", "IV-13", "--as-at", "2010-01-01"]);
    let members = answer["members"].as_array().unwrap();
    assert_eq!(csv.lines().count(), 1 + members.len());
    for name in members.iter().filter_map(|member| member["name"].as_str()) {
        assert!(csv.contains(name) && table.contains(name), "{name}");
    }
    assert!(table.contains("14 members"), "{table}");
}

#[test]
fn what_is_recorded_of_the_body_is_not_recorded_again() {
    let desk = Desk::packaged();
    let before = desk.entries();
    let file = data("records/cmw-committee.toml");
    assert!(desk.done(&["import", file.to_str().unwrap()]).contains("nothing new to record"));
    assert_eq!(desk.entries(), before);
}
