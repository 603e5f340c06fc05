//! A register made of the packaged files, as the command makes one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use exchange::{Located, Written};
use law::calendar::{AsAt, DateOfKnowledge};
use law::entry::{Draft, Entry};
use law::party::Parties;
use law::record::{KnownAt, Record};
use papers::report::{Asked, Definition, WrittenDefinition, compose};
use reconcile::source::SourceText;
use site::{ComparedText, DrawnUp, PublishedLog, ReportListing, Source, SourceError};

use crate::log_of::LogOf;

/// A register in memory. The packaged files were recorded on 1 March 2026, one entry a second.
pub(crate) struct Packaged {
    entries: Vec<Entry>,
    reports: Vec<ReportListing>,
    damaged: bool,
    pub(crate) log: LogOf,
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

fn written(path: &Path) -> Vec<Located<Written>> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).expect("the file is packaged");
    let is_csv = path.extension().is_some_and(|extension| extension == "csv");
    let read = if is_csv {
        exchange::acts_csv::read(&name, &bytes)
    } else {
        exchange::toml_file::read(&name, &String::from_utf8(bytes).expect("UTF-8"))
    };
    read.unwrap_or_else(|faults| panic!("{}", faults[0]))
}

impl Packaged {
    /// The packaged parties, the Migrant Workers Convention and its acts, and then some more acts.
    pub(crate) fn with_acts(more: &str) -> Self {
        let parties = resolved(written(&data().join("parties.toml")), &Parties::default());
        let mut known = Parties::default();
        for draft in &parties {
            if let law::entry::Content::Party(party) = &draft.content {
                known.add(party.clone());
            }
        }
        let mut rest = written(&data().join("treaties/IV-13.toml"));
        rest.extend(written(&data().join("acts/IV-13.csv")));
        let header = "treaty,party,action,date,effective,received,standing,source,note\n";
        rest.extend(exchange::acts_csv::read("more.csv", format!("{header}{more}").as_bytes()).expect("well-formed"));
        let entries =
            parties.into_iter().chain(resolved(rest, &known)).zip(1..).map(|(draft, number)| entry(draft, number));
        let report = ReportListing {
            name: "status-2003".to_owned(),
            title: "Status of the Convention".to_owned(),
            as_at: Some(AsAt::new("2003-06-10".parse().expect("a day"))),
            on_a_state: false,
        };
        let entries: Vec<Entry> = entries.collect();
        Self { log: LogOf::entries(&entries), entries, reports: vec![report], damaged: false }
    }

    /// The packaged files, and what the body did, what became of reports and what States said after them.
    pub(crate) fn with_records() -> Self {
        let mut packaged = Self::new();
        let mut known = Parties::default();
        for entry in &packaged.entries {
            if let law::entry::Content::Party(party) = &entry.content {
                known.add(party.clone());
            }
        }
        let mut rest = written(&data().join("records/cmw-committee.toml"));
        rest.extend(written(&data().join("records/cmw-reports.toml")));
        rest.extend(written(&data().join("records/status-2003.toml")));
        rest.extend(written(&data().join("records/mandates.toml")));
        rest.extend(written(&data().join("records/icrmw-statements.toml")));
        let more = resolved(rest, &known).into_iter().zip(packaged.entries.len() as u64 + 1..);
        packaged.entries.extend(more.map(|(draft, number)| entry(draft, number)));
        packaged
    }

    /// The packaged files alone.
    pub(crate) fn new() -> Self {
        Self::with_acts("")
    }

    /// A register that can't be read.
    pub(crate) fn damaged() -> Self {
        Self { entries: Vec::new(), reports: Vec::new(), damaged: true, log: LogOf::damaged() }
    }

    /// A register in which nothing has been recorded.
    pub(crate) fn empty() -> Self {
        Self { entries: Vec::new(), reports: Vec::new(), damaged: false, log: LogOf::entries(&[]) }
    }

    /// How many entries it has.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// As the pages take it.
    pub(crate) fn shared(self) -> Arc<dyn Source> {
        Arc::new(self)
    }
}

/// The name of the one published text.
const TEXT: &str = "a note.txt";

/// A report of one table, which needs no more than a treaty and its acts.
fn definition() -> Definition {
    let text = "
        report = \"status-2003\"
        treaty = \"IV-13\"
        as-at  = 2003-06-10
        title  = \"Status of the Convention\"
        [masthead]
        organization = \"United Nations\"
        organ        = \"General Assembly\"
        distribution = \"General\"
        original     = \"English\"
        [[section]]
        shows = \"entry-into-force\"
        [[section]]
        shows = \"participation\"
    ";
    let written: WrittenDefinition = exchange::toml_file::read_as("report.toml", text).expect("a definition");
    written.completed(None).expect("a definition in full")
}

fn resolved(written: Vec<Located<Written>>, parties: &Parties) -> Vec<Draft> {
    let drafts = exchange::resolve(written, parties).unwrap_or_else(|faults| panic!("{}", faults[0]));
    drafts.into_iter().map(|located| located.what).collect()
}

fn entry(draft: Draft, number: u64) -> Entry {
    let first: jiff::Timestamp = "2026-03-01T09:00:00Z".parse().expect("a moment");
    let seconds = i64::try_from(number).expect("few entries");
    let recorded = jiff::Timestamp::from_second(first.as_second() + seconds).expect("in range");
    draft.entered(number, DateOfKnowledge::new(recorded), "test")
}

impl Source for Packaged {
    fn record(&self, known_at: KnownAt) -> Result<Arc<Record>, SourceError> {
        if self.damaged {
            return Err(SourceError::new("Entry 7 is not what was recorded: its <hash> differs"));
        }
        Ok(Arc::new(Record::of(self.entries.iter().cloned(), known_at)))
    }

    fn today(&self) -> AsAt {
        AsAt::new("2026-04-01".parse().expect("a day"))
    }

    fn reports(&self) -> &[ReportListing] {
        &self.reports
    }

    fn report(&self, name: &str, asked: &Asked, known_at: KnownAt) -> Result<Option<DrawnUp>, SourceError> {
        let definition = definition();
        if name != definition.report {
            return Ok(None);
        }
        let record = self.record(known_at)?;
        let composition = compose(&definition, &record, asked, self.today()).map_err(SourceError::new)?;
        Ok(Some(DrawnUp { composition, proof: None }))
    }

    fn report_pdf(&self, name: &str, asked: &Asked, known_at: KnownAt) -> Result<Option<Vec<u8>>, SourceError> {
        let drawn = self.report(name, asked, known_at)?;
        Ok(drawn
            .map(|drawn| format!("%PDF-1.7 {}", papers::html::fragment(&drawn.composition.document())).into_bytes()))
    }

    fn texts(&self) -> Vec<String> {
        vec![TEXT.to_owned()]
    }

    fn text(&self, name: &str, as_at: Option<AsAt>, known_at: KnownAt) -> Result<Option<ComparedText>, SourceError> {
        let bytes = "As at 10 June 2003, 23 States had ratified the Migrant Workers Convention (2 < 3).".as_bytes();
        let text = SourceText::read(bytes).map_err(SourceError::new)?;
        let question = reconcile::Question { as_at: as_at.map(AsAt::day), treaty: None };
        let answer = reconcile::reconcile(name, bytes, &*self.record(known_at)?, question).map_err(SourceError::new)?;
        Ok((name == TEXT).then_some(ComparedText { answer, text }))
    }

    fn log(&self) -> &dyn PublishedLog {
        &self.log
    }
}
