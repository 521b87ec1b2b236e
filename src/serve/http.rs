//! Requests to answers.
//!
//! Enters: requests. Leaves: pages, files, the server's own files, the stream of changes. Never here: an answer to a
//! request that the guard does not admit, a header that lets another site read an answer.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, LOCATION, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use tower_http::compression::CompressionLayer;

use super::generation::{Generation, Made, PATIENCE, Place};
use super::shared::{Now, Shared};
use super::{guard, live, page};
use crate::base::SourcePath;
use crate::diag::report::{self, Places};
use crate::disk;
use crate::render;

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// Answers until the process ends.
pub(super) async fn answer_all(listener: std::net::TcpListener, shared: Arc<Shared>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    // As hosts do: pages weigh in the browser what they will weigh for readers. Not the stream of changes, nor pictures.
    let router = Router::new().fallback(answer).layer(CompressionLayer::new()).with_state(shared);
    // Failing to accept one connection does not end it.
    _ = axum::serve(listener, router).await;
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let mut response = match guard::admit(request.method(), request.headers(), shared.port) {
        Ok(()) => admitted(shared, request.uri()).await,
        Err(refusal) => {
            let mut response = text(refusal.status, refusal.text);
            if refusal.status == StatusCode::METHOD_NOT_ALLOWED {
                response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            }
            response
        }
    };
    protect(response.headers_mut());
    response
}

/// What holds for every answer: the policy that pages are published with, which is that of an answer itself where
/// style sheets stand in it, and nothing for other sites or for later.
fn protect(headers: &mut HeaderMap) {
    let all = [
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in all {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let (false, Ok(policy)) = (headers.contains_key(CONTENT_SECURITY_POLICY), render::policy(&[]).try_into()) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
}

async fn admitted(shared: Arc<Shared>, uri: &Uri) -> Response {
    match uri.path().strip_prefix(page::RESERVED) {
        Some("live.js") => typed(StatusCode::OK, "text/javascript; charset=utf-8", page::SCRIPT),
        Some("overlay.css") => typed(StatusCode::OK, "text/css; charset=utf-8", page::STYLE),
        Some("changes") => {
            let query = uri.query().unwrap_or_default();
            let [path, digest, trouble] = ["path", "digest", "trouble"].map(|name| parameter(query, name));
            live::follow(shared, path, digest, trouble).into_response()
        }
        Some(_) => text(StatusCode::NOT_FOUND, "there is nothing here"),
        None => of_site(&shared, uri.path()).await,
    }
}

/// What the site has at an address. Before the first build, its end is waited for.
async fn of_site(shared: &Shared, path: &str) -> Response {
    let mut states = shared.follow();
    let Ok(now) = states.wait_for(|now| now.begun).await.map(|now| now.clone()) else {
        return text(StatusCode::SERVICE_UNAVAILABLE, "the server is going down");
    };
    let Some(good) = &now.good else { return trouble(&now) };
    match good.place(path) {
        Place::Moved(to) => match HeaderValue::from_str(&to) {
            Ok(to) => (StatusCode::FOUND, [(LOCATION, to)]).into_response(),
            Err(_) => text(StatusCode::NOT_FOUND, "there is nothing here"),
        },
        Place::File(name) => file(shared, &now, good, &name, StatusCode::OK).await,
        Place::Nowhere => {
            let name = good.shown_at(path);
            file(shared, &now, good, &name, StatusCode::NOT_FOUND).await
        }
    }
}

async fn file(shared: &Shared, now: &Now, good: &Arc<Generation>, name: &str, status: StatusCode) -> Response {
    match good.made(name, &shared.runtime).await {
        Some(Made::Page(bytes, digest)) => of_pages(good, status, page::with_script(&bytes, &digest, good.number)),
        Some(Made::File(bytes)) => typed(status, &media_type(good, name), bytes),
        Some(Made::Copy(path)) => copy(shared, good, path, name).await,
        Some(Made::Failed(diagnostics)) => {
            // The page as it was before its template was spoilt, if there is one.
            if let Some(before) = &now.before
                && let Some(Made::Page(bytes, digest)) = before.made(name, &shared.runtime).await
            {
                return of_pages(before, status, page::with_script(&bytes, &digest, before.number));
            }
            let text_of = |path: &SourcePath| good.prepared.template(path);
            let mut places = Places::new(&text_of);
            let shown = |diagnostic| report::text(diagnostic, &mut places, false);
            let texts: Vec<String> = diagnostics.iter().map(shown).collect();
            typed(StatusCode::INTERNAL_SERVER_ERROR, HTML, page::trouble(&texts))
        }
        None => {
            let seconds = PATIENCE.as_secs();
            let what = format!("`{name}` was not rendered within {seconds} s: does a loop in its template never end?");
            typed(StatusCode::SERVICE_UNAVAILABLE, HTML, page::trouble(&[what]))
        }
    }
}

/// A page of a generation, with its policy.
fn of_pages(generation: &Generation, status: StatusCode, page: Vec<u8>) -> Response {
    let mut response = typed(status, HTML, page);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, generation.policy());
    response
}

/// A file that is copied, read now.
async fn copy(shared: &Shared, good: &Arc<Generation>, path: SourcePath, name: &str) -> Response {
    let root = good.root.clone();
    let read = shared.runtime.spawn_blocking(move || disk::read_asset(&root, &path)).await;
    match read {
        Ok(Ok(bytes)) => typed(StatusCode::OK, &media_type(good, name), bytes),
        Ok(Err(error)) => text(StatusCode::NOT_FOUND, &error.to_string()),
        Err(_) => text(StatusCode::INTERNAL_SERVER_ERROR, "the file could not be read"),
    }
}

/// The page where there has been no site without errors yet.
fn trouble(now: &Now) -> Response {
    let texts = now.trouble.as_ref().map(|trouble| trouble.texts.clone()).unwrap_or_default();
    typed(StatusCode::INTERNAL_SERVER_ERROR, HTML, page::trouble(&texts))
}

fn text(status: StatusCode, text: &str) -> Response {
    typed(status, TEXT, format!("{text}\n"))
}

fn typed(status: StatusCode, media_type: &str, body: impl Into<Bytes>) -> Response {
    let mut response = Response::new(Body::from(body.into()));
    *response.status_mut() = status;
    if let Ok(media_type) = HeaderValue::from_str(media_type) {
        response.headers_mut().insert(CONTENT_TYPE, media_type);
    }
    response
}

/// The media type of a file: what the site itself says of its own, else by the ending of its name.
fn media_type(good: &Generation, name: &str) -> String {
    let exported = good.prepared.site().map(|site| site.glossary_files()).unwrap_or_default();
    if let Some((format, _)) = exported.iter().find(|(_, route)| route.file() == name) {
        return format.media_type().to_owned();
    }
    let guessed = mime_guess::from_path(name).first_raw().unwrap_or(match name.starts_with('_') {
        true => "text/plain",
        false => "application/octet-stream",
    });
    let is_text = guessed.starts_with("text/") || matches!(guessed, "application/json" | "application/xml");
    if is_text { format!("{guessed}; charset=utf-8") } else { guessed.to_owned() }
}

/// A value of a query (`path=%2Fvi%2F&digest=ab`), empty if it is missing.
fn parameter(query: &str, name: &str) -> String {
    let value = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    percent_encoding::percent_decode_str(value.unwrap_or_default()).decode_utf8_lossy().into_owned()
}
