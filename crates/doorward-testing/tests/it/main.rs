//! Tenants for tests, as a test uses them.

#![expect(clippy::unwrap_used, reason = "a test whose step fails has failed")]

use std::time::Duration;

use doorward::authentication::PasswordGrant;
use doorward::management::ListUsers;
use doorward_testing::{DEMO_EMAIL, DEMO_PASSWORD, Failure, TestTenant, TestTenantError};
use futures_util::future::{join_all, try_join_all};
use serde_json::json;

/// The addresses of all users.
async fn emails(tenant: &TestTenant) -> Vec<String> {
    let management = tenant.management().unwrap();
    let users = management.send(&ListUsers::default()).await.unwrap().data;
    let users = serde_json::to_value(users).unwrap();
    let users = users.as_array().unwrap().clone();
    let email = |user: &serde_json::Value| user["email"].as_str().unwrap().to_owned();
    users.iter().map(email).collect()
}

#[tokio::test]
async fn users_and_clients_are_there_before_the_test_begins() {
    let client = json!({
        "name": "Shop", "client_id": "shop", "client_secret": "s".repeat(48),
        "app_type": "regular_web", "grant_types": ["password"], "oidc_conformant": true,
        "token_endpoint_auth_method": "client_secret_post",
    });
    let builder = TestTenant::builder().without_ports();
    let tenant = builder
        .user("ada@example.com", "correct-Horse-7")
        .client(client)
        .start()
        .await
        .unwrap();
    let emails = emails(&tenant).await;
    assert!(emails.contains(&"ada@example.com".to_owned()), "{emails:?}");
    assert!(emails.contains(&DEMO_EMAIL.to_owned()));
}

#[tokio::test]
async fn what_is_refused_is_told_at_the_start() {
    let weak = TestTenant::builder()
        .without_ports()
        .user("ada@example.com", "a");
    let Err(TestTenantError::Seed(error)) = weak.start().await else {
        panic!("the password is too weak");
    };
    assert!(error.to_string().contains("users[0] (ada@example.com)"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_live_side_by_side() {
    let starts = (0..100).map(|_| TestTenant::builder().without_ports().start());
    let tenants = try_join_all(starts).await.unwrap();
    let secrets = tenants
        .iter()
        .map(|tenant| &tenant.bootstrap().management.client_secret);
    let mut secrets: Vec<&String> = secrets.collect();
    secrets.sort();
    secrets.dedup();
    assert_eq!(secrets.len(), 100);
    let counts = join_all(tenants.iter().map(emails)).await;
    assert!(counts.iter().all(|emails| emails.len() == 1));
}

#[tokio::test]
async fn requests_fail_when_they_are_told_to() {
    let tenant = TestTenant::builder().without_ports().start().await.unwrap();
    let impatient = doorward::RequestOptions::new().retry(doorward::RetryPolicy::never());
    let management = tenant.management().unwrap();
    // The token is fetched before anything fails.
    management.send(&ListUsers::default()).await.unwrap();
    let management = management.with(impatient);

    tenant.fail_next(Failure::RateLimited(Duration::from_secs(7)));
    let refused = management.send(&ListUsers::default()).await.unwrap_err();
    assert_eq!(refused.status().map(|status| status.as_u16()), Some(429));
    assert_eq!(refused.retry_after(), Some(Duration::from_secs(7)));
    tenant.fail_next(Failure::Unavailable);
    let refused = management.send(&ListUsers::default()).await.unwrap_err();
    assert_eq!(refused.status().map(|status| status.as_u16()), Some(503));
    tenant.fail_next(Failure::Slow(Duration::from_millis(10)));
    management.send(&ListUsers::default()).await.unwrap();
}

#[tokio::test]
async fn letters_stay_in_the_outbox_and_time_moves() {
    let tenant = TestTenant::builder().without_ports().start().await.unwrap();
    assert!(tenant.outbox(DEMO_EMAIL).await.unwrap().is_empty());
    let app = tenant.application("Default App").unwrap();
    let authentication = tenant.authentication(app).unwrap();
    let request = doorward::authentication::ChangePassword::new(
        DEMO_EMAIL,
        &tenant.bootstrap().connections.database.name,
    );
    authentication
        .database()
        .change_password(&request)
        .await
        .unwrap();
    let letters = tenant.outbox(DEMO_EMAIL).await.unwrap();
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0]["link"]
            .as_str()
            .unwrap()
            .starts_with(tenant.issuer())
    );

    let before = tenant.clock().now();
    tenant
        .clock()
        .advance(Duration::from_secs(86_400).try_into().unwrap());
    assert!(tenant.clock().now().as_second() - before.as_second() >= 86_400);
}

#[tokio::test]
async fn clients_live_in_the_time_of_their_tenant() {
    let tenant = TestTenant::builder().without_ports().start().await.unwrap();
    let management = tenant.management().unwrap();
    management.send(&ListUsers::default()).await.unwrap();
    // The access token ends, and the client knows.
    let month = Duration::from_secs(30 * 86_400);
    tenant.clock().advance(month.try_into().unwrap());
    management.send(&ListUsers::default()).await.unwrap();
}

#[tokio::test]
async fn rotated_keys_are_asked_for_and_logins_go_on() {
    let tenant = TestTenant::builder().without_ports().start().await.unwrap();
    let app = tenant.application("Default App").unwrap();
    let authentication = tenant.authentication(app).unwrap();
    let login = PasswordGrant {
        scope: Some("openid".into()),
        ..PasswordGrant::new(DEMO_EMAIL, DEMO_PASSWORD)
    };
    let mut keys = Vec::new();
    for _ in 0..3 {
        let tokens = authentication.oauth().password_grant(&login).await.unwrap();
        assert!(tokens.claims.is_some());
        let (header, _) = tokens.id_token.as_ref().unwrap().split_once('.').unwrap();
        keys.push(header.to_owned());
        tenant.rotate_keys().await.unwrap();
        tenant
            .clock()
            .advance(Duration::from_secs(60).try_into().unwrap());
    }
    keys.dedup();
    assert_eq!(keys.len(), 3, "each login has a key of its own");
}
