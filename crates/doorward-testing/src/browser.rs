//! As much of a browser as a login page needs: cookies, redirects, one form.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE};
use axum::http::request::Builder;
use axum::http::{HeaderMap, Request};
use doorward::url::Url;
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use crate::tenant::TestTenantError;

/// A browser that knows no address but those of one tenant.
pub(crate) struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// Where a visit ended.
enum Ended {
    /// On a page of the tenant.
    Page { url: Url, html: String },
    /// At an address of somebody else, which was not opened.
    Elsewhere(Url),
}

impl Browser {
    pub(crate) fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
        }
    }

    /// Opens `url`, fills `fields` into the form there, and answers the address that it is sent on to.
    pub(crate) async fn log_in(
        mut self,
        url: &Url,
        fields: &[(&str, &str)],
    ) -> Result<Url, TestTenantError> {
        let opened = self
            .follow(url.clone(), Request::get(url.as_str()), None)
            .await?;
        let (url, html) = match opened {
            Ended::Elsewhere(url) => return Ok(url),
            Ended::Page { url, html } => (url, html),
        };
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(hidden_fields(&html))
            .extend_pairs(fields)
            .finish();
        let request = Request::post(url.as_str())
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(ORIGIN, url.origin().ascii_serialization());
        match self.follow(url, request, Some(form)).await? {
            Ended::Elsewhere(url) => Ok(url),
            Ended::Page { url, html } => {
                let title = between(&html, "<title>", "</title>").unwrap_or_default();
                let path = url.path();
                Err(TestTenantError::Login(format!("at {path}, {title}")))
            }
        }
    }

    /// Makes a request and follows where it leads within the tenant.
    async fn follow(
        &mut self,
        mut url: Url,
        mut request: Builder,
        mut body: Option<String>,
    ) -> Result<Ended, TestTenantError> {
        let failed = |error: &dyn std::fmt::Display| TestTenantError::Login(error.to_string());
        let origin = url.origin();
        loop {
            let cookies = self.cookies.iter();
            let cookies: Vec<_> = cookies
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            let request_now = request
                .header(HOST, url.authority())
                .header(COOKIE, cookies.join("; "))
                .body(Body::from(body.take().unwrap_or_default()))
                .map_err(|error| failed(&error))?;
            let Ok(answer) = self.router.clone().oneshot(request_now).await;
            self.keep_cookies(answer.headers());
            let Some(location) = answer.headers().get(LOCATION).cloned() else {
                let body = answer.into_body().collect().await;
                let body = body.map_err(|error| failed(&error))?.to_bytes();
                let html = String::from_utf8_lossy(&body).into_owned();
                return Ok(Ended::Page { url, html });
            };
            let location = location.to_str().map_err(|error| failed(&error))?;
            url = url.join(location).map_err(|error| failed(&error))?;
            if url.origin() != origin {
                return Ok(Ended::Elsewhere(url));
            }
            request = Request::get(url.as_str());
        }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(SET_COOKIE) {
            let pair = cookie
                .to_str()
                .ok()
                .and_then(|cookie| cookie.split(';').next());
            if let Some((name, value)) = pair.and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// Name and value of every hidden input of our own pages.
fn hidden_fields(html: &str) -> Vec<(&str, &str)> {
    let tags = html.split("<input ").skip(1);
    tags.filter_map(|rest| rest.split('>').next())
        .filter(|tag| tag.contains("type=\"hidden\""))
        .filter_map(|tag| {
            Some((
                between(tag, "name=\"", "\"")?,
                between(tag, "value=\"", "\"")?,
            ))
        })
        .collect()
}

/// What stands in `text` between `start` and the `end` that follows.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}
