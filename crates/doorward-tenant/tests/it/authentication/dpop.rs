//! Tokens that are bound to a key (RFC 9449).

use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Body;
use axum::http::{Request, header};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use jsonwebtoken::jwk::{Jwk, ThumbprintHash};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use rcgen::KeyPair;
use serde_json::{Value, json};

use super::{EMAIL, PASSWORD, refused};
use crate::login::{self, CHALLENGE, VERIFIER};
use crate::support::{Answer, Browser, DOMAIN, TestTenant, claims, encode};

const UNKNOWN: &str = "403 invalid_grant Unknown or invalid refresh token.";
const NONCE_NEEDED: &str = "400 use_dpop_nonce Authorization server requires nonce in DPoP proof";

/// A key that a client makes for itself.
struct Key {
    pem: String,
    jwk: Jwk,
    proofs: AtomicU64,
}

impl Key {
    fn new() -> Self {
        let pair = KeyPair::generate().unwrap();
        let point = pair.public_key_raw();
        let [x, y] = [&point[1..33], &point[33..]].map(|part| BASE64_URL_SAFE_NO_PAD.encode(part));
        let jwk = json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y });
        Self {
            pem: pair.serialize_pem(),
            jwk: serde_json::from_value(jwk).unwrap(),
            proofs: AtomicU64::new(0),
        }
    }

    fn thumbprint(&self) -> String {
        self.jwk.thumbprint(ThumbprintHash::SHA256).unwrap()
    }

    /// A proof for a request of the tenant; `more` adds or replaces claims.
    fn prove(&self, tenant: &TestTenant, method: &str, path: &str, more: Value) -> String {
        let number = self.proofs.fetch_add(1, Ordering::Relaxed);
        let mut claims = json!({
            "jti": format!("proof-{number}"), "htm": method, "htu": format!("https://{DOMAIN}{path}"),
            "iat": tenant.clock.now().as_second(),
        });
        for (name, value) in more.as_object().unwrap() {
            claims[name] = value.clone();
        }
        let header = Header {
            typ: Some("dpop+jwt".to_owned()),
            jwk: Some(self.jwk.clone()),
            ..Header::new(Algorithm::ES256)
        };
        let key = EncodingKey::from_ec_pem(self.pem.as_bytes()).unwrap();
        jsonwebtoken::encode(&header, &claims, &key).unwrap()
    }

    /// A proof that comes with an access token.
    fn prove_for(&self, tenant: &TestTenant, method: &str, path: &str, token: &str) -> String {
        let ath = BASE64_URL_SAFE_NO_PAD.encode(hash(token));
        self.prove(tenant, method, path, json!({ "ath": ath }))
    }
}

fn hash(token: &str) -> impl AsRef<[u8]> {
    aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, token.as_bytes())
}

async fn send(
    tenant: &TestTenant,
    (method, path): (&str, &str),
    headers: &[(&str, &str)],
    form: &[(&str, &str)],
) -> Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, DOMAIN)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    tenant
        .send(request.body(Body::from(encode(form))).unwrap())
        .await
}

const TOKEN: (&str, &str) = ("POST", "/oauth/token");

/// The demo machine asks for a token of the demo API.
async fn as_machine(tenant: &TestTenant, proofs: &[&str]) -> Answer {
    let app = &tenant.bootstrap.applications[2];
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("audience", tenant.bootstrap.api.identifier.as_str()),
    ];
    let headers: Vec<_> = proofs.iter().map(|proof| ("dpop", *proof)).collect();
    send(tenant, TOKEN, &headers, &form).await
}

/// The demo SPA, a public client, exchanges something, with a proof of `key` and a nonce where it has one.
async fn as_page(tenant: &TestTenant, key: Option<&Key>, form: &[(&str, &str)]) -> Answer {
    let app = &tenant.bootstrap.applications[1];
    let mut whole = vec![("client_id", app.client_id.as_str())];
    whole.extend(form);
    let Some(key) = key else {
        return send(tenant, TOKEN, &[], &whole).await;
    };
    let proof = key.prove(tenant, "POST", "/oauth/token", json!({}));
    let first = send(tenant, TOKEN, &[("dpop", &proof)], &whole).await;
    assert_eq!(refused(&first), NONCE_NEEDED);
    let nonce = first.headers["dpop-nonce"].to_str().unwrap();
    let proof = key.prove(tenant, "POST", "/oauth/token", json!({ "nonce": nonce }));
    send(tenant, TOKEN, &[("dpop", &proof)], &whole).await
}

/// A code for the demo SPA.
async fn code(tenant: &TestTenant, more: &[(&str, &str)]) -> String {
    let mut browser = Browser::new(tenant);
    let back = login::log_in(&mut browser, &login::authorize(tenant, more)).await;
    back.parameter("code").unwrap()
}

async fn exchange(tenant: &TestTenant, key: Option<&Key>, code: &str) -> Answer {
    let callback = tenant.bootstrap.applications[1].callbacks[0].as_str();
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", callback),
        ("code_verifier", VERIFIER),
    ];
    as_page(tenant, key, &form).await
}

async fn refresh(tenant: &TestTenant, key: Option<&Key>, token: &str) -> Answer {
    let form = [("grant_type", "refresh_token"), ("refresh_token", token)];
    as_page(tenant, key, &form).await
}

async fn require(tenant: &TestTenant, asked: Value) {
    let api = tenant
        .bootstrap
        .api
        .identifier
        .replace(':', "%3A")
        .replace('/', "%2F");
    let change = json!({ "proof_of_possession": asked });
    let path = format!("/resource-servers/{api}");
    let changed = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
}

#[track_caller]
fn text(answer: &Answer, name: &str) -> String {
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()[name].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_proof_binds_the_token_and_works_once() {
    let tenant = TestTenant::start().await;
    let key = Key::new();
    let proof = key.prove(&tenant, "POST", "/oauth/token", json!({}));
    let answer = as_machine(&tenant, &[&proof]).await;
    assert_eq!(text(&answer, "token_type"), "DPoP");
    let bound = claims(&text(&answer, "access_token"));
    assert_eq!(bound["cnf"], json!({ "jkt": key.thumbprint() }));
    assert!(answer.headers.contains_key("dpop-nonce"));
    let again = as_machine(&tenant, &[&proof]).await;
    assert_eq!(
        refused(&again),
        "400 invalid_dpop_proof The DPoP proof was used before"
    );
    let free = as_machine(&tenant, &[]).await;
    assert_eq!(text(&free, "token_type"), "Bearer");
    assert!(claims(&text(&free, "access_token")).get("cnf").is_none());
    assert!(!free.headers.contains_key("dpop-nonce"));

    let metadata = tenant.get("/.well-known/openid-configuration").await.json();
    assert_eq!(
        metadata["dpop_signing_alg_values_supported"],
        json!(["ES256"])
    );
}

#[tokio::test]
async fn a_proof_that_is_for_something_else_is_refused() {
    let tenant = TestTenant::start().await;
    let key = Key::new();
    let now = tenant.clock.now().as_second();
    let cases = [
        (
            json!({ "htm": "GET" }),
            "The DPoP proof has another htm than the request",
        ),
        (
            json!({ "htu": "https://evil.example/oauth/token" }),
            "The DPoP proof has another htu than the request",
        ),
        (
            json!({ "htu": format!("https://{DOMAIN}/userinfo") }),
            "The DPoP proof has another htu than the request",
        ),
        (
            json!({ "iat": now - 301 }),
            "The DPoP proof is too old or from the future",
        ),
        (
            json!({ "iat": now + 301 }),
            "The DPoP proof is too old or from the future",
        ),
        (json!({ "jti": "" }), "The DPoP proof is malformed"),
        (json!({ "jti": 5 }), "The DPoP proof is malformed"),
    ];
    for (change, told) in cases {
        let proof = key.prove(&tenant, "POST", "/oauth/token", change.clone());
        let answer = as_machine(&tenant, &[&proof]).await;
        assert_eq!(
            refused(&answer),
            format!("400 invalid_dpop_proof {told}"),
            "{change}"
        );
    }
    let [one, two] = [(); 2].map(|()| key.prove(&tenant, "POST", "/oauth/token", json!({})));
    let both = as_machine(&tenant, &[&one, &two]).await;
    assert_eq!(
        refused(&both),
        "400 invalid_dpop_proof Exactly one DPoP proof is needed"
    );
    let (signed, _) = one.rsplit_once('.').unwrap();
    let (_, signature) = two.rsplit_once('.').unwrap();
    let forged = as_machine(&tenant, &[&format!("{signed}.{signature}")]).await;
    assert_eq!(
        refused(&forged),
        "400 invalid_dpop_proof The signature of the DPoP proof is invalid"
    );
    // Query and fragment do not count, and the host at which certificates are asked for is the same tenant.
    for htu in [
        format!("https://{DOMAIN}/oauth/token?x=1#y"),
        format!("https://mtls.{DOMAIN}/oauth/token"),
    ] {
        let proof = key.prove(&tenant, "POST", "/oauth/token", json!({ "htu": htu }));
        assert_eq!(as_machine(&tenant, &[&proof]).await.status, 200);
    }
}

#[tokio::test]
async fn a_nonce_is_one_of_ours_and_of_these_minutes() {
    let tenant = TestTenant::start().await;
    let key = Key::new();
    let prove = |nonce: &str| key.prove(&tenant, "POST", "/oauth/token", json!({ "nonce": nonce }));
    let unknown = as_machine(&tenant, &[&prove("x")]).await;
    assert_eq!(refused(&unknown), NONCE_NEEDED);
    let nonce = unknown.headers["dpop-nonce"].to_str().unwrap();
    assert_eq!(as_machine(&tenant, &[&prove(nonce)]).await.status, 200);
    tenant.clock.advance(SignedDuration::from_mins(5));
    assert_eq!(as_machine(&tenant, &[&prove(nonce)]).await.status, 200);
    tenant.clock.advance(SignedDuration::from_mins(1));
    let old = as_machine(&tenant, &[&prove(nonce)]).await;
    assert_eq!(refused(&old), NONCE_NEEDED);
    assert_ne!(old.headers["dpop-nonce"], nonce);
}

#[tokio::test]
async fn what_a_public_client_holds_needs_its_key() {
    let tenant = TestTenant::start().await;
    let (key, other) = (Key::new(), Key::new());
    let policy = json!({ "refresh_token": {
        "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 0,
        "token_lifetime": 10_000, "idle_token_lifetime": 10_000,
        "infinite_token_lifetime": false, "infinite_idle_token_lifetime": false,
    }});
    let path = format!("/clients/{}", tenant.bootstrap.applications[1].client_id);
    assert_eq!(
        tenant.manage("PATCH", &path, Some(policy)).await.status,
        200
    );
    let scope = [("scope", "openid email offline_access")];
    let answer = exchange(&tenant, Some(&key), &code(&tenant, &scope).await).await;
    assert_eq!(text(&answer, "token_type"), "DPoP");
    let first = text(&answer, "refresh_token");
    let second = refresh(&tenant, Some(&key), &first).await;
    let second = text(&second, "refresh_token");
    // Who has copied them without the key gets nothing, and ends nothing.
    for copied in [&first, &second] {
        assert_eq!(refused(&refresh(&tenant, None, copied).await), UNKNOWN);
        assert_eq!(
            refused(&refresh(&tenant, Some(&other), copied).await),
            UNKNOWN
        );
    }
    let third = refresh(&tenant, Some(&key), &second).await;
    assert_eq!(text(&third, "token_type"), "DPoP");
    // Presented by its owner, a copy ends the family as ever.
    assert_eq!(
        refused(&refresh(&tenant, Some(&key), &first).await),
        UNKNOWN
    );
    let third = text(&third, "refresh_token");
    assert_eq!(
        refused(&refresh(&tenant, Some(&key), &third).await),
        UNKNOWN
    );
}

#[tokio::test]
async fn userinfo_and_management_take_a_bound_token_with_its_proof_alone() {
    let tenant = TestTenant::start().await;
    let (key, other) = (Key::new(), Key::new());
    let answer = exchange(&tenant, Some(&key), &code(&tenant, &[]).await).await;
    let bound = text(&answer, "access_token");
    let ask = async |scheme: &str, token: &str, proof: Option<String>| {
        let authorization = format!("{scheme} {token}");
        let mut headers = vec![("authorization", authorization.as_str())];
        headers.extend(proof.as_deref().map(|proof| ("dpop", proof)));
        send(&tenant, ("GET", "/userinfo"), &headers, &[]).await
    };
    let prove = |key: &Key, token: &str| Some(key.prove_for(&tenant, "GET", "/userinfo", token));
    let good = ask("DPoP", &bound, prove(&key, &bound)).await;
    assert_eq!(good.json()["email"], EMAIL);
    let free = exchange(&tenant, None, &code(&tenant, &[]).await).await;
    let free = text(&free, "access_token");
    assert_eq!(ask("Bearer", &free, None).await.status, 200);
    let without_hash = key.prove(&tenant, "GET", "/userinfo", json!({}));
    let ath = BASE64_URL_SAFE_NO_PAD.encode(hash(&bound));
    let stale = json!({ "ath": ath, "nonce": "x" });
    let stale = key.prove(&tenant, "GET", "/userinfo", stale);
    for (refused, error) in [
        (ask("Bearer", &bound, None).await, "invalid_token"),
        (
            ask("Bearer", &bound, prove(&key, &bound)).await,
            "invalid_token",
        ),
        (
            ask("DPoP", &bound, prove(&other, &bound)).await,
            "invalid_token",
        ),
        (
            ask("DPoP", &free, prove(&key, &free)).await,
            "invalid_token",
        ),
        (ask("DPoP", &bound, None).await, "invalid_dpop_proof"),
        (
            ask("DPoP", &bound, prove(&key, &free)).await,
            "invalid_dpop_proof",
        ),
        (
            ask("DPoP", &bound, Some(without_hash)).await,
            "invalid_dpop_proof",
        ),
    ] {
        let challenge = refused.headers["www-authenticate"].to_str().unwrap();
        assert_eq!(refused.status, 401, "{challenge}");
        assert!(
            challenge.contains(&format!("error=\"{error}\"")),
            "{challenge}"
        );
    }
    // Of what comes without a good token nothing is kept, not even that its proof was seen.
    let proof = prove(&key, "x.y.z");
    for _ in 0..2 {
        let stranger = ask("DPoP", "x.y.z", proof.clone()).await;
        let challenge = stranger.headers["www-authenticate"].to_str().unwrap();
        assert!(challenge.contains("error=\"invalid_token\""), "{challenge}");
    }
    let stale = ask("DPoP", &bound, Some(stale)).await;
    let challenge = stale.headers["www-authenticate"].to_str().unwrap();
    assert!(challenge.starts_with("DPoP algs=\"ES256\""), "{challenge}");
    assert!(
        challenge.contains("error=\"use_dpop_nonce\""),
        "{challenge}"
    );
    assert!(stale.headers.contains_key("dpop-nonce"));

    let machine = &tenant.bootstrap.management;
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", machine.client_id.as_str()),
        ("client_secret", machine.client_secret.as_str()),
        ("audience", machine.audience.as_str()),
    ];
    let proof = key.prove(&tenant, "POST", "/oauth/token", json!({}));
    let bought = send(&tenant, TOKEN, &[("dpop", &proof)], &form).await;
    let bound = text(&bought, "access_token");
    let (path, query) = ("/api/v2/clients", "/api/v2/clients?per_page=1");
    let dpop = format!("DPoP {bound}");
    let proof = key.prove_for(&tenant, "GET", path, &bound);
    let headers = [("authorization", dpop.as_str()), ("dpop", &proof)];
    assert_eq!(
        send(&tenant, ("GET", query), &headers, &[]).await.status,
        200
    );
    assert_eq!(
        send(&tenant, ("GET", query), &headers, &[]).await.status,
        401
    );
    let bearer = format!("Bearer {bound}");
    let headers = [("authorization", bearer.as_str())];
    assert_eq!(
        send(&tenant, ("GET", path), &headers, &[]).await.status,
        401
    );
}

#[tokio::test]
async fn an_api_that_wants_keys_gets_no_unbound_token_and_nothing_is_spent() {
    let tenant = TestTenant::start().await;
    let key = Key::new();
    let api = tenant.bootstrap.api.identifier.clone();
    let asked = [
        ("audience", api.as_str()),
        ("scope", "openid offline_access read:messages"),
    ];
    let before = exchange(&tenant, None, &code(&tenant, &asked).await).await;
    let before = text(&before, "refresh_token");
    let for_key = code(&tenant, &asked).await;
    require(&tenant, json!({ "mechanism": "dpop", "required": true })).await;
    let told =
        "400 invalid_dpop_proof A DPoP proof is required to bind the access token to its key";
    for _ in 0..2 {
        assert_eq!(refused(&exchange(&tenant, None, &for_key).await), told);
        assert_eq!(refused(&refresh(&tenant, None, &before).await), told);
        assert_eq!(refused(&as_machine(&tenant, &[]).await), told);
    }
    let login = [
        ("username", EMAIL),
        ("password", PASSWORD),
        ("audience", api.as_str()),
    ];
    assert_eq!(
        refused(&super::token(&tenant, "password", &login).await),
        told
    );
    for exchanged in [
        exchange(&tenant, Some(&key), &for_key).await,
        refresh(&tenant, Some(&key), &before).await,
    ] {
        assert_eq!(text(&exchanged, "token_type"), "DPoP");
        let bound = claims(&text(&exchanged, "access_token"));
        assert_eq!(bound["cnf"], json!({ "jkt": key.thumbprint() }));
    }
    // Nothing can be proved in a browser's address.
    let path = format!("/clients/{}", tenant.bootstrap.applications[1].client_id);
    let change = json!({ "grant_types": ["implicit", "authorization_code", "refresh_token"] });
    assert_eq!(
        tenant.manage("PATCH", &path, Some(change)).await.status,
        200
    );
    let implicit = [
        ("response_type", "token"),
        ("audience", api.as_str()),
        ("code_challenge", ""),
        ("code_challenge_method", ""),
    ];
    let mut browser = Browser::new(&tenant);
    let back = login::log_in(&mut browser, &login::authorize(&tenant, &implicit)).await;
    assert_eq!(back.parameter("error").as_deref(), Some("invalid_request"));

    // Only of those who cannot keep a secret.
    require(
        &tenant,
        json!({ "mechanism": "dpop", "required": true, "required_for": "public_clients" }),
    )
    .await;
    assert_eq!(
        text(&as_machine(&tenant, &[]).await, "token_type"),
        "Bearer"
    );
    let public = exchange(&tenant, None, &code(&tenant, &asked).await).await;
    assert_eq!(refused(&public), told);
}

#[tokio::test]
async fn a_client_can_be_made_to_prove_what_it_holds() {
    let tenant = TestTenant::start().await;
    let key = Key::new();
    let path = format!("/clients/{}", tenant.bootstrap.applications[2].client_id);
    let change = json!({ "require_proof_of_possession": true });
    assert_eq!(
        tenant.manage("PATCH", &path, Some(change)).await.status,
        200
    );
    assert_eq!(
        refused(&as_machine(&tenant, &[]).await),
        "400 invalid_request A DPoP proof or a client certificate is required to bind the access token to"
    );
    let proof = key.prove(&tenant, "POST", "/oauth/token", json!({}));
    assert_eq!(
        text(&as_machine(&tenant, &[&proof]).await, "token_type"),
        "DPoP"
    );
}

#[tokio::test]
async fn a_code_can_be_bound_to_the_key_from_the_start() {
    let tenant = TestTenant::start().await;
    let (key, other) = (Key::new(), Key::new());
    let thumbprint = key.thumbprint();
    let bound = code(&tenant, &[("dpop_jkt", &thumbprint)]).await;
    let told = "403 invalid_grant The code is bound to another key than that of the DPoP proof";
    assert_eq!(refused(&exchange(&tenant, None, &bound).await), told);
    assert_eq!(
        refused(&exchange(&tenant, Some(&other), &bound).await),
        told
    );
    assert_eq!(exchange(&tenant, Some(&key), &bound).await.status, 200);

    let bad = login::authorize(&tenant, &[("dpop_jkt", "x")]);
    let back = tenant.get(&bad).await;
    assert_eq!(back.parameter("error").as_deref(), Some("invalid_request"));
}

#[tokio::test]
async fn a_pushed_request_binds_its_code_to_the_key_of_its_proof() {
    let tenant = TestTenant::start().await;
    let (key, other) = (Key::new(), Key::new());
    tenant
        .set_settings(json!({ "pushed_authorization_requests_supported": true }))
        .await;
    let app = &tenant.bootstrap.applications[0];
    let (id, secret) = (
        app.client_id.as_str(),
        app.client_secret.as_deref().unwrap(),
    );
    let callback = app.callbacks[0].as_str();
    let mut form = vec![
        ("client_id", id),
        ("client_secret", secret),
        ("response_type", "code"),
        ("redirect_uri", callback),
        ("scope", "openid"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    let push = async |form: &[(&str, &str)]| {
        let proof = key.prove(&tenant, "POST", "/oauth/par", json!({}));
        send(&tenant, ("POST", "/oauth/par"), &[("dpop", &proof)], form).await
    };
    let pushed = push(&form).await;
    assert_eq!(pushed.status, 201, "{}", pushed.text);
    assert!(pushed.headers.contains_key("dpop-nonce"));
    let uri = pushed.json()["request_uri"].as_str().unwrap().to_owned();
    let address = format!(
        "/authorize?{}",
        encode(&[("client_id", id), ("request_uri", &uri)])
    );
    let mut browser = Browser::new(&tenant);
    let back = login::log_in(&mut browser, &address).await;
    let code = back.parameter("code").unwrap();
    let redeem = async |key: &Key| {
        let proof = key.prove(&tenant, "POST", "/oauth/token", json!({}));
        let form = [
            ("grant_type", "authorization_code"),
            ("client_id", id),
            ("client_secret", secret),
            ("code", &code),
            ("redirect_uri", callback),
            ("code_verifier", VERIFIER),
        ];
        send(&tenant, TOKEN, &[("dpop", &proof)], &form).await
    };
    assert_eq!(redeem(&other).await.status, 403);
    assert_eq!(redeem(&key).await.status, 200);

    let thumbprint = other.thumbprint();
    form.push(("dpop_jkt", &thumbprint));
    let torn = push(&form).await;
    assert_eq!(
        refused(&torn),
        "400 invalid_request dpop_jkt is not the thumbprint of the key of the DPoP proof"
    );
}
