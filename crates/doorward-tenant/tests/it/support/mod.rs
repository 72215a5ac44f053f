//! A tenant of its own for each test, and a browser that keeps cookies.

mod browser;
mod engine;
mod rsa_key;

pub(crate) use browser::Browser;
pub(crate) use engine::{execute, location};
pub(crate) use rsa_key::RsaKey;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use doorward_tenant::{Bootstrap, Clock, Doorward, Entropy, Location, Mode, Settings};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

/// The domain of every test's tenant.
pub(crate) const DOMAIN: &str = "tenant.example";

/// A running tenant with the demo data of a first start.
pub(crate) struct TestTenant {
    doorward: Doorward,
    router: Router,
    pub(crate) bootstrap: Bootstrap,
    pub(crate) clock: Clock,
    location: Location,
    data: tempfile::TempDir,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl TestTenant {
    pub(crate) async fn start() -> Self {
        let data = tempfile::tempdir().unwrap();
        let location = location(data.path()).await;
        let settings = Settings::development(location, DOMAIN, [7; 32]);
        Self::start_with(settings, data).await
    }

    /// A tenant with settings of its own.
    pub(crate) async fn start_with(settings: Settings, data: tempfile::TempDir) -> Self {
        let clock = Clock::default();
        let location = settings.location.clone();
        let doorward = Doorward::start(settings, clock.clone(), Entropy::default())
            .await
            .unwrap();
        let bootstrap = doorward.bootstrap().unwrap().clone();
        Self {
            router: doorward.router(),
            doorward,
            bootstrap,
            clock,
            location,
            data,
        }
    }

    /// A tenant with the demo data all the same, as production runs it.
    pub(crate) async fn in_production() -> Self {
        let mut tenant = Self::start().await;
        let mut settings = Settings::development(tenant.location.clone(), DOMAIN, [7; 32]);
        settings.mode = Mode::Production;
        let clock = tenant.clock.clone();
        let doorward = Doorward::start(settings, clock, Entropy::default());
        tenant.doorward = doorward.await.unwrap();
        tenant.router = tenant.doorward.router();
        tenant
    }

    /// Changes a connection's options.
    pub(crate) async fn set_options(&self, connection_id: &str, change: Value) {
        let path = format!("/connections/{connection_id}");
        let mut options = self.manage("GET", &path, None).await.json()["options"].clone();
        for (name, value) in change.as_object().unwrap() {
            options[name] = value.clone();
        }
        let change = serde_json::json!({ "options": options });
        let answer = self.manage("PATCH", &path, Some(change)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }

    /// Changes a client.
    pub(crate) async fn set_client(&self, client_id: &str, change: Value) {
        let path = format!("/clients/{client_id}");
        let answer = self.manage("PATCH", &path, Some(change)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }

    /// Applies a tenant file: what was left out, or what is wrong.
    pub(crate) async fn seed(&self, file: Value) -> Result<Vec<String>, Vec<String>> {
        let seeded = self.doorward.seed(DOMAIN, file).await;
        seeded.map_err(|refused| refused.problems().to_vec())
    }

    /// Where the database is, if it is a file.
    pub(crate) fn data_dir(&self) -> &std::path::Path {
        self.data.path()
    }

    /// Changes rows as an older release may have left them.
    pub(crate) async fn execute(&self, sql: &str) {
        execute(&self.location, sql).await;
    }

    /// All its routes.
    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    /// A GET without cookies.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::HOST, DOMAIN);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// A POST of whatever body.
    pub(crate) async fn post_text(&self, path: &str, content_type: &str, body: &str) -> Answer {
        let request = Request::post(path)
            .header(header::HOST, DOMAIN)
            .header(header::CONTENT_TYPE, content_type);
        self.send(request.body(Body::from(body.to_owned())).unwrap())
            .await
    }

    /// A POST of a JSON object.
    pub(crate) async fn post_json(&self, path: &str, body: Value) -> Answer {
        let request = Request::post(path)
            .header(header::HOST, DOMAIN)
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    /// A POST of a form.
    pub(crate) async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header(header::HOST, DOMAIN)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(encode(fields))).unwrap())
            .await
    }

    /// A token for the Management API.
    pub(crate) async fn management_token(&self) -> String {
        let client = &self.bootstrap.management;
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", client.client_id.as_str()),
            ("client_secret", client.client_secret.as_str()),
            ("audience", client.audience.as_str()),
        ];
        let answer = self.post_form("/oauth/token", &form).await;
        answer.json()["access_token"].as_str().unwrap().to_owned()
    }

    /// A call of the Management API, with a token that may do everything.
    pub(crate) async fn manage(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        let token = self.management_token().await;
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v2{path}"))
            .header(header::HOST, DOMAIN)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json");
        let body = body.map_or(Body::empty(), |body| Body::from(body.to_string()));
        self.send(request.body(body).unwrap()).await
    }

    /// Changes settings of the tenant.
    pub(crate) async fn set_settings(&self, change: Value) {
        let answer = self
            .manage("PATCH", "/tenants/settings", Some(change))
            .await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }

    /// The newest message to this address.
    pub(crate) async fn message(&self, to: &str) -> Value {
        let path = format!("/_doorward/outbox?{}", encode(&[("to", to)]));
        let messages = self.get(&path).await.json();
        messages[0].clone()
    }
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|_| panic!("{} is no JSON: {}", self.status, self.text))
    }

    /// Where a redirect leads.
    pub(crate) fn location(&self) -> &str {
        match self.headers.get(header::LOCATION) {
            Some(location) => location.to_str().unwrap(),
            None => panic!("{} without a location: {}", self.status, self.text),
        }
    }

    /// A parameter of the query or fragment that a redirect leads to.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        let location = self.location();
        let (_, parameters) = location.split_once(['?', '#'])?;
        form_urlencoded::parse(parameters.as_bytes())
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.into_owned())
    }
}

/// A form or query.
pub(crate) fn encode(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}

/// The claims of a token, unverified.
pub(crate) fn claims(token: &str) -> Value {
    use base64::Engine as _;
    let payload = token.split('.').nth(1).unwrap();
    let json = base64::prelude::BASE64_URL_SAFE_NO_PAD
        .decode(payload)
        .unwrap();
    serde_json::from_slice(&json).unwrap()
}
