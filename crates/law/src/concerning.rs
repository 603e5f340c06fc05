//! Which entries concern a treaty: those about it, and those that an answer about it rests on besides.

use std::collections::{HashMap, HashSet};

use crate::entry::{Content, Entry};
use crate::party::PartyCode;
use crate::treaty::TreatyId;

/// What was recorded, as it bears on an answer: an entry and, for a correction, what it takes the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recording<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// What the entry corrected said; `None` for what is no correction.
    pub replaced: Option<&'a Content>,
}

impl<'a> Recording<'a> {
    /// Whether it corrects another entry.
    #[must_use]
    pub fn is_correction(&self) -> bool {
        matches!(self.entry.content, Content::Correction(_))
    }

    /// What it makes the register say: for a correction, what is right instead, and nothing where it withdraws.
    #[must_use]
    pub fn says(&self) -> Option<&'a Content> {
        match &self.entry.content {
            Content::Correction(correction) => correction.instead.as_deref(),
            content => Some(content),
        }
    }

    /// What it is about: what it says, and what it takes the place of.
    pub(crate) fn is_about(&self) -> impl Iterator<Item = &'a Content> + use<'a> {
        self.says().into_iter().chain(self.replaced)
    }
}

/// What the entries that some correction names say.
#[derive(Debug)]
pub(crate) struct Said<'a>(HashMap<u64, Option<&'a Content>>);

impl<'a> Said<'a> {
    pub(crate) fn of(entries: &'a [Entry]) -> Self {
        let corrects = |entry: &'a Entry| match &entry.content {
            Content::Correction(correction) => Some((correction.corrects, None)),
            _ => None,
        };
        let mut said = Self(entries.iter().filter_map(corrects).collect());
        for entry in entries {
            if !said.0.contains_key(&entry.number) {
                continue;
            }
            let recording = said.recording(entry);
            // A withdrawal says nothing; what is about it is about what it withdrew.
            said.0.insert(entry.number, recording.says().or(recording.replaced));
        }
        said
    }

    /// An entry with what it takes the place of. Entries come in the order of recording.
    pub(crate) fn recording(&self, entry: &'a Entry) -> Recording<'a> {
        let replaced = match &entry.content {
            Content::Correction(correction) => self.0.get(&correction.corrects).copied().flatten(),
            _ => None,
        };
        Recording { entry, replaced }
    }
}

/// How an entry concerns a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Concern {
    /// The answer rests on it, among others.
    RestsOn,
    /// It is about the very thing asked about.
    Itself,
}

/// What concerns a question about a treaty, or about a party's part in one.
#[derive(Debug)]
pub(crate) struct Concerning<'a> {
    treaty: &'a TreatyId,
    party: Option<PartyCode>,
    /// The treaty and those that its clauses refer to, directly or through others.
    treaties: HashSet<&'a TreatyId>,
    /// Those that acted towards any of them, or are named in their clauses.
    parties: HashSet<PartyCode>,
}

impl<'a> Concerning<'a> {
    pub(crate) fn of(recordings: &[Recording<'a>], treaty: &'a TreatyId, party: Option<PartyCode>) -> Self {
        let contents = || recordings.iter().flat_map(Recording::is_about);
        let references = references(contents());
        let treaties = with_those_referred_to(treaty, |id| references.get(id).cloned().unwrap_or_default());
        let mut parties: HashSet<PartyCode> = party.into_iter().collect();
        for content in contents().filter(|content| content.treaty().is_some_and(|of| treaties.contains(of))) {
            match content {
                Content::Act(act) => parties.extend([act.party]),
                Content::Decision(decision) => parties.extend(decision.party),
                Content::Treaty(treaty) => parties.extend(treaty.parties_named()),
                _ => {}
            }
        }
        Self { treaty, party, treaties, parties }
    }

    /// How what was recorded concerns the question, if it does.
    pub(crate) fn concern(&self, recording: &Recording<'a>) -> Option<Concern> {
        recording.is_about().filter_map(|content| self.of_content(content, recording)).max()
    }

    fn of_content(&self, content: &Content, recording: &Recording<'a>) -> Option<Concern> {
        let about_the_party = match content {
            Content::Party(party) => return self.parties.contains(&party.code).then_some(Concern::RestsOn),
            Content::Act(act) => self.party.is_none_or(|party| party == act.party),
            Content::Decision(decision) if decision.provision.is_some() => return None,
            Content::Decision(decision) => self.party.is_none() || decision.party == self.party,
            // A text put right is everybody's concern.
            Content::Treaty(_) => self.party.is_none() || recording.is_correction(),
            // These have no bearing on who is bound since when.
            Content::Resolution(_)
            | Content::Activity(_)
            | Content::Discharge(_)
            | Content::Body(_)
            | Content::Report(_)
            | Content::Declaration(_)
            | Content::Statement(_)
            | Content::Territory(_)
            | Content::Correction(_)
            | Content::Log(_) => return None,
        };
        let treaty = content.treaty()?;
        let itself = treaty == self.treaty && about_the_party;
        self.treaties.contains(treaty).then_some(if itself { Concern::Itself } else { Concern::RestsOn })
    }
}

/// A treaty and those that its clauses refer to, directly or through others.
pub(crate) fn with_those_referred_to<'a>(
    treaty: &'a TreatyId,
    refers_to: impl Fn(&TreatyId) -> Vec<&'a TreatyId>,
) -> HashSet<&'a TreatyId> {
    let (mut found, mut next) = (HashSet::new(), vec![treaty]);
    while let Some(id) = next.pop() {
        if found.insert(id) {
            next.extend(refers_to(id));
        }
    }
    found
}

/// The treaties that each treaty's clauses refer to, in any wording that they had.
fn references<'a>(contents: impl Iterator<Item = &'a Content>) -> HashMap<&'a TreatyId, Vec<&'a TreatyId>> {
    let mut references: HashMap<&TreatyId, Vec<&TreatyId>> = HashMap::new();
    for content in contents {
        if let Content::Treaty(treaty) = content {
            references.entry(&treaty.treaty).or_default().extend(treaty.refers_to());
        }
    }
    references
}
