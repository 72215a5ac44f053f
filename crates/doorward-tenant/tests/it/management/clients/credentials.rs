//! `/api/v2/clients/{client_id}/credentials`, and clients that authenticate with them.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rcgen::{KeyPair, PublicKeyData as _, SigningKey as _};
use serde_json::{Value, json};

use super::{Management, created, refused};

/// A key pair of RSA and its public half as PEM.
struct Key {
    pair: KeyPair,
    public: String,
}

impl Key {
    fn new() -> Self {
        let rsa = aws_lc_rs::rsa::KeyPair::generate(aws_lc_rs::rsa::KeySize::Rsa2048).unwrap();
        let der: aws_lc_rs::encoding::Pkcs8V1Der<'_> =
            aws_lc_rs::encoding::AsDer::as_der(&rsa).unwrap();
        let der = rustls_pki_types::PrivatePkcs8KeyDer::from(der.as_ref().to_vec());
        let pair = KeyPair::from_pkcs8_der_and_sign_algo(&der, &rcgen::PKCS_RSA_SHA256).unwrap();
        let encoded = BASE64_STANDARD.encode(pair.subject_public_key_info());
        let public = format!("-----BEGIN PUBLIC KEY-----\n{encoded}\n-----END PUBLIC KEY-----\n");
        Self { pair, public }
    }

    /// A signed assertion (RFC 7523) of this client for the tenant of the test.
    fn assertion(&self, client_id: &str, jti: &str, now: i64) -> String {
        let url = base64::prelude::BASE64_URL_SAFE_NO_PAD;
        let part = |value: Value| url.encode(value.to_string());
        let head = part(json!({ "alg": "RS256", "typ": "JWT" }));
        let claims = part(json!({
            "iss": client_id, "sub": client_id, "aud": "https://tenant.example/",
            "jti": jti, "iat": now, "exp": now + 60,
        }));
        let signed = format!("{head}.{claims}");
        let signature = self.pair.sign(signed.as_bytes()).unwrap();
        format!("{signed}.{}", url.encode(signature))
    }
}

async fn exchange(api: &Management, client_id: &str, key: &Key, jti: &str) -> u16 {
    let now = api.tenant.clock.now().as_second();
    let assertion = key.assertion(client_id, jti, now);
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", client_id),
        (
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ),
        ("client_assertion", &assertion),
        ("audience", &api.tenant.bootstrap.api.identifier),
    ];
    let answer = api.tenant.post_form("/oauth/token", &form).await;
    answer.status.as_u16()
}

#[tokio::test]
async fn a_client_made_with_a_key_authenticates_with_it() {
    let api = Management::start().await;
    let key = Key::new();
    let credential = json!({ "credential_type": "public_key", "name": "first", "pem": key.public });
    let body = json!({
        "name": "x", "app_type": "non_interactive", "oidc_conformant": true,
        "client_authentication_methods": { "private_key_jwt": { "credentials": [credential] } },
    });
    let client = created(&api.post("/clients", body).await);
    let id = client["client_id"].as_str().unwrap();
    let made = &client["client_authentication_methods"]["private_key_jwt"]["credentials"][0];
    assert!(made["id"].as_str().unwrap().starts_with("cred_"));
    assert_eq!(
        (&made["alg"], &made["name"]),
        (&json!("RS256"), &json!("first"))
    );
    assert_eq!(made["kid"].as_str().unwrap().len(), 43);
    assert!(made.get("pem").is_none());
    let grant =
        json!({ "client_id": id, "audience": api.tenant.bootstrap.api.identifier, "scope": [] });
    created(&api.post("/client-grants", grant).await);
    assert_eq!(exchange(&api, id, &key, "1").await, 200);
    assert_eq!(exchange(&api, id, &key, "1").await, 401, "a replay");
    assert_eq!(
        exchange(&api, id, &Key::new(), "2").await,
        401,
        "a foreign key"
    );

    let read = api.get(&format!("/clients/{id}")).await.json();
    let listed = &read["client_authentication_methods"]["private_key_jwt"]["credentials"];
    assert_eq!(*listed, json!([{ "id": made["id"] }]));
}

#[tokio::test]
async fn a_key_is_added_used_and_ended() {
    let api = Management::start().await;
    let body = json!({ "name": "x", "app_type": "non_interactive", "oidc_conformant": true });
    let client = created(&api.post("/clients", body).await);
    let id = client["client_id"].as_str().unwrap().to_owned();
    let grant =
        json!({ "client_id": id, "audience": api.tenant.bootstrap.api.identifier, "scope": [] });
    created(&api.post("/client-grants", grant).await);
    let key = Key::new();
    let path = format!("/clients/{id}/credentials");
    let body = json!({ "credential_type": "public_key", "pem": key.public });
    let made = created(&api.post(&path, body).await);
    let one = format!("{path}/{}", made["id"].as_str().unwrap());
    assert_eq!(exchange(&api, &id, &key, "1").await, 401, "not in use yet");

    let methods = json!({ "private_key_jwt": { "credentials": [{ "id": made["id"] }] } });
    let both = json!({ "token_endpoint_auth_method": "client_secret_post", "client_authentication_methods": methods });
    assert!(
        refused(&api.patch(&format!("/clients/{id}"), both).await).starts_with("400 invalid_body")
    );
    let switch =
        json!({ "token_endpoint_auth_method": null, "client_authentication_methods": methods });
    assert_eq!(
        api.patch(&format!("/clients/{id}"), switch).await.status,
        200
    );
    assert_eq!(exchange(&api, &id, &key, "2").await, 200);

    let list = api.get(&path).await;
    assert!(list.json().is_array() && !list.text.contains("PUBLIC KEY"));
    assert_eq!(api.get(&one).await.json(), made);
    let end = json!({ "expires_at": "2020-01-01T00:00:00.000Z" });
    let ended = api.patch(&one, end).await;
    assert_eq!(
        (ended.status.as_u16(), &ended.json()["expires_at"]),
        (200, &json!("2020-01-01T00:00:00.000Z"))
    );
    assert_eq!(exchange(&api, &id, &key, "3").await, 401, "expired");
    assert!(
        refused(&api.patch(&one, json!({ "name": "y" })).await).starts_with("400 invalid_body")
    );

    assert_eq!(api.delete(&one, None).await.status, 409, "still in use");
    let back = json!({ "client_authentication_methods": null, "token_endpoint_auth_method": "client_secret_post" });
    assert_eq!(api.patch(&format!("/clients/{id}"), back).await.status, 200);
    assert_eq!(api.delete(&one, None).await.status, 204);
    assert_eq!(api.delete(&one, None).await.status, 204);
    assert_eq!(api.get(&one).await.status, 404);
}

#[tokio::test]
async fn a_text_that_is_no_key_is_refused() {
    let api = Management::start().await;
    let client = created(&api.post("/clients", json!({ "name": "x" })).await);
    let path = format!(
        "/clients/{}/credentials",
        client["client_id"].as_str().unwrap()
    );
    let body = json!({ "credential_type": "public_key", "pem": "nonsense" });
    assert!(refused(&api.post(&path, body).await).starts_with("400 invalid_body"));
    let body = json!({ "credential_type": "public_key" });
    assert_eq!(
        refused(&api.post(&path, body.clone()).await),
        "400 invalid_body Payload validation error: 'Missing required property: pem'."
    );
    assert!(refused(&api.post("/clients/nobody/credentials", body).await).starts_with("400"));
    assert_eq!(api.get("/clients/nobody/credentials").await.status, 404);
}
