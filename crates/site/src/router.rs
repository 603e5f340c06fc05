//! Which address is answered by which page.

use std::any::Any;
use std::future::Future;
use std::io;
use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::asked::Pairs;
use crate::fault::Fault;
use crate::headers::with_headers;
use crate::pages;
use crate::reply::Reply;
use crate::source::Source;
use crate::style;

type Shared = State<Arc<dyn Source>>;

/// The pages, answering from a source.
pub fn router(source: Arc<dyn Source>) -> Router {
    let router = Router::new()
        .route("/", get(home))
        .route("/treaties/{treaty}", page_of(pages::treaty::reply))
        .route("/treaties/{treaty}/body", page_of(pages::body::reply))
        .route("/treaties/{treaty}/reports", page_of(pages::reports::reply))
        .route("/treaties/{treaty}/reports.csv", page_of(pages::reports::download::csv))
        .route("/treaties/{treaty}/reports.json", page_of(pages::reports::download::json))
        .route("/treaties/{treaty}/activities", page_of(pages::activities::reply))
        .route("/treaties/{treaty}/outreach", page_of(pages::outreach::reply))
        .route("/treaties/{treaty}/outreach/{party}", page_of_two(pages::outreach::note))
        .route("/treaties/{treaty}/calendar", page_of(pages::calendar::of_treaty))
        .route("/treaties/{treaty}/calendar.ics", page_of(pages::feeds::of_treaty))
        .route("/treaties/{treaty}/body.ics", page_of(pages::feeds::of_body))
        .route("/treaties/{treaty}/statements", page_of(pages::statements::reply))
        .route("/treaties/{treaty}/pairs", page_of(pages::pairs::all))
        .route("/treaties/{treaty}/pairs/{one}/{other}", get(pair))
        .route("/treaties/{treaty}/{party}", page_of_two(pages::explanation::reply))
        .route("/states", page(pages::states::reply))
        .route("/states/{party}", page_of(pages::state::reply))
        .route("/states/{party}/calendar", page_of(pages::calendar::of_state))
        .route("/states/{party}/calendar.ics", page_of(pages::feeds::of_state))
        .route("/calendar", page(pages::calendar::of_all))
        .route("/calendar.ics", page(pages::feeds::of_all))
        .route("/reports/{report}", page_of(pages::report::reply))
        .route("/reports/{report}/preview", page_of(pages::report::preview))
        .route("/mandates", page(pages::mandates::reply))
        .route("/resolutions/{*symbol}", page_of(pages::mandates::resolution))
        .route("/duties/{paragraph}/of/{*symbol}", page_of_two(pages::mandates::duty))
        .route("/texts", get(texts))
        .route("/texts/{text}", page_of(pages::texts::reply))
        .route("/log", get(log))
        .route("/log/proof", get(asked_proof))
        .route("/log/proof/{entry}", get(proof))
        .route("/log/checkpoint/{entries}", get(checkpoint_of))
        .route("/checkpoint", get(checkpoint))
        .route("/tile/{*tile}", get(tile))
        .route("/style.css", get(style::sheet))
        .route("/icon.svg", get(style::icon))
        .fallback(async || Fault::NoSuchPage)
        .method_not_allowed_fallback(async || Fault::OnlyRead)
        .with_state(source)
        .layer(CatchPanicLayer::custom(broken))
        .layer(CompressionLayer::new());
    with_headers(router)
}

/// Answers visitors until `shutdown` is done, and then those whose requests had come in by then.
///
/// # Errors
/// Those of the listener.
pub async fn serve(
    listener: tokio::net::TcpListener,
    source: Arc<dyn Source>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    axum::serve(listener, router(source)).with_graceful_shutdown(shutdown).await
}

async fn home(State(source): Shared, headers: HeaderMap) -> Response {
    answer(source, headers, pages::home::reply).await
}

async fn pair(
    State(source): Shared,
    path: Named<(String, String, String)>,
    Query(asked): Asking,
    headers: HeaderMap,
) -> Response {
    answer(source, headers, move |source| {
        let (treaty, one, other) = named(path)?;
        pages::pairs::two(source, &treaty, [&one, &other], &asked)
    })
    .await
}

async fn texts(State(source): Shared, headers: HeaderMap) -> Response {
    answer(source, headers, pages::texts::list).await
}

async fn log(State(source): Shared, headers: HeaderMap) -> Response {
    answer(source, headers, |source| pages::log::reply(source.log())).await
}

async fn asked_proof(State(source): Shared, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::log::asked_proof(source.log(), &pairs)).await
}

async fn proof(State(source): Shared, path: Named<String>, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::log::proof(source.log(), &named(path)?)).await
}

async fn checkpoint_of(State(source): Shared, path: Named<String>, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::log::checkpoint_of(source.log(), &named(path)?)).await
}

async fn checkpoint(State(source): Shared, headers: HeaderMap) -> Response {
    answer(source, headers, |source| pages::log::checkpoint(source.log())).await
}

async fn tile(State(source): Shared, path: Named<String>, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::log::tile(source.log(), &named(path)?)).await
}

/// A page that an address asks for without naming anything.
fn page(page: fn(&dyn Source, &Pairs) -> Result<Reply, Fault>) -> MethodRouter<Arc<dyn Source>> {
    get(move |State(source): Shared, Query(pairs): Asking, headers: HeaderMap| {
        answer(source, headers, move |source| page(source, &pairs))
    })
}

/// The page of what an address names.
fn page_of(page: fn(&dyn Source, &str, &Pairs) -> Result<Reply, Fault>) -> MethodRouter<Arc<dyn Source>> {
    get(move |State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap| {
        answer(source, headers, move |source| page(source, &named(path)?, &pairs))
    })
}

/// The page of two things that an address names, in the order of the address.
fn page_of_two(page: fn(&dyn Source, &str, &str, &Pairs) -> Result<Reply, Fault>) -> MethodRouter<Arc<dyn Source>> {
    get(move |State(source): Shared, path: Named<(String, String)>, Query(pairs): Asking, headers: HeaderMap| {
        answer(source, headers, move |source| {
            let (one, other) = named(path)?;
            page(source, &one, &other, &pairs)
        })
    })
}

type Named<T> = Result<Path<T>, PathRejection>;
type Asking = Query<Pairs>;

/// What the address names; what is not even text names nothing.
fn named<T>(path: Named<T>) -> Result<T, Fault> {
    path.map(|Path(named)| named).map_err(|_| Fault::NoSuchPage)
}

/// Reading a register and setting a paper take their time, so that they are done where nobody waits for the thread.
async fn answer(
    source: Arc<dyn Source>,
    headers: HeaderMap,
    page: impl FnOnce(&dyn Source) -> Result<Reply, Fault> + Send + 'static,
) -> Response {
    match tokio::task::spawn_blocking(move || page(source.as_ref())).await {
        Ok(Ok(reply)) => reply.send(&headers),
        Ok(Err(fault)) => fault.into_response(),
        Err(_) => Fault::broken().into_response(),
    }
}

fn broken(_: Box<dyn Any + Send>) -> Response {
    Fault::broken().into_response()
}
