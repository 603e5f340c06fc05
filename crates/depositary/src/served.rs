//! What the site is given to show: the register, read again whenever something has been added to it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use law::calendar::AsAt;
use law::record::{KnownAt, Record};
use papers::proof::Proof;
use papers::report::{Definition, compose};
use register::{Location, Reading, Register};
use site::{PublishedLog, ReportListing, Source, SourceError};

use crate::arguments::PaperFormat;
use crate::clock;
use crate::failure::Failure;
use crate::reports;
use crate::served_log::ServedLog;

/// A register that is being served.
pub struct Served {
    definitions: Vec<Definition>,
    listings: Vec<ReportListing>,
    shelf: Mutex<Shelf>,
    log: ServedLog,
    /// The public address of these pages, if it is known.
    address: Option<String>,
}

/// The register and what was last read from it.
struct Shelf {
    register: Register,
    newest: Reading,
}

impl Served {
    /// Serves that register.
    pub fn of(mut register: Register, address: Option<String>) -> Result<Self, Failure> {
        let newest = register.reading()?;
        let log = ServedLog::of(register.location())?;
        let record = Arc::clone(&newest.record);
        let definitions = reports::definitions()?;
        let held = |definition: &&Definition| record.treaty_by_id(&definition.treaty).is_some();
        let listings = definitions.iter().filter(held).map(|definition| listing(definition, &record)).collect();
        Ok(Self { definitions, listings, shelf: Mutex::new(Shelf { register, newest }), log, address })
    }

    /// Where the register is kept.
    pub fn location(&self) -> Location {
        self.opened().register.location().clone()
    }

    /// How many entries have been read.
    pub fn size(&self) -> u64 {
        self.opened().newest.size()
    }

    /// Reads what has been added since.
    pub fn catch_up(&self) -> Result<(), SourceError> {
        self.opened().record(KnownAt::Everything).map(drop)
    }

    fn opened(&self) -> MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn report(
        &self,
        name: &str,
        known_at: KnownAt,
        write: impl FnOnce(&Definition, &Record, Option<Proof>) -> Result<Vec<u8>, Failure>,
    ) -> Result<Option<Vec<u8>>, SourceError> {
        let Some(definition) = self.definitions.iter().find(|definition| definition.report == name) else {
            return Ok(None);
        };
        let record = self.record(known_at)?;
        let proof = reports::proof(&mut self.opened().register, &record, self.address.as_deref());
        let proof = proof.map_err(SourceError::new)?;
        write(definition, &record, proof).map(Some).map_err(SourceError::new)
    }
}

fn listing(definition: &Definition, record: &Record) -> ReportListing {
    let treaty = record.treaty_by_id(&definition.treaty).map_or("", |treaty| treaty.treaty.short_title_in("en"));
    ReportListing {
        name: definition.report.clone(),
        title: definition.title.replace("{treaty}", treaty),
        as_at: definition.as_at,
    }
}

impl Shelf {
    fn record(&mut self, known_at: KnownAt) -> Result<Arc<Record>, SourceError> {
        if known_at != KnownAt::Everything {
            return self.register.record(known_at).map(Arc::new).map_err(SourceError::new);
        }
        let last = self.register.last_number().map_err(SourceError::new)?;
        if last != self.newest.size() {
            self.newest = self.register.catch_up(&self.newest).map_err(SourceError::new)?;
        }
        Ok(Arc::clone(&self.newest.record))
    }
}

impl Source for Served {
    fn record(&self, known_at: KnownAt) -> Result<Arc<Record>, SourceError> {
        self.opened().record(known_at)
    }

    fn today(&self) -> AsAt {
        clock::today()
    }

    fn reports(&self) -> &[ReportListing] {
        &self.listings
    }

    fn report_html(&self, name: &str, as_at: Option<AsAt>, known_at: KnownAt) -> Result<Option<String>, SourceError> {
        let html = self.report(name, known_at, |definition, record, proof| {
            let mut document = compose(definition, record, as_at)?;
            document.proof = proof;
            Ok(papers::html::fragment(&document).into_bytes())
        })?;
        html.map(|html| String::from_utf8(html).map_err(SourceError::new)).transpose()
    }

    fn report_pdf(&self, name: &str, as_at: Option<AsAt>, known_at: KnownAt) -> Result<Option<Vec<u8>>, SourceError> {
        self.report(name, known_at, |definition, record, proof| {
            reports::render(definition, record, as_at, proof, PaperFormat::Pdf)
        })
    }

    fn log(&self) -> &dyn PublishedLog {
        &self.log
    }
}
