//! `demo`: a register, its report, and the site, with one command.

use std::path::Path;

use papers::report::Asked;
use register::{Expected, Location, Register};
use tokio::net::TcpListener;

use super::serve::until_interrupted;
use super::{Answer, init, write_whole};
use crate::arguments::{Demo, PaperFormat};
use crate::failure::Failure;
use crate::keys::KeyPlace;
use crate::served::Served;
use crate::{printing, reports};
use law::record::KnownAt;

/// The report that the demonstration writes.
const REPORT: &str = "status-2003";

/// Makes what is missing, then serves it.
pub fn run(demo: &Demo) -> Result<Answer, Failure> {
    std::fs::create_dir_all(&demo.dir).map_err(|error| Failure::file(&demo.dir, "made", &error))?;
    let location = Location::file(demo.dir.join("depositary.db"));
    let mut register = open_or_make(&location)?;
    write_reports(&mut register, &demo.dir)?;
    let source = Served::of(register, None, None)?;
    until_interrupted(source, bind_there_or_nearby, demo.listen)?;
    Ok(Answer::Done)
}

fn open_or_make(location: &Location) -> Result<Register, Failure> {
    let mut register = if location.path().is_some_and(Path::exists) {
        Register::open(location)?
    } else {
        let recorder = "depositary demo";
        init::make(location, &KeyPlace::of(location, None), recorder, |writing| init::fill(writing, recorder))?
    };
    let verification = register.verify(&Expected::default())?;
    if let Some(fault) = verification.faults.first() {
        return Err(Failure::Said(format!("{location} is not as recorded: {fault}; remove it, or name another --dir")));
    }
    printing::answer(&format!("{location}: {} entries, all as recorded", verification.entries))?;
    Ok(register)
}

fn write_reports(register: &mut Register, dir: &Path) -> Result<(), Failure> {
    let definition = reports::definition(REPORT)?;
    let record = register.record(KnownAt::Everything)?;
    let asked = Asked::default();
    let mut document = reports::composed(&definition, &record, &asked)?.document();
    document.proof = reports::proof(register, &record, None)?;
    let imprint = reports::imprint(&definition, &asked);
    for (format, ending) in [(PaperFormat::Html, "html"), (PaperFormat::Pdf, "pdf")] {
        let path = dir.join(format!("{REPORT}.{ending}"));
        write_whole(&path, &reports::rendered(&document, &imprint, format)?)?;
        printing::answer(&format!("wrote {}", path.display()))?;
    }
    Ok(())
}

/// Listens where asked, or on a free port of the same address when somebody else does already.
async fn bind_there_or_nearby(address: std::net::SocketAddr) -> Result<TcpListener, Failure> {
    let failed = |error: std::io::Error| Failure::Said(format!("{address} can't be listened on: {error}"));
    match TcpListener::bind(address).await {
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            printing::remark(&format!("{address} is in use; taking a free port"));
            TcpListener::bind((address.ip(), 0)).await.map_err(failed)
        }
        bound => bound.map_err(failed),
    }
}
