//! `POST /api/v2/clients`.

use axum::http::Method;
use serde_json::{Value, json};

use super::{Management, created, refused};
use crate::support::TestTenant;

#[tokio::test]
async fn a_name_alone_makes_a_client_with_the_documented_defaults() {
    let api = Management::start().await;
    let answer = api.post("/clients", json!({ "name": "x" })).await;
    let mut client = created(&answer);
    let id = client["client_id"].as_str().unwrap();
    assert!(id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let secret = client["client_secret"].as_str().unwrap();
    let is_of_alphabet = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    assert!(secret.len() == 64 && secret.bytes().all(is_of_alphabet));
    let key = &client["signing_keys"][0];
    assert!(
        key["cert"]
            .as_str()
            .unwrap()
            .starts_with("-----BEGIN CERTIFICATE-----")
    );
    assert!(
        key["pkcs7"]
            .as_str()
            .unwrap()
            .starts_with("-----BEGIN PKCS7-----")
    );
    assert_eq!(key["subject"], "/CN=tenant.example");
    for varying in ["client_id", "client_secret", "signing_keys"] {
        client.as_object_mut().unwrap().remove(varying);
    }
    let expected = json!({
        "name": "x",
        "is_first_party": true,
        "is_token_endpoint_ip_header_trusted": false,
        "oidc_conformant": false,
        "jwt_configuration": { "secret_encoded": false, "lifetime_in_seconds": 36000 },
        "sso_disabled": false,
        "cross_origin_authentication": false,
        "grant_types": ["authorization_code", "implicit", "refresh_token", "client_credentials"],
        "custom_login_page_on": true,
        "refresh_token": {
            "rotation_type": "non-rotating", "expiration_type": "non-expiring", "leeway": 0,
            "token_lifetime": 2592000, "infinite_token_lifetime": true,
            "infinite_idle_token_lifetime": true, "idle_token_lifetime": 1296000,
        },
    });
    assert_eq!(client, expected);
}

#[tokio::test]
async fn a_body_is_checked_in_auth0s_words() {
    let api = Management::start().await;
    let refusals = [
        (
            json!({}),
            "400 invalid_body Payload validation error: 'Missing required property: name'.",
        ),
        (
            json!({ "name": "x", "foo": 1 }),
            "400 invalid_body Payload validation error: 'Additional properties not allowed: foo'.",
        ),
        (
            json!({ "name": "x", "app_type": "toaster" }),
            "400 invalid_body Payload validation error: 'No enum match for: toaster' on property app_type.",
        ),
    ];
    for (body, expected) in refusals {
        assert_eq!(refused(&api.post("/clients", body).await), expected);
    }
    let half = json!({ "name": "x", "default_organization": { "flows": ["client_credentials"] } });
    assert!(refused(&api.post("/clients", half).await).starts_with("400 invalid_body"));
    let unknown = json!({ "name": "x", "default_organization": {
        "organization_id": "org_0000000000000000", "flows": ["client_credentials"],
    }});
    assert_eq!(
        refused(&api.post("/clients", unknown).await),
        "404 - No organization found by that id or name"
    );
}

#[tokio::test]
async fn a_secret_is_nowhere_readable_in_the_database() {
    let api = Management::start().await;
    let client = created(&api.post("/clients", json!({ "name": "x" })).await);
    let secret = client["client_secret"]
        .as_str()
        .unwrap()
        .as_bytes()
        .to_vec();
    let folder = api.tenant.data_dir().to_owned();
    if !folder.join("doorward.db").exists() {
        return; // a server's files are elsewhere
    }
    let mut bytes = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        bytes.extend(std::fs::read(file.unwrap().path()).unwrap());
    }
    let id = client["client_id"].as_str().unwrap().as_bytes();
    assert!(bytes.windows(id.len()).any(|window| window == id));
    assert!(!bytes.windows(secret.len()).any(|window| window == secret));
}

#[tokio::test]
async fn a_public_client_authenticates_with_nothing_and_still_has_a_secret() {
    let api = Management::start().await;
    let body = json!({ "name": "x", "app_type": "spa" });
    let client = created(&api.post("/clients", body).await);
    assert_eq!(client["token_endpoint_auth_method"], "none");
    assert!(matches!(&client["client_secret"], Value::String(secret) if secret.len() == 64));
}

#[tokio::test]
async fn a_secret_of_ones_own_needs_the_scope_for_keys() {
    let api = Management::start().await;
    let secret = "of-my-own-and-long-enough-to-sign-an-id-token-with-it";
    let body = |secret: &str| {
        json!({
            "name": "x", "app_type": "non_interactive", "oidc_conformant": true, "client_secret": secret,
        })
    };
    let client = created(&api.post("/clients", body(secret)).await);
    assert_eq!(client["client_secret"], secret);
    let audience = api.tenant.bootstrap.management.audience.clone();
    let grant =
        json!({ "client_id": client["client_id"], "audience": audience, "scope": ["read:users"] });
    created(&api.post("/client-grants", grant).await);
    assert_eq!(api.exchange(&client, &audience).await.status, 200);

    let token = api.token(&["create:clients"]).await;
    let answer = api
        .send_as(&token, Method::POST, "/clients", Some(body(secret)))
        .await;
    let expected = "403 insufficient_scope Insufficient scope, expected any of: update:client_keys";
    assert_eq!(refused(&answer), expected);
    let mut short = body("short");
    short["jwt_configuration"] = json!({ "alg": "HS256" });
    let answer = api.post("/clients", short).await;
    assert!(refused(&answer).starts_with("400 invalid_body"));
    let answer = api.post("/clients", body("")).await;
    assert_eq!(
        refused(&answer),
        "400 invalid_body Payload validation error: 'String is too short (0 chars), minimum 1' on property \
         client_secret."
    );
}

#[tokio::test]
async fn grant_types_are_ones_that_somebody_knows() {
    let tenant = TestTenant::start().await;
    let unknown = json!(["authorization_code", "passwordless_otp", "x"]);
    let body = json!({ "name": "App", "grant_types": unknown });
    let made = tenant.manage("POST", "/clients", Some(body)).await;
    assert_eq!(made.status, 400, "{}", made.text);
    assert_eq!(
        made.json()["message"],
        "Invalid grant types: passwordless_otp, x"
    );
    let known = json!([
        "authorization_code",
        "urn:okta:params:oauth:grant-type:webauthn",
        "http://auth0.com/oauth/legacy/grant-type/ro",
    ]);
    let body = json!({ "name": "App", "grant_types": known });
    let made = tenant.manage("POST", "/clients", Some(body)).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let path = format!("/clients/{}", made.json()["client_id"].as_str().unwrap());
    let change = json!({ "grant_types": unknown });
    let changed = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(
        changed.json()["message"],
        "Invalid grant types: passwordless_otp, x"
    );
    let left = tenant.manage("GET", &path, None).await.json();
    assert_eq!(left["grant_types"], known);
}

#[tokio::test]
async fn an_alias_is_one_client_s() {
    let api = Management::start().await;
    let named = |alias: &str| json!({ "name": "a", "client_aliases": ["own", alias] });
    let taken = "409 - Another client exists with the same alias.";
    let first = created(
        &api.post(
            "/clients",
            json!({ "name": "a", "client_aliases": ["x", "y"] }),
        )
        .await,
    );
    assert_eq!(refused(&api.post("/clients", named("y")).await), taken);
    let other = created(&api.post("/clients", named("z")).await);
    let path = |client: &Value| format!("/clients/{}", client["client_id"].as_str().unwrap());
    let change = json!({ "client_aliases": ["x"] });
    assert_eq!(
        refused(&api.patch(&path(&other), change.clone()).await),
        taken
    );
    assert_eq!(api.patch(&path(&first), change).await.status, 200);
    assert_eq!(
        api.post("/clients", json!({ "name": "b", "client_aliases": ["y"] }))
            .await
            .status,
        201
    );
}
