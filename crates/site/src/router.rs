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
use axum::routing::get;
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
        .route("/treaties/{treaty}", get(treaty))
        .route("/treaties/{treaty}/body", get(body))
        .route("/treaties/{treaty}/reports", get(reports))
        .route("/treaties/{treaty}/reports.csv", get(reports_csv))
        .route("/treaties/{treaty}/reports.json", get(reports_json))
        .route("/treaties/{treaty}/calendar", get(treaty_calendar))
        .route("/treaties/{treaty}/calendar.ics", get(treaty_feed))
        .route("/treaties/{treaty}/body.ics", get(body_feed))
        .route("/treaties/{treaty}/statements", get(statements))
        .route("/treaties/{treaty}/pairs", get(pairs))
        .route("/treaties/{treaty}/pairs/{one}/{other}", get(pair))
        .route("/treaties/{treaty}/{party}", get(explanation))
        .route("/states", get(states))
        .route("/states/{party}", get(state))
        .route("/states/{party}/calendar", get(state_calendar))
        .route("/states/{party}/calendar.ics", get(state_feed))
        .route("/calendar", get(calendar))
        .route("/calendar.ics", get(feed))
        .route("/reports/{report}", get(report))
        .route("/reports/{report}/preview", get(report_preview))
        .route("/mandates", get(mandates))
        .route("/resolutions/{*symbol}", get(resolution))
        .route("/duties/{paragraph}/of/{*symbol}", get(duty))
        .route("/texts", get(texts))
        .route("/texts/{text}", get(text))
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

async fn treaty(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::treaty::reply(source, &named(path)?, &pairs)).await
}

async fn body(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::body::reply(source, &named(path)?, &pairs)).await
}

async fn reports(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::reports::reply(source, &named(path)?, &pairs)).await
}

async fn reports_csv(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::reports::download::csv(source, &named(path)?, &pairs)).await
}

async fn reports_json(
    State(source): Shared,
    path: Named<String>,
    Query(pairs): Asking,
    headers: HeaderMap,
) -> Response {
    answer(source, headers, move |source| pages::reports::download::json(source, &named(path)?, &pairs)).await
}

async fn calendar(State(source): Shared, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::calendar::of_all(source, &pairs)).await
}

async fn treaty_calendar(
    State(source): Shared,
    path: Named<String>,
    Query(pairs): Asking,
    headers: HeaderMap,
) -> Response {
    answer(source, headers, move |source| pages::calendar::of_treaty(source, &named(path)?, &pairs)).await
}

async fn state_calendar(
    State(source): Shared,
    path: Named<String>,
    Query(pairs): Asking,
    headers: HeaderMap,
) -> Response {
    answer(source, headers, move |source| pages::calendar::of_state(source, &named(path)?, &pairs)).await
}

async fn feed(State(source): Shared, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::feeds::of_all(source, &pairs)).await
}

async fn treaty_feed(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::feeds::of_treaty(source, &named(path)?, &pairs)).await
}

async fn body_feed(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::feeds::of_body(source, &named(path)?, &pairs)).await
}

async fn state_feed(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::feeds::of_state(source, &named(path)?, &pairs)).await
}

async fn explanation(
    State(source): Shared,
    path: Named<(String, String)>,
    Query(pairs): Asking,
    headers: HeaderMap,
) -> Response {
    answer(source, headers, move |source| {
        let (treaty, party) = named(path)?;
        pages::explanation::reply(source, &treaty, &party, &pairs)
    })
    .await
}

async fn statements(State(source): Shared, path: Named<String>, Query(asked): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::statements::reply(source, &named(path)?, &asked)).await
}

async fn pairs(State(source): Shared, path: Named<String>, Query(asked): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::pairs::all(source, &named(path)?, &asked)).await
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

async fn states(State(source): Shared, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::states::reply(source, &pairs)).await
}

async fn state(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::state::reply(source, &named(path)?, &pairs)).await
}

async fn texts(State(source): Shared, headers: HeaderMap) -> Response {
    answer(source, headers, pages::texts::list).await
}

async fn text(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::texts::reply(source, &named(path)?, &pairs)).await
}

async fn mandates(State(source): Shared, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::mandates::reply(source, &pairs)).await
}

async fn resolution(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::mandates::resolution(source, &named(path)?, &pairs)).await
}

async fn duty(
    State(source): Shared,
    path: Named<(String, String)>,
    Query(pairs): Asking,
    headers: HeaderMap,
) -> Response {
    answer(source, headers, move |source| {
        let (paragraph, symbol) = named(path)?;
        pages::mandates::duty(source, &paragraph, &symbol, &pairs)
    })
    .await
}

async fn report_preview(
    State(source): Shared,
    path: Named<String>,
    Query(pairs): Asking,
    headers: HeaderMap,
) -> Response {
    answer(source, headers, move |source| pages::report::preview(source, &named(path)?, &pairs)).await
}

async fn report(State(source): Shared, path: Named<String>, Query(pairs): Asking, headers: HeaderMap) -> Response {
    answer(source, headers, move |source| pages::report::reply(source, &named(path)?, &pairs)).await
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
