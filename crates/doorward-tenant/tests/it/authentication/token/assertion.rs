//! `private_key_jwt`: clients that prove who they are with a signed assertion (RFC 7523).

use serde_json::{Value, json};

use super::super::refused;
use crate::support::{Answer, RsaKey, TestTenant};

const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const ISSUER: &str = "https://tenant.example/";

/// A machine with a key of its own.
struct Machine {
    tenant: TestTenant,
    client_id: String,
    key: RsaKey,
}

impl Machine {
    async fn start() -> Self {
        let tenant = TestTenant::start().await;
        let key = RsaKey::generate();
        let credential = json!({
            "credential_type": "public_key", "name": "key", "pem": key.pem(), "alg": "RS256",
        });
        let client = json!({
            "name": "Machine", "app_type": "non_interactive", "grant_types": ["client_credentials"],
            "jwt_configuration": { "alg": "RS256" },
            "client_authentication_methods": { "private_key_jwt": { "credentials": [credential] } },
        });
        let made = tenant.manage("POST", "/clients", Some(client)).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let client_id = made.json()["client_id"].as_str().unwrap().to_owned();
        let grant = json!({
            "client_id": client_id, "audience": tenant.bootstrap.api.identifier, "scope": [],
        });
        let made = tenant.manage("POST", "/client-grants", Some(grant)).await;
        assert_eq!(made.status, 201, "{}", made.text);
        Self {
            tenant,
            client_id,
            key,
        }
    }

    /// A signed assertion. What `change` says replaces its claims; `null` takes one away.
    fn assertion(&self, jti: &str, change: &Value) -> String {
        let now = self.tenant.clock.now().as_second();
        let mut claims = json!({
            "iss": self.client_id, "sub": self.client_id, "aud": ISSUER, "iat": now,
            "exp": now + 60, "jti": jti,
        });
        for (name, value) in change.as_object().unwrap() {
            claims[name] = value.clone();
        }
        let claims = claims.as_object_mut().unwrap();
        claims.retain(|_, value| !value.is_null());
        let head = json!({ "alg": "RS256", "typ": "JWT" });
        self.key.sign(&head, &Value::Object(claims.clone()))
    }

    async fn exchange(&self, assertion: &str, more: &[(&str, &str)]) -> Answer {
        let form = [
            ("grant_type", "client_credentials"),
            ("audience", self.tenant.bootstrap.api.identifier.as_str()),
            ("client_assertion", assertion),
            ("client_assertion_type", JWT_BEARER),
        ];
        let form = [&form[..], more].concat();
        self.tenant.post_form("/oauth/token", &form).await
    }
}

#[tokio::test]
async fn an_assertion_counts_once_and_only_for_this_tenant() {
    let machine = Machine::start().await;
    let id = machine.client_id.clone();
    let good = machine.assertion("first", &json!({}));
    let answer = machine.exchange(&good, &[]).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let failed = "401 invalid_client Client authentication failed";
    assert_eq!(refused(&machine.exchange(&good, &[]).await), failed);
    let elsewhere = "https://elsewhere.example/";
    for (number, change) in [
        json!({ "aud": null }),
        json!({ "aud": 7 }),
        json!({ "aud": { "x": 1 } }),
        json!({ "aud": [] }),
        json!({ "aud": [ISSUER] }),
        json!({ "aud": [ISSUER, elsewhere] }),
        json!({ "aud": elsewhere }),
        json!({ "iss": [id] }),
        json!({ "sub": null }),
        json!({ "sub": "another" }),
        json!({ "exp": null }),
        json!({ "exp": 1 }),
        json!({ "jti": null }),
    ]
    .into_iter()
    .enumerate()
    {
        let assertion = machine.assertion(&format!("bad-{number}"), &change);
        let answer = machine.exchange(&assertion, &[]).await;
        assert_eq!(refused(&answer), failed, "{change}");
    }
}

#[tokio::test]
async fn an_assertion_goes_without_a_secret_and_in_vain_into_the_log() {
    let machine = Machine::start().await;
    let good = machine.assertion("first", &json!({}));
    let both = machine.exchange(&good, &[("client_secret", "secret")]);
    assert_eq!(
        refused(&both.await),
        "400 invalid_request The client authenticates in two different ways"
    );
    let late = machine.assertion("second", &json!({ "exp": 1 }));
    assert_eq!(machine.exchange(&late, &[]).await.status, 401);
    let logs = machine
        .tenant
        .manage("GET", "/logs?q=type:feccft", None)
        .await;
    let told = "Client authentication failed";
    let entries = logs.json();
    let mut entries = entries.as_array().unwrap().iter();
    assert!(
        entries.any(|entry| entry["client_id"] == machine.client_id.as_str()
            && entry["description"] == told),
        "{}",
        logs.text
    );
}
