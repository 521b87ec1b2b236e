//! Who may ask: the browser of the person at this computer, for this site's own pages.
//!
//! Enters: the head of a request. Leaves: whether it is answered. Never here: an answer that another site may read.
//!
//! A page of another site could have its own name lead to this computer (DNS rebinding) and then read what is served
//! here: its requests name that other site as `Host`. Or it could embed what is served here: its requests say so.
//! Sources: RFC 9110, section 7.2 (Host); Fetch Standard (Origin); Fetch Metadata Request Headers (Sec-Fetch-*).

use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method, StatusCode};

/// The names by which a computer calls itself.
const NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    /// For whoever looks into it.
    pub(super) text: &'static str,
}

/// Looks at a request to the server on `port`.
///
/// # Errors
/// Why it is not answered.
pub(super) fn admit(method: &Method, headers: &HeaderMap, port: u16) -> Result<(), Refusal> {
    let refuse = |status, text| Err(Refusal { status, text });
    let text = |name| headers.get(name).map(|value: &axum::http::HeaderValue| value.to_str().unwrap_or_default());
    let mut hosts = headers.get_all(HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    if hosts.next().is_some() || !host.is_some_and(|host| is_own(host, port)) {
        return refuse(
            StatusCode::MISDIRECTED_REQUEST,
            "this server answers only at localhost and 127.0.0.1, with its own port",
        );
    }
    let own_origin = |origin: &str| origin.strip_prefix("http://").is_some_and(|host| is_own(host, port));
    if !text(ORIGIN.as_str()).is_none_or(own_origin) {
        return refuse(StatusCode::FORBIDDEN, "this server does not answer pages of other sites");
    }
    let is_link = text("sec-fetch-mode") == Some("navigate") && text("sec-fetch-dest") == Some("document");
    let is_foreign = matches!(text("sec-fetch-site"), Some("cross-site" | "same-site"));
    if is_foreign && !is_link {
        return refuse(StatusCode::FORBIDDEN, "this server does not answer pages of other sites");
    }
    if !matches!(*method, Method::GET | Method::HEAD) {
        return refuse(StatusCode::METHOD_NOT_ALLOWED, "this server answers GET and HEAD only");
    }
    Ok(())
}

fn is_own(host: &str, port: u16) -> bool {
    let named = |name: &&str| {
        let after =
            host.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name)).map(|_| &host[name.len()..]);
        match after {
            Some("") => port == 80,
            Some(after) => after.strip_prefix(':') == Some(port.to_string().as_str()),
            None => false,
        }
    };
    NAMES.iter().any(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headers: &[(&'static str, &str)], expected: Option<u16>) {
        let map = headers.iter().map(|(name, value)| {
            let value = value.parse().expect("a header's value");
            (axum::http::HeaderName::from_static(name), value)
        });
        let mut all = HeaderMap::new();
        for (name, value) in map {
            all.append(name, value);
        }
        let refused = admit(&Method::GET, &all, 1212).err().map(|refusal| refusal.status.as_u16());
        assert_eq!(refused, expected, "{headers:?}");
    }

    #[test]
    fn only_the_own_names_with_the_own_port_are_answered() {
        for host in ["127.0.0.1:1212", "localhost:1212", "LOCALHOST:1212", "[::1]:1212"] {
            check(&[("host", host)], None);
        }
        for host in [
            "",
            "localhost",
            "localhost:80",
            "localhost:01212",
            "127.0.0.1.evil.example:1212",
            "evil.example",
            "localhost:1212 ",
            "0.0.0.0:1212",
        ] {
            check(&[("host", host)], Some(421));
        }
        check(&[], Some(421));
        check(&[("host", "localhost:1212"), ("host", "evil.example")], Some(421));
    }

    #[test]
    fn pages_of_other_sites_are_not_answered() {
        let host = ("host", "localhost:1212");
        check(&[host, ("origin", "http://localhost:1212")], None);
        for origin in ["null", "https://localhost:1212", "http://localhost:3000", "http://evil.example"] {
            check(&[host, ("origin", origin)], Some(403));
        }
        check(&[host, ("sec-fetch-site", "same-origin")], None);
        check(&[host, ("sec-fetch-site", "none")], None);
        check(&[host, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")], Some(403));
        check(&[host, ("sec-fetch-site", "same-site"), ("sec-fetch-mode", "no-cors")], Some(403));
        // A link on another page to this one may be followed; it must not be embedded.
        let link =
            [host, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
        check(&link, None);
        let frame =
            [host, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")];
        check(&frame, Some(403));
    }

    #[test]
    fn nothing_can_be_sent_to_it() {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, "localhost:1212".parse().expect("a host"));
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
            let refused = admit(&method, &headers, 1212).err().map(|refusal| refusal.status);
            assert_eq!(refused, Some(StatusCode::METHOD_NOT_ALLOWED), "{method}");
        }
        assert_eq!(admit(&Method::HEAD, &headers, 1212), Ok(()));
    }
}
