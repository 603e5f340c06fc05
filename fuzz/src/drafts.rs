//! From written records to entries, on the packaged parties.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use exchange::{Located, Written, resolve, toml_file};
use law::act::Act;
use law::calendar::{AsAt, Date, DateOfKnowledge};
use law::due_form::{Proposal, examine};
use law::entry::{Content, Draft, Entry};
use law::party::{Parties, Party, PartyCode};
use law::record::Record;

/// When everything here is recorded.
const MOMENT: &str = "2024-01-01T12:00:00Z";
const TODAY: Date = Date::constant(2024, 1, 1);

/// The parties that come with the program.
struct Packaged {
    parties: Parties,
    by_code: BTreeMap<PartyCode, Party>,
}

static PACKAGED: LazyLock<Packaged> = LazyLock::new(|| {
    let written =
        toml_file::read("parties.toml", include_str!("../../data/parties.toml")).expect("the packaged parties");
    let mut packaged = Packaged { parties: Parties::default(), by_code: BTreeMap::new() };
    for party in written.iter().filter_map(written_party) {
        packaged.parties.add(party.clone());
        packaged.by_code.insert(party.code, party.clone());
    }
    packaged
});

/// The packaged parties.
#[must_use]
pub fn packaged() -> &'static Parties {
    &PACKAGED.parties
}

/// A few of them, for what is compared with every name that there is.
#[must_use]
pub fn a_few() -> Parties {
    let mut few = Parties::default();
    PACKAGED.parties.iter().take(40).for_each(|(_, party)| few.add(party.clone()));
    few
}

/// The entries that written records become, each as the register would give it back, with the packaged parties that they
/// name before them. None where the records can't be recorded; why can be said in every case.
#[must_use]
pub fn entered(written: Vec<Located<Written>>) -> Vec<Entry> {
    let own: Vec<Party> = written.iter().filter_map(written_party).cloned().collect();
    let resolved = if own.is_empty() {
        resolve(written, packaged())
    } else {
        let mut parties = packaged().clone();
        own.into_iter().for_each(|party| parties.add(party));
        resolve(written, &parties)
    };
    match resolved {
        Ok(drafts) => numbered(drafts.into_iter().map(|draft| draft.what).collect()),
        Err(faults) => {
            faults.iter().for_each(|fault| assert!(!fault.to_string().is_empty()));
            Vec::new()
        }
    }
}

fn numbered(mut drafts: Vec<Draft>) -> Vec<Entry> {
    drafts.sort_by_key(|draft| !matches!(draft.content, Content::Party(_) | Content::Treaty(_)));
    let mut all: Vec<Draft> = supplied(&drafts);
    all.append(&mut drafts);
    in_due_form(&all);
    let recorded: DateOfKnowledge = serde_json::from_value(MOMENT.into()).expect("a moment");
    let entered = all.into_iter().zip(1..).map(|(draft, number)| draft.entered(number, recorded, "a fuzzer"));
    entered.filter_map(|entry| crate::kept(&entry)).collect()
}

/// The packaged parties that drafts name and don't bring with them.
fn supplied(drafts: &[Draft]) -> Vec<Draft> {
    let mut wanted: Vec<PartyCode> = drafts.iter().flat_map(|draft| named(&draft.content)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let brought = |code: &PartyCode| {
        drafts.iter().any(|draft| matches!(&draft.content, Content::Party(party) if party.code == *code))
    };
    let parties = wanted.iter().filter(|code| !brought(code)).filter_map(|code| PACKAGED.by_code.get(code));
    let standing = law::act::Standing::Published;
    parties.map(|party| Draft { standing, sources: Vec::new(), content: Content::Party(party.clone()) }).collect()
}

fn named(content: &Content) -> Vec<PartyCode> {
    match content {
        Content::Treaty(treaty) => treaty.parties_named(),
        Content::Act(act) => vec![act.party],
        Content::Decision(decision) => decision.party.into_iter().collect(),
        Content::Correction(correction) => correction.instead.as_deref().map(named).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The depositary's examination of the acts.
fn in_due_form(drafts: &[Draft]) {
    let mut ground = Record::default();
    drafts.iter().for_each(|draft| ground.suppose(&draft.content));
    let act = |content: &Content| -> Option<Act> {
        match content {
            Content::Act(act) => Some(act.clone()),
            Content::Correction(correction) => match correction.instead.as_deref() {
                Some(Content::Act(act)) => Some(act.clone()),
                _ => None,
            },
            _ => None,
        }
    };
    let acts: Vec<(Act, law::act::Standing)> =
        drafts.iter().filter_map(|draft| Some((act(&draft.content)?, draft.standing))).collect();
    let proposals: Vec<Proposal<'_>> =
        acts.iter().map(|(act, standing)| Proposal { act, standing: *standing }).collect();
    for finding in examine(&proposals, &ground, AsAt::new(TODAY)) {
        assert!(finding.proposal < proposals.len() && !finding.message.is_empty());
    }
}

fn written_party(written: &Located<Written>) -> Option<&Party> {
    match &written.what {
        Written::Complete { content, .. } => match content.as_ref() {
            Content::Party(party) => Some(party),
            _ => None,
        },
        _ => None,
    }
}
