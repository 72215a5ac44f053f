//! A one-time code is spent by what it buys, and by nothing else.

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::authorize;
use super::passwordless::{ADDRESS, code, redeem, start};
use crate::support::{Browser, TestTenant};

const API: &str = "urn:closed";

/// Makes a user of the e-mail connection and answers the path of it.
async fn known(tenant: &TestTenant) -> String {
    let user = json!({ "connection": "email", "email": ADDRESS, "email_verified": true });
    let made = tenant.manage("POST", "/users", Some(user)).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let id = made.json()["user_id"].as_str().unwrap().to_owned();
    format!("/users/{}", id.replace('|', "%7C"))
}

async fn set_blocked(tenant: &TestTenant, user: &str, is_blocked: bool) {
    let change = json!({ "blocked": is_blocked });
    let answer = tenant.manage("PATCH", user, Some(change)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

/// Takes the e-mail connection away from the first application, or gives it back.
async fn enable(tenant: &TestTenant, status: bool) {
    let id = &tenant.bootstrap.connections.email.id;
    let client = &tenant.bootstrap.applications[0].client_id;
    let change = json!([{ "client_id": client, "status": status }]);
    let path = format!("/connections/{id}/clients");
    assert_eq!(
        tenant.manage("PATCH", &path, Some(change)).await.status,
        204
    );
}

#[tokio::test]
async fn a_code_outlives_every_refusal_and_logs_in_once() {
    let tenant = TestTenant::start().await;
    let connection = tenant.bootstrap.connections.email.id.clone();
    start(&tenant, json!({})).await;
    let code = code(&tenant, ADDRESS).await;
    let redeem = async || redeem(&tenant, "email", ADDRESS, &code).await;

    let closed = json!({ "disable_signup": true });
    tenant.set_options(&connection, closed).await;
    let refused = redeem().await;
    assert_eq!(
        refused.json()["error_description"],
        "Public signup is disabled"
    );
    tenant
        .set_options(&connection, json!({ "disable_signup": false }))
        .await;

    enable(&tenant, false).await;
    assert_eq!(
        redeem().await.json()["error_description"],
        "Unknown realm email"
    );
    enable(&tenant, true).await;

    let user = known(&tenant).await;
    set_blocked(&tenant, &user, true).await;
    assert_eq!(redeem().await.json()["error"], "unauthorized");
    set_blocked(&tenant, &user, false).await;

    let deny = json!({ "user": { "policy": "deny_all" } });
    let api = json!({ "name": "x", "identifier": API, "subject_type_authorization": deny });
    let made = tenant.manage("POST", "/resource-servers", Some(api)).await;
    assert_eq!(made.status, 201, "{}", made.text);
    tenant
        .set_settings(json!({ "default_audience": API }))
        .await;
    assert_eq!(redeem().await.json()["error"], "access_denied");
    tenant.set_settings(json!({ "default_audience": "" })).await;

    let answer = redeem().await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let again = redeem().await;
    assert_eq!(again.status, 403);
    assert_eq!(
        again.json()["error_description"],
        "Wrong email or verification code."
    );
}

#[tokio::test]
async fn what_was_guessed_before_a_refusal_still_counts_after_it() {
    let tenant = TestTenant::start().await;
    let user = known(&tenant).await;
    start(&tenant, json!({})).await;
    let code = code(&tenant, ADDRESS).await;
    set_blocked(&tenant, &user, true).await;
    let mut told = Vec::new();
    for guess in ["0", "1", code.as_str(), "2", code.as_str()] {
        let answer = redeem(&tenant, "email", ADDRESS, guess).await.json();
        told.push(answer["error_description"].as_str().unwrap().to_owned());
    }
    let wrong = "Wrong email or verification code.";
    assert_eq!([&*told[0], &*told[1], &*told[3]], [wrong; 3]);
    assert_eq!(told[2], "user is blocked");
    let dead = "You've reached the maximum number of attempts. Please try to login again.";
    assert_eq!(told[4], dead);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_come_with_the_right_code_one_is_let_in() {
    let tenant = TestTenant::start().await;
    start(&tenant, json!({})).await;
    let code = code(&tenant, ADDRESS).await;
    let all = join_all((0..12).map(|_| redeem(&tenant, "email", ADDRESS, &code))).await;
    let let_in = all.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(let_in, 1);
    for late in all.iter().filter(|answer| answer.status != 200) {
        assert_eq!(late.status, 403, "{}", late.text);
        assert_eq!(late.json()["error"], "invalid_grant");
    }
}

#[tokio::test]
async fn a_magic_link_outlives_every_refusal_and_logs_in_once() {
    let tenant = TestTenant::start().await;
    let user = known(&tenant).await;
    let callback = tenant.bootstrap.applications[0].callbacks[0].clone();
    let parameters = json!({ "redirect_uri": callback, "response_type": "code" });
    start(&tenant, json!({ "send": "link", "authParams": parameters })).await;
    let link = tenant.message(ADDRESS).await["link"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = link.strip_prefix("https://tenant.example").unwrap();
    let follow = async || Browser::new(&tenant).get(path).await;

    set_blocked(&tenant, &user, true).await;
    assert_eq!(
        follow().await.parameter("error").as_deref(),
        Some("unauthorized")
    );
    set_blocked(&tenant, &user, false).await;

    enable(&tenant, false).await;
    assert_eq!(follow().await.status, 400);
    enable(&tenant, true).await;

    let client = tenant.bootstrap.applications[0].client_id.clone();
    tenant.set_client(&client, json!({ "callbacks": [] })).await;
    assert_eq!(follow().await.status, 403);
    tenant
        .set_client(&client, json!({ "callbacks": [callback] }))
        .await;

    assert!(follow().await.parameter("code").is_some());
    let again = follow().await;
    assert_eq!(again.status, 400);
    assert!(again.text.contains("Wrong email or verification code."));
}

#[tokio::test]
async fn the_page_spends_no_code_of_somebody_it_turns_away() {
    let tenant = TestTenant::start().await;
    let user = known(&tenant).await;
    let mut browser = Browser::new(&tenant);
    let app = &tenant.bootstrap.applications[0];
    let asked = [
        ("connection", "email"),
        ("client_id", app.client_id.as_str()),
        ("redirect_uri", app.callbacks[0].as_str()),
    ];
    let page = browser
        .get(&authorize(&tenant, &asked))
        .await
        .location()
        .to_owned();
    let form = [("username", ADDRESS), ("action", "default")];
    let page = browser.submit(&page, &form).await.location().to_owned();
    let code = code(&tenant, ADDRESS).await;
    let form = [("code", code.as_str()), ("action", "default")];
    set_blocked(&tenant, &user, true).await;
    let back = browser.submit(&page, &form).await;
    assert_eq!(back.parameter("error").as_deref(), Some("unauthorized"));
    set_blocked(&tenant, &user, false).await;
    let answer = redeem(&tenant, "email", ADDRESS, &code).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[tokio::test]
async fn old_programs_keep_a_code_that_their_user_cannot_use() {
    let tenant = TestTenant::start().await;
    let user = known(&tenant).await;
    let app = &tenant.bootstrap.applications[0];
    let grants = json!([
        "http://auth0.com/oauth/legacy/grant-type/ro",
        "authorization_code",
        "http://auth0.com/oauth/grant-type/passwordless/otp",
    ]);
    tenant
        .set_client(&app.client_id, json!({ "grant_types": grants }))
        .await;
    start(&tenant, json!({})).await;
    let code = code(&tenant, ADDRESS).await;
    let body = json!({
        "client_id": app.client_id, "connection": "email", "username": ADDRESS, "password": code,
        "scope": "openid",
    });
    let sign_in = async || tenant.post_json("/oauth/ro", body.clone()).await;
    set_blocked(&tenant, &user, true).await;
    let refused: Value = sign_in().await.json();
    assert_eq!(refused["error_description"], "user is blocked", "{refused}");
    set_blocked(&tenant, &user, false).await;
    let answer = sign_in().await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(sign_in().await.status, 401);
}
