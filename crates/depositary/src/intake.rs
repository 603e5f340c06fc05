//! Taking files into the register: read, looked up, examined, and only then recorded, all together.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use exchange::{Fault, Located, Place, Written, status_table};
use law::act::{Act, Standing};
use law::calendar::DateOfAct;
use law::due_form::{Proposal, examine};
use law::entry::{Content, Correction, Draft};
use law::party::PartyCode;
use law::record::Record;
use law::treaty::TreatyId;
use register::{Accompanied, Writing};

use crate::body_examined::{self, body_of};
use crate::clock;
use crate::corrections;
use crate::failure::Failure;
use crate::mandates_examined;
use crate::packaged::{self, Shelf};
use crate::progress::Progress;
use crate::reports_examined::{self, declaration_of, report_of};
use crate::statements_examined::{self, statement_of};

/// What kind of files are taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// The project's own: treaties and records (TOML), acts (CSV).
    Own,
    /// Status tables of a treaty, as the depositary publishes them: what the register holds already is no fault, and where
    /// a clause of the treaty's file leaves no room for what a table shows, the table has the better of it.
    StatusTables(TreatyId),
    /// Declarations and reservations of a treaty, as the depositary prints them. A State whose statements are recorded
    /// already is left as it is.
    Declarations(TreatyId),
}

/// A file as read.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name, as the user gave it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Source {
    /// Reads files from the disk.
    pub fn files(paths: &[PathBuf]) -> Result<Vec<Self>, Failure> {
        let read = |path: &PathBuf| {
            let bytes = std::fs::read(path).map_err(|error| Failure::file(path, "read", &error))?;
            Ok(Self { name: shown(path), bytes })
        };
        paths.iter().map(read).collect()
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What is to be recorded, once everything about it has been found in order.
#[derive(Debug, Default)]
pub struct Intake {
    drafts: Vec<Draft>,
    /// What the depositary would query, though it can be recorded.
    pub queries: Vec<Fault>,
    /// What the register holds already, word for word.
    pub unchanged: usize,
    /// What is recorded with the last of it.
    accompanied: Accompanied,
    /// What was added from the packaged parties and treaties, because acts name it.
    pub supplied: Vec<String>,
    /// The corrections among the drafts, and where they are written.
    corrections: Vec<(Place, Correction)>,
}

impl Intake {
    /// Prepares files for a register that holds `record`.
    ///
    /// # Errors
    /// Every fault found, with its place. Nothing has been recorded.
    pub fn prepare(sources: &[Source], form: &Form, record: &Record) -> Result<Self, Failure> {
        let written = read_all(sources, form, record)?;
        let shelf = Shelf::open()?;
        let mut parties = record.parties.clone();
        for party in written.iter().filter_map(written_party) {
            parties.add(party.clone());
        }
        let drafts = exchange::resolve(written, &shelf.with(&parties)).map_err(Failure::Files)?;
        let mut intake = Self::default();
        let drafts = intake.only_news(drafts, form, record);
        let mut ground = record.clone();
        for Located { what, .. } in &drafts {
            ground.suppose(&what.content);
        }
        intake.supply(&drafts, &shelf, &mut ground);
        intake.queries = in_due_form(&drafts, form, &ground)?;
        let correction = |draft: &Located<Draft>| match &draft.what.content {
            Content::Correction(correction) => Some((draft.place.clone(), correction.clone())),
            _ => None,
        };
        intake.corrections = drafts.iter().filter_map(correction).collect();
        // A stable sort: parties and treaties come before the acts that name them, the rest as written.
        let mut drafts: Vec<Draft> = drafts.into_iter().map(|draft| draft.what).collect();
        drafts.sort_by_key(|draft| !matches!(draft.content, Content::Party(_) | Content::Treaty(_)));
        intake.drafts.extend(drafts);
        Ok(intake)
    }

    /// How many entries there will be.
    pub fn len(&self) -> usize {
        self.drafts.len()
    }

    /// Has the one thing that is to be recorded, beside what was supplied for it, carry papers and words in confidence.
    ///
    /// # Errors
    /// When there is nothing to be recorded that could.
    pub fn accompany(&mut self, accompanied: Accompanied) -> Result<(), Failure> {
        // What was supplied comes first.
        if self.drafts.len() != self.supplied.len() + 1 {
            let because = "there is nothing new to record that could carry papers or words in confidence";
            return Err(Failure::Said(because.to_owned()));
        }
        self.accompanied = accompanied;
        Ok(())
    }

    /// Adds everything to the register; the caller commits.
    ///
    /// # Errors
    /// When a correction does not fit the entry that it names, or the register can't be written to.
    pub fn record(self, writing: &mut Writing<'_>, recorder: &str) -> Result<(), Failure> {
        corrections::fit(&self.corrections, writing)?;
        let mut progress = Progress::of("recording", self.drafts.len());
        // What is recorded together is recorded in one moment.
        let now = clock::now();
        let last = self.drafts.len();
        for (draft, number) in self.drafts.into_iter().zip(1..) {
            let nothing = Accompanied::default();
            let accompanied = if number == last { &self.accompanied } else { &nothing };
            writing.add_with(draft, accompanied, recorder, now)?;
            progress.step();
        }
        Ok(())
    }

    /// Leaves out what the register holds already, word for word.
    fn only_news(&mut self, drafts: Vec<Located<Draft>>, form: &Form, record: &Record) -> Vec<Located<Draft>> {
        let before = drafts.len();
        let known = |content: &Content| match content {
            Content::Act(act) if *form != Form::Own => holds_act(record, act),
            content if matches!(form, Form::Declarations(_)) => statements_examined::is_told(content, record),
            content => holds(record, content),
        };
        let news: Vec<_> = drafts.into_iter().filter(|draft| !known(&draft.what.content)).collect();
        self.unchanged = before - news.len();
        news
    }

    /// Takes from the packaged parties and treaties what the acts name and the register doesn't hold.
    fn supply(&mut self, drafts: &[Located<Draft>], packaged: &Shelf, ground: &mut Record) {
        let subjects: Vec<_> = drafts.iter().filter_map(|draft| subject_of(&draft.what.content)).collect();
        let mut wanted: Vec<&Located<Written>> = Vec::new();
        let mut seen = HashSet::new();
        let named = drafts.iter().flat_map(|draft| match &draft.what.content {
            Content::Treaty(treaty) => treaty.parties_named(),
            Content::Territory(territory) => territory.of.iter().map(|one| one.party).collect(),
            content if statement_of(content).is_some() => statements_examined::parties_named(content),
            content => match body_of(content) {
                Some(act) => act.parties_named(),
                None => subject_of(content).map(|(_, party)| party).into_iter().collect(),
            },
        });
        for code in named {
            if ground.parties.by_code(code).is_none() && seen.insert(code.to_string()) {
                wanted.extend(packaged.party(code));
            }
        }
        let of_bodies = drafts.iter().filter_map(|draft| body_of(&draft.what.content)).map(|act| &act.treaty);
        for treaty in subjects.into_iter().map(|(treaty, _)| treaty).chain(of_bodies) {
            if ground.treaty_by_id(treaty).is_none() && seen.insert(treaty.to_string()) {
                wanted.extend(packaged.treaty(treaty));
            }
        }
        for Located { what, .. } in wanted {
            if let Written::Complete { standing, sources, content } = what {
                ground.suppose(content);
                self.supplied.push(name_of(content));
                self.drafts.push(Draft { standing: *standing, sources: sources.clone(), content: (**content).clone() });
            }
        }
    }
}

fn read_all(sources: &[Source], form: &Form, record: &Record) -> Result<Vec<Located<Written>>, Failure> {
    let (mut written, mut faults) = (Vec::new(), Vec::new());
    let today = DateOfAct::new(clock::today().day());
    for source in sources {
        let read = match form {
            Form::Own => packaged::read(source),
            Form::StatusTables(treaty) => status_table::read(&source.name, &source.bytes, treaty, today),
            Form::Declarations(treaty) => {
                let treaty = record.treaty(treaty.as_str())?;
                statements_examined::read(source, treaty, record, today)
            }
        };
        match read {
            Ok(records) => written.extend(records),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(written) } else { Err(Failure::Files(faults)) }
}

fn written_party(written: &Located<Written>) -> Option<&law::party::Party> {
    match &written.what {
        Written::Complete { content, .. } => match content.as_ref() {
            Content::Party(party) => Some(party),
            _ => None,
        },
        _ => None,
    }
}

fn name_of(content: &Content) -> String {
    match content {
        Content::Party(party) => party.names.last().map_or_else(|| party.code.to_string(), |name| name.name.clone()),
        Content::Treaty(treaty) => treaty.treaty.to_string(),
        other => other.kind().to_owned(),
    }
}

fn holds(record: &Record, content: &Content) -> bool {
    match content {
        Content::Party(party) => record.parties.by_code(party.code).is_some_and(|at| record.parties[at] == *party),
        Content::Treaty(treaty) => record.treaty_by_id(&treaty.treaty).is_some_and(|known| known.treaty == **treaty),
        Content::Resolution(what) => record.resolution(&what.symbol).is_some_and(|known| known.what == *what),
        Content::Activity(what) => record.activity(&what.id).is_some_and(|known| known.what == *what),
        Content::Discharge(what) => record.discharges().any(|known| known.what == *what),
        Content::Body(what) => record.body_acts(&what.treaty).any(|known| known.what == **what),
        Content::Report(what) => record.report_acts(&what.treaty).any(|known| known.what == *what),
        Content::Declaration(what) => record.declarations(&what.treaty).any(|known| known.what == *what),
        Content::Statement(what) => record.statement(&what.id).is_some_and(|known| known.what == **what),
        Content::Territory(what) => record.territories().any(|known| known == what),
        _ => false,
    }
}

/// Whether the register holds that act, whatever its source and note.
fn holds_act(record: &Record, act: &Act) -> bool {
    let (Some(treaty), Some(party)) = (record.treaty_by_id(&act.treaty), record.parties.by_code(act.party)) else {
        return false;
    };
    treaty.acts_of(party).iter().any(|known| known.action == act.action && known.date == act.date)
}

fn act_of(content: &Content) -> Option<&Act> {
    match content {
        Content::Act(act) => Some(act),
        Content::Correction(Correction { instead: Some(content), .. }) => act_of(content),
        _ => None,
    }
}

/// The treaty and the party that an act, a step of a report, a declaration or a statement names.
fn subject_of(content: &Content) -> Option<(&TreatyId, PartyCode)> {
    let act = act_of(content).map(|act| (&act.treaty, act.party));
    let report = || report_of(content).map(|act| (&act.treaty, act.party));
    let declaration = || declaration_of(content).map(|declaration| (&declaration.treaty, declaration.party));
    let statement = || statement_of(content).map(|statement| (&statement.treaty, statement.party));
    act.or_else(report).or_else(declaration).or_else(statement)
}

/// Examines all acts together; what they correct is left out of account. Returns what would be queried.
fn in_due_form(drafts: &[Located<Draft>], form: &Form, ground: &Record) -> Result<Vec<Fault>, Failure> {
    let mut faults = corrections(drafts, ground);
    faults.extend(foundations(drafts, ground));
    faults.extend(decisions(drafts, ground));
    let mut ground = ground.clone();
    for Located { what, .. } in drafts {
        if let Content::Correction(correction) = &what.content {
            ground.leave_out(correction.corrects);
        }
    }
    let acts: Vec<(&Located<Draft>, &Act, Standing)> = drafts
        .iter()
        .filter_map(|draft| act_of(&draft.what.content).map(|act| (draft, act, draft.what.standing)))
        .collect();
    let proposals: Vec<Proposal<'_>> =
        acts.iter().map(|(_, act, standing)| Proposal { act, standing: *standing }).collect();
    let mut queries = Vec::new();
    for finding in examine(&proposals, &ground, clock::today()) {
        let fault = Fault {
            place: acts[finding.proposal].0.place.clone(),
            field: Some(finding.field.to_owned()),
            message: finding.message,
            instead: finding.instead,
        };
        let refused = finding.refused && !(finding.by_clause && *form != Form::Own);
        if refused { faults.push(fault) } else { queries.push(fault) }
    }
    if faults.is_empty() && drafts.iter().any(|draft| body_of(&draft.what.content).is_some()) {
        let examined = body_examined::examine(drafts, &ground.supposing(&proposals));
        faults.extend(examined.refused);
        queries.extend(examined.queried);
    }
    // What is said of reports and declarations depends on who is a party, and so on the acts being in order.
    if faults.is_empty() && reports_examined::any(drafts) {
        let examined = reports_examined::examine(drafts, &ground.supposing(&proposals));
        faults.extend(examined.refused);
        queries.extend(examined.queried);
    }
    if faults.is_empty() && statements_examined::any(drafts) {
        let examined = statements_examined::examine(drafts, ground.supposing(&proposals));
        faults.extend(examined.refused);
        queries.extend(examined.queried);
    }
    if faults.is_empty() && mandates_examined::any(drafts) {
        faults.extend(mandates_examined::examine(drafts, ground.supposing(&proposals)));
    }
    if faults.is_empty() { Ok(queries) } else { Err(Failure::Files(faults)) }
}

/// How many parties a register can hold.
const MOST_PARTIES: usize = 60_000;

/// A treaty's lists and weights must name parties that are known, and there is room for only so many parties.
fn foundations(drafts: &[Located<Draft>], ground: &Record) -> Vec<Fault> {
    let fault = |draft: &Located<Draft>, field: &str, message: String| Fault {
        place: draft.place.clone(),
        field: Some(field.to_owned()),
        message,
        instead: None,
    };
    let mut faults = Vec::new();
    for draft in drafts {
        match &draft.what.content {
            Content::Treaty(treaty) => {
                let unknown = treaty.parties_named().into_iter().find(|code| ground.parties.by_code(*code).is_none());
                faults.extend(unknown.map(|code| fault(draft, "lists", format!("no party has the code {code}"))));
            }
            Content::Party(_) if ground.parties.len() > MOST_PARTIES => {
                faults.push(fault(draft, "party", format!("a register holds at most {MOST_PARTIES} parties")));
                break;
            }
            _ => {}
        }
    }
    faults
}

/// A correction must name an entry that is there, and each entry is corrected once: a second correction corrects the first.
fn corrections(drafts: &[Located<Draft>], ground: &Record) -> Vec<Fault> {
    let last = ground.last().map_or(0, |(last, _)| last);
    let out_of_range = |draft: &Located<Draft>| match &draft.what.content {
        Content::Correction(correction) if correction.corrects == 0 || correction.corrects > last => Some(Fault {
            place: draft.place.clone(),
            field: Some("corrects".to_owned()),
            message: format!("there is no entry {}; the register holds entries 1 to {last}", correction.corrects),
            instead: None,
        }),
        _ => None,
    };
    let mut faults: Vec<Fault> = drafts.iter().filter_map(out_of_range).collect();
    let mut seen = HashSet::new();
    for draft in drafts {
        if let Content::Correction(correction) = &draft.what.content
            && (!seen.insert(correction.corrects) || ground.is_corrected(correction.corrects))
        {
            faults.push(Fault {
                place: draft.place.clone(),
                field: Some("corrects".to_owned()),
                message: format!("entry {} is corrected already", correction.corrects),
                instead: Some("the number of that correction, to correct it in turn".to_owned()),
            });
        }
    }
    faults
}

/// A decision must be about a treaty and a party that are there.
fn decisions(drafts: &[Located<Draft>], ground: &Record) -> Vec<Fault> {
    let unknown = |draft: &Located<Draft>| {
        let Content::Decision(decision) = &draft.what.content else { return None };
        let fault = |field: &str, message: String| Fault {
            place: draft.place.clone(),
            field: Some(field.to_owned()),
            message,
            instead: None,
        };
        let treaty = match ground.treaty(decision.treaty.as_str()) {
            Ok(treaty) => &treaty.treaty,
            Err(unknown) => return Some(fault("treaty", unknown.to_string())),
        };
        if let Some(article) = &decision.provision
            && (decision.party.is_some() || !treaty.declarations.contains_key(article))
        {
            let message = format!(
                "a decision on one article is for all parties, and on one that comes into force by declarations of its own: \
                 {} has no [declarations.{article}], or a party is named",
                treaty.treaty
            );
            return Some(fault("provision", message));
        }
        let code = decision.party.filter(|code| ground.parties.by_code(*code).is_none())?;
        Some(fault("party", format!("the register holds no party with the code {code}")))
    };
    drafts.iter().filter_map(unknown).collect()
}
