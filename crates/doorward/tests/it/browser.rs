//! As much of a browser as a login page needs: cookies, redirects, forms.

use std::collections::BTreeMap;

use doorward::url::Url;
use doorward_testing::TestTenant;
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Certificate, Client, RequestBuilder, redirect};

pub(crate) struct Browser {
    client: Client,
    cookies: BTreeMap<String, String>,
}

/// Where a visit ended.
pub(crate) enum Ended {
    /// On a page of the tenant.
    Page { url: Url, html: String },
    /// At an address of somebody else, which was not opened.
    Elsewhere(Url),
}

impl Browser {
    pub(crate) fn new(tenant: &TestTenant) -> Self {
        let authority = Certificate::from_pem(tenant.ca_pem().as_bytes()).unwrap();
        let client = Client::builder()
            .tls_certs_merge([authority])
            .redirect(redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            client,
            cookies: BTreeMap::new(),
        }
    }

    /// Opens an address and follows where it leads within the tenant.
    pub(crate) async fn open(&mut self, url: Url) -> Ended {
        self.follow(url.clone(), self.client.get(url)).await
    }

    /// Fills the form of a page in and sends it. Hidden fields go along.
    pub(crate) async fn submit(&mut self, page: Ended, fields: &[(&str, &str)]) -> Ended {
        let Ended::Page { url, html } = page else {
            panic!("no form to fill in");
        };
        let hidden = hidden_fields(&html);
        let all = hidden
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(all.chain(fields.iter().copied()))
            .finish();
        let request = self
            .client
            .post(url.clone())
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", url.origin().ascii_serialization())
            .body(form);
        self.follow(url, request).await
    }

    async fn follow(&mut self, mut url: Url, mut request: RequestBuilder) -> Ended {
        let origin = url.origin();
        loop {
            let cookies = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"));
            let cookies = cookies.collect::<Vec<_>>().join("; ");
            let answer = request.header(COOKIE, cookies).send().await.unwrap();
            for cookie in answer.headers().get_all(SET_COOKIE) {
                let pair = cookie.to_str().unwrap().split(';').next().unwrap();
                let (name, value) = pair.split_once('=').unwrap();
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
            let Some(location) = answer.headers().get(LOCATION) else {
                let html = answer.text().await.unwrap();
                return Ended::Page { url, html };
            };
            url = url.join(location.to_str().unwrap()).unwrap();
            if url.origin() != origin {
                return Ended::Elsewhere(url);
            }
            request = self.client.get(url.clone());
        }
    }
}

/// Name and value of every hidden input.
fn hidden_fields(html: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!("{name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    html.split("<input ")
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap())
        .filter(|tag| tag.contains("type=\"hidden\""))
        .filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?)))
        .collect()
}
