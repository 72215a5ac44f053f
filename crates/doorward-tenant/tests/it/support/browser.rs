//! A browser as far as logins need one: cookies, forms, and one redirect at a time.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Request, header};

use super::{Answer, DOMAIN, TestTenant, encode};

/// Keeps the cookies that a tenant sets.
#[derive(Clone)]
pub(crate) struct Browser<'t> {
    tenant: &'t TestTenant,
    pub(crate) cookies: BTreeMap<String, String>,
}

impl<'t> Browser<'t> {
    pub(crate) fn new(tenant: &'t TestTenant) -> Self {
        Self {
            tenant,
            cookies: BTreeMap::new(),
        }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        let request = Request::get(path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    pub(crate) async fn head(&mut self, path: &str) -> Answer {
        let request = Request::head(path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, format!("https://{DOMAIN}"))
            .body(Body::from(encode(fields)))
            .unwrap();
        self.send(request).await
    }

    /// Goes on as long as redirects stay on the tenant.
    pub(crate) async fn follow(&mut self, mut answer: Answer) -> Answer {
        for _ in 0..10 {
            if !answer.status.is_redirection() || !answer.location().starts_with('/') {
                break;
            }
            let next = answer.location().to_owned();
            answer = self.get(&next).await;
        }
        answer
    }

    /// Opens a page and posts its form: the hidden inputs and `fields`, as a person would.
    pub(crate) async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.text);
        let hidden = hidden_inputs(&page.text);
        let all: Vec<(&str, &str)> = hidden
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain(fields.iter().copied())
            .collect();
        self.post(path, &all).await
    }

    async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let headers = request.headers_mut();
        headers.insert(header::HOST, DOMAIN.parse().unwrap());
        if !cookies.is_empty() {
            headers.insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let answer = self.tenant.send(request).await;
        for line in answer.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if line.contains("Max-Age=0;") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
}

/// Names and values of the hidden inputs of a page's first form.
fn hidden_inputs(html: &str) -> Vec<(String, String)> {
    let form = html.split("</form>").next().unwrap();
    let attribute = |input: &str, name: &str| {
        let value = input.split(&format!(" {name}=\"")).nth(1)?;
        Some(value.split('"').next()?.to_owned())
    };
    form.split("<input")
        .skip(1)
        .filter(|input| input.contains("type=\"hidden\""))
        .filter_map(|input| Some((attribute(input, "name")?, attribute(input, "value")?)))
        .collect()
}
