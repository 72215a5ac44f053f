//! A browser before the tenant's login page.

use std::collections::BTreeMap;

use doorward_tenant::{DEMO_EMAIL, DEMO_PASSWORD};
use doorward_testing::TestTenant;

/// As much of a browser as the tenant's login page needs.
pub(crate) struct Browser {
    client: reqwest::Client,
    origin: String,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    pub(crate) fn new(tenant: &TestTenant) -> Self {
        let authority =
            reqwest::Certificate::from_pem(tenant.ca_pem().as_bytes()).expect("a certificate");
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .tls_certs_merge([authority])
            .build()
            .expect("a client");
        Self {
            client,
            origin: tenant.issuer().trim_end_matches('/').to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    /// Sends a request with the cookies; answers where it leads, and the page.
    pub(crate) async fn send(&mut self, target: &str, form: Option<String>) -> (String, String) {
        let url = if target.starts_with('/') {
            format!("{}{target}", self.origin)
        } else {
            target.to_owned()
        };
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = match form {
            Some(form) => self
                .client
                .post(url)
                .header("origin", &self.origin)
                .header("content-type", "application/x-www-form-urlencoded")
                .body(form),
            None => self.client.get(url),
        };
        let answer = request
            .header("cookie", cookies.join("; "))
            .send()
            .await
            .expect("an answer");
        for line in answer.headers().get_all("set-cookie") {
            let line = line.to_str().expect("a text");
            let (name, value) = line
                .split(';')
                .next()
                .and_then(|pair| pair.split_once('='))
                .expect("a cookie");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let location = answer
            .headers()
            .get("location")
            .map_or("", |value| value.to_str().expect("a text"))
            .to_owned();
        (location, answer.text().await.expect("a page"))
    }

    /// Follows an authorization request through the login page to the callback.
    pub(crate) async fn log_in(&mut self, address: &str) -> String {
        let (page, _) = self.send(address, None).await;
        assert!(page.starts_with("/u/login"), "{page}");
        let (_, html) = self.send(&page, None).await;
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(hidden_inputs(&html));
        form.extend_pairs([
            ("username", DEMO_EMAIL),
            ("password", DEMO_PASSWORD),
            ("action", "default"),
        ]);
        let (mut location, _) = self.send(&page, Some(form.finish())).await;
        while location.starts_with('/') {
            (location, _) = self.send(&location, None).await;
        }
        location
    }
}

fn hidden_inputs(html: &str) -> Vec<(String, String)> {
    let attribute = |input: &str, name: &str| {
        let value = input.split(&format!(" {name}=\"")).nth(1)?;
        Some(value.split('"').next()?.to_owned())
    };
    let form = html.split("</form>").next().expect("a form");
    let inputs = form
        .split("<input")
        .skip(1)
        .filter(|input| input.contains("type=\"hidden\""));
    inputs
        .filter_map(|input| Some((attribute(input, "name")?, attribute(input, "value")?)))
        .collect()
}
