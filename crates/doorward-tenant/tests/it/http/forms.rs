//! What answers look like, whatever they say.

use serde_json::{Value, json};

use crate::support::{Answer, TestTenant};

fn content_type(answer: &Answer) -> &str {
    answer.headers["content-type"].to_str().unwrap()
}

#[tokio::test]
async fn json_names_its_charset_where_auth0_does() {
    let tenant = TestTenant::start().await;
    for path in ["/oauth/token", "/oauth/revoke"] {
        let answer = tenant.post_json(path, json!({})).await;
        assert_eq!(content_type(&answer), "application/json", "{path}");
    }
    let signup = json!({
        "client_id": tenant.bootstrap.applications[0].client_id, "email": "new@example.com",
        "connection": "Username-Password-Authentication", "password": "a good Passw0rd, really",
    });
    let start = json!({
        "client_id": tenant.bootstrap.applications[0].client_id,
        "client_secret": tenant.bootstrap.applications[0].client_secret,
        "connection": "email", "email": "new@example.com",
    });
    for (path, body, status) in [
        ("/dbconnections/signup", Value::Null, 400),
        ("/dbconnections/signup", signup, 200),
        ("/passwordless/start", Value::Null, 400),
        ("/passwordless/start", start, 200),
        ("/oauth/par", json!({}), 404),
    ] {
        let answer = tenant.post_json(path, body).await;
        assert_eq!(answer.status, status, "{path}: {}", answer.text);
        let told = content_type(&answer);
        assert_eq!(told, "application/json; charset=utf-8", "{path}");
    }
}

#[tokio::test]
async fn nobody_signs_up_under_the_address_of_somebody_else() {
    let tenant = TestTenant::start().await;
    let database = tenant.bootstrap.connections.database.id.clone();
    let with_usernames = json!({ "requires_username": true });
    tenant.set_options(&database, with_usernames).await;
    let signup = |username: &str| {
        json!({
            "client_id": tenant.bootstrap.applications[0].client_id, "email": "new@example.com",
            "connection": "Username-Password-Authentication", "username": username,
            "password": "a good Passw0rd, really",
        })
    };
    for username in ["ada@example.com", "two words", "tab\tbed"] {
        let answer = tenant
            .post_json("/dbconnections/signup", signup(username))
            .await;
        assert_eq!(answer.status, 400, "{username}: {}", answer.text);
    }
    let answer = tenant
        .post_json("/dbconnections/signup", signup("ada"))
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[tokio::test]
async fn pages_refuse_with_pages() {
    let tenant = TestTenant::start().await;
    let large = "x".repeat(100_000);
    for path in [
        "/authorize",
        "/u/login",
        "/u/signup",
        "/u/reset-password/change",
        "/oidc/logout",
    ] {
        let form = "application/x-www-form-urlencoded";
        let answer = tenant.post_text(path, form, &large).await;
        assert_eq!(answer.status, 413, "{path}");
        assert_eq!(content_type(&answer), "text/html; charset=utf-8", "{path}");
        assert!(
            answer.text.contains("The request body is too large"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_member_that_comes_twice_is_refused() {
    let tenant = TestTenant::start().await;
    for path in [
        "/dbconnections/signup",
        "/dbconnections/change_password",
        "/passwordless/start",
        "/oauth/token",
    ] {
        for body in [
            r#"{"email": "a@example.com", "email": "b@example.com"}"#,
            r#"{"email": null, "email": "b@example.com"}"#,
        ] {
            let answer = tenant.post_text(path, "application/json", body).await;
            assert_eq!(answer.status, 400, "{path}: {}", answer.text);
            let told = "Parameter must not be repeated: email";
            assert!(answer.text.contains(told), "{path}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn a_wrong_method_is_told_in_the_usual_form() {
    let tenant = TestTenant::start().await;
    for path in ["/pem", "/rawpem", "/cer", "/pb7", "/.well-known/jwks.json"] {
        assert_eq!(tenant.get(path).await.status, 200, "{path}");
        let refused = tenant.post_json(path, json!({})).await;
        assert_eq!(refused.status, 405, "{path}");
        assert_eq!(refused.json()["error"], "method_not_allowed", "{path}");
    }
}
