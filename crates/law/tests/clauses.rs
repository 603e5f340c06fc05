//! Every kind of condition and of rule for parties, on acts whose outcome a lawyer can work out by hand.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod made;

use made::Made;

/// A treaty that enters into force on the day its condition is met, so that the day itself is seen.
fn on_the_day(when: &str, more: &str) -> Made {
    Made::treaty(&format!(
        "{more}\n[entry-into-force]\narticle = \"1\"\nwhen = {when}\nthen = \"on the day of\"\n\
         [entry-into-force.each-party]\narticle = \"2\"\nfor = \"deposits after the Nth\"\nthen = \"on the day of\"\n"
    ))
}

const LISTS: &str = "[lists]\nfour = [\"FRA\", \"DEU\", \"ITA\", \"ESP\"]\n";

#[test]
fn a_number_of_instruments_and_ties() {
    let made = on_the_day("{ instruments = 2, of = [\"ratification\", \"accession\"] }", "").acts(
        "Mali,signature,2000-01-02\nMali,ratification,2001-01-01\nChad,acceptance,2001-02-01\nGhana,accession,2001-03-01\n\
         Norway,accession,2001-03-01",
    );
    assert_eq!(made.in_force(), "2001-03-01", "acceptance is not counted; two on one day have no order");
    assert!(made.reasons().contains(r#""places":[2,3]"#), "{}", made.reasons());
    assert!(made.reasons().contains(r#""why":"other-kind""#), "{}", made.reasons());
}

#[test]
fn some_of_a_list_must_be_among_them() {
    let when = "{ instruments = 3, including = { at-least = 2, from = \"four\" } }";
    let acts =
        "Mali,accession,2001-01-01\nChad,accession,2001-01-02\nFrance,accession,2001-01-03\nItaly,accession,2001-01-04";
    assert_eq!(on_the_day(when, LISTS).acts(acts).in_force(), "2001-01-04");
    let when = "{ instruments = 3, including = { every = \"four\" } }";
    let made = on_the_day(when, LISTS).acts(acts);
    assert_eq!(made.in_force(), "none");
    assert!(
        made.reasons().contains(r#""deposited":["France","Italy"],"wanting":["Germany","Spain"]"#),
        "{}",
        made.reasons()
    );
}

#[test]
fn all_of_a_list_and_not_earlier_than_two_years_after_opening() {
    let made = Made::treaty(&format!(
        "opened = {{ on = 1996-09-24 }}\n{LISTS}[entry-into-force]\narticle = \"XIV\"\nwhen = {{ every = \"four\" }}\n\
         then = \"180 days after\"\nnot-before = \"2 years after opening for signature\"\n"
    ));
    let made = made.acts(
        "France,ratification,1996-10-01\nGermany,ratification,1996-10-01\nItaly,ratification,1996-10-01\nSpain,ratification,1996-11-01",
    );
    assert_eq!(made.in_force(), "1998-09-24", "180 days would end in April 1997");
}

#[test]
fn a_double_threshold_of_parties_and_of_a_share() {
    let when = "{ all = [ { parties = 3 }, { share = 55, of = \"emissions\", weights = \"emissions\" } ] }";
    let weights =
        "[weights.emissions]\nunit = \"per cent\"\nvalues = { FRA = \"30.5\", DEU = 24.49, ITA = \"0.01\" }\n";
    let acts = "France,accession,2001-01-01\nMali,accession,2001-01-02\nGermany,accession,2001-01-03";
    let short = on_the_day(when, weights).acts(acts);
    assert_eq!(short.in_force(), "none", "54.99 per cent is not 55");
    assert!(short.reasons().contains(r#""have":"54.99""#), "{}", short.reasons());
    let enough = on_the_day(when, weights).acts(&format!("{acts}\nItaly,accession,2001-01-04"));
    assert_eq!(enough.in_force(), "2001-01-04");
}

#[test]
fn weights_that_are_taken_again() {
    let when = "{ all = [ { parties = 2 }, { share = 35, of = \"tonnage\", weights = \"fleet\" } ] }";
    let weights = "[[weights.fleet]]\nunit = \"gross tonnage\"\ntotal = 1000\nvalues = { FRA = 300, DEU = 40, ITA = 10 }\n\
                   [[weights.fleet]]\nfrom = 2005-01-01\nunit = \"gross tonnage\"\ntotal = 2000\nvalues = { FRA = 300, DEU = 390, ITA = 20 }\n";
    let made = on_the_day(when, weights).acts(
        "France,accession,2004-01-01\nGermany,accession,2004-02-01\nItaly,accession,2005-06-01\nMali,accession,2005-07-01",
    );
    assert_eq!(
        made.in_force(),
        "2005-06-01",
        "34 per cent in 2004; 35.5 by the new tonnage, when the next deposit is looked at"
    );
}

#[test]
fn whichever_comes_first_and_a_fixed_day() {
    let made = on_the_day("{ any = [ { every = \"four\" }, { instruments = 2 } ] }", LISTS)
        .acts("Mali,accession,2001-01-01\nChad,accession,2001-02-01");
    assert_eq!(made.in_force(), "2001-02-01");
    let fixed = "[entry-into-force]\narticle = \"R\"\nwhen = { every = \"signatories\" }\nnot-before = 1993-01-01\n\
                 then = \"first day of the month following\"\n";
    let acts = "Mali,signature,1992-02-07\nChad,signature,1992-02-07\nMali,ratification,1992-06-01\nChad,ratification,";
    assert_eq!(Made::treaty(fixed).acts(&format!("{acts}1992-11-30")).in_force(), "1993-01-01");
    assert_eq!(
        Made::treaty(fixed).acts(&format!("{acts}1993-10-12")).in_force(),
        "1993-11-01",
        "failing that, the first of the month following the last"
    );
    assert_eq!(Made::treaty(fixed).acts(acts.rsplit_once('\n').unwrap().0).in_force(), "none");
}

#[test]
fn a_withdrawn_instrument_drops_out_of_the_count() {
    let made = on_the_day("{ instruments = 3 }", "").acts(
        "Italy,ratification,1999-03-04\nItaly,withdrawal-of-instrument,1999-06-04\nMali,ratification,1999-05-01\n\
         Chad,ratification,1999-07-01\nGhana,ratification,1999-08-01\nItaly,ratification,2003-12-19",
    );
    assert_eq!(made.in_force(), "1999-08-01");
    assert_eq!(made.in_force_for("ITA"), "2003-12-19");
    let before = on_the_day("{ instruments = 2 }", "")
        .acts("Italy,ratification,1999-03-04\nMali,ratification,1999-05-01\nItaly,withdrawal-of-instrument,1999-06-04");
    assert_eq!(before.in_force(), "1999-05-01", "it was reached before the withdrawal");
}

#[test]
fn organizations_are_not_counted_unless_the_treaty_says_so() {
    let acts = "European Union,approval,2001-01-01\nMali,accession,2001-02-01\nChad,accession,2001-03-01";
    assert_eq!(on_the_day("{ instruments = 2 }", "").acts(acts).in_force(), "2001-03-01");
    let counted = "[entry-into-force]\narticle = \"1\"\nwhen = { instruments = 2 }\nthen = \"on the day of\"\norganizations = \"counted\"\n";
    assert_eq!(Made::treaty(counted).acts(acts).in_force(), "2001-02-01");
}

#[test]
fn provisional_application_is_never_counted() {
    let made = on_the_day("{ instruments = 1 }", "")
        .acts("Mali,provisional-application,2001-01-01\nChad,accession,2001-05-01");
    assert_eq!(made.in_force(), "2001-05-01");
    assert_eq!(made.in_force_for("MLI"), "none");
    assert_eq!(made.provisional("MLI"), "2001-01-01");
}

#[test]
fn the_three_families_of_the_rule_for_each_party() {
    let with = |family: &str, interval: &str| {
        Made::treaty(&format!(
            "[entry-into-force]\narticle = \"1\"\nwhen = {{ instruments = 2 }}\nthen = \"3 months after\"\n\
             [entry-into-force.each-party]\narticle = \"2\"\nfor = \"{family}\"\nthen = \"3 months after\"\n{interval}"
        ))
        .acts("Mali,accession,2001-01-15\nChad,accession,2001-02-10\nGhana,accession,2001-03-20\nNorway,accession,2001-08-31")
    };
    let nth = with("deposits after the Nth", "");
    assert_eq!((nth.in_force_for("MLI"), nth.in_force_for("GHA")), ("2001-05-10".to_owned(), "2001-06-20".to_owned()));
    let silent = with("deposits after entry into force", "");
    assert_eq!(silent.in_force_for("GHA"), "2001-05-10", "by the letter, with the treaty");
    let own = with(
        "deposits after entry into force",
        "interval = { reading = \"own period\", other = \"with the treaty\" }\n",
    );
    assert_eq!(own.in_force_for("GHA"), "2001-06-20");
    assert_eq!(own.in_force_for("NOR"), "2001-11-30", "30 November, for there is no 31st");
    let every = with("every deposit", "");
    assert_eq!(every.in_force_for("MLI"), "2001-05-10", "never before the treaty itself");
    assert_eq!(every.in_force_for("GHA"), "2001-06-20");
}

#[test]
fn a_successor_is_bound_from_the_date_of_succession_and_never_before_the_treaty() {
    let made = on_the_day("{ instruments = 1 }", "")
        .acts("Yugoslavia,ratification,1991-12-01\nSlovenia,succession,1992-07-06\nMontenegro,succession,2007-03-01");
    assert_eq!(made.in_force_for("MNE"), "2006-06-03", "effect precedes the deposit");
    assert_eq!(made.in_force_for("SVN"), "1991-12-01", "not before the treaty itself was in force");
    assert_eq!(made.as_at("1993-01-01").in_force_for("YUG"), "1991-12-01");
    assert_eq!(made.as_at("1993-01-01").parties(), ["SVN"], "a State that is no more is no party");
    assert_eq!(made.as_at("2006-06-03").parties(), ["MNE", "SVN"], "looking back, it was bound from that day");
}

#[test]
fn denunciation_return_and_second_thoughts() {
    let treaty = "[entry-into-force]\narticle = \"1\"\nwhen = { instruments = 1 }\nthen = \"on the day of\"\n\
                  [entry-into-force.each-party]\narticle = \"2\"\nfor = \"deposits after the Nth\"\nthen = \"3 months after\"\n\
                  [denunciation]\narticle = \"3\"\neffect = \"1 year after\"\n";
    let made = Made::treaty(treaty).acts(
        "Mali,accession,2000-01-01\nChad,accession,2000-02-01\nChad,denunciation,2016-11-10\nChad,withdrawal-of-denunciation,2017-02-10\n\
         Ghana,accession,2000-03-01\nGhana,denunciation,2010-05-05\nGhana,accession,2012-01-31\n\
         Norway,accession,2000-01-01\nNorway,denunciation,2010-01-05\nNorway,accession,2010-06-01",
    );
    assert_eq!(made.ended("TCD"), "none");
    assert_eq!(made.as_at("2011-05-05").ended("GHA"), "2011-05-05");
    assert_eq!(made.as_at("2011-05-04").parties(), ["GHA", "MLI", "NOR", "TCD"]);
    assert_eq!(made.as_at("2011-05-05").parties(), ["MLI", "NOR", "TCD"]);
    assert_eq!(made.as_at("2012-04-30").parties(), ["GHA", "MLI", "NOR", "TCD"], "three months after 31 January");
    assert_eq!(
        made.as_at("2010-07-01").parties(),
        ["GHA", "MLI", "NOR", "TCD"],
        "notice given, and back before it had effect"
    );
    assert_eq!(made.as_at("2011-01-05").parties(), ["GHA", "MLI", "NOR", "TCD"], "bound without a break");
}

#[test]
fn a_later_day_named_in_the_notice_stands() {
    let treaty = "[entry-into-force]\narticle = \"1\"\nwhen = { instruments = 1 }\nthen = \"on the day of\"\n[denunciation]\n\
                  article = \"3\"\neffect = \"6 months after\"\n";
    let made =
        Made::treaty(treaty).acts_with_effect("Mali,accession,2000-01-01,\nMali,denunciation,2010-01-05,2011-01-01");
    assert_eq!(made.ended("MLI"), "2011-01-01");
    let sooner =
        Made::treaty(treaty).acts_with_effect("Mali,accession,2000-01-01,\nMali,denunciation,2010-01-05,2010-02-01");
    assert_eq!(sooner.ended("MLI"), "2010-07-05", "the clause's own period is the least");
}

#[test]
fn treaties_that_depend_on_each_other_in_a_circle_are_not_in_force() {
    let when = "{ all = [ { instruments = 1 }, { in-force = \"X-1\" } ] }";
    let made = on_the_day(when, "").acts("Mali,accession,2000-01-01");
    assert_eq!(made.in_force(), "none");
    let other =
        on_the_day("{ all = [ { instruments = 1 }, { in-force = \"X-9\" } ] }", "").acts("Mali,accession,2000-01-01");
    assert_eq!(
        other.in_force(),
        "none",
        "a treaty that the register does not hold is not in force, as far as it knows"
    );
}

#[test]
fn a_signature_after_the_condition_was_met_does_not_undo_it() {
    let made = on_the_day("{ every = \"signatories\" }", "").acts(
        "France,signature,1957-03-25\nItaly,signature,1957-03-25\nFrance,ratification,1957-11-25\nItaly,ratification,1957-11-23\n\
         Spain,signature,1960-01-01",
    );
    assert_eq!(made.in_force(), "1957-11-25");
}

#[test]
fn a_party_that_comes_back_counts_once() {
    let treaty = "[entry-into-force]\narticle = \"1\"\nwhen = { parties = 3 }\nthen = \"on the day of\"\n[denunciation]\n\
                  article = \"2\"\neffect = \"on the day of\"\n";
    let acts = "Mali,accession,2000-01-01\nMali,denunciation,2001-01-01\nMali,accession,2002-01-01\nGhana,accession,2003-01-01";
    assert_eq!(Made::treaty(treaty).acts(acts).in_force(), "none");
    assert_eq!(Made::treaty(treaty).acts(&format!("{acts}\nChad,accession,2004-01-01")).in_force(), "2004-01-01");
}

#[test]
fn whichever_comes_first_may_be_another_treaty() {
    let other = "treaty = \"X-2\"\ndepositary = \"x\"\nadopted = { on = 1980-01-01 }\ntitle = { en = \"Other\" }\n\
                 [entry-into-force]\narticle = \"1\"\nwhen = { instruments = 1 }\nthen = \"on the day of\"\n";
    let made = on_the_day("{ any = [ { in-force = \"X-2\" }, { instruments = 5 } ] }", "")
        .beside(other)
        .acts("Mali,accession,2000-01-01\nX-2:Chad,accession,2001-06-01");
    assert_eq!(made.in_force(), "2001-06-01");
}

#[test]
fn a_part_of_the_parties_counts_only_parties() {
    let other = "treaty = \"X-2\"\ndepositary = \"x\"\nadopted = { on = 1980-01-01 }\ntitle = { en = \"Other\" }\n\
                 [entry-into-force]\narticle = \"1\"\nwhen = { instruments = 3 }\nthen = \"on the day of\"\n";
    let acts = "X-2:France,accession,1990-01-01\nX-2:Italy,accession,1990-01-01\nX-2:Spain,accession,1990-01-01\n\
                Mali,acceptance,2000-01-01\nGhana,acceptance,2000-01-02\nFrance,acceptance,2000-01-03";
    let made = |acts: &str| on_the_day("{ fraction = \"2/3\", to = \"X-2\" }", "").beside(other).acts(acts);
    assert_eq!(made(acts).in_force(), "none", "Mali and Ghana are no parties to the treaty amended");
    assert_eq!(made(&format!("{acts}\nItaly,acceptance,2000-01-04")).in_force(), "2000-01-04");
}

#[test]
fn weights_that_are_taken_again_may_meet_the_condition_by_themselves() {
    let when = "{ share = 35, of = \"tonnage\", weights = \"fleet\" }";
    let weights = "[[weights.fleet]]\nunit = \"gross tonnage\"\ntotal = 1000\nvalues = { FRA = 300 }\n\
                   [[weights.fleet]]\nfrom = 2005-01-01\nunit = \"gross tonnage\"\ntotal = 1000\nvalues = { FRA = 400 }\n";
    assert_eq!(on_the_day(when, weights).acts("France,accession,2004-01-01").in_force(), "2005-01-01");
}

#[test]
fn a_successor_is_not_bound_before_its_predecessor_was() {
    let made = on_the_day("{ instruments = 1 }", "")
        .acts("Mali,accession,1985-01-01\nYugoslavia,accession,1991-12-01\nCroatia,succession,1993-04-23");
    assert_eq!(made.in_force_for("HRV"), "1991-12-01");
}

#[test]
fn treaties_that_refer_to_each_other_in_any_way_end_no_question() {
    let fraction = |to: &str| format!("when = {{ fraction = \"2/3\", to = \"{to}\" }}\nthen = \"on the day of\"\n");
    let other = format!(
        "treaty = \"X-2\"\ndepositary = \"x\"\nadopted = {{ on = 1980-01-01 }}\ntitle = {{ en = \"Other\" }}\n[entry-into-force]\n\
         article = \"1\"\n{}[entry-into-force.each-party]\narticle = \"2\"\nfor = \"every deposit\"\nthen = \"on the day of\"\n\
         party-to = \"X-1\"\n",
        fraction("X-1")
    );
    let made = Made::treaty(&format!("[entry-into-force]\narticle = \"1\"\n{}", fraction("X-2")))
        .beside(&other)
        .acts("Mali,accession,2000-01-01\nX-2:Mali,accession,2000-01-01");
    assert_eq!(made.in_force(), "none");
    let itself = Made::treaty(&format!("parent = \"X-1\"\n[entry-into-force]\narticle = \"1\"\n{}", fraction("X-1")));
    assert_eq!(itself.acts("Mali,accession,2000-01-01").in_force(), "none");
}

#[test]
fn tacit_acceptance_unless_more_than_a_third_object() {
    let other = "treaty = \"X-2\"\ndepositary = \"x\"\nadopted = { on = 1980-01-01 }\ntitle = { en = \"Other\" }\n\
                 [entry-into-force]\narticle = \"1\"\nwhen = { instruments = 3 }\nthen = \"on the day of\"\n";
    let amendment = "parent = \"X-2\"\n[entry-into-force]\narticle = \"VIII\"\nthen = \"6 months after\"\n\
                     when = { deemed-accepted = 2019-07-01, unless-objected-by = \"1/3\" }\n";
    let parties = "X-2:France,accession,1990-01-01\nX-2:Italy,accession,1990-01-01\nX-2:Spain,accession,1990-01-01";
    let made = |objections: &str| Made::treaty(amendment).beside(other).acts(&format!("{parties}{objections}"));
    assert_eq!(made("").in_force(), "2020-01-01", "silence is enough");
    assert_eq!(made("\nFrance,objection,2019-01-01").in_force(), "2020-01-01", "a third is not more than a third");
    assert_eq!(made("\nFrance,objection,2019-01-01\nItaly,objection,2019-06-30").in_force(), "none");
    assert_eq!(made("\nFrance,objection,2019-01-01\nItaly,objection,2019-07-02").in_force(), "2020-01-01", "too late");
    assert_eq!(
        made("\nFrance,objection,2019-01-01\nMali,objection,2019-01-01").in_force(),
        "2020-01-01",
        "Mali is no party"
    );
}

#[test]
fn a_day_that_the_treaty_names_and_what_holds_failing_that() {
    let treaty = "[entry-into-force]\narticle = \"16\"\nwhen = { instruments = 2 }\non = 1989-01-01\nthen = \"90th day after\"\n";
    let made =
        |second: &str| Made::treaty(treaty).acts(&format!("Mali,accession,1988-01-01\nGhana,accession,{second}"));
    assert_eq!(made("1988-12-16").in_force(), "1989-01-01");
    assert_eq!(made("1989-01-02").in_force(), "1989-04-02");
}

/// Each of seven treaties enters into force with any of ten, which are one and the same: ten million ways to ask. What no
/// treaty says is not followed to its end.
#[test]
fn references_upon_references() {
    let with_the_next = |number: u32| {
        let next = format!("{{ in-force = \"X-{}\" }}", number + 1);
        format!("{{ any = [{}] }}", [next.as_str(); 10].join(", "))
    };
    let other = |number: u32| {
        format!(
            "treaty = \"X-{number}\"\ndepositary = \"x\"\nadopted = {{ on = 1980-01-01 }}\ntitle = {{ en = \"Another\" }}\n\
             [entry-into-force]\narticle = \"1\"\nwhen = {}\nthen = \"on the day of\"\n",
            if number < 9 { with_the_next(number) } else { "{ instruments = 1 }".to_owned() },
        )
    };
    let made = (2..10).map(other).fold(on_the_day(&with_the_next(1), ""), |made, other| made.beside(&other));
    assert_eq!(made.acts("Mali,accession,2001-01-01\nX-9:Mali,accession,2001-01-01").in_force(), "none");
    let made = on_the_day(&with_the_next(8), "")
        .beside(&other(9))
        .acts("Mali,accession,2001-01-01\nX-9:Mali,accession,2001-02-03");
    assert_eq!(made.in_force(), "2001-02-03");
}
