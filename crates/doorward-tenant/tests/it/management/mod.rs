//! `/api/v2`.

mod assignments;
mod client_grants;
mod clients;
mod connections;
mod conventions;
mod device_credentials;
mod hostile;
mod jobs;
mod limits;
mod logs;
mod method_changes;
mod own_user;
mod presence;
mod resource_servers;
mod roles;
mod seed;
mod signing_keys;
mod sorting;
mod stats;
mod tickets;
mod user_grants;
mod users;

use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::{Value, json};

use crate::support::{Answer, DOMAIN, TestTenant};

/// The database connection of the demo data.
const DATABASE: &str = "Username-Password-Authentication";
const PASSWORD: &str = "correct-Horse-7";

/// A tenant and a token that may do everything.
struct Management {
    tenant: TestTenant,
    token: String,
}

impl Management {
    async fn start() -> Self {
        Self::on(TestTenant::start().await).await
    }

    async fn on(tenant: TestTenant) -> Self {
        let client = &tenant.bootstrap.management;
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", client.client_id.as_str()),
            ("client_secret", client.client_secret.as_str()),
            ("audience", client.audience.as_str()),
        ];
        let answer = tenant.post_form("/oauth/token", &form).await;
        let token = answer.json()["access_token"].as_str().unwrap().to_owned();
        Self { tenant, token }
    }

    /// With a new token: the clock was moved.
    async fn again(self) -> Self {
        Self::on(self.tenant).await
    }

    async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        self.send_as(&self.token, method, path, body).await
    }

    async fn send_as(
        &self,
        token: &str,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v2{path}"))
            .header(header::HOST, DOMAIN)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json");
        let body = body.map_or(Body::empty(), |body| Body::from(body.to_string()));
        self.tenant.send(request.body(body).unwrap()).await
    }

    /// A token that holds these scopes of the Management API and no others.
    async fn token(&self, scopes: &[&str]) -> String {
        let machine =
            json!({ "name": "Machine", "app_type": "non_interactive", "oidc_conformant": true });
        let client = self.post("/clients", machine).await.json();
        let audience = &self.tenant.bootstrap.management.audience;
        let grant =
            json!({ "client_id": client["client_id"], "audience": audience, "scope": scopes });
        assert_eq!(self.post("/client-grants", grant).await.status, 201);
        let answer = self.exchange(&client, audience).await.json();
        answer["access_token"].as_str().unwrap().to_owned()
    }

    /// What the client gets for its secret.
    async fn exchange(&self, client: &Value, audience: &str) -> Answer {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", client["client_id"].as_str().unwrap()),
            ("client_secret", client["client_secret"].as_str().unwrap()),
            ("audience", audience),
        ];
        self.tenant.post_form("/oauth/token", &form).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send(Method::PATCH, path, Some(body)).await
    }

    async fn delete(&self, path: &str, body: Option<Value>) -> Answer {
        self.send(Method::DELETE, path, body).await
    }

    /// Makes a user of the database and answers its id.
    async fn user(&self, email: &str, more: Value) -> String {
        let mut body = json!({ "connection": DATABASE, "email": email, "password": PASSWORD });
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        let answer = self.post("/users", body).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.json()["user_id"].as_str().unwrap().to_owned()
    }

    /// Tokens for the password of a user, or why not.
    async fn log_in(&self, email: &str, password: &str) -> Answer {
        let client = &self.tenant.bootstrap.applications[0];
        let form = [
            ("grant_type", "password"),
            ("client_id", client.client_id.as_str()),
            (
                "client_secret",
                client.client_secret.as_deref().unwrap_or_default(),
            ),
            ("username", email),
            ("password", password),
            ("scope", "openid offline_access"),
        ];
        self.tenant.post_form("/oauth/token", &form).await
    }
}

/// A user id in a path.
fn escaped(user_id: &str) -> String {
    user_id.replace('|', "%7C")
}

/// The thing that a creation answered.
#[track_caller]
fn created(answer: &Answer) -> Value {
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.json()
}

/// One member of each entry of a list.
#[track_caller]
fn column(list: &Value, name: &str) -> Vec<String> {
    let entries = list.as_array().unwrap().iter();
    entries
        .map(|entry| entry[name].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// An error in one line: status, message, code.
#[track_caller]
fn refused(answer: &Answer) -> String {
    let body = answer.json();
    assert_eq!(
        body["statusCode"],
        answer.status.as_u16(),
        "{}",
        answer.text
    );
    let code = body["errorCode"].as_str().unwrap_or("-");
    format!(
        "{} {code} {}",
        answer.status.as_u16(),
        body["message"].as_str().unwrap()
    )
}
