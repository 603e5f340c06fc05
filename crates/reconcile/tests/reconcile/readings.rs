//! What is read, what is not, and what is unclear.

use reconcile::comparison::{Value, Verdict};
use reconcile::{Question, reconcile};

use crate::texts::TITLE;
use crate::{REGISTER, compared, of, told};

/// A sentence about the Convention as at a day.
fn said(sentence: &str) -> String {
    format!("{TITLE}\n\nAs at 31 July 2009, the position was this. {sentence}\n")
}

/// The claims of a sentence, apart from the day.
fn verdicts(sentence: &str) -> Vec<(String, Verdict)> {
    let answer = compared(said(sentence));
    answer
        .claims
        .iter()
        .filter(|claim| claim.claim != "as at")
        .map(|claim| (claim.claim.clone(), claim.verdict))
        .collect()
}

fn one(sentence: &str) -> (String, Verdict) {
    let all = verdicts(sentence);
    assert_eq!(all.len(), 1, "{sentence}: {all:?}");
    all.into_iter().next().unwrap()
}

#[test]
fn counts_are_read_in_many_wordings() {
    for sentence in [
        "The Convention had been ratified by 42 States.",
        "Forty-two States had ratified or acceded to the Convention.",
        "There were 41 States parties to the Convention.",
        "The number of States parties stood at 41.",
        "The States Parties amounted to 41.",
        "The Convention had 30 signatories.",
        "It had been signed by 15 States that had not ratified it.",
        "15 States had signed but not yet ratified the Convention.",
    ] {
        assert_eq!(one(sentence).1, Verdict::Agrees, "{sentence}");
        let wrong = sentence
            .replace("42", "43")
            .replace("41", "39")
            .replace("30", "29")
            .replace("15", "17")
            .replace("Forty-two", "Forty-three");
        assert_eq!(one(&wrong).1, Verdict::Differs, "{wrong}");
    }
}

#[test]
fn what_is_no_exact_count_of_the_day_is_unclear() {
    for sentence in [
        "Nearly 60 States had ratified the Convention.",
        "Since the last report 3 States have ratified the Convention.",
        "In 2005, 7 States ratified the Convention.",
        "Nine States in Africa had ratified the Convention.",
        "42 States had signed or ratified the Convention.",
        // So many had deposited, and for so many the Convention was in force: the words may mean either.
        "There were 42 States parties to the Convention.",
    ] {
        assert_eq!(one(sentence).1, Verdict::Unclear, "{sentence}");
    }
}

#[test]
fn words_like_more_than_agree_where_they_are_borne_out() {
    for (sentence, verdict) in [
        ("More than 40 States had ratified the Convention.", Verdict::Agrees),
        ("More than 42 States had ratified the Convention.", Verdict::Differs),
        ("At least 42 States had ratified the Convention.", Verdict::Agrees),
        ("At least 43 States had ratified the Convention.", Verdict::Differs),
        ("Fewer than 50 States had ratified the Convention.", Verdict::Agrees),
        ("Some 40 States had ratified the Convention.", Verdict::Agrees),
        ("All but 42 States had ratified the Convention.", Verdict::Unclear),
    ] {
        assert_eq!(one(sentence).1, verdict, "{sentence}");
    }
}

#[test]
fn the_number_that_brought_a_treaty_into_force_is_that_of_its_article() {
    let judged =
        |sentence: &str| verdicts(sentence).into_iter().find(|(claim, _)| claim == "instruments needed").unwrap().1;
    // There were 21 on the day of the twentieth, and 22 on the day of entry into force.
    let sentence = "The Convention entered into force on 1 July 2003 following ratification by 20 States.";
    assert_eq!(judged(sentence), Verdict::Agrees);
    assert_eq!(judged(&sentence.replace("20 States", "21 States")), Verdict::Unclear);
    assert_eq!(judged(&sentence.replace("20 States", "19 States")), Verdict::Differs);
    assert_eq!(judged(&sentence.replace("20 States", "41 States")), Verdict::Differs);
    assert_eq!(judged("When 20 States have ratified it, the Convention enters into force."), Verdict::Agrees);
}

#[test]
fn a_session_in_the_head_of_a_text_is_judged_by_its_day() {
    let head = |session: &str| {
        let answer = compared(format!("General Assembly {session} session\n\n31 July 2009\n\n{TITLE}\n"));
        answer.claims.iter().find(|claim| claim.claim == "session").unwrap().verdict
    };
    assert_eq!(head("Sixty-fourth"), Verdict::Agrees);
    // The sixty-third was still open.
    assert_eq!(head("Sixty-third"), Verdict::Unclear);
    assert_eq!(head("Sixty-fifth"), Verdict::Differs);
    let committee = compared(format!("Committee against Torture Forty-third session\n\n31 July 2009\n\n{TITLE}\n"));
    assert_eq!(committee.differing, 0, "{}", told(&committee));
}

#[test]
fn for_it_means_the_state_named_before() {
    for (sentence, verdict) in [
        ("Niger acceded to it, and the Convention entered into force for that State on 1 July 2009.", Verdict::Agrees),
        ("Niger acceded to it, and the Convention entered into force for that State on 1 July 2003.", Verdict::Differs),
        ("Niger and Nigeria acceded to it, and it entered into force for that State on 1 July 2009.", Verdict::Unclear),
    ] {
        let all = verdicts(sentence);
        assert!(
            all.iter().any(|(claim, judged)| claim.starts_with("entry") && *judged == verdict),
            "{sentence} {all:?}"
        );
    }
}

#[test]
fn what_a_text_asks_or_denies_is_not_what_it_says() {
    assert_eq!(verdicts("Is Germany a party to the Convention? Has France ratified it?").len(), 0);
    assert_eq!(one("Germany is not a party to the Convention.").1, Verdict::Agrees);
    assert_eq!(one("Mexico is not a party to the Convention.").1, Verdict::Differs);
    // Deposited in July 2009, in force from November.
    assert_eq!(one("Nigeria is not a party to the Convention.").1, Verdict::Unclear);
    assert_eq!(verdicts("No country of the European Union is a party to the Convention.").len(), 0);
    let unlike = verdicts("France and Italy, unlike Albania, have not ratified the Convention.");
    assert!(unlike.iter().all(|(_, verdict)| *verdict != Verdict::Differs), "{unlike:?}");
}

#[test]
fn what_says_nothing_of_the_register_is_no_claim() {
    for sentence in [
        "In paragraph 22 States are called upon to ratify the Convention.",
        "The Assembly called upon all States that had not yet ratified the Convention to do so.",
        "Item 119 (a) of the agenda is about article 87 of the Convention.",
    ] {
        assert_eq!(verdicts(sentence), [], "{sentence}");
    }
}

#[test]
fn names_that_hold_other_names_are_kept_apart() {
    let named = |sentence: &str| {
        let answer = compared(said(sentence));
        let claims = answer.claims.iter().filter(|claim| claim.claim != "as at");
        claims.map(|claim| claim.value.clone().unwrap()).collect::<Vec<_>>()
    };
    let text = |name: &str| Value::Text(name.to_owned());
    assert_eq!(named("Guinea has ratified it."), [text("Guinea")]);
    assert_eq!(named("Guinea-Bissau has signed it."), [text("Guinea-Bissau")]);
    assert_eq!(
        named(
            "Equatorial Guinea, Papua New Guinea, Niger, Nigeria, the Dominican Republic and Dominica have signed it."
        ),
        ["Equatorial Guinea", "Papua New Guinea", "Niger", "Nigeria", "Dominican Republic", "Dominica"].map(text)
    );
    assert_eq!(
        named("The Republic of Korea, the Democratic People’s Republic of Korea and the Congo have signed it."),
        ["Republic of Korea", "Democratic People's Republic of Korea", "Congo"].map(text)
    );
    assert_eq!(
        named("The Democratic Republic of the Congo has signed it."),
        [text("Democratic Republic of the Congo")]
    );
}

#[test]
fn acts_of_single_states_are_read() {
    for sentence in [
        "The Niger deposited its instrument of accession on 18 March 2009.",
        "The Convention entered into force for Niger on 1 July 2009.",
        "Timor-Leste, which acceded to the Convention on 30 January 2004, was the last.",
        "The Convention was signed by Turkey on 13 January 1999.",
        "On 1 July 2003, the Convention entered into force.",
        "It came into force on July 1, 2003.",
    ] {
        assert_eq!(one(sentence).1, Verdict::Agrees, "{sentence}");
    }
    assert_eq!(one("The Niger deposited its instrument of accession on 18 April 2009.").1, Verdict::Differs);
    assert_eq!(one("The Convention entered into force for Niger on 1 June 2009.").1, Verdict::Differs);
    assert_eq!(one("France ratified the Convention on 5 June 2003.").1, Verdict::Differs);
}

#[test]
fn a_list_of_some_leaves_nobody_out() {
    let all = verdicts("42 States, including Mali and Niger, had ratified the Convention.");
    assert_eq!(all.iter().map(|(_, verdict)| *verdict).collect::<Vec<_>>(), [Verdict::Agrees; 3], "{all:?}");
}

#[test]
fn a_text_without_a_day_needs_one() {
    let text = format!("The {TITLE} has been ratified by 22 States.");
    let answer = compared(&text);
    assert_eq!((answer.as_at, answer.unclear, answer.claims.len()), (None, 1, 1));
    let asked = Question { as_at: Some("2003-06-10".parse().unwrap()), treaty: None };
    assert_eq!(reconcile("a text", text.as_bytes(), &REGISTER, asked).unwrap().agreeing, 1);
}

#[test]
fn a_text_that_names_no_treaty_is_unclear_unless_told() {
    let text = "As at 10 June 2003, 22 States had ratified it.";
    assert_eq!(of(&compared(text), Verdict::Unclear).count(), 1);
    let treaty = "IV-13".parse().unwrap();
    let asked = Question { as_at: None, treaty: Some(&treaty) };
    let answer = reconcile("a text", text.as_bytes(), &REGISTER, asked).unwrap();
    assert_eq!(answer.agreeing, 2, "{}", told(&answer));
}

#[test]
fn each_section_is_about_its_own_treaty() {
    let text = format!(
        "International Covenant on Civil and Political Rights\n\nAs at 10 June 2003, the Covenant was in force.\n\n\
         {TITLE}\n\nAs at 10 June 2003, 22 States had ratified the Convention.\n"
    );
    let answer = compared(&text);
    let count = answer.claims.iter().find(|claim| claim.at.quote == "22 States").unwrap();
    assert_eq!((count.treaty.as_ref().unwrap().as_str(), count.verdict), ("IV-13", Verdict::Agrees));
}

#[test]
fn several_acts_in_a_sentence_are_each_read() {
    let days = |sentence: &str| {
        let all = verdicts(sentence);
        assert!(all.iter().all(|(_, verdict)| *verdict == Verdict::Agrees), "{all:?}");
        all.len()
    };
    assert_eq!(days("Turkey signed the Convention on 13 January 1999 and ratified it on 27 September 2004."), 2);
    assert_eq!(days("Ghana signed and ratified the Convention on 7 September 2000."), 2);
    assert_eq!(days("Ecuador acceded to it on 5 February 2002, and Belize on 14 November 2001."), 2);
    assert_eq!(days("Guatemala and El Salvador deposited their instruments of ratification on 14 March 2003."), 2);
    assert_eq!(days("The Convention was adopted by the General Assembly on 18 December 1990."), 1);
}

#[test]
fn a_day_that_opens_a_sentence_is_that_of_its_count() {
    let text = format!(
        "{TITLE}\n\nOn 30 April 2004, when the session closed, there were 24 States parties to the Convention.\n"
    );
    let answer = compared(&text);
    assert_eq!((answer.as_at.unwrap().to_string().as_str(), answer.agreeing), ("2004-04-30", 2), "{}", told(&answer));
}

#[test]
fn the_treaty_is_the_one_that_was_or_that_has_been_ratified() {
    let children = "Convention on the Rights of the Child";
    let passive =
        format!("As at 31 December 2009, the {children} had been ratified by 193 States and the {TITLE} by 42 States.");
    let active = format!(
        "As at 31 December 2009, 193 States had ratified the {children} and 42 States had ratified the {TITLE}."
    );
    for text in [passive, active] {
        let answer = compared(&text);
        let counts = answer.claims.iter().filter(|claim| claim.at.quote.ends_with("States"));
        let counts: Vec<_> = counts.map(|claim| (claim.treaty.as_ref().unwrap().as_str(), claim.verdict)).collect();
        assert_eq!(counts, [("IV-11", Verdict::Agrees), ("IV-13", Verdict::Agrees)], "{text}");
    }
}

#[test]
fn the_protocol_does_not_mean_a_convention() {
    let (_, verdict) = one("The Optional Protocol entered into force on 23 March 1976.");
    assert_eq!(verdict, Verdict::Unclear);
}

#[test]
fn a_list_that_lacks_more_than_it_names_was_not_meant_to_name_all() {
    let all = verdicts("The following States have ratified the Convention: Albania, Mali and Mexico.");
    assert_eq!(all.iter().map(|(_, verdict)| *verdict).collect::<Vec<_>>(), [Verdict::Agrees; 3], "{all:?}");
}
