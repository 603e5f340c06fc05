//! `witness`: cosigning what logs show to have lost nothing. C2SP tlog-witness over HTTP.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use register::log::{SignatureType, SigningKey};
use register::witness::{LONGEST_REQUEST, Refusal, Witness};
use register::{KeyFileError, keep_key, new_origin, read_key};
use tokio::net::TcpListener;

use super::Answer;
use super::serve::interrupted;
use crate::arguments;
use crate::failure::Failure;
use crate::keys::public_key;
use crate::{clock, printing};

/// How long a request may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// Is a witness until it is interrupted.
pub fn run(asked: &arguments::Witness) -> Result<Answer, Failure> {
    let mut logs = Vec::new();
    for named in &asked.logs {
        let key = public_key(named)?;
        if key.signatures() != SignatureType::Ed25519 {
            return Err(Failure::Said(format!("{key} is the key of a witness, and not of a log")));
        }
        logs.push(key);
    }
    let key = key(asked)?;
    let witness = Arc::new(Witness::remembering(&asked.state, key, logs)?);
    printing::answer(&witness.public_key().to_string())?;
    let failed = |error: std::io::Error| Failure::Said(format!("the witness can't listen: {error}"));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(async {
        let address = asked.listen;
        let listener = TcpListener::bind(address).await.map_err(|error| {
            Failure::Said(format!("{address} can't be listened on: {error}; name another with --listen"))
        })?;
        let bound = listener.local_addr().map_err(failed)?;
        printing::answer(&format!("a witness at http://{bound}/ (stop with Ctrl-C)"))?;
        let router = Router::new().route("/add-checkpoint", post(add_checkpoint)).with_state(witness);
        axum::serve(listener, router).with_graceful_shutdown(interrupted()).await.map_err(failed)
    })?;
    Ok(Answer::Done)
}

/// The witness's key; a new one, if there is none. A new key has signed nothing, and so begins with an empty memory; an old
/// one without its memory must not sign.
fn key(asked: &arguments::Witness) -> Result<SigningKey, Failure> {
    match read_key(&asked.secret) {
        Err(KeyFileError::Missing { .. }) => {}
        other => return Ok(other?),
    }
    let name = match &asked.name {
        Some(name) => name.clone(),
        None => new_origin()?.replacen("depositary", "depositary-witness", 1),
    };
    let key = SigningKey::generate(&name)?;
    Witness::begin_memory(&asked.state)?;
    keep_key(&asked.secret, &key)?;
    printing::remark(&format!("{}: a new key for this witness; keep it safe", asked.secret.display()));
    Ok(key)
}

async fn add_checkpoint(State(witness): State<Arc<Witness>>, body: Body) -> Response {
    let plain = |status, text: &str| answer(status, "text/plain; charset=utf-8", format!("{text}\n"));
    let bytes = match tokio::time::timeout(PATIENCE, to_bytes(body, LONGEST_REQUEST)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return plain(StatusCode::PAYLOAD_TOO_LARGE, "no request is so long"),
        Err(_) => return plain(StatusCode::REQUEST_TIMEOUT, "the request did not arrive"),
    };
    let Ok(request) = String::from_utf8(bytes.into()) else {
        return plain(StatusCode::BAD_REQUEST, "the request is not UTF-8");
    };
    // What is remembered is written to the disk on the way.
    let asked = tokio::task::spawn_blocking(move || witness.add_checkpoint(&request, clock::since_1970()));
    match asked.await {
        Ok(Ok(lines)) => answer(StatusCode::OK, "text/plain; charset=utf-8", lines),
        Ok(Err(Refusal::Conflict { known })) => answer(StatusCode::CONFLICT, "text/x.tlog.size", format!("{known}\n")),
        Ok(Err(refusal)) => {
            plain(StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::BAD_REQUEST), &refusal.to_string())
        }
        Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR, "something went wrong in this witness"),
    }
}

fn answer(status: StatusCode, kind: &'static str, text: String) -> Response {
    (status, [(header::CONTENT_TYPE, kind)], text).into_response()
}
