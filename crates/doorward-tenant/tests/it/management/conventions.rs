//! What holds for every operation: headers, tokens, queries, the log.

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, header};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::{Management, created, refused};
use crate::support::{Answer, DOMAIN};

impl Management {
    async fn with_header(&self, path: &str, name: &str, value: &str, body: Value) -> Answer {
        let request = Request::post(format!("/api/v2{path}"))
            .header(header::HOST, DOMAIN)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(name, value);
        let body = Body::from(body.to_string());
        self.tenant.send(request.body(body).unwrap()).await
    }
}

#[tokio::test]
async fn a_header_that_is_no_bearer_token_is_refused_in_its_own_way() {
    let api = Management::start().await;
    let missing = "401 - Missing authentication";
    let bad = "400 Bearer Bad HTTP authentication header format";
    for (value, expected) in [
        ("Basic abc", missing),
        ("Token x", missing),
        ("Bearer", bad),
        ("Bearer abc", bad),
        ("Bearer a.b.c d", bad),
    ] {
        let request = Request::get("/api/v2/users")
            .header(header::HOST, DOMAIN)
            .header(header::AUTHORIZATION, value);
        let answer = api.tenant.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(refused(&answer), expected, "{value}");
        let challenge = answer.headers.get(header::WWW_AUTHENTICATE);
        assert_eq!(challenge.is_some(), expected == missing, "{value}");
    }
}

#[tokio::test]
async fn the_bare_path_answers_as_every_unknown_one() {
    let api = Management::start().await;
    for path in ["/api/v2", "/api/v2/", "/api/v2/nothing"] {
        let answer = api.tenant.get(path).await;
        assert_eq!(answer.status, 404);
        let body = json!({ "statusCode": 404, "error": "Not Found", "message": "Not Found" });
        assert_eq!(answer.json(), body, "{path}");
        assert!(answer.headers.contains_key("x-ratelimit-limit"), "{path}");
    }
}

#[tokio::test]
async fn an_id_of_a_wrong_form_is_no_path() {
    let api = Management::start().await;
    let client = &api.tenant.bootstrap.applications[0].client_id;
    let credential = format!("/clients/{client}/credentials/cred_bad");
    for (path, property, format, given) in [
        ("/connections/con_bad", "id", "connection-id", "con_bad"),
        ("/connections/email/clients", "id", "connection-id", "email"),
        ("/roles/rol_bad", "id", "role-id", "rol_bad"),
        (
            "/roles/con_0000000000000000/users",
            "id",
            "role-id",
            "con_0000000000000000",
        ),
        ("/client-grants/cgr_bad", "id", "client-grant-id", "cgr_bad"),
        ("/clients/a%20b", "id", "client-id", "a b"),
        (&credential, "credential_id", "credential-id", "cred_bad"),
    ] {
        let expected = format!(
            "400 invalid_uri Path validation error: \
             'Object didn't pass validation for format {format}: {given}' on property {property}."
        );
        for method in [Method::GET, Method::DELETE, Method::PATCH] {
            let answer = api.send(method.clone(), path, Some(json!({}))).await;
            if answer.text.contains("\"Not Found\"") {
                // The path has no such method.
                continue;
            }
            assert_eq!(refused(&answer), expected, "{method} {path}");
        }
        assert_eq!(refused(&api.get(path).await), expected, "{path}");
    }
    for path in [
        "/users/nobody/sessions",
        "/users/nobody/refresh-tokens",
        "/user-blocks/nobody",
    ] {
        let answer = api.get(path).await;
        assert!(refused(&answer).starts_with("400 invalid_uri"), "{path}");
    }
    // What has the form and is not there is a different matter.
    for path in [
        "/connections/con_0000000000000000",
        "/roles/rol_0000000000000000",
        "/client-grants/cgr_0000000000000000",
    ] {
        assert_eq!(api.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn links_are_made_for_no_domain_but_the_own_one() {
    let api = Management::start().await;
    let id = api.user("ada@example.com", json!({})).await;
    let body = json!({ "user_id": id });
    let (path, name) = ("/tickets/password-change", "auth0-custom-domain");
    let own = api.with_header(path, name, DOMAIN, body.clone()).await;
    assert_eq!(own.status, 201, "{}", own.text);
    let other = api
        .with_header(path, name, "login.other.example", body)
        .await;
    assert!(refused(&other).starts_with("400 - "), "{}", other.text);
}

#[tokio::test]
async fn lists_without_pages_take_no_offence_at_paging() {
    let api = Management::start().await;
    let client = created(&api.post("/clients", json!({ "name": "a" })).await);
    let credentials = format!(
        "/clients/{}/credentials",
        client["client_id"].as_str().unwrap()
    );
    let connection = &api.tenant.bootstrap.connections.database.id;
    let clients = format!("/connections/{connection}/clients");
    for (path, is_array) in [
        (credentials.as_str(), true),
        ("/keys/signing", true),
        (clients.as_str(), false),
    ] {
        let path = format!("{path}?include_totals=true&per_page=50&page=0");
        let answer = api.get(&path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        assert_eq!(answer.json().is_array(), is_array, "{path}");
    }
    let roles = async |query: &str| api.get(&format!("/roles?{query}")).await.json();
    api.post("/roles", json!({ "name": "reader" })).await;
    assert_eq!(roles("type=tenant").await[0]["name"], "reader");
    assert_eq!(roles("type=organization").await, json!([]));
}

#[tokio::test]
async fn no_field_named_means_all_of_them() {
    let api = Management::start().await;
    api.user("ada@example.com", json!({})).await;
    let users = api
        .get("/users?fields=&q=email:ada@example.com")
        .await
        .json();
    assert_eq!(users[0]["email"], "ada@example.com");
}

#[tokio::test]
async fn a_writing_call_is_told_in_the_words_of_the_log() {
    let api = Management::start().await;
    api.user("ada@example.com", json!({})).await;
    created(&api.post("/clients", json!({ "name": "a" })).await);
    let query = "/logs?q=type:sapi%20AND%20description:%22Create%20a%20User%22";
    let found = api.get(query).await.json();
    let entry = &found[0];
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
    assert_eq!(
        entry["client_id"],
        api.tenant.bootstrap.management.client_id.as_str()
    );
    assert!(
        entry["client_name"]
            .as_str()
            .is_some_and(|name| !name.is_empty()),
        "{entry}"
    );
    for member in [
        "organization_id",
        "organization_name",
        "connection",
        "connection_id",
        "user_id",
        "user_name",
        "audience",
        "strategy",
        "strategy_type",
        "location_info",
    ] {
        assert_eq!(entry.get(member), Some(&Value::Null), "{member}");
    }
    let newest = api.get("/logs?per_page=1").await.json();
    assert_eq!(newest[0]["description"], "Create a client");
}

#[tokio::test]
async fn settings_that_were_read_can_be_written_back() {
    let api = Management::start().await;
    let mut settings = api.get("/tenants/settings").await.json();
    let versions = settings
        .as_object_mut()
        .unwrap()
        .remove("sandbox_versions_available");
    assert!(versions.is_some());
    let written = api.patch("/tenants/settings", settings.clone()).await;
    assert_eq!(written.status, 200, "{}", written.text);
    assert_eq!(written.json(), settings);

    let change = json!({ "session_lifetime_in_minutes": 90, "flags": { "enable_sso": false } });
    let written = api.patch("/tenants/settings", change).await.json();
    assert_eq!(written["session_lifetime"], 1.5);
    assert_eq!(written["flags"]["enable_sso"], false);
    assert_eq!(written["flags"]["universal_login"], true);
    for (change, expected) in [
        (
            json!({ "flags": { "shoe": true } }),
            "Additional properties not allowed: shoe",
        ),
        (
            json!({ "session_lifetime": 0 }),
            "Value 0 is less than minimum 1",
        ),
        (json!({ "support_email": "x" }), "format email"),
        (
            json!({ "sandbox_versions_available": [] }),
            "Additional properties not allowed",
        ),
        (json!({}), "Too few properties defined (0), minimum 1"),
    ] {
        let answer = api.patch("/tenants/settings", change).await;
        let line = refused(&answer);
        assert!(
            line.starts_with("400 invalid_body") && line.contains(expected),
            "{line}"
        );
    }
}

#[tokio::test]
async fn an_address_has_254_characters_at_most() {
    let api = Management::start().await;
    let label = "x".repeat(60);
    let address = |domain: usize| format!("{label}@{}.{label}.{label}.co", "y".repeat(domain));
    for (domain, status) in [(60, 201), (68, 400)] {
        let email = address(domain);
        let body =
            json!({ "connection": super::DATABASE, "email": email, "password": super::PASSWORD });
        let answer = api.post("/users", body).await;
        assert_eq!(answer.status, status, "{}: {}", email.len(), answer.text);
    }
    let client = created(&api.post("/clients", json!({ "name": "a" })).await);
    let path = format!("/clients/{}", client["client_id"].as_str().unwrap());
    let change = json!({ "client_metadata": { "a": "x".repeat(256) } });
    let answer = api.send(Method::PATCH, &path, Some(change)).await;
    assert!(
        refused(&answer).starts_with("400 invalid_body"),
        "{}",
        answer.text
    );
}

/// The answer to a GET as it came, with what the client says it can read.
async fn encoded(api: &Management, path: &str, accepted: &str) -> (HeaderMap, Vec<u8>) {
    let request = Request::get(path)
        .header(header::HOST, DOMAIN)
        .header(header::AUTHORIZATION, format!("Bearer {}", api.token))
        .header(header::ACCEPT_ENCODING, accepted);
    let router = api.tenant.router();
    let response = router.oneshot(request.body(Body::empty()).unwrap()).await;
    let (parts, body) = response.unwrap().into_parts();
    assert_eq!(parts.status, 200, "{path}");
    let body = body.collect().await.unwrap().to_bytes();
    (parts.headers, body.to_vec())
}

#[tokio::test]
async fn whoever_can_read_gzip_gets_long_answers_in_it() {
    let api = Management::start().await;
    let path = "/api/v2/resource-servers";
    let (headers, plain) = encoded(&api, path, "identity").await;
    assert!(!headers.contains_key(header::CONTENT_ENCODING));
    assert_eq!(headers[header::VARY], "accept-encoding");
    let (headers, packed) = encoded(&api, path, "deflate, gzip;q=0.8").await;
    assert_eq!(headers[header::CONTENT_ENCODING], "gzip");
    assert!(packed.len() < plain.len() / 2, "{} bytes", packed.len());
    let mut unpacked = Vec::new();
    std::io::Read::read_to_end(
        &mut flate2::read::GzDecoder::new(&packed[..]),
        &mut unpacked,
    )
    .unwrap();
    assert_eq!(unpacked, plain);
    // Too short to gain anything; and outside of this API nothing shows by its length what it hides.
    for path in [
        "/api/v2/clients?fields=name&per_page=1",
        "/.well-known/openid-configuration",
    ] {
        let (headers, _) = encoded(&api, path, "gzip").await;
        assert!(!headers.contains_key(header::CONTENT_ENCODING), "{path}");
    }
}

#[tokio::test]
async fn a_query_longer_than_anybody_needs_is_refused() {
    let api = Management::start().await;
    let query = |length: usize| format!("/users?q=email:{}", "x".repeat(length));
    assert_eq!(api.get(&query(8_000)).await.status, 200);
    let answer = api.get(&query(8_200)).await;
    let expected = json!({
        "statusCode": 414, "error": "Request-URI Too Large", "message": "Request-URI Too Large",
    });
    assert_eq!((answer.status.as_u16(), answer.json()), (414, expected));
    assert!(answer.headers.contains_key("x-ratelimit-limit"));
}
