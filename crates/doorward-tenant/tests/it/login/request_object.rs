//! Signed authorization requests, at `/authorize` and pushed (RFC 9101).

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{CHALLENGE, log_in};
use crate::support::{Answer, Browser, RsaKey, TestTenant, encode};

const ISSUER: &str = "https://tenant.example/";
const CALLBACK: &str = "https://app.example/cb";

/// An application that signs its requests.
struct App {
    tenant: TestTenant,
    client_id: String,
    secret: String,
    key: RsaKey,
}

impl App {
    async fn start(algorithm: &str) -> Self {
        let tenant = TestTenant::start().await;
        let key = RsaKey::generate();
        let credential = json!({
            "credential_type": "public_key", "name": "jar", "pem": key.pem(), "alg": algorithm,
        });
        let client = json!({
            "name": "Signing", "app_type": "regular_web", "oidc_conformant": true,
            "callbacks": [CALLBACK], "jwt_configuration": { "alg": "RS256" },
            "signed_request_object": { "credentials": [credential] },
        });
        let made = tenant.manage("POST", "/clients", Some(client)).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let text = |name: &str| made.json()[name].as_str().unwrap().to_owned();
        let (client_id, secret) = (text("client_id"), text("client_secret"));
        let path = format!(
            "/connections/{}/clients",
            tenant.bootstrap.connections.database.id
        );
        let change = json!([{ "client_id": client_id, "status": true }]);
        assert_eq!(
            tenant.manage("PATCH", &path, Some(change)).await.status,
            204
        );
        tenant
            .set_settings(json!({ "pushed_authorization_requests_supported": true }))
            .await;
        Self {
            tenant,
            client_id,
            secret,
            key,
        }
    }

    /// A request object; what `change` says replaces its claims, `null` takes one away.
    fn claims(&self, change: &Value) -> Value {
        let now = self.tenant.clock.now().as_second();
        let mut claims = json!({
            "iss": self.client_id, "aud": ISSUER, "client_id": self.client_id,
            "response_type": "code", "redirect_uri": CALLBACK, "scope": "openid", "state": "signed",
            "iat": now, "nbf": now, "exp": now + 60, "jti": "1",
        });
        for (name, value) in change.as_object().unwrap() {
            claims[name] = value.clone();
        }
        let members = claims.as_object_mut().unwrap();
        members.retain(|_, value| !value.is_null());
        claims
    }

    fn sign(&self, change: &Value) -> String {
        let header = json!({ "alg": "RS256", "typ": "oauth-authz-req+jwt" });
        self.key.sign(&header, &self.claims(change))
    }

    fn address(&self, request: &str, more: &[(&str, &str)]) -> String {
        let mut all = vec![("client_id", self.client_id.as_str())];
        if !request.is_empty() {
            all.push(("request", request));
        }
        all.extend(more);
        format!("/authorize?{}", encode(&all))
    }

    async fn push(&self, request: &str, more: &[(&str, &str)]) -> Answer {
        let mut form = vec![
            ("client_id", self.client_id.as_str()),
            ("client_secret", self.secret.as_str()),
        ];
        if !request.is_empty() {
            form.push(("request", request));
        }
        form.extend(more);
        self.tenant.post_form("/oauth/par", &form).await
    }

    /// Both doors turn this request away, and nobody is sent anywhere.
    async fn is_refused(&self, request: &str, error: &str) {
        let beside = [
            ("response_type", "code"),
            ("redirect_uri", CALLBACK),
            ("scope", "openid"),
        ];
        let page = self.tenant.get(&self.address(request, &beside)).await;
        assert_eq!(page.status, 400, "{}", page.text);
        assert!(page.headers.get("location").is_none());
        assert!(page.text.contains(error), "{error}: {}", page.text);
        let pushed = self.push(request, &beside).await;
        assert_eq!(pushed.status, 400, "{}", pushed.text);
        assert_eq!(pushed.json()["error"], error, "{}", pushed.text);
    }
}

#[tokio::test]
async fn what_is_signed_counts_before_what_the_address_says() {
    let app = App::start("RS256").await;
    let signed = app.sign(&json!({ "nonce": "signed", "max_age": 3600 }));
    let elsewhere = [
        ("redirect_uri", "https://evil.example/"),
        ("response_type", "token"),
        ("state", "beside"),
        ("nonce", "beside"),
    ];
    let mut browser = Browser::new(&app.tenant);
    let back = log_in(&mut browser, &app.address(&signed, &elsewhere)).await;
    assert!(back.location().starts_with(CALLBACK), "{}", back.location());
    assert_eq!(back.parameter("state").as_deref(), Some("signed"));
    let code = back.parameter("code").unwrap();
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.secret.as_str()),
        ("code", code.as_str()),
        ("redirect_uri", CALLBACK),
    ];
    let tokens = app.tenant.post_form("/oauth/token", &form).await;
    assert_eq!(tokens.status, 200, "{}", tokens.text);
    let claims = crate::support::claims(tokens.json()["id_token"].as_str().unwrap());
    assert_eq!(claims["nonce"], "signed");
    assert!(claims["auth_time"].is_number(), "max_age is a number there");
    // What only the address says counts too.
    let again = app.sign(&json!({ "state": null }));
    let silent = [("prompt", "none"), ("state", "beside")];
    let back = browser.get(&app.address(&again, &silent)).await;
    assert_eq!(back.parameter("state").as_deref(), Some("beside"));
}

#[tokio::test]
async fn a_signed_request_may_be_pushed() {
    let app = App::start("RS256").await;
    let challenge = json!({ "code_challenge": CHALLENGE, "code_challenge_method": "S256" });
    let pushed = app
        .push(&app.sign(&challenge), &[("state", "beside")])
        .await;
    assert_eq!(pushed.status, 201, "{}", pushed.text);
    let uri = pushed.json()["request_uri"].as_str().unwrap().to_owned();
    let address = app.address("", &[("request_uri", &uri)]);
    let mut browser = Browser::new(&app.tenant);
    let back = log_in(&mut browser, &address).await;
    assert_eq!(back.parameter("state").as_deref(), Some("signed"));
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.secret.as_str()),
        ("code", &back.parameter("code").unwrap()),
        ("redirect_uri", CALLBACK),
    ];
    let without = app.tenant.post_form("/oauth/token", &form).await;
    assert_eq!(
        without.status, 400,
        "the signed challenge counts: {}",
        without.text
    );
}

#[tokio::test]
async fn what_the_client_did_not_sign_for_this_tenant_and_this_time_is_refused() {
    let app = App::start("RS256").await;
    let wrong = "invalid_request_object";
    let claims = app.claims(&json!({}));
    let header = json!({ "alg": "RS256", "typ": "JWT" });
    assert_eq!(
        app.push(&app.key.sign(&header, &claims), &[]).await.status,
        201
    );
    // Unsigned, signed by somebody else, by another algorithm, for another use, cut.
    let none = app.key.sign(&json!({ "alg": "none" }), &claims);
    let unsigned = format!("{}.", none.rsplit_once('.').unwrap().0);
    let good = app.sign(&json!({}));
    for request in [
        none,
        unsigned,
        RsaKey::generate().sign(&header, &claims),
        app.key.sign(&json!({ "alg": "HS256" }), &claims),
        app.key.sign(&json!({ "alg": "PS256" }), &claims),
        app.key
            .sign(&json!({ "alg": "RS256", "kid": "another" }), &claims),
        app.key
            .sign(&json!({ "alg": "RS256", "typ": "at+jwt" }), &claims),
        app.key.sign(&header, &json!([])),
        good[..good.len() - 1].to_owned(),
        "x".to_owned(),
        "..".to_owned(),
        "a.b.c".to_owned(),
    ] {
        app.is_refused(&request, wrong).await;
    }
    let now = app.tenant.clock.now().as_second();
    for change in [
        json!({ "iss": "another" }),
        json!({ "iss": null }),
        json!({ "client_id": "another" }),
        json!({ "client_id": null }),
        json!({ "aud": "https://elsewhere.example/" }),
        json!({ "aud": [ISSUER, "https://elsewhere.example/"] }),
        json!({ "aud": null }),
        json!({ "sub": app.client_id }),
        json!({ "response_type": null }),
        json!({ "exp": now - 60 }),
        json!({ "exp": "soon" }),
        json!({ "nbf": now + 60 }),
        json!({ "iat": now + 60 }),
        json!({ "jti": "x".repeat(65) }),
        json!({ "request_uri": "urn:x" }),
        json!({ "state": { "a": 1 } }),
        json!({ "nonce": "a\0b" }),
    ] {
        app.is_refused(&app.sign(&change), wrong).await;
    }
    let huge = app.sign(&json!({ "state": "x".repeat(9 << 10) }));
    assert_eq!(app.push(&huge, &[]).await.status, 413);
    assert_eq!(app.tenant.get(&app.address(&huge, &[])).await.status, 413);
    // What is signed is checked like everything else, and told where it says.
    let bad = app.sign(&json!({ "redirect_uri": "https://evil.example/" }));
    let page = app
        .tenant
        .get(&app.address(&bad, &[("redirect_uri", CALLBACK)]))
        .await;
    assert_eq!(page.status, 403);
    let bad = app.sign(&json!({ "response_type": "nothing" }));
    let back = app.tenant.get(&app.address(&bad, &[])).await;
    assert_eq!(
        back.parameter("error").as_deref(),
        Some("unsupported_response_type")
    );
    assert_eq!(back.parameter("state").as_deref(), Some("signed"));
}

#[tokio::test]
async fn keys_are_good_for_what_they_are_registered_for_and_as_long_as_they_are() {
    let app = App::start("PS256").await;
    let header = json!({ "alg": "PS256" });
    let request = app.key.sign(&header, &app.claims(&json!({})));
    assert_eq!(app.push(&request, &[]).await.status, 201);
    // No assertion: the key was not registered to prove who the client is.
    let now = app.tenant.clock.now().as_second();
    let proof = json!({
        "iss": app.client_id, "sub": app.client_id, "aud": ISSUER, "exp": now + 60, "jti": "1",
    });
    let path = format!("/clients/{}", app.client_id);
    let read = app.tenant.manage("GET", &path, None).await.json();
    let signing = &read["signed_request_object"]["credentials"][0]["id"];
    let credential = json!({
        "credential_type": "public_key", "pem": RsaKey::generate().pem(), "alg": "PS256",
    });
    let made = app
        .tenant
        .manage("POST", &format!("{path}/credentials"), Some(credential))
        .await;
    let other = made.json()["id"].clone();
    let methods = |id: &Value| json!({ "private_key_jwt": { "credentials": [{ "id": id }] } });
    let change = |id: &Value| {
        json!({
            "token_endpoint_auth_method": null, "client_authentication_methods": methods(id),
            "grant_types": ["client_credentials", "authorization_code"],
        })
    };
    let exchange = async |header: Value, claims: &Value| {
        let form = [
            ("grant_type", "client_credentials"),
            ("audience", app.tenant.bootstrap.api.identifier.as_str()),
            ("client_assertion", &app.key.sign(&header, claims)),
            (
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ),
        ];
        app.tenant.post_form("/oauth/token", &form).await.json()["error"].clone()
    };
    app.tenant.set_client(&app.client_id, change(&other)).await;
    assert_eq!(exchange(header.clone(), &proof).await, "invalid_client");
    // It may be registered for both; what asks for a login still proves nothing.
    app.tenant.set_client(&app.client_id, change(signing)).await;
    let asking = json!({ "alg": "PS256", "typ": "oauth-authz-req+jwt" });
    assert_eq!(exchange(asking, &proof).await, "invalid_client");
    assert_ne!(exchange(header.clone(), &proof).await, "invalid_client");
    // A key that is taken away or has expired signs nothing more.
    let address = app.address(&request, &[]);
    assert_eq!(app.tenant.get(&address).await.status, 302);
    let end = app.tenant.clock.now() + SignedDuration::from_hours(1);
    let credential = format!("{path}/credentials/{}", signing.as_str().unwrap());
    let expiring = json!({ "expires_at": end.to_string() });
    let changed = app
        .tenant
        .manage("PATCH", &credential, Some(expiring))
        .await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    app.tenant.clock.advance(SignedDuration::from_mins(59));
    let request = app.key.sign(&header, &app.claims(&json!({})));
    assert_eq!(
        app.tenant.get(&app.address(&request, &[])).await.status,
        302
    );
    app.tenant.clock.advance(SignedDuration::from_mins(2));
    let request = app.key.sign(&header, &app.claims(&json!({})));
    assert_eq!(
        app.tenant.get(&app.address(&request, &[])).await.status,
        400
    );
}

#[tokio::test]
async fn a_client_that_signs_all_its_requests_makes_no_others() {
    let app = App::start("RS256").await;
    let plain = [
        ("response_type", "code"),
        ("redirect_uri", CALLBACK),
        ("scope", "openid"),
    ];
    assert_eq!(app.tenant.get(&app.address("", &plain)).await.status, 302);
    assert_eq!(app.push("", &plain).await.status, 201);
    let path = format!("/clients/{}", app.client_id);
    let read = app.tenant.manage("GET", &path, None).await.json();
    let mut rules = read["signed_request_object"].clone();
    rules["required"] = true.into();
    app.tenant
        .set_client(&app.client_id, json!({ "signed_request_object": rules }))
        .await;
    app.is_refused("", "invalid_request").await;
    let request = app.sign(&json!({}));
    assert_eq!(
        app.tenant.get(&app.address(&request, &[])).await.status,
        302
    );
    let pushed = app.push(&request, &[]).await.json();
    let uri = pushed["request_uri"].as_str().unwrap();
    let address = app.address("", &[("request_uri", uri)]);
    assert_eq!(app.tenant.get(&address).await.status, 302);
    // Whoever signs none has no request object that counts.
    app.tenant
        .set_client(&app.client_id, json!({ "signed_request_object": null }))
        .await;
    app.is_refused(&request, "invalid_request_object").await;
}

#[tokio::test]
async fn the_metadata_says_what_requests_may_be_signed_with() {
    let tenant = TestTenant::start().await;
    let metadata = tenant.get("/.well-known/openid-configuration").await.json();
    assert_eq!(metadata["request_parameter_supported"], true);
    assert_eq!(metadata["request_uri_parameter_supported"], false);
    let algorithms = &metadata["request_object_signing_alg_values_supported"];
    assert_eq!(algorithms, &json!(["RS256", "RS384", "PS256"]));
}
