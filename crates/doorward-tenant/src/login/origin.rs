//! Whether a form was posted from one of our own pages.

use axum::http::{HeaderMap, header};

use crate::http::Context;

/// Whether the browser says that the request comes from a page of this very host.
///
/// A `state` bound to a cookie already keeps other sites from posting forms; this keeps them from
/// posting one whose `state` leaked. A client that is no browser says nothing and is let through:
/// nobody can make somebody else's script send it.
pub(crate) fn is_same_origin(cx: &Context) -> bool {
    let is_proxied = cx.server.settings.trusts(cx.caller.peer);
    is_posted_from_here(&cx.caller.headers, is_proxied)
}

fn is_posted_from_here(headers: &HeaderMap, is_proxied: bool) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN.as_str()) else {
        return true;
    };
    let Some((_, authority)) = origin.split_once("://") else {
        return false;
    };
    // What the browser asked for, where a proxy asks us for something else.
    let forwarded = text("x-forwarded-host").filter(|_| is_proxied);
    let hosts = [text("host"), forwarded].into_iter().flatten();
    hosts
        .into_iter()
        .any(|host| host.eq_ignore_ascii_case(authority))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_accepted(headers: &[(&'static str, &str)]) -> bool {
        is_accepted_from(false, headers)
    }

    fn is_accepted_from(is_proxied: bool, headers: &[(&'static str, &str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        is_posted_from_here(&map, is_proxied)
    }

    #[test]
    fn a_proxy_may_say_what_the_browser_asked_for_and_nobody_else() {
        let headers = [
            ("host", "inner:3000"),
            ("x-forwarded-host", "t.example"),
            ("origin", "https://t.example"),
        ];
        assert!(is_accepted_from(true, &headers));
        assert!(!is_accepted_from(false, &headers));
    }

    #[test]
    fn other_sites_cannot_post_forms() {
        assert!(is_accepted(&[
            ("host", "t.example:8443"),
            ("origin", "https://t.example:8443")
        ]));
        assert!(is_accepted(&[
            ("host", "t.example"),
            ("sec-fetch-site", "same-origin")
        ]));
        assert!(is_accepted(&[("host", "t.example")]));
        assert!(!is_accepted(&[
            ("host", "t.example"),
            ("origin", "https://evil.example")
        ]));
        assert!(!is_accepted(&[("host", "t.example"), ("origin", "null")]));
        assert!(!is_accepted(&[
            ("host", "t.example"),
            ("sec-fetch-site", "cross-site")
        ]));
        assert!(!is_accepted(&[
            ("host", "t.example"),
            ("sec-fetch-site", "same-site")
        ]));
    }
}
