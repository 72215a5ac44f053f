//! `grant_type=client_credentials`, and how a client says who it is.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::super::refused;
use crate::support::{Answer, DOMAIN, TestTenant, claims, encode};

/// The demo machine's id and secret.
fn machine(tenant: &TestTenant) -> (String, String) {
    let machine = &tenant.bootstrap.applications[2];
    (
        machine.client_id.clone(),
        machine.client_secret.clone().unwrap(),
    )
}

async fn exchange(tenant: &TestTenant, more: &[(&str, &str)]) -> Answer {
    let (id, secret) = machine(tenant);
    let mut form = vec![
        ("grant_type", "client_credentials"),
        ("client_id", id.as_str()),
        ("client_secret", secret.as_str()),
    ];
    form.extend(more);
    tenant.post_form("/oauth/token", &form).await
}

/// The same by HTTP Basic.
async fn exchange_by_basic(
    tenant: &TestTenant,
    credentials: &str,
    form: &[(&str, &str)],
) -> Answer {
    let basic = format!("Basic {}", BASE64_STANDARD.encode(credentials));
    let request = Request::post("/oauth/token")
        .header(header::HOST, DOMAIN)
        .header(header::AUTHORIZATION, basic)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let request = request.body(Body::from(encode(form))).unwrap();
    tenant.send(request).await
}

#[tokio::test]
async fn a_machine_gets_a_token_that_says_who_it_is() {
    let tenant = TestTenant::start().await;
    let (id, _) = machine(&tenant);
    let audience = tenant.bootstrap.api.identifier.clone();
    let answer = exchange(&tenant, &[("audience", &audience)]).await;
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    let body = answer.json();
    assert_eq!(body["token_type"], "Bearer");
    assert_eq!(body["expires_in"], 86_400);
    assert!(body.get("refresh_token").is_none() && body.get("id_token").is_none());
    let claims = claims(body["access_token"].as_str().unwrap());
    assert_eq!(claims["iss"], "https://tenant.example/");
    assert_eq!(claims["sub"], format!("{id}@clients"));
    assert_eq!(claims["aud"], audience);
    assert_eq!(claims["azp"], id);
    assert_eq!(claims["gty"], "client-credentials");
    assert_eq!(claims["scope"], "read:messages write:messages");
    assert_eq!(
        claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(),
        86_400
    );
}

#[tokio::test]
async fn json_and_a_form_are_the_same_request() {
    let tenant = TestTenant::start().await;
    let (id, secret) = machine(&tenant);
    let body = json!({
        "grant_type": "client_credentials", "client_id": id, "client_secret": secret,
        "audience": tenant.bootstrap.api.identifier,
    });
    let answer = tenant.post_json("/oauth/token", body).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

#[tokio::test]
async fn the_scope_narrows_and_what_is_unknown_is_dropped() {
    let tenant = TestTenant::start().await;
    let audience = tenant.bootstrap.api.identifier.clone();
    let wanted = [
        ("audience", audience.as_str()),
        ("scope", "read:messages delete:everything"),
    ];
    let body = exchange(&tenant, &wanted).await.json();
    assert_eq!(body["scope"], "read:messages");
    let claims = claims(body["access_token"].as_str().unwrap());
    assert_eq!(claims["scope"], "read:messages");
}

#[tokio::test]
async fn without_an_api_or_a_grant_on_it_there_is_no_token() {
    let tenant = TestTenant::start().await;
    let (id, _) = machine(&tenant);
    assert_eq!(
        refused(&exchange(&tenant, &[]).await),
        "403 access_denied No audience parameter was provided, and no default audience has been \
         configured"
    );
    assert_eq!(
        refused(&exchange(&tenant, &[("audience", "https://nowhere.example/")]).await),
        "403 access_denied Service not enabled within domain: https://nowhere.example/"
    );
    let management = tenant.bootstrap.management.audience.clone();
    assert_eq!(
        refused(&exchange(&tenant, &[("audience", &management)]).await),
        format!(
            "403 access_denied Client \"{id}\" is not authorized to access resource server \
             \"{management}\". You need to create a \"client-grant\" associated to this API."
        )
    );
    tenant
        .set_settings(json!({ "default_audience": tenant.bootstrap.api.identifier }))
        .await;
    assert_eq!(exchange(&tenant, &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn who_does_not_prove_who_it_is_learns_nothing() {
    let tenant = TestTenant::start().await;
    let (id, secret) = machine(&tenant);
    let audience = tenant.bootstrap.api.identifier.clone();
    let unauthorized = "401 access_denied Unauthorized";
    for (client_id, client_secret) in [
        (id.as_str(), "wrong"),
        ("unknown", secret.as_str()),
        (id.as_str(), ""),
        (id.as_str(), &secret[1..]),
    ] {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", client_id),
            ("client_secret", client_secret),
            ("audience", &audience),
        ];
        let answer = tenant.post_form("/oauth/token", &form).await;
        assert_eq!(refused(&answer), unauthorized, "{client_id}");
    }
}

#[tokio::test]
async fn basic_credentials_are_percent_encoded_and_stand_alone() {
    let tenant = TestTenant::start().await;
    let (id, secret) = machine(&tenant);
    let audience = tenant.bootstrap.api.identifier.clone();
    let form = [
        ("grant_type", "client_credentials"),
        ("audience", audience.as_str()),
    ];
    let encoded: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    let right = exchange_by_basic(&tenant, &format!("{id}:{encoded}"), &form).await;
    assert_eq!(right.status, StatusCode::OK, "{}", right.text);
    let wrong = exchange_by_basic(&tenant, &format!("{id}:wrong"), &form).await;
    assert_eq!(refused(&wrong), "401 access_denied Unauthorized");
    let no_colon = exchange_by_basic(&tenant, &id, &form).await;
    assert_eq!(
        refused(&no_colon),
        "401 invalid_client Client authentication failed"
    );
    let contradiction = [&form[..], &[("client_id", "another")]].concat();
    let twice = exchange_by_basic(&tenant, &format!("{id}:{encoded}"), &contradiction).await;
    assert_eq!(twice.status, StatusCode::BAD_REQUEST);
    for secret in [secret.as_str(), "wrong"] {
        let beside = [&form[..], &[("client_secret", secret)]].concat();
        let twice = exchange_by_basic(&tenant, &format!("{id}:{encoded}"), &beside).await;
        assert_eq!(
            refused(&twice),
            "400 invalid_request The client authenticates in two different ways"
        );
    }
}

#[tokio::test]
async fn a_parameter_that_is_null_first_is_still_repeated() {
    let tenant = TestTenant::start().await;
    let (id, secret) = machine(&tenant);
    let audience = tenant.bootstrap.api.identifier.clone();
    let body = format!(
        r#"{{"client_id":null,"grant_type":"client_credentials","client_secret":"{secret}",
            "audience":"{audience}","client_id":"{id}"}}"#
    );
    let answer = tenant
        .post_text("/oauth/token", "application/json", &body)
        .await;
    assert_eq!(
        refused(&answer),
        "400 invalid_request Parameter must not be repeated: client_id"
    );
}

#[tokio::test]
async fn grants_that_are_unknown_or_not_the_clients_are_refused() {
    let tenant = TestTenant::start().await;
    assert_eq!(
        refused(&tenant.post_form("/oauth/token", &[]).await),
        "400 invalid_request Missing required parameter: grant_type"
    );
    let form = [("grant_type", "magic")];
    assert!(
        refused(&tenant.post_form("/oauth/token", &form).await)
            .starts_with("400 unsupported_grant_type ")
    );
    let (id, secret) = machine(&tenant);
    let form = [
        ("grant_type", "password"),
        ("client_id", id.as_str()),
        ("client_secret", secret.as_str()),
    ];
    let answer = tenant.post_form("/oauth/token", &form).await;
    assert_eq!(
        refused(&answer),
        "403 unauthorized_client Grant type 'password' not allowed for the client."
    );
    assert_eq!(
        answer.json()["error_uri"],
        "https://auth0.com/docs/clients/client-grant-types"
    );
}

/// Changes the demo API.
async fn change_api(tenant: &TestTenant, change: Value) {
    let path = "/resource-servers/https%3A%2F%2Fapi.example.com%2F";
    let answer = tenant.manage("PATCH", path, Some(change)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

fn head(token: &str) -> Value {
    use base64::prelude::BASE64_URL_SAFE_NO_PAD;
    let json = BASE64_URL_SAFE_NO_PAD
        .decode(token.split('.').next().unwrap())
        .unwrap();
    serde_json::from_slice(&json).unwrap()
}

#[tokio::test]
async fn an_api_decides_how_its_tokens_look() {
    let tenant = TestTenant::start().await;
    let audience = tenant.bootstrap.api.identifier.clone();
    let form = [("audience", audience.as_str())];
    change_api(
        &tenant,
        json!({ "token_dialect": "rfc9068_profile", "signing_alg": "PS256", "token_lifetime": 60 }),
    )
    .await;
    let body = exchange(&tenant, &form).await.json();
    assert_eq!(body["expires_in"], 60);
    let token = body["access_token"].as_str().unwrap();
    assert_eq!(head(token)["typ"], "at+jwt");
    assert_eq!(head(token)["alg"], "PS256");
    let claims = claims(token);
    assert_eq!(claims["client_id"], machine(&tenant).0);
    assert!(claims["jti"].is_string());
    assert!(claims.get("gty").is_none() && claims.get("azp").is_none());
}

#[tokio::test]
async fn a_client_that_does_not_prove_itself_is_in_the_log() {
    let tenant = TestTenant::start().await;
    let app = &tenant.bootstrap.applications[2];
    for (client_id, secret) in [(app.client_id.as_str(), "wrong"), ("unknown", "wrong")] {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", client_id),
            ("client_secret", secret),
            ("audience", tenant.bootstrap.api.identifier.as_str()),
        ];
        assert_eq!(tenant.post_form("/oauth/token", &form).await.status, 401);
        let basic = format!("{client_id}:{secret}");
        let basic = exchange_by_basic(&tenant, &basic, &form[..1]).await;
        assert_eq!(basic.status, 401);
    }
    let logged = tenant
        .manage("GET", "/logs?q=type:feccft", None)
        .await
        .json();
    let logged = logged.as_array().unwrap();
    assert_eq!(logged.len(), 2, "{logged:?}");
    for entry in logged {
        assert_eq!(entry["client_id"], app.client_id.as_str());
        assert_eq!(entry["description"], "Unauthorized");
        assert!(!entry.to_string().contains("wrong"));
    }
}
