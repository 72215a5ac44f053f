//! What the process promises about its rows: tenants apart, nodes in step, nothing left behind.

mod nodes;
mod sealed;
mod short_lived;
mod strangers;
mod tenants;

use axum::Router;
use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Method, Request, header};
use doorward_tenant::{Bootstrap, Clock, Doorward, Entropy, Location, Settings};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::{Answer, encode};

/// The domain of a node's first tenant.
const FIRST: &str = "first.example";
const DATABASE: &str = "Username-Password-Authentication";
const PASSWORD: &str = "correct-Horse-7";

/// A process, as its requests see it.
struct Node {
    doorward: Doorward,
    router: Router,
    clock: Clock,
}

impl Node {
    async fn start(location: Location, more_domains: &[&str]) -> Self {
        Self::start_at(FIRST, location, more_domains).await
    }

    async fn start_at(domain: &str, location: Location, more_domains: &[&str]) -> Self {
        let mut settings = Settings::development(location, domain, [7; 32]);
        settings.more_domains = more_domains.iter().map(|&domain| domain.into()).collect();
        let clock = Clock::default();
        let doorward = Doorward::start(settings, clock.clone(), Entropy::default())
            .await
            .unwrap();
        Self {
            router: doorward.router(),
            doorward,
            clock,
        }
    }

    fn bootstrap(&self, domain: &str) -> &Bootstrap {
        self.doorward.bootstrap_of(domain).unwrap()
    }

    async fn send(&self, request: Builder, body: Body) -> Answer {
        let request = request.body(body).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    async fn get(&self, host: &str, path: &str) -> Answer {
        let request = Request::get(path).header(header::HOST, host);
        self.send(request, Body::empty()).await
    }

    async fn post(&self, host: &str, path: &str, body: Value) -> Answer {
        let request = Request::post(path)
            .header(header::HOST, host)
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request, Body::from(body.to_string())).await
    }

    async fn token(&self, host: &str, form: &[(&str, &str)]) -> Answer {
        let request = Request::post("/oauth/token")
            .header(header::HOST, host)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(encode(form))).await
    }

    /// A call of the Management API of `host`.
    async fn manage(
        &self,
        host: &str,
        token: &str,
        (method, path): (Method, &str),
        body: Option<Value>,
    ) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v2{path}"))
            .header(header::HOST, host)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json");
        let body = body.map_or(Body::empty(), |body| Body::from(body.to_string()));
        self.send(request, body).await
    }

    /// A token for the Management API of the tenant with this domain.
    async fn management_token(&self, domain: &str) -> String {
        let client = &self.bootstrap(domain).management;
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", client.client_id.as_str()),
            ("client_secret", client.client_secret.as_str()),
            ("audience", client.audience.as_str()),
        ];
        text(&self.token(domain, &form).await.json(), "access_token")
    }

    /// A new user of the demo connection; answers its id without `auth0|`.
    async fn sign_up(&self, domain: &str, email: &str) -> String {
        let body = json!({
            "client_id": self.bootstrap(domain).applications[0].client_id,
            "connection": DATABASE, "email": email, "password": PASSWORD,
        });
        let answer = self.post(domain, "/dbconnections/signup", body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        text(&answer.json(), "_id")
    }

    /// Tokens of a user, a refresh token among them.
    async fn log_in(&self, domain: &str, email: &str) -> Answer {
        let app = &self.bootstrap(domain).applications[0];
        let form = [
            ("grant_type", "password"),
            ("client_id", app.client_id.as_str()),
            ("client_secret", app.client_secret.as_deref().unwrap()),
            ("username", email),
            ("password", PASSWORD),
            ("scope", "openid profile email offline_access"),
        ];
        self.token(domain, &form).await
    }
}

fn text(object: &Value, member: &str) -> String {
    object[member]
        .as_str()
        .unwrap_or_else(|| panic!("{object} has no text {member}"))
        .to_owned()
}

/// A place for rows, on SQLite.
fn sqlite() -> (tempfile::TempDir, Location) {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Sqlite(folder.path().join("doorward.sqlite"));
    (folder, location)
}

/// A new PostgreSQL database of its own, where the test run has a server.
async fn postgres(name: &str) -> Option<String> {
    use sqlx::{Connection as _, Executor as _};
    let server = std::env::var("DOORWARD_TEST_POSTGRES_URL").ok()?;
    let name = format!("doorward_it_{}_{name}", std::process::id());
    let mut connection = sqlx::postgres::PgConnection::connect(&server)
        .await
        .unwrap();
    for statement in [
        format!("DROP DATABASE IF EXISTS {name}"),
        format!("CREATE DATABASE {name}"),
    ] {
        let statement = sqlx::AssertSqlSafe(statement);
        connection.execute(statement).await.unwrap();
    }
    let mut url = url::Url::parse(&server).unwrap();
    url.set_path(&name);
    Some(url.into())
}
