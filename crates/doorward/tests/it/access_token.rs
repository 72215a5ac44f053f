//! Which access tokens an API believes, and what it answers to the others.

use aws_lc_rs::digest::{SHA256, digest};
use axum::routing::get;
use axum::{Extension, Router};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorward::access_token::{
    AccessTokenClaims, AccessTokenError, AccessTokenLayer, AccessTokenVerifier,
    AccessTokenVerifierBuilder, ClientCertificate,
};
use doorward::authentication::{ClientCredentialsGrant, PasswordGrant, SignUp};
use doorward::dpop::{DpopKey, Proof};
use doorward::http::{Method, Request, header};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

use crate::server::{Answer, Server};
use crate::signing::{KEY, OTHER_KEY, claims, jwks, now};
use crate::tenants::Destination;

const API: &str = "https://api.test/";

async fn tenant() -> Server {
    let server = Server::answering([]).await;
    server.fix("/.well-known/jwks.json", jwks(&[KEY.jwk("k1")]));
    server
}

fn builder(tenant: &Server) -> AccessTokenVerifierBuilder {
    AccessTokenVerifier::builder("tenant.test", API)
        .base_url(&tenant.url)
        .clock(now)
        .public_url("https://api.test")
}

/// The claims of a token nobody can object to, changed.
fn access(changes: Value) -> Value {
    let mut all = json!({ "aud": [API, "https://tenant.test/userinfo"], "azp": "CID", "scope": "read:a write:a" });
    for (name, value) in changes.as_object().unwrap() {
        all[name] = value.clone();
    }
    claims(all)
}

fn token(changes: Value) -> String {
    KEY.sign(Algorithm::RS256, "k1", &access(changes))
}

#[tokio::test]
async fn a_good_token_is_read_in_both_profiles() {
    let tenant = tenant().await;
    let verifier = builder(&tenant).build().unwrap();
    let told = verifier
        .verify(&token(json!({ "permissions": ["p"] })))
        .await;
    let told = told.unwrap();
    assert_eq!(told.client_id.as_deref(), Some("CID"));
    assert_eq!(told.scopes, ["read:a", "write:a"]);
    assert!(told.has_permission("p") && told.has_scope("read:a") && !told.is_bound());
    assert!(told.require_scopes(&["write:a", "read:a"]).is_ok());
    assert!(told.require_permissions(&["q"]).is_err());

    let rfc9068 = access(json!({ "azp": null, "client_id": "CID", "aud": API, "jti": "1" }));
    let header = Header {
        typ: Some("at+jwt".into()),
        kid: Some("k1".into()),
        ..Header::new(Algorithm::RS256)
    };
    let key = EncodingKey::from_rsa_pem(KEY.pem.as_bytes()).unwrap();
    let encoded = jsonwebtoken::encode(&header, &rfc9068, &key).unwrap();
    let told = verifier.verify(&encoded).await.unwrap();
    assert_eq!(told.client_id.as_deref(), Some("CID"));
    assert_eq!(told.extra.text("jti"), Some("1"));
}

#[tokio::test]
async fn each_rule_of_access_tokens_counts() {
    let tenant = tenant().await;
    let verifier = builder(&tenant).build().unwrap();
    let second = now().as_second();
    for (changes, reason) in [
        (
            json!({ "iss": "https://evil/" }),
            "the access token is of another issuer",
        ),
        (
            json!({ "aud": "other" }),
            "the access token is for another audience",
        ),
        (json!({ "aud": null }), "the access token lacks aud"),
        (json!({ "exp": second - 5 }), "the access token has expired"),
        (json!({ "exp": null }), "the access token lacks exp"),
        (json!({ "iat": "x" }), "the access token lacks iat"),
        (json!({ "sub": "" }), "the access token lacks sub"),
        (
            json!({ "nbf": second + 60 }),
            "the access token is not valid yet",
        ),
        (
            json!({ "permissions": "all" }),
            "the access token lacks permissions",
        ),
    ] {
        let error = verifier.verify(&token(changes)).await.unwrap_err();
        assert_eq!(error.to_string(), reason);
        assert_eq!(error.status(), 401);
    }
    assert!(
        verifier
            .verify(&token(json!({ "exp": second - 4 })))
            .await
            .is_ok()
    );
    let forged = OTHER_KEY.sign(Algorithm::RS256, "k1", &access(json!({})));
    assert!(matches!(
        verifier.verify(&forged).await,
        Err(AccessTokenError::Signature)
    ));
    let unsigned = format!("{}.e30.", URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#));
    assert!(matches!(
        verifier.verify(&unsigned).await,
        Err(AccessTokenError::Algorithm { .. })
    ));
    for opaque in ["", "abc", "a.b.c", "eyJhbGciOiJkaXIi..a.b.c"] {
        assert!(matches!(
            verifier.verify(opaque).await,
            Err(AccessTokenError::Malformed)
        ));
    }
}

#[tokio::test]
async fn a_public_key_is_no_secret_and_a_secret_no_public_key() {
    let tenant = tenant().await;
    let confused = jsonwebtoken::encode(
        &Header::new(Algorithm::HS256),
        &access(json!({})),
        &EncodingKey::from_secret(KEY.pem.as_bytes()),
    );
    let rsa = builder(&tenant).build().unwrap();
    assert!(rsa.verify(&confused.unwrap()).await.is_err());

    let secret = "a signing secret";
    let hmac = builder(&tenant).signing_secret(secret).build().unwrap();
    let signed = jsonwebtoken::encode(
        &Header::new(Algorithm::HS256),
        &access(json!({})),
        &EncodingKey::from_secret(secret.as_bytes()),
    );
    hmac.verify(&signed.unwrap()).await.unwrap();
    assert!(hmac.verify(&token(json!({}))).await.is_err());
    assert_eq!(tenant.recorded().len(), 0);
}

/// The verdict on a request with these headers.
async fn verdict(
    verifier: &AccessTokenVerifier,
    headers: &[(&str, &str)],
    certificate: Option<&'static [u8]>,
) -> Result<AccessTokenClaims, AccessTokenError> {
    let mut request = Request::get("/things?page=1");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    if let Some(certificate) = certificate {
        request = request.extension(ClientCertificate(certificate.into()));
    }
    let (head, ()) = request.body(()).unwrap().into_parts();
    verifier.verify_request(&head).await
}

#[tokio::test]
async fn a_token_bound_to_a_key_needs_a_proof_each_time() {
    let tenant = tenant().await;
    let verifier = builder(&tenant).build().unwrap();
    let key = DpopKey::generate().unwrap();
    let bound = token(json!({ "cnf": { "jkt": key.thumbprint() } }));
    let prove = |key: &DpopKey, token: &str| {
        let url = "https://api.test/things".parse().unwrap();
        key.prove(&Proof {
            access_token: Some(token),
            now: Some(now()),
            ..Proof::new(&Method::GET, &url)
        })
        .unwrap()
    };
    let (as_dpop, as_bearer) = (format!("DPoP {bound}"), format!("Bearer {bound}"));
    let proof = prove(&key, &bound);
    let good = [("authorization", &*as_dpop), ("dpop", proof.as_str())];
    verdict(&verifier, &good, None).await.unwrap();

    let code = |verdict: Result<_, AccessTokenError>| verdict.map(|_| ()).unwrap_err().code();
    let replayed = verdict(&verifier, &good, None).await;
    assert_eq!(code(replayed), Some("invalid_dpop_proof"));
    for headers in [
        vec![("authorization", &*as_bearer)],
        vec![("authorization", &*as_dpop)],
        vec![("authorization", &*as_dpop), ("dpop", "x")],
        vec![
            ("authorization", &*as_dpop),
            ("dpop", &*prove(&key, &bound)),
            ("dpop", &*prove(&key, &bound)),
        ],
        vec![
            ("authorization", &*as_dpop),
            ("dpop", &*prove(&key, "other")),
        ],
    ] {
        let refused = verdict(&verifier, &headers, None).await;
        assert_eq!(code(refused), Some("invalid_dpop_proof"), "{headers:?}");
    }
    let thief = prove(&DpopKey::generate().unwrap(), &bound);
    let stolen = [("authorization", &*as_dpop), ("dpop", thief.as_str())];
    let refused = verdict(&verifier, &stolen, None).await.unwrap_err();
    assert_eq!(refused.code(), Some("invalid_token"));
    assert!(
        refused
            .www_authenticate()
            .unwrap()
            .starts_with("DPoP algs=")
    );

    let strict = builder(&tenant).require_bound_tokens().build().unwrap();
    let plain = format!("Bearer {}", token(json!({})));
    let refused = verdict(&strict, &[("authorization", &plain)], None).await;
    assert!(matches!(refused, Err(AccessTokenError::Unbound)));
}

#[tokio::test]
async fn a_token_bound_to_a_certificate_needs_that_certificate() {
    let tenant = tenant().await;
    let verifier = builder(&tenant).build().unwrap();
    let thumbprint = URL_SAFE_NO_PAD.encode(digest(&SHA256, b"certificate"));
    let bound = token(json!({ "cnf": { "x5t#S256": thumbprint } }));
    let bearer = format!("Bearer {bound}");
    let headers = [("authorization", &*bearer)];
    verdict(&verifier, &headers, Some(b"certificate"))
        .await
        .unwrap();
    for shown in [None, Some(&b"other"[..])] {
        let refused = verdict(&verifier, &headers, shown).await;
        assert!(matches!(refused, Err(AccessTokenError::Certificate)));
    }
}

#[tokio::test]
async fn the_authorization_header_is_read_strictly() {
    let tenant = tenant().await;
    let verifier = builder(&tenant).build().unwrap();
    let good = format!("bearer  {}", token(json!({})));
    verdict(&verifier, &[("authorization", &good)], None)
        .await
        .unwrap();
    for (headers, status, challenge) in [
        (vec![], 401, "Bearer"),
        (vec![("authorization", "Basic eDp5")], 401, "Bearer"),
        (
            vec![("authorization", "Bearer ")],
            400,
            "Bearer error=\"invalid_request\", error_description=\"the Authorization header is malformed\"",
        ),
        (
            vec![("authorization", &*good), ("authorization", &*good)],
            400,
            "Bearer error=\"invalid_request\", error_description=\"the Authorization header is malformed\"",
        ),
        (
            vec![("authorization", "Bearer x")],
            401,
            "Bearer error=\"invalid_token\", error_description=\"the access token is malformed\"",
        ),
    ] {
        let error = verdict(&verifier, &headers, None).await.unwrap_err();
        assert_eq!(error.status(), status);
        assert_eq!(error.www_authenticate().as_deref(), Some(challenge));
    }
}

#[tokio::test]
async fn a_tenant_out_of_reach_is_not_the_callers_fault() {
    let tenant = tenant().await;
    tenant.fix("/.well-known/jwks.json", Answer::text(500, ""));
    let verifier = builder(&tenant).build().unwrap();
    let error = verifier.verify(&token(json!({}))).await.unwrap_err();
    assert_eq!(error.status(), 503);
    assert_eq!(error.www_authenticate(), None);
}

/// An API behind the layer, and its address.
async fn api(verifier: AccessTokenVerifier) -> String {
    async fn name(claims: AccessTokenClaims) -> String {
        claims.sub
    }
    async fn write(claims: AccessTokenClaims) -> Result<String, AccessTokenError> {
        claims.require_scopes(&["write:nothing"])?;
        Ok(claims.sub)
    }
    async fn same(Extension(claims): Extension<AccessTokenClaims>) -> String {
        claims.iss
    }
    let layer = AccessTokenLayer::new(verifier);
    let app = Router::new()
        .route("/name", get(name))
        .route("/write", get(write))
        .route("/same", get(same))
        .layer(layer.clone())
        .route("/admin", get(name).layer(layer.permissions(["admin"])))
        .route("/open", get(name));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    url
}

/// Status, challenge and body of an answer.
async fn ask(url: String, token: &str) -> (u16, Option<String>, String) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer = client.get(url).bearer_auth(token).send().await.unwrap();
    let challenge = answer.headers().get(header::WWW_AUTHENTICATE);
    let challenge = challenge.map(|value| value.to_str().unwrap().to_owned());
    (
        answer.status().as_u16(),
        challenge,
        answer.text().await.unwrap(),
    )
}

#[tokio::test]
async fn an_api_lets_real_tokens_of_the_tenant_in() {
    for to in Destination::each().await {
        let bootstrap = to.tenant.bootstrap();
        let verifier = AccessTokenVerifier::builder(to.tenant.domain(), &bootstrap.api.identifier)
            .transport(to.transport.clone())
            .build()
            .unwrap();
        let url = api(verifier).await;
        let at = |path: &str| format!("{url}{path}");

        let machine = to.application("Default M2M");
        let grant = ClientCredentialsGrant::new(&bootstrap.api.identifier);
        let tokens = machine.oauth().client_credentials_grant(&grant).await;
        let token = tokens.unwrap().data.access_token;
        let client = format!("{}@clients", machine.client_id().unwrap());
        assert_eq!(ask(at("/name"), &token).await, (200, None, client));
        let (_, _, issuer) = ask(at("/same"), &token).await;
        assert_eq!(issuer, to.tenant.issuer());

        let (status, challenge, body) = ask(at("/write"), &token).await;
        assert_eq!(status, 403);
        assert!(challenge.unwrap().ends_with("scope=\"write:nothing\""));
        assert!(body.contains("\"error\":\"insufficient_scope\""), "{body}");
        assert_eq!(ask(at("/admin"), &token).await.0, 403);
        assert_eq!(ask(at("/open"), &token).await.0, 500);

        // A user's token has two audiences; one for another API has none of ours.
        let app = to.application("Default App");
        let (email, password) = ("ada@example.com", "Corr3ct-horse!");
        let user = SignUp::new(email, password, &bootstrap.connections.database.name);
        app.database().sign_up(&user).await.unwrap();
        let login = PasswordGrant {
            scope: Some("openid".into()),
            audience: Some(bootstrap.api.identifier.clone()),
            ..PasswordGrant::new(email, password)
        };
        let tokens = app.oauth().password_grant(&login).await.unwrap();
        let (status, _, sub) = ask(at("/name"), &tokens.access_token).await;
        assert_eq!(
            (status, sub),
            (200, tokens.claims.as_ref().unwrap().sub.clone())
        );
        let id_token = tokens.id_token.as_ref().unwrap();
        assert_eq!(ask(at("/name"), id_token).await.0, 401);
        let management = ClientCredentialsGrant::new(format!("{}api/v2/", to.tenant.issuer()));
        let manager = &bootstrap.management;
        let manager = doorward::AuthenticationClient::builder(to.tenant.domain())
            .transport(to.transport.clone())
            .client_id(&manager.client_id)
            .client_secret(manager.client_secret.as_str())
            .build()
            .unwrap();
        let other = manager.oauth().client_credentials_grant(&management).await;
        let (status, challenge, _) = ask(at("/name"), &other.unwrap().access_token).await;
        assert_eq!(status, 401);
        assert!(challenge.unwrap().contains("another audience"));
    }
}
