//! `serve`: the public pages.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use register::{Follower, Location, Register};
use tokio::net::TcpListener;

use super::Answer;
use crate::arguments;
use crate::failure::Failure;
use crate::printing;
use crate::served::Served;

/// Serves until it is interrupted.
pub fn run(location: &Location, asked: &arguments::Serve) -> Result<Answer, Failure> {
    let source = Served::of(Register::open(location)?, asked.site.site.clone(), asked.texts.clone())?;
    until_interrupted(
        source,
        async |address: SocketAddr| {
            TcpListener::bind(address).await.map_err(|error| {
                Failure::Said(format!("{address} can't be listened on: {error}; name another with --listen"))
            })
        },
        asked.listen,
    )?;
    Ok(Answer::Done)
}

/// Serves on the listener that `bind` makes, and says where.
pub fn until_interrupted(
    source: Served,
    bind: impl AsyncFnOnce(SocketAddr) -> Result<TcpListener, Failure>,
    address: SocketAddr,
) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Said(format!("the pages can't be served: {error}"));
    let source = Arc::new(source);
    keep_up(Arc::clone(&source))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(async {
        let listener = bind(address).await?;
        let bound = listener.local_addr().map_err(failed)?;
        printing::answer(&format!("serving http://{bound}/ (stop with Ctrl-C)"))?;
        site::serve(listener, source, interrupted()).await.map_err(failed)
    })
}

/// How long the follower waits before it looks whether it is still wanted.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads what others record as soon as they have, so that no visitor waits for it.
fn keep_up(source: Arc<Served>) -> Result<(), Failure> {
    let mut follower = Follower::of(&source.location())?;
    std::thread::spawn(move || {
        let mut silent = false;
        loop {
            match follower.next(source.size(), PATIENCE) {
                Ok(Some(_)) if source.catch_up().is_ok() => silent = false,
                Ok(None) => {}
                // The pages say themselves what is wrong, to everybody who asks; here it is said once.
                _ if silent => std::thread::sleep(PATIENCE),
                _ => {
                    printing::complain("the register can't be followed at present; the pages say why");
                    silent = true;
                }
            }
        }
    });
    Ok(())
}

/// Waits for the signal to stop.
pub async fn interrupted() {
    let by_key = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! { _ = by_key => {}, _ = terminated.recv() => {} }
            return;
        }
    }
    drop(by_key.await);
}
