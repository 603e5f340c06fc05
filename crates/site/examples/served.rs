//! Serves the packaged register on a port of this machine.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::panic,
    dead_code,
    reason = "for looking at pages"
)]

#[path = "../tests/site/register.rs"]
mod register;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:0".to_owned());
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("http://{}", listener.local_addr()?);
    let source = register::Packaged::with_acts(
        "IV-13,Sudan,signature,../2003-06-10,,,reported,\"A/58/221, paragraph 3\",the report lists it among eleven signatories\n\
         IV-13,Sri Lanka,denunciation,2026-01-10,,,deposited,example,\n\
         IV-13,Egypt,denunciation,2015-01-10,,,deposited,example,\n",
    )
    .shared();
    site::serve(listener, source, std::future::pending()).await
}
