//! The paths that are measured, and the requests that walk them.

use std::net::SocketAddr;
use std::path::Path;

use bytes::Bytes;
use hyper::Method;
use serde_json::{Value, json};

use super::load::{self, Template};
use crate::run::{Doing, Fault};

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

/// One path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Journey {
    ClientCredentials,
    Password,
    Jwks,
    Discovery,
}

impl Journey {
    pub(super) const ALL: [Self; 4] = [
        Self::ClientCredentials,
        Self::Password,
        Self::Jwks,
        Self::Discovery,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::ClientCredentials => "client-credentials",
            Self::Password => "password",
            Self::Jwks => "jwks",
            Self::Discovery => "discovery",
        }
    }

    pub(super) fn control(self) -> &'static str {
        match self {
            Self::ClientCredentials => "RSA-2048 signing loop",
            Self::Password => "argon2id loop, memory reused",
            Self::Jwks | Self::Discovery => "bare axum, 200 B JSON",
        }
    }

    /// The ratio to reach first, and the one to reach in the end.
    pub(super) fn goals(self) -> (f64, f64) {
        match self {
            Self::ClientCredentials => (0.75, 0.85),
            Self::Password => (0.85, 0.90),
            Self::Jwks | Self::Discovery => (0.75, 0.75),
        }
    }

    /// Enough to keep the server's core busy; more would only make them wait for each other.
    pub(super) fn connections(self) -> usize {
        match self {
            Self::ClientCredentials => 16,
            Self::Password => 4,
            Self::Jwks | Self::Discovery => 64,
        }
    }
}

/// The request of each path, for one running tenant.
pub(super) struct Requests {
    client_credentials: Template,
    password: Template,
    jwks: Template,
    discovery: Template,
}

impl Requests {
    /// Makes the user that logs in; everything else is there from the first start.
    pub(super) fn prepare(bootstrap: &Path) -> Result<Self, Fault> {
        let bootstrap = std::fs::read_to_string(bootstrap).doing("read bootstrap.json")?;
        let bootstrap: Value = parse(bootstrap.as_bytes())?;
        let tenant = Tenant::of(&bootstrap)?;
        let machine = application(&bootstrap, "non_interactive")?;
        let login = tenant.make_login(&bootstrap)?;
        Ok(Self {
            client_credentials: tenant.post_form(
                "/oauth/token",
                &[
                    ("grant_type", "client_credentials"),
                    ("client_id", text(&machine["client_id"])?),
                    ("client_secret", text(&machine["client_secret"])?),
                    ("audience", text(&bootstrap["api"]["identifier"])?),
                ],
            ),
            password: login,
            jwks: tenant.get("/.well-known/jwks.json"),
            discovery: tenant.get("/.well-known/openid-configuration"),
        })
    }

    pub(super) fn of(&self, journey: Journey) -> &Template {
        match journey {
            Journey::ClientCredentials => &self.client_credentials,
            Journey::Password => &self.password,
            Journey::Jwks => &self.jwks,
            Journey::Discovery => &self.discovery,
        }
    }
}

/// Where the tenant listens, and under which name.
struct Tenant {
    address: SocketAddr,
    host: String,
}

impl Tenant {
    fn of(bootstrap: &Value) -> Result<Self, Fault> {
        let url = text(&bootstrap["http_url"])?;
        let address = url
            .strip_prefix("http://")
            .unwrap_or(url)
            .trim_end_matches('/');
        let address = address
            .parse()
            .map_err(|_| Fault::Unexpected(format!("`{url}` is not where a tenant listens")))?;
        Ok(Self {
            address,
            host: text(&bootstrap["domain"])?.to_owned(),
        })
    }

    fn get(&self, path: &str) -> Template {
        Template {
            address: self.address,
            host: self.host.clone(),
            method: Method::GET,
            path: path.to_owned(),
            body: None,
        }
    }

    fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Template {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        Template {
            method: Method::POST,
            body: Some((FORM, Bytes::from(body))),
            ..self.get(path)
        }
    }

    /// Signs a user up; the request with which that user logs in to the first web application.
    fn make_login(&self, bootstrap: &Value) -> Result<Template, Fault> {
        let client = application(bootstrap, "regular_web")?;
        let (client_id, realm) = (
            text(&client["client_id"])?,
            text(&bootstrap["connections"]["database"]["name"])?,
        );
        let (email, password) = ("bench@example.com", "correct-Horse-9-battery");
        let user = json!({
            "client_id": client_id,
            "connection": realm,
            "email": email,
            "password": password,
        });
        let sign_up = Template {
            method: Method::POST,
            body: Some((JSON, Bytes::from(user.to_string()))),
            ..self.get("/dbconnections/signup")
        };
        let (status, answer) = load::once(&sign_up)?;
        if !status.is_success() {
            let answer = String::from_utf8_lossy(&answer);
            return Err(Fault::Unexpected(format!(
                "sign-up answered {status}: {answer}"
            )));
        }
        Ok(self.post_form(
            "/oauth/token",
            &[
                (
                    "grant_type",
                    "http://auth0.com/oauth/grant-type/password-realm",
                ),
                ("realm", realm),
                ("client_id", client_id),
                ("client_secret", text(&client["client_secret"])?),
                ("username", email),
                ("password", password),
                ("audience", text(&bootstrap["api"]["identifier"])?),
            ],
        ))
    }
}

fn application<'a>(bootstrap: &'a Value, app_type: &str) -> Result<&'a Value, Fault> {
    let applications = bootstrap["applications"].as_array();
    applications
        .into_iter()
        .flatten()
        .find(|application| application["app_type"] == app_type)
        .ok_or_else(|| Fault::Unexpected(format!("bootstrap.json names no {app_type}")))
}

fn text(value: &Value) -> Result<&str, Fault> {
    value
        .as_str()
        .ok_or_else(|| Fault::Unexpected(format!("expected a text, found {value}")))
}

fn parse(bytes: &[u8]) -> Result<Value, Fault> {
    serde_json::from_slice(bytes)
        .map_err(std::io::Error::from)
        .doing("read an answer")
}
