//! `serve`: the public pages.

use std::net::SocketAddr;
use std::sync::Arc;

use register::{Location, Register};
use tokio::net::TcpListener;

use super::Answer;
use crate::arguments;
use crate::failure::Failure;
use crate::printing;
use crate::served::Served;

/// Serves until it is interrupted.
pub fn run(location: &Location, asked: &arguments::Serve) -> Result<Answer, Failure> {
    let source = Served::of(Register::open(location)?, asked.site.site.clone())?;
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
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(async {
        let listener = bind(address).await?;
        let bound = listener.local_addr().map_err(failed)?;
        printing::answer(&format!("serving http://{bound}/ (stop with Ctrl-C)"))?;
        site::serve(listener, Arc::new(source), interrupted()).await.map_err(failed)
    })
}

/// Waits for the signal to stop.
async fn interrupted() {
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
