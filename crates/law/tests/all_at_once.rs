//! The participation of every State in every treaty, laid out at once, says what the status of each treaty says.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod packaged;

use jiff::ToSpan;
use law::calendar::{AsAt, Date};
use law::participation::Participation;
use law::status::Status;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_the_status_of_each_treaty(days in 0..54_000_i32) {
        let record = packaged::record();
        let participation = Participation::of(record);
        let as_at = AsAt::new(Date::constant(1880, 1, 1).checked_add(days.days()).unwrap());
        let mut matrix = Vec::new();
        participation.matrix(record.parties.len(), as_at, &mut matrix);
        for (place, treaty) in record.treaties().enumerate() {
            let status = Status::of(treaty, record, as_at);
            prop_assert_eq!(participation.counts(place, record, as_at), status.counts, "{} on {}", treaty.treaty.treaty, as_at);
        }
        let (party, _) = record.parties.iter().nth(usize::try_from(days).unwrap() % record.parties.len()).unwrap();
        for part in participation.of_party(party, as_at) {
            let treaty = record.treaties().nth(usize::try_from(part.treaty).unwrap()).unwrap();
            let status = Status::of(treaty, record, as_at);
            let participant = status.participants.iter().find(|one| one.party == party).unwrap();
            prop_assert_eq!(part.signed, participant.has_signed());
            if treaty.acts_of(party).iter().filter(|act| act.action.expresses_consent()).count() == 1 {
                prop_assert_eq!(part.party, participant.is_party(as_at), "{} on {}", treaty.treaty.treaty, as_at);
            }
        }
    }
}

/// An instrument that is added never makes a treaty enter into force later.
#[test]
fn one_more_instrument_is_never_a_step_back() {
    use law::act::{Act, Action, DayOfAct, Standing};
    use law::due_form::Proposal;
    use law::entry_into_force::EntryIntoForce;
    use law::reason::Unasked;

    let record = packaged::record();
    let as_at: AsAt = "2024-01-01".parse().unwrap();
    for treaty in record.treaties().filter(|treaty| treaty.treaty.entry_into_force.is_some()) {
        let before = EntryIntoForce::of(treaty, record, as_at, &mut Unasked).date;
        let newcomer = record.parties.iter().find(|(party, one)| {
            treaty.acts_of(*party).is_empty() && one.existed.is_none() && one.kind == law::party::PartyKind::State
        });
        let Some((_, newcomer)) = newcomer else { continue };
        for action in [Action::Ratification, Action::Accession, Action::Acceptance] {
            let date = DayOfAct::On(treaty.treaty.adopted.on);
            let (id, party) = (treaty.treaty.treaty.clone(), newcomer.code);
            let act = Act { treaty: id.clone(), party, action, date, effective: None, received: None, note: None };
            let supposed = record.supposing(&[Proposal { act: &act, standing: Standing::Deposited }]);
            let after = EntryIntoForce::of(supposed.treaty_by_id(&id).unwrap(), &supposed, as_at, &mut Unasked).date;
            assert!(
                before.is_none() || after.is_some_and(|after| Some(after) <= before),
                "{id}: {before:?}, then {after:?}"
            );
        }
    }
}
