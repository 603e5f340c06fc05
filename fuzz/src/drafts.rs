//! From written records to entries, on the packaged parties.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use exchange::{Located, Written, resolve, toml_file};
use law::act::Standing;
use law::calendar::{AsAt, Date, DateOfKnowledge};
use law::entry::{Content, Draft, Entry};
use law::party::{Parties, Party, PartyCode};

/// When everything here is recorded.
const MOMENT: &str = "2024-01-01T12:00:00Z";
const TODAY: Date = Date::constant(2024, 1, 1);

/// The parties that come with the program.
struct Packaged {
    parties: Parties,
    by_code: BTreeMap<PartyCode, Party>,
}

static PACKAGED: LazyLock<Packaged> = LazyLock::new(|| {
    let file = include_str!("../../data/parties.toml");
    let written = toml_file::read("parties.toml", file).expect("the packaged parties");
    let mut packaged = Packaged { parties: Parties::default(), by_code: BTreeMap::new() };
    for party in written.iter().filter_map(written_party) {
        packaged.parties.add(party.clone());
        packaged.by_code.insert(party.code, party.clone());
    }
    packaged
});

/// A few of the packaged parties, for what is compared with every name that there is.
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
        resolve(written, &PACKAGED.parties)
    } else {
        let mut parties = PACKAGED.parties.clone();
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
    crate::examination::examine(&all, AsAt::new(TODAY));
    let recorded: DateOfKnowledge = serde_json::from_value(MOMENT.into()).expect("a moment");
    let entered = all.into_iter().zip(1..).map(|(draft, number)| draft.entered(number, recorded, "a fuzzer"));
    entered.filter_map(|entry| crate::kept(&entry)).collect()
}

/// The packaged parties that drafts name and don't bring with them.
fn supplied(drafts: &[Draft]) -> Vec<Draft> {
    let mut wanted: Vec<PartyCode> = drafts.iter().flat_map(|draft| named(&draft.content)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let is_it = |draft: &Draft, code| matches!(&draft.content, Content::Party(party) if party.code == code);
    wanted.retain(|code| !drafts.iter().any(|draft| is_it(draft, *code)));
    let content = |party: &Party| Content::Party(party.clone());
    let draft = |content| Draft { standing: Standing::Published, sources: Vec::new(), content };
    wanted.iter().filter_map(|code| PACKAGED.by_code.get(code)).map(content).map(draft).collect()
}

fn named(content: &Content) -> Vec<PartyCode> {
    match content {
        Content::Treaty(treaty) => treaty.parties_named(),
        Content::Act(act) => vec![act.party],
        Content::Decision(decision) => decision.party.into_iter().collect(),
        Content::Report(act) => vec![act.party],
        Content::Declaration(declaration) => vec![declaration.party],
        Content::Statement(statement) => statement.of.into_iter().chain([statement.party]).collect(),
        Content::Territory(territory) => territory.of.iter().map(|one| one.party).collect(),
        Content::Correction(correction) => correction.instead.as_deref().map(named).unwrap_or_default(),
        _ => Vec::new(),
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
