//! `/delegation` and `/oauth/access_token`.

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::{DATABASE, EMAIL, PASSWORD, refused};
use crate::support::{Answer, TestTenant, claims};

const PREFIX: &str = "http://auth0.com/oauth/legacy/grant-type/";
const JWT_BEARER: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/// Gives a demo application legacy grant types beside the modern ones.
async fn allow(tenant: &TestTenant, application: usize, names: &[&str]) {
    let mut grant_types: Vec<String> = names.iter().map(|name| format!("{PREFIX}{name}")).collect();
    grant_types.extend(["password", "refresh_token"].map(str::to_owned));
    let path = format!(
        "/clients/{}",
        tenant.bootstrap.applications[application].client_id
    );
    let change = json!({ "grant_types": grant_types });
    let answer = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

/// The tokens of the demo user at the first application.
async fn tokens(tenant: &TestTenant, scope: &str) -> Value {
    let form = [
        ("username", EMAIL),
        ("password", PASSWORD),
        ("scope", scope),
    ];
    let answer = super::token(tenant, "password", &form).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

async fn delegate(tenant: &TestTenant, change: Value) -> Answer {
    let apps = &tenant.bootstrap.applications;
    let mut body = json!({
        "client_id": apps[0].client_id, "target": apps[1].client_id, "grant_type": JWT_BEARER,
        "api_type": "app", "scope": "openid email",
    });
    for (name, value) in change.as_object().unwrap() {
        body[name] = value.clone();
    }
    tenant.post_json("/delegation", body).await
}

#[tokio::test]
async fn an_id_token_buys_one_of_another_application_where_both_are_of_old() {
    let tenant = TestTenant::start().await;
    let presented = tokens(&tenant, "openid email").await["id_token"].clone();
    let asked = json!({ "id_token": presented });
    let name = format!("{PREFIX}delegation/id_token");
    let told = format!("403 unauthorized_client Grant type '{name}' not allowed for the client.");
    assert_eq!(refused(&delegate(&tenant, asked.clone()).await), told);
    allow(&tenant, 0, &["delegation/id_token"]).await;
    let stranger = delegate(&tenant, asked.clone()).await;
    assert_eq!(refused(&stranger), "403 unauthorized_client invalid client");
    allow(&tenant, 1, &["delegation/id_token"]).await;
    tenant.clock.advance(jiff::SignedDuration::from_hours(4));
    let answer = delegate(&tenant, asked).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let answer = answer.json();
    assert_eq!(answer["token_type"], "Bearer");
    let bought = claims(answer["id_token"].as_str().unwrap());
    assert_eq!(
        bought["aud"],
        tenant.bootstrap.applications[1].client_id.as_str()
    );
    assert_eq!(bought["email"], EMAIL);
    // It ends when the one that bought it does.
    let presented = claims(presented.as_str().unwrap());
    assert_eq!(bought["exp"], presented["exp"]);
    assert_eq!(bought["sub"], presented["sub"]);
    let left = answer["expires_in"].as_i64().unwrap();
    assert!((1..=36_000 - 4 * 3600).contains(&left), "{left}");
    // And is worth nothing to the application that it is not for.
    let again = delegate(&tenant, json!({ "id_token": answer["id_token"] })).await;
    assert_eq!(refused(&again), "400 invalid_grant invalid id_token");
}

#[tokio::test]
async fn a_refresh_token_buys_no_more_than_it_allows_and_only_with_its_secret() {
    let tenant = TestTenant::start().await;
    let names = ["delegation/id_token", "delegation/refresh_token"];
    allow(&tenant, 0, &names).await;
    allow(&tenant, 1, &names).await;
    let presented = tokens(&tenant, "openid offline_access").await["refresh_token"].clone();
    let naked = json!({ "refresh_token": presented });
    assert_eq!(delegate(&tenant, naked).await.status, 401);
    let secret = tenant.bootstrap.applications[0].client_secret.clone();
    let asked = json!({ "refresh_token": presented, "client_secret": secret });
    let answer = delegate(&tenant, asked.clone()).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.json()["expires_in"], 36_000);
    let bought = claims(answer.json()["id_token"].as_str().unwrap());
    assert!(bought.get("email").is_none(), "{bought}");
    let mut unknown = asked;
    unknown["refresh_token"] = json!("unknown");
    let unknown = delegate(&tenant, unknown).await;
    assert_eq!(refused(&unknown), "400 invalid_grant invalid refresh_token");
}

#[tokio::test]
async fn faults_of_a_delegation_have_the_words_of_old() {
    let tenant = TestTenant::start().await;
    allow(&tenant, 0, &["delegation/id_token"]).await;
    let presented = tokens(&tenant, "openid").await["id_token"].clone();
    let (signed, _) = presented.as_str().unwrap().rsplit_once('.').unwrap();
    let cases = [
        (
            json!({ "client_id": null }),
            "400 invalid_request missing client_id parameter",
        ),
        (
            json!({ "client_id": "x" }),
            "403 unauthorized_client invalid client",
        ),
        (
            json!({ "grant_type": null }),
            "400 invalid_request missing grant_type parameter",
        ),
        (
            json!({ "id_token": null }),
            "400 invalid_request missing id_token parameter",
        ),
        (
            json!({ "id_token": format!("{signed}.x") }),
            "400 invalid_grant invalid id_token",
        ),
        (
            json!({ "api_type": "aws" }),
            "400 invalid_request the api_type is not supported",
        ),
        (
            json!({ "target": "x" }),
            "403 unauthorized_client invalid client",
        ),
    ];
    for (mut change, told) in cases {
        if change.get("id_token").is_none() {
            change["id_token"] = presented.clone();
        }
        assert_eq!(
            refused(&delegate(&tenant, change.clone()).await),
            told,
            "{change}"
        );
    }
    tenant.clock.advance(jiff::SignedDuration::from_hours(11));
    let late = delegate(&tenant, json!({ "id_token": presented })).await;
    assert_eq!(refused(&late), "400 invalid_grant invalid id_token");
}

#[tokio::test]
async fn ten_delegations_at_once_are_enough() {
    let tenant = TestTenant::start().await;
    allow(&tenant, 0, &["delegation/id_token"]).await;
    let presented = tokens(&tenant, "openid").await["id_token"].clone();
    // To itself.
    let asked = json!({ "id_token": presented, "target": null });
    let mut statuses = Vec::new();
    for _ in 0..11 {
        statuses.push(delegate(&tenant, asked.clone()).await.status.as_u16());
    }
    assert_eq!(statuses[..10], [200; 10]);
    assert_eq!(statuses[10], 429);
    let logs = tenant.manage("GET", "/logs", None).await.json();
    let kinds: Vec<_> = logs
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["type"])
        .collect();
    assert!(kinds.contains(&&json!("sd")) && kinds.contains(&&json!("limit_delegation")));
}

#[tokio::test]
async fn no_connection_takes_tokens_of_social_networks() {
    let tenant = TestTenant::start().await;
    let app = tenant.bootstrap.applications[0].client_id.clone();
    let post = async |change: Value| {
        let mut body = json!({
            "client_id": app, "connection": DATABASE, "access_token": "theirs", "scope": "openid",
        });
        for (name, value) in change.as_object().unwrap() {
            body[name] = value.clone();
        }
        refused(&tenant.post_json("/oauth/access_token", body).await)
    };
    assert!(
        post(json!({}))
            .await
            .starts_with("403 unauthorized_client Grant type")
    );
    allow(&tenant, 0, &["access_token"]).await;
    for (change, told) in [
        (
            json!({ "client_id": "x" }),
            "403 unauthorized_client invalid client",
        ),
        (
            json!({ "client_id": null }),
            "400 invalid_request missing client_id parameter",
        ),
        (
            json!({ "access_token": null }),
            "400 invalid_request missing access_token parameter",
        ),
        (
            json!({ "connection": null }),
            "400 invalid_request missing connection parameter",
        ),
        (
            json!({ "connection": "facebook" }),
            "400 invalid_request the connection was not found",
        ),
        (
            json!({}),
            "400 invalid_request specified strategy does not support requested operation",
        ),
    ] {
        assert_eq!(post(change.clone()).await, told, "{change}");
    }
}

/// An ID token that the first demo application signs itself, with its secret.
fn own_work(tenant: &TestTenant, user_id: &Value, issuer: Option<&str>) -> String {
    let app = &tenant.bootstrap.applications[0];
    let part = |json: Value| BASE64_URL_SAFE_NO_PAD.encode(json.to_string());
    let mut claims = json!({
        "sub": user_id, "aud": app.client_id, "exp": tenant.clock.now().as_second() + 1000,
    });
    if let Some(issuer) = issuer {
        claims["iss"] = issuer.into();
    }
    let head = part(json!({ "alg": "HS256", "typ": "JWT" }));
    let signed = format!("{head}.{}", part(claims));
    let secret = app.client_secret.as_deref().unwrap();
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    let signature = hmac::sign(&key, signed.as_bytes());
    format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
}

#[tokio::test]
async fn what_an_application_signs_itself_says_nothing_of_strangers_and_nothing_to_others() {
    let tenant = TestTenant::start().await;
    allow(&tenant, 0, &["delegation/id_token"]).await;
    allow(&tenant, 1, &["delegation/id_token"]).await;
    let app = &tenant.bootstrap.applications[0];
    let path = format!("/clients/{}", app.client_id);
    let change = json!({ "jwt_configuration": { "alg": "HS256" } });
    let changed = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let found = tenant
        .manage("GET", &format!("/users-by-email?email={EMAIL}"), None)
        .await;
    let user_id = found.json()[0]["user_id"].clone();
    let token = own_work(&tenant, &user_id, Some("https://tenant.example/"));
    let info = async |token: &str| {
        let body = json!({ "id_token": token });
        tenant.post_json("/tokeninfo", body).await.status.as_u16()
    };
    assert_eq!(info(&token).await, 200);
    assert_eq!(info(&own_work(&tenant, &user_id, None)).await, 401);
    let evil = own_work(&tenant, &user_id, Some("https://elsewhere.example/"));
    assert_eq!(info(&evil).await, 401);

    let to_itself = json!({ "id_token": token, "target": app.client_id });
    assert_eq!(delegate(&tenant, to_itself.clone()).await.status, 200);
    let invalid = "400 invalid_grant invalid id_token";
    let to_another = json!({ "id_token": token });
    assert_eq!(refused(&delegate(&tenant, to_another).await), invalid);

    // Users of a connection that it does not use are strangers.
    let database = tenant.bootstrap.connections.database.id.clone();
    super::enable(&tenant, &database, &app.client_id, false).await;
    assert_eq!(info(&token).await, 401);
    assert_eq!(refused(&delegate(&tenant, to_itself).await), invalid);
}
