//! Clients that prove themselves by certificates, and tokens that are bound to them.

use axum::body::Body;
use axum::http::{Request, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rcgen::{Certificate, CertificateParams, DistinguishedName, DnType, KeyPair};
use serde_json::{Value, json};

use super::refused;
use crate::login;
use crate::support::{Answer, Browser, DOMAIN, TestTenant, claims, encode, location};

const API: &str = "https://bound.example/";
const MTLS: &str = "mtls.tenant.example";

/// A tenant behind a proxy that tells of its clients' certificates.
async fn tenant() -> TestTenant {
    behind_proxy(true).await
}

async fn behind_proxy(tells: bool) -> TestTenant {
    let data = tempfile::tempdir().unwrap();
    let location = location(data.path()).await;
    let mut settings = doorward_tenant::Settings::development(location, DOMAIN, [7; 32]);
    settings.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    settings.certificates_from_proxies = tells;
    TestTenant::start_with(settings, data).await
}

/// A certificate for `name`, signed by itself.
fn certificate(name: &str) -> Certificate {
    let mut parameters = CertificateParams::default();
    parameters.distinguished_name = DistinguishedName::new();
    parameters
        .distinguished_name
        .push(DnType::OrganizationName, "Acme, Inc.");
    parameters.distinguished_name.push(DnType::CommonName, name);
    parameters
        .self_signed(&KeyPair::generate().unwrap())
        .unwrap()
}

/// A machine that authenticates by `method` with what `credential` registers; answers its id.
async fn machine(tenant: &TestTenant, method: &str, credential: Value) -> String {
    let mut body = json!({ "name": "Machine", "app_type": "non_interactive" });
    body["client_authentication_methods"] = json!({ method: { "credentials": [credential] } });
    let made = tenant.manage("POST", "/clients", Some(body)).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let client_id = made.json()["client_id"].as_str().unwrap().to_owned();
    let api = json!({ "identifier": API, "scopes": [{ "value": "read:x" }] });
    let api = tenant.manage("POST", "/resource-servers", Some(api)).await;
    assert!(matches!(api.status.as_u16(), 201 | 409), "{}", api.text);
    for (audience, scope) in [
        (API.to_owned(), "read:x"),
        (format!("https://{DOMAIN}/api/v2/"), "read:clients"),
    ] {
        let grant = json!({ "client_id": client_id, "audience": audience, "scope": [scope] });
        let granted = tenant.manage("POST", "/client-grants", Some(grant)).await;
        assert_eq!(granted.status, 201, "{}", granted.text);
    }
    client_id
}

/// A request as the proxy sends it on, for a client with this certificate.
async fn send(
    tenant: &TestTenant,
    (method, path): (&str, &str),
    certificate: Option<(&Certificate, &str)>,
    headers: &[(&str, &str)],
    body: String,
) -> Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, MTLS);
    if let Some((certificate, verdict)) = certificate {
        let pem = certificate.pem();
        let pem = utf8_percent_encode(&pem, NON_ALPHANUMERIC).to_string();
        request = request
            .header("client-certificate", pem)
            .header("client-certificate-ca-verified", verdict);
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    tenant.send(request.body(Body::from(body)).unwrap()).await
}

const SELF_SIGNED: &str = "FAILED:self-signed certificate";

async fn token(
    tenant: &TestTenant,
    client_id: &str,
    audience: &str,
    certificate: Option<(&Certificate, &str)>,
) -> Answer {
    let form = encode(&[
        ("grant_type", "client_credentials"),
        ("client_id", client_id),
        ("audience", audience),
    ]);
    let form_type = [("content-type", "application/x-www-form-urlencoded")];
    send(
        tenant,
        ("POST", "/oauth/token"),
        certificate,
        &form_type,
        form,
    )
    .await
}

const FAILED: &str = "401 invalid_client Client authentication failed";

#[tokio::test]
async fn the_registered_certificate_is_the_proof_and_no_other() {
    let tenant = tenant().await;
    let (mine, other) = (certificate("machine"), certificate("machine"));
    let credential = json!({ "credential_type": "x509_cert", "pem": mine.pem() });
    let client_id = machine(&tenant, "self_signed_tls_client_auth", credential).await;
    let good = token(&tenant, &client_id, API, Some((&mine, SELF_SIGNED))).await;
    assert_eq!(good.status, 200, "{}", good.text);
    let bound = claims(good.json()["access_token"].as_str().unwrap());
    let thumbprint = bound["cnf"]["x5t#S256"].as_str().unwrap();
    assert_eq!(thumbprint.len(), 43);
    assert_eq!(bound["iss"], format!("https://{DOMAIN}/"));
    for wrong in [
        token(&tenant, &client_id, API, None).await,
        token(&tenant, &client_id, API, Some((&other, SELF_SIGNED))).await,
        token(&tenant, &client_id, API, Some((&other, "SUCCESS"))).await,
    ] {
        assert_eq!(refused(&wrong), FAILED);
    }
    // A secret proves nothing for such a client.
    let secret = tenant
        .manage("GET", &format!("/clients/{client_id}"), None)
        .await
        .json();
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", &client_id),
        (
            "client_secret",
            secret["client_secret"].as_str().unwrap_or("x"),
        ),
        ("audience", API),
    ];
    assert_eq!(tenant.post_form("/oauth/token", &form).await.status, 401);
}

#[tokio::test]
async fn a_subject_is_the_proof_when_an_authority_vouches_for_it() {
    let tenant = tenant().await;
    let mine = certificate("machine");
    let credential = json!({ "credential_type": "cert_subject_dn", "pem": mine.pem() });
    let client_id = machine(&tenant, "tls_client_auth", credential).await;
    // Renewed: another key, the same name.
    let renewed = certificate("machine");
    let good = token(&tenant, &client_id, API, Some((&renewed, "SUCCESS"))).await;
    assert_eq!(good.status, 200, "{}", good.text);
    let other = certificate("other");
    for wrong in [
        token(&tenant, &client_id, API, Some((&mine, SELF_SIGNED))).await,
        token(&tenant, &client_id, API, Some((&mine, "NONE"))).await,
        token(&tenant, &client_id, API, Some((&other, "SUCCESS"))).await,
    ] {
        assert_eq!(refused(&wrong), FAILED);
    }
}

#[tokio::test]
async fn a_bound_token_is_worth_nothing_without_its_certificate() {
    let tenant = tenant().await;
    let (mine, other) = (certificate("machine"), certificate("machine"));
    let credential = json!({ "credential_type": "x509_cert", "pem": mine.pem() });
    let client_id = machine(&tenant, "self_signed_tls_client_auth", credential).await;
    let audience = format!("https://{DOMAIN}/api/v2/");
    let mine = Some((&mine, SELF_SIGNED));
    let made = token(&tenant, &client_id, &audience, mine).await.json();
    let bearer = format!("Bearer {}", made["access_token"].as_str().unwrap());
    let bearer = [("authorization", bearer.as_str())];
    let read = ("GET", "/api/v2/clients");
    let ask = async |certificate| send(&tenant, read, certificate, &bearer, String::new()).await;
    for _ in 0..2 {
        // Also when the token is known already.
        assert_eq!(ask(None).await.status, 401);
        assert_eq!(ask(Some((&other, SELF_SIGNED))).await.status, 401);
        let good = ask(mine).await;
        assert_eq!(good.status, 200, "{}", good.text);
    }
}

#[tokio::test]
async fn a_client_or_an_api_can_want_its_tokens_bound() {
    let tenant = tenant().await;
    let app = &tenant.bootstrap.applications[0];
    let mine = certificate("browserless");
    let form = encode(&[
        ("grant_type", "password"),
        ("client_id", &app.client_id),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("username", super::EMAIL),
        ("password", super::PASSWORD),
        ("scope", "openid email"),
    ]);
    let form_type = [("content-type", "application/x-www-form-urlencoded")];
    let log_in = async |certificate| {
        send(
            &tenant,
            ("POST", "/oauth/token"),
            certificate,
            &form_type,
            form.clone(),
        )
        .await
    };
    let userinfo = async |answer: &Answer, certificate| {
        let bearer = format!("Bearer {}", answer.json()["access_token"].as_str().unwrap());
        let headers = [("authorization", bearer.as_str())];
        let answer = send(
            &tenant,
            ("GET", "/userinfo"),
            certificate,
            &headers,
            String::new(),
        );
        answer.await.status.as_u16()
    };
    let presented = Some((&mine, SELF_SIGNED));
    // Nobody has asked for it.
    let free = log_in(presented).await;
    assert_eq!(userinfo(&free, None).await, 200);

    let change = json!({ "require_proof_of_possession": true });
    let path = format!("/clients/{}", app.client_id);
    let changed = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let without = log_in(None).await;
    assert_eq!(without.status, 400, "{}", without.text);
    let bound = log_in(presented).await;
    assert_eq!(bound.status, 200, "{}", bound.text);
    assert_eq!(userinfo(&bound, presented).await, 200);
    assert_eq!(userinfo(&bound, None).await, 401);
}

#[tokio::test]
async fn only_a_trusted_proxy_that_is_to_tell_is_believed() {
    for tenant in [TestTenant::start().await, behind_proxy(false).await] {
        let mine = certificate("machine");
        let credential = json!({ "credential_type": "x509_cert", "pem": mine.pem() });
        let client_id = machine(&tenant, "self_signed_tls_client_auth", credential).await;
        let told = token(&tenant, &client_id, API, Some((&mine, "SUCCESS"))).await;
        assert_eq!(refused(&told), FAILED);
    }
}

#[tokio::test]
async fn the_metadata_tells_of_the_other_host_when_it_may() {
    let tenant = TestTenant::start().await;
    let read = async || tenant.get("/.well-known/openid-configuration").await.json();
    assert!(read().await.get("mtls_endpoint_aliases").is_none());
    tenant
        .set_settings(json!({ "mtls": { "enable_endpoint_aliases": true } }))
        .await;
    let metadata = read().await;
    let aliases = &metadata["mtls_endpoint_aliases"];
    assert_eq!(
        aliases["token_endpoint"],
        format!("https://{MTLS}/oauth/token")
    );
    assert_eq!(
        aliases["userinfo_endpoint"],
        format!("https://{MTLS}/userinfo")
    );
    assert_eq!(metadata["tls_client_certificate_bound_access_tokens"], true);
    let methods = metadata["token_endpoint_auth_methods_supported"]
        .as_array()
        .unwrap();
    assert!(methods.contains(&json!("tls_client_auth")));
    tenant.set_settings(json!({ "mtls": null })).await;
    assert!(read().await.get("mtls_endpoint_aliases").is_none());
}

#[tokio::test]
async fn an_api_can_refuse_clients_without_a_certificate() {
    let tenant = tenant().await;
    let (app, api) = (
        &tenant.bootstrap.applications[2],
        &tenant.bootstrap.api.identifier,
    );
    let form = encode(&[
        ("grant_type", "client_credentials"),
        ("client_id", &app.client_id),
        (
            "client_secret",
            app.client_secret.as_deref().unwrap_or_default(),
        ),
        ("audience", api),
    ]);
    let form_type = [("content-type", "application/x-www-form-urlencoded")];
    let ask = async |certificate| {
        let post = ("POST", "/oauth/token");
        send(&tenant, post, certificate, &form_type, form.clone()).await
    };
    let bound = |answer: &Answer| {
        let claims = claims(answer.json()["access_token"].as_str().unwrap());
        claims["cnf"]["x5t#S256"].is_string()
    };
    let mine = certificate("machine");
    let mine = Some((&mine, SELF_SIGNED));
    let path = format!(
        "/resource-servers/{}",
        utf8_percent_encode(api, NON_ALPHANUMERIC)
    );
    for required in [false, true] {
        let change = json!({ "mechanism": "mtls", "required": required });
        let change = json!({ "proof_of_possession": change });
        let changed = tenant.manage("PATCH", &path, Some(change)).await;
        assert_eq!(changed.status, 200, "{}", changed.text);
        assert!(bound(&ask(mine).await));
        let without = ask(None).await;
        if required {
            assert_eq!(without.status, 400, "{}", without.text);
        } else {
            assert!(!bound(&without));
        }
    }
}

/// The demo SPA exchanges something.
async fn as_page(
    tenant: &TestTenant,
    certificate: Option<(&Certificate, &str)>,
    form: &[(&str, &str)],
) -> Answer {
    let app = &tenant.bootstrap.applications[1];
    let mut whole = vec![("client_id", app.client_id.as_str())];
    whole.extend(form);
    let form_type = [("content-type", "application/x-www-form-urlencoded")];
    let post = ("POST", "/oauth/token");
    send(tenant, post, certificate, &form_type, encode(&whole)).await
}

#[tokio::test]
async fn a_public_clients_refresh_token_needs_its_certificate_and_a_refusal_spends_nothing() {
    let tenant = tenant().await;
    let (mine, other) = (certificate("page"), certificate("page"));
    let (mine, other) = (Some((&mine, SELF_SIGNED)), Some((&other, SELF_SIGNED)));
    let app = &tenant.bootstrap.applications[1];
    let policy = json!({ "refresh_token": {
        "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 0,
        "token_lifetime": 10_000, "idle_token_lifetime": 10_000,
        "infinite_token_lifetime": false, "infinite_idle_token_lifetime": false,
    }});
    let path = format!("/clients/{}", app.client_id);
    assert_eq!(
        tenant.manage("PATCH", &path, Some(policy)).await.status,
        200
    );
    let api = tenant.bootstrap.api.identifier.clone();
    let path = format!(
        "/resource-servers/{}",
        utf8_percent_encode(&api, NON_ALPHANUMERIC)
    );
    let change = json!({ "proof_of_possession": { "mechanism": "mtls", "required": true } });
    let changed = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(changed.status, 200, "{}", changed.text);

    let asked = [
        ("audience", api.as_str()),
        ("scope", "openid offline_access"),
    ];
    let mut browser = Browser::new(&tenant);
    let back = login::log_in(&mut browser, &login::authorize(&tenant, &asked)).await;
    let code = back.parameter("code").unwrap();
    let exchange = [
        ("grant_type", "authorization_code"),
        ("code", &code),
        ("redirect_uri", &app.callbacks[0]),
        ("code_verifier", login::VERIFIER),
    ];
    let told = "400 invalid_request A client certificate is required to bind the access token to";
    for _ in 0..2 {
        assert_eq!(refused(&as_page(&tenant, None, &exchange).await), told);
    }
    let first = as_page(&tenant, mine, &exchange).await;
    assert_eq!(first.status, 200, "{}", first.text);
    let first = first.json()["refresh_token"].as_str().unwrap().to_owned();
    let refresh = async |certificate, token: &str| {
        let form = [("grant_type", "refresh_token"), ("refresh_token", token)];
        as_page(&tenant, certificate, &form).await
    };
    let unknown = "403 invalid_grant Unknown or invalid refresh token.";
    for _ in 0..2 {
        assert_eq!(refused(&refresh(None, &first).await), unknown);
        assert_eq!(refused(&refresh(other, &first).await), unknown);
    }
    let second = refresh(mine, &first).await;
    assert_eq!(second.status, 200, "{}", second.text);
    let second = second.json()["refresh_token"].as_str().unwrap().to_owned();
    // What the token is bound to stays when the API asks for nothing any more.
    let change = json!({ "proof_of_possession": null });
    let changed = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    assert_eq!(refused(&refresh(None, &second).await), unknown);
    assert_eq!(refresh(mine, &second).await.status, 200);
}

#[tokio::test]
async fn a_confidential_clients_refresh_token_is_not_spent_where_a_certificate_is_missing() {
    let tenant = tenant().await;
    let mine = certificate("web");
    let api = tenant.bootstrap.api.identifier.clone();
    let login = [
        ("username", super::EMAIL),
        ("password", super::PASSWORD),
        ("audience", api.as_str()),
        ("scope", "openid offline_access"),
    ];
    let path = format!("/clients/{}", tenant.bootstrap.applications[0].client_id);
    let policy = json!({ "refresh_token": { "rotation_type": "rotating", "expiration_type": "non-expiring" } });
    assert_eq!(
        tenant.manage("PATCH", &path, Some(policy)).await.status,
        200
    );
    let tokens = super::token(&tenant, "password", &login).await.json();
    let path = format!(
        "/resource-servers/{}",
        utf8_percent_encode(&api, NON_ALPHANUMERIC)
    );
    let change = json!({ "proof_of_possession": { "mechanism": "mtls", "required": true } });
    assert_eq!(
        tenant.manage("PATCH", &path, Some(change)).await.status,
        200
    );
    let app = &tenant.bootstrap.applications[0];
    let form = encode(&[
        ("grant_type", "refresh_token"),
        ("client_id", &app.client_id),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
    ]);
    let form_type = [("content-type", "application/x-www-form-urlencoded")];
    let ask = async |certificate| {
        let post = ("POST", "/oauth/token");
        send(&tenant, post, certificate, &form_type, form.clone()).await
    };
    for _ in 0..2 {
        assert_eq!(ask(None).await.status, 400);
    }
    let good = ask(Some((&mine, SELF_SIGNED))).await;
    assert_eq!(good.status, 200, "{}", good.text);
    let bound = claims(good.json()["access_token"].as_str().unwrap());
    assert!(bound["cnf"]["x5t#S256"].is_string());
}
