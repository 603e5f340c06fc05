//! Errors planted in a text that is right: each is found, and nothing else.

use crate::texts::english;
use crate::{compared, differing, told};

/// Puts some words in the place of others, compares, and asks for so many differences of substance with these words quoted.
fn planted(changes: &[(&str, &str)], differences: usize, quoted: &[&str]) {
    let mut text = english();
    for (right, wrong) in changes {
        assert!(text.contains(right), "the text lacks {right:?}");
        text = text.replacen(right, wrong, 1);
    }
    let answer = compared(&text);
    assert_eq!(answer.differences, differences, "{changes:?}\n{}", told(&answer));
    let found = differing(&answer);
    for words in quoted {
        assert!(found.iter().any(|quote| quote.contains(words)), "{words:?} is not among {found:?}");
    }
}

#[test]
fn a_right_text_has_no_difference() {
    planted(&[], 0, &[]);
    let answer = compared(english());
    assert!(answer.agreeing >= 45, "{} claims agree\n{}", answer.agreeing, told(&answer));
    // The day of issue is the only thing of which the register knows nothing.
    assert_eq!(answer.unclear, 1, "{}", told(&answer));
}

#[test]
fn a_state_added_is_one_difference_with_its_count_or_without() {
    planted(&[("Egypt, ", "Egypt, France, ")], 1, &["France"]);
    planted(&[("Egypt, ", "Egypt, France, "), ("22 States", "23 States")], 1, &["France", "23 States"]);
    planted(&[("Sierra Leone, ", "Sierra Leone, the Sudan, "), ("10 States", "11 States")], 1, &["Sudan", "11 States"]);
    planted(&[("Sierra Leone, ", "Sierra Leone, South Sudan, ")], 1, &["South Sudan"]);
}

#[test]
fn a_state_dropped_is_one_difference_with_its_count_or_without() {
    planted(&[("Mali, Morocco", "Morocco")], 1, &["22 States"]);
    planted(&[("Mali, Morocco", "Morocco"), ("22 States", "21 States")], 1, &["21 States"]);
    planted(&[("Bangladesh and Turkey", "and Bangladesh"), ("10 States", "nine States")], 1, &["nine States"]);
}

#[test]
fn a_state_moved_from_one_list_to_the_other_is_one_difference() {
    planted(&[("Togo, Chile, ", "Togo, "), ("Colombia, ", "Chile, Colombia, ")], 1, &["Chile"]);
    let counts = [("22 States", "23 States"), ("10 States", "9 States")];
    planted(
        &[("Togo, Chile, ", "Togo, "), ("Colombia, ", "Chile, Colombia, "), counts[0], counts[1]],
        1,
        &["Chile", "23 States"],
    );
}

#[test]
fn a_state_taken_for_another_is_two() {
    planted(&[("Guinea, Mali", "Equatorial Guinea, Mali")], 2, &["Equatorial Guinea"]);
    planted(&[("Mali, Morocco", "the Niger, Morocco")], 2, &["Niger"]);
}

#[test]
fn a_count_off_by_one_is_a_difference_of_its_own() {
    planted(&[("22 States", "23 States")], 1, &["23 States"]);
    planted(&[("22 States", "twenty-one States")], 1, &["twenty-one States"]);
    planted(&[("10 States", "11 States")], 1, &["11 States"]);
    planted(&[("22 States", "21 States"), ("10 States", "11 States")], 2, &["21 States", "11 States"]);
    // One State too many in the list, and a count that is one too many beyond that.
    planted(&[("Egypt, ", "Egypt, France, "), ("22 States", "24 States")], 2, &["France", "24 States"]);
}

#[test]
fn a_date_off_by_a_month_is_found() {
    planted(&[("force on 1 July 2003", "force on 1 August 2003")], 1, &["1 August 2003"]);
    planted(&[("on 14 March 2003.\n\n2", "on 14 April 2003.\n\n2")], 1, &["14 April 2003"]);
    planted(&[("5 June 2003", "5 July 2003")], 1, &["5 July 2003"]);
    planted(&[("45/158 of 18 December", "45/158 of 18 November")], 1, &["18 November 1990"]);
    planted(&[("57/201 of 18 December", "57/201 of 18 January")], 1, &["18 January 2002"]);
    planted(&[("of 3 December 2002", "of 3 November 2002")], 1, &["3 November 2002"]);
    // Mali deposited on 5 June: on 10 May it was no contracting State, and there were 21.
    planted(&[("As at 10 June", "As at 10 May")], 1, &["Mali", "22 States"]);
}

#[test]
fn a_wrong_place_in_a_sequence_is_found() {
    planted(&[("twentieth", "twenty-first")], 1, &["twenty-first"]);
    planted(&[("Assembly's fifty-eighth", "Assembly's fifty-ninth")], 1, &["fifty-ninth session"]);
    planted(&[("eighty-fourth", "eighty-fifth")], 1, &["eighty-fifth session"]);
    planted(&[("ten experts", "twelve experts")], 1, &["twelve experts"]);
}

#[test]
fn the_same_error_made_twice_is_one() {
    let again = ("2. As at", "2. Resolution 57/201 of 18 January 2002 says so. As at");
    planted(
        &[again, ("By resolution 57/201 of 18 December", "By resolution 57/201 of 18 January")],
        1,
        &["18 January 2002"],
    );
}

#[test]
fn a_former_or_formal_name_is_no_difference() {
    planted(&[("Bolivia", "the Plurinational State of Bolivia"), ("Cape Verde", "Cabo Verde")], 0, &[]);
    planted(&[("Bolivia", "Bolivia (Plurinational State of)"), ("Turkey", "Türkiye")], 0, &[]);
    planted(&[("Egypt", "the Arab Republic of Egypt"), ("Mexico", "the United Mexican States")], 0, &[]);
    planted(&[("Burkina Faso", "Upper Volta"), ("Sao Tome and Principe", "São Tomé and Príncipe")], 0, &[]);
    planted(&[("22 States", "twenty-two States"), ("10 States", "ten countries")], 0, &[]);
}
