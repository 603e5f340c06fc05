//! The treaty body: what its treaty's clause allows and what it does not, rule by rule, and who sits in it. The Migrant
//! Workers Convention with its real acts, and other bodies where their rule is another.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use law::calendar::{AsAt, DateOfKnowledge};
use law::committee::{Committee, Proposed, examine};
use law::due_form::Finding;
use law::entry::{Content, Draft};
use law::party::Parties;
use law::record::{KnownAt, Record};

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name)
}

/// A register of one treaty with its packaged acts, and of what was done in its body.
struct Body {
    drafts: Vec<Draft>,
    treaty: &'static str,
}

impl Body {
    fn of(treaty: &'static str) -> Self {
        Self::beside(treaty, &[])
    }

    /// A treaty beside others that its clauses look at.
    fn beside(treaty: &'static str, others: &[&str]) -> Self {
        let mut written = toml(&std::fs::read_to_string(data("parties.toml")).unwrap());
        for id in others.iter().chain([&treaty]) {
            written.extend(toml(&std::fs::read_to_string(data(&format!("treaties/{id}.toml"))).unwrap()));
        }
        let mut body = Self {
            drafts: exchange::resolve(written, &Parties::default()).unwrap().into_iter().map(|one| one.what).collect(),
            treaty,
        };
        for id in others.iter().chain([&treaty]) {
            let acts = std::fs::read(data(&format!("acts/{id}.csv"))).unwrap();
            let acts = exchange::acts_csv::read("acts.csv", &acts).unwrap();
            let acts = exchange::resolve(acts, &body.record().parties).unwrap();
            body.drafts.extend(acts.into_iter().map(|one| one.what));
        }
        body
    }

    /// With what else was done; it must be allowed.
    #[track_caller]
    fn with(mut self, text: &str) -> Self {
        let (refused, _) = self.said_of(text);
        assert_eq!(refused, Vec::<String>::new(), "{text}");
        self.drafts.extend(self.read(text));
        self
    }

    fn read(&self, text: &str) -> Vec<Draft> {
        exchange::resolve(toml(&of_the_treaty(text, self.treaty)), &self.record().parties)
            .unwrap()
            .into_iter()
            .map(|one| one.what)
            .collect()
    }

    fn record(&self) -> Record {
        let entries = self.drafts.iter().cloned().zip(1..);
        let entries =
            entries.map(|(draft, number)| draft.entered(number, DateOfKnowledge::new(Timestamp::UNIX_EPOCH), ""));
        Record::of(entries, KnownAt::Everything)
    }

    /// What is refused, and what is queried.
    fn said_of(&self, text: &str) -> (Vec<String>, Vec<String>) {
        let drafts = self.read(text);
        let proposals: Vec<Proposed<'_>> = drafts
            .iter()
            .map(|draft| {
                let Content::Body(act) = &draft.content else { unreachable!("only acts in bodies") };
                Proposed { act, standing: draft.standing, sources: &draft.sources }
            })
            .collect();
        let findings = examine(&proposals, &self.record(), "2024-01-01".parse().unwrap());
        let (refused, queried): (Vec<Finding>, Vec<Finding>) =
            findings.into_iter().partition(|finding| finding.refused);
        let said = |finding: Finding| format!("{}: {}", finding.field, finding.message);
        (refused.into_iter().map(said).collect(), queried.into_iter().map(said).collect())
    }

    #[track_caller]
    fn refuses(&self, text: &str, because: &[&str]) {
        let (refused, _) = self.said_of(text);
        let right = |said: &String| because.iter().all(|words| said.contains(words));
        assert!(refused.iter().any(right), "not refused because of {because:?}: {refused:#?}");
    }

    #[track_caller]
    fn queries(&self, text: &str, because: &[&str]) {
        let (refused, queried) = self.said_of(text);
        assert_eq!(refused, Vec::<String>::new());
        let right = |said: &String| because.iter().all(|words| said.contains(words));
        assert!(queried.iter().any(right), "not queried because of {because:?}: {queried:#?}");
    }

    #[track_caller]
    fn allows(&self, text: &str) {
        assert_eq!(self.said_of(text), (Vec::new(), Vec::new()), "{text}");
    }

    fn asked<T>(&self, day: &str, ask: impl FnOnce(&Committee<'_>, &Record) -> T) -> T {
        let record = self.record();
        let treaty = record.treaty(self.treaty).unwrap();
        ask(&Committee::of(treaty, &record, as_at(day)).unwrap(), &record)
    }

    /// The members of a day, each with the first and the last day of the term.
    fn members(&self, day: &str) -> Vec<String> {
        self.asked(day, |committee, _| {
            let one = |holder: &law::committee::Holder<'_>| {
                let name = holder.member.name.clone().unwrap_or_else(|| holder.member.nominated_by.to_string());
                format!("{name} {} {}", holder.term_from, holder.term_to)
            };
            committee.composition.serving(as_at(day).day()).map(one).collect()
        })
    }

    fn seats(&self, day: &str) -> Option<u16> {
        self.asked(day, |committee, _| committee.seats().map(|capacity| capacity.seats))
    }
}

fn as_at(day: &str) -> AsAt {
    day.parse().unwrap()
}

fn toml(text: &str) -> Vec<exchange::Located<exchange::Written>> {
    exchange::toml_file::read("body.toml", text).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        unreachable!("{}\n{text}", faults.join("\n"))
    })
}

/// The records with the treaty that they are about; a table inside one, `[[election.ballot]]`, names none of its own.
fn of_the_treaty(text: &str, treaty: &str) -> String {
    let mut lines = String::new();
    for line in text.lines() {
        lines.push_str(line);
        lines.push('\n');
        if line.starts_with("[[") && !line.contains('.') {
            lines.push_str(&format!("treaty = \"{treaty}\"\n"));
        }
    }
    lines
}

/// The first election of the Migrant Workers Committee, of members given by their States alone.
const FIRST: &str = "[[election]]\ndate = 2003-12-11\nseats = 10\nterm-from = 2004-01-01\nterm-to = 2007-12-31\nelected = [\n\
    { nominated-by = \"Egypt\" }, { nominated-by = \"Morocco\" }, { nominated-by = \"Mexico\" }, { nominated-by = \"Uganda\" },\n\
    { nominated-by = \"Ecuador\" }, { nominated-by = \"Ghana\" }, { nominated-by = \"Sri Lanka\" }, { nominated-by = \"Bolivia\" },\n\
    { nominated-by = \"Belize\" }, { nominated-by = \"Tajikistan\" }]\n";

const FIRST_LOT: &str = "[[lot]]\ndate = 2003-12-11\nelection = 2003-12-11\nterm-to = 2005-12-31\nmembers = [\n\
    { nominated-by = \"Egypt\" }, { nominated-by = \"Morocco\" }, { nominated-by = \"Mexico\" }, { nominated-by = \"Uganda\" },\n\
    { nominated-by = \"Ecuador\" }]\n";

fn first_elected() -> Body {
    Body::of("IV-13").with(FIRST).with(FIRST_LOT)
}

/// An election in December 2003 of one member, with what else is said of it.
fn one_seat(more: &str) -> String {
    format!("[[election]]\ndate = 2003-12-11\nseats = 1\nterm-from = 2004-01-01\nterm-to = 2007-12-31\n{more}\n")
}

#[test]
fn the_quorum_is_counted_from_those_for_whom_the_convention_is_in_force() {
    let body = Body::of("IV-13");
    let meeting = |present| format!("[[meeting]]\nnumber = 1\ndate = 2003-12-11\npresent = {present}\ncounted = 24\n");
    // Two thirds of 22, not of the 24 that had deposited.
    body.allows(&meeting(15));
    body.refuses(&meeting(14), &["present: 14", "15 of the 22", "24 had deposited", "article 72(4)"]);
    body.refuses(&meeting(23), &["present: 23", "in force for 22"]);
}

#[test]
fn a_ballot_holds_no_more_votes_than_states_cast() {
    let body = Body::of("IV-13");
    let ballot = |voting: u16, egypt: u16, mali: u16| {
        one_seat(&format!(
            "elected = [{{ nominated-by = \"Egypt\" }}]\n[[election.ballot]]\nround = 1\nvoting = {voting}\nvotes = \
             [{{ nominated-by = \"Egypt\", votes = {egypt} }}, {{ nominated-by = \"Mali\", votes = {mali} }}]"
        ))
    };
    body.allows(&ballot(20, 12, 8));
    body.refuses(&ballot(20, 21, 0), &["ballot: round 1", "Egypt has 21 votes, and 20 States voted (article 72(4))"]);
    body.refuses(&ballot(20, 12, 9), &["21 votes are more than 20 States can cast for 1 seats"]);
    body.refuses(&ballot(23, 12, 8), &["23 States voted", "in force for 22", "article 72(4)"]);
    body.refuses(&ballot(20, 10, 8), &["10 votes", "is 11 of 20", "article 72(4)"]);
    body.refuses(&ballot(20, 9, 11), &["Mali had 11 and is not", "most votes"]);
    // Fewer than the quorum may vote where enough are represented; that must then be said.
    body.refuses(&ballot(14, 12, 2), &["fewer than the quorum of 15", "not recorded", "article 72(4)"]);
    let at_a_meeting = ballot(14, 12, 2).replace("seats = 1\n", "seats = 1\nmeeting = 1\n");
    Body::of("IV-13").with("[[meeting]]\nnumber = 1\ndate = 2003-12-11\npresent = 16\n").allows(&at_a_meeting);
}

#[test]
fn votes_are_compared_within_the_round_that_elects() {
    // Turkey 2009 in small: elected in a second ballot with fewer votes than others had in the first.
    let body = Body::of("IV-13");
    let rounds = "[[election]]\ndate = 2003-12-11\nseats = 2\nterm-from = 2004-01-01\nterm-to = 2007-12-31\n\
        elected = [{ nominated-by = \"Egypt\" }, { nominated-by = \"Mexico\" }]\n\
        [[election.ballot]]\nround = 1\nvoting = 20\nvotes = [{ nominated-by = \"Egypt\", votes = 18 }, \
        { nominated-by = \"Mexico\", votes = 9 }, { nominated-by = \"Ghana\", votes = 10 }]\n\
        [[election.ballot]]\nround = 2\nvoting = 20\nseats = 1\nvotes = [{ nominated-by = \"Mexico\", votes = 12 }, \
        { nominated-by = \"Ghana\", votes = 8 }]\n";
    body.allows(rounds);
    body.refuses(&rounds.replace("seats = 1\n", "seats = 3\n"), &["round 2: 3 seats are more than the election's 2"]);
}

#[test]
fn no_more_are_elected_than_there_are_seats() {
    let body = Body::of("IV-13");
    body.refuses(&FIRST.replace("seats = 10", "seats = 9"), &["elected: 10 are elected to 9 seats"]);
    body.queries(&FIRST.replace(", { nominated-by = \"Tajikistan\" }]", "]"), &["9 of 10 seats are filled"]);
    body.refuses(
        &FIRST.replace("seats = 10", "seats = 11"),
        &["seats: 11 seats", "of 10 seats since 2003-07-01 (article 72(1)(b))"],
    );
    body.refuses(&FIRST.replace("2003-12-11", "2003-06-30"), &["seats: IV-13 was not in force on 2003-06-30"]);
    // Two years later five seats are to be filled, not ten.
    let second =
        "[[election]]\ndate = 2005-12-08\nseats = 6\nunnamed = 6\nterm-from = 2006-01-01\nterm-to = 2009-12-31\n";
    first_elected().refuses(second, &["6 seats are more than were to be filled", "5 are held on 2006-01-01"]);
    first_elected().allows(&second.replace("= 6\n", "= 5\n"));
}

#[test]
fn the_committee_grows_with_the_entry_into_force_for_the_forty_first_and_not_with_its_deposit() {
    let body = Body::of("IV-13");
    assert_eq!(body.seats("2003-06-30"), None);
    assert_eq!(body.seats("2003-07-01"), Some(10));
    for day in ["2009-03-18", "2009-06-30"] {
        assert_eq!(body.seats(day), Some(10), "Niger had deposited, and the Convention was not in force for it");
    }
    assert_eq!(body.seats("2009-07-01"), Some(14));
    body.asked("2009-07-01", |committee, record| {
        let law::committee::SeatsBecause::InForceFor { nth: 41, parties } = &committee.seats().unwrap().because else {
            unreachable!("it is the 41st");
        };
        assert_eq!(parties.iter().map(|party| record.code(*party).to_string()).collect::<Vec<_>>(), ["NER"]);
    });
    let fourteen =
        "[[election]]\ndate = 2009-03-20\nseats = 14\nunnamed = 14\nterm-from = 2010-01-01\nterm-to = 2013-12-31\n";
    body.refuses(fourteen, &["14 seats", "of 10 seats", "72(1)(b)"]);
    body.queries(&fourteen.replace("2009-03-20", "2009-07-01"), &["comes after 2004-01-01"]);
}

#[test]
fn only_a_state_party_has_nominees() {
    let body = Body::of("IV-13");
    let elected = |state: &str| one_seat(&format!("elected = [{{ name = \"A. B.\", nominated-by = \"{state}\" }}]"));
    body.allows(&elected("Mali"));
    // Deposited on 29 September 2003, in force for it on 1 January 2004.
    body.refuses(
        &elected("Kyrgyzstan"),
        &["elected: Kyrgyzstan had deposited", "not in force for it yet", "article 72(2)(a)"],
    );
    body.refuses(&elected("Norway"), &["Norway was no State party to IV-13 on 2003-12-11"]);
    let nomination =
        "[[nomination]]\ndate = 2003-10-01\nelection = 2003-12-11\nname = \"A. B.\"\nnominated-by = \"Mali\"\n";
    body.allows(nomination);
    body.refuses(&nomination.replace("Mali", "Chile"), &["nominated-by: Chile was no State party"]);
    let of_another = elected("Mali").replace("\"Mali\" }", "\"Mali\", national-of = \"Ghana\" }");
    body.refuses(&of_another, &["is a national of Ghana", "its own nationals", "72(2)(a)"]);
}

#[test]
fn a_state_party_nominates_one_person() {
    let body = Body::of("IV-13");
    let nomination = |name: &str| {
        format!(
            "[[nomination]]\ndate = 2003-10-01\nelection = 2003-12-11\nname = \"{name}\"\nnominated-by = \"Mali\"\n"
        )
    };
    let both = nomination("A. B.") + &nomination("C. D.");
    body.refuses(&both, &["nomination number 2 of Mali", "may nominate 1", "article 72(2)(a)"]);
    let elected = "[[election]]\ndate = 2003-12-11\nseats = 2\nterm-from = 2004-01-01\nterm-to = 2007-12-31\n\
        elected = [{ name = \"A. B.\", nominated-by = \"Mali\" }, { name = \"C. D.\", nominated-by = \"Mali\" }]\n";
    body.refuses(elected, &["C. D. (Mali) is nominee number 2 of Mali", "72(2)(a)"]);
    let with_nomination = Body::of("IV-13").with(&nomination("A. B."));
    with_nomination.queries(
        &one_seat("elected = [{ name = \"E. F.\", nominated-by = \"Ghana\" }]"),
        &["no nomination of that person"],
    );
    body.queries(&nomination("A. B.").replace("2003-10-01", "2003-11-20"), &["after 2003-11-11", "72(3)"]);
    body.refuses(&nomination("A. B.").replace("2003-10-01", "2003-12-12"), &["after the election of 2003-12-11"]);
}

#[test]
fn a_term_is_four_years_and_shorter_only_by_lot() {
    let body = Body::of("IV-13");
    let term = |to: &str| one_seat("elected = [{ nominated-by = \"Mali\" }]").replace("2007-12-31", to);
    body.refuses(
        &term("2008-12-31"),
        &["elected: a term from 2004-01-01 to 2008-12-31 is longer than 4 years (article 72(5)(a))"],
    );
    body.refuses(&term("2005-12-31"), &["shorter than 4 years (article 72(5)(a))", "[[lot]]"]);
    let in_june = term("2008-06-30").replace("2004-01-01", "2004-07-01");
    body.queries(&in_june, &["in practice terms end on 31 December"]);
}

#[test]
fn the_lot_draws_as_many_as_the_convention_says() {
    let body = Body::of("IV-13").with(FIRST);
    body.allows(FIRST_LOT);
    let six = FIRST_LOT
        .replace("{ nominated-by = \"Ecuador\" }", "{ nominated-by = \"Ecuador\" }, { nominated-by = \"Ghana\" }");
    body.refuses(&six, &["members: 6 are drawn", "article 72(5)(a) and (b) has 5 drawn"]);
    body.queries(&FIRST_LOT.replace(",\n{ nominated-by = \"Ecuador\" }]", "]"), &["4 are drawn", "`unnamed = 1`"]);
    body.refuses(
        &FIRST_LOT.replace("2005-12-31", "2006-12-31"),
        &["term-to: ", "ends on 2005-12-31, not on 2006-12-31"],
    );
    body.refuses(
        &FIRST_LOT.replace("\"Ecuador\"", "\"Senegal\""),
        &["the member from Senegal was not elected on 2003-12-11"],
    );
    body.refuses(&FIRST_LOT.replace("election = 2003-12-11", "election = 2003-12-10"), &["no election of 2003-12-10"]);
    body.refuses(
        "[[lot]]\ndate = 2003-12-11\nelection = 2003-12-11\nterm-to = 2005-12-31\nunnamed = 1\n",
        &["unnamed: 1 are drawn who are not named, of 0"],
    );
    let drawn = first_elected();
    drawn.refuses(&FIRST_LOT.replace("2003-12-11\nelection", "2003-12-12\nelection"), &["has been drawn already"]);
    // Those elected later serve four years.
    let second =
        "[[election]]\ndate = 2005-12-08\nseats = 5\nunnamed = 5\nterm-from = 2006-01-01\nterm-to = 2009-12-31\n";
    let later = "[[lot]]\ndate = 2005-12-08\nelection = 2005-12-08\nterm-to = 2007-12-31\nunnamed = 2\n";
    drawn.with(second).refuses(later, &["shortens no terms of those elected on 2005-12-08"]);
}

#[test]
fn a_lot_shortens_terms_and_the_others_run_on() {
    let body = first_elected();
    assert_eq!(body.members("2004-06-01").len(), 10);
    let after = body.members("2006-01-01");
    assert_eq!(after.len(), 5);
    assert_eq!(after[0], "GHA 2004-01-01 2007-12-31");
    assert_eq!(body.members("2003-12-31").len(), 0, "elected, and the terms have not begun");
}

const VACANCY: &str = "[[vacancy]]\ndate = 2004-05-01\nnominated-by = \"Ghana\"\ncause = \"resignation\"\n";

const APPOINTMENT: &str = "[[appointment]]\ndate = 2004-06-01\ninstead-of = { nominated-by = \"Ghana\" }\nname = \"A. B.\"\n\
    nominated-by = \"Ghana\"\napproved = 2004-06-10\n";

#[test]
fn a_vacant_seat_is_filled_by_the_state_whose_national_held_it_with_the_approval_of_the_committee() {
    let body = first_elected();
    body.refuses(
        &VACANCY.replace("Ghana", "Senegal"),
        &["member: the member from Senegal was no member on 2004-05-01"],
    );
    body.refuses(APPOINTMENT, &["instead-of: no vacancy of the seat of the member from Ghana"]);
    let vacant = body.with(VACANCY);
    vacant.refuses(
        &APPOINTMENT.replace("approved = 2004-06-10\n", ""),
        &["approved: ", "the approval of the body", "72(6)"],
    );
    vacant.refuses(&APPOINTMENT.replace("approved = 2004-06-10", "approved = 2004-05-10"), &["before the appointment"]);
    vacant.refuses(
        &APPOINTMENT.replace("\nnominated-by = \"Ghana\"", "\nnominated-by = \"Mali\""),
        &["nominated-by: Mali appoints", "article 72(6)"],
    );
    assert_eq!(vacant.members("2004-05-01").len(), 9);
    assert_eq!(vacant.asked("2004-05-01", |committee, _| committee.unfilled().vacated), 1);
    let filled = vacant.with(APPOINTMENT);
    let members = filled.members("2004-06-10");
    assert_eq!(members.len(), 10);
    assert!(members.contains(&"A. B. 2004-06-10 2007-12-31".to_owned()), "for the rest of the term: {members:?}");
    filled.refuses(&APPOINTMENT.replace("2004-06-01", "2004-06-02"), &["no vacancy"]);
}

#[test]
fn where_members_are_not_named_a_vacancy_may_be_one_of_theirs() {
    let body = Body::of("IV-13").with(
        "[[election]]\ndate = 2003-12-11\nseats = 10\nunnamed = 10\nterm-from = 2004-01-01\nterm-to = 2007-12-31\n",
    );
    body.queries(VACANCY, &["as far as members are named; 10 are not"]);
    let vacant = body.with(VACANCY);
    assert_eq!(
        vacant.asked("2004-05-01", |committee, _| (
            committee.composition.unnamed_on(committee.as_at.day()),
            committee.unfilled().vacated
        )),
        (9, 1)
    );
}

#[test]
fn officers_are_members() {
    let officers = |state: &str| {
        format!("[[officers]]\ndate = 2004-03-01\nofficer = [{{ office = \"chair\", nominated-by = \"{state}\" }}]\n")
    };
    first_elected().allows(&officers("Sri Lanka"));
    first_elected().refuses(&officers("Senegal"), &["officer: the member from Senegal was no member"]);
    let elected = first_elected().with(&officers("Sri Lanka"));
    let end = elected.asked("2004-06-01", |committee, _| {
        let deadlines = committee.deadlines();
        deadlines
            .iter()
            .find(|one| one.due == law::committee::Due::EndOfOffice)
            .map(|one| (one.day.to_string(), one.article.to_owned()))
    });
    assert_eq!(end, Some(("2006-03-01".to_owned(), "75(2)".to_owned())));
}

#[test]
fn a_late_election_is_queried_and_stands() {
    let late = FIRST
        .replace("2003-12-11", "2004-02-01")
        .replace("2004-01-01", "2004-02-02")
        .replace("2007-12-31", "2008-02-01");
    Body::of("IV-13")
        .queries(&late, &["date: the election of 2004-02-01 comes after 2004-01-01, the last day by article 72(3)"]);
    let third =
        "[[election]]\ndate = 2006-01-15\nseats = 5\nunnamed = 5\nterm-from = 2006-02-01\nterm-to = 2010-01-31\n";
    first_elected().queries(third, &["comes after 2005-12-31"]);
}

#[test]
fn what_stands_in_spite_of_a_rule_says_why_for_ever() {
    let act = one_seat(
        "override = \"the meeting accepted it by consensus\"\nelected = [{ name = \"A. B.\", nominated-by = \"Kyrgyzstan\" }]",
    );
    let body = Body::of("IV-13");
    body.queries(
        &act,
        &["Kyrgyzstan had deposited", "it stands in spite of that: the meeting accepted it by consensus"],
    );
    let body = body.with(&act);
    let remarks = body.asked("2024-01-01", |committee, _| committee.remarks.clone());
    assert!(
        remarks.iter().any(|(_, finding)| finding.message.contains("by consensus") && !finding.refused),
        "{remarks:?}"
    );
    assert_eq!(body.members("2004-01-01").len(), 1);
}

#[test]
fn what_is_recorded_once_is_not_recorded_again_and_what_is_to_come_not_yet() {
    let meeting = "[[meeting]]\nnumber = 1\ndate = 2003-12-11\n";
    let body = Body::of("IV-13").with(meeting);
    body.refuses(meeting, &["this meeting is recorded already, in entry"]);
    body.refuses(&meeting.replace("2003-12-11", "2003-12-12"), &["recorded already"]);
    let other_day =
        one_seat("meeting = 1\nelected = [{ nominated-by = \"Mali\" }]").replace("2003-12-11", "2003-12-12");
    body.refuses(&other_day, &["meeting: meeting 1 of the States parties was held on 2003-12-11"]);
    let of_no_meeting = one_seat("meeting = 2\nelected = [{ nominated-by = \"Mali\" }]");
    body.queries(&of_no_meeting, &["meeting 2 of the States parties is not recorded"]);
    body.refuses("[[meeting]]\nnumber = 99\ndate = 2030-01-01\n", &["still to come"]);
    let undated = "[[meeting]]\nnumber = 2\ndate = \"../2005-12-31\"\n";
    body.allows(undated);
    body.refuses(&format!("{undated}standing = \"deposited\"\n"), &["a depositary knows the day"]);
}

#[test]
fn a_treaty_that_sets_up_no_body_has_none() {
    Body::of("IV-1")
        .refuses("[[meeting]]\nnumber = 1\ndate = 2003-12-11\n", &["treaty: the file of IV-1 has no [body]"]);
}

#[test]
fn what_comes_in_late_must_leave_room_for_what_is_recorded() {
    // Ten were elected in 2003; that one seat was filled on the day before leaves nine for them.
    let earlier = one_seat("elected = [{ nominated-by = \"Mali\" }]").replace("2003-12-11", "2003-12-10");
    first_elected().queries(&earlier, &["would no longer be allowed: 10 seats are more than were to be filled"]);
}

#[test]
fn the_human_rights_committee_has_one_national_of_a_state_and_fills_vacancies_by_election() {
    let body = Body::of("IV-4");
    let elected = |second: &str| {
        format!(
            "[[election]]\ndate = 1976-09-20\nseats = 2\nterm-from = 1976-09-21\nterm-to = 1980-09-20\nelected = \
             [{{ name = \"A. B.\", nominated-by = \"Finland\" }}, {{ name = \"C. D.\", nominated-by = \"{second}\" }}]\n"
        )
    };
    body.allows(&elected("Sweden"));
    body.refuses(&elected("Finland"), &["national number 2 of Finland", "article 31(1)"]);
    let vacancy = "[[vacancy]]\ndate = 1977-05-01\nname = \"A. B.\"\nnominated-by = \"Finland\"\ncause = \"death\"\n";
    let appointment = "[[appointment]]\ndate = 1977-06-01\ninstead-of = { name = \"A. B.\", nominated-by = \"Finland\" }\nnominated-by = \"Finland\"\n";
    let vacant = body.with(&elected("Sweden")).with(vacancy);
    vacant.refuses(appointment, &["filled by election (article 33 and 34)"]);
    // Elected for the rest of the term.
    vacant.allows("[[election]]\ndate = 1977-08-01\nseats = 1\nterm-from = 1977-08-02\nterm-to = 1980-09-20\nelected = [{ nominated-by = \"Denmark\" }]\n");
}

#[test]
fn a_member_of_the_committee_on_disabilities_is_re_elected_once() {
    let term = |election: &str, from: &str, to: &str| {
        format!(
            "[[election]]\ndate = {election}\nseats = 1\nterm-from = {from}\nterm-to = {to}\nelected = [{{ name = \"A. B.\", nominated-by = \"Mali\" }}]\n"
        )
    };
    let body = Body::of("IV-15").with(&term("2008-11-03", "2009-01-01", "2012-12-31")).with(&term(
        "2012-09-12",
        "2013-01-01",
        "2016-12-31",
    ));
    body.refuses(
        &term("2016-06-14", "2017-01-01", "2020-12-31"),
        &["elected 2 times already", "re-elected once (article 34(7))"],
    );
}

#[test]
fn the_subcommittee_on_prevention_fills_a_seat_until_the_states_parties_meet_and_takes_nationals_of_others() {
    let body = Body::of("IV-9-b").with(
        "[[election]]\ndate = 2006-12-18\nseats = 10\nunnamed = 9\nterm-from = 2007-01-01\nterm-to = 2010-12-31\n\
         elected = [{ name = \"A. B.\", nominated-by = \"Mexico\", national-of = \"Mali\" }]\n",
    );
    let vacancy = "[[vacancy]]\ndate = 2007-05-01\nname = \"A. B.\"\nnominated-by = \"Mexico\"\ncause = \"death\"\n";
    let appointment = "[[appointment]]\ndate = 2007-06-01\ninstead-of = { name = \"A. B.\", nominated-by = \"Mexico\" }\nname = \"C. D.\"\n\
        nominated-by = \"Mexico\"\napproved = 2007-07-15\n";
    let met = body.with(vacancy).with(appointment).with("[[meeting]]\nnumber = 2\ndate = 2008-10-30\n");
    assert_eq!(met.members("2008-10-30"), ["C. D. 2007-07-15 2008-10-30"]);
    assert_eq!(met.members("2008-10-31").len(), 0);
}

#[test]
fn seats_are_added_by_deposit_where_the_treaty_says_so_and_by_an_amendment() {
    // The Convention on the Rights of the Child as amended, in force on 18 November 2002.
    let child = Body::beside("IV-11", &["IV-11-a"]);
    assert_eq!((child.seats("2002-11-17"), child.seats("2002-11-18")), (Some(10), Some(18)));
    for (treaty, nth, before, after) in [("IV-8", 35, 18, 23), ("IV-9-b", 50, 10, 25), ("IV-15", 80, 12, 18)] {
        let body = Body::of(treaty);
        let day = body.asked("2014-12-31", |committee, record| {
            let capacity = committee.seats().unwrap();
            let law::committee::SeatsBecause::DepositBy { nth: of, parties } = &capacity.because else {
                unreachable!("{treaty} counts deposits");
            };
            assert_eq!((*of, capacity.seats), (nth, after), "{treaty}");
            let treaty = record.treaty(treaty).unwrap();
            let deposited =
                |party| treaty.acts_of(party).iter().any(|act| act.counts_from().day() == capacity.from.day());
            assert!(!parties.is_empty() && parties.iter().all(|party| deposited(*party)), "by deposit");
            capacity.from.day()
        });
        let yesterday = day.yesterday().unwrap().to_string();
        assert_eq!((body.seats(&yesterday), body.seats(&day.to_string())), (Some(before), Some(after)), "{treaty}");
    }
}

#[test]
fn the_timetable_of_the_first_election_and_of_those_after_it() {
    let timetable = |body: &Body, day: &str| {
        body.asked(day, |committee, _| {
            let next = committee.next_election.clone().unwrap();
            let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
            let days = [Some(next.due_by), next.letter_by, next.nominations_close, next.list_by].map(day).join(" ");
            format!("{days} {:?} {}", next.seats, next.article)
        })
    };
    let body = Body::of("IV-13");
    let first = "2004-01-01 2003-09-01 2003-11-01 2003-12-01 Some(10) 72(3)";
    assert_eq!(timetable(&body, "2003-07-01"), first);
    assert_eq!(timetable(&body, "2003-06-10"), first, "entry into force lies ahead, and is known");
    // With nothing recorded, what can be said is counted from the last day for the first election.
    assert_eq!(timetable(&body, "2009-03-01"), "2010-01-01 2009-09-01 2009-11-01 2009-12-01 None 72(3)");
    let body = first_elected();
    assert_eq!(timetable(&body, "2003-12-12"), "2005-12-31 2005-08-31 2005-10-31 2005-11-30 Some(5) 72(3)");
    // The Convention on Racial Discrimination says when the first election is, and leaves the others to the end of terms.
    let body = Body::of("IV-2").with(
        "[[election]]\ndate = 1969-07-10\nseats = 18\nunnamed = 18\nterm-from = 1969-07-10\nterm-to = 1973-07-09\n\
         [[lot]]\ndate = 1969-07-10\nelection = 1969-07-10\nterm-to = 1971-07-09\nunnamed = 9\n",
    );
    assert_eq!(timetable(&body, "1970-01-01"), "1971-07-09 1971-04-09 1971-06-09  Some(9) 8(3)");
}
