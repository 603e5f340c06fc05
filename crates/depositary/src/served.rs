//! What the site is given to show: the register, read again whenever something has been added to it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use law::calendar::AsAt;
use law::record::{KnownAt, Record};
use papers::document::Document;
use papers::report::{Asked, Definition};
use register::{Location, Reading, Register};
use site::{ComparedText, DrawnUp, PublishedLog, ReportListing, Source, SourceError};

use crate::arguments::PaperFormat;
use crate::clock;
use crate::failure::Failure;
use crate::reports;
use crate::served_log::ServedLog;
use crate::served_texts::ServedTexts;

/// A register that is being served.
pub struct Served {
    definitions: Vec<Definition>,
    listings: Vec<ReportListing>,
    shelf: Mutex<Shelf>,
    log: ServedLog,
    texts: ServedTexts,
    /// The public address of these pages, if it is known.
    address: Option<String>,
}

/// The register and what was last read from it.
struct Shelf {
    register: Register,
    newest: Reading,
}

impl Served {
    /// Serves that register, and a folder of published texts beside it.
    pub fn of(mut register: Register, address: Option<String>, texts: Option<PathBuf>) -> Result<Self, Failure> {
        let newest = register.reading()?;
        let log = ServedLog::of(register.location())?;
        let record = Arc::clone(&newest.record);
        let definitions = reports::definitions()?;
        let held = |definition: &&Definition| {
            definition.treaty.as_ref().is_none_or(|treaty| record.treaty_by_id(treaty).is_some())
        };
        let listings = definitions.iter().filter(held).map(|definition| listing(definition, &record)).collect();
        Ok(Self {
            definitions,
            listings,
            shelf: Mutex::new(Shelf { register, newest }),
            log,
            texts: ServedTexts::of(texts),
            address,
        })
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

    fn composed(
        &self,
        name: &str,
        asked: &Asked,
        known_at: KnownAt,
    ) -> Result<Option<(&Definition, DrawnUp)>, SourceError> {
        let Some(definition) = self.definitions.iter().find(|definition| definition.report == name) else {
            return Ok(None);
        };
        let record = self.record(known_at)?;
        let proof = reports::proof(&mut self.opened().register, &record, self.address.as_deref());
        let proof = proof.map_err(SourceError::new)?;
        let composition = reports::composed(definition, &record, asked).map_err(SourceError::new)?;
        Ok(Some((definition, DrawnUp { composition, proof })))
    }
}

fn listing(definition: &Definition, record: &Record) -> ReportListing {
    let treaty = definition.treaty.as_ref().and_then(|treaty| record.treaty_by_id(treaty));
    let treaty = treaty.map_or("", |treaty| treaty.treaty.short_title_in("en"));
    let title = definition.title.replace("{treaty}", treaty).replace("{state}", "a State");
    ReportListing {
        name: definition.report.clone(),
        title: title.replace("{year}", "the year").replace("{day}", "the day"),
        as_at: definition.as_at,
        on_a_state: definition.state.is_none() && definition.is_on_a_state(),
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

    fn report(&self, name: &str, asked: &Asked, known_at: KnownAt) -> Result<Option<DrawnUp>, SourceError> {
        Ok(self.composed(name, asked, known_at)?.map(|(_, drawn_up)| drawn_up))
    }

    fn report_pdf(&self, name: &str, asked: &Asked, known_at: KnownAt) -> Result<Option<Vec<u8>>, SourceError> {
        let Some((definition, DrawnUp { composition, proof })) = self.composed(name, asked, known_at)? else {
            return Ok(None);
        };
        let document = Document { proof, ..composition.document() };
        let imprint = reports::imprint(definition, asked);
        reports::rendered(&document, &imprint, PaperFormat::Pdf).map(Some).map_err(SourceError::new)
    }

    fn texts(&self) -> Vec<String> {
        self.texts.names()
    }

    fn text(&self, name: &str, as_at: Option<AsAt>, known_at: KnownAt) -> Result<Option<ComparedText>, SourceError> {
        self.texts.compared(name, as_at, &*self.record(known_at)?)
    }

    fn log(&self) -> &dyn PublishedLog {
        &self.log
    }
}
