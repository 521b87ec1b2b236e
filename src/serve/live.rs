//! What an open page is told of the site's changes, as server-sent events.
//!
//! Enters: the address of the page, the digest of what the browser shows, and the id of the trouble that it shows, if any. Leaves: `page` (it is another now),
//! `kept` (it is not), `styles` (where the style sheets are), `files` (copied files that changed), `broken` and
//! `mended` (what is wrong, and that nothing is any more). Never here: anything of a page that another site may read.
//! Source: HTML Standard, section 9.2 (server-sent events).

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use serde_json::json;
use tokio::sync::watch;

use super::generation::{Generation, Made};
use super::shared::{Now, OpenPage, Shared};

/// One page that is open in a browser.
struct Follower {
    shared: Arc<Shared>,
    page: OpenPage,
    states: watch::Receiver<Now>,
    /// Of what the browser shows; empty if that is no page of the site.
    digest: String,
    /// The number of the generation that was told last.
    told: Option<u64>,
    /// The id of the trouble that was told last.
    trouble: Option<String>,
    waiting: VecDeque<Event>,
}

/// Tells an open page of all changes, beginning with what has happened since it was loaded.
pub(super) fn follow(
    shared: Arc<Shared>,
    path: String,
    digest: String,
    trouble: String,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut states = shared.follow();
    states.mark_changed();
    let page = OpenPage::new(shared.clone(), path);
    let trouble = (!trouble.is_empty()).then_some(trouble);
    let follower = Follower { shared, page, states, digest, told: None, trouble, waiting: VecDeque::new() };
    Sse::new(stream::unfold(follower, next)).keep_alive(KeepAlive::default())
}

async fn next(mut follower: Follower) -> Option<(Result<Event, Infallible>, Follower)> {
    loop {
        if let Some(event) = follower.waiting.pop_front() {
            return Some((Ok(event), follower));
        }
        follower.states.changed().await.ok()?;
        let now = follower.states.borrow_and_update().clone();
        follower.look(&now).await;
    }
}

impl Follower {
    async fn look(&mut self, now: &Now) {
        let id = now.trouble.as_ref().map(|trouble| trouble.id.clone());
        if let Some(trouble) = now.trouble.as_ref().filter(|_| id != self.trouble) {
            self.waiting.push_back(Event::default().event("broken").data(&trouble.json));
        } else if id.is_none() && self.trouble.is_some() {
            self.waiting.push_back(Event::default().event("mended").data("{}"));
        }
        self.trouble = id;
        let Some(good) = now.good.as_ref().filter(|good| self.told != Some(good.number)) else { return };
        let since = self.told.replace(good.number);
        self.compare(good).await;
        let address = |style: &String| format!("{}{style}", good.base_path());
        let styles: Vec<String> = good.styles.iter().map(address).collect();
        self.waiting.push_back(Event::default().event("styles").data(json!(styles).to_string()));
        let is_new = |(_, changed): &(&String, &u64)| since.is_some_and(|since| **changed > since);
        let files: Vec<&String> = now.touched.iter().filter(is_new).map(|(file, _)| file).collect();
        if !files.is_empty() {
            self.waiting.push_back(Event::default().event("files").data(json!(files).to_string()));
        }
    }

    /// Whether the page is still what the browser shows.
    async fn compare(&mut self, good: &Arc<Generation>) {
        let name = good.shown_at(&self.page.path);
        let made = good.made(&name, &self.shared.runtime).await;
        let event = match made {
            Some(Made::Page(_, digest)) if *digest != *self.digest => {
                self.digest = digest.to_string();
                "page"
            }
            _ => "kept",
        };
        self.waiting.push_back(Event::default().event(event).data(json!({ "generation": good.number }).to_string()));
    }
}
