//! What was done in a treaty body and with reports gives the same answers in whatever order it was recorded.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod recorded;
mod shuffled;

use law::answer::{CalendarAnswer, CalendarAsked, CommitteeAnswer, DeclarationsAnswer, ReportsAnswer};
use law::calendar::{AsAt, Date};
use law::clocks;
use law::committee::Committee;
use law::optional_declarations::OptionalDeclarations;
use law::record::Record;
use law::reporting::Reporting;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use recorded::{drafts, made, packaged, record_of, with_records};
use shuffled::shuffled;

/// Acts of one day that follow from each other, and acts of one day and kind: in what order they were recorded is chance.
const OF_ONE_DAY: &str = r#"
[[nomination]]
treaty       = "IV-13"
date         = 2013-03-01
election     = 2013-05-30
name         = "Ahmadou Tall"
nominated-by = "Senegal"

[[nomination]]
treaty       = "IV-13"
date         = 2013-03-01
election     = 2013-05-30
name         = "Salome Castellanos"
nominated-by = "Honduras"

[[vacancy]]
treaty       = "IV-13"
date         = 2014-09-01
name         = "Ahmadou Tall"
nominated-by = "Senegal"
cause        = "resignation"

[[vacancy]]
treaty       = "IV-13"
date         = 2014-09-01
name         = "Salome Castellanos"
nominated-by = "Honduras"
cause        = "resignation"

[[appointment]]
treaty       = "IV-13"
date         = 2014-09-01
approved     = 2014-09-05
instead-of   = { name = "Ahmadou Tall", nominated-by = "Senegal" }
name         = "A. B."
nominated-by = "Senegal"

[[appointment]]
treaty       = "IV-13"
date         = 2014-09-01
approved     = 2014-09-05
instead-of   = { name = "Salome Castellanos", nominated-by = "Honduras" }
name         = "C. D."
nominated-by = "Honduras"

[[officers]]
treaty  = "IV-13"
date    = 2014-09-01
officer = [{ office = "chair", name = "Francisco Carrión-Mena", nominated-by = "Ecuador" }]

[[officers]]
treaty  = "IV-13"
date    = 2014-09-01
officer = [{ office = "rapporteur", name = "Pablo Ceriani Cernadas", nominated-by = "Argentina" }]

[[report]]
treaty  = "IV-13"
party   = "Kyrgyzstan"
reports = [1]
step    = "submitted"
date    = 2014-09-01

[[report]]
treaty  = "IV-13"
party   = "Kyrgyzstan"
reports = [1]
step    = "list-of-issues"
date    = 2014-09-01
due     = 2015-01-01

[[declaration]]
treaty  = "IV-13"
party   = "Mali"
article = "76"
date    = 2014-09-01
deed    = "made"

[[declaration]]
treaty  = "IV-13"
party   = "Mali"
article = "76"
date    = 2014-09-01
deed    = "withdrawn"
"#;

/// The packaged records about the body, the reports and the declarations, with those acts.
fn records() -> Vec<String> {
    let packaged =
        ["records/cmw-committee.toml", "records/cmw-reports.toml", "records/icrmw-declarations.toml"].map(packaged);
    packaged.into_iter().chain([OF_ONE_DAY.to_owned()]).collect()
}

/// Everything that is answered of the treaty on a day, without the numbers of entries, which tell the order.
fn answers(record: &Record, treaty: &str, day: Date) -> Value {
    let as_at = AsAt::new(day);
    let known = record.treaty(treaty).unwrap();
    let committee = Committee::of(known, record, as_at).map(|committee| CommitteeAnswer::of(&committee, known, record));
    let asked = CalendarAsked { treaty: None, party: None, as_at, from: None, until: None };
    let mut answers = serde_json::json!({
        "committee": committee,
        "reports": ReportsAnswer::of(&Reporting::of(known, record, as_at), record),
        "declarations": DeclarationsAnswer::of(&OptionalDeclarations::of(known, record, as_at), record),
        "calendar": CalendarAnswer::of(asked, &clocks::of_treaty(known, record, as_at), Vec::new(), record),
    });
    without_entries(&mut answers);
    answers
}

fn without_entries(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("entry");
            fields.values_mut().for_each(without_entries);
        }
        Value::Array(values) => values.iter_mut().for_each(without_entries),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn makes_no_difference(choices in prop::collection::vec(any::<Index>(), 64..128), days in 0..8_500_i32) {
        use jiff::ToSpan;
        let day = Date::constant(2003, 6, 1).checked_add(days.days()).unwrap();
        let records = records();
        let in_order = with_records("IV-13", &records.iter().map(String::as_str).collect::<Vec<_>>());
        let files = [packaged("treaties/IV-13.toml"), packaged("acts/IV-13.csv")];
        let all = drafts(&files.into_iter().chain(records).collect::<Vec<_>>());
        prop_assert_eq!(answers(&record_of(shuffled(all, &choices)), "IV-13", day), answers(&in_order, "IV-13", day));
    }
}

#[test]
fn two_due_dates_set_on_one_day_count_alike_in_either_order() {
    let clauses = "[entry-into-force]\narticle = \"10\"\nwhen = { instruments = 1 }\nthen = \"on the day of\"\n\
        [reports]\narticle = \"9\"\ninitial = \"1 year after entry into force for the party\"\nperiodic = \"every 4 years\"\n";
    let set = |due: &str| {
        format!(
            "[[report]]\ntreaty = \"X-1\"\nparty = \"Mali\"\nreports = [1]\nstep = \"due-set\"\ndate = 2001-06-01\ndue = {due}\n"
        )
    };
    let (one, other) = (set("2002-01-01"), set("2002-07-01"));
    let on = |files: &[&str]| {
        answers(&made(clauses, "Mali,ratification,2000-01-01", files), "X-1", Date::constant(2003, 1, 1))
    };
    let answer = on(&[&one, &other]);
    assert_eq!(answer, on(&[&other, &one]));
    assert_eq!(answer["reports"]["reports"][0]["due"], "2002-07-01", "of two days set at once, the later one binds");
}
